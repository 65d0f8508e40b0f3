//! An address takes the place of another: adding and removing as one change, told once, and stopped as a whole.
//!
//! Until the code is typed that was mailed to the new one, nothing happens to the old one. Then the old one stops counting at
//! once and goes on hearing, the new one waits, and one moment ends both: nobody is left without an address that hears.

use crate::announce::Happening;
use crate::{App, LinkKind, Visit};
use counterfoil_model::address_change::Effect;
use counterfoil_model::{AccountId, AddressChange, EventKind, OutsideAddressId, Timestamp};
use counterfoil_store::repo::{self, outside_address::OutsideAddress};
use counterfoil_store::{Error, Tx};

/// The address that counts and whose place this one is to take; `None` for one that is added to the others.
pub(super) async fn replaced(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<OutsideAddressId>, Error> {
    let there = repo::outside_address::list(tx, account).await?;
    let old = there.iter().find(|own| own.id == id);
    let old = old.and_then(|own| own.replaces);
    let counts = |own: &&OutsideAddress| Some(own.id) == old && own.counts(now);
    Ok(there.iter().find(counts).map(|own| own.id))
}

/// One that takes the place of another.
pub(super) struct Replacing<'a> {
    /// The one that counts.
    pub(super) old: OutsideAddressId,
    /// The other, proved in this transaction.
    pub(super) id: OutsideAddressId,
    /// That one's address.
    pub(super) address: &'a str,
    /// When that happens.
    pub(super) effect: Effect,
}

impl App {
    /// Takes the old one off, and lets both wait as one change.
    pub(super) async fn replace_counting(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        replacing: Replacing<'_>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (at, can_be_stopped) = match replacing.effect {
            Effect::AtOnce => (now, false),
            Effect::At { at, can_be_stopped } => (at, can_be_stopped),
        };
        let removed = repo::outside_address::remove(tx, account, replacing.old, at, now).await?;
        let change = self
            .ask_address_change(tx, account, AddressChange::Replace, replacing.id, at, now)
            .await?;
        let mut told = Happening::of(EventKind::OutsideAddressReplaced)
            .by(visit)
            .with("address", replacing.address)
            .with("old", removed.unwrap_or_default())
            .with("until", at.as_micros());
        if can_be_stopped {
            told = told.link(LinkKind::StopChange, *change.as_bytes(), at);
        }
        self.tell(tx, account, told, now).await
    }

    /// Puts everything back as it was before one took the place of another.
    pub(crate) async fn undo_replacing(
        &self,
        tx: &Tx,
        account: AccountId,
        id: OutsideAddressId,
        now: Timestamp,
    ) -> Result<(), Error> {
        let there = repo::outside_address::list(tx, account).await?;
        let old = there.iter().find(|own| own.id == id);
        repo::outside_address::forget(tx, account, id, now).await?;
        if let Some(old) = old.and_then(|own| own.replaces) {
            repo::outside_address::restore(tx, account, old, now).await?;
        }
        Ok(())
    }
}
