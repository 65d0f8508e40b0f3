//! A passkey: the second step after the password, or both factors at once.

use super::finish::is_known;
use super::throttle::{Door as At, Tries};
use crate::freeze::Door;
use crate::passkey::{PasskeyAnswer, PasskeyRefusal};
use crate::protection::Protection;
use crate::{App, Counted, Fault, Session, SessionToken, Visit};
use counterfoil_model::guesses::GuessClock;
use counterfoil_model::passkey::Purpose;
use counterfoil_model::sign_in_throttle::{Lane, SignInThrottle};
use counterfoil_model::{AccountId, Method, Methods, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// Why a passkey alone leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum PasskeySignInRefusal {
    /// The question is too old or was answered before: a page that lay around.
    #[error("the question can't be answered any more")]
    Over,
    /// One answer, whatever was wrong.
    #[error("that didn't work")]
    Wrong,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for PasskeySignInRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// What is known when an answer named an account.
struct Standing {
    protection: Option<Protection>,
    throttle: SignInThrottle,
    device: Option<GuessClock>,
}

impl App {
    /// Signs in by a passkey inside a half-session.
    ///
    /// # Errors
    /// [`PasskeyRefusal`].
    pub async fn sign_in_with_passkey(
        &self,
        half: &Session,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, PasskeyRefusal> {
        let judged = self.second_step_by_passkey(half, visit, answer).await;
        if let Err(PasskeyRefusal::Wait(_)) = &judged {
            self.meter.count(Counted::ThrottleRefusal("passkey"));
        }
        self.meter.count(Counted::SignIn {
            way: "passkey",
            outcome: judged
                .as_ref()
                .map_or_else(PasskeyRefusal::name, |_| "signed-in"),
        });
        judged
    }

    async fn second_step_by_passkey(
        &self,
        half: &Session,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, PasskeyRefusal> {
        let said = self
            .hear_passkey(half, visit, Purpose::SecondStep, answer)
            .await?;
        let now = self.now();
        let judged: Result<_, Error> = self
            .db
            .run("sign_in_passkey", |tx| async move {
                let at = (Door::SignIn, true);
                let taken = self.take_passkey(&tx, half.account, visit, at, said, now);
                if let Err(refusal) = taken.await? {
                    return Ok(Err(refusal));
                }
                if !repo::session::end(&tx, half.account, &half.hash, now).await? {
                    return Ok(Err(PasskeyRefusal::Ended));
                }
                let methods = half.methods.with(Method::Passkey);
                Ok(Ok(self
                    .finish_sign_in(&tx, half.account, visit, methods, now)
                    .await?))
            })
            .await;
        judged?
    }

    /// Signs in by a passkey alone: it was unlocked, so it is something owned and something known at once. Unknown, removed and
    /// frozen get one answer, and so does an account that can't be opened now.
    ///
    /// # Errors
    /// [`PasskeySignInRefusal`].
    pub async fn sign_in_with_passkey_alone(
        &self,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, PasskeySignInRefusal> {
        let judged = self.judge_alone(visit, answer).await;
        self.meter.count(Counted::SignIn {
            way: "passkey-alone",
            outcome: match &judged {
                Ok(_) => "signed-in",
                Err(PasskeySignInRefusal::Over) => "ended",
                Err(PasskeySignInRefusal::Wrong) => "wrong",
                Err(PasskeySignInRefusal::Internal(_)) => "failed",
            },
        });
        judged
    }

    async fn judge_alone(
        &self,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, PasskeySignInRefusal> {
        let question = match self
            .spend_any_question(visit, Purpose::SignIn, answer)
            .await
        {
            Ok(question) => question,
            Err(PasskeyRefusal::Internal(fault)) => return Err(fault.into()),
            Err(_) => return Err(PasskeySignInRefusal::Over),
        };
        let now = self.now();
        let named = Self::named_by(answer.credential);
        let account = named.as_ref().map_or(AccountId::NOBODY, |(id, _)| *id);
        let tries = &self.tries(&account.to_string(), At::Passkey, visit.network())?;
        let standing = self.standing_of_named(tries, account, visit, now).await?;
        let from = standing.device.map_or(Lane::Network, Lane::KnownDevice);
        let heard = standing.throttle.allowed(from, now).is_ok();
        if !heard {
            self.meter.count(Counted::ThrottleRefusal("passkey"));
        }
        let tells = standing.protection.as_ref().map(|_| account);
        let device = standing.device.map(|_| &visit.browser);
        let candidate = standing
            .protection
            .filter(|protection| heard && protection.account.admits(now));
        let said = match (&candidate, &named) {
            (Some(protection), Some((_, credential))) => {
                self.judge_any(protection, question, credential, now)?
            }
            _ => None,
        };
        let Some(said) = said else {
            let counted: Result<(), Error> = self
                .db
                .run("sign_in_passkey_failed", |tx| async move {
                    tries.failed(&tx, device, heard, tells, now).await
                })
                .await;
            counted?;
            return Err(PasskeySignInRefusal::Wrong);
        };
        let signed_in: Result<_, Error> = self
            .db
            .run("sign_in_passkey_alone", |tx| async move {
                let at = (Door::SignIn, false);
                let taken = self.take_passkey(&tx, account, visit, at, said, now);
                if taken.await?.is_err() {
                    tries.failed(&tx, device, heard, tells, now).await?;
                    return Ok(None);
                }
                tries.succeeded(&tx, device).await?;
                let methods = Methods::NONE.with(Method::Passkey);
                self.finish_sign_in(&tx, account, visit, methods, now)
                    .await
                    .map(Some)
            })
            .await;
        signed_in?.ok_or(PasskeySignInRefusal::Wrong)
    }

    async fn standing_of_named(
        &self,
        tries: &Tries,
        account: AccountId,
        visit: &Visit,
        now: Timestamp,
    ) -> Result<Standing, Fault> {
        let standing: Result<_, Error> = self
            .db
            .read("sign_in_passkey_standing", |tx| async move {
                Ok(Standing {
                    protection: Protection::load(&tx, account).await?,
                    throttle: tries.throttle(&tx).await?,
                    device: clock_of_known(&tx, tries, account, visit, now).await?,
                })
            })
            .await;
        Ok(standing?)
    }
}

/// The clock of the browser, if it is a known device of this account.
async fn clock_of_known(
    tx: &Tx,
    tries: &Tries,
    account: AccountId,
    visit: &Visit,
    now: Timestamp,
) -> Result<Option<GuessClock>, Error> {
    let device = repo::device::load(tx, account, &visit.browser).await?;
    if device.is_some_and(|device| is_known(&device, now)) {
        return Ok(Some(tries.device(tx, &visit.browser).await?));
    }
    Ok(None)
}
