//! The second step by authenticator app.

use crate::freeze::Door;
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::protection::Protection;
use crate::{App, Counted, Fault, Session, SessionToken, Visit};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::totp::{self, TypedDigits};
use counterfoil_model::{AccountId, Method, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// Why a number leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum TotpRefusal {
    /// Not six digits. No guess.
    #[error("that is not a number of six digits")]
    NotSixDigits,
    /// The number is wrong, or was used before.
    #[error("that number is wrong")]
    Wrong(TriesLeft),
    /// Too many wrong numbers; the next is heard then.
    #[error("too early for another guess")]
    Wait(Timestamp),
    /// No authenticator app works for this account now.
    #[error("no authenticator app works")]
    NoApp,
    /// The half-session is over: begin with the password.
    #[error("the sign-in took too long")]
    Ended,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for TotpRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl TotpRefusal {
    const fn name(&self) -> &'static str {
        match self {
            Self::NotSixDigits => "unreadable",
            Self::Wrong(_) => "wrong",
            Self::Wait(_) => "wait",
            Self::NoApp => "none",
            Self::Ended => "ended",
            Self::Internal(_) => "failed",
        }
    }
}

impl App {
    /// Judges six digits inside a half-session and signs in.
    ///
    /// # Errors
    /// [`TotpRefusal`].
    pub async fn sign_in_with_totp(
        &self,
        half: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<SessionToken, TotpRefusal> {
        let judged = self.judge_digits(half, visit, typed).await;
        if let Err(TotpRefusal::Wait(_)) = &judged {
            self.meter.count(Counted::ThrottleRefusal("totp"));
        }
        self.meter.count(Counted::SignIn {
            way: "totp",
            outcome: judged
                .as_ref()
                .map_or_else(TotpRefusal::name, |_| "signed-in"),
        });
        judged
    }

    async fn judge_digits(
        &self,
        half: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<SessionToken, TotpRefusal> {
        let typed = &TypedDigits::read(typed).ok_or(TotpRefusal::NotSixDigits)?;
        let now = self.now();
        let judged: Result<_, Error> = self
            .db
            .run("sign_in_totp", |tx| async move {
                if let Err(refusal) = self
                    .judge_totp(&tx, half.account, visit, Door::SignIn, typed, now)
                    .await?
                {
                    return Ok(Err(refusal));
                }
                if !repo::session::end(&tx, half.account, &half.hash, now).await? {
                    return Ok(Err(TotpRefusal::Ended));
                }
                let methods = half.methods.with(Method::Totp);
                Ok(Ok(self
                    .finish_sign_in(&tx, half.account, visit, methods, now)
                    .await?))
            })
            .await;
        judged?
    }

    /// Judges six digits and spends their time step. Clock, digits, spending and counting are one serializable
    /// transaction, so guesses in parallel are counted one by one.
    pub(crate) async fn judge_totp(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        door: Door,
        typed: &TypedDigits,
        now: Timestamp,
    ) -> Result<Result<(), TotpRefusal>, Error> {
        if let Err(wait) = guess_is_heard(tx, account, visit, now).await? {
            return Ok(Err(TotpRefusal::Wait(wait.until)));
        }
        let protection = Protection::load(tx, account).await?;
        let Some(kept) = protection
            .as_ref()
            .and_then(|protection| protection.totp_at(door, now))
        else {
            return Ok(Err(TotpRefusal::NoApp));
        };
        let secret = self.totp_secret(account, kept).map_err(Error::internal)?;
        if let Some(step) = totp::check(&secret, typed, now, Some(kept.last_step))
            && match door {
                Door::SignIn => repo::totp::spend_step(tx, account, kept.id, step, now).await?,
                Door::Thaw(_) => {
                    repo::totp::spend_step_to_thaw(tx, account, kept.id, step, now).await?
                }
            }
        {
            right_guess(tx, account, visit).await?;
            return Ok(Ok(()));
        }
        let left = self
            .wrong_guess(tx, account, visit, Guessed::Totp(kept.id), now)
            .await?;
        Ok(Err(TotpRefusal::Wrong(left)))
    }
}
