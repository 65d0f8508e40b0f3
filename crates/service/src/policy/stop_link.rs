//! The link of an operator's notice that stops a change of the policy, and can do nothing else.

use super::change::By;
use crate::link::LinkRefusal;
use crate::{App, LinkKind, LinkToken, Visit};
use counterfoil_model::{Setting, Timestamp};
use counterfoil_store::repo::policy::Change;
use counterfoil_store::{Error, Tx, repo};

/// What the page of such a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyStopView {
    /// What is to change.
    pub setting: Setting,
    /// What it is.
    pub was: i64,
    /// What it would become.
    pub becomes: i64,
}

/// The change that a link is about, while it waits.
async fn waiting(
    tx: &Tx,
    subject: Option<[u8; 16]>,
    now: Timestamp,
) -> Result<Option<Change>, Error> {
    let standing = repo::policy::standing(tx, now).await?;
    let own = |change: &Change| Some(*change.id.as_bytes()) == subject && change.set.waits(now);
    Ok(standing.into_iter().find(own))
}

impl App {
    /// What the stop-link of an operator's notice would stop. Uses nothing up.
    ///
    /// # Errors
    /// [`LinkRefusal`]; the link is over as soon as its change doesn't wait any more.
    pub async fn look_at_policy_stop_link(
        &self,
        token: &LinkToken,
    ) -> Result<PolicyStopView, LinkRefusal> {
        self.look_at_link(token, LinkKind::StopPolicy).await?;
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let found: Result<_, Error> = self
            .db
            .read("policy_stop_link_look", |tx| async move {
                let link = repo::link::load(&tx, account, &hash).await?;
                waiting(&tx, link.and_then(|link| link.subject), now).await
            })
            .await;
        let change = found?.ok_or(LinkRefusal::Over)?;
        Ok(PolicyStopView {
            setting: change.set.setting,
            was: change.former,
            becomes: change.becomes,
        })
    }

    /// Stops a change of the policy by the link of an operator's notice, without any sign-in: it only tightens. An operator's only,
    /// and only as long as they are one.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn stop_policy_change_by_link(
        &self,
        token: &LinkToken,
        visit: &Visit,
    ) -> Result<(), LinkRefusal> {
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let kind = LinkKind::StopPolicy.as_str();
        let stopped: Result<_, Error> = self
            .db
            .run("stop_policy_change_by_link", |tx| async move {
                let link = repo::link::consume(&tx, account, &hash, kind, now).await?;
                let waits = waiting(&tx, link.and_then(|link| link.subject), now).await?;
                let operators = repo::account::operators(&tx).await?;
                let Some(change) = waits.filter(|_| operators.contains(&account)) else {
                    return Ok(false);
                };
                let by = By::Link(account, visit);
                self.stop_policy_in(&tx, by, change.set.setting, now).await
            })
            .await;
        if stopped? {
            Ok(())
        } else {
            Err(LinkRefusal::Over)
        }
    }
}
