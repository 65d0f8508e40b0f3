//! The new sheet lies where the old one lay.

use super::{PaperRefusal, sheet_on_paper};
use crate::announce::Happening;
use crate::protection::Protection;
use crate::session::must_go_on;
use crate::{App, Session, Visit};
use counterfoil_model::{EventKind, PaperPlaceId};
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
                let protection = Protection::load(&tx, account).await?;
                let sheet = protection
                    .as_ref()
                    .and_then(|protection| sheet_on_paper(protection, now));
                let Some(sheet) = sheet else {
                    return Ok(Err(PaperRefusal::NoSheet));
                };
                if !repo::paper_place::follow(&tx, account, place, sheet.id, now).await? {
                    return Ok(Err(PaperRefusal::Unknown));
                }
                let noted = Happening::of(EventKind::PaperNoted)
                    .by(visit)
                    .with("what", "noted");
                self.tell(&tx, account, noted, now).await?;
                Ok(Ok(()))
            })
            .await;
        followed?
    }
}
