//! Who somebody is, for an app that holds an access token (OpenID Connect Core, section 5.3).

use crate::{App, Fault};
use counterfoil_model::Methods;
use counterfoil_oidc::{IdClaims, Scope};

/// Why nothing is said.
#[derive(Debug, thiserror::Error)]
pub enum UserInfoRefusal {
    /// The token is dead.
    #[error("the token is dead")]
    Dead,
    /// It is for something else: `openid` was not asked for.
    #[error("the token is for something else")]
    Scope,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// What this access token may know of its owner.
    ///
    /// # Errors
    /// [`UserInfoRefusal`].
    pub async fn userinfo(
        &self,
        token: &str,
    ) -> Result<serde_json::Map<String, serde_json::Value>, UserInfoRefusal> {
        let live = self
            .live_access_token(token)
            .await?
            .ok_or(UserInfoRefusal::Dead)?;
        if !live.scopes.contains(Scope::OpenId) {
            return Err(UserInfoRefusal::Scope);
        }
        let login = live.account.mail_login();
        let claims = IdClaims {
            issuer: &self.openid.issuer,
            client_id: &live.client.id,
            account: live.account.id,
            grant: live.token.grant.id,
            scopes: live.scopes,
            address: &live.account.address,
            login: &login,
            name: &live.account.name,
            methods: Methods::NONE,
            auth_time: live.token.grant.auth_time,
        };
        Ok(claims.of_person())
    }
}
