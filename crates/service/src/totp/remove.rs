//! Removing the authenticator app (A6): after a step-up, not within the hold, and told on every channel.

use crate::announce::Happening;
use crate::protection::Protection;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{EventKind, Hold, SensitiveAction, Timestamp};
use counterfoil_store::{Error, repo};

/// Why the app isn't removed.
#[derive(Debug, thiserror::Error)]
pub enum RemoveTotpRefusal {
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// No app is bound.
    #[error("no app is bound")]
    NoApp,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RemoveTotpRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Removes the app. When no sheet is in force either, the password alone opens the account again, as the page says.
    ///
    /// # Errors
    /// [`RemoveTotpRefusal`].
    pub async fn remove_totp(
        &self,
        session: &Session,
        visit: &Visit,
    ) -> Result<(), RemoveTotpRefusal> {
        let (account, now) = (session.account, self.now());
        if !session.is_fresh(now) {
            return Err(RemoveTotpRefusal::StepUpWanted);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::RemoveFactor, self)
        {
            return Err(RemoveTotpRefusal::NotBefore(at));
        }
        let protection = self.protection(account).await?;
        let bound =
            protection.totps.iter().rev().find(|totp| {
                totp.in_force(now) || totp.is_suspended(now) || totp.state == "disabled"
            });
        let id = bound.ok_or(RemoveTotpRefusal::NoApp)?.id;
        let removed: Result<_, Error> = self
            .db
            .run("remove_totp", |tx| async move {
                must_go_on(&tx, session).await?;
                if !repo::totp::remove(&tx, account, id, now).await? {
                    return Ok(false);
                }
                // What only waits to take effect counts as well: else it would begin on an account that asks for no second step.
                let left = Protection::load(&tx, account).await?;
                if left.is_none_or(|left| left.is_password_alone(now)) {
                    repo::account::set_second_factor(&tx, account, None).await?;
                }
                self.tell(
                    &tx,
                    account,
                    Happening::of(EventKind::TotpRemoved).by(visit),
                    now,
                )
                .await?;
                Ok(true)
            })
            .await;
        if removed? {
            Ok(())
        } else {
            Err(RemoveTotpRefusal::NoApp)
        }
    }
}
