//! Writing a sheet by hand: one code a request is drawn, shown, typed back from the paper and only then kept. Until the
//! owner has typed it, a code is nowhere but on the page, sealed in a field of it. A set that lacks a code can't be proved.

use super::show::ShowRefusal;
use crate::lanes::inside;
use crate::session::must_go_on;
use crate::slow_hash::DigestOf;
use crate::{App, Fault, FormField, Session, Visit};
use counterfoil_core::{Attempt, Code, Refusal, Salt, Slot, Word, words};
use counterfoil_model::code_set::BY_HAND;
use counterfoil_model::{SetId, Timestamp};
use counterfoil_store::repo::code::Drawn;
use counterfoil_store::repo::code_set::{CodeSet, NewSet};
use counterfoil_store::{Error, repo};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// How far a sheet is that is being written by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// The sheet's number.
    pub sheet: i64,
    /// The number of the code that comes next.
    pub next: u8,
    /// How many codes it will have.
    pub of: u8,
}

impl Unwritten {
    pub(super) fn of(set: &CodeSet, written: usize) -> Self {
        let written = u8::try_from(written).unwrap_or(u8::MAX);
        let left = u8::try_from(set.to_write).unwrap_or(u8::MAX);
        Self {
            sheet: set.sheet,
            next: written.saturating_add(1),
            of: written.saturating_add(left),
        }
    }
}

/// What is written at the top of the paper, before the first code.
#[derive(Debug)]
pub struct Head {
    /// The owner's own name for the mailbox.
    pub label: String,
    /// The words that the portal shows before it asks for a code.
    pub page_words: [Zeroizing<String>; 2],
    /// When the sheet was begun.
    pub begun_at: Timestamp,
}

/// A code on its way to paper.
pub struct CodeToWrite {
    /// How far the sheet is; this code is the next.
    pub place: Unwritten,
    /// With the first code: the top of the paper.
    pub head: Option<Head>,
    /// The four groups of five symbols.
    pub groups: [Zeroizing<String>; 4],
    /// The drill word beside it.
    pub word: Word,
    /// All of it, sealed for this session's next request.
    pub sealed: String,
}

impl fmt::Debug for CodeToWrite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeToWrite")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// Why a code doesn't count as written.
#[derive(Debug, thiserror::Error)]
pub enum WriteRefusal {
    /// What was typed can't be read.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// These symbols, by place from 1 to 20, are not the ones that were shown.
    #[error("what was typed differs from what was shown")]
    Differs(Vec<u8>),
    /// It is another code.
    #[error("what was typed is another code")]
    Another,
    /// More than ten minutes went by since it was shown, or another window went on: it was never kept.
    #[error("the code that was shown can't be kept any more")]
    Gone,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for WriteRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// A shown code as it comes back in its sealed field.
struct Shown {
    set: CodeSet,
    place: Unwritten,
    attempt: Arc<Attempt>,
    word: Word,
    tag_key: String,
}

const fn field(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "write-code",
        account: session.account,
        bound_to: &session.hash,
    }
}

fn four(text: &str) -> [Zeroizing<String>; 4] {
    let mut groups = text.split('-');
    std::array::from_fn(|_| Zeroizing::new(groups.next().unwrap_or_default().to_owned()))
}

impl App {
    /// Begins a sheet that is written by hand, and draws its first code. A sheet that waited to be proved dies.
    ///
    /// # Errors
    /// [`ShowRefusal`].
    pub async fn write_codes(
        &self,
        session: &Session,
        visit: &Visit,
        label: &str,
    ) -> Result<CodeToWrite, ShowRefusal> {
        let label = self.may_show_codes_as(session, label).await?;
        let set = SetId::draw(&mut self.chance());
        let page_words = words::draw_distinct(2, &mut self.chance());
        let [first, second] = page_words[..] else {
            return Err(Fault::Broken("the word list is empty").into());
        };
        let new = NewSet {
            id: set,
            label: label.to_owned(),
            page_words: self.seal_page_words(session.account, set, [first, second])?,
            to_write: i64::from(BY_HAND),
        };
        self.keep_shown(session, visit, &new, &[]).await?;
        let drawn = self.code_to_write(session).await?;
        Ok(drawn.ok_or(Fault::Broken("a sheet ended while it was begun"))?)
    }

    /// Draws the next code of the sheet that is being written, after the page with it was lost. That code was never kept,
    /// so another one takes its place. `None` when no sheet is being written.
    ///
    /// # Errors
    /// [`ShowRefusal`].
    pub async fn go_on_writing(
        &self,
        session: &Session,
    ) -> Result<Option<CodeToWrite>, ShowRefusal> {
        self.may_show_codes(session).await?;
        Ok(self.code_to_write(session).await?)
    }

    /// The code in a sealed field once more, after something was wrong with what was typed. `None` when it can't be kept
    /// any more.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn code_being_written(
        &self,
        session: &Session,
        sealed: &str,
    ) -> Result<Option<CodeToWrite>, Fault> {
        let Some(shown) = self.open_shown(session, sealed).await? else {
            return Ok(None);
        };
        Ok(Some(CodeToWrite {
            place: shown.place,
            head: self.head(session, &shown.set, shown.place)?,
            groups: four(&shown.attempt.text()),
            word: shown.word,
            sealed: sealed.to_owned(),
        }))
    }

    /// Keeps the code in a sealed field if it was typed back without a slip, and draws the next one. `None` after the
    /// last: then the sheet waits to be proved. A slip is no guess: the code stands on the page.
    ///
    /// # Errors
    /// [`WriteRefusal`].
    pub async fn wrote_code(
        &self,
        session: &Session,
        sealed: &str,
        typed: &str,
    ) -> Result<Option<CodeToWrite>, WriteRefusal> {
        let shown = self.open_shown(session, sealed).await?;
        let shown = shown.ok_or(WriteRefusal::Gone)?;
        let reading = Attempt::read(typed).map_err(WriteRefusal::Unreadable)?;
        // Its owner has it before their eyes: how long this comparison takes tells nobody anything.
        if *reading.attempt.text() != *shown.attempt.text() {
            return Err(WriteRefusal::Another);
        }
        if reading.repaired() {
            let mut places = reading.wrong;
            places.extend(reading.unreadable);
            places.sort_unstable();
            return Err(WriteRefusal::Differs(places));
        }
        let (set, counterfoil) = (&shown.set, &self.counterfoil(session, &shown).await?);
        let now = self.now();
        let kept: Result<_, Error> = self
            .db
            .run("write_code", |tx| async move {
                must_go_on(&tx, session).await?;
                let account = session.account;
                if !repo::code_set::write(&tx, account, set.id, set.to_write, now).await? {
                    return Ok(false);
                }
                repo::code::keep(&tx, account, set.id, counterfoil, now).await?;
                Ok(true)
            })
            .await;
        if !kept? {
            return Err(WriteRefusal::Gone);
        }
        Ok(self.code_to_write(session).await?)
    }

    /// What is kept of a code that was typed back. One slow hash.
    async fn counterfoil(&self, session: &Session, shown: &Shown) -> Result<Drawn, Fault> {
        let (account, set, slot) = (session.account, shown.set.id, shown.attempt.slot());
        let salt = Salt::draw(&mut self.chance());
        let (pepper_id, pepper) = &self.keys.newest_code_pepper()?;
        let cost = self.slow_hash.cost();
        let of = DigestOf {
            pepper,
            account,
            set,
            salt,
            cost,
        };
        let lane = self.slow_hash.lane(inside(account)).await?;
        Ok(Drawn {
            slot,
            salt,
            digest: lane.attempt(&shown.attempt, of).await?,
            cost,
            pepper: pepper_id.clone(),
            tag_key: shown.tag_key.clone(),
            drill_word: self.seal_drill_word(account, set, slot, shown.word)?,
            replaces: None,
        })
    }

    async fn code_to_write(&self, session: &Session) -> Result<Option<CodeToWrite>, Fault> {
        let account = session.account;
        let protection = self.protection(account).await?;
        let Some(set) = protection.being_written(self.now()) else {
            return Ok(None);
        };
        let kept = self.codes_of(account, set.id).await?;
        let place = Unwritten::of(set, kept.len());
        let slot = Slot::new(place.next).ok_or(Fault::Broken("a sheet has too many codes"))?;
        let mut taken = self.page_words(account, set)?.to_vec();
        for code in &kept {
            taken.push(self.drill_word(account, set.id, code.slot, &code.drill_word)?);
        }
        let (tag_key, tag) = self.keys.newest_tag_key()?;
        let code = Code::draw(slot, &tag, &mut self.chance());
        // All words on a sheet are different.
        let word = loop {
            let word = words::draw(&mut self.chance());
            if !taken.iter().any(|other| other.as_str() == word.as_str()) {
                break word;
            }
        };
        let text = code.text();
        let line = Zeroizing::new(format!("{} {} {} {tag_key}", set.id, *text, word.as_str()));
        Ok(Some(CodeToWrite {
            place,
            head: self.head(session, set, place)?,
            groups: code.groups(),
            word,
            sealed: self.seal_field(&field(session), &line)?,
        }))
    }

    async fn open_shown(&self, session: &Session, sealed: &str) -> Result<Option<Shown>, Fault> {
        let Some(line) = self.open_field(&field(session), sealed) else {
            return Ok(None);
        };
        let protection = self.protection(session.account).await?;
        let Some(set) = protection.being_written(self.now()) else {
            return Ok(None);
        };
        let place = Unwritten::of(set, self.codes_of(session.account, set.id).await?.len());
        let mut parts = line.split(' ');
        let of_this_set = parts.next() == Some(set.id.to_string().as_str());
        let (Some(text), Some(word), Some(tag_key)) = (
            parts.next(),
            parts.next().and_then(words::find),
            parts.next(),
        ) else {
            return Err(Fault::Broken("a sealed code is damaged"));
        };
        let attempt = Attempt::read(text)
            .map_err(|_| Fault::Broken("a sealed code is damaged"))?
            .attempt;
        // Another window may have gone on: then this code's number stands on the paper already.
        let is_next = of_this_set && attempt.slot().get() == place.next;
        Ok(is_next.then(|| Shown {
            set: set.clone(),
            place,
            attempt: Arc::new(attempt),
            word,
            tag_key: tag_key.to_owned(),
        }))
    }

    fn head(
        &self,
        session: &Session,
        set: &CodeSet,
        place: Unwritten,
    ) -> Result<Option<Head>, Fault> {
        if place.next > 1 {
            return Ok(None);
        }
        Ok(Some(Head {
            label: set.label.clone(),
            page_words: self.page_words(session.account, set)?,
            begun_at: set.shown_at,
        }))
    }
}
