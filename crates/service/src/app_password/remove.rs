//! Removing an app password (A6): at once, and what a program has open by it is cut. It only tightens, so nothing holds it back.

use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{AppPasswordId, EventKind};
use counterfoil_store::{Error, repo};

/// Why none is removed.
#[derive(Debug, thiserror::Error)]
pub enum RemoveAppPasswordRefusal {
    /// It isn't there, or was ended already.
    #[error("that app password isn't there")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RemoveAppPasswordRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Removes one and gives its label.
    ///
    /// # Errors
    /// [`RemoveAppPasswordRefusal`].
    pub async fn remove_app_password(
        &self,
        session: &Session,
        visit: &Visit,
        id: AppPasswordId,
    ) -> Result<String, RemoveAppPasswordRefusal> {
        let (account, now) = (session.account, self.now());
        let removed: Result<_, Error> = self
            .db
            .run("remove_app_password", |tx| async move {
                must_go_on(&tx, session).await?;
                let ended = repo::app_password::end(&tx, account, id, "removed", now).await?;
                let Some(label) = ended else {
                    return Ok(None);
                };
                self.cut_off(&tx, account, now).await?;
                let removed = Happening::of(EventKind::AppPasswordRemoved)
                    .by(visit)
                    .with("label", &label);
                self.tell(&tx, account, removed, now).await?;
                Ok(Some(label))
            })
            .await;
        removed?.ok_or(RemoveAppPasswordRefusal::Unknown)
    }
}
