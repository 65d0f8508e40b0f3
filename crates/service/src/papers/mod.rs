//! Where copies of the sheet lie, as their owner noted it (P3).
//!
//! A note is sealed, bound to its account and its place, and shown right after a step-up only: it leads whoever reads it to the
//! paper. It is about one sheet. When a new one is in force the note stays, since the old copy lies there, until its owner says
//! that the new one lies there too, or nothing any more.

mod follow;
mod forget;
mod list;
mod note;

pub use list::{NotedPlace, Papers};

use crate::announce::Happening;
use crate::outside_address::NotNow;
use crate::protection::Protection;
use crate::{App, Fault, Visit};
use counterfoil_model::{
    AccountId, EventKind, PaperPlace, PaperPlaceId, PlaceError, SetId, Timestamp,
};
use counterfoil_store::repo::code_set::CodeSet;
use counterfoil_store::repo::paper_place::KeptPlace;
use counterfoil_store::{Error, Tx};

/// Why a note isn't shown, kept or changed.
#[derive(Debug, thiserror::Error)]
pub enum PaperRefusal {
    /// The owner's words can't be kept.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// There is no sheet that could lie anywhere.
    #[error("there is no sheet")]
    NoSheet,
    /// So many places are enough for one sheet.
    #[error("there are six places already")]
    TooMany,
    /// There is no such note, or it says so already.
    #[error("no such note")]
    Unknown,
    /// Not in this session.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for PaperRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// What the note is sealed for.
const PLACE: &str = "paper-place";

/// The sheet that an owner has on paper now: the one in force or the one that waits to be.
fn sheet_on_paper(protection: &Protection, now: Timestamp) -> Option<&CodeSet> {
    protection.sets.iter().find(|set| set.goes_on(now))
}

/// The same as this transaction finds it.
async fn sheet_in(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Option<SetId>, Error> {
    let protection = Protection::load(tx, account).await?;
    let sheet = protection.as_ref();
    Ok(sheet
        .and_then(|protection| sheet_on_paper(protection, now))
        .map(|set| set.id))
}

impl App {
    /// Tells that a place was `noted` or is `gone`, and nothing of the place.
    async fn tell_paper(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        what: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let noted = Happening::of(EventKind::PaperNoted)
            .by(visit)
            .with("what", what);
        self.tell(tx, account, noted, now).await
    }

    fn seal_place(
        &self,
        account: AccountId,
        id: PaperPlaceId,
        place: &PaperPlace,
    ) -> Result<Vec<u8>, Fault> {
        let bound: [&[u8]; 2] = [account.as_bytes(), id.as_bytes()];
        self.seal(PLACE, &bound, place.to_text().as_bytes())
    }

    fn unseal_place(&self, account: AccountId, kept: &KeptPlace) -> Result<PaperPlace, Fault> {
        let bound: [&[u8]; 2] = [account.as_bytes(), kept.id.as_bytes()];
        let text = self.unseal_text(PLACE, &bound, &kept.note)?;
        PaperPlace::parse(&text).ok_or(Fault::Broken("a note of a place can't be read"))
    }

    /// Seals a note once more, under the key in use.
    pub(crate) fn reseal_paper_place(
        &self,
        account: AccountId,
        id: PaperPlaceId,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        self.seal_again(PLACE, &[account.as_bytes(), id.as_bytes()], sealed)
    }
}
