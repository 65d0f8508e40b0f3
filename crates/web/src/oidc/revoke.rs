//! An app gives a token back (RFC 7009).

use super::answer::{empty_answer, error_answer, fault, server_error};
use super::client_form::ClientForm;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use counterfoil_oidc::{ErrorCode, OAuthError};
use std::sync::Arc;
use zeroize::Zeroizing;

/// `/oauth/revoke`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::Revoke.path(), post(submit))
}

async fn submit(State(portal): State<Portal>, form: ClientForm) -> Response {
    let ClientForm { client, parameters } = form;
    let Ok(Some(token)) = parameters.one("token") else {
        let error = OAuthError::new(ErrorCode::InvalidRequest, "token is missing");
        return error_answer(error);
    };
    let (app, token) = (Arc::clone(&portal.app), Zeroizing::new(token.to_owned()));
    match detached(async move { app.revoke(&client, &token).await }).await {
        // The same answer whether or not it was one (section 2.2).
        Ok(Ok(())) => empty_answer(StatusCode::OK),
        Ok(Err(cause)) => fault(&cause),
        Err(_) => server_error(),
    }
}
