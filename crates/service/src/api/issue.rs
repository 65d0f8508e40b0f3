//! Issuing a set: one request draws it, and only its answer has the codes in clear. The same request again draws afresh.

use super::codes::{Closed, open_account};
use super::retry::{Earlier, Known, Undone};
use super::{Caller, RetryOf};
use crate::announce::Happening;
use crate::codes::DrawnCode;
use crate::{App, Fault, Visit};
use counterfoil_core::{Slot, Word, words};
use counterfoil_model::code_set::{PROVE_WITHIN, SHEET_SIZES};
use counterfoil_model::{AccountId, EventKind, SetId, Timestamp};
use counterfoil_store::repo::code::Drawn;
use counterfoil_store::repo::code_set::NewSet;
use counterfoil_store::{Error, Tx, repo};
use serde::{Deserialize, Serialize};

/// A set that was drawn just now: shown, not usable until a code of it is typed back.
#[derive(Debug)]
pub struct IssuedSet {
    /// Its id.
    pub id: SetId,
    /// The account's own number of it, as printed.
    pub sheet: i64,
    /// What it is called.
    pub label: String,
    /// The words that the app shows before it asks for a code.
    pub page_words: [Word; 2],
    /// The codes and their drill words, by slot.
    pub codes: Vec<DrawnCode>,
    /// When it was drawn.
    pub shown_at: Timestamp,
    /// Until then a code of it must be typed back.
    pub prove_before: Timestamp,
}

/// Why no set is issued.
#[derive(Debug, thiserror::Error)]
pub enum IssueRefusal {
    /// Nothing is issued to this account.
    #[error(transparent)]
    Closed(#[from] Closed),
    /// The label is too long or has control characters.
    #[error("the label can't be printed")]
    Label,
    /// A set has four to twenty codes.
    #[error("a set has four to twenty codes")]
    Count,
    /// The `Idempotency-Key` came with another request before.
    #[error("the idempotency key belongs to another request")]
    OtherRequest,
    /// The set of this request is active: its codes are never shown again.
    #[error("the set is active already")]
    Active,
    /// The set of this request was discarded, or has ended.
    #[error("the set is gone")]
    Gone,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for IssueRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// The longest label a sheet has room for.
const LABEL_MAX: usize = 60;

#[derive(Deserialize, Serialize)]
struct Issued {
    set: [u8; 16],
}

/// A draw that isn't kept yet.
struct Draw {
    set: SetId,
    label: String,
    page_words: Vec<u8>,
    counterfoils: Vec<Drawn>,
}

impl App {
    /// Draws a set for an app's account; an earlier one that waits for its proof dies. `count` is the operator's choice unless it is
    /// said.
    ///
    /// # Errors
    /// [`IssueRefusal`].
    pub async fn issue_set(
        &self,
        caller: &Caller,
        account: AccountId,
        visit: &Visit,
        label: &str,
        count: Option<u8>,
        retry: Option<RetryOf<'_>>,
    ) -> Result<IssuedSet, IssueRefusal> {
        let label = label.trim();
        if label.chars().count() > LABEL_MAX || label.contains(char::is_control) {
            return Err(IssueRefusal::Label);
        }
        let count = match count {
            Some(count) => count,
            None => self.policy().await?.codes_per_sheet,
        };
        if !SHEET_SIZES.contains(&count) {
            return Err(IssueRefusal::Count);
        }
        let known = self.known_request(caller, account, "issue", retry)?;
        let earlier = self.issued_before(caller, account, &known).await?;
        let set = earlier.unwrap_or_else(|| SetId::draw(&mut self.chance()));
        let mut drawn_words =
            words::draw_distinct(usize::from(count) + 2, &mut self.chance()).into_iter();
        let (Some(first), Some(second)) = (drawn_words.next(), drawn_words.next()) else {
            return Err(Fault::Broken("the word list is empty").into());
        };
        let mut draw = Draw {
            set,
            label: label.to_owned(),
            page_words: self.seal_page_words(account, set, [first, second])?,
            counterfoils: Vec::new(),
        };
        let mut codes = Vec::new();
        for (slot, word) in Slot::all().zip(drawn_words) {
            let (code, counterfoil) = self.draw_code(account, set, slot, word, None).await?;
            codes.push(code);
            draw.counterfoils.push(counterfoil);
        }
        let (now, draw, known) = (self.now(), &draw, &known);
        let kept: Result<_, Undone> = self
            .db
            .run("api_issue", |tx| async move {
                if let Err(closed) = open_account(&tx, caller, account).await? {
                    return Ok(Err(IssueRefusal::Closed(closed)));
                }
                if earlier.is_none() {
                    let issued = Issued {
                        set: *set.as_bytes(),
                    };
                    known.keep(&tx, &issued, now).await?;
                }
                let sheet = keep(&tx, account, draw, earlier.is_some(), now).await?;
                if let Some(sheet) = sheet {
                    let shown = Happening::of(EventKind::CodesShown)
                        .by(visit)
                        .with("sheet", sheet);
                    self.record(&tx, account, &shown, now).await?;
                }
                Ok(Ok(sheet))
            })
            .await;
        let sheet = match kept {
            Ok(kept) => kept?,
            // The same request, sent twice at once: the other one's answer has the codes, and asking again draws afresh.
            Err(Undone::Raced) => return Err(Fault::Store(Error::Conflict).into()),
            Err(Undone::Store(error)) => return Err(error.into()),
        };
        let Some(sheet) = sheet else {
            // It was proved or discarded while this was drawn.
            self.issued_before(caller, account, known).await?;
            return Err(IssueRefusal::Gone);
        };
        Ok(IssuedSet {
            id: set,
            sheet,
            label: draw.label.clone(),
            page_words: [first, second],
            codes,
            shown_at: now,
            prove_before: now + PROVE_WITHIN,
        })
    }

    /// The set that this request issued before, if it can be drawn again.
    async fn issued_before(
        &self,
        caller: &Caller,
        account: AccountId,
        known: &Known,
    ) -> Result<Option<SetId>, IssueRefusal> {
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("api_issued_before", |tx| async move {
                if let Err(closed) = open_account(&tx, caller, account).await? {
                    return Ok(Err(closed.into()));
                }
                let issued: Issued = match known.earlier(&tx, now).await? {
                    Earlier::None => return Ok(Ok(None)),
                    Earlier::OtherBody => return Ok(Err(IssueRefusal::OtherRequest)),
                    Earlier::Same(issued) => issued,
                };
                let id = SetId::from_bytes(issued.set);
                let sets = repo::code_set::list(&tx, account).await?;
                let set = sets.iter().find(|set| set.id == id);
                Ok(match set {
                    Some(set) if set.state == "shown" => Ok(Some(id)),
                    Some(set) if set.in_force(now) => Err(IssueRefusal::Active),
                    _ => Err(IssueRefusal::Gone),
                })
            })
            .await;
        found?
    }
}

/// Keeps a draw. The sheet's number, or `None` when its set doesn't wait for a proof any more.
async fn keep(
    tx: &Tx,
    account: AccountId,
    draw: &Draw,
    again: bool,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let set = draw.set;
    let sheet = if again {
        let label = draw.label.as_str();
        let redrawn = repo::api_code::redraw(tx, account, set, label, &draw.page_words, now);
        let Some(sheet) = redrawn.await? else {
            return Ok(None);
        };
        sheet
    } else {
        let sheet = repo::code_set::next_sheet(tx, account).await?;
        let new = NewSet {
            id: set,
            label: draw.label.clone(),
            page_words: draw.page_words.clone(),
            to_write: 0,
        };
        repo::code_set::show(tx, account, sheet, &new, now).await?;
        sheet
    };
    for counterfoil in &draw.counterfoils {
        repo::code::keep(tx, account, set, counterfoil, now).await?;
    }
    Ok(Some(sheet))
}
