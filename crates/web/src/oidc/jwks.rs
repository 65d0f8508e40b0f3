//! Our public keys.

use super::answer::public_answer;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

/// `/oauth/jwks`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::Jwks.path(), get(show))
}

async fn show(State(portal): State<Portal>) -> Response {
    public_answer(&portal.app.signing_keys().jwks())
}
