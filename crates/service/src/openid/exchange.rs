//! A code becomes tokens, once (RFC 6749, section 4.1.3).

use super::issue::grant_lives_until;
use super::{AppToken, Issued};
use crate::announce::Happening;
use crate::openid::end::{Why, visit_of};
use crate::{App, Fault};
use counterfoil_model::EventKind;
use counterfoil_oidc::{Challenge, Client, Scopes};
use counterfoil_store::repo::app_code::Bound;
use counterfoil_store::{Error, repo};

/// Why an app gets no tokens.
#[derive(Debug, thiserror::Error)]
pub enum GrantRefusal {
    /// The code or refresh token is wrong, spent, over, another app's, or its account opens nothing: the same answer.
    #[error("the code or refresh token is not good")]
    NotGood,
    /// More was asked for than there was.
    #[error("more scopes than were granted")]
    Scope,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for GrantRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Tokens for a code. Spending is one conditional statement with everything the code is bound to in it; a code that
    /// comes again ends what came of it (RFC 6749, section 4.1.2).
    ///
    /// # Errors
    /// [`GrantRefusal`].
    pub async fn exchange_code(
        &self,
        client: &Client,
        code: &str,
        redirect_uri: &str,
        challenge: Option<&Challenge>,
    ) -> Result<Issued, GrantRefusal> {
        let code = AppToken::parse(code).ok_or(GrantRefusal::NotGood)?;
        // A client that need not use PKCE and did is held to it; one that must and didn't never got a code.
        if challenge.is_none() && client.needs_pkce() {
            return Err(GrantRefusal::NotGood);
        }
        let (account, now) = (code.account(), self.now());
        let bound = &Bound {
            hash: code.hash(),
            client: &client.id,
            redirect_uri,
            challenge: challenge.map_or("", Challenge::as_str),
        };
        let exchanged: Result<_, Error> = self
            .db
            .run("exchange_code", |tx| async move {
                let Some(id) = repo::app_code::spend(&tx, account, bound, now).await? else {
                    if let Some(id) = repo::app_code::spent(&tx, account, &bound.hash).await? {
                        let ended = repo::app_grant::end(&tx, account, id, now).await?;
                        self.grants_ended(&tx, account, ended, Why::Reused, now)
                            .await?;
                    }
                    return Ok(None);
                };
                let owner = repo::account::load(&tx, account)
                    .await?
                    .filter(|owner| owner.admits(now));
                let Some(owner) = owner else { return Ok(None) };
                let Some(waiting) = repo::app_grant::load(&tx, account, id).await? else {
                    return Ok(None);
                };
                let scopes = client.grants(Scopes::read(&waiting.scopes));
                let policy = self.policy_in(&tx).await?;
                let until = grant_lives_until(&policy, scopes, now);
                let Some(grant) = repo::app_grant::open(&tx, account, id, until, now).await? else {
                    return Ok(None);
                };
                let visit = visit_of(&grant);
                let mut opened = Happening::of(EventKind::AppOpened).with("app", &client.name);
                if let Some(visit) = &visit {
                    opened = opened.by(visit);
                }
                self.tell(&tx, account, opened, now).await?;
                self.draw_tokens(&tx, &policy, owner, grant, scopes, now)
                    .await
                    .map(Some)
            })
            .await;
        let drawn = exchanged?.ok_or(GrantRefusal::NotGood)?;
        let nonce = drawn.grant.nonce.as_deref();
        Ok(self.issued(&drawn, client, nonce, now)?)
    }
}
