//! The way to an app's own server, past every browser.

use async_trait::async_trait;

/// Why an app could not be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackChannelError {
    /// It could not be reached, or gave no answer in time.
    #[error("the app can't be reached")]
    Unreachable,
    /// It answered with this HTTP status.
    #[error("the app answered {0}")]
    Status(u16),
}

/// Tells an app that somebody signed out (OpenID Connect Back-Channel Logout 1.0, section 2.5).
#[async_trait]
pub trait BackChannel: Send + Sync {
    /// Sends `logout_token` to `uri` by POST. Done when the app answers 200 or 204.
    async fn sign_out(&self, uri: &str, logout_token: &str) -> Result<(), BackChannelError>;
}
