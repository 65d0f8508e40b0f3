//! An owner notes where a copy of the sheet lies.

use super::{PaperRefusal, sheet_in};
use crate::session::must_go_on;
use crate::{App, Session, Visit};
use counterfoil_model::paper_place::PLACES_MAX;
use counterfoil_model::{PaperPlace, PaperPlaceId, PlaceKind};
use counterfoil_store::repo::paper_place::KeptPlace;
use counterfoil_store::{Error, repo};

impl App {
    /// Notes a place of the sheet that is on paper now. The event names neither kind nor words.
    ///
    /// # Errors
    /// [`PaperRefusal`].
    pub async fn note_paper(
        &self,
        session: &Session,
        visit: &Visit,
        kind: PlaceKind,
        typed: &str,
    ) -> Result<(), PaperRefusal> {
        let (account, now) = (session.account, self.now());
        self.may_change_addresses(session)?;
        let place = PaperPlace::new(kind, typed)?;
        let id = PaperPlaceId::draw(&mut self.chance());
        let note = &self.seal_place(account, id, &place)?;
        let noted: Result<_, Error> = self
            .db
            .run("note_paper", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(sheet) = sheet_in(&tx, account, now).await? else {
                    return Ok(Err(PaperRefusal::NoSheet));
                };
                let there = repo::paper_place::list(&tx, account).await?;
                if there.iter().filter(|place| place.set == sheet).count() >= PLACES_MAX {
                    return Ok(Err(PaperRefusal::TooMany));
                }
                let kept = KeptPlace {
                    id,
                    set: sheet,
                    note: note.clone(),
                    noted_at: now,
                };
                repo::paper_place::note(&tx, account, &kept).await?;
                self.tell_paper(&tx, account, visit, "noted", now).await?;
                Ok(Ok(()))
            })
            .await;
        noted?
    }
}
