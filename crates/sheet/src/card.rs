//! Wallet cards: four panels of 85 × 54 mm below each other, folded back and forth so that the codes are inside. Ten codes a
//! card, each card complete; two cards stand side by side.

use crate::{
    Line, Paper, Sheet, SheetError,
    book::Book,
    card_panel::{HEIGHT, Panels, WIDTH},
    font::{Fonts, Style},
    head,
    ink::{Ink, MARGINAL, group},
    text::{Paragraph, Setting},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, Tag};
use std::num::NonZeroU16;

const TITLE: Setting = Setting::new(Style::Strong, 14.0, 18.0);
const HOW: Setting = Setting::new(Style::Text, 10.5, 14.0);
const MARK: f32 = 8.5;

/// Two panels of five.
const CODES: usize = 2 * crate::card_panel::CODES;
const CARDS: usize = 2;
const PANELS: u8 = 4;
const GUTTER: f32 = 17.0;
/// Around the line that shows the scale.
const SCALE: f32 = 22.0;
/// 50 mm in points.
const FIFTY_MM: f32 = 50.0 * 72.0 / 25.4;
/// How far a mark to cut along reaches out of the card.
const CUT: f32 = 8.0;

/// Writes the edition.
pub(crate) fn write(
    sheet: &Sheet<'_>,
    sentences: &Sentences,
    book: &mut Book<'_>,
) -> Result<(), SheetError> {
    let (fonts, first_page) = (book.fonts, book.pages());
    let panels = Panels::new(sheet, sentences, fonts)?;
    let cards: Vec<&[Line<'_>]> = sheet.lines.chunks(CODES).collect();
    let top = Top::new(sheet, sentences, fonts);
    let room = sheet.paper.bottom() - Paper::top();
    if top.height() + f32::from(PANELS) * HEIGHT > room {
        return Err(SheetError::DoesNotFit);
    }
    let mut nodes = Vec::new();
    for (at, cards) in cards.chunks(CARDS).enumerate() {
        let drawn = book.page(|ink| {
            let mut nodes = Vec::new();
            if at == 0 {
                nodes.extend(top.draw(ink));
            } else {
                ink.running(MARGINAL, &head::running(sheet, sentences));
            }
            let y = Paper::top() + top.height();
            let mut x = Paper::left();
            for lines in cards {
                nodes.push(group(Tag::Section, card(ink, (x, y), &panels, lines)));
                x += WIDTH + GUTTER;
            }
            nodes
        })?;
        nodes.extend(drawn);
    }
    let title = sentences.text(sheet.language, "sheet-card", &[]);
    book.part(title, first_page, nodes);
    Ok(())
}

/// Front, two panels of codes, back.
fn card(
    ink: &mut Ink<'_, '_>,
    at: (f32, f32),
    panels: &Panels<'_>,
    lines: &[Line<'_>],
) -> Vec<Node> {
    let (x, y) = at;
    cut_marks(ink, x, y);
    let down = |panel: u8| (x, y + f32::from(panel) * HEIGHT);
    for fold in 1..PANELS {
        ink.fold(x, down(fold).1, WIDTH);
    }
    let mut nodes = panels.front(ink, down(0));
    let mut codes = lines.chunks(crate::card_panel::CODES);
    for panel in [1, 2] {
        if let Some(lines) = codes.next() {
            nodes.push(panels.codes(ink, down(panel), lines));
        }
    }
    nodes.extend(panels.back(ink, down(PANELS - 1)));
    nodes
}

/// A line around the card, and marks that lead a knife past its corners.
fn cut_marks(ink: &mut Ink<'_, '_>, x: f32, y: f32) {
    let tall = f32::from(PANELS) * HEIGHT;
    ink.frame(x, y, WIDTH, tall, 0.6);
    for down in [y, y + tall] {
        ink.rules(down, &[(x - CUT, x), (x + WIDTH, x + WIDTH + CUT)]);
    }
    for across in [x, x + WIDTH] {
        ink.upright(across, y - CUT, y);
        ink.upright(across, y + tall, y + tall + CUT);
    }
}

/// What stands above the cards: how to print, cut and fold them, and a line to measure.
struct Top {
    title_text: String,
    title: Paragraph,
    how: Paragraph,
    scale: Paragraph,
}

impl Top {
    fn new(sheet: &Sheet<'_>, sentences: &Sentences, fonts: &Fonts) -> Self {
        let (language, measure) = (sheet.language, sheet.paper.measure());
        let title_text = sentences.text(language, "sheet-card", &[]);
        let how = sentences.text(language, "sheet-card-how", &[]);
        let scale = sentences.text(language, "sheet-card-scale", &[]);
        Self {
            title: Paragraph::new(fonts, TITLE, measure, &title_text),
            title_text,
            how: Paragraph::new(fonts, HOW, measure, &how),
            scale: Paragraph::new(fonts, HOW, measure - FIFTY_MM - 12.0, &scale),
        }
    }

    fn height(&self) -> f32 {
        self.title.height() + self.how.height() + self.scale.height().max(HOW.leading) + SCALE
    }

    fn draw(&self, ink: &mut Ink<'_, '_>) -> Vec<Node> {
        let left = Paper::left();
        let mut y = Paper::top();
        let title = ink.paragraph(left, y, &self.title);
        let title = group(
            Tag::Hn(NonZeroU16::MIN, Some(self.title_text.clone())),
            title,
        );
        y += self.title.height();
        let how = group(Tag::P, ink.paragraph(left, y, &self.how));
        y += self.how.height() + 3.0;
        let middle = y + HOW.leading / 2.0;
        ink.rules(middle, &[(left, left + FIFTY_MM)]);
        for end in [left, left + FIFTY_MM] {
            ink.upright(end, middle - MARK / 2.0, middle + MARK / 2.0);
        }
        let scale = ink.paragraph(left + FIFTY_MM + 12.0, y, &self.scale);
        vec![title, how, group(Tag::P, scale)]
    }
}
