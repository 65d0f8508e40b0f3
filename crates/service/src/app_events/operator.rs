//! The operator's own webhook hears what happens to mailboxes. It is set by the configuration, and told as an app's webhook is: in the
//! same order, with the same signatures, as often.

use super::webhook::{SEALED_FOR, SetWebhookRefusal, check_url};
use crate::{App, Fault};
use counterfoil_store::{Error, repo};
use data_encoding::BASE64;
use zeroize::Zeroizing;

/// Stands where an app's id stands. No app can be called that.
pub const OPERATOR: &str = "*";

/// Why the operator's webhook isn't set.
#[derive(Debug, thiserror::Error)]
pub enum OperatorWebhookRefusal {
    /// The address can't be one.
    #[error(transparent)]
    Url(#[from] SetWebhookRefusal),
    /// The secret isn't one.
    #[error("secret: whsec_ and 24 to 64 random bytes in base64, as Standard Webhooks has it")]
    Secret,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// The bytes of a secret as Standard Webhooks writes it.
///
/// # Errors
/// [`OperatorWebhookRefusal::Secret`].
pub fn read_secret(text: &str) -> Result<Zeroizing<Vec<u8>>, OperatorWebhookRefusal> {
    let bytes = text
        .trim()
        .strip_prefix("whsec_")
        .and_then(|encoded| BASE64.decode(encoded.as_bytes()).ok())
        .map(Zeroizing::new)
        .ok_or(OperatorWebhookRefusal::Secret)?;
    if (24..=64).contains(&bytes.len()) {
        Ok(bytes)
    } else {
        Err(OperatorWebhookRefusal::Secret)
    }
}

impl App {
    /// Tells the operator there from now on, or nowhere any more. A secret that differs from the one before is another one: the one
    /// before signs beside it for a day.
    ///
    /// # Errors
    /// [`OperatorWebhookRefusal`].
    pub async fn set_operator_webhook(
        &self,
        webhook: Option<(&str, &[u8])>,
    ) -> Result<(), OperatorWebhookRefusal> {
        let Some((url, secret)) = webhook else {
            self.remove_webhook(OPERATOR).await?;
            return Ok(());
        };
        let private = self
            .webhooks
            .as_ref()
            .is_some_and(|webhooks| webhooks.allow_private());
        check_url(url, private)?;
        let sealed = &self.seal(SEALED_FOR, &[OPERATOR.as_bytes()], secret)?;
        let now = self.now();
        let set: Result<(), Error> = self
            .db
            .run("operator_webhook_set", |tx| async move {
                let Some(kept) = repo::app_webhook::load(&tx, OPERATOR).await? else {
                    return repo::app_webhook::enter(&tx, OPERATOR, url, sealed, now).await;
                };
                repo::app_webhook::set_url(&tx, OPERATOR, url).await?;
                let known = self
                    .webhook_secrets(&kept, now)
                    .map_err(Error::internal)?
                    .first()
                    .is_some_and(|known| known.as_slice() == secret);
                if !known {
                    let until = now + super::webhook::FORMER_SIGNS;
                    repo::app_webhook::set_secret(&tx, OPERATOR, sealed, until).await?;
                }
                Ok(())
            })
            .await;
        Ok(set.map_err(Fault::from)?)
    }
}
