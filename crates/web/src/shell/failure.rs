//! Answers that are no page of a flow: nothing here, too much, not now, our mistake.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Why a request gets an error page. The shell renders it, in the visitor's language, with the request's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No such page, or nothing behind this link for this person.
    NotFound,
    /// The page exists, but not for this method.
    MethodNotAllowed,
    /// A form longer than any of ours.
    TooLarge,
    /// A body that is no form.
    NotAForm,
    /// A form that another site sent.
    ForeignForm,
    /// A form of an older session or another browser: asked again.
    StaleForm,
    /// Asked for under a name that is not ours.
    WrongHost,
    /// Too many tries: again after so many seconds.
    TooMany(u64),
    /// A lane is full, or a wait took too long: again after so many seconds.
    Busy(u64),
    /// Our mistake.
    Internal,
}

impl Failure {
    /// Its HTTP status.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::ForeignForm | Self::StaleForm => StatusCode::FORBIDDEN,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// When to try again, in seconds.
    #[must_use]
    pub const fn retry_after(self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) | Self::Busy(seconds) => Some(seconds),
            _ => None,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(seconds) = self.retry_after() {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
