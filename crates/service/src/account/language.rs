//! The language in which an owner is spoken to: on pages, sheets and in notices.

use crate::{App, Fault, Session};
use counterfoil_store::{Error, repo};

impl App {
    /// Speaks to the owner of this session in another language, a BCP 47 tag, from now on. It opens nothing and closes nothing, so
    /// it needs no more than the session, and nobody is told.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn speak(&self, session: &Session, language: &str) -> Result<(), Fault> {
        let done: Result<(), Error> = self
            .db
            .run("speak", |tx| async move {
                repo::account::set_language(&tx, session.account, language).await
            })
            .await;
        Ok(done?)
    }
}
