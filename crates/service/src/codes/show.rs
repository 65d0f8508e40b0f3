//! Showing a set: one request draws it, and only this answer has it in clear. Drawing again lets the first draw die.

use super::draw::DrawnCode;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_core::{Slot, words};
use counterfoil_model::code_set::may_show;
use counterfoil_model::{EventKind, Hold, SensitiveAction, SetId, Timestamp};
use counterfoil_store::repo::code::Drawn;
use counterfoil_store::repo::code_set::NewSet;
use counterfoil_store::{Error, repo};
use zeroize::Zeroizing;

/// A sheet to be put on paper now.
#[derive(Debug)]
pub struct ShownSheet {
    /// The number printed on it.
    pub number: i64,
    /// The codes and their words, by slot.
    pub codes: Vec<DrawnCode>,
    /// The words the sign-in page must show before a code is typed.
    pub page_words: [Zeroizing<String>; 2],
    /// The mailbox's address, for owners who want it printed.
    pub address: String,
    /// When it was drawn.
    pub drawn_at: Timestamp,
    /// The line that stands for the tree of events as it was then, if there is one yet.
    pub head_line: Option<String>,
}

/// Why no set is shown.
#[derive(Debug, thiserror::Error)]
pub enum ShowRefusal {
    /// The session proved one factor; showing takes two (N2).
    #[error("a second step is needed first")]
    SecondFactorWanted,
    /// Nobody outside the mailbox would hear of it.
    #[error("an outside address is needed first")]
    OutsideAddressWanted,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// The label is longer than 60 characters.
    #[error("the label is longer than 60 characters")]
    LabelTooLong,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// A set that was kept.
pub(super) struct Kept {
    pub(super) sheet: i64,
    /// The mailbox's address.
    address: String,
    at: Timestamp,
}

impl From<Error> for ShowRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// The longest label a sheet has room for.
const LABEL_MAX: usize = 60;

impl App {
    /// Whether this session may be shown a set now.
    ///
    /// # Errors
    /// [`ShowRefusal`], the first thing that is missing.
    pub async fn may_show_codes(&self, session: &Session) -> Result<(), ShowRefusal> {
        let now = self.now();
        let protection = self.protection(session.account).await?;
        let other = protection.has_strong(now);
        if !may_show(
            session.methods,
            other,
            session.policy().codes_as_first_second_factor,
        ) {
            return Err(ShowRefusal::SecondFactorWanted);
        }
        if session.policy().require_outside_address
            && !self.has_outside_address(session.account).await?
        {
            return Err(ShowRefusal::OutsideAddressWanted);
        }
        if session.is_fresh(now) {
            Ok(())
        } else {
            Err(ShowRefusal::StepUpWanted)
        }
    }

    /// As [`Self::may_show_codes`], for a sheet with this label; the label without what stands around it.
    pub(super) async fn may_show_codes_as<'l>(
        &self,
        session: &Session,
        label: &'l str,
    ) -> Result<&'l str, ShowRefusal> {
        self.may_show_codes(session).await?;
        let label = label.trim();
        if label.chars().count() > LABEL_MAX {
            return Err(ShowRefusal::LabelTooLong);
        }
        Ok(label)
    }

    /// Draws a set and keeps its counterfoils. Nothing opens with it before a code of it is proved.
    ///
    /// # Errors
    /// [`ShowRefusal`].
    pub async fn show_codes(
        &self,
        session: &Session,
        visit: &Visit,
        label: &str,
    ) -> Result<ShownSheet, ShowRefusal> {
        let label = self.may_show_codes_as(session, label).await?;
        let account = session.account;
        let set = SetId::draw(&mut self.chance());
        let slots: Vec<Slot> = Slot::all()
            .take(usize::from(session.policy().codes_per_sheet))
            .collect();
        // Page words and drill words are all different, and unrelated to the secrets.
        let mut drawn_words = words::draw_distinct(slots.len() + 2, &mut self.chance()).into_iter();
        let (Some(first), Some(second)) = (drawn_words.next(), drawn_words.next()) else {
            return Err(Fault::Broken("the word list is empty").into());
        };
        let page_words = self.seal_page_words(account, set, [first, second])?;
        let (mut codes, mut counterfoils) = (Vec::new(), Vec::new());
        for (slot, word) in slots.into_iter().zip(drawn_words) {
            let (code, counterfoil) = self.draw_code(account, set, slot, word, None).await?;
            codes.push(code);
            counterfoils.push(counterfoil);
        }
        let new = NewSet {
            id: set,
            label: label.to_owned(),
            page_words,
            to_write: 0,
        };
        let kept = self.keep_shown(session, visit, &new, &counterfoils).await?;
        let page_words = [first, second].map(|word| Zeroizing::new(word.as_str().to_owned()));
        Ok(ShownSheet {
            number: kept.sheet,
            codes,
            page_words,
            address: kept.address,
            drawn_at: kept.at,
            head_line: self.head_in_force().await?.map(|head| head.line),
        })
    }

    /// Keeps a set that was drawn, with the counterfoils that it has so far, and tells of it.
    pub(super) async fn keep_shown(
        &self,
        session: &Session,
        visit: &Visit,
        new: &NewSet,
        counterfoils: &[Drawn],
    ) -> Result<Kept, ShowRefusal> {
        let (account, now) = (session.account, self.now());
        let kept: Result<_, Error> = self
            .db
            .run("show_codes", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(owner) = repo::account::load(&tx, account).await? else {
                    return Ok(None);
                };
                let sheet = repo::code_set::next_sheet(&tx, account).await?;
                repo::code_set::show(&tx, account, sheet, new, now).await?;
                for counterfoil in counterfoils {
                    repo::code::keep(&tx, account, new.id, counterfoil, now).await?;
                }
                let shown = Happening::of(EventKind::CodesShown)
                    .by(visit)
                    .with("sheet", sheet);
                self.tell(&tx, account, shown, now).await?;
                Ok(Some(Kept {
                    sheet,
                    address: owner.address,
                    at: now,
                }))
            })
            .await;
        Ok(kept?.ok_or(Fault::Broken("the account is gone"))?)
    }

    /// When a sheet drawn in this session takes effect once it is proved.
    #[must_use]
    pub fn sheet_takes_effect(&self, session: &Session) -> Hold {
        session.hold(SensitiveAction::RenewSheet, self)
    }
}
