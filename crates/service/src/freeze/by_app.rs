//! Freezing by an app that its owner signed in to: an access token with the scope `freeze` is enough.

use super::Freezing;
use crate::openid::AppToken;
use crate::{App, Fault, Visit};
use counterfoil_model::freeze::{Taken, binds};
use counterfoil_model::{Method, Methods, Timestamp};
use counterfoil_oidc::{Scope, Scopes};
use counterfoil_store::{Error, Tx, repo};

/// Why an app freezes nothing.
#[derive(Debug, thiserror::Error)]
pub enum FreezeByAppRefusal {
    /// The token is none of ours, has ended, or its account isn't open.
    #[error("the access token is not good")]
    Token,
    /// The token is good for other things.
    #[error("the access token has not the scope freeze")]
    Scope,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for FreezeByAppRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Freezes the account of an access token. The token ends with everything else, and still says "it is frozen" when the
    /// answer was lost and the app asks again. What was taken binds where the sign-in at the app was by two factors, and by no
    /// code: whether that code was typed on a known device isn't kept with the token.
    ///
    /// # Errors
    /// [`FreezeByAppRefusal`].
    pub async fn freeze_by_app(
        &self,
        access_token: &str,
        visit: &Visit,
        taken: Option<Taken>,
    ) -> Result<Freezing, FreezeByAppRefusal> {
        let shown = &AppToken::parse(access_token).ok_or(FreezeByAppRefusal::Token)?;
        let now = self.now();
        let frozen: Result<_, Error> = self
            .db
            .run("freeze_by_app", |tx| async move {
                let Some(live) = self.live_token(&tx, shown, now).await? else {
                    return self.frozen_by_it(&tx, shown, now).await;
                };
                if live.token.kind != "access" {
                    return Ok(Err(FreezeByAppRefusal::Token));
                }
                if !live.scopes.contains(Scope::Freeze) {
                    return Ok(Err(FreezeByAppRefusal::Scope));
                }
                let methods = Methods::parse(&live.token.grant.methods).unwrap_or_default();
                let by_code = methods.contains(Method::BackupCode);
                let taken = taken.filter(|_| binds(methods, by_code));
                let frozen = self
                    .freeze_in(&tx, live.account.id, Some(visit), taken, now)
                    .await?;
                Ok(frozen.ok_or(FreezeByAppRefusal::Token))
            })
            .await;
        frozen?
    }

    /// Whether this token ended with the very freeze that the account is in.
    async fn frozen_by_it(
        &self,
        tx: &Tx,
        token: &AppToken,
        now: Timestamp,
    ) -> Result<Result<Freezing, FreezeByAppRefusal>, Error> {
        let account = token.account();
        let kept = repo::app_token::load(tx, account, &token.hash()).await?;
        let owner = repo::account::load(tx, account).await?;
        let (Some(kept), Some(owner)) = (kept, owner) else {
            return Ok(Err(FreezeByAppRefusal::Token));
        };
        let ended_with_it = owner.frozen_at.is_some()
            && kept.grant.ended_at == owner.frozen_at
            && kept.ended_at.is_none()
            && kept.expires_at > now
            && kept.kind == "access";
        let may = Scopes::read(&kept.scopes).contains(Scope::Freeze);
        Ok(match owner.frozen_at {
            Some(since) if ended_with_it && may => Ok(Freezing {
                since,
                began: false,
                said: owner.taken.as_deref().and_then(Taken::parse),
            }),
            _ => Err(FreezeByAppRefusal::Token),
        })
    }
}
