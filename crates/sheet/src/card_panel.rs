//! The panels of a wallet card. Nothing stands nearer than three millimetres to a fold or an edge: what is worn there is white.

use crate::{
    Line, Paper, Sheet, SheetError,
    font::{Fonts, Style},
    ink::{Ink, group},
    text::{Paragraph, Setting, cut},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, TableHeaderScope, Tag};
use std::num::{NonZeroU16, NonZeroU32};
use zeroize::Zeroizing;

/// 85 mm.
pub(crate) const WIDTH: f32 = 85.0 * 72.0 / 25.4;
/// 54 mm.
pub(crate) const HEIGHT: f32 = 54.0 * 72.0 / 25.4;
/// How many codes a panel has.
pub(crate) const CODES: usize = 5;

/// Three millimetres.
const CLEAR: f32 = 3.0 * 72.0 / 25.4;
const MEASURE: f32 = WIDTH - 2.0 * CLEAR;
const ROOM: f32 = HEIGHT - 2.0 * CLEAR;

const TITLE: Setting = Setting::new(Style::Strong, 13.0, 17.0);
const SMALL: Setting = Setting::new(Style::Text, 8.5, 10.6);
const PORTAL: Setting = Setting::new(Style::Strong, 10.0, 12.5);
const WORDS: Setting = Setting::new(Style::Strong, 12.5, 16.0);
const PORTAL_LINES: usize = 3;
/// The logo's room, in the right corner of the front.
const LOGO: (f32, f32) = (70.0, 17.0);

const CODE_SIZE: f32 = 13.0;
const NUMBER_SIZE: f32 = 10.0;
const WORD_SIZE: f32 = 9.5;
const BOX: f32 = 7.5;
const NUMBER_ENDS: f32 = 21.5;
const CODE: f32 = 29.0;
const GROUP: f32 = 49.2;
const CAPTION: f32 = 11.5;
const CODE_ROW: f32 = 14.5;
const WORD_ROW: f32 = 10.3;

/// What every card says, measured.
pub(crate) struct Panels<'a> {
    sheet: &'a Sheet<'a>,
    title_text: String,
    logo: String,
    title: Paragraph,
    front: Vec<Vec<Paragraph>>,
    back: Vec<Paragraph>,
    caption: String,
    summary: String,
}

impl<'a> Panels<'a> {
    pub(crate) fn new(
        sheet: &'a Sheet<'a>,
        sentences: &Sentences,
        fonts: &Fonts,
    ) -> Result<Self, SheetError> {
        let language = sheet.language;
        let set = |setting, text: &str| Paragraph::new(fonts, setting, MEASURE, text);
        let one_line = |text: &str| set(SMALL, text).lines.len() == 1;
        let service = cut(&fonts.printable(sheet.service), one_line);
        let whose = |label: &str| sentences.text(language, "sheet-for", &[("label", label.into())]);
        let label = cut(&fonts.printable(sheet.label), |label| {
            one_line(&whose(label))
        });
        let number = sentences.text(language, "sheet-number", &[("number", sheet.number.into())]);
        let dated = format!("{number} · {}", fonts.printable(sheet.drawn_on));
        let url = fonts.printable(sheet.portal_url);
        let portal = set(PORTAL, &url);
        if portal.lines.len() > PORTAL_LINES {
            return Err(SheetError::AddressTooLong);
        }
        let words = sheet.page_words.map(|word| fonts.printable(word));
        let front = vec![
            vec![set(SMALL, &service)],
            vec![set(SMALL, &whose(&label))],
            vec![set(SMALL, &dated)],
            vec![
                set(SMALL, &sentences.text(language, "sheet-type-at", &[])),
                portal,
            ],
            vec![
                set(SMALL, &sentences.text(language, "sheet-page-words", &[])),
                Paragraph::apart(fonts, WORDS, MEASURE, &words),
            ],
        ];
        let mut back: Vec<Paragraph> = [
            sentences.text(language, "sheet-card-what", &[]),
            sentences.text(language, "sheet-card-drill", &[]),
            sentences.text(language, "sheet-unreadable", &[]),
            sentences.text(language, "sheet-card-used", &[]),
            sentences.text(language, "sheet-card-lost", &[]),
            sentences.text(language, "sheet-staff", &[]),
        ]
        .iter()
        .map(|text| set(SMALL, text))
        .collect();
        back.extend(sheet.help.map(|help| set(SMALL, &fonts.printable(help))));
        let with_help = back.len();
        if let Some(line) = sheet.head_line {
            let of = [("line", line.into())];
            let head = sentences.text(language, "sheet-card-head", &of);
            back.push(set(SMALL, &head));
        }
        let portal = url.strip_prefix("https://").unwrap_or(&url);
        let of = [
            ("number", sheet.number.into()),
            ("portal", portal.trim_end_matches('/').into()),
        ];
        let caption = sentences.text(language, "sheet-card-caption", &of);
        // The front has the address in full; a panel of codes has it where it fits on one line.
        let caption = if one_line(&caption) { caption } else { number };
        // Whoever made a long line of it has it, and the line below it, on the other editions.
        if tall(&back) > ROOM {
            back.truncate(with_help);
        }
        if tall(&back) > ROOM && sheet.help.is_some() {
            back.pop();
        }
        let panels = Self {
            title: Paragraph::new(
                fonts,
                TITLE,
                MEASURE - LOGO.0,
                &sentences.text(language, "sheet-title", &[]),
            ),
            title_text: sentences.text(language, "sheet-title", &[]),
            logo: sentences.text(language, "sheet-logo", &[("service", service.into())]),
            sheet,
            front,
            back,
            caption,
            summary: sentences.text(language, "sheet-strip-summary", &[]),
        };
        if panels.fits(fonts) {
            Ok(panels)
        } else {
            Err(SheetError::DoesNotFit)
        }
    }

    fn fits(&self, fonts: &Fonts) -> bool {
        let front: f32 = self.front.iter().flatten().map(Paragraph::height).sum();
        let words = self.sheet.lines.iter().all(|line| {
            let word = fonts.printable(line.drill_word);
            fonts.width(Style::Strong, WORD_SIZE, &word) <= MEASURE - CODE
        });
        self.title.height() + front <= ROOM && tall(&self.back) <= ROOM && words
    }

    pub(crate) fn front(&self, ink: &mut Ink<'_, '_>, (x, y): (f32, f32)) -> Vec<Node> {
        let (x, mut y) = (x + CLEAR, y + CLEAR);
        let title = ink.paragraph(x, y, &self.title);
        let second = NonZeroU16::MIN.saturating_add(1);
        let mut nodes = vec![group(Tag::Hn(second, Some(self.title_text.clone())), title)];
        if let Some(logo) = self.sheet.logo {
            let size = logo.fitted(LOGO.0, LOGO.1);
            let place = (x + MEASURE - size.0, y);
            nodes.push(logo.draw(ink, place, size, self.logo.clone()));
        }
        y += self.title.height();
        let said: f32 = self.front.iter().flatten().map(Paragraph::height).sum();
        let gaps = (ROOM - self.title.height() - said) / 5.0;
        for paragraphs in &self.front {
            let mut lines = Vec::new();
            for paragraph in paragraphs {
                lines.extend(ink.paragraph(x, y, paragraph));
                y += paragraph.height();
            }
            nodes.push(group(Tag::P, lines));
            y += gaps.min(4.0);
        }
        nodes
    }

    pub(crate) fn back(&self, ink: &mut Ink<'_, '_>, (x, y): (f32, f32)) -> Vec<Node> {
        let (x, mut y) = (x + CLEAR, y + CLEAR);
        let said = tall(&self.back);
        let gaps = (ROOM - said) / 6.0;
        let mut nodes = Vec::new();
        for paragraph in &self.back {
            nodes.push(group(Tag::P, ink.paragraph(x, y, paragraph)));
            y += paragraph.height() + gaps.min(5.0);
        }
        nodes
    }

    /// Up to five codes: a table whose head is the caption, each drill word below its code.
    pub(crate) fn codes(
        &self,
        ink: &mut Ink<'_, '_>,
        (x, y): (f32, f32),
        lines: &[Line<'_>],
    ) -> Node {
        let (x, mut y) = (x + CLEAR, y + CLEAR);
        let caption = ink.line(
            x,
            y + CAPTION / 2.0 - 1.0,
            SMALL.style,
            SMALL.size,
            &self.caption,
        );
        y += CAPTION;
        let all = NonZeroU32::MIN.saturating_add(2);
        let head = Tag::TH(TableHeaderScope::Column).with_col_span(Some(all));
        let mut rows = vec![group(Tag::TR, [group(head, [caption])])];
        for line in lines {
            let middle = y + CODE_ROW / 2.0;
            ink.tick_box(x, middle, BOX);
            let number = line.code.slot().to_string();
            let number = ink.line_to(x + NUMBER_ENDS, middle, Style::Text, NUMBER_SIZE, &number);
            let mut at = x + CODE;
            let mut groups = Vec::new();
            for symbols in line.code.groups() {
                let symbols = Zeroizing::new(format!("{} ", *symbols));
                groups.push(ink.line(at, middle, Style::Code, CODE_SIZE, &symbols));
                at += GROUP;
            }
            let word = ink.fonts.printable(line.drill_word);
            let middle = y + CODE_ROW + WORD_ROW / 2.0 - 1.0;
            let word = ink.line(x + CODE, middle, Style::Strong, WORD_SIZE, &word);
            rows.push(group(
                Tag::TR,
                [
                    group(Tag::TH(TableHeaderScope::Row), [number]),
                    group(Tag::TD, groups),
                    group(Tag::TD, [word]),
                ],
            ));
            y += CODE_ROW + WORD_ROW;
        }
        group(Tag::Table.with_summary(Some(self.summary.clone())), rows)
    }
}

fn tall(paragraphs: &[Paragraph]) -> f32 {
    paragraphs.iter().map(Paragraph::height).sum()
}

const _: () = {
    // Five codes fit between the folds, and their last symbol before the edge.
    assert!(CAPTION + 5.0 * (CODE_ROW + WORD_ROW) <= ROOM + 0.01);
    assert!(Paper::A4.width() > 2.0 * WIDTH);
};
