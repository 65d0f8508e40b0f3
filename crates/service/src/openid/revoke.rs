//! An app gives a token back (RFC 7009).

use super::AppToken;
use crate::openid::end::Why;
use crate::{App, Fault};
use counterfoil_oidc::{Client, Scope, Scopes};
use counterfoil_store::{Error, repo};

impl App {
    /// Ends a token of this app: a refresh token with its whole grant, an access token alone. What isn't the app's own, or
    /// is over, is left as it is, and the answer is the same (section 2.2). Open mail connections end where it read mail.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn revoke(&self, client: &Client, token: &str) -> Result<(), Fault> {
        let Some(token) = AppToken::parse(token) else {
            return Ok(());
        };
        let (account, hash, now) = (token.account(), &token.hash(), self.now());
        let done: Result<(), Error> = self
            .db
            .run("revoke", |tx| async move {
                let kept = repo::app_token::load(&tx, account, hash).await?;
                let Some(kept) = kept.filter(|kept| kept.grant.client == client.id) else {
                    return Ok(());
                };
                if kept.kind == "refresh" {
                    let ended = repo::app_grant::end(&tx, account, kept.grant.id, now).await?;
                    return self
                        .grants_ended(&tx, account, ended, Why::SignedOut(None), now)
                        .await;
                }
                let ended = repo::app_token::end(&tx, account, hash, now).await?;
                if ended && Scopes::read(&kept.scopes).contains(Scope::Mail) {
                    self.cut_off(&tx, account, now).await?;
                }
                Ok(())
            })
            .await;
        Ok(done?)
    }
}
