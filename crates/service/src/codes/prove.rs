//! Proving a set: a code of the new sheet is typed. It is checked, not spent; from then on the sheet counts.

use super::read::{Read, ReadBack, read};
use crate::announce::Happening;
use crate::guess::{Guessed, right_guess};
use crate::lanes::inside;
use crate::session::must_go_on;
use crate::slow_hash::DigestOf;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_core::Refusal;
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{AccountId, ChangeId, EventKind, Hold, SensitiveAction, SetId, Timestamp};
use counterfoil_store::repo::{self, change::Change};
use counterfoil_store::{Error, Tx};

/// A sheet that was proved.
#[derive(Clone, Copy, Debug)]
pub struct Proved {
    /// The sheet's number.
    pub sheet: i64,
    /// From when on its codes open the door; later than now after a code on a device that was not known.
    pub effective_at: Timestamp,
    /// Whether that is now.
    pub at_once: bool,
}

/// Why a set isn't proved.
#[derive(Debug, thiserror::Error)]
pub enum ProveRefusal {
    /// It can't be read.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// It was read after repair: ask the owner.
    #[error("the code was read after repair")]
    Confirm(ReadBack),
    /// It isn't a code of the sheet that waits.
    #[error("that is not a code of the new sheet")]
    Wrong(TriesLeft),
    /// Too many wrong ones; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// No sheet waits to be proved: it was drawn again, or an hour went by.
    #[error("no sheet waits to be proved")]
    NothingShown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ProveRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Checks a code of the shown set and lets the set count; the sheet before it ends in the same transaction.
    ///
    /// # Errors
    /// [`ProveRefusal`].
    pub async fn prove_codes(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Proved, ProveRefusal> {
        let account = session.account;
        let attempt = match read(&self.keys, typed, confirmed) {
            Read::Code(attempt) => attempt,
            Read::Repaired(read) => return Err(ProveRefusal::Confirm(read)),
            Read::Unreadable(refusal) => return Err(ProveRefusal::Unreadable(refusal)),
            Read::Foreign => return Err(ProveRefusal::Unreadable(Refusal::TooDamaged)),
        };
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        if let Err(wait) = self.guess_is_heard(account, visit, now).await? {
            return Err(ProveRefusal::Wait(wait.until));
        }
        let protection = self.protection(account).await?;
        let set = protection.shown(now).ok_or(ProveRefusal::NothingShown)?.id;
        let kept = self.code_of(account, set, attempt.slot()).await?;
        let matches = match &kept {
            Some(kept) => {
                let pepper = &self.keys.code_pepper(&kept.pepper)?;
                let of = DigestOf {
                    pepper,
                    account,
                    set,
                    salt: kept.salt,
                    cost: kept.cost,
                };
                lane.attempt(&attempt, of).await?.verify(&kept.digest)
            }
            None => false,
        };
        if !matches {
            let counted: Result<_, Error> = self
                .db
                .run("prove_wrong", |tx| async move {
                    self.wrong_guess(&tx, account, visit, Guessed::Other, now)
                        .await
                })
                .await;
            return Err(ProveRefusal::Wrong(counted?));
        }
        drop(lane);
        let first = protection.set(now).is_none() && !protection.stopped(now).codes;
        let (effective_at, at_once) = match session.hold(SensitiveAction::RenewSheet, self) {
            Hold::AtOnce => (now, true),
            Hold::AfterDelay {
                takes_effect_at: at,
            }
            | Hold::NotBefore { allowed_at: at } => (at, false),
        };
        let proved: Result<_, Error> = self
            .db
            .run("prove_codes", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(sheet) =
                    repo::code_set::activate(&tx, account, set, effective_at, now).await?
                else {
                    return Ok(None);
                };
                repo::change::stop_kind(&tx, account, "sheet", now).await?;
                if at_once {
                    repo::change::stop_kind(&tx, account, "replacement", now).await?;
                }
                repo::code::count_all(&tx, account, set, effective_at).await?;
                right_guess(&tx, account, visit).await?;
                if let Some(owner) = repo::account::load(&tx, account).await?
                    && owner.second_factor_since.is_none()
                    && at_once
                {
                    repo::account::set_second_factor(&tx, account, Some(now)).await?;
                }
                let proof = Proof {
                    set,
                    first,
                    proved: Proved {
                        sheet,
                        effective_at,
                        at_once,
                    },
                };
                self.tell_proof(&tx, account, visit, &proof, now).await?;
                Ok(Some(sheet))
            })
            .await;
        let sheet = proved?.ok_or(ProveRefusal::NothingShown)?;
        Ok(Proved {
            sheet,
            effective_at,
            at_once,
        })
    }

    /// Tells of a sheet that counts now, or lets it wait and tells how to stop it.
    async fn tell_proof(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        proof: &Proof,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Proved {
            sheet,
            effective_at,
            at_once,
        } = proof.proved;
        if at_once {
            let kind = if proof.first {
                EventKind::CodesActivated
            } else {
                EventKind::CodesRenewed
            };
            let counts = Happening::of(kind).by(visit).with("sheet", sheet);
            return self.tell(tx, account, counts, now).await;
        }
        let id = ChangeId::draw(&mut self.chance());
        let change = Change {
            account,
            id,
            kind: "sheet".to_owned(),
            subject: *proof.set.as_bytes(),
            slot: None,
            state: "waiting".to_owned(),
            asked_at: now,
            effective_at,
        };
        repo::change::ask(tx, &change).await?;
        let staged = Happening::of(EventKind::CodesStaged)
            .by(visit)
            .with("sheet", sheet)
            .with("until", effective_at.as_micros())
            .link(LinkKind::StopChange, *id.as_bytes(), effective_at);
        self.tell(tx, account, staged, now).await
    }
}

/// A proof about to be told.
struct Proof {
    set: SetId,
    /// No sheet was in force before.
    first: bool,
    proved: Proved,
}
