//! Signing out: here, and everywhere.

use crate::announce::Happening;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::EventKind;
use counterfoil_store::{Error, repo};

impl App {
    /// Ends this session, and what apps hold that signed in from it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn sign_out(&self, session: &Session, visit: &Visit) -> Result<(), Fault> {
        let now = self.now();
        let done: Result<(), Error> = self
            .db
            .run("sign_out", |tx| async move {
                if repo::session::end(&tx, session.account, &session.hash, now).await? {
                    self.end_apps_of(&tx, session.account, &session.hash, visit, now)
                        .await?;
                    self.tell(
                        &tx,
                        session.account,
                        Happening::of(EventKind::SignedOut).by(visit),
                        now,
                    )
                    .await?;
                }
                Ok(())
            })
            .await;
        Ok(done?)
    }

    /// Ends every session of the account, this one too, and forgets its known devices.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn sign_out_everywhere(&self, session: &Session, visit: &Visit) -> Result<(), Fault> {
        let now = self.now();
        let done: Result<(), Error> = self
            .db
            .run("sign_out_everywhere", |tx| async move {
                self.end_access(&tx, session.account, now).await?;
                repo::device::forget_all(&tx, session.account).await?;
                self.tell(
                    &tx,
                    session.account,
                    Happening::of(EventKind::SignedOutEverywhere).by(visit),
                    now,
                )
                .await
            })
            .await;
        Ok(done?)
    }
}
