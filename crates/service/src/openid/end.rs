//! The end of grants: told, and whatever they opened is cut off and called back.

use crate::announce::Happening;
use crate::{App, Visit};
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_oidc::{Scope, Scopes};
use counterfoil_store::repo::app_grant::{AppGrant, Ended};
use counterfoil_store::{Error, Tx, repo};

/// Why grants end.
#[derive(Clone, Copy)]
pub(crate) enum Why<'a> {
    /// The app, or the session behind it, was signed out.
    SignedOut(Option<&'a Visit>),
    /// A code or a refresh token came twice.
    Reused,
}

/// The browser that signed in, as an event says it.
pub(crate) fn visit_of(grant: &AppGrant) -> Option<Visit> {
    Some(Visit {
        browser: [0; 32],
        address: grant.network.parse().ok()?,
        device: grant.device.clone(),
    })
}

impl App {
    /// What follows from the end of grants, in the transaction that ended them: the owner is told, apps are called back, and
    /// open mail connections end where one of them could read mail.
    pub(crate) async fn grants_ended(
        &self,
        tx: &Tx,
        account: AccountId,
        ended: impl IntoIterator<Item = Ended>,
        why: Why<'_>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let mut mail = false;
        for grant in ended.into_iter().filter(|grant| grant.opened) {
            mail |= Scopes::read(&grant.scopes).contains(Scope::Mail);
            let client = self.client_in(tx, &grant.client).await?;
            let name = client.as_ref().map_or(&grant.client, |client| &client.name);
            let happening = match why {
                Why::SignedOut(Some(visit)) => Happening::of(EventKind::AppSignedOut)
                    .by(visit)
                    .with("app", name),
                Why::SignedOut(None) => Happening::of(EventKind::AppSignedOut).with("app", name),
                Why::Reused => Happening::of(EventKind::TokenReused).with("app", name),
            };
            self.tell(tx, account, happening, now).await?;
            if client.is_some_and(|client| client.back_channel_logout_uri.is_some()) {
                repo::logout_call::queue(tx, account, grant.id, &grant.client, now).await?;
            }
        }
        if mail {
            self.cut_off(tx, account, now).await?;
        }
        Ok(())
    }
}
