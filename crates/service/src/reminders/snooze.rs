//! An owner puts a reminder off.

use crate::{App, Fault, Session};
use counterfoil_model::Timestamp;
use counterfoil_model::reminders::{Pause, Topic};
use counterfoil_store::{Error, repo};

/// Why nothing was put off.
#[derive(Debug, thiserror::Error)]
pub enum SnoozeRefusal {
    /// Nothing of that is due, or it can't be put off any more.
    #[error("that can't be put off")]
    NotNow,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Puts what is due of a topic off. Answers until when.
    ///
    /// # Errors
    /// [`SnoozeRefusal`].
    pub async fn snooze(
        &self,
        session: &Session,
        topic: Topic,
        pause: Pause,
    ) -> Result<Timestamp, SnoozeRefusal> {
        let (account, now) = (session.account, self.now());
        let kept: Result<_, Error> = self
            .db
            .run("snooze", |tx| async move {
                let calendar = self.calendar_in(&tx, account, now).await?;
                let Some(snooze) = calendar.snooze(topic, pause, now) else {
                    return Ok(None);
                };
                repo::snooze::keep(&tx, account, &snooze).await?;
                Ok(Some(snooze.until))
            })
            .await;
        kept.map_err(Fault::from)?.ok_or(SnoozeRefusal::NotNow)
    }
}
