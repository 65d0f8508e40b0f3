//! What every change of the outside addresses asks for: a session that may, and the facts that say when it takes effect.

use crate::protection::Protection;
use crate::{App, Session};
use counterfoil_model::address_change::{
    AddressChange, AddressFacts, Effect, REMEMBERED, StrongFactor, effect,
};
use counterfoil_model::{
    AccountId, ChangeId, Hold, Method, OutsideAddressId, SensitiveAction, Timestamp,
};
use counterfoil_store::repo::{self, change::Change};
use counterfoil_store::{Error, Tx};

/// Why this session can't change addresses now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    Before(Timestamp),
}

impl App {
    /// Whether addresses may be changed in this session: not by a code on a device that isn't known, for two days.
    pub(super) fn session_may_change_addresses(&self, session: &Session) -> Result<(), NotNow> {
        match session.hold(SensitiveAction::ChangeOutsideAddress, self) {
            Hold::AtOnce => Ok(()),
            Hold::NotBefore { allowed_at: at }
            | Hold::AfterDelay {
                takes_effect_at: at,
            } => Err(NotNow::Before(at)),
        }
    }

    /// The same, right after a factor was proved.
    pub(crate) fn may_change_addresses(&self, session: &Session) -> Result<(), NotNow> {
        if !session.is_fresh(self.now()) {
            return Err(NotNow::StepUpWanted);
        }
        self.session_may_change_addresses(session)
    }

    /// When this change takes effect, as things stand in this transaction.
    pub(super) async fn address_effect(
        &self,
        tx: &Tx,
        session: &Session,
        change: AddressChange,
        now: Timestamp,
    ) -> Result<Effect, Error> {
        let account = session.account;
        let there = repo::outside_address::list(tx, account).await?;
        let objections = repo::change::objections(tx, account, now - REMEMBERED).await?;
        let protection = Protection::load(tx, account).await?;
        let since = protection
            .as_ref()
            .and_then(|protection| strong_since(protection, session, now));
        // Where a code opened the session, a step-up asks for the password: it shows no authenticator.
        let shown = session.methods.has_bound() && !session.methods.contains(Method::BackupCode);
        let facts = AddressFacts {
            witnesses: there.iter().filter(|address| address.hears(now)).count(),
            objections,
            strong_factor: since.map(|since| StrongFactor {
                since,
                shown_at: shown.then(|| session.stepped_up_at()),
            }),
        };
        Ok(effect(change, &facts, session.policy(), now))
    }

    /// Enters a change that waits, so that it is seen, stopped, and told of when its time comes.
    pub(super) async fn ask_address_change(
        &self,
        tx: &Tx,
        account: AccountId,
        change: AddressChange,
        id: OutsideAddressId,
        at: Timestamp,
        now: Timestamp,
    ) -> Result<ChangeId, Error> {
        let change = Change {
            account,
            id: ChangeId::draw(&mut self.chance()),
            kind: change.as_str().to_owned(),
            subject: *id.as_bytes(),
            slot: None,
            state: "waiting".to_owned(),
            asked_at: now,
            effective_at: at,
        };
        repo::change::ask(tx, &change).await?;
        Ok(change.id)
    }
}

/// Since when the strong factor is bound that this session showed. Which passkey it was isn't known, so the newest counts.
fn strong_since(protection: &Protection, session: &Session, now: Timestamp) -> Option<Timestamp> {
    let app = protection.totp(now).and_then(|totp| totp.effective_at);
    let passkey = protection.passkeys(now).map(|own| own.effective_at).max();
    if session.methods.contains(Method::Passkey) && !session.methods.contains(Method::Totp) {
        passkey
    } else {
        app.or(passkey)
    }
}
