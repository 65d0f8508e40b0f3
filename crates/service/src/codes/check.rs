//! The check: a whole code, not spent. Only beside another factor, on a known device; announced; a wrong one is a guess,
//! and a right one never resets the count.

use super::read::{Read, ReadBack, read};
use crate::announce::Happening;
use crate::guess::Guessed;
use crate::lanes::inside;
use crate::sign_in::is_known;
use crate::slow_hash::DigestOf;
use crate::{App, Fault, Session, Visit};
use counterfoil_core::{Refusal, Slot};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{EventKind, Timestamp};
use counterfoil_store::{Error, repo};

/// A code that would open the door.
#[derive(Clone, Copy, Debug)]
pub struct Checked {
    /// Its number on the sheet.
    pub slot: Slot,
    /// From when on it opens the door, if not yet.
    pub from: Option<Timestamp>,
}

/// Why a code isn't checked, or isn't good.
#[derive(Debug, thiserror::Error)]
pub enum CheckRefusal {
    /// Another factor in this session, a known device and a sheet in force are needed.
    #[error("a code can't be checked in this session")]
    NotHere(&'static str),
    /// It can't be read.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// It was read after repair: ask the owner.
    #[error("the code was read after repair")]
    Confirm(ReadBack),
    /// It was used.
    #[error("the code was used")]
    Used {
        /// When.
        at: Timestamp,
    },
    /// It is no code of the sheet in force.
    #[error("that is no code of this sheet")]
    Wrong(TriesLeft),
    /// Too many wrong ones; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for CheckRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Whether a code may be checked in this session; the Fluent id of what is missing otherwise.
    ///
    /// # Errors
    /// [`CheckRefusal::NotHere`].
    pub async fn may_check(&self, session: &Session, visit: &Visit) -> Result<(), CheckRefusal> {
        if !session.methods.has_bound() {
            return Err(CheckRefusal::NotHere("check-needs-another-factor"));
        }
        let (account, browser, now) = (session.account, &visit.browser, self.now());
        let device: Result<_, Error> = self
            .db
            .read("check_device", |tx| async move {
                repo::device::load(&tx, account, browser).await
            })
            .await;
        if !device?.is_some_and(|device| is_known(&device, now)) {
            return Err(CheckRefusal::NotHere("check-needs-known-device"));
        }
        match self.protection(account).await?.set(now) {
            Some(_) => Ok(()),
            None => Err(CheckRefusal::NotHere("check-needs-a-sheet")),
        }
    }

    /// Judges a whole code without spending it.
    ///
    /// # Errors
    /// [`CheckRefusal`].
    pub async fn check_code(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Checked, CheckRefusal> {
        self.may_check(session, visit).await?;
        let account = session.account;
        let attempt = match read(&self.keys, typed, confirmed) {
            Read::Code(attempt) => attempt,
            Read::Repaired(read) => return Err(CheckRefusal::Confirm(read)),
            Read::Unreadable(refusal) => return Err(CheckRefusal::Unreadable(refusal)),
            Read::Foreign => return Err(CheckRefusal::Unreadable(Refusal::TooDamaged)),
        };
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        if let Err(wait) = self.guess_is_heard(account, visit, now).await? {
            return Err(CheckRefusal::Wait(wait.until));
        }
        let protection = self.protection(account).await?;
        let set = protection
            .set(now)
            .ok_or(CheckRefusal::NotHere("check-needs-a-sheet"))?
            .id;
        let kept = self.code_of(account, set, attempt.slot()).await?;
        let mut good = None;
        if let Some(kept) = &kept {
            let of = DigestOf {
                pepper: &self.keys.code_pepper(&kept.pepper)?,
                account,
                set,
                salt: kept.salt,
                cost: kept.cost,
            };
            let same = lane.attempt(&attempt, of).await?.verify(&kept.digest);
            good = Some(kept).filter(|kept| same && kept.counts_at.is_some());
        }
        let judged: Result<_, Error> = self
            .db
            .run("check", |tx| async move {
                let Some(kept) = good else {
                    let left = self
                        .wrong_guess(&tx, account, visit, Guessed::Code(set), now)
                        .await?;
                    return Ok(Err(CheckRefusal::Wrong(left)));
                };
                let checked = Happening::of(EventKind::CodeChecked)
                    .by(visit)
                    .with("code", kept.slot);
                self.tell(&tx, account, checked, now).await?;
                match kept.spent_at {
                    Some(at) => Ok(Err(CheckRefusal::Used { at })),
                    None => Ok(Ok(Checked {
                        slot: kept.slot,
                        from: kept.counts_at.filter(|at| *at > now),
                    })),
                }
            })
            .await;
        judged?
    }
}
