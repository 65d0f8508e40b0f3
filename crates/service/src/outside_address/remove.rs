//! Removing an outside address: it stops counting at once, goes on hearing of events, and every address that hears can stop it.

use super::change::NotNow;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_model::address_change::Effect;
use counterfoil_model::{AddressChange, EventKind, OutsideAddressId, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// Why an address isn't removed.
#[derive(Debug, thiserror::Error)]
pub enum RemoveAddressRefusal {
    /// It isn't there.
    #[error("that address isn't there")]
    Unknown,
    /// Not in this session.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RemoveAddressRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Removes an address. One that doesn't count yet is gone at once: nobody who reads its mail has been told of anything.
    ///
    /// # Errors
    /// [`RemoveAddressRefusal`].
    pub async fn remove_outside_address(
        &self,
        session: &Session,
        visit: &Visit,
        id: OutsideAddressId,
    ) -> Result<(), RemoveAddressRefusal> {
        let (account, now) = (session.account, self.now());
        self.may_change_addresses(session)?;
        let removed: Result<_, Error> = self
            .db
            .run("remove_outside_address", |tx| async move {
                must_go_on(&tx, session).await?;
                for coming in [AddressChange::Add, AddressChange::Replace] {
                    let (kind, id) = (coming.as_str(), *id.as_bytes());
                    let waits = repo::change::waiting_of(&tx, account, kind, id, now).await?;
                    if let Some(change) = waits {
                        return self
                            .stop_change_in(&tx, account, change.id, Some(visit), now)
                            .await;
                    }
                }
                if let Some(address) = repo::outside_address::forget(&tx, account, id, now).await? {
                    let gone = Happening::of(EventKind::OutsideAddressRemoved)
                        .by(visit)
                        .with("address", address)
                        .with("was", "unconfirmed")
                        .with("until", now.as_micros());
                    self.tell(&tx, account, gone, now).await?;
                    return Ok(true);
                }
                self.remove_counting(&tx, session, visit, id, now).await
            })
            .await;
        if removed? {
            Ok(())
        } else {
            Err(RemoveAddressRefusal::Unknown)
        }
    }

    async fn remove_counting(
        &self,
        tx: &Tx,
        session: &Session,
        visit: &Visit,
        id: OutsideAddressId,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let account = session.account;
        let effect = self
            .address_effect(tx, session, AddressChange::Remove, now)
            .await?;
        let (at, can_be_stopped) = match effect {
            Effect::AtOnce => (now, false),
            Effect::At { at, can_be_stopped } => (at, can_be_stopped),
        };
        let removed = repo::outside_address::remove(tx, account, id, at, now).await?;
        let Some(address) = removed else {
            return Ok(false);
        };
        let change = self
            .ask_address_change(tx, account, AddressChange::Remove, id, at, now)
            .await?;
        let mut told = Happening::of(EventKind::OutsideAddressRemoved)
            .by(visit)
            .with("address", address)
            .with("was", "confirmed")
            .with("until", at.as_micros());
        if can_be_stopped {
            told = told.link(LinkKind::StopChange, *change.as_bytes(), at);
        }
        self.tell(tx, account, told, now).await?;
        Ok(true)
    }
}
