//! The line that stands for everything on record on the day of the sheet. It stands in the bottom margin, where it takes no room from codes.

use crate::{
    Paper, Sheet,
    font::{Fonts, Style},
    ink::{Ink, group},
    text::{Paragraph, Setting},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, Tag};

/// Two lines of it end where printers still reach.
const SMALL: Setting = Setting::new(Style::Text, 8.0, 9.5);
const LARGE: Setting = Setting::new(Style::Text, 18.0, 22.0);
/// Left of the page's number.
const NUMBER: f32 = 60.0;
const LARGE_NUMBER: f32 = 110.0;

/// It, measured.
pub(crate) struct Record(Paragraph);

impl Record {
    /// With what it is for.
    pub(crate) fn small(sheet: &Sheet<'_>, sentences: &Sentences, fonts: &Fonts) -> Option<Self> {
        let of = [("line", sheet.head_line?.into())];
        let text = sentences.text(sheet.language, "sheet-head", &of);
        let paragraph = Paragraph::new(fonts, SMALL, sheet.paper.measure() - NUMBER, &text);
        (paragraph.lines.len() <= 2).then_some(Self(paragraph))
    }

    /// In large print; `None` as well where it has no room beside the page's number.
    pub(crate) fn large(sheet: &Sheet<'_>, sentences: &Sentences, fonts: &Fonts) -> Option<Self> {
        let of = [("line", sheet.head_line?.into())];
        let text = sentences.text(sheet.language, "sheet-card-head", &of);
        let paragraph = Paragraph::new(fonts, LARGE, sheet.paper.measure() - LARGE_NUMBER, &text);
        (paragraph.lines.len() == 1).then_some(Self(paragraph))
    }

    pub(crate) fn draw(&self, ink: &mut Ink<'_, '_>) -> Node {
        let top = ink.paper.bottom() + 2.0;
        group(Tag::P, ink.paragraph(Paper::left(), top, &self.0))
    }
}
