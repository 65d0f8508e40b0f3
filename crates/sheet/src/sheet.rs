//! The sheet: what stands on it.

use crate::{Logo, Paper};
use counterfoil_core::{Code, Slot};
use counterfoil_lang::Language;
use std::fmt;

/// One sheet of backup codes, in any edition. It borrows everything. `Debug` hides what only its owner should read.
pub struct Sheet<'a> {
    /// What the mail service calls itself.
    pub service: &'a str,
    /// The service's logo.
    pub logo: Option<&'a Logo>,
    /// How its owner reaches a person: one or two short sentences of the operator's.
    pub help: Option<&'a str>,
    /// Where codes are typed, in full: `https://account.example.org`.
    pub portal_url: &'a str,
    /// What the owner calls the sheet. Says nothing to a finder unless the owner wanted it to.
    pub label: &'a str,
    /// The mailbox's address, only when the owner asked for it: a found sheet then tells which mailbox it opens.
    pub address: Option<&'a str>,
    /// The sheet's number; an account's first is 1.
    pub number: u32,
    /// The day it was drawn, in words of the sheet's language, as [`Sentences::date`] says it.
    pub drawn_on: &'a str,
    /// The words that the page shows before it asks for a code.
    pub page_words: [&'a str; 2],
    /// The codes in order. Two make a strip.
    pub lines: &'a [Line<'a>],
    /// The line that stands for everything on record on the day the sheet was drawn.
    pub head_line: Option<&'a str>,
    /// Lines on which replacements are written by hand.
    pub replacements: Replacements,
    /// What it is printed on.
    pub paper: Paper,
    /// The language of its sentences.
    pub language: Language,
}

/// A code and the word beside it. `Debug` prints the slot.
pub struct Line<'a> {
    /// The code.
    pub code: &'a Code,
    /// The word that drills ask for.
    pub drill_word: &'a str,
}

/// Empty lines, numbered, for replacements. As many are printed as the last page has room for; never past slot 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacements {
    /// The slot of the first replacement: the one after the last code.
    pub first: u8,
    /// How many at most.
    pub count: u8,
}

impl Replacements {
    /// How many there can be, up to slot 31.
    pub(crate) fn printed(self) -> u8 {
        self.count.min(
            Slot::LAST
                .get()
                .saturating_add(1)
                .saturating_sub(self.first),
        )
    }
}

/// Why there is no sheet. Nothing of it says what was to stand on the sheet.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// There is no code to print, or no edition to print it in.
    #[error("a sheet needs at least one code and one edition")]
    Empty,
    /// The service's address is too long for its place, where cutting it would send people to another page.
    #[error("the portal's address does not fit on a sheet")]
    AddressTooLong,
    /// The head of the sheet leaves no room for a strip, or one line is wider than its place.
    #[error("the sheet's texts do not fit on its paper")]
    DoesNotFit,
    /// A typeface, which is compiled in, can't be read.
    #[error("a typeface can't be read")]
    Font,
    /// The document would not be one that everybody can read: it breaks this many rules of PDF/UA-1 (ISO 14289-1).
    #[error("the document breaks {0} rules of PDF/UA-1")]
    NotAccessible(usize),
    /// The document could not be written for another reason.
    #[error("the document could not be written")]
    NotWritten,
}

impl fmt::Debug for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sheet")
            .field("number", &self.number)
            .field("lines", &self.lines)
            .field("paper", &self.paper)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line")
            .field("code", self.code)
            .finish_non_exhaustive()
    }
}
