//! No copy lies there any more.

use super::PaperRefusal;
use crate::session::must_go_on;
use crate::{App, Session, Visit};
use counterfoil_model::PaperPlaceId;
use counterfoil_store::{Error, repo};

impl App {
    /// Forgets a place.
    ///
    /// # Errors
    /// [`PaperRefusal`].
    pub async fn forget_paper(
        &self,
        session: &Session,
        visit: &Visit,
        place: PaperPlaceId,
    ) -> Result<(), PaperRefusal> {
        let (account, now) = (session.account, self.now());
        self.may_change_addresses(session)?;
        let forgotten: Result<_, Error> = self
            .db
            .run("forget_paper", |tx| async move {
                must_go_on(&tx, session).await?;
                if !repo::paper_place::forget(&tx, account, place).await? {
                    return Ok(false);
                }
                self.tell_paper(&tx, account, visit, "gone", now).await?;
                Ok(true)
            })
            .await;
        if forgotten? {
            Ok(())
        } else {
            Err(PaperRefusal::Unknown)
        }
    }
}
