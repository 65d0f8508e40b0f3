//! The outside addresses of an account.

use super::review::review_at;
use crate::{App, Fault};
use counterfoil_model::delivery::Reach;
use counterfoil_model::{
    AccountId, AddressChange, ChangeId, MailAddress, OutsideAddressId, Timestamp,
};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, outside_address::OutsideAddress};

/// Where an address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressState {
    /// The code that was mailed there wasn't typed yet.
    Unverified,
    /// The code was right, and it waits before it counts.
    Waiting {
        /// Until then.
        until: Timestamp,
    },
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
    /// The owner's own name for it.
    pub label: Option<String>,
    /// Where it stands.
    pub state: AddressState,
    /// Since when notices come back from it, and whether all of them do; `None` while none did.
    pub unreached: Option<(Timestamp, Reach)>,
    /// Whether it is a mailbox of the same domain as this one: whoever takes one may take both, so it hears and doesn't count.
    pub inside: bool,
    /// Whether its owner is to be asked if it is still theirs.
    pub review_due: bool,
    /// The change that waits, adding or removing it.
    pub change: Option<ChangeId>,
    /// The address whose place it takes.
    pub replaces: Option<OutsideAddressId>,
}

impl ListedAddress {
    /// Whether it counts as an outside address now.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.state, AddressState::Verified { .. }) && !self.inside
    }

    /// Whether it is about to count.
    #[must_use]
    pub const fn is_coming(&self) -> bool {
        matches!(
            self.state,
            AddressState::Unverified | AddressState::Waiting { .. }
        ) && !self.inside
    }
}

impl App {
    /// The addresses that hear, may hear, or still hear of events.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn outside_addresses(&self, account: AccountId) -> Result<Vec<ListedAddress>, Fault> {
        let now = self.now();
        let every = self.policy().await?.address_review();
        let found: Result<_, Error> = self
            .db
            .read("outside_addresses", |tx| async move {
                Ok((
                    repo::outside_address::list(&tx, account).await?,
                    repo::change::waiting(&tx, account, now).await?,
                    repo::account::load(&tx, account).await?,
                ))
            })
            .await;
        let (all, waiting, owner) = found?;
        let domain = owner.and_then(|owner| domain(&owner.address));
        // One whose place another takes is put back by stopping that.
        let replacing: Vec<_> = all.iter().map(|own| (own.id, own.replaces)).collect();
        let change = |id: OutsideAddressId| {
            let mut changes = waiting.iter();
            let about = |subject: &[u8; 16]| {
                let mut replacing = replacing.iter();
                *subject == *id.as_bytes()
                    || replacing.any(|(new, old)| new.as_bytes() == subject && *old == Some(id))
            };
            changes
                .find(|change| {
                    AddressChange::parse(&change.kind).is_some() && about(&change.subject)
                })
                .map(|change| change.id)
        };
        let listed = all.into_iter().filter_map(|address| {
            let state = state(&address, now)?;
            let review_due = match state {
                AddressState::Verified { .. } => {
                    review_at(&address, every).is_some_and(|at| at <= now)
                }
                _ => false,
            };
            let reach = Reach::after(address.bounces);
            let unreached = address.bouncing_since.filter(|_| reach != Reach::Good);
            Some(ListedAddress {
                id: address.id,
                inside: domain.is_some() && self::domain(&address.address) == domain,
                address: address.address,
                label: address.label,
                state,
                unreached: unreached.map(|since| (since, reach)),
                review_due,
                change: change(address.id),
                replaces: address.replaces,
            })
        });
        Ok(listed.collect())
    }

    pub(crate) async fn has_outside_address(&self, account: AccountId) -> Result<bool, Fault> {
        Ok(self
            .outside_addresses(account)
            .await?
            .iter()
            .any(ListedAddress::counts))
    }
}

/// Where it stands now; `None` for one that is gone.
fn state(address: &OutsideAddress, now: Timestamp) -> Option<AddressState> {
    match (address.removed_at, address.counts_at) {
        (None, None) => Some(AddressState::Unverified),
        (None, Some(at)) if at > now => Some(AddressState::Waiting { until: at }),
        (None, Some(at)) => Some(AddressState::Verified {
            since: address.verified_at.unwrap_or(at),
        }),
        (Some(_), _) => address
            .leaves_at
            .filter(|_| address.hears(now))
            .map(|until| AddressState::Removed { until }),
    }
}

/// The domain of an address in one spelling.
fn domain(address: &str) -> Option<String> {
    let address = MailAddress::parse(address).ok()?;
    let (_, domain) = address.key().rsplit_once('@')?;
    Some(domain.to_owned())
}
