//! A refusal as RFC 9457 has it: a status, a code that never changes, the field it is about and a hint what to do.

use crate::shell::Failure;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterfoil_service::Fault;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use utoipa::ToSchema;

/// One refusal. The answer is `application/problem+json`; its `type` is `about:blank` (section 4.2.1), so programs go by `code`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    /// The status of the answer.
    pub(super) status: StatusCode,
    /// The code, which never changes.
    pub(super) code: &'static str,
    /// Which field of the request it is about, if it is about one.
    pub(super) field: Option<Cow<'static, str>>,
    /// What to do, for the people who write the program.
    pub(super) hint: &'static str,
    /// The `WWW-Authenticate` header, where token or key is at fault (RFC 6750, section 3).
    pub(super) challenge: Option<Challenge>,
    /// When to try again, in seconds.
    pub(super) retry_after: Option<u32>,
    /// What else a program may want to know.
    pub(super) more: Vec<(&'static str, Value)>,
}

/// What is wrong with a token or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Challenge {
    /// There is none.
    Missing,
    /// It doesn't work.
    Invalid,
    /// It may not do this.
    Scope(&'static str),
}

/// A refusal: `application/problem+json` (RFC 9457). Members beyond these are named where they occur.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct ProblemBody<'a> {
    /// `about:blank`: programs go by `code`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// Which refusal this is. Codes never change.
    code: &'static str,
    /// Which field or parameter of the request it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    /// What to do, for the people who write the program.
    hint: &'static str,
    #[serde(flatten)]
    #[schema(ignore)]
    more: serde_json::Map<String, Value>,
}

impl Problem {
    /// A refusal of this status and code.
    pub(super) const fn new(status: StatusCode, code: &'static str, hint: &'static str) -> Self {
        Self {
            status,
            code,
            field: None,
            hint,
            challenge: None,
            retry_after: None,
            more: Vec::new(),
        }
    }

    /// About this field.
    pub(super) fn about(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// With one more member.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.more.push((name, value.into()));
        self
    }

    /// With this challenge.
    pub(super) const fn challenged(mut self, challenge: Challenge) -> Self {
        self.challenge = Some(challenge);
        self
    }

    /// To be tried again after so many seconds.
    pub(super) fn again_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(u32::try_from(seconds).unwrap_or(u32::MAX));
        self
    }
}

impl Challenge {
    fn header(self) -> Option<HeaderValue> {
        match self {
            Self::Missing => Some(HeaderValue::from_static("Bearer")),
            Self::Invalid => Some(HeaderValue::from_static("Bearer error=\"invalid_token\"")),
            Self::Scope(scope) => HeaderValue::from_str(&format!(
                "Bearer error=\"insufficient_scope\", scope=\"{scope}\""
            ))
            .ok(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let more = self.more.into_iter();
        let body = ProblemBody {
            kind: "about:blank",
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            code: self.code,
            field: self.field.as_deref(),
            hint: self.hint,
            more: more.map(|(name, value)| (name.to_owned(), value)).collect(),
        };
        let mut response = (self.status, axum::Json(body)).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        if let Some(challenge) = self.challenge.and_then(Challenge::header) {
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// The cause goes to the log with the request's id; the program hears whether to try again.
impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Failure::from(fault).into()
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let (code, hint) = match failure {
            Failure::NotFound => ("path-unknown", "There is nothing at this address."),
            Failure::MethodNotAllowed => {
                ("method-not-allowed", "See the header Allow for what works.")
            }
            Failure::TooLarge => ("body-too-large", "A body has at most 16 KiB."),
            Failure::NotAForm => ("body-not-json", "Send Content-Type: application/json."),
            Failure::WrongHost => ("host-unknown", "Call us by the name in our public URL."),
            Failure::TooMany(_) => ("too-many-requests", "Wait as Retry-After says."),
            Failure::Busy(_) => ("busy", "Try again as Retry-After says."),
            Failure::ForeignForm | Failure::StaleForm | Failure::Internal => (
                "internal",
                "It is our mistake. The operator's log has the X-Request-Id.",
            ),
        };
        let problem = Self::new(failure.status(), code, hint);
        match failure.retry_after() {
            Some(seconds) => problem.again_after(seconds),
            None => problem,
        }
    }
}
