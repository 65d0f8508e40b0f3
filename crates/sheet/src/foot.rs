//! The foot of the sheet: lines for replacements, what to do when something is unreadable or lost, and where the other
//! copy is.

use crate::{
    Paper, Sheet,
    font::{Fonts, HALF_CAPITAL, Style},
    ink::{Ink, group},
    strip::{BOX, CAPTION_SIZE, CODE, Caption, GROUP, NUMBER_ENDS, WORD},
    text::{Paragraph, Setting},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{ListNumbering, Node, Tag};
use std::num::NonZeroU16;

const HEADING: Setting = Setting::new(Style::Strong, 12.5, 17.0);
const BODY: Setting = Setting::new(Style::Text, 10.5, 14.0);
const NUMBER_SIZE: f32 = 11.5;
/// Above the heading, to the perforation.
const ABOVE: f32 = 8.0;
const SPACE: f32 = 5.0;
/// One line to write on: 8.5 mm, what school paper has.
const ROW: f32 = 24.0;
/// One symbol to write, within a group.
const CELL: f32 = 13.0;
const CELL_LINE: f32 = 10.6;

/// The foot, measured.
pub(crate) struct Foot {
    heading_text: String,
    heading: Paragraph,
    how: Paragraph,
    first: u8,
    most: u8,
    notes: Vec<Paragraph>,
    copy_at: Paragraph,
    drills: Paragraph,
    /// Whether "another copy" and "drills" share a row.
    abreast: bool,
}

impl Foot {
    pub(crate) fn new(sheet: &Sheet<'_>, sentences: &Sentences, fonts: &Fonts) -> Self {
        let (language, measure) = (sheet.language, sheet.paper.measure());
        let heading_text = sentences.text(language, "sheet-replacements", &[]);
        let how = sentences.text(language, "sheet-replacements-how", &[]);
        let mut notes = vec![
            sentences.text(language, "sheet-unreadable", &[]),
            sentences.text(language, "sheet-lost", &[]),
        ];
        notes.extend(sheet.help.map(|help| fonts.printable(help)));
        let line = |text: &str| Paragraph {
            lines: vec![fonts.run(BODY.style, BODY.size, text)],
            leading: ROW,
        };
        let copy_at = line(&sentences.text(language, "sheet-copy-at", &[]));
        let drills = line(&sentences.text(language, "sheet-drill-dates", &[]));
        let abreast = [&copy_at, &drills]
            .iter()
            .all(|label| width(label) <= measure * 0.22);
        Self {
            heading: Paragraph::new(fonts, HEADING, measure, &heading_text),
            heading_text,
            how: Paragraph::new(fonts, BODY, WORD - 12.0, &how),
            first: sheet.replacements.first,
            most: sheet.replacements.printed(),
            notes: notes
                .iter()
                .map(|text| Paragraph::new(fonts, BODY, measure, text))
                .collect(),
            copy_at,
            drills,
            abreast,
        }
    }

    /// How many lines for replacements are wanted.
    pub(crate) fn most(&self) -> u8 {
        self.most
    }

    /// How tall it is with so many lines for replacements.
    pub(crate) fn height(&self, lines: u8) -> f32 {
        let replacements = if lines == 0 {
            0.0
        } else {
            self.heading.height() + self.how.height() + f32::from(lines) * ROW + SPACE
        };
        let notes: f32 = self.notes.iter().map(Paragraph::height).sum();
        ABOVE + replacements + SPACE + notes + if self.abreast { ROW } else { 2.0 * ROW }
    }

    /// Draws it below `top` with so many lines for replacements.
    pub(crate) fn draw(
        &self,
        ink: &mut Ink<'_, '_>,
        top: f32,
        lines: u8,
        caption: &Caption,
    ) -> Vec<Node> {
        let left = Paper::left();
        let mut y = top + ABOVE;
        let mut nodes = Vec::new();
        if lines > 0 {
            let heading = ink.paragraph(left, y, &self.heading);
            nodes.push(group(
                Tag::Hn(
                    NonZeroU16::MIN.saturating_add(1),
                    Some(self.heading_text.clone()),
                ),
                heading,
            ));
            y += self.heading.height();
            nodes.push(group(Tag::P, ink.paragraph(left, y, &self.how)));
            y += self.how.height();
            // The two sizes share a baseline.
            let named = y - BODY.leading / 2.0 + HALF_CAPITAL * (BODY.size - CAPTION_SIZE);
            let items = (self.first..).take(lines.into()).map(|slot| {
                y += ROW;
                group(Tag::LI, [group(Tag::LBody, [replacement(ink, y, slot)])])
            });
            let items: Vec<Node> = items.collect();
            let drill_word = caption.draw_drill_word(ink, named);
            nodes.push(group(Tag::P, [drill_word]));
            nodes.push(group(Tag::L(ListNumbering::None), items));
            y += SPACE;
        }
        y += SPACE;
        for note in &self.notes {
            nodes.push(group(Tag::P, ink.paragraph(left, y, note)));
            y += note.height();
        }
        let half = left + ink.paper.measure() / 2.0 + 6.0;
        nodes.push(group(Tag::P, ink.paragraph(left, y, &self.copy_at)));
        let end = if self.abreast {
            half - 12.0
        } else {
            ink.paper.right()
        };
        ink.rules(base(y), &[(left + width(&self.copy_at) + 6.0, end)]);
        let from = if self.abreast { half } else { left };
        if !self.abreast {
            y += ROW;
        }
        nodes.push(group(Tag::P, ink.paragraph(from, y, &self.drills)));
        ink.rules(
            base(y),
            &thirds(from + width(&self.drills) + 6.0, ink.paper.right()),
        );
        nodes
    }
}

/// Where the line to write on is, in a row that begins at `top`.
fn base(top: f32) -> f32 {
    top + ROW / 2.0 + 5.0
}

fn width(paragraph: &Paragraph) -> f32 {
    paragraph
        .lines
        .iter()
        .map(|run| run.width)
        .fold(0.0, f32::max)
}

fn thirds(from: f32, to: f32) -> [(f32, f32); 3] {
    const GAP: f32 = 8.0;
    let each = (to - from - 2.0 * GAP) / 3.0;
    [0.0, 1.0, 2.0].map(|n: f32| (from + n * (each + GAP), from + n * (each + GAP) + each))
}

/// One numbered line whose ground is `base`: twenty places for symbols and one for the word.
fn replacement(ink: &mut Ink<'_, '_>, base: f32, slot: u8) -> Node {
    let left = Paper::left();
    let mut cells = Vec::new();
    for group in [0.0, 1.0, 2.0, 3.0] {
        for cell in [0.0, 1.0, 2.0, 3.0, 4.0] {
            let x = left + CODE + group * GROUP + cell * CELL;
            cells.push((x, x + CELL_LINE));
        }
    }
    cells.push((left + WORD, ink.paper.right()));
    ink.rules(base, &cells);
    ink.tick_box(left, base - 5.0, BOX);
    ink.line_to(
        left + NUMBER_ENDS,
        base - 5.0,
        Style::Text,
        NUMBER_SIZE,
        &slot.to_string(),
    )
}
