//! Where an app is told of its events: set, shown, tried out, removed by the operator.

use super::message::{self, SECRET};
use crate::{App, Fault, WebhookError};
use counterfoil_model::outbound::is_public;
use counterfoil_model::{EventId, Span, Timestamp};
use counterfoil_store::repo::app_event::Deliveries;
use counterfoil_store::repo::app_webhook::AppWebhook;
use counterfoil_store::{Error, repo};
use std::net::IpAddr;
use url::{Host, Url};
use zeroize::Zeroizing;

/// A secret that was replaced signs for so long beside the new one.
pub const FORMER_SIGNS: Span = Span::days(1);
/// The most characters of an address.
const URL_MAX: usize = 500;
pub(super) const SEALED_FOR: &str = "app-webhook";

/// A webhook, as operators see it.
#[derive(Clone, Debug)]
pub struct ListedWebhook {
    /// Where the app is told.
    pub url: String,
    /// When it was set.
    pub made_at: Timestamp,
    /// Until when the secret before signs too, if it does.
    pub former_until: Option<Timestamp>,
    /// When it heard something last.
    pub heard_at: Option<Timestamp>,
    /// Why the last try failed, if it did.
    pub problem: Option<String>,
    /// How the telling stands.
    pub deliveries: Deliveries,
}

/// Why no webhook is set.
#[derive(Debug, thiserror::Error)]
pub enum SetWebhookRefusal {
    /// There is no such app.
    #[error("there is no app of this id")]
    UnknownApp,
    /// The address can't be one.
    #[error("url: an https address of at most 500 characters, without a user or #")]
    Url,
    /// It leads into a private network.
    #[error("url: its address is in a private network, which the configuration doesn't allow")]
    Private,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// Why nothing was tried.
#[derive(Debug, thiserror::Error)]
pub enum TestWebhookRefusal {
    /// The app has none.
    #[error("the app has no webhook")]
    None,
    /// It was tried, in vain.
    #[error(transparent)]
    NotHeard(#[from] WebhookError),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Tells an app of its events there from now on. Answers the secret when it is new, shown this once: the first webhook's,
    /// or with `new_secret` another one. The one before it signs beside it for [`FORMER_SIGNS`].
    ///
    /// # Errors
    /// [`SetWebhookRefusal`].
    pub async fn set_webhook(
        &self,
        app: &str,
        url: &str,
        new_secret: bool,
    ) -> Result<Option<Zeroizing<String>>, SetWebhookRefusal> {
        let private = self
            .webhooks
            .as_ref()
            .is_some_and(|webhooks| webhooks.allow_private());
        check_url(url, private)?;
        let drawn = Zeroizing::new(self.draw_bytes::<SECRET>());
        let sealed = &self.seal(SEALED_FOR, &[app.as_bytes()], &*drawn)?;
        let now = self.now();
        let set: Result<_, Error> = self
            .db
            .run("webhook_set", |tx| async move {
                if repo::api_app::load(&tx, app).await?.is_none() {
                    return Ok(None);
                }
                if repo::app_webhook::load(&tx, app).await?.is_none() {
                    repo::app_webhook::enter(&tx, app, url, sealed, now).await?;
                    return Ok(Some(true));
                }
                repo::app_webhook::set_url(&tx, app, url).await?;
                if new_secret {
                    repo::app_webhook::set_secret(&tx, app, sealed, now + FORMER_SIGNS).await?;
                }
                Ok(Some(new_secret))
            })
            .await;
        match set.map_err(Fault::from)? {
            None => Err(SetWebhookRefusal::UnknownApp),
            Some(new) => Ok(new.then(|| message::secret_text(&drawn))),
        }
    }

    /// An app's webhook and how the telling stands.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn webhook(&self, app: &str) -> Result<Option<ListedWebhook>, Fault> {
        let now = self.now();
        let listed: Result<_, Error> = self
            .db
            .read("webhook", |tx| async move {
                let Some(kept) = repo::app_webhook::load(&tx, app).await? else {
                    return Ok(None);
                };
                let deliveries = repo::app_event::standing(&tx, app).await?;
                Ok(Some((kept, deliveries)))
            })
            .await;
        Ok(listed?.map(|(kept, deliveries)| ListedWebhook {
            former_until: kept
                .former
                .map(|(_, until)| until)
                .filter(|until| now < *until),
            url: kept.url,
            made_at: kept.made_at,
            heard_at: kept.heard_at,
            problem: kept.problem,
            deliveries,
        }))
    }

    /// Tells an app nothing any more; what is due is forgotten. False when it had no webhook.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn remove_webhook(&self, app: &str) -> Result<bool, Fault> {
        let removed: Result<_, Error> = self
            .db
            .run("webhook_remove", |tx| async move {
                repo::app_event::forget_due(&tx, app).await?;
                repo::app_webhook::remove(&tx, app).await
            })
            .await;
        Ok(removed?)
    }

    /// Whatever an app's webhook didn't hear is due again at once; how many events.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn resend_to_webhook(&self, app: &str) -> Result<u64, Fault> {
        let now = self.now();
        let resent: Result<_, Error> = self
            .db
            .run("webhook_resend", |tx| async move {
                repo::app_event::resend(&tx, app, now).await
            })
            .await;
        Ok(resent?)
    }

    /// Sends a message of the type `webhook-test`, now and once.
    ///
    /// # Errors
    /// [`TestWebhookRefusal`].
    pub async fn test_webhook(&self, app: &str) -> Result<(), TestWebhookRefusal> {
        let kept: Result<_, Error> = self
            .db
            .read("webhook_test", |tx| async move {
                repo::app_webhook::load(&tx, app).await
            })
            .await;
        let kept = kept.map_err(Fault::from)?;
        let (Some(kept), Some(webhooks)) = (kept, &self.webhooks) else {
            return Err(TestWebhookRefusal::None);
        };
        let now = self.now();
        let id = EventId::draw(&mut self.chance());
        let secrets = self.webhook_secrets(&kept, now)?;
        let body = message::test_body(now);
        let letter = message::signed(id, now, body, &secrets)?;
        webhooks.deliver(&kept.url, &letter).await?;
        Ok(())
    }

    /// Seals a webhook's secret once more, under the key in use.
    pub(crate) fn reseal_webhook_secret(&self, app: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.seal_again(SEALED_FOR, &[app.as_bytes()], sealed)
    }

    /// The secrets that sign now, the newest first.
    pub(super) fn webhook_secrets(
        &self,
        kept: &AppWebhook,
        now: Timestamp,
    ) -> Result<Vec<Zeroizing<Vec<u8>>>, Fault> {
        let former = kept.former.as_ref().filter(|(_, until)| now < *until);
        let sealed = [Some(&kept.secret), former.map(|(secret, _)| secret)];
        sealed
            .into_iter()
            .flatten()
            .map(|secret| self.unseal(SEALED_FOR, &[kept.app.as_bytes()], secret))
            .collect()
    }
}

/// Whether an app may be told there. Names are looked at again when they are called.
pub(super) fn check_url(text: &str, private: bool) -> Result<(), SetWebhookRefusal> {
    let url = Url::parse(text).map_err(|_| SetWebhookRefusal::Url)?;
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let here = match url.host() {
        Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
        Some(Host::Domain(_)) => None,
        None => return Err(SetWebhookRefusal::Url),
    };
    let on_this_machine = here.is_some_and(|address| address.is_loopback());
    let told_safely = url.scheme() == "https" || (url.scheme() == "http" && on_this_machine);
    if !plain || !told_safely || text.len() > URL_MAX || !text.is_ascii() {
        return Err(SetWebhookRefusal::Url);
    }
    if !private && here.is_some_and(|address| !is_public(address)) {
        return Err(SetWebhookRefusal::Private);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_told_over_tls_and_in_no_private_network_unless_the_operator_lets_it() {
        let refusal = |url: &str, private: bool| match check_url(url, private) {
            Ok(()) => "taken",
            Err(SetWebhookRefusal::Private) => "private",
            Err(_) => "no address",
        };
        for (url, strangers, friends) in [
            ("https://app.example/hooks?a=b", "taken", "taken"),
            ("https://8.8.8.8/", "taken", "taken"),
            ("https://127.0.0.1:8443/", "private", "taken"),
            ("https://[fd00::1]/", "private", "taken"),
            ("https://2130706433/", "private", "taken"),
            ("http://127.0.0.1:9000/in", "private", "taken"),
            ("http://[::1]/in", "private", "taken"),
            ("http://10.0.0.1/", "no address", "no address"),
            ("http://app.example/", "no address", "no address"),
            ("http://localhost/", "no address", "no address"),
            ("ftp://app.example/", "no address", "no address"),
            ("https://me@app.example/", "no address", "no address"),
            ("https://app.example/#top", "no address", "no address"),
            ("app.example", "no address", "no address"),
            ("", "no address", "no address"),
        ] {
            assert_eq!(
                (refusal(url, false), refusal(url, true)),
                (strangers, friends),
                "{url}"
            );
        }
    }
}
