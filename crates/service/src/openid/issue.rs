//! Tokens for a grant: drawn and kept in its transaction, signed after it.

use super::AppToken;
use crate::{App, Fault};
use counterfoil_model::{Methods, Policy, Span, Timestamp};
use counterfoil_oidc::{Client, IdClaims, Scope, Scopes};
use counterfoil_store::repo::account::Account;
use counterfoil_store::repo::app_grant::AppGrant;
use counterfoil_store::repo::app_token::NewToken;
use counterfoil_store::{Error, Tx, repo};
use std::fmt;
use zeroize::Zeroizing;

/// What an app gets.
pub struct Issued {
    /// For asking who it is, and for mail.
    pub access_token: Zeroizing<String>,
    /// Seconds that it is good for.
    pub expires_in: u64,
    /// For the next ones, where `offline_access` was asked for.
    pub refresh_token: Option<Zeroizing<String>>,
    /// Who it is, signed, where `openid` was asked for.
    pub id_token: Option<String>,
    /// What it may do.
    pub scopes: Scopes,
}

impl fmt::Debug for Issued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issued")
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// Tokens that were kept, and whom they are about.
pub(super) struct Drawn {
    pub(super) access: AppToken,
    pub(super) refresh: Option<AppToken>,
    /// How long the access token is good for.
    pub(super) lasts: Span,
    pub(super) scopes: Scopes,
    pub(super) grant: AppGrant,
    pub(super) account: Account,
}

/// When the last of a grant's tokens ends by itself, if they are issued now.
pub(super) fn grant_lives_until(policy: &Policy, scopes: Scopes, now: Timestamp) -> Timestamp {
    if scopes.contains(Scope::OfflineAccess) {
        now + policy.app_idle()
    } else {
        now + policy.access_token()
    }
}

impl App {
    /// Draws and keeps tokens of a grant that is open.
    pub(super) async fn draw_tokens(
        &self,
        tx: &Tx,
        policy: &Policy,
        account: Account,
        grant: AppGrant,
        scopes: Scopes,
        now: Timestamp,
    ) -> Result<Drawn, Error> {
        let granted = Scopes::read(&grant.scopes);
        let access = AppToken::draw(account.id, &mut self.chance());
        let new = NewToken {
            hash: access.hash(),
            kind: "access",
            scopes: &scopes.to_string(),
            expires_at: now + policy.access_token(),
        };
        repo::app_token::issue(tx, account.id, grant.id, &new, now).await?;
        let mut refresh = None;
        if granted.contains(Scope::OfflineAccess) {
            let token = AppToken::draw(account.id, &mut self.chance());
            let new = NewToken {
                hash: token.hash(),
                kind: "refresh",
                scopes: &grant.scopes,
                expires_at: now + policy.app_idle(),
            };
            repo::app_token::issue(tx, account.id, grant.id, &new, now).await?;
            refresh = Some(token);
        }
        Ok(Drawn {
            access,
            refresh,
            lasts: policy.access_token(),
            scopes,
            grant,
            account,
        })
    }

    /// The answer to the app. `nonce` only with the first ID token of a grant.
    pub(super) fn issued(
        &self,
        drawn: &Drawn,
        client: &Client,
        nonce: Option<&str>,
        now: Timestamp,
    ) -> Result<Issued, Fault> {
        let access_token = drawn.access.text();
        let id_token = if drawn.scopes.contains(Scope::OpenId) {
            let methods = Methods::parse(&drawn.grant.methods)
                .map_err(|_| Fault::Broken("a grant names an unknown method"))?;
            let login = drawn.account.mail_login();
            let claims = IdClaims {
                issuer: &self.openid.issuer,
                client_id: &client.id,
                account: drawn.account.id,
                grant: drawn.grant.id,
                scopes: drawn.scopes,
                address: &drawn.account.address,
                login: &login,
                name: &drawn.account.name,
                methods,
                auth_time: drawn.grant.auth_time,
            };
            let expires_at = now + drawn.lasts;
            let said = claims.of_token(nonce, &access_token, now, expires_at);
            let signed = self.signing_keys().sign(client.signing, "JWT", &said);
            Some(signed.map_err(|_| Fault::Broken("an ID token could not be signed"))?)
        } else {
            None
        };
        Ok(Issued {
            access_token,
            expires_in: drawn.lasts.as_seconds_up(),
            refresh_token: drawn.refresh.as_ref().map(AppToken::text),
            id_token,
            scopes: drawn.scopes,
        })
    }
}
