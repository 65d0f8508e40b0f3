//! The endpoints' addresses. Apps are configured with them, so they never change.

/// Where something of the provider is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// What we are and can (OpenID Connect Discovery 1.0, section 4).
    Discovery,
    /// The same by its other name (RFC 8414, section 3).
    Metadata,
    /// Where people are sent.
    Authorize,
    /// Where they go on after signing in.
    GoOn,
    /// Where codes become tokens.
    Token,
    /// Who somebody is.
    UserInfo,
    /// Whether a token lives.
    Introspect,
    /// Ends a token.
    Revoke,
    /// Our public keys.
    Jwks,
    /// Where people sign out.
    EndSession,
    /// The button of that page.
    EndSessionConfirm,
}

impl Endpoint {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::Discovery,
        Self::Metadata,
        Self::Authorize,
        Self::GoOn,
        Self::Token,
        Self::UserInfo,
        Self::Introspect,
        Self::Revoke,
        Self::Jwks,
        Self::EndSession,
        Self::EndSessionConfirm,
    ];

    /// The path, which is also the router's pattern.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Discovery => "/.well-known/openid-configuration",
            Self::Metadata => "/.well-known/oauth-authorization-server",
            Self::Authorize => "/oauth/authorize",
            Self::GoOn => "/oauth/continue",
            Self::Token => "/oauth/token",
            Self::UserInfo => "/oauth/userinfo",
            Self::Introspect => "/oauth/introspect",
            Self::Revoke => "/oauth/revoke",
            Self::Jwks => "/oauth/jwks",
            Self::EndSession => "/oauth/end-session",
            Self::EndSessionConfirm => "/oauth/end-session/confirm",
        }
    }
}

impl std::fmt::Display for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.path())
    }
}

#[cfg(test)]
mod tests {
    use super::Endpoint;
    use crate::routes::Route;
    use std::collections::HashSet;

    #[test]
    fn no_endpoint_shares_its_path_with_another_or_with_a_page() {
        let endpoints = Endpoint::ALL.iter().map(|endpoint| endpoint.path());
        let pages = Route::ALL.iter().map(|route| route.path());
        let paths: Vec<&str> = endpoints.chain(pages).collect();
        assert_eq!(paths.iter().collect::<HashSet<_>>().len(), paths.len());
    }
}
