//! Removing a passkey (A6): after a step-up, not within the hold, and told on every channel.

use crate::announce::Happening;
use crate::protection::Protection;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{EventKind, Hold, PasskeyId, SensitiveAction, Timestamp};
use counterfoil_store::{Error, repo};

/// What opens the account once a passkey is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftWithoutPasskey {
    /// Other passkeys that work.
    pub passkeys: usize,
    /// The authenticator app.
    pub phone: bool,
    /// Codes that are left on the sheet; `None` without one.
    pub codes: Option<usize>,
}

/// Why it isn't removed.
#[derive(Debug, thiserror::Error)]
pub enum RemovePasskeyRefusal {
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// The account has no such passkey.
    #[error("no such passkey")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RemovePasskeyRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// The name of a passkey and what is left without it; `None` if the account has none of this id.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn without_passkey(
        &self,
        session: &Session,
        id: PasskeyId,
    ) -> Result<Option<(String, LeftWithoutPasskey)>, Fault> {
        let now = self.now();
        let protection = self.protection(session.account).await?;
        let Some(own) = protection.listed(now).find(|kept| kept.id == id) else {
            return Ok(None);
        };
        let codes = match protection.set(now) {
            Some(set) => {
                let codes = self.codes_of(session.account, set.id).await?;
                Some(codes.iter().filter(|code| code.usable(now)).count())
            }
            None => None,
        };
        let left = LeftWithoutPasskey {
            passkeys: protection
                .passkeys(now)
                .filter(|kept| kept.id != id)
                .count(),
            phone: protection.totp(now).is_some(),
            codes,
        };
        Ok(Some((own.name.clone(), left)))
    }

    /// Removes a passkey; what it was called. When nothing else is in force, the password alone opens the account again, as the
    /// page says.
    ///
    /// # Errors
    /// [`RemovePasskeyRefusal`].
    pub async fn remove_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        id: PasskeyId,
    ) -> Result<String, RemovePasskeyRefusal> {
        let (account, now) = (session.account, self.now());
        if !session.is_fresh(now) {
            return Err(RemovePasskeyRefusal::StepUpWanted);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::RemoveFactor, self)
        {
            return Err(RemovePasskeyRefusal::NotBefore(at));
        }
        let removed: Result<_, Error> = self
            .db
            .run("remove_passkey", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(name) = repo::passkey::remove(&tx, account, id, now).await? else {
                    return Ok(None);
                };
                repo::change::stop_subject(&tx, account, "passkey", id.as_bytes(), now).await?;
                // What only waits to take effect counts as well: else it would begin on an account that asks for no second step.
                let left = Protection::load(&tx, account).await?;
                if left.is_none_or(|left| left.is_password_alone(now)) {
                    repo::account::set_second_factor(&tx, account, None).await?;
                }
                let told = Happening::of(EventKind::PasskeyRemoved)
                    .by(visit)
                    .with("label", &name);
                self.tell(&tx, account, told, now).await?;
                Ok(Some(name))
            })
            .await;
        removed?.ok_or(RemovePasskeyRefusal::Unknown)
    }
}
