//! What we are and can, for programs to read (OpenID Connect Discovery 1.0, section 3; RFC 8414).

use crate::assurance;
use crate::scope::Scope;
use serde_json::{Value, json};

/// The whole addresses of our endpoints.
#[derive(Clone, Debug)]
pub struct Endpoints {
    /// Scheme, host and port, nothing behind it.
    pub issuer: String,
    /// Where people are sent.
    pub authorization: String,
    /// Where codes become tokens.
    pub token: String,
    /// Who somebody is.
    pub userinfo: String,
    /// Our public keys.
    pub jwks: String,
    /// Whether a token lives.
    pub introspection: String,
    /// Ends a token.
    pub revocation: String,
    /// Where people sign out.
    pub end_session: String,
}

/// The document.
#[must_use]
pub fn discovery(at: &Endpoints) -> Value {
    let authentication = ["client_secret_basic", "client_secret_post", "none"];
    json!({
        "issuer": at.issuer,
        "authorization_endpoint": at.authorization,
        "token_endpoint": at.token,
        "userinfo_endpoint": at.userinfo,
        "jwks_uri": at.jwks,
        "introspection_endpoint": at.introspection,
        "revocation_endpoint": at.revocation,
        "end_session_endpoint": at.end_session,
        "scopes_supported": Scope::ALL.map(Scope::name),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "subject_types_supported": ["public"],
        "acr_values_supported": assurance::ALL,
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        "token_endpoint_auth_methods_supported": authentication,
        "revocation_endpoint_auth_methods_supported": authentication,
        "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid", "at_hash",
            "email", "email_verified", "name", "preferred_username"
        ],
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "authorization_response_iss_parameter_supported": true,
        "backchannel_logout_supported": true,
        "backchannel_logout_session_supported": true,
    })
}
