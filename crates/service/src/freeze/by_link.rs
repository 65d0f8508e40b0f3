//! "This wasn't me": the link of a notice opens a page whose button freezes the account. It does nothing else, and signs nobody in.

use crate::link::{LinkRefusal, LinkToken};
use crate::{App, LinkKind, Visit};
use counterfoil_model::freeze::{FreezeButton, THAWS_WITHIN, button};
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// What the page of a freeze link says before its button is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeLinkView {
    /// The account's address.
    pub address: String,
    /// What the button does.
    pub button: FreezeButton,
    /// Whether the account is frozen already.
    pub frozen: bool,
}

/// What became of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrozenByLink {
    /// It is frozen since now.
    Now,
    /// It was frozen already.
    Already,
    /// It is not: it was thawed so often lately that whoever freezes it has to sign in.
    SignInFirst,
}

impl App {
    /// Looks at a freeze link without using it. The link of a frozen account goes on saying that it is.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn look_at_freeze_link(
        &self,
        token: &LinkToken,
    ) -> Result<FreezeLinkView, LinkRefusal> {
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let found: Result<_, Error> = self
            .db
            .read("freeze_link_look", |tx| async move {
                let Some(owner) = repo::account::load(&tx, account).await? else {
                    return Ok(None);
                };
                let link = repo::link::load(&tx, account, &hash).await?;
                let own = link.filter(|link| {
                    link.kind == LinkKind::Freeze.as_str()
                        && (link.works(now) || owner.is_frozen() && now < link.expires_at)
                });
                if own.is_none() {
                    return Ok(None);
                }
                Ok(Some(FreezeLinkView {
                    button: freeze_button(&tx, account, now).await?,
                    frozen: owner.is_frozen(),
                    address: owner.address,
                }))
            })
            .await;
        found?.ok_or(LinkRefusal::Over)
    }

    /// Freezes the account of a notice's link. What was taken isn't asked: whoever holds the link may be anybody.
    ///
    /// # Errors
    /// [`LinkRefusal`].
    pub async fn freeze_by_link(
        &self,
        token: &LinkToken,
        visit: &Visit,
    ) -> Result<FrozenByLink, LinkRefusal> {
        let (account, hash, now) = (token.account(), token.hash(), self.now());
        let frozen: Result<_, Error> = self
            .db
            .run("freeze_by_link", |tx| async move {
                let Some(link) = repo::link::load(&tx, account, &hash).await? else {
                    return Ok(None);
                };
                if link.kind != LinkKind::Freeze.as_str() || link.expires_at <= now {
                    return Ok(None);
                }
                let owner = repo::account::load(&tx, account).await?;
                // Whoever pressed twice, or the second of two who pressed: it is done, and that is what they want to know.
                if owner.is_some_and(|owner| owner.is_frozen()) {
                    return Ok(Some(FrozenByLink::Already));
                }
                if freeze_button(&tx, account, now).await? == FreezeButton::AsksForSignIn {
                    return Ok(link.works(now).then_some(FrozenByLink::SignInFirst));
                }
                let kind = LinkKind::Freeze.as_str();
                if repo::link::consume(&tx, account, &hash, kind, now)
                    .await?
                    .is_none()
                {
                    return Ok(None);
                }
                let freezing = self.freeze_in(&tx, account, Some(visit), None, now).await?;
                Ok(freezing.map(|freezing| {
                    if freezing.began {
                        FrozenByLink::Now
                    } else {
                        FrozenByLink::Already
                    }
                }))
            })
            .await;
        frozen?.ok_or(LinkRefusal::Over)
    }
}

async fn freeze_button(tx: &Tx, account: AccountId, now: Timestamp) -> Result<FreezeButton, Error> {
    let thawed = EventKind::Thawed.as_str();
    let thaws = repo::event::count_since(tx, account, now - THAWS_WITHIN, thawed).await?;
    Ok(button(thaws))
}
