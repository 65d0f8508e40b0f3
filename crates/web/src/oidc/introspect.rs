//! Whether a token lives, for the app that it was issued to (RFC 7662). Mail software asks the mail gateway instead.

use super::answer::{fault, invalid_client, json_answer};
use super::client_form::ClientForm;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use serde_json::json;

/// `/oauth/introspect`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::Introspect.path(), post(submit))
}

async fn submit(State(portal): State<Portal>, form: ClientForm) -> Response {
    let ClientForm { client, parameters } = form;
    // Whoever has no secret could be anybody (section 4).
    if client.secret.is_none() {
        return invalid_client(false);
    }
    let token = parameters.one("token").ok().flatten().unwrap_or_default();
    match portal.app.introspect(&client, token).await {
        Ok(None) => json_answer(StatusCode::OK, &json!({ "active": false })),
        Ok(Some(live)) => {
            let said = json!({
                "active": true,
                "scope": live.scopes.to_string(),
                "client_id": client.id,
                "username": live.username,
                "token_type": if live.kind == "access" { "Bearer" } else { "refresh_token" },
                "iat": live.made_at.as_seconds(),
                "exp": live.expires_at.as_seconds(),
                "sub": live.account.to_string(),
                "aud": client.id,
                "iss": portal.app.issuer(),
            });
            json_answer(StatusCode::OK, &said)
        }
        Err(cause) => fault(&cause),
    }
}
