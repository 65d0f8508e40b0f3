//! What the worker of the outbox and the door for mails that came back ask of the use cases.

use async_trait::async_trait;
use counterfoil_model::NoticeId;
use counterfoil_notices::bounces::{Returned, Returns};
use counterfoil_service::App;
use counterfoil_service::returns::CameBack;
use counterfoil_store::repo::outbox::Reason;
use std::sync::Arc;

/// Between an address and what tells whose it is; Postfix calls it `recipient_delimiter`.
const DELIMITER: char = '+';

/// Return paths of this installation.
pub(crate) struct Returning {
    app: Arc<App>,
    /// The address before a notice's token is put in; `None` when nobody listens for what comes back.
    to: Option<String>,
}

impl Returning {
    pub(crate) const fn new(app: Arc<App>, to: Option<String>) -> Self {
        Self { app, to }
    }
}

#[async_trait]
impl Returns for Returning {
    fn return_path(&self, notice: NoticeId) -> Option<String> {
        let (local, domain) = self.to.as_ref()?.rsplit_once('@')?;
        match self.app.return_token(notice) {
            Ok(token) => Some(format!("{local}{DELIMITER}{token}@{domain}")),
            Err(error) => {
                tracing::error!(%notice, %error, "a notice has no return path");
                None
            }
        }
    }

    /// The token says it all: whatever stands around it was put there by mail servers.
    fn notice_of(&self, address: &str) -> Option<NoticeId> {
        let (local, _) = address.rsplit_once('@')?;
        let (_, token) = local.rsplit_once(DELIMITER)?;
        self.app.notice_of_return_token(token)
    }

    async fn came_back(&self, notice: NoticeId, reason: Reason<'_>) -> Returned {
        match self.app.notice_came_back(notice, reason).await {
            Ok(CameBack::Noted) => Returned::Noted,
            Ok(CameBack::Over) => Returned::Unknown,
            Err(error) => {
                tracing::error!(%notice, %error, "a notice that came back can't be written down");
                Returned::Later
            }
        }
    }
}
