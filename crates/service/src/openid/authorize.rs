//! Somebody signed in is sent back to an app with a code.

use super::AppToken;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{GrantId, Span};
use counterfoil_oidc::{AuthorizationRequest, Client};
use counterfoil_store::repo::app_code::Bound;
use counterfoil_store::repo::app_grant::AppGrant;
use counterfoil_store::{Error, repo};

/// How long a code is good for.
const CODE_LASTS: Span = Span::seconds(60);

/// Why nobody is sent back with a code.
#[derive(Debug, thiserror::Error)]
pub enum AuthorizeFailure {
    /// The session was ended meanwhile: sign in.
    #[error("the session is over")]
    Ended,
    /// The account is frozen, held or suspended.
    #[error("the account opens nothing now")]
    NotAdmitted,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Whether a sign-in at this time is new enough for the request: as recent as `max_age` asks, or made for it.
    #[must_use]
    pub fn is_recent_enough(
        &self,
        session: &Session,
        request: &AuthorizationRequest,
        asked_at: counterfoil_model::Timestamp,
    ) -> bool {
        let made_for_it = session.started_at >= asked_at;
        let within = |seconds| self.now() - session.started_at <= Span::seconds(seconds);
        made_for_it
            || (request.prompt != counterfoil_oidc::Prompt::Login
                && request.max_age.is_none_or(within))
    }

    /// Makes a grant for the app from this session, and the code that opens it.
    ///
    /// # Errors
    /// [`AuthorizeFailure`].
    pub async fn authorize_app(
        &self,
        session: &Session,
        visit: &Visit,
        client: &Client,
        request: &AuthorizationRequest,
    ) -> Result<AppToken, AuthorizeFailure> {
        let now = self.now();
        let code = &AppToken::draw(session.account, &mut self.chance());
        let grant = &AppGrant {
            id: GrantId::draw(&mut self.chance()),
            client: client.id.clone(),
            scopes: request.scopes.to_string(),
            methods: session.methods.to_string(),
            auth_time: session.started_at,
            nonce: request.nonce.clone(),
            session_hash: session.hash,
            network: visit.address.to_canonical().to_string(),
            device: visit.device.clone(),
            made_at: now,
            opened_at: None,
            used_at: now,
            lives_until: now + CODE_LASTS,
            ended_at: None,
        };
        let bound = &Bound {
            hash: code.hash(),
            client: &client.id,
            redirect_uri: &request.redirect_uri,
            challenge: request
                .challenge
                .as_ref()
                .map_or("", |challenge| challenge.as_str()),
        };
        let made: Result<Result<(), AuthorizeFailure>, Error> = self
            .db
            .run("authorize_app", |tx| async move {
                let account = session.account;
                let kept = repo::session::load(&tx, account, &session.hash).await?;
                if kept.is_none_or(|kept| kept.ended_at.is_some()) {
                    return Ok(Err(AuthorizeFailure::Ended));
                }
                let owner = repo::account::load(&tx, account).await?;
                if owner.is_none_or(|owner| !owner.admits(now)) {
                    return Ok(Err(AuthorizeFailure::NotAdmitted));
                }
                repo::app_grant::make(&tx, account, grant).await?;
                repo::app_code::issue(&tx, account, grant.id, bound, grant.lives_until).await?;
                Ok(Ok(()))
            })
            .await;
        made.map_err(Fault::from)??;
        Ok(code.clone())
    }
}
