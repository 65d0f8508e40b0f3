//! Looking at the link that stops a change, before its button is pressed.

use super::Waiting;
use crate::link::LinkRefusal;
use crate::{App, LinkKind, LinkToken};
use counterfoil_model::ChangeId;
use counterfoil_store::{Error, repo};

/// What the page of a stop-link says.
#[derive(Clone, Debug)]
pub struct StopView {
    /// The account's address.
    pub address: String,
    /// What would be stopped.
    pub change: Waiting,
}

impl App {
    /// What a stop-link would stop. Uses nothing up.
    ///
    /// # Errors
    /// [`LinkRefusal`]; the link is over as soon as its change doesn't wait any more.
    pub async fn look_at_stop_link(&self, token: &LinkToken) -> Result<StopView, LinkRefusal> {
        let view = self.look_at_link(token, LinkKind::StopChange).await?;
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let found: Result<_, Error> = self
            .db
            .read("stop_link_look", |tx| async move {
                let link = repo::link::load(&tx, account, &hash).await?;
                let Some(subject) = link.and_then(|link| link.subject) else {
                    return Ok(None);
                };
                repo::change::load(&tx, account, ChangeId::from_bytes(subject)).await
            })
            .await;
        let waits = found?.filter(|change| change.state == "waiting" && change.effective_at > now);
        let change = waits.ok_or(LinkRefusal::Over)?;
        let (id, kind, effective_at) = (change.id, change.kind, change.effective_at);
        Ok(StopView {
            address: view.address,
            change: Waiting {
                id,
                kind,
                effective_at,
            },
        })
    }
}
