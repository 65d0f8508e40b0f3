//! `POST /api/v1/freeze`: an app that its owner signed in to freezes the account.
//!
//! The request carries an access token with the scope `freeze` (RFC 6750, section 2.1) and may say what was taken:
//! `{"taken": "phone" | "paper" | "unknown"}`. The answer is `{"frozen": true, "since": …, "began": …, "taken": …}`, `since` in
//! seconds since 1970. The token ends with everything else; asked again with it, the answer is the same but for `began`.

use super::Problem;
use crate::portal::door::Portal;
use crate::portal::visitor::Visitor;
use crate::shell::detached;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use counterfoil_model::Taken;
use counterfoil_service::freeze::FreezeByAppRefusal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where it is.
const PATH: &str = "/api/v1/freeze";

/// This endpoint's address.
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(
        PATH,
        post(freeze).fallback(|| async {
            Problem {
                status: StatusCode::METHOD_NOT_ALLOWED,
                code: "method-not-allowed",
                field: None,
                hint: "Use POST.",
                challenge: None,
            }
        }),
    )
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    taken: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    frozen: bool,
    /// Seconds since 1970 (UTC).
    since: i64,
    began: bool,
    taken: Option<&'static str>,
}

const NO_TOKEN: Problem = Problem {
    status: StatusCode::UNAUTHORIZED,
    code: "token-missing",
    field: None,
    hint: "Send the owner's access token as Authorization: Bearer.",
    challenge: Some("Bearer"),
};
const BAD_TOKEN: Problem = Problem {
    status: StatusCode::UNAUTHORIZED,
    code: "token-invalid",
    field: None,
    hint: "The access token has ended. Refresh it, or let the owner sign in again.",
    challenge: Some("Bearer error=\"invalid_token\""),
};
const NO_SCOPE: Problem = Problem {
    status: StatusCode::FORBIDDEN,
    code: "scope-missing",
    field: None,
    hint: "Ask for the scope freeze when the owner signs in.",
    challenge: Some("Bearer error=\"insufficient_scope\", scope=\"freeze\""),
};
const NO_JSON: Problem = Problem {
    status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
    code: "body-not-json",
    field: None,
    hint: "Send a JSON object with Content-Type: application/json, or no body.",
    challenge: None,
};
const BAD_BODY: Problem = Problem {
    status: StatusCode::BAD_REQUEST,
    code: "body-invalid",
    field: None,
    hint: "The body is a JSON object with at most the field taken.",
    challenge: None,
};
const BAD_TAKEN: Problem = Problem {
    status: StatusCode::BAD_REQUEST,
    code: "taken-unknown",
    field: Some("taken"),
    hint: "Say phone, paper or unknown, or leave it out.",
    challenge: None,
};
const FAILED: Problem = Problem {
    status: StatusCode::SERVICE_UNAVAILABLE,
    code: "failed",
    field: None,
    hint: "Nothing was frozen as far as we know. Try again.",
    challenge: None,
};

async fn freeze(
    State(portal): State<Portal>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    match judged(&portal, visitor, &headers, &body).await {
        Ok(frozen) => axum::Json(frozen).into_response(),
        Err(problem) => problem.into_response(),
    }
}

async fn judged(
    portal: &Portal,
    visitor: Visitor,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Answer, Problem> {
    let bearer = bearer(headers).ok_or(NO_TOKEN)?;
    let taken = taken(headers, body)?;
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit);
    let frozen = detached(async move { app.freeze_by_app(&bearer, &visit, taken).await }).await;
    let frozen = match frozen {
        Ok(Ok(frozen)) => frozen,
        Ok(Err(FreezeByAppRefusal::Token)) => return Err(BAD_TOKEN),
        Ok(Err(FreezeByAppRefusal::Scope)) => return Err(NO_SCOPE),
        Ok(Err(FreezeByAppRefusal::Internal(fault))) => {
            tracing::error!(error = %fault, "a freeze asked for by an app failed");
            return Err(FAILED);
        }
        Err(_) => return Err(FAILED),
    };
    Ok(Answer {
        frozen: true,
        since: frozen.since.as_micros() / 1_000_000,
        began: frozen.began,
        taken: frozen.said.map(Taken::as_str),
    })
}

/// The token of `Authorization: Bearer …`, the one way we take it: never in a body or a query (RFC 6750, section 5.3).
fn bearer(headers: &HeaderMap) -> Option<Zeroizing<String>> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| Zeroizing::new(token.trim().to_owned()))
}

fn taken(headers: &HeaderMap, body: &Bytes) -> Result<Option<Taken>, Problem> {
    if body.is_empty() {
        return Ok(None);
    }
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(NO_JSON);
    }
    let asked: Asked = serde_json::from_slice(body).map_err(|_| BAD_BODY)?;
    match asked.taken {
        None => Ok(None),
        Some(text) => Taken::parse(&text).map(Some).ok_or(BAD_TAKEN),
    }
}
