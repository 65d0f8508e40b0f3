//! Errors by the names that standards gave them.

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident => $text:literal),+ $(,)?) => {
        /// The name of an error (RFC 6749, RFC 6750, OpenID Connect Core).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ErrorCode {
            $($(#[$doc])* $name,)+
        }

        impl ErrorCode {
            /// As it stands in an answer.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

codes! {
    /// A parameter is missing, repeated or wrong.
    InvalidRequest => "invalid_request",
    /// The client isn't known, or didn't prove who it is.
    InvalidClient => "invalid_client",
    /// The code or refresh token is wrong, spent, over, or another client's.
    InvalidGrant => "invalid_grant",
    /// Another `grant_type` than ours.
    UnsupportedGrantType => "unsupported_grant_type",
    /// Another `response_type` than `code`.
    UnsupportedResponseType => "unsupported_response_type",
    /// More scopes than there were.
    InvalidScope => "invalid_scope",
    /// The owner, or a rule, said no.
    AccessDenied => "access_denied",
    /// Our mistake.
    ServerError => "server_error",
    /// Later, perhaps.
    TemporarilyUnavailable => "temporarily_unavailable",
    /// Somebody would have to sign in, and may not be asked.
    LoginRequired => "login_required",
    /// Something else would have to be asked.
    InteractionRequired => "interaction_required",
    /// Requests as objects aren't taken.
    RequestNotSupported => "request_not_supported",
    /// Nor by reference.
    RequestUriNotSupported => "request_uri_not_supported",
    /// The access token is dead.
    InvalidToken => "invalid_token",
    /// The access token is for something else.
    InsufficientScope => "insufficient_scope",
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An error with a few words for whoever builds the client. Never with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {description}")]
pub struct OAuthError {
    /// Its name.
    pub code: ErrorCode,
    /// ASCII without `"` and `\` (RFC 6749, section 5.2).
    pub description: &'static str,
}

impl OAuthError {
    /// This error.
    #[must_use]
    pub const fn new(code: ErrorCode, description: &'static str) -> Self {
        Self { code, description }
    }
}
