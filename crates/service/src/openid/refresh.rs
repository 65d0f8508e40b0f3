//! A refresh token becomes new tokens, once (RFC 6749, section 6; RFC 9700, section 4.14.2).

use super::issue::grant_lives_until;
use super::{AppToken, GrantRefusal, Issued};
use crate::App;
use crate::openid::end::Why;
use counterfoil_oidc::{Client, Scopes};
use counterfoil_store::{Error, repo};

impl App {
    /// New tokens for a refresh token, which is used up by it. One that comes again was copied by somebody: it ends the
    /// grant, and with it whatever came of it. There is no grace for an answer that was lost on its way: the app signs in
    /// again, which asks the owner nothing while the portal's session lasts.
    ///
    /// # Errors
    /// [`GrantRefusal`].
    pub async fn refresh(
        &self,
        client: &Client,
        token: &str,
        fewer: Option<Scopes>,
    ) -> Result<Issued, GrantRefusal> {
        let token = AppToken::parse(token).ok_or(GrantRefusal::NotGood)?;
        let (account, hash, now) = (token.account(), &token.hash(), self.now());
        let refreshed: Result<_, Error> = self
            .db
            .run("refresh", |tx| async move {
                let kept = repo::app_token::load(&tx, account, hash).await?;
                let Some(kept) =
                    kept.filter(|kept| kept.kind == "refresh" && kept.grant.client == client.id)
                else {
                    return Ok(Err(GrantRefusal::NotGood));
                };
                let granted = client.grants(Scopes::read(&kept.grant.scopes));
                let scopes = fewer.unwrap_or(granted);
                if !scopes.within(granted) {
                    return Ok(Err(GrantRefusal::Scope));
                }
                let Some(id) = repo::app_token::use_up(&tx, account, hash, now).await? else {
                    if kept.ended_at.is_some() {
                        let ended = repo::app_grant::end(&tx, account, kept.grant.id, now).await?;
                        self.grants_ended(&tx, account, ended, Why::Reused, now)
                            .await?;
                    }
                    return Ok(Err(GrantRefusal::NotGood));
                };
                let owner = repo::account::load(&tx, account)
                    .await?
                    .filter(|owner| owner.admits(now));
                let Some(owner) = owner else {
                    return Ok(Err(GrantRefusal::NotGood));
                };
                let policy = self.policy_in(&tx).await?;
                let until = grant_lives_until(&policy, granted, now);
                let Some(grant) = repo::app_grant::go_on(&tx, account, id, until, now).await?
                else {
                    return Ok(Err(GrantRefusal::NotGood));
                };
                self.draw_tokens(&tx, &policy, owner, grant, scopes, now)
                    .await
                    .map(Ok)
            })
            .await;
        let drawn = refreshed??;
        Ok(self.issued(&drawn, client, None, now)?)
    }
}
