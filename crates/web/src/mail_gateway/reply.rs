//! The gateway's answers. Always 200 for the mail software, because Dovecot 2.4 takes a standard refusal for an outage; never an
//! `error`, an `exp` or an `expires_in`.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterfoil_service::Fault;
use serde_json::{Value, json};

/// JSON that nobody keeps.
pub(super) fn json(status: StatusCode, body: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, body.to_string()).into_response()
}

pub(super) fn ok(body: &Value) -> Response {
    json(StatusCode::OK, body)
}

/// To a caller without the secret. Dovecot makes a temporary failure of it: nobody gets in, and the operator is told why.
pub(super) fn stranger() -> Response {
    tracing::warn!("somebody without the mail software's secret asked the mail gateway");
    json(StatusCode::UNAUTHORIZED, &json!({}))
}

/// We can't say now. Dovecot makes a temporary failure of it: nobody gets in by another way.
pub(super) fn failed(fault: &Fault) -> Response {
    tracing::error!(error = %fault, cause = ?std::error::Error::source(fault).map(ToString::to_string), passes = fault.passes(), "the mail gateway could not answer");
    json(StatusCode::INTERNAL_SERVER_ERROR, &json!({}))
}

/// Our mistake.
pub(super) fn broken() -> Response {
    json(StatusCode::INTERNAL_SERVER_ERROR, &json!({}))
}
