//! What we are and can, for programs to read.

use super::answer::public_answer;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_oidc::{Endpoints, discovery};

/// `/.well-known/openid-configuration` and its other name.
pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(Endpoint::Discovery.path(), get(show))
        .route(Endpoint::Metadata.path(), get(show))
}

async fn show(State(portal): State<Portal>) -> Response {
    let issuer = portal.app.issuer();
    let at = |endpoint: Endpoint| format!("{issuer}{endpoint}");
    public_answer(&discovery(&Endpoints {
        issuer: issuer.to_owned(),
        authorization: at(Endpoint::Authorize),
        token: at(Endpoint::Token),
        userinfo: at(Endpoint::UserInfo),
        jwks: at(Endpoint::Jwks),
        introspection: at(Endpoint::Introspect),
        revocation: at(Endpoint::Revoke),
        end_session: at(Endpoint::EndSession),
    }))
}
