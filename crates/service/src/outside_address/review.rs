//! "Is this address still yours?", asked on a schedule and answered (P11).

use super::remove::RemoveAddressRefusal;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::address_review::{REVIEW_SNOOZE, ReviewAnswer};
use counterfoil_model::{AccountId, EventKind, OutsideAddressId};
use counterfoil_store::{Error, repo};

impl App {
    /// Whether an owner is to be asked about one of the addresses now.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn address_review_is_due(&self, account: AccountId) -> Result<bool, Fault> {
        let listed = self.outside_addresses(account).await?;
        Ok(listed.iter().any(|address| address.review_due))
    }

    /// Keeps the owner's answer. A no removes the address, as removing does: with a step-up, announced, and to be stopped.
    ///
    /// # Errors
    /// [`RemoveAddressRefusal`].
    pub async fn answer_address_review(
        &self,
        session: &Session,
        visit: &Visit,
        id: OutsideAddressId,
        answer: ReviewAnswer,
    ) -> Result<(), RemoveAddressRefusal> {
        if answer == ReviewAnswer::No {
            return self.remove_outside_address(session, visit, id).await;
        }
        let (account, now) = (session.account, self.now());
        let answered: Result<_, Error> = self
            .db
            .run("answer_address_review", |tx| async move {
                must_go_on(&tx, session).await?;
                let address = if answer == ReviewAnswer::Yes {
                    repo::outside_address::reviewed(&tx, account, id, now).await?
                } else {
                    repo::outside_address::snooze(&tx, account, id, now + REVIEW_SNOOZE).await?
                };
                let Some(address) = address else {
                    return Ok(false);
                };
                let reviewed = Happening::of(EventKind::AddressReviewed)
                    .by(visit)
                    .with("address", address)
                    .with("answer", answer.as_str());
                self.record(&tx, account, &reviewed, now).await?;
                Ok(true)
            })
            .await;
        if answered? {
            Ok(())
        } else {
            Err(RemoveAddressRefusal::Unknown)
        }
    }
}
