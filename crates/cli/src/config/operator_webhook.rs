//! Where the operator's own systems hear what happens to mailboxes.

use super::settings::OperatorWebhookSettings;
use super::{ConfigError, read_secret};
use counterfoil_service::app_events::read_secret as secret_bytes;
use secrecy::{ExposeSecret, SecretSlice};

/// A webhook of the operator's.
#[derive(Debug, Clone)]
pub struct OperatorWebhook {
    /// Where they listen.
    pub url: String,
    /// What messages are signed with.
    pub secret: SecretSlice<u8>,
}

impl OperatorWebhook {
    /// `None` where nobody is told.
    pub(crate) fn from_settings(
        settings: OperatorWebhookSettings,
    ) -> Result<Option<Self>, ConfigError> {
        let key = "notices.webhook.secret_file";
        let Some(url) = settings.url else {
            return Ok(None);
        };
        let file = settings
            .secret_file
            .ok_or_else(|| ConfigError::invalid(key, "is missing beside notices.webhook.url"))?;
        let text = read_secret(key, &file)?;
        let secret = secret_bytes(text.expose_secret())
            .map_err(|error| ConfigError::invalid(key, error.to_string()))?;
        Ok(Some(Self {
            url,
            secret: SecretSlice::from(secret.to_vec()),
        }))
    }
}
