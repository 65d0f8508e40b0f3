//! A refusal as RFC 9457 has it: a status, a code that never changes, the field it is about and a hint what to do.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// One kind of refusal. The answer is `application/problem+json`; its `type` is `about:blank` (section 4.2.1), so programs go
/// by `code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The status of the answer.
    pub(super) status: StatusCode,
    /// The code, which never changes.
    pub(super) code: &'static str,
    /// Which field of the request it is about, if it is about one.
    pub(super) field: Option<&'static str>,
    /// What to do, for the people who write the program.
    pub(super) hint: &'static str,
    /// The `WWW-Authenticate` header, where a token is at fault (RFC 6750, section 3).
    pub(super) challenge: Option<&'static str>,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    hint: &'static str,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = Body {
            r#type: "about:blank",
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            code: self.code,
            field: self.field,
            hint: self.hint,
        };
        let mut response = (self.status, axum::Json(body)).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        if let Some(challenge) = self.challenge {
            let challenge = HeaderValue::from_static(challenge);
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}
