//! The places of an owner's copies, in clear.

use super::{PaperRefusal, sheet_on_paper};
use crate::protection::Protection;
use crate::{App, Fault, Session};
use counterfoil_model::{AccountId, PaperPlaceId, PlaceKind, Timestamp};
use counterfoil_store::{Error, repo};
use zeroize::Zeroizing;

/// Where the copies of an account's sheets lie.
#[derive(Debug, Default)]
pub struct Papers {
    /// The number of the sheet in force, or of the one that waits to be.
    pub sheet: Option<i64>,
    /// Where copies of it lie.
    pub here: Vec<NotedPlace>,
    /// Where copies of sheets before it lie, unless their owner took them away.
    pub before: Vec<NotedPlace>,
}

/// One place.
#[derive(Debug)]
pub struct NotedPlace {
    /// Its id.
    pub id: PaperPlaceId,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The owner's own words; empty for none.
    pub words: Zeroizing<String>,
    /// When it was noted.
    pub noted_at: Timestamp,
}

impl App {
    /// Where the copies lie, for their owner's eyes.
    ///
    /// # Errors
    /// [`PaperRefusal`].
    pub async fn papers(&self, session: &Session) -> Result<Papers, PaperRefusal> {
        self.may_change_addresses(session)?;
        Ok(self.papers_of(session.account).await?)
    }

    /// The same for what is worked out from them.
    pub(crate) async fn papers_of(&self, account: AccountId) -> Result<Papers, Fault> {
        self.papers_beside(&self.protection(account).await?).await
    }

    /// The same beside what is known of the account.
    pub(crate) async fn papers_beside(&self, protection: &Protection) -> Result<Papers, Fault> {
        let account = protection.account.id;
        let kept: Result<_, Error> = self
            .db
            .read("papers", |tx| async move {
                repo::paper_place::list(&tx, account).await
            })
            .await;
        let sheet = sheet_on_paper(protection, self.now());
        let mut papers = Papers {
            sheet: sheet.map(|set| set.sheet),
            ..Papers::default()
        };
        for kept in &kept? {
            let place = self.unseal_place(account, kept)?;
            let noted = NotedPlace {
                id: kept.id,
                kind: place.kind,
                words: place.words,
                noted_at: kept.noted_at,
            };
            if sheet.is_some_and(|set| set.id == kept.set) {
                papers.here.push(noted);
            } else {
                papers.before.push(noted);
            }
        }
        Ok(papers)
    }
}
