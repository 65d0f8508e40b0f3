//! Proving a new authenticator app with its first number: from then on, or after the hold, it counts.

use crate::announce::Happening;
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::protection::Protection;
use crate::totp::begin::waits_for_proof;
use crate::{App, Fault, LinkKind, Session, SessionToken, Visit};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::totp::{self, TypedDigits};
use counterfoil_model::{ChangeId, EventKind, Hold, Method, SensitiveAction, Timestamp};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, change::Change};

/// An app that was bound.
#[derive(Debug)]
pub struct BoundTotp {
    /// The session's new id: its rights have changed.
    pub token: SessionToken,
    /// From when on the app counts.
    pub effective_at: Timestamp,
    /// Whether that is now.
    pub at_once: bool,
}

/// Why an app isn't bound.
#[derive(Debug, thiserror::Error)]
pub enum ProveTotpRefusal {
    /// Not six digits. No guess.
    #[error("that is not a number of six digits")]
    NotSixDigits,
    /// The number is wrong.
    #[error("that number is wrong")]
    Wrong(TriesLeft),
    /// Too many wrong ones; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// No key waits to be proved, or the session is over.
    #[error("no key waits to be proved")]
    NothingBegun,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ProveTotpRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Binds the app whose key was shown.
    ///
    /// # Errors
    /// [`ProveTotpRefusal`].
    pub async fn prove_totp(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<BoundTotp, ProveTotpRefusal> {
        let typed = &TypedDigits::read(typed).ok_or(ProveTotpRefusal::NotSixDigits)?;
        let (account, now) = (session.account, self.now());
        let (effective_at, at_once) = match session.hold(SensitiveAction::StageFactor, self) {
            Hold::AtOnce => (now, true),
            Hold::AfterDelay {
                takes_effect_at: at,
            }
            | Hold::NotBefore { allowed_at: at } => (at, false),
        };
        let bound: Result<_, Error> = self
            .db
            .run("prove_totp", |tx| async move {
                if let Err(wait) = guess_is_heard(&tx, account, visit, now).await? {
                    return Ok(Err(ProveTotpRefusal::Wait(wait.until)));
                }
                let protection = Protection::load(&tx, account).await?;
                let pending = protection
                    .as_ref()
                    .and_then(|all| all.totps.iter().find(|totp| waits_for_proof(totp, now)));
                let (Some(protection), Some(pending)) = (protection.as_ref(), pending) else {
                    return Ok(Err(ProveTotpRefusal::NothingBegun));
                };
                let secret = self
                    .totp_secret(account, pending)
                    .map_err(Error::internal)?;
                let Some(step) = totp::check(&secret, typed, now, None) else {
                    return Ok(Err(ProveTotpRefusal::Wrong(
                        self.wrong_guess(&tx, account, visit, Guessed::Other, now)
                            .await?,
                    )));
                };
                let methods = if at_once {
                    session.methods.with(Method::Totp)
                } else {
                    session.methods
                };
                // Whoever was signed out meanwhile binds nothing.
                let rotated = self
                    .rotate_session(&tx, visit, session, methods, now)
                    .await?;
                let Some(token) = rotated else {
                    return Ok(Err(ProveTotpRefusal::NothingBegun));
                };
                let (id, at) = (pending.id, effective_at);
                if !repo::totp::activate(&tx, account, id, step, at, now).await? {
                    return Err(Error::internal("a key that waited is gone"));
                }
                repo::change::stop_kind(&tx, account, "totp", now).await?;
                right_guess(&tx, account, visit).await?;
                if at_once {
                    if protection.account.second_factor_since.is_none() {
                        repo::account::set_second_factor(&tx, account, Some(now)).await?;
                    }
                    self.tell(
                        &tx,
                        account,
                        Happening::of(EventKind::TotpActivated).by(visit),
                        now,
                    )
                    .await?;
                } else {
                    let id = ChangeId::draw(&mut self.chance());
                    let change = Change {
                        account,
                        id,
                        kind: "totp".to_owned(),
                        subject: *pending.id.as_bytes(),
                        slot: None,
                        state: "waiting".to_owned(),
                        asked_at: now,
                        effective_at,
                    };
                    repo::change::ask(&tx, &change).await?;
                    let staged = Happening::of(EventKind::TotpStaged)
                        .by(visit)
                        .with("until", effective_at.as_micros());
                    self.tell(
                        &tx,
                        account,
                        staged.link(LinkKind::StopChange, *id.as_bytes(), effective_at),
                        now,
                    )
                    .await?;
                }
                Ok(Ok(BoundTotp {
                    token,
                    effective_at,
                    at_once,
                }))
            })
            .await;
        bound?
    }
}
