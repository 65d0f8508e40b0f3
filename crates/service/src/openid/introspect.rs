//! Whether a token lives, for the app that holds it (RFC 7662).

use super::AppToken;
use crate::{App, Fault};
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_oidc::{Client, Scopes};
use counterfoil_store::Error;

/// What is said of a live token.
#[derive(Clone, Debug)]
pub struct Introspected {
    /// `access` or `refresh`.
    pub kind: String,
    /// Whose: `sub`.
    pub account: AccountId,
    /// What the mail software calls the account.
    pub username: String,
    /// What it may do.
    pub scopes: Scopes,
    /// When it was issued.
    pub made_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

impl App {
    /// What is said of a token to the app that it was issued to; `None` for a dead one and for another app's, alike.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn introspect(
        &self,
        client: &Client,
        token: &str,
    ) -> Result<Option<Introspected>, Fault> {
        let Some(token) = &AppToken::parse(token) else {
            return Ok(None);
        };
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("introspect", |tx| async move {
                self.live_token(&tx, token, now).await
            })
            .await;
        let live = found?.filter(|live| live.client.id == client.id);
        Ok(live.map(|live| Introspected {
            account: live.account.id,
            username: live.account.mail_login(),
            scopes: live.scopes,
            made_at: live.token.made_at,
            expires_at: live.token.expires_at,
            kind: live.token.kind,
        }))
    }
}
