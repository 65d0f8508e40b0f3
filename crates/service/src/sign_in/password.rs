//! The password: it opens a half-session, or a session where no second factor is on.
//!
//! Unknown address, wrong password, locked and suspended accounts get one answer, one Argon2id and one write each (A14).

use super::finish::is_known;
use super::throttle::{Door, Tries};
use crate::session::{Kind, Opening};
use crate::{App, Counted, Fault, SessionToken, Visit};
use counterfoil_model::guesses::GuessClock;
use counterfoil_model::login::key_of_typed;
use counterfoil_model::sign_in_throttle::{Lane, SignInThrottle};
use counterfoil_model::turns::Rank;
use counterfoil_model::{Method, Methods, Timestamp};
use counterfoil_store::repo::{self, account::Account};
use counterfoil_store::{Error, Tx};

/// Where the right password leads.
#[derive(Debug)]
pub enum PasswordSignIn {
    /// To the second step, or to the page of a frozen account; the token names a half-session of ten minutes.
    SecondStep(SessionToken),
    /// In: the account has no second factor yet.
    SignedIn(SessionToken),
}

/// Why the password leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum SignInRefusal {
    /// One answer, whatever was wrong.
    #[error("that didn't work")]
    Wrong,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for SignInRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// What is known when an address was typed.
struct Standing {
    account: Option<Account>,
    throttle: SignInThrottle,
    device: Option<GuessClock>,
}

impl App {
    /// Judges an address and a password typed in a browser.
    ///
    /// # Errors
    /// [`SignInRefusal`].
    pub async fn sign_in_with_password(
        &self,
        visit: &Visit,
        address: &str,
        password: &str,
    ) -> Result<PasswordSignIn, SignInRefusal> {
        let judged = self.judge_sign_in(visit, address, password).await;
        self.meter.count(Counted::SignIn {
            way: "password",
            outcome: match &judged {
                Ok(PasswordSignIn::SecondStep(_)) => "second-step",
                Ok(PasswordSignIn::SignedIn(_)) => "signed-in",
                Err(SignInRefusal::Internal(_)) => "failed",
                Err(_) => "wrong",
            },
        });
        judged
    }

    async fn judge_sign_in(
        &self,
        visit: &Visit,
        address: &str,
        password: &str,
    ) -> Result<PasswordSignIn, SignInRefusal> {
        let address = key_of_typed(address);
        let tries = &self.tries(&address, Door::Portal, visit.network())?;
        let address = address.as_str();
        let rank = self.rank_of_typed(tries, address, visit).await?;
        // The throttle is judged inside the lane, and the lane is kept until the failure is counted.
        let lane = self.slow_hash.lane(tries.asker(rank)).await?;
        let now = self.now();
        let standing = self.db.read("sign_in_standing", |tx| async move {
            standing(&tx, tries, address, visit, now).await
        });
        let standing: Result<Standing, Error> = standing.await;
        let standing = standing?;
        let from = standing.device.map_or(Lane::Network, Lane::KnownDevice);
        let heard = standing.throttle.allowed(from, now).is_ok();
        if !heard {
            self.meter.count(Counted::ThrottleRefusal("password"));
        }
        let tells = standing.account.as_ref().map(|account| account.id);
        let candidate = standing
            .account
            .filter(|account| heard && account.opens(now));
        let judged = self.judge_password(&lane, candidate, password).await?;
        let device = standing.device.map(|_| &visit.browser);
        let Some(judged) = &judged else {
            let counted: Result<(), Error> = self
                .db
                .run("sign_in_failed", |tx| async move {
                    tries.failed(&tx, device, heard, tells, now).await
                })
                .await;
            counted?;
            return Err(SignInRefusal::Wrong);
        };
        drop(lane);
        self.db
            .run("sign_in_password", |tx| async move {
                // What was judged may have been suspended, or have got another password or factor, while the hash ran.
                let kept = repo::account::load(&tx, judged.id).await?;
                let Some(kept) =
                    kept.filter(|kept| kept.opens(now) && kept.password == judged.password)
                else {
                    return Err(SignInRefusal::Wrong);
                };
                let account = kept.id;
                tries.succeeded(&tx, device).await?;
                let methods = Methods::NONE.with(Method::Password);
                if kept.second_factor_since.is_none() && !kept.is_frozen() {
                    return Ok(PasswordSignIn::SignedIn(
                        self.finish_sign_in(&tx, account, visit, methods, now)
                            .await?,
                    ));
                }
                let half = Opening {
                    account,
                    kind: Kind::Half,
                    methods,
                    held: false,
                    started_at: now,
                    stepped_up_at: now,
                };
                Ok(PasswordSignIn::SecondStep(
                    self.open_session(&tx, visit, half).await?,
                ))
            })
            .await
    }
}

impl App {
    /// Whose turn this sign-in waits for: a known device's own, a stranger's, or that of somebody who failed lately. It judges
    /// nothing, and asks nothing that depends on a password.
    async fn rank_of_typed(
        &self,
        tries: &Tries,
        address: &str,
        visit: &Visit,
    ) -> Result<Rank, Fault> {
        let now = self.now();
        let ranked: Result<_, Error> = self
            .db
            .read("sign_in_rank", |tx| async move {
                let throttle = tries.throttle(&tx).await?;
                let device = known_device(&tx, tries, address, visit, now).await?;
                Ok(throttle.rank(device.map_or(Lane::Network, Lane::KnownDevice), now))
            })
            .await;
        Ok(ranked?)
    }
}

/// The clock of the browser, if it is a known device of the account of this address.
async fn known_device(
    tx: &Tx,
    tries: &Tries,
    address: &str,
    visit: &Visit,
    now: Timestamp,
) -> Result<Option<GuessClock>, Error> {
    let Some(id) = repo::account::find(tx, address).await? else {
        return Ok(None);
    };
    let device = repo::device::load(tx, id, &visit.browser).await?;
    if device.is_some_and(|device| is_known(&device, now)) {
        return Ok(Some(tries.device(tx, &visit.browser).await?));
    }
    Ok(None)
}

async fn standing(
    tx: &Tx,
    tries: &Tries,
    address: &str,
    visit: &Visit,
    now: Timestamp,
) -> Result<Standing, Error> {
    let mut standing = Standing {
        account: None,
        throttle: tries.throttle(tx).await?,
        device: known_device(tx, tries, address, visit, now).await?,
    };
    if let Some(id) = repo::account::find(tx, address).await? {
        standing.account = repo::account::load(tx, id).await?;
    }
    Ok(standing)
}
