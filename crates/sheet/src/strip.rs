//! A strip: two codes that are torn off together, with what tells a finder nothing and the owner everything.

use crate::{
    Line, Sheet, SheetError,
    font::{Fonts, Style},
    ink::{Ink, group},
    paper::Paper,
    text::cut,
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, TableHeaderScope, Tag};
use std::num::NonZeroU32;
use zeroize::Zeroizing;

/// How many codes a strip has.
pub(crate) const LINES: usize = 2;

/// The columns, from the left margin: number ends, code begins, from one group to the next, drill word begins.
pub(crate) const NUMBER_ENDS: f32 = 33.0;
pub(crate) const CODE: f32 = 54.0;
pub(crate) const GROUP: f32 = 74.0;
pub(crate) const WORD: f32 = 366.0;

/// Above the caption, to the perforation.
const ABOVE: f32 = 7.0;
const CAPTION: f32 = 12.0;
/// Below the last code, to the perforation.
const BELOW: f32 = 5.0;

pub(crate) const CAPTION_SIZE: f32 = 8.5;
const NUMBER_SIZE: f32 = 11.5;
/// N25 asks for 12 points at least, our own rule for 13; this is read by people in a hurry.
const CODE_SIZE: f32 = 16.0;
const WORD_SIZE: f32 = 13.0;
pub(crate) const BOX: f32 = 11.5;

/// What every strip says of itself.
pub(crate) struct Caption {
    text: String,
    drill_word: String,
    summary: String,
}

impl Caption {
    pub(crate) fn new(
        sheet: &Sheet<'_>,
        sentences: &Sentences,
        fonts: &Fonts,
    ) -> Result<Self, SheetError> {
        let language = sheet.language;
        let url = fonts.printable(sheet.portal_url);
        let portal = url
            .strip_prefix("https://")
            .unwrap_or(&url)
            .trim_end_matches('/')
            .to_owned();
        let service = fonts.printable(sheet.service);
        let say = |service: &str, label: &str| {
            sentences.text(
                language,
                "sheet-strip",
                &[
                    ("service", service.into()),
                    ("label", label.into()),
                    ("number", sheet.number.into()),
                    ("portal", portal.as_str().into()),
                ],
            )
        };
        let fits = |text: &str| fonts.width(Style::Text, CAPTION_SIZE, text) <= WORD - 12.0;
        // The label gives way first, then the service's name; number and address never.
        let label = cut(&fonts.printable(sheet.label), |label| {
            fits(&say(&service, label))
        });
        let service = cut(&service, |service| fits(&say(service, &label)));
        let text = say(&service, &label);
        let drill_word = sentences.text(language, "sheet-drill-word", &[]);
        let room = sheet.paper.measure() - WORD;
        if !fits(&text) || fonts.width(Style::Text, CAPTION_SIZE, &drill_word) > room {
            return Err(SheetError::DoesNotFit);
        }
        Ok(Self {
            text,
            drill_word,
            summary: sentences.text(language, "sheet-strip-summary", &[]),
        })
    }

    /// The name of the column of words, as the foot repeats it.
    pub(crate) fn draw_drill_word(&self, ink: &mut Ink<'_, '_>, middle: f32) -> Node {
        ink.line(
            Paper::left() + WORD,
            middle,
            Style::Text,
            CAPTION_SIZE,
            &self.drill_word,
        )
    }
}

/// How tall a strip of so many codes is when each has a row of that height.
pub(crate) fn height(lines: usize, row: f32) -> f32 {
    (0..lines).map(|_| row).sum::<f32>() + ABOVE + CAPTION + BELOW
}

/// Whether a drill word has room beside its code.
pub(crate) fn fits(fonts: &Fonts, paper: Paper, line: &Line<'_>) -> bool {
    fonts.width(Style::Strong, WORD_SIZE, &fonts.printable(line.drill_word))
        <= paper.measure() - WORD
}

/// Draws a strip below `top` and returns its structure: a table whose head is the caption.
pub(crate) fn draw(
    ink: &mut Ink<'_, '_>,
    top: f32,
    row: f32,
    caption: &Caption,
    lines: &[Line<'_>],
) -> Node {
    let left = Paper::left();
    let mut middle = top + ABOVE + CAPTION / 2.0;
    let text = ink.line(left, middle, Style::Text, CAPTION_SIZE, &caption.text);
    let drill_word = caption.draw_drill_word(ink, middle);
    let both = NonZeroU32::MIN.saturating_add(1);
    let mut rows = vec![group(
        Tag::TR,
        [
            group(
                Tag::TH(TableHeaderScope::Column).with_col_span(Some(both)),
                [text],
            ),
            group(Tag::TH(TableHeaderScope::Column), [drill_word]),
        ],
    )];
    middle += f32::midpoint(CAPTION, row);
    for line in lines {
        ink.tick_box(left, middle, BOX);
        let number = line.code.slot().to_string();
        let number = ink.line_to(
            left + NUMBER_ENDS,
            middle,
            Style::Text,
            NUMBER_SIZE,
            &number,
        );
        let mut x = left + CODE;
        let mut groups = Vec::new();
        for symbols in line.code.groups() {
            // The space is in the text, so that whoever copies or hears it gets groups.
            let symbols = Zeroizing::new(format!("{} ", *symbols));
            groups.push(ink.line(x, middle, Style::Code, CODE_SIZE, &symbols));
            x += GROUP;
        }
        let word = ink.fonts.printable(line.drill_word);
        let word = ink.line(left + WORD, middle, Style::Strong, WORD_SIZE, &word);
        rows.push(group(
            Tag::TR,
            [
                group(Tag::TH(TableHeaderScope::Row), [number]),
                group(Tag::TD, groups),
                group(Tag::TD, [word]),
            ],
        ));
        middle += row;
    }
    group(Tag::Table.with_summary(Some(caption.summary.clone())), rows)
}
