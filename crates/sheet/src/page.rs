//! Head, strips and foot on one page, or on more when there are many codes.

use crate::{
    Line, Paper, Sheet, SheetError,
    book::Book,
    foot::Foot,
    head::{self, Head},
    ink::{MARGINAL, group},
    record::Record,
    strip::{self, Caption},
};
use counterfoil_lang::Sentences;
use krilla::tagging::{Node, Tag};

/// The height of a code's row: as tight as it stays readable, and as wide as it looks like one strip.
const ROW_LEAST: f32 = 19.0;
const ROW_MOST: f32 = 22.5;
/// Below the head, to the perforation.
const BELOW_HEAD: f32 = 12.0;
/// So many lines for replacements come before wider rows, and fewer than the least go to a page of their own.
const REPLACEMENTS_FIRST: u8 = 4;
const REPLACEMENTS_LEAST: u8 = 2;

/// What goes where.
#[derive(Debug, PartialEq)]
struct Plan {
    /// How many strips each page has; the last page has the foot.
    pages: Vec<usize>,
    row: f32,
    replacements: u8,
}

/// Writes the standard edition.
pub(crate) fn write(
    sheet: &Sheet<'_>,
    sentences: &Sentences,
    book: &mut Book<'_>,
) -> Result<(), SheetError> {
    let fonts = book.fonts;
    if !sheet
        .lines
        .iter()
        .all(|line| strip::fits(fonts, sheet.paper, line))
    {
        return Err(SheetError::DoesNotFit);
    }
    let head = Head::new(sheet, sentences, fonts)?;
    let caption = Caption::new(sheet, sentences, fonts)?;
    let foot = Foot::new(sheet, sentences, fonts);
    let record = Record::small(sheet, sentences, fonts);
    let strips: Vec<&[Line<'_>]> = sheet.lines.chunks(strip::LINES).collect();
    let lengths: Vec<usize> = strips.iter().map(|lines| lines.len()).collect();
    let room = sheet.paper.bottom() - Paper::top();
    let plan = plan(room, head.height() + BELOW_HEAD, &lengths, &foot)?;

    let first_page = book.pages();
    let mut nodes = Vec::new();
    let mut strips = strips.into_iter();
    for (at, count) in plan.pages.iter().enumerate() {
        let drawn = book.page(|ink| {
            let mut nodes = Vec::new();
            let mut y = Paper::top();
            if plan.pages.len() > 1 {
                let of = [
                    ("page", (at + 1).into()),
                    ("pages", plan.pages.len().into()),
                ];
                ink.page_number(MARGINAL, &sentences.text(sheet.language, "sheet-page", &of));
            }
            if at == 0 {
                nodes.extend(head.draw(ink, y));
                y += head.height() + BELOW_HEAD;
            } else {
                ink.running(MARGINAL, &head::running(sheet, sentences));
                y += head::RUNNING;
            }
            for lines in strips.by_ref().take(*count) {
                ink.perforation(y);
                nodes.push(section(strip::draw(ink, y, plan.row, &caption, lines)));
                y += strip::height(lines.len(), plan.row);
            }
            ink.perforation(y);
            if at + 1 == plan.pages.len() {
                nodes.extend(foot.draw(ink, y, plan.replacements, &caption));
                nodes.extend(record.as_ref().map(|record| record.draw(ink)));
            }
            nodes
        })?;
        nodes.extend(drawn);
    }
    let title = sentences.text(sheet.language, "sheet-title", &[]);
    book.part(title, first_page, nodes);
    Ok(())
}

fn section(strip: Node) -> Node {
    group(Tag::Section, [strip])
}

/// Lays strips of those lengths out in pages with `room` points of height; `head` is what the first page loses to its head.
fn plan(room: f32, head: f32, strips: &[usize], foot: &Foot) -> Result<Plan, SheetError> {
    let heights = |row: f32| strips.iter().map(move |lines| strip::height(*lines, row));
    let least = foot.most().min(REPLACEMENTS_LEAST);
    let all: f32 = heights(ROW_LEAST).sum();
    if head + all + foot.height(least) <= room {
        return Ok(one_page(room - head - all, strips, foot));
    }
    let mut pages = Vec::new();
    let mut row_heights = heights(ROW_MOST).peekable();
    let mut left = room - head;
    let mut count = 0;
    while let Some(height) = row_heights.peek().copied() {
        if height <= left {
            left -= height;
            count += 1;
            row_heights.next();
        } else if pages.is_empty() && count == 0 || height > room - head::RUNNING {
            return Err(SheetError::DoesNotFit);
        } else {
            pages.push(count);
            (left, count) = (room - head::RUNNING, 0);
        }
    }
    pages.push(count);
    if foot.height(least) > left {
        pages.push(0);
        left = room - head::RUNNING;
    }
    let replacements = lines_in(left, foot).ok_or(SheetError::DoesNotFit)?;
    Ok(Plan {
        pages,
        row: ROW_MOST,
        replacements,
    })
}

/// Shares out what the strips at their tightest leave: some lines for replacements, then wider rows, then more lines.
fn one_page(left: f32, strips: &[usize], foot: &Foot) -> Plan {
    let first = (0..=foot.most().min(REPLACEMENTS_FIRST))
        .rev()
        .find(|lines| foot.height(*lines) <= left)
        .unwrap_or(0);
    let rows = strips
        .iter()
        .flat_map(|lines| 0..*lines)
        .map(|_| 1.0)
        .sum::<f32>();
    let wider = ((left - foot.height(first)) / rows).clamp(0.0, ROW_MOST - ROW_LEAST);
    let replacements = lines_in(left - wider * rows, foot)
        .unwrap_or(first)
        .max(first);
    Plan {
        pages: vec![strips.len()],
        row: ROW_LEAST + wider,
        replacements,
    }
}

/// The most lines for replacements that fit, or nothing when the foot does not fit at all.
fn lines_in(left: f32, foot: &Foot) -> Option<u8> {
    (0..=foot.most())
        .rev()
        .find(|lines| foot.height(*lines) <= left)
}
