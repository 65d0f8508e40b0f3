//! Changes that wait: seen, stopped, or confirmed by another bound factor so that they take effect at once.

use crate::announce::Happening;
use crate::freeze::Door;
use crate::link::{LinkRefusal, LinkToken};
use crate::passkey::{PasskeyAnswer, PasskeyRefusal};
use crate::sign_in::TotpRefusal;
use crate::{App, Fault, LinkKind, Session, SessionToken, Visit};
use counterfoil_model::passkey::Purpose;
use counterfoil_model::totp::TypedDigits;
use counterfoil_model::{
    AccountId, ChangeId, EventKind, Method, OutsideAddressId, PasskeyId, SetId, Timestamp, TotpId,
};
use counterfoil_store::repo::{self, change::Change};
use counterfoil_store::{Error, Tx};

/// A change that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its id.
    pub id: ChangeId,
    /// `totp`, `passkey`, `sheet`, `replacement`, `re-enrolment`, `address-add`, `address-remove` or `address-replace`: the end of a Fluent
    /// id.
    pub kind: String,
    /// When it takes effect.
    pub effective_at: Timestamp,
}

/// Why a change isn't confirmed.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmRefusal {
    /// The number of the authenticator app didn't do.
    #[error(transparent)]
    Totp(#[from] TotpRefusal),
    /// The passkey didn't do.
    #[error(transparent)]
    Passkey(#[from] PasskeyRefusal),
    /// Nothing waits under this id.
    #[error("nothing waits")]
    NothingWaits,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ConfirmRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// What waits for an account, soonest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn waiting_changes(&self, account: AccountId) -> Result<Vec<Waiting>, Fault> {
        let now = self.now();
        let waiting: Result<_, Error> = self
            .db
            .read("waiting_changes", |tx| async move {
                repo::change::waiting(&tx, account, now).await
            })
            .await;
        Ok(waiting?
            .into_iter()
            .map(|change| Waiting {
                id: change.id,
                kind: change.kind,
                effective_at: change.effective_at,
            })
            .collect())
    }

    /// Stops a change from a session: tightening needs no more.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn stop_change(
        &self,
        session: &Session,
        visit: &Visit,
        id: ChangeId,
    ) -> Result<bool, Fault> {
        let (account, now) = (session.account, self.now());
        let stopped: Result<_, Error> = self
            .db
            .run("stop_change", |tx| async move {
                self.stop_change_in(&tx, account, id, Some(visit), now)
                    .await
            })
            .await;
        Ok(stopped?)
    }

    /// Stops a change by the link of a notice, without any sign-in. All links of the change end with it.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn stop_change_by_link(
        &self,
        token: &LinkToken,
        visit: &Visit,
    ) -> Result<(), LinkRefusal> {
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let stopped: Result<_, Error> = self
            .db
            .run("stop_change_by_link", |tx| async move {
                let Some(link) =
                    repo::link::consume(&tx, account, &hash, LinkKind::StopChange.as_str(), now)
                        .await?
                else {
                    return Ok(false);
                };
                let Some(subject) = link.subject else {
                    return Ok(false);
                };
                let id = ChangeId::from_bytes(subject);
                let stopped = self
                    .stop_change_in(&tx, account, id, Some(visit), now)
                    .await?;
                if stopped {
                    repo::change::object(&tx, account, id, now).await?;
                }
                Ok(stopped)
            })
            .await;
        if stopped? {
            Ok(())
        } else {
            Err(LinkRefusal::Over)
        }
    }

    /// Stops a change that waits, in this transaction; false if it doesn't wait any more.
    pub(crate) async fn stop_change_in(
        &self,
        tx: &Tx,
        account: AccountId,
        id: ChangeId,
        visit: Option<&Visit>,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let Some(change) = repo::change::load(tx, account, id).await? else {
            return Ok(false);
        };
        if !repo::change::stop(tx, account, id, now).await? {
            return Ok(false);
        }
        match change.kind.as_str() {
            "sheet" => {
                repo::code_set::stop(tx, account, SetId::from_bytes(change.subject), now).await?;
            }
            "replacement" => {
                repo::code::stop(
                    tx,
                    account,
                    SetId::from_bytes(change.subject),
                    change.slot.unwrap_or_default(),
                    now,
                )
                .await?;
            }
            "address-add" => {
                let id = OutsideAddressId::from_bytes(change.subject);
                repo::outside_address::forget(tx, account, id, now).await?;
            }
            "address-replace" => {
                let id = OutsideAddressId::from_bytes(change.subject);
                self.undo_replacing(tx, account, id, now).await?;
            }
            "address-remove" => {
                let id = OutsideAddressId::from_bytes(change.subject);
                repo::outside_address::restore(tx, account, id, now).await?;
            }
            "totp" => {
                repo::totp::stop(tx, account, TotpId::from_bytes(change.subject), now).await?;
            }
            "passkey" => {
                let id = PasskeyId::from_bytes(change.subject);
                repo::passkey::stop(tx, account, id, now).await?;
            }
            _ => {
                // A re-enrolment that the owner stops leaves an account that only another one opens again: what it bound is
                // taken off, and the account is frozen, so that lifting the suspension opens nothing either.
                repo::account::set_state(tx, account, "active", "suspended").await?;
                repo::totp::remove_all(tx, account, now).await?;
                repo::passkey::remove_all(tx, account, now).await?;
                self.end_access(tx, account, now).await?;
                if repo::freeze::freeze(tx, account, None, now).await? {
                    let frozen = Happening::of(EventKind::Frozen).with("taken", "");
                    self.tell(tx, account, frozen, now).await?;
                }
            }
        }
        let mut happening = Happening::of(EventKind::ChangeStopped).with("change", &change.kind);
        if let Some(visit) = visit {
            happening = happening.by(visit);
        }
        self.tell(tx, account, happening, now).await?;
        Ok(true)
    }

    /// Lets everything that waits in this session take effect now, because another bound factor confirms it. The session
    /// goes on under a new id, no longer held.
    ///
    /// # Errors
    /// [`ConfirmRefusal`].
    pub async fn confirm_changes(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<SessionToken, ConfirmRefusal> {
        let typed = &TypedDigits::read(typed).ok_or(TotpRefusal::NotSixDigits)?;
        let (account, now) = (session.account, self.now());
        let confirmed: Result<_, Error> = self
            .db
            .run("confirm_changes", |tx| async move {
                if let Err(refusal) = self
                    .judge_totp(&tx, account, visit, Door::SignIn, typed, now)
                    .await?
                {
                    return Ok(Err(ConfirmRefusal::Totp(refusal)));
                }
                self.confirm_in(&tx, session, visit, Method::Totp, now)
                    .await
            })
            .await;
        confirmed?
    }

    /// The same by a passkey.
    ///
    /// # Errors
    /// [`ConfirmRefusal`].
    pub async fn confirm_changes_by_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, ConfirmRefusal> {
        let said = self
            .hear_passkey(session, visit, Purpose::Confirm, answer)
            .await?;
        let (account, now) = (session.account, self.now());
        let confirmed: Result<_, Error> = self
            .db
            .run("confirm_changes_passkey", |tx| async move {
                let at = (Door::SignIn, true);
                if let Err(refusal) = self
                    .take_passkey(&tx, account, visit, at, said, now)
                    .await?
                {
                    return Ok(Err(ConfirmRefusal::Passkey(refusal)));
                }
                self.confirm_in(&tx, session, visit, Method::Passkey, now)
                    .await
            })
            .await;
        confirmed?
    }

    async fn confirm_in(
        &self,
        tx: &Tx,
        session: &Session,
        visit: &Visit,
        by: Method,
        now: Timestamp,
    ) -> Result<Result<SessionToken, ConfirmRefusal>, Error> {
        let methods = session.methods.with(by);
        let rotated = self
            .rotate_session(tx, visit, session, methods, now)
            .await?;
        let Some(token) = rotated else {
            return Ok(Err(ConfirmRefusal::NothingWaits));
        };
        for change in repo::change::waiting(tx, session.account, now).await? {
            self.apply_now(tx, &change, visit, now).await?;
        }
        Ok(Ok(token))
    }

    async fn apply_now(
        &self,
        tx: &Tx,
        change: &Change,
        visit: &Visit,
        now: Timestamp,
    ) -> Result<(), Error> {
        let account = change.account;
        match change.kind.as_str() {
            "sheet" => {
                let set = SetId::from_bytes(change.subject);
                repo::code_set::bring_forward(tx, account, set, now).await?;
                repo::code::bring_all_forward(tx, account, set, now).await?;
            }
            "replacement" => {
                repo::code::bring_forward(
                    tx,
                    account,
                    SetId::from_bytes(change.subject),
                    change.slot.unwrap_or_default(),
                    now,
                )
                .await?;
            }
            "totp" => {
                repo::totp::bring_forward(tx, account, TotpId::from_bytes(change.subject), now)
                    .await?;
            }
            "passkey" => {
                let id = PasskeyId::from_bytes(change.subject);
                repo::passkey::bring_forward(tx, account, id, now).await?;
            }
            // A re-enrolment waits its time: the factor that would confirm it is the one it binds. So do addresses: those
            // before them are asked, not a factor.
            _ => return Ok(()),
        }
        if repo::change::applied(tx, account, change.id).await? {
            self.tell(
                tx,
                account,
                Happening::of(EventKind::ChangeApplied)
                    .by(visit)
                    .with("change", &change.kind),
                now,
            )
            .await?;
        }
        Ok(())
    }
}
