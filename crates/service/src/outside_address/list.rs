//! The outside addresses of an account.

use crate::{App, Fault};
use counterfoil_model::delivery::Reach;
use counterfoil_model::{AccountId, OutsideAddressId, Timestamp};
use counterfoil_store::repo::outside_address::KEEPS_HEARING;
use counterfoil_store::{Error, repo};

/// Where an address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressState {
    /// Its link wasn't followed yet.
    Unverified,
    /// It hears of every event.
    Verified {
        /// Since then.
        since: Timestamp,
    },
    /// It was removed and still hears of events.
    Removed {
        /// Until then.
        until: Timestamp,
    },
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct ListedAddress {
    /// Its id.
    pub id: OutsideAddressId,
    /// The address.
    pub address: String,
    /// Where it stands.
    pub state: AddressState,
    /// Since when notices come back from it, and whether all of them do; `None` while none did.
    pub unreached: Option<(Timestamp, Reach)>,
}

impl ListedAddress {
    /// Whether it counts as an outside address now.
    #[must_use]
    pub const fn is_verified(&self) -> bool {
        matches!(self.state, AddressState::Verified { .. })
    }
}

impl App {
    /// The addresses that hear, may hear, or still hear of events.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn outside_addresses(&self, account: AccountId) -> Result<Vec<ListedAddress>, Fault> {
        let now = self.now();
        let all: Result<_, Error> = self
            .db
            .read("outside_addresses", |tx| async move {
                repo::outside_address::list(&tx, account).await
            })
            .await;
        let listed = all?.into_iter().filter_map(|address| {
            let state = match (address.removed_at, address.verified_at) {
                (None, None) => AddressState::Unverified,
                (None, Some(since)) => AddressState::Verified { since },
                (Some(at), _) if address.hears(now) => AddressState::Removed {
                    until: at + KEEPS_HEARING,
                },
                (Some(_), _) => return None,
            };
            let reach = Reach::after(address.bounces);
            let unreached = address.bouncing_since.filter(|_| reach != Reach::Good);
            Some(ListedAddress {
                id: address.id,
                address: address.address,
                state,
                unreached: unreached.map(|since| (since, reach)),
            })
        });
        Ok(listed.collect())
    }

    pub(crate) async fn has_outside_address(&self, account: AccountId) -> Result<bool, Fault> {
        Ok(self
            .outside_addresses(account)
            .await?
            .iter()
            .any(ListedAddress::is_verified))
    }
}
