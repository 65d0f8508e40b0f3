//! Codes and refresh tokens become tokens (RFC 6749, section 5.1; OpenID Connect Core, section 3.1.3).

use super::answer::{error_answer, fault, json_answer, server_error};
use super::client_form::ClientForm;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use counterfoil_oidc::{ErrorCode, GrantRequest, OAuthError};
use counterfoil_service::openid::{GrantRefusal, Issued};
use serde_json::{Value, json};
use std::sync::Arc;

/// `/oauth/token`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::Token.path(), post(submit))
}

async fn submit(State(portal): State<Portal>, form: ClientForm) -> Response {
    let ClientForm { client, parameters } = form;
    let request = match GrantRequest::read(&parameters) {
        Ok(request) => request,
        Err(error) => return error_answer(error),
    };
    let app = Arc::clone(&portal.app);
    let issued = detached(async move {
        match request {
            GrantRequest::Code {
                code,
                redirect_uri,
                challenge,
            } => {
                app.exchange_code(&client, &code, &redirect_uri, challenge.as_ref())
                    .await
            }
            GrantRequest::Refresh { token, scopes } => app.refresh(&client, &token, scopes).await,
        }
    });
    match issued.await {
        Ok(Ok(issued)) => json_answer(StatusCode::OK, &said(&issued)),
        Ok(Err(GrantRefusal::NotGood)) => error_answer(OAuthError::new(
            ErrorCode::InvalidGrant,
            "the code or refresh token is not good",
        )),
        Ok(Err(GrantRefusal::Scope)) => error_answer(OAuthError::new(
            ErrorCode::InvalidScope,
            "more scopes than were granted",
        )),
        Ok(Err(GrantRefusal::Internal(cause))) => fault(&cause),
        Err(_) => server_error(),
    }
}

fn said(issued: &Issued) -> Value {
    let mut said = json!({
        "access_token": *issued.access_token,
        "token_type": "Bearer",
        "expires_in": issued.expires_in,
        "scope": issued.scopes.to_string(),
    });
    if let Some(fields) = said.as_object_mut() {
        if let Some(token) = &issued.refresh_token {
            fields.insert("refresh_token".into(), token.as_str().into());
        }
        if let Some(token) = &issued.id_token {
            fields.insert("id_token".into(), token.as_str().into());
        }
    }
    said
}
