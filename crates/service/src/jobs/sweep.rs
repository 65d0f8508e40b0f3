//! Cleaning up: sessions, links, clocks and what apps held that ended long ago. Events, sets and factors are kept (N13).

use crate::api::REMEMBERED;
use crate::app_events::OPERATOR;
use crate::{App, Fault};
use counterfoil_model::Span;
use counterfoil_model::sending::hour_of;
use counterfoil_store::{Error, repo};

/// How long ended sessions, links and clocks are kept.
const KEPT: Span = Span::days(60);

impl App {
    /// Deletes what ended sixty days ago or earlier, and what an app's requests came to a day ago.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn sweep(&self) -> Result<(), Fault> {
        let now = self.now();
        let oldest = now - KEPT;
        let swept: Result<(), Error> = self
            .db
            .run("sweep", |tx| async move {
                repo::session::sweep(&tx, oldest).await?;
                repo::link::sweep(&tx, oldest).await?;
                repo::passkey_ceremony::sweep(&tx, now).await?;
                repo::mail_access::sweep(&tx, oldest).await?;
                repo::sent_hour::sweep(&tx, hour_of(oldest)).await?;
                repo::clock::sweep(&tx, oldest).await?;
                repo::app_token::sweep(&tx, oldest).await?;
                repo::app_code::sweep(&tx, oldest).await?;
                repo::app_grant::sweep(&tx, oldest).await?;
                repo::api_retry::sweep(&tx, now - REMEMBERED).await?;
                repo::app_event::sweep(&tx, OPERATOR, oldest).await?;
                repo::desk::guest_list::sweep(&tx, oldest).await?;
                Ok(())
            })
            .await;
        Ok(swept?)
    }
}
