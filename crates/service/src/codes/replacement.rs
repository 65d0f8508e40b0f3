//! The replacement of a spent code (N18): owed from the spending on, drawn on the next page, again if that answer was
//! lost, and counting once the owner typed it back.

use super::draw::DrawnCode;
use super::read::{Read, ReadBack, read};
use crate::announce::Happening;
use crate::lanes::inside;
use crate::session::must_go_on;
use crate::slow_hash::DigestOf;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_core::{Refusal, Slot, words};
use counterfoil_model::code_set::next_free_slot;
use counterfoil_model::{AccountId, ChangeId, EventKind, Hold, SensitiveAction, Timestamp};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, change::Change, code::Counterfoil};

/// A replacement to be written onto the sheet.
#[derive(Debug)]
pub struct Replacement {
    /// The code and its drill word.
    pub drawn: DrawnCode,
    /// The spent code it stands in for.
    pub replaces: Slot,
    /// From when on it opens the door, if it is typed back now.
    pub effective_at: Timestamp,
    /// Whether that is at once.
    pub at_once: bool,
}

/// What is owed for a spent code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The spent code.
    pub spent: Slot,
    /// The sheet has no slot left for it: a new sheet is needed.
    pub sheet_full: bool,
}

/// A replacement that counts.
#[derive(Clone, Copy, Debug)]
pub struct TypedBack {
    /// Its number.
    pub slot: Slot,
    /// From when on it opens the door.
    pub effective_at: Timestamp,
    /// Whether that is at once.
    pub at_once: bool,
}

/// Why there is no replacement.
#[derive(Debug, thiserror::Error)]
pub enum ReplacementRefusal {
    /// A factor must be proved again: this draws a code.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// No code waits to be replaced.
    #[error("no replacement is owed")]
    NoneOwed,
    /// The sheet's 31 slots are used: a new sheet is needed.
    #[error("the sheet is full")]
    SheetFull,
    /// What was typed back can't be read.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// It was read after repair: ask the owner, who may have to write more clearly.
    #[error("the code was read after repair")]
    Confirm(ReadBack),
    /// What was typed back is another code, or was drawn again since.
    #[error("that is not the replacement that was shown")]
    Wrong,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ReplacementRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// The spent slot that is owed a replacement and the slot that it takes.
fn owed(codes: &[Counterfoil]) -> Result<(Slot, Slot), ReplacementRefusal> {
    let spent = codes
        .iter()
        .find(|code| code.replacement_owed)
        .ok_or(ReplacementRefusal::NoneOwed)?
        .slot;
    // A replacement that was shown and not typed back gives its slot up.
    let used = codes
        .iter()
        .filter(|code| code.replaces.is_none() || code.counts_at.is_some())
        .map(|code| code.slot);
    let free = next_free_slot(used).ok_or(ReplacementRefusal::SheetFull)?;
    Ok((spent, free))
}

impl App {
    fn replacement_takes_effect(&self, session: &Session) -> (Timestamp, bool) {
        match session.hold(SensitiveAction::DrawReplacement, self) {
            Hold::AtOnce => (self.now(), true),
            Hold::AfterDelay {
                takes_effect_at: at,
            }
            | Hold::NotBefore { allowed_at: at } => (at, false),
        }
    }

    /// What is owed to an account: its spent code without a replacement, the lowest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn owed_replacement(&self, account: AccountId) -> Result<Option<Owed>, Fault> {
        let Some(set) = self
            .protection(account)
            .await?
            .set(self.now())
            .map(|set| set.id)
        else {
            return Ok(None);
        };
        let codes = self.codes_of(account, set).await?;
        let spent = codes.iter().find(|code| code.replacement_owed);
        Ok(spent.map(|code| Owed {
            spent: code.slot,
            sheet_full: matches!(owed(&codes), Err(ReplacementRefusal::SheetFull)),
        }))
    }

    /// Draws the replacement that is owed; an earlier one that wasn't typed back dies.
    ///
    /// # Errors
    /// [`ReplacementRefusal`].
    pub async fn draw_replacement(
        &self,
        session: &Session,
        visit: &Visit,
    ) -> Result<Replacement, ReplacementRefusal> {
        if !session.is_fresh(self.now()) {
            return Err(ReplacementRefusal::StepUpWanted);
        }
        let account = session.account;
        let protection = self.protection(account).await?;
        let set = protection
            .set(self.now())
            .ok_or(ReplacementRefusal::NoneOwed)?
            .id;
        let (replaces, slot) = owed(&self.codes_of(account, set).await?)?;
        let word = words::draw(&mut self.chance());
        let (drawn, counterfoil) = self
            .draw_code(account, set, slot, word, Some(replaces))
            .await?;
        let (now, counterfoil) = (self.now(), &counterfoil);
        let kept: Result<_, Error> = self
            .db
            .run("draw_replacement", |tx| async move {
                must_go_on(&tx, session).await?;
                let still = owed(&repo::code::list(&tx, account, set).await?);
                if !still.is_ok_and(|still| still == (replaces, slot)) {
                    return Ok(false);
                }
                repo::code::forget_unproved(&tx, account, set).await?;
                repo::code::keep(&tx, account, set, counterfoil, now).await?;
                let shown = Happening::of(EventKind::ReplacementDrawn)
                    .by(visit)
                    .with("code", slot)
                    .with("replaces", replaces);
                self.tell(&tx, account, shown, now).await?;
                Ok(true)
            })
            .await;
        if !kept? {
            return Err(ReplacementRefusal::NoneOwed);
        }
        let (effective_at, at_once) = self.replacement_takes_effect(session);
        Ok(Replacement {
            drawn,
            replaces,
            effective_at,
            at_once,
        })
    }

    /// Lets the replacement count that the owner typed back from paper.
    ///
    /// # Errors
    /// [`ReplacementRefusal`].
    pub async fn type_back_replacement(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<TypedBack, ReplacementRefusal> {
        let account = session.account;
        let attempt = match read(&self.keys, typed, confirmed) {
            Read::Code(attempt) => attempt,
            Read::Repaired(read) => return Err(ReplacementRefusal::Confirm(read)),
            Read::Unreadable(refusal) => return Err(ReplacementRefusal::Unreadable(refusal)),
            Read::Foreign => return Err(ReplacementRefusal::Wrong),
        };
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        let protection = self.protection(account).await?;
        let set = protection.set(now).ok_or(ReplacementRefusal::NoneOwed)?.id;
        let shown = self.code_of(account, set, attempt.slot()).await?;
        let shown = &shown
            .filter(|code| code.replaces.is_some() && code.counts_at.is_none())
            .ok_or(ReplacementRefusal::Wrong)?;
        let of = DigestOf {
            pepper: &self.keys.code_pepper(&shown.pepper)?,
            account,
            set,
            salt: shown.salt,
            cost: shown.cost,
        };
        if !lane.attempt(&attempt, of).await?.verify(&shown.digest) {
            return Err(ReplacementRefusal::Wrong);
        }
        drop(lane);
        let (effective_at, at_once) = self.replacement_takes_effect(session);
        let counted: Result<_, Error> = self
            .db
            .run("type_back", |tx| async move {
                must_go_on(&tx, session).await?;
                if !repo::code::count_one(&tx, account, set, shown, effective_at).await? {
                    return Ok(false);
                }
                let confirmed = Happening::of(EventKind::ReplacementConfirmed)
                    .by(visit)
                    .with("code", shown.slot);
                if at_once {
                    self.tell(&tx, account, confirmed, now).await?;
                } else {
                    let id = ChangeId::draw(&mut self.chance());
                    let change = Change {
                        account,
                        id,
                        kind: "replacement".to_owned(),
                        subject: *set.as_bytes(),
                        slot: Some(i64::from(shown.slot.get())),
                        state: "waiting".to_owned(),
                        asked_at: now,
                        effective_at,
                    };
                    repo::change::ask(&tx, &change).await?;
                    let waits = Happening::of(EventKind::ChangeScheduled)
                        .by(visit)
                        .with("change", "replacement")
                        .with("until", effective_at.as_micros());
                    self.tell(
                        &tx,
                        account,
                        waits.link(LinkKind::StopChange, *id.as_bytes(), effective_at),
                        now,
                    )
                    .await?;
                }
                Ok(true)
            })
            .await;
        if counted? {
            Ok(TypedBack {
                slot: shown.slot,
                effective_at,
                at_once,
            })
        } else {
            Err(ReplacementRefusal::Wrong)
        }
    }
}
