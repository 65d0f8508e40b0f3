//! The doors that the mail software knocks at, on addresses that only it reaches.

use super::stop::{Stopped, wait};
use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use crate::monitor::{Metrics, counted};
use axum::serve::ListenerExt;
use counterfoil_lang::Sentences;
use counterfoil_service::App;
use counterfoil_web::{mail_gateway, sending_policy};
use std::future::IntoFuture;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Addresses that are ours and not served yet.
pub(super) struct MailDoors {
    gateway: TcpListener,
    sending_policy: TcpListener,
}

impl MailDoors {
    /// Takes the addresses of the configuration; `None` while there is no mail software.
    pub(super) async fn bind(config: &Config) -> Result<Option<Self>, Failure> {
        let Some(mail) = &config.mail else {
            return Ok(None);
        };
        let gateway = listen("mail.gateway", mail.gateway).await?;
        let sending_policy = listen("mail.sending_policy", mail.sending_policy).await?;
        Ok(Some(Self {
            gateway,
            sending_policy,
        }))
    }

    /// Serves them until told to stop; then finishes what is under way, and writes down what mail programs did.
    pub(super) async fn serve(
        self,
        config: &Config,
        app: Arc<App>,
        sentences: Arc<Sentences>,
        metrics: &Arc<Metrics>,
        stopped: Stopped,
    ) -> Result<(), Failure> {
        let secrets = assembly::mail_secrets(config)?
            .ok_or("the secrets of the mail software are missing")?;
        let gateway = mail_gateway::router(mail_gateway::Parts {
            app: Arc::clone(&app),
            client_secret: secrets.gateway,
            policy_secret: secrets.policy,
            public_url: config.public_url.to_string(),
            sentences: Arc::clone(&sentences),
        });
        let sending = sending_policy::Parts {
            app: Arc::clone(&app),
            sentences,
        };
        let listener = self.gateway.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "answers of the mail gateway may be late");
            }
        });
        let gateway = counted(gateway, "mail-gateway", metrics);
        let gateway = axum::serve(listener, gateway).with_graceful_shutdown(wait(stopped.clone()));
        let (served, (), ()) = tokio::join!(
            gateway.into_future(),
            sending_policy::serve(self.sending_policy, sending, wait(stopped.clone())),
            app.keep_mail_access(wait(stopped)),
        );
        // The last answers came after the last writing down.
        app.record_mail_access().await?;
        Ok(served?)
    }
}

async fn listen(key: &str, address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address)
        .await
        .map_err(|error| format!("{key} {address}: {error}").into())
}
