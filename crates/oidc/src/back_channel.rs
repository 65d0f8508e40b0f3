//! What an app is told when somebody signs out (OpenID Connect Back-Channel Logout 1.0, section 2.4).

use counterfoil_model::{AccountId, GrantId, Span, Timestamp};
use serde_json::{Value, json};

/// A logout token is good for two minutes, as the standard advises.
const LASTS: Span = Span::minutes(2);

/// What a logout token says.
#[derive(Clone, Debug)]
pub struct LogoutClaims<'a> {
    /// Who we are.
    pub issuer: &'a str,
    /// Whom it is for.
    pub client_id: &'a str,
    /// Whose mailbox.
    pub account: AccountId,
    /// The sign-in that ended: the `sid` of its ID tokens.
    pub grant: GrantId,
}

impl LogoutClaims<'_> {
    /// The claims. `jti` is the same each time the same end is told. Never a `nonce`: that is what tells it from an ID token.
    #[must_use]
    pub fn of_token(&self, now: Timestamp) -> Value {
        json!({
            "iss": self.issuer,
            "aud": self.client_id,
            "sub": self.account.to_string(),
            "sid": self.grant.to_string(),
            "iat": now.as_seconds(),
            "exp": (now + LASTS).as_seconds(),
            "jti": format!("logout-{}", self.grant),
            "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
        })
    }
}
