//! The new sheet lies where the old one lay.

use super::{PaperRefusal, sheet_in};
use crate::session::must_go_on;
use crate::{App, Session, Visit};
use counterfoil_model::PaperPlaceId;
use counterfoil_store::{Error, repo};

impl App {
    /// Notes that a copy of the sheet that is on paper now lies at this place as well.
    ///
    /// # Errors
    /// [`PaperRefusal`].
    pub async fn follow_paper(
        &self,
        session: &Session,
        visit: &Visit,
        place: PaperPlaceId,
    ) -> Result<(), PaperRefusal> {
        let (account, now) = (session.account, self.now());
        self.may_change_addresses(session)?;
        let followed: Result<_, Error> = self
            .db
            .run("follow_paper", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(sheet) = sheet_in(&tx, account, now).await? else {
                    return Ok(Err(PaperRefusal::NoSheet));
                };
                if !repo::paper_place::follow(&tx, account, place, sheet, now).await? {
                    return Ok(Err(PaperRefusal::Unknown));
                }
                self.tell_paper(&tx, account, visit, "noted", now).await?;
                Ok(Ok(()))
            })
            .await;
        followed?
    }
}
