//! The way to the server of an app that is told of its events.

use async_trait::async_trait;

/// One message to a webhook, signed as Standard Webhooks has it.
#[derive(Clone, Debug)]
pub struct WebhookMessage {
    /// `webhook-id`: the same each time the same event is sent.
    pub id: String,
    /// `webhook-timestamp`: when it is sent, in seconds since 1970 (UTC).
    pub timestamp: i64,
    /// `webhook-signature`: one or more signatures, with blanks between.
    pub signature: String,
    /// The body, JSON.
    pub body: String,
}

/// Why a message was not heard.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// Its name leads to a network that we don't call.
    #[error("its address is in a private network, which the configuration doesn't allow")]
    Private,
    /// It could not be reached, or gave no answer in time.
    #[error("it can't be reached")]
    Unreachable,
    /// It answered with this HTTP status, which is no 2xx. A redirect is never followed.
    #[error("it answered {0}")]
    Status(u16),
}

/// Calls the servers of apps.
#[async_trait]
pub trait Webhooks: Send + Sync {
    /// Whether the operator lets apps name servers in private networks, and without TLS on this machine.
    fn allow_private(&self) -> bool;

    /// Sends a message to `url` by POST. Done when the app answers 2xx.
    async fn deliver(&self, url: &str, message: &WebhookMessage) -> Result<(), WebhookError>;
}
