//! An owner puts a practice off: it comes back by itself.

use super::Surroundings;
use crate::reminders::SnoozeRefusal;
use crate::{App, Attention, Fault, Session};
use counterfoil_model::Timestamp;
use counterfoil_model::check_up::{PUT_OFF, Practice};
use counterfoil_model::reminders::Topic;
use counterfoil_store::{Error, repo};

/// Why nothing was put off.
#[derive(Debug, thiserror::Error)]
pub enum PutOffRefusal {
    /// It isn't to be done, or it can't wait.
    #[error("that can't be put off")]
    NotNow,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<SnoozeRefusal> for PutOffRefusal {
    fn from(refusal: SnoozeRefusal) -> Self {
        match refusal {
            SnoozeRefusal::NotNow => Self::NotNow,
            SnoozeRefusal::Internal(fault) => Self::Internal(fault),
        }
    }
}

impl App {
    /// Puts a practice off that is to be done and may wait. Answers until when. What reminders are about is put off as one of them.
    ///
    /// # Errors
    /// [`PutOffRefusal`].
    pub async fn put_off(
        &self,
        session: &Session,
        attention: &Attention,
        around: Surroundings,
        practice: Practice,
    ) -> Result<Timestamp, PutOffRefusal> {
        let check_up = self.check_up(session, attention, around).await?;
        let mut items = check_up.items.iter();
        if !items.any(|item| item.practice == practice && item.may_wait) {
            return Err(PutOffRefusal::NotNow);
        }
        let topic = match practice {
            Practice::P4 => Some(Topic::Sheet),
            Practice::P12 => Some(Topic::Drill),
            _ => None,
        };
        if let Some(topic) = topic {
            return Ok(self.snooze(session, topic, PUT_OFF).await?);
        }
        let (account, now) = (session.account, self.now());
        let until = now + PUT_OFF.span();
        let kept: Result<(), Error> = self
            .db
            .run("put_off", |tx| async move {
                repo::snooze::put_off(&tx, account, practice, until, now).await
            })
            .await;
        kept.map_err(Fault::from)?;
        Ok(until)
    }
}
