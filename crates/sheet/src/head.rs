//! The head of the sheet: what it is, whose, where to type a code, and how to know the page.

use crate::{
    Logo, Paper, Sheet, SheetError,
    font::{Fonts, Style},
    ink::{Ink, group},
    text::{Paragraph, Setting, cut},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, Tag};
use std::num::NonZeroU16;

const TITLE: Setting = Setting::new(Style::Strong, 25.0, 29.0);
const SERVICE: Setting = Setting::new(Style::Strong, 13.0, 17.0);
const LABEL: Setting = Setting::new(Style::Text, 12.0, 15.5);
const BODY: Setting = Setting::new(Style::Text, 10.5, 14.0);
const NUMBER: Setting = Setting::new(Style::Strong, 14.0, 18.0);
const DATE: Setting = Setting::new(Style::Text, 11.0, 15.0);
const PORTAL: Setting = Setting::new(Style::Strong, 12.5, 16.0);
const WORDS: Setting = Setting::new(Style::Strong, 17.0, 22.0);

/// The column on the right.
const ASIDE: f32 = 212.0;
const GUTTER: f32 = 20.0;
const PADDING: f32 = 10.0;
/// The tallest logo.
const LOGO: f32 = 33.0;
/// Between paragraphs.
const SPACE: f32 = 5.0;
/// Cut with `…` beyond so many lines.
const LABEL_LINES: usize = 3;
const SERVICE_LINES: usize = 2;
/// An address is never cut.
const PORTAL_LINES: usize = 4;

struct PlacedLogo<'a> {
    logo: &'a Logo,
    size: (f32, f32),
    description: String,
}

/// The head, measured.
pub(crate) struct Head<'a> {
    title_text: String,
    logo: Option<PlacedLogo<'a>>,
    title: Paragraph,
    service: Paragraph,
    label: Paragraph,
    body: Vec<Paragraph>,
    number: Paragraph,
    date: Paragraph,
    type_at: Paragraph,
    portal: Paragraph,
    staff: Paragraph,
    page_words: Paragraph,
    words: Paragraph,
}

impl<'a> Head<'a> {
    pub(crate) fn new(
        sheet: &Sheet<'a>,
        sentences: &Sentences,
        fonts: &Fonts,
    ) -> Result<Self, SheetError> {
        let (paper, language) = (sheet.paper, sheet.language);
        let main = paper.measure() - ASIDE - GUTTER;
        let aside = ASIDE - 2.0 * PADDING;
        let service = cut(&fonts.printable(sheet.service), |text| {
            Paragraph::new(fonts, SERVICE, main, text).lines.len() <= SERVICE_LINES
        });
        let whose = |label: &str| match sheet.address {
            Some(address) => sentences.text(
                language,
                "sheet-for-address",
                &[
                    ("label", label.into()),
                    ("address", fonts.printable(address).into()),
                ],
            ),
            None => sentences.text(language, "sheet-for", &[("label", label.into())]),
        };
        let label = cut(&fonts.printable(sheet.label), |label| {
            Paragraph::new(fonts, LABEL, main, &whose(label))
                .lines
                .len()
                <= LABEL_LINES
        });
        let portal = Paragraph::new(fonts, PORTAL, aside, &fonts.printable(sheet.portal_url));
        if portal.lines.len() > PORTAL_LINES {
            return Err(SheetError::AddressTooLong);
        }
        let aside_text = |text: &str| Paragraph::new(fonts, BODY, aside, text);
        let number = sentences.text(language, "sheet-number", &[("number", sheet.number.into())]);
        let title_text = sentences.text(language, "sheet-title", &[]);
        let number = Paragraph::new(fonts, NUMBER, ASIDE, &number);
        let date = Paragraph::new(fonts, DATE, ASIDE, &fonts.printable(sheet.drawn_on));
        Ok(Self {
            logo: sheet.logo.map(|logo| PlacedLogo {
                logo,
                size: logo.fitted(beside(&number, &date), LOGO),
                description: sentences.text(
                    language,
                    "sheet-logo",
                    &[("service", service.as_str().into())],
                ),
            }),
            title: Paragraph::new(fonts, TITLE, main, &title_text),
            title_text,
            service: Paragraph::new(fonts, SERVICE, main, &service),
            label: Paragraph::new(fonts, LABEL, main, &whose(&label)),
            body: [
                sentences.text(language, "sheet-what", &[]),
                sentences.text(language, "sheet-keep", &[]),
                sentences.text(language, "sheet-drill", &[]),
            ]
            .iter()
            .map(|text| Paragraph::new(fonts, BODY, main, text))
            .collect(),
            number,
            date,
            type_at: aside_text(&sentences.text(language, "sheet-type-at", &[])),
            portal,
            staff: aside_text(&sentences.text(language, "sheet-staff", &[])),
            page_words: aside_text(&sentences.text(language, "sheet-page-words", &[])),
            words: Paragraph::apart(
                fonts,
                WORDS,
                aside,
                &sheet.page_words.map(|word| fonts.printable(word)),
            ),
        })
    }

    pub(crate) fn height(&self) -> f32 {
        self.main_height().max(self.aside_height())
    }

    fn main_height(&self) -> f32 {
        let body: f32 = self
            .body
            .iter()
            .map(|paragraph| SPACE + paragraph.height())
            .sum();
        self.title.height() + self.service.height() + self.label.height() + SPACE + body
    }

    fn aside_height(&self) -> f32 {
        self.number.height() + self.date.height() + SPACE + self.box_height()
    }

    fn box_height(&self) -> f32 {
        let above = self.type_at.height() + self.portal.height() + self.staff.height();
        2.0 * PADDING + above + SPACE + self.page_words.height() + self.words.height()
    }

    /// Draws it below `top` and returns its structure, in the order in which it is read out.
    pub(crate) fn draw(&self, ink: &mut Ink<'_, '_>, top: f32) -> Vec<Node> {
        let (left, right) = (Paper::left(), ink.paper.right());
        let mut y = top;
        let title = ink.paragraph(left, y, &self.title);
        let mut nodes = vec![group(
            Tag::Hn(NonZeroU16::MIN, Some(self.title_text.clone())),
            title,
        )];
        y += self.title.height();
        if let Some(PlacedLogo {
            logo,
            size,
            description,
        }) = &self.logo
        {
            let place = (right - ASIDE, top);
            nodes.push(logo.draw(ink, place, *size, description.clone()));
        }
        nodes.push(group(Tag::P, ink.paragraph(left, y, &self.service)));
        y += self.service.height();
        nodes.push(group(Tag::P, ink.paragraph(left, y, &self.label)));
        y += self.label.height() + SPACE;

        let mut aside = top;
        for paragraph in [&self.number, &self.date] {
            let lines: Vec<Node> = paragraph
                .lines
                .iter()
                .zip(0_u8..)
                .map(|(run, at)| {
                    let middle = aside + paragraph.leading * (f32::from(at) + 0.5);
                    ink.run(right - run.width, middle, run)
                })
                .collect();
            nodes.push(group(Tag::P, lines));
            aside += paragraph.height();
        }

        for paragraph in &self.body {
            y += SPACE;
            nodes.push(group(Tag::P, ink.paragraph(left, y, paragraph)));
            y += paragraph.height();
        }

        aside += SPACE;
        let x = right - ASIDE;
        ink.frame(x, aside, ASIDE, self.box_height(), 1.2);
        let x = x + PADDING;
        aside += PADDING;
        let mut type_at = ink.paragraph(x, aside, &self.type_at);
        aside += self.type_at.height();
        type_at.extend(ink.paragraph(x, aside, &self.portal));
        aside += self.portal.height();
        nodes.push(group(Tag::P, type_at));
        nodes.push(group(Tag::P, ink.paragraph(x, aside, &self.staff)));
        aside += self.staff.height() + SPACE;
        let mut page_words = ink.paragraph(x, aside, &self.page_words);
        aside += self.page_words.height();
        page_words.extend(ink.paragraph(x, aside, &self.words));
        nodes.push(group(Tag::P, page_words));
        nodes
    }
}

/// How much room number and date leave for a logo left of them.
fn beside(number: &Paragraph, date: &Paragraph) -> f32 {
    let lines = number.lines.iter().chain(&date.lines);
    let widest = lines.map(|run| run.width).fold(0.0, f32::max);
    (ASIDE - widest - GUTTER).max(1.0)
}

/// What stands above the strips of every later page: not part of the text, as it only repeats.
pub(crate) fn running(sheet: &Sheet<'_>, sentences: &Sentences) -> String {
    let title = sentences.text(sheet.language, "sheet-title", &[]);
    let number = sentences.text(
        sheet.language,
        "sheet-number",
        &[("number", sheet.number.into())],
    );
    format!("{title} · {number}")
}

/// How tall the running head is, with the space below it.
pub(crate) const RUNNING: f32 = 24.0;
