//! The braille file: 40 cells by 25 lines, for embossers and braille displays.
//!
//! What to know comes first, then the codes on pages of their own. In a code one cell is one symbol: its digits are computer
//! braille, without number signs, so that twenty symbols are twenty cells to read and to type. That is explained once.

use crate::{Sheet, SheetError, braille};
use counterfoil_lang::Sentences;
use zeroize::Zeroizing;

const CELLS: usize = 40;
const LINES: usize = 25;
/// From the left, where a code begins, behind its number.
const CODE: usize = 4;

/// Lines of cells, not yet in pages.
struct Lines(Vec<Zeroizing<String>>);

/// Writes the file.
pub(crate) fn write(
    sheet: &Sheet<'_>,
    sentences: &Sentences,
) -> Result<Zeroizing<Vec<u8>>, SheetError> {
    if sheet.lines.is_empty() {
        return Err(SheetError::Empty);
    }
    let about = about(sheet, sentences);
    let codes = codes(sheet)?;
    let of = [("number", sheet.number.into())];
    let mut running = Lines(Vec::new());
    running.text(
        &sentences.text(sheet.language, "sheet-braille-codes", &of),
        0,
    );
    let head = running.0.len();
    let room = LINES.checked_sub(head + 1).ok_or(SheetError::DoesNotFit)?;
    let mut file = Zeroizing::new(Vec::with_capacity(
        (about.0.len() + codes.0.len() + 4 * LINES) * (CELLS + 3),
    ));
    for page in about.0.chunks(LINES) {
        write_page(&mut file, page);
    }
    for page in codes.0.chunks(room.max(1)) {
        let mut whole: Vec<Zeroizing<String>> = running.0.clone();
        whole.push(Zeroizing::new(String::new()));
        whole.extend(page.iter().cloned());
        write_page(&mut file, &whole);
    }
    Ok(file)
}

/// Lines end in CR LF and pages in a form feed, as embossers expect.
fn write_page(file: &mut Vec<u8>, lines: &[Zeroizing<String>]) {
    for line in lines {
        file.extend(line.as_bytes());
        file.extend(b"\r\n");
    }
    file.push(0x0C);
}

fn about(sheet: &Sheet<'_>, sentences: &Sentences) -> Lines {
    let language = sheet.language;
    let mut lines = Lines(Vec::new());
    lines.text(&sentences.text(language, "sheet-title", &[]), 12);
    lines.gap();
    lines.text(sheet.service, 0);
    let whose = match sheet.address {
        Some(address) => sentences.text(
            language,
            "sheet-for-address",
            &[("label", sheet.label.into()), ("address", address.into())],
        ),
        None => sentences.text(language, "sheet-for", &[("label", sheet.label.into())]),
    };
    lines.text(&whose, 0);
    let number = sentences.text(language, "sheet-number", &[("number", sheet.number.into())]);
    lines.text(&format!("{number}, {}", sheet.drawn_on), 0);
    lines.gap();
    lines.text(&sentences.text(language, "sheet-type-at", &[]), 0);
    lines.text(sheet.portal_url, 2);
    lines.text(&sentences.text(language, "sheet-page-words", &[]), 0);
    let words = Zeroizing::new(sheet.page_words.join(" "));
    lines.text(&words, 2);
    for text in [
        sentences.text(language, "sheet-what", &[]),
        sentences.text(language, "sheet-braille-delete", &[]),
        sentences.text(language, "sheet-staff", &[]),
        sentences.text(language, "sheet-unreadable", &[]),
        sentences.text(language, "sheet-lost", &[]),
    ] {
        lines.gap();
        lines.text(&text, 0);
    }
    if let Some(help) = sheet.help {
        lines.gap();
        lines.text(help, 0);
    }
    lines.gap();
    lines.text(&sentences.text(language, "sheet-braille-how", &[]), 0);
    lines.gap();
    // Each digit as text has it, then as a code has it.
    for digits in [["1", "2", "3", "4", "5"], ["6", "7", "8", "9", "0"]] {
        let pairs: Vec<String> = digits
            .iter()
            .map(|digit| format!("{} {digit}", *braille::word(digit)))
            .collect();
        lines
            .0
            .push(Zeroizing::new(format!("  {}", pairs.join("   "))));
    }
    lines.gap();
    lines.text(&sentences.text(language, "sheet-braille-never", &[]), 0);
    if let Some(head) = sheet.head_line {
        lines.gap();
        lines.text(&sentences.text(language, "sheet-braille-head", &[]), 0);
        // Written as codes are, which is explained above.
        lines.0.push(Zeroizing::new(format!("  {head}")));
    }
    lines
}

/// A code a line: its number, its four groups, its drill word.
fn codes(sheet: &Sheet<'_>) -> Result<Lines, SheetError> {
    let mut lines = Lines(Vec::new());
    for line in sheet.lines {
        let number = braille::word(&line.code.slot().to_string());
        let [a, b, c, d] = line.code.groups();
        let word = braille::word(line.drill_word);
        // As long as it will ever be: nothing of a code is left behind by growing.
        let mut cells = Zeroizing::new(String::with_capacity(4 * CELLS));
        cells.push_str(&number);
        while cells.len() < CODE {
            cells.push(' ');
        }
        for group in [&a, &b, &c, &d] {
            cells.push_str(group);
            cells.push(' ');
        }
        cells.push(' ');
        cells.push_str(&word);
        if cells.len() > CELLS {
            return Err(SheetError::DoesNotFit);
        }
        lines.0.push(cells);
    }
    Ok(lines)
}

impl Lines {
    /// An empty line, but none at the top of a page.
    fn gap(&mut self) {
        if !self.0.len().is_multiple_of(LINES) {
            self.0.push(Zeroizing::new(String::new()));
        }
    }

    /// Text, broken between words. A word longer than a line goes on in the next one.
    fn text(&mut self, text: &str, indent: usize) {
        let start = || {
            let mut line = Zeroizing::new(String::with_capacity(CELLS + 1));
            line.extend(std::iter::repeat_n(' ', indent));
            line
        };
        let mut line = start();
        let mut empty = true;
        for word in text.split_whitespace() {
            let cells = braille::word(word);
            if !empty && line.len() + 1 + cells.len() > CELLS {
                self.0.push(std::mem::replace(&mut line, start()));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            for cell in cells.chars() {
                if line.len() == CELLS {
                    self.0.push(std::mem::replace(&mut line, start()));
                }
                line.push(cell);
            }
            empty = false;
        }
        if !empty {
            self.0.push(line);
        }
    }
}
