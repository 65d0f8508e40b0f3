//! Answers to programs: JSON, never kept by anybody on the way (RFC 6749, section 5.1), and without a cookie.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterfoil_oidc::{ErrorCode, OAuthError};
use counterfoil_service::Fault;
use serde_json::{Value, json};

const NO_STORE: (HeaderName, HeaderValue) =
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));

/// An answer in JSON.
pub(super) fn json_answer(status: StatusCode, body: &Value) -> Response {
    let kind = HeaderValue::from_static("application/json");
    let headers = [NO_STORE, (header::CONTENT_TYPE, kind)];
    (status, headers, body.to_string()).into_response()
}

/// The same, that anybody may keep for a few minutes: what is public and changes rarely.
pub(super) fn public_answer(body: &Value) -> Response {
    let kind = HeaderValue::from_static("application/json");
    let kept = HeaderValue::from_static("public, max-age=300");
    let headers = [(header::CACHE_CONTROL, kept), (header::CONTENT_TYPE, kind)];
    (headers, body.to_string()).into_response()
}

/// An answer without a body.
pub(super) fn empty_answer(status: StatusCode) -> Response {
    (status, [NO_STORE]).into_response()
}

/// See that address next (303).
pub(super) fn see(to: &str) -> Response {
    let Ok(mut to) = HeaderValue::from_str(to) else {
        return server_error();
    };
    to.set_sensitive(true);
    let headers = [NO_STORE, (header::LOCATION, to)];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// An error of the token endpoint and its neighbours (RFC 6749, section 5.2).
pub(super) fn error_answer(error: OAuthError) -> Response {
    let body = json!({ "error": error.code.as_str(), "error_description": error.description });
    json_answer(StatusCode::BAD_REQUEST, &body)
}

/// The client isn't known, or its secret is wrong. Asked for again in a header where it came in one.
pub(super) fn invalid_client(by_header: bool) -> Response {
    let code = ErrorCode::InvalidClient.as_str();
    let body = json!({ "error": code, "error_description": "the client is not known, or its secret is wrong" });
    let mut response = json_answer(StatusCode::UNAUTHORIZED, &body);
    if by_header {
        let ask = HeaderValue::from_static("Basic realm=\"Counterfoil\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, ask);
    }
    response
}

/// Our own failure. The cause goes to the log.
pub(super) fn fault(fault: &Fault) -> Response {
    tracing::error!(error = %fault, passes = fault.passes(), "an app's request failed");
    if !fault.passes() {
        return server_error();
    }
    let body = json!({ "error": ErrorCode::TemporarilyUnavailable.as_str() });
    let mut response = json_answer(StatusCode::SERVICE_UNAVAILABLE, &body);
    let soon = HeaderValue::from_static("5");
    response.headers_mut().insert(header::RETRY_AFTER, soon);
    response
}

/// Our own failure, without a cause to log.
pub(super) fn server_error() -> Response {
    let body = json!({ "error": ErrorCode::ServerError.as_str() });
    json_answer(StatusCode::INTERNAL_SERVER_ERROR, &body)
}
