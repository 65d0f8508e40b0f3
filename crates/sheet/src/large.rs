//! Large print: nothing smaller than 18 points, no thin type, much room between lines. What to know stands on the first page,
//! the codes on the next: up to ten are two pages.

use crate::{
    Line, Paper, Sheet, SheetError,
    book::Book,
    font::{Fonts, Style},
    head,
    ink::{Ink, group},
    large_strip::{self, Caption},
    record::Record,
    strip,
    text::{Paragraph, Setting, cut},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, Tag};
use std::num::NonZeroU16;

const TITLE: Setting = Setting::new(Style::Strong, 32.0, 38.0);
const STRONG: Setting = Setting::new(Style::Strong, 20.0, 25.0);
const BODY: Setting = Setting::new(Style::Text, 18.0, 23.5);
const WORDS: Setting = Setting::new(Style::Strong, 26.0, 34.0);
const HEADING: Setting = Setting::new(Style::Strong, 20.0, 28.0);

const SPACE: f32 = 9.0;
const PADDING: f32 = 10.0;
/// The logo's room, right of the title.
const LOGO: (f32, f32) = (150.0, 38.0);
/// One line to write on, for a thick pen.
const WRITE: f32 = 42.0;
/// As on the standard sheet.
const SERVICE_LINES: usize = 2;
const LABEL_LINES: usize = 2;
const PORTAL_LINES: usize = 4;

/// A piece that is not split between pages.
struct Block<'a> {
    height: f32,
    draw: Box<Draw<'a>>,
}

/// Draws a block below a height and returns its structure.
type Draw<'a> = dyn Fn(&mut Ink<'_, '_>, f32) -> Vec<Node> + 'a;

/// Writes the edition.
pub(crate) fn write(
    sheet: &Sheet<'_>,
    sentences: &Sentences,
    book: &mut Book<'_>,
) -> Result<(), SheetError> {
    let (fonts, first_page) = (book.fonts, book.pages());
    let caption = Caption::new(sheet, sentences, fonts);
    let room = sheet.paper.bottom() - Paper::top();
    let mut pages = vec![Vec::new()];
    let mut left = room;
    for block in about(sheet, sentences, fonts)? {
        place(&mut pages, &mut left, room, block)?;
    }
    let lines = lines_in(left, sheet);
    if lines > 0 {
        let block = replacements(sheet, sentences, fonts, lines);
        place(&mut pages, &mut left, room, block)?;
    }
    pages.push(Vec::new());
    left = room;
    for lines in sheet.lines.chunks(strip::LINES) {
        let block = strip_of(lines, &caption, fonts)?;
        place(&mut pages, &mut left, room, block)?;
    }
    let mut nodes = Vec::new();
    let count = pages.len();
    let record = Record::large(sheet, sentences, fonts);
    for (at, blocks) in pages.into_iter().enumerate() {
        let drawn = book.page(|ink| {
            let of = [("page", (at + 1).into()), ("pages", count.into())];
            ink.page_number(
                BODY.size,
                &sentences.text(sheet.language, "sheet-page", &of),
            );
            let mut y = Paper::top();
            if at > 0 {
                ink.running(BODY.size, &head::running(sheet, sentences));
                y += head::RUNNING;
            }
            let mut nodes = Vec::new();
            for block in &blocks {
                nodes.extend((block.draw)(ink, y));
                y += block.height;
            }
            if at + 1 == count {
                nodes.extend(record.as_ref().map(|record| record.draw(ink)));
            }
            nodes
        })?;
        nodes.extend(drawn);
    }
    let title = sentences.text(sheet.language, "sheet-large", &[]);
    book.part(title, first_page, nodes);
    Ok(())
}

/// Puts a block on the last page, or on a new one; later pages lose a little to their running head.
fn place<'a>(
    pages: &mut Vec<Vec<Block<'a>>>,
    left: &mut f32,
    room: f32,
    block: Block<'a>,
) -> Result<(), SheetError> {
    let begun = pages.last().is_some_and(|page| !page.is_empty());
    if begun && block.height > *left {
        pages.push(Vec::new());
        *left = room - head::RUNNING;
    }
    if block.height > *left {
        return Err(SheetError::DoesNotFit);
    }
    *left -= block.height;
    if let Some(page) = pages.last_mut() {
        page.push(block);
    }
    Ok(())
}

fn paragraph<'a>(paragraph: Paragraph, above: f32) -> Block<'a> {
    Block {
        height: above + paragraph.height(),
        draw: Box::new(move |ink, y| {
            vec![group(
                Tag::P,
                ink.paragraph(Paper::left(), y + above, &paragraph),
            )]
        }),
    }
}

fn about<'a>(
    sheet: &'a Sheet<'a>,
    sentences: &Sentences,
    fonts: &Fonts,
) -> Result<Vec<Block<'a>>, SheetError> {
    let (language, measure) = (sheet.language, sheet.paper.measure());
    let fits = |setting: Setting, text: &str, lines: usize| {
        Paragraph::new(fonts, setting, measure, text).lines.len() <= lines
    };
    let service = cut(&fonts.printable(sheet.service), |text| {
        fits(STRONG, text, SERVICE_LINES)
    });
    let whose = |label: &str| match sheet.address {
        Some(address) => {
            let address = fonts.printable(address);
            let of = [("label", label.into()), ("address", address.into())];
            sentences.text(language, "sheet-for-address", &of)
        }
        None => sentences.text(language, "sheet-for", &[("label", label.into())]),
    };
    let label = cut(&fonts.printable(sheet.label), |label| {
        fits(BODY, &whose(label), LABEL_LINES)
    });
    let number = sentences.text(language, "sheet-number", &[("number", sheet.number.into())]);
    let dated = format!("{number} · {}", fonts.printable(sheet.drawn_on));
    let set = |setting, text: &str| Paragraph::new(fonts, setting, measure, text);
    let mut blocks = vec![
        title(sheet, sentences, fonts),
        paragraph(set(STRONG, &service), 0.0),
        paragraph(set(BODY, &whose(&label)), 0.0),
        paragraph(set(STRONG, &dated), 0.0),
        framed(sheet, sentences, fonts)?,
    ];
    let mut texts = vec![
        sentences.text(language, "sheet-what", &[]),
        sentences.text(language, "sheet-keep", &[]),
        sentences.text(language, "sheet-large-drill", &[]),
        sentences.text(language, "sheet-unreadable", &[]),
        sentences.text(language, "sheet-lost", &[]),
    ];
    texts.extend(sheet.help.map(|help| fonts.printable(help)));
    blocks.extend(texts.iter().map(|text| paragraph(set(BODY, text), SPACE)));
    Ok(blocks)
}

fn title<'a>(sheet: &'a Sheet<'a>, sentences: &Sentences, fonts: &Fonts) -> Block<'a> {
    let text = sentences.text(sheet.language, "sheet-title", &[]);
    let room = sheet.paper.measure() - LOGO.0 - SPACE;
    let paragraph = Paragraph::new(fonts, TITLE, room, &text);
    let description = sentences.text(
        sheet.language,
        "sheet-logo",
        &[("service", fonts.printable(sheet.service).into())],
    );
    Block {
        height: paragraph.height(),
        draw: Box::new(move |ink, y| {
            let lines = ink.paragraph(Paper::left(), y, &paragraph);
            let mut nodes = vec![group(Tag::Hn(NonZeroU16::MIN, Some(text.clone())), lines)];
            if let Some(logo) = sheet.logo {
                let size = logo.fitted(LOGO.0, LOGO.1);
                let place = (ink.paper.right() - size.0, y);
                nodes.push(logo.draw(ink, place, size, description.clone()));
            }
            nodes
        }),
    }
}

/// Where to type a code, and the words by which to know the page.
fn framed<'a>(
    sheet: &Sheet<'_>,
    sentences: &Sentences,
    fonts: &Fonts,
) -> Result<Block<'a>, SheetError> {
    let language = sheet.language;
    let width = sheet.paper.measure() - 2.0 * PADDING;
    let set = |setting, text: &str| Paragraph::new(fonts, setting, width, text);
    let type_at = set(BODY, &sentences.text(language, "sheet-type-at", &[]));
    let portal = set(STRONG, &fonts.printable(sheet.portal_url));
    if portal.lines.len() > PORTAL_LINES {
        return Err(SheetError::AddressTooLong);
    }
    let staff = set(BODY, &sentences.text(language, "sheet-staff", &[]));
    let asked = set(BODY, &sentences.text(language, "sheet-page-words", &[]));
    let words = sheet.page_words.map(|word| fonts.printable(word));
    let words = Paragraph::apart(fonts, WORDS, width, &words);
    let all = [&type_at, &portal, &staff, &asked, &words];
    let inside: f32 = all.iter().map(|paragraph| paragraph.height()).sum();
    let tall = inside + 2.0 * PADDING + SPACE;
    Ok(Block {
        height: tall + 2.0 * SPACE,
        draw: Box::new(move |ink, y| {
            let y = y + SPACE;
            ink.frame(Paper::left(), y, ink.paper.measure(), tall, 1.8);
            let x = Paper::left() + PADDING;
            let mut y = y + PADDING;
            let mut put = |paragraph: &Paragraph| {
                let lines = ink.paragraph(x, y, paragraph);
                y += paragraph.height();
                lines
            };
            let mut at = put(&type_at);
            at.extend(put(&portal));
            let staff = put(&staff);
            let mut asked = put(&asked);
            asked.extend(put(&words));
            [at, staff, asked].map(|lines| group(Tag::P, lines)).into()
        }),
    })
}

/// How many replacements there is room to write on what is left of a page: two lines each.
fn lines_in(left: f32, sheet: &Sheet<'_>) -> u8 {
    let most = sheet.replacements.printed();
    (0..=most)
        .rev()
        .find(|lines| SPACE + HEADING.leading + f32::from(*lines) * 2.0 * WRITE <= left)
        .unwrap_or(0)
}

fn replacements<'a>(
    sheet: &'a Sheet<'a>,
    sentences: &Sentences,
    fonts: &Fonts,
    lines: u8,
) -> Block<'a> {
    let text = sentences.text(sheet.language, "sheet-replacements", &[]);
    let heading = Paragraph::new(fonts, HEADING, sheet.paper.measure(), &text);
    let word = sentences.text(sheet.language, "sheet-large-word", &[]);
    let second = NonZeroU16::MIN.saturating_add(1);
    Block {
        height: SPACE + heading.height() + f32::from(lines) * 2.0 * WRITE,
        draw: Box::new(move |ink, y| {
            let mut y = y + SPACE;
            let (left, right) = (Paper::left(), ink.paper.right());
            let title = ink.paragraph(left, y, &heading);
            let mut nodes = vec![group(Tag::Hn(second, Some(text.clone())), title)];
            y += heading.height();
            for slot in (sheet.replacements.first..).take(lines.into()) {
                let mut row = Vec::new();
                for (text, indent) in [(slot.to_string(), 40.0_f32), (word.clone(), 130.0)] {
                    let run = ink.fonts.run(BODY.style, BODY.size, &text);
                    row.push(ink.run(left, y + WRITE - 10.0, &run));
                    ink.rules(
                        y + WRITE - 3.0,
                        &[(left + indent.max(run.width + 8.0), right)],
                    );
                    y += WRITE;
                }
                nodes.push(group(Tag::P, row));
            }
            nodes
        }),
    }
}

fn strip_of<'a>(
    lines: &'a [Line<'a>],
    caption: &'a Caption,
    fonts: &Fonts,
) -> Result<Block<'a>, SheetError> {
    if !lines.iter().all(|line| large_strip::fits(fonts, line)) {
        return Err(SheetError::DoesNotFit);
    }
    let height = large_strip::height(lines.len(), caption);
    Ok(Block {
        height,
        draw: Box::new(move |ink, y| {
            ink.perforation(y);
            ink.perforation(y + height);
            vec![group(
                Tag::Section,
                [large_strip::draw(ink, y, caption, lines)],
            )]
        }),
    })
}
