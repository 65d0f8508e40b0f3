//! Confirming an outside address by the link that was mailed to it.

use crate::announce::Happening;
use crate::link::{LinkRefusal, LinkToken};
use crate::{App, LinkKind, Visit};
use counterfoil_model::{EventKind, OutsideAddressId};
use counterfoil_store::{Error, repo};

impl App {
    /// Confirms the address that the link was mailed to, and returns it. Signs nobody in.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn verify_outside_address(
        &self,
        token: &LinkToken,
        visit: &Visit,
    ) -> Result<String, LinkRefusal> {
        self.use_address_link(token, visit, LinkKind::VerifyAddress)
            .await
    }

    /// Puts an address back that was removed, by the link of the notice that told of it.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn restore_outside_address(
        &self,
        token: &LinkToken,
        visit: &Visit,
    ) -> Result<String, LinkRefusal> {
        self.use_address_link(token, visit, LinkKind::RestoreAddress)
            .await
    }

    async fn use_address_link(
        &self,
        token: &LinkToken,
        visit: &Visit,
        kind: LinkKind,
    ) -> Result<String, LinkRefusal> {
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let used: Result<_, Error> = self
            .db
            .run("use_address_link", |tx| async move {
                let Some(link) =
                    repo::link::consume(&tx, account, &hash, kind.as_str(), now).await?
                else {
                    return Ok(None);
                };
                let Some(subject) = link.subject else {
                    return Ok(None);
                };
                let id = OutsideAddressId::from_bytes(subject);
                let (address, event) = if kind == LinkKind::VerifyAddress {
                    (
                        repo::outside_address::verify(&tx, account, id, now).await?,
                        EventKind::OutsideAddressVerified,
                    )
                } else {
                    (
                        repo::outside_address::restore(&tx, account, id, now).await?,
                        EventKind::ChangeStopped,
                    )
                };
                let Some(address) = address else {
                    return Ok(None);
                };
                let told = Happening::of(event)
                    .by(visit)
                    .with("address", &address)
                    .with("change", "outside-address");
                self.tell(&tx, account, told, now).await?;
                Ok(Some(address))
            })
            .await;
        used?.ok_or(LinkRefusal::Over)
    }
}
