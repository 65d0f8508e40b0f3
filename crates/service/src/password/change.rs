//! Changing the password: the old one is typed, every other session ends.

use crate::announce::Happening;
use crate::guess::right_guess;
use crate::session::StepUpRefusal;
use crate::{App, Fault, Session, SessionToken, Visit};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{EventKind, Hold, PasswordRefusal, SensitiveAction, Timestamp};
use counterfoil_store::{Error, repo};

/// Why the password isn't changed.
#[derive(Debug, thiserror::Error)]
pub enum PasswordChangeRefusal {
    /// The old password is wrong.
    #[error("the old password is wrong")]
    OldWrong(TriesLeft),
    /// Too many wrong ones; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// The new one is too short, too long or too common.
    #[error(transparent)]
    New(#[from] PasswordRefusal),
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// The session is over.
    #[error("the session is over")]
    Ended,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for PasswordChangeRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Changes the password; the session goes on under a new id, all others end.
    ///
    /// # Errors
    /// [`PasswordChangeRefusal`].
    pub async fn change_password(
        &self,
        session: &Session,
        visit: &Visit,
        old: &str,
        new: &str,
    ) -> Result<SessionToken, PasswordChangeRefusal> {
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::ChangePassword, self)
        {
            return Err(PasswordChangeRefusal::NotBefore(at));
        }
        let owner = self.protection(session.account).await?.account;
        let new = self.check_password(
            new,
            &owner.address,
            &owner.name,
            session
                .policy()
                .password_least(owner.second_factor_since.is_some()),
        )?;
        self.own_password_matches(session, visit, old)
            .await?
            .map_err(|refusal| match refusal {
                StepUpRefusal::Wrong(left) => PasswordChangeRefusal::OldWrong(left),
                StepUpRefusal::Wait(until) => PasswordChangeRefusal::Wait(until),
                StepUpRefusal::Internal(fault) => PasswordChangeRefusal::Internal(fault),
                StepUpRefusal::NotSixDigits
                | StepUpRefusal::StrongWanted
                | StepUpRefusal::Passkey(_)
                | StepUpRefusal::Ended => PasswordChangeRefusal::Ended,
            })?;
        let (phc, pepper) = &self.hash_password(owner.id, new.as_bytes()).await?;
        let now = self.now();
        let changed: Result<_, Error> = self
            .db
            .run("change_password", |tx| async move {
                let rotated = self
                    .rotate_session(&tx, visit, session, session.methods, now)
                    .await?;
                let Some(token) = rotated else {
                    return Ok(None);
                };
                right_guess(&tx, session.account, visit).await?;
                repo::account::set_password(&tx, session.account, phc, pepper, now).await?;
                self.end_other_access(&tx, session.account, &token.hash(), now)
                    .await?;
                self.tell(
                    &tx,
                    session.account,
                    Happening::of(EventKind::PasswordChanged).by(visit),
                    now,
                )
                .await?;
                Ok(Some(token))
            })
            .await;
        changed?.ok_or(PasswordChangeRefusal::Ended)
    }
}
