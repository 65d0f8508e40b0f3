//! `POST /api/v1/freeze`: an app that its owner signed in to freezes the account.
//!
//! The request carries an access token with the scope `freeze` (RFC 6750, section 2.1) and may say what was taken:
//! `{"taken": "phone" | "paper" | "unknown"}`. The answer is `{"frozen": true, "since": …, "began": …, "taken": …}`, `since` in
//! seconds since 1970. The token ends with everything else; asked again with it, the answer is the same but for `began`.

use super::Problem;
use super::caller::bearer;
use super::problem::Challenge;
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
use utoipa::ToSchema;

/// Where it is.
const PATH: &str = "/api/v1/freeze";

/// This endpoint's address.
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(
        PATH,
        post(freeze).fallback(|| async {
            Problem::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "Use POST.",
            )
        }),
    )
}

/// What an app may say with a freeze.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FreezeAsked)]
pub(super) struct Asked {
    /// What was taken: `phone`, `paper` or `unknown`.
    #[serde(default)]
    #[schema(pattern = "^(phone|paper|unknown)$")]
    taken: Option<String>,
}

/// A mailbox that is frozen.
#[derive(Serialize, ToSchema)]
#[schema(as = Frozen)]
pub(super) struct Answer {
    /// Always true.
    frozen: bool,
    /// Seconds since 1970 (UTC).
    since: i64,
    /// Whether this request froze it.
    began: bool,
    /// What was said to be taken.
    taken: Option<&'static str>,
}

const NO_TOKEN: Problem = Problem::new(
    StatusCode::UNAUTHORIZED,
    "token-missing",
    "Send the owner's access token as Authorization: Bearer.",
)
.challenged(Challenge::Missing);
const BAD_TOKEN: Problem = Problem::new(
    StatusCode::UNAUTHORIZED,
    "token-invalid",
    "The access token has ended. Refresh it, or let the owner sign in again.",
)
.challenged(Challenge::Invalid);
const NO_SCOPE: Problem = Problem::new(
    StatusCode::FORBIDDEN,
    "scope-missing",
    "Ask for the scope freeze when the owner signs in.",
)
.challenged(Challenge::Scope("freeze"));
const NO_JSON: Problem = Problem::new(
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
    "body-not-json",
    "Send a JSON object with Content-Type: application/json, or no body.",
);
const BAD_BODY: Problem = Problem::new(
    StatusCode::BAD_REQUEST,
    "body-invalid",
    "The body is a JSON object with at most the field taken.",
);
const FAILED: Problem = Problem::new(
    StatusCode::SERVICE_UNAVAILABLE,
    "failed",
    "Nothing was frozen as far as we know. Try again.",
);

fn bad_taken() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "taken-unknown",
        "Say phone, paper or unknown, or leave it out.",
    )
    .about("taken")
}

/// Freeze a mailbox
///
/// Called by an app that its owner signed in to, with an access token of the scope `freeze`. Everything that was open ends, the
/// token with it; asked again with that token, the answer is the same but for `began`.
#[utoipa::path(
    post,
    path = "/api/v1/freeze",
    tag = "mailboxes",
    request_body = Option<Asked>,
    responses((status = 200, body = Answer))
)]
pub(super) async fn freeze(
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
        Some(text) => Taken::parse(&text).map(Some).ok_or_else(bad_taken),
    }
}
