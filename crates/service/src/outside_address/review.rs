//! "Is this address still yours?", asked on a schedule and answered (P11).

use super::remove::RemoveAddressRefusal;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Session, Visit};
use counterfoil_model::address_review::{REVIEW_SNOOZE, ReviewAnswer, address_review_at};
use counterfoil_model::{AccountId, EventKind, OutsideAddressId, Span, Timestamp};
use counterfoil_store::repo::{self, outside_address::OutsideAddress};
use counterfoil_store::{Error, Tx};

/// From when on its owner is asked about one that counts.
pub(super) fn review_at(own: &OutsideAddress, every: Span) -> Option<Timestamp> {
    let since = own.verified_at.or(own.counts_at)?;
    Some(address_review_at(
        since,
        own.reviewed_at,
        own.review_snoozed_until,
        every,
    ))
}

impl App {
    /// From when on an owner is to be asked about one of the addresses; `None` where none counts.
    pub(crate) async fn address_review_at(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let counting = repo::outside_address::list(tx, account).await?;
        if !counting.iter().any(|own| own.counts(now)) {
            return Ok(None);
        }
        let every = self.policy_in(tx).await?.address_review();
        let counting = counting.iter().filter(|own| own.counts(now));
        Ok(counting.filter_map(|own| review_at(own, every)).min())
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
