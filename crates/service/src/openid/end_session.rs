//! Somebody signs out from an app (OpenID Connect RP-Initiated Logout 1.0).

use crate::{App, Fault, Session};
use counterfoil_model::GrantId;
use counterfoil_oidc::{Client, Parameters};
use counterfoil_store::{Error, repo};
use data_encoding::HEXLOWER;

/// What an app asks for when it sends somebody here to sign out.
#[derive(Clone, Debug, Default)]
pub struct SigningOut {
    /// The app, where it is known which.
    pub client: Option<Client>,
    /// Where to go afterwards: an address that is registered for this app, byte by byte.
    pub then: Option<String>,
    /// Given back to the app as it came.
    pub state: Option<String>,
    /// Whether the app proved that this very session signed in there: then nobody has to be asked.
    pub proved: bool,
}

impl App {
    /// Judges such a request. An ID token that we signed says which app asks and which sign-in ends; without it, or for
    /// another session, the person is asked first, because any page could send them here.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn signing_out(
        &self,
        parameters: &Parameters,
        session: Option<&Session>,
    ) -> Result<SigningOut, Fault> {
        let one = |name| parameters.one(name).ok().flatten();
        let hint = one("id_token_hint")
            .and_then(|token| self.signing_keys().read_own(token, &self.openid.issuer));
        let hinted = hint.as_ref().and_then(|claims| claims.get("aud")?.as_str());
        let named = one("client_id");
        // Two different apps: neither is believed.
        if hinted.is_some() && named.is_some() && hinted != named {
            return Ok(SigningOut::default());
        }
        let client = match hinted.or(named) {
            Some(id) => self.client(id).await?,
            None => None,
        };
        let Some(client) = client else {
            return Ok(SigningOut::default());
        };
        let then = one("post_logout_redirect_uri").filter(|uri| client.leaves_to(uri));
        let state = one("state").filter(|state| !state.chars().any(char::is_control));
        let sid = hint.as_ref().and_then(|claims| claims.get("sid")?.as_str());
        let proved = match (sid.and_then(grant_of), session) {
            (Some(grant), Some(session)) => self.came_from(grant, session).await?,
            _ => false,
        };
        Ok(SigningOut {
            then: then.map(str::to_owned),
            state: state.map(str::to_owned),
            client: Some(client),
            proved,
        })
    }

    async fn came_from(&self, grant: GrantId, session: &Session) -> Result<bool, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("grant_session", |tx| async move {
                repo::app_grant::load(&tx, session.account, grant).await
            })
            .await;
        Ok(found?.is_some_and(|grant| grant.session_hash == session.hash))
    }
}

fn grant_of(sid: &str) -> Option<GrantId> {
    let bytes = HEXLOWER.decode(sid.as_bytes()).ok()?;
    Some(GrantId::from_bytes(bytes.try_into().ok()?))
}
