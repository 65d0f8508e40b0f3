//! The password: it opens a half-session, or a session where no second factor is on.
//!
//! Unknown address, wrong password, locked and suspended accounts get one answer, one Argon2id and one write each (A14).

use super::finish::is_known;
use crate::session::{Kind, Opening};
use crate::{App, Fault, SessionToken, Visit};
use counterfoil_model::guesses::GuessClock;
use counterfoil_model::login::key_of_typed;
use counterfoil_model::sign_in_throttle::{Lane, SignInThrottle};
use counterfoil_model::{AccountId, Method, Methods, Timestamp};
use counterfoil_store::repo::clock::{EVERYWHERE, Failures};
use counterfoil_store::repo::{self, account::Account};
use counterfoil_store::{Error, Tx};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Where the right password leads.
#[derive(Debug)]
pub enum PasswordSignIn {
    /// To the second step; the token names a half-session of ten minutes.
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
        let address = key_of_typed(address);
        let typed = &self.typed_hash(&address)?;
        let address = address.as_str();
        // The throttle is judged inside the lane, and the lane is kept until the failure is counted.
        let lane = self.slow_hash.lane().await?;
        let now = self.now();
        let standing = self.db.read("sign_in_standing", |tx| async move {
            standing(&tx, typed, address, visit, now).await
        });
        let standing: Result<Standing, Error> = standing.await;
        let standing = standing?;
        let from = standing.device.map_or(Lane::Network, Lane::KnownDevice);
        let heard = standing.throttle.allowed(from, now).is_ok();
        let candidate = standing
            .account
            .filter(|account| heard && account.opens(now));
        let judged = self.judge_password(&lane, candidate, password).await?;
        let scope = &scope(visit, standing.device.is_some());
        let Some(judged) = &judged else {
            let counted: Result<(), Error> = self
                .db
                .run("sign_in_failed", |tx| async move {
                    count_failure(&tx, typed, scope, visit, heard, now).await
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
                repo::clock::sign_in_cleared(&tx, typed, scope).await?;
                let methods = Methods::NONE.with(Method::Password);
                if kept.second_factor_since.is_none() {
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

    /// HMAC-SHA-256 of what was typed: the throttle's table doesn't list the addresses people mistype.
    fn typed_hash(&self, address: &str) -> Result<[u8; 32], Fault> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.keys.cookie_key()?)
            .map_err(|_| Fault::Broken("a key has no bytes"))?;
        mac.update(b"counterfoil/sign-in/v1\0");
        mac.update(address.as_bytes());
        Ok(mac.finalize().into_bytes().into())
    }
}

async fn standing(
    tx: &Tx,
    typed: &[u8; 32],
    address: &str,
    visit: &Visit,
    now: Timestamp,
) -> Result<Standing, Error> {
    let network = visit.network().to_string();
    let throttle = SignInThrottle {
        here: clock(repo::clock::sign_in(tx, typed, &network).await?),
        everywhere: clock(repo::clock::sign_in(tx, typed, EVERYWHERE).await?),
        network: repo::clock::hour(tx, AccountId::NOBODY, &hour_scope(visit)).await?,
    };
    let mut standing = Standing {
        account: None,
        throttle,
        device: None,
    };
    if let Some(id) = repo::account::find(tx, address).await? {
        standing.account = repo::account::load(tx, id).await?;
        let device = repo::device::load(tx, id, &visit.browser).await?;
        if device.is_some_and(|device| is_known(&device, now)) {
            standing.device = Some(clock(
                repo::clock::sign_in(tx, typed, &scope(visit, true)).await?,
            ));
        }
    }
    Ok(standing)
}

/// A known device is counted on its own clock only; anybody else on the network's, on all networks' and in the network's hour.
async fn count_failure(
    tx: &Tx,
    typed: &[u8; 32],
    scope: &str,
    visit: &Visit,
    heard: bool,
    now: Timestamp,
) -> Result<(), Error> {
    if heard {
        repo::clock::sign_in_failed(tx, typed, scope, now).await?;
    }
    if scope.starts_with(DEVICE) {
        return Ok(());
    }
    if heard {
        repo::clock::sign_in_failed(tx, typed, EVERYWHERE, now).await?;
    }
    repo::clock::hour_failed(tx, AccountId::NOBODY, &hour_scope(visit), now).await
}

const DEVICE: &str = "device:";

fn scope(visit: &Visit, known_device: bool) -> String {
    if known_device {
        format!("{DEVICE}{}", data_encoding::HEXLOWER.encode(&visit.browser))
    } else {
        visit.network().to_string()
    }
}

fn hour_scope(visit: &Visit) -> String {
    format!("sign-in:{}", visit.network())
}

fn clock(failures: Option<Failures>) -> GuessClock {
    failures.map_or(GuessClock::FRESH, |failures| GuessClock {
        failures: failures.count,
        last_failed_at: Some(failures.last_at),
    })
}
