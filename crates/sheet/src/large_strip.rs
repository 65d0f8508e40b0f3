//! A strip of two codes in large print: each code on a line of its own, its drill word below it.

use crate::{
    Line, Paper, Sheet,
    font::{Fonts, Style},
    ink::{Ink, group},
    text::{Paragraph, Setting, cut},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, TableHeaderScope, Tag};
use std::num::NonZeroU32;
use zeroize::Zeroizing;

const CAPTION: Setting = Setting::new(Style::Text, 18.0, 21.0);
const CODE_SIZE: f32 = 26.0;
const NUMBER_SIZE: f32 = 22.0;
const WORD_SIZE: f32 = 18.0;
const BOX: f32 = 18.0;

const ABOVE: f32 = 8.0;
const BELOW: f32 = 6.0;
const CODE_ROW: f32 = 30.0;
const WORD_ROW: f32 = 22.0;

const NUMBER_ENDS: f32 = 54.0;
const CODE: f32 = 70.0;
/// From one group to the next, in ems of the code.
const GROUP: f32 = 4.0;

/// What every strip says of itself, and of its words.
pub(crate) struct Caption {
    text: Paragraph,
    drill_word: String,
    summary: String,
}

impl Caption {
    pub(crate) fn new(sheet: &Sheet<'_>, sentences: &Sentences, fonts: &Fonts) -> Self {
        let (language, measure) = (sheet.language, sheet.paper.measure());
        let url = fonts.printable(sheet.portal_url);
        let portal = url
            .strip_prefix("https://")
            .unwrap_or(&url)
            .trim_end_matches('/')
            .to_owned();
        let say = |service: &str| {
            let of = [
                ("service", service.into()),
                ("number", sheet.number.into()),
                ("portal", portal.as_str().into()),
            ];
            sentences.text(language, "sheet-large-strip", &of)
        };
        let set = |text: &str| Paragraph::new(fonts, CAPTION, measure, text);
        // The service's name gives way; an address that is longer than a line takes two.
        let least = set(&say("…")).lines.len();
        let service = cut(&fonts.printable(sheet.service), |service| {
            set(&say(service)).lines.len() <= least
        });
        Self {
            text: set(&say(&service)),
            drill_word: sentences.text(language, "sheet-large-word", &[]),
            summary: sentences.text(language, "sheet-strip-summary", &[]),
        }
    }
}

/// How tall a strip of so many codes is.
pub(crate) fn height(lines: usize, caption: &Caption) -> f32 {
    let rows: f32 = (0..lines).map(|_| CODE_ROW + WORD_ROW).sum();
    ABOVE + caption.text.height() + rows + BELOW
}

/// Whether a drill word has room behind "drill word".
pub(crate) fn fits(fonts: &Fonts, line: &Line<'_>) -> bool {
    let word = fonts.printable(line.drill_word);
    fonts.width(Style::Strong, WORD_SIZE, &word) <= Paper::A4.measure() - CODE - 170.0
}

/// Draws a strip below `top`: a table whose head is the caption.
pub(crate) fn draw(ink: &mut Ink<'_, '_>, top: f32, caption: &Caption, lines: &[Line<'_>]) -> Node {
    let left = Paper::left();
    let mut y = top + ABOVE;
    let said = ink.paragraph(left, y, &caption.text);
    y += caption.text.height();
    let all = NonZeroU32::MIN.saturating_add(2);
    let head = Tag::TH(TableHeaderScope::Column).with_col_span(Some(all));
    let mut rows = vec![group(Tag::TR, [group(head, said)])];
    for line in lines {
        let middle = y + CODE_ROW / 2.0;
        ink.tick_box(left, middle, BOX);
        let number = line.code.slot().to_string();
        let number = ink.line_to(
            left + NUMBER_ENDS,
            middle,
            Style::Strong,
            NUMBER_SIZE,
            &number,
        );
        let mut x = left + CODE;
        let mut groups = Vec::new();
        for symbols in line.code.groups() {
            let symbols = Zeroizing::new(format!("{} ", *symbols));
            groups.push(ink.line(x, middle, Style::Code, CODE_SIZE, &symbols));
            x += GROUP * CODE_SIZE;
        }
        let middle = y + CODE_ROW + WORD_ROW / 2.0 - 2.0;
        let label = ink
            .fonts
            .run(Style::Text, WORD_SIZE, &format!("{} ", caption.drill_word));
        let word = ink.fonts.printable(line.drill_word);
        let x = left + CODE;
        let label_node = ink.run(x, middle, &label);
        let word = ink.line(
            x + label.width + 4.0,
            middle,
            Style::Strong,
            WORD_SIZE,
            &word,
        );
        rows.push(group(
            Tag::TR,
            [
                group(Tag::TH(TableHeaderScope::Row), [number]),
                group(Tag::TD, groups),
                group(Tag::TD, [label_node, word]),
            ],
        ));
        y += CODE_ROW + WORD_ROW;
    }
    group(Tag::Table.with_summary(Some(caption.summary.clone())), rows)
}
