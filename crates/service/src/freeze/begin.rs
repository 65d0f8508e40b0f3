//! Freezing: from a session, a half-session, an app or the command line; one transaction, told to everyone.

use crate::announce::Happening;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::freeze::{Taken, binds};
use counterfoil_model::{AccountId, AddressError, EventKind, MailAddress, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// An account that is frozen now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freezing {
    /// Since when: a second freeze changes nothing of the first.
    pub since: Timestamp,
    /// Whether this one began it.
    pub began: bool,
    /// What was said to be taken, where that binds whoever opens the account again.
    pub said: Option<Taken>,
}

/// Why nothing is frozen.
#[derive(Debug, thiserror::Error)]
pub enum FreezeRefusal {
    /// The address can't be one.
    #[error("address: {0}")]
    Address(#[from] AddressError),
    /// No account has this address, or nobody has enrolled in it yet.
    #[error("address: no enrolled account has this address")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for FreezeRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Whether what this session says was taken binds whoever opens the account again.
    #[must_use]
    pub fn freeze_answer_binds(&self, session: &Session) -> bool {
        binds(session.methods, session.held)
    }

    /// Freezes the account of a session or a half-session. Tightening needs no step-up. An answer that wouldn't bind is not kept.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn freeze(
        &self,
        session: &Session,
        visit: &Visit,
        taken: Option<Taken>,
    ) -> Result<Freezing, Fault> {
        let taken = taken.filter(|_| self.freeze_answer_binds(session));
        let (account, now) = (session.account, self.now());
        let frozen: Result<_, Error> = self
            .db
            .run("freeze", |tx| async move {
                self.freeze_in(&tx, account, Some(visit), taken, now).await
            })
            .await;
        frozen?.ok_or(Fault::Broken("the account is gone"))
    }

    /// Freezes the account that an address names, for an operator who made sure of the person; so the answer binds.
    ///
    /// # Errors
    /// [`FreezeRefusal`].
    pub async fn freeze_address(
        &self,
        address: &str,
        taken: Option<Taken>,
    ) -> Result<Freezing, FreezeRefusal> {
        let address = &MailAddress::parse(address)?;
        let now = self.now();
        let frozen: Result<_, Error> = self
            .db
            .run("freeze_address", |tx| async move {
                let Some(account) = repo::account::find(&tx, address.key()).await? else {
                    return Ok(None);
                };
                self.freeze_in(&tx, account, None, taken, now).await
            })
            .await;
        frozen?.ok_or(FreezeRefusal::Unknown)
    }

    /// Freezes in this transaction. `None` for an account that is gone or that nobody enrolled in.
    pub(crate) async fn freeze_in(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: Option<&Visit>,
        taken: Option<Taken>,
        now: Timestamp,
    ) -> Result<Option<Freezing>, Error> {
        let text = taken.map(Taken::as_str);
        let began = repo::freeze::freeze(tx, account, text, now).await?;
        let added = match text {
            Some(text) if !began => repo::freeze::say_taken(tx, account, text).await?,
            _ => false,
        };
        let Some(kept) = repo::account::load(tx, account).await? else {
            return Ok(None);
        };
        let Some(since) = kept.frozen_at else {
            return Ok(None);
        };
        // Once is enough: a second freeze mustn't throw out the owner who is about to end the first.
        if began {
            self.end_access(tx, account, now).await?;
            repo::app_password::end_all(tx, account, "frozen", now).await?;
            self.stop_what_waits(tx, account, visit, now).await?;
            self.stop_policy_changes_of(tx, account).await?;
        }
        if began || added {
            let told = Happening::of(EventKind::Frozen).with("taken", text.unwrap_or_default());
            let told = match visit {
                Some(visit) => told.by(visit),
                None => told,
            };
            self.tell(tx, account, told, now).await?;
        }
        Ok(Some(Freezing {
            since,
            began,
            said: kept.taken.as_deref().and_then(Taken::parse),
        }))
    }

    /// What waits loosens, and who asked for it isn't known any more: it is stopped, and so is what was shown and not
    /// proved. A re-enrolment waits on: it is the way back.
    async fn stop_what_waits(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: Option<&Visit>,
        now: Timestamp,
    ) -> Result<(), Error> {
        for change in repo::change::waiting(tx, account, now).await? {
            if change.kind != "re-enrolment" {
                self.stop_change_in(tx, account, change.id, visit, now)
                    .await?;
            }
        }
        repo::totp::forget_pending(tx, account).await?;
        if repo::code_set::discard_shown(tx, account, now).await? {
            let discarded = Happening::of(EventKind::CodesDiscarded);
            self.tell(tx, account, discarded, now).await?;
        }
        Ok(())
    }
}
