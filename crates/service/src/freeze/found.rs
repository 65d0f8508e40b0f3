//! "I found it again": what a freeze left shut opens again, when its owner proves it beside two other factors.

use crate::announce::Happening;
use crate::codes::{Read, ReadBack, read};
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::lanes::inside;
use crate::protection::Protection;
use crate::session::must_go_on;
use crate::slow_hash::DigestOf;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_core::Refusal;
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::totp::{self, TypedDigits};
use counterfoil_model::{ChangeId, EventKind, Hold, SensitiveAction, Timestamp};
use counterfoil_store::repo::{self, change::Change};
use counterfoil_store::{Error, Tx};

/// Something that works again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// From when on it opens the door.
    pub effective_at: Timestamp,
    /// Whether that is now.
    pub at_once: bool,
}

/// Why what was found stays shut.
#[derive(Debug, thiserror::Error)]
pub enum FoundRefusal {
    /// Two other factors are needed in this session.
    #[error("a second step is needed first")]
    SecondFactorWanted,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// Nothing of the kind is shut.
    #[error("nothing is shut")]
    NothingShut,
    /// Not six digits. No guess.
    #[error("that is not a number of six digits")]
    NotSixDigits,
    /// The code can't be read. No guess.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// The code was read after repair: ask the owner. No guess.
    #[error("the code was read after repair")]
    Confirm(ReadBack),
    /// It is wrong.
    #[error("that is wrong")]
    Wrong(TriesLeft),
    /// Too many wrong ones; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for FoundRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// What was found.
#[derive(Clone, Copy)]
pub(super) enum What {
    Phone,
    Passkey,
    Codes,
}

impl App {
    /// Whether this session may open again what a freeze left shut: two factors, one of them proved lately.
    ///
    /// # Errors
    /// [`FoundRefusal`], the first thing that is missing.
    pub fn may_lift(&self, session: &Session) -> Result<(), FoundRefusal> {
        if !session.methods.two_factors() {
            Err(FoundRefusal::SecondFactorWanted)
        } else if session.is_fresh(self.now()) {
            Ok(())
        } else {
            Err(FoundRefusal::StepUpWanted)
        }
    }

    pub(super) fn found_takes_effect(&self, session: &Session, action: SensitiveAction) -> Found {
        match session.hold(action, self) {
            Hold::AtOnce => Found {
                effective_at: self.now(),
                at_once: true,
            },
            Hold::AfterDelay {
                takes_effect_at: at,
            }
            | Hold::NotBefore { allowed_at: at } => Found {
                effective_at: at,
                at_once: false,
            },
        }
    }

    /// Opens the phone again that its owner found, by the six digits it shows; after the hold where a code opened this session.
    ///
    /// # Errors
    /// [`FoundRefusal`].
    pub async fn found_phone(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<Found, FoundRefusal> {
        self.may_lift(session)?;
        let typed = &TypedDigits::read(typed).ok_or(FoundRefusal::NotSixDigits)?;
        let (account, now) = (session.account, self.now());
        let found = self.found_takes_effect(session, SensitiveAction::StageFactor);
        let judged: Result<_, Error> = self
            .db
            .run("found_phone", |tx| async move {
                must_go_on(&tx, session).await?;
                if let Err(wait) = guess_is_heard(&tx, account, visit, now).await? {
                    return Ok(Err(FoundRefusal::Wait(wait.until)));
                }
                let protection = Protection::load(&tx, account).await?;
                let Some(kept) = protection
                    .as_ref()
                    .and_then(|protection| protection.suspended_totp(now))
                else {
                    return Ok(Err(FoundRefusal::NothingShut));
                };
                let secret = self.totp_secret(account, kept).map_err(Error::internal)?;
                let step = totp::check(&secret, typed, now, Some(kept.last_step));
                let lifted = match step {
                    Some(step) => {
                        let at = found.effective_at;
                        repo::totp::lift(&tx, account, kept.id, step, at, now).await?
                    }
                    None => false,
                };
                if !lifted {
                    let left = self
                        .wrong_guess(&tx, account, visit, Guessed::Totp(kept.id), now)
                        .await?;
                    return Ok(Err(FoundRefusal::Wrong(left)));
                }
                right_guess(&tx, account, visit).await?;
                self.tell_found(&tx, session, visit, What::Phone, kept.id.as_bytes(), found)
                    .await?;
                Ok(Ok(found))
            })
            .await;
        judged?
    }

    /// Opens the sheet again that its owner found, by one code of it, which is checked and not spent.
    ///
    /// # Errors
    /// [`FoundRefusal`].
    pub async fn found_sheet(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Found, FoundRefusal> {
        self.may_lift(session)?;
        let account = session.account;
        let attempt = match read(&self.keys, typed, confirmed) {
            Read::Code(attempt) => attempt,
            Read::Repaired(read) => return Err(FoundRefusal::Confirm(read)),
            Read::Unreadable(refusal) => return Err(FoundRefusal::Unreadable(refusal)),
            Read::Foreign => return Err(FoundRefusal::Unreadable(Refusal::TooDamaged)),
        };
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        if let Err(wait) = self.guess_is_heard(account, visit, now).await? {
            return Err(FoundRefusal::Wait(wait.until));
        }
        let protection = self.protection(account).await?;
        let set = protection
            .suspended_set(now)
            .ok_or(FoundRefusal::NothingShut)?
            .id;
        let kept = self.code_of(account, set, attempt.slot()).await?;
        let mut good = false;
        if let Some(kept) = &kept {
            let of = DigestOf {
                pepper: &self.keys.code_pepper(&kept.pepper)?,
                account,
                set,
                salt: kept.salt,
                cost: kept.cost,
            };
            good = lane.attempt(&attempt, of).await?.verify(&kept.digest) && kept.usable(now);
        }
        let found = self.found_takes_effect(session, SensitiveAction::RenewSheet);
        let judged: Result<_, Error> = self
            .db
            .run("found_sheet", |tx| async move {
                must_go_on(&tx, session).await?;
                if !good {
                    let left = self
                        .wrong_guess(&tx, account, visit, Guessed::Code(set), now)
                        .await?;
                    return Ok(Err(FoundRefusal::Wrong(left)));
                }
                if !repo::code_set::lift(&tx, account, set, found.effective_at, now).await? {
                    return Ok(Err(FoundRefusal::NothingShut));
                }
                right_guess(&tx, account, visit).await?;
                self.tell_found(&tx, session, visit, What::Codes, set.as_bytes(), found)
                    .await?;
                Ok(Ok(found))
            })
            .await;
        drop(lane);
        judged?
    }

    /// Tells of what works again, or lets it wait and tells how to stop it.
    pub(super) async fn tell_found(
        &self,
        tx: &Tx,
        session: &Session,
        visit: &Visit,
        what: What,
        subject: &[u8; 16],
        found: Found,
    ) -> Result<(), Error> {
        let (account, now) = (session.account, self.now());
        let (name, kind) = match what {
            What::Phone => ("phone", "totp"),
            What::Passkey => ("passkey", "passkey"),
            What::Codes => ("codes", "sheet"),
        };
        if found.at_once {
            // Without a second factor since, the one that was found is the second step again.
            if let Some(owner) = repo::account::load(tx, account).await?
                && owner.second_factor_since.is_none()
            {
                repo::account::set_second_factor(tx, account, Some(now)).await?;
            }
            let again = Happening::of(EventKind::FoundAgain)
                .by(visit)
                .with("what", name);
            return self.tell(tx, account, again, now).await;
        }
        let id = ChangeId::draw(&mut self.chance());
        let change = Change {
            account,
            id,
            kind: kind.to_owned(),
            subject: *subject,
            slot: None,
            state: "waiting".to_owned(),
            asked_at: now,
            effective_at: found.effective_at,
        };
        repo::change::ask(tx, &change).await?;
        let waits = Happening::of(EventKind::ChangeScheduled)
            .by(visit)
            .with("change", kind)
            .with("until", found.effective_at.as_micros());
        let link = waits.link(LinkKind::StopChange, *id.as_bytes(), found.effective_at);
        self.tell(tx, account, link, now).await
    }
}
