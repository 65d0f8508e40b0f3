//! Text as braille: uncontracted (grade 1) Unified English Braille, written in North American Braille ASCII, one character a cell.
//!
//! Enough of the Rules of Unified English Braille (ICEB, 2013) for names, dates, addresses and short sentences in Latin
//! script: capitals (section 8), numbers (6), accents (4.2), punctuation (7). A sign that it doesn't know becomes `?`.
//!
//! Every language is written so, with the accents and marks that UEB has for it: letters are the same cells everywhere, and a
//! file has one code from end to end. National codes, which differ in accents, capitals and some marks, are not written.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The cells of one word, which has no white space in it.
pub(crate) fn word(text: &str) -> Zeroizing<String> {
    let signs: Vec<char> = text.nfc().collect();
    // Never grown, so that no half of a word is left in memory: a sign takes six cells at most.
    let mut cells = Zeroizing::new(String::with_capacity(signs.len() * 6 + 4));
    // UEB 7.5.2: a question mark that stands alone would be read as an opening quotation mark.
    if signs.as_slice() == ['?'] {
        cells.push(';');
    }
    let mut numeric = false;
    let mut capitals = 0_usize;
    for (at, sign) in signs.iter().copied().enumerate() {
        let next = signs.get(at + 1).copied();
        if sign.is_ascii_digit() {
            if !numeric {
                cells.push('#');
            }
            numeric = true;
            capitals = 0;
            cells.push(digit(sign));
        } else if numeric && matches!(sign, '.' | ',') && next.is_some_and(|c| c.is_ascii_digit()) {
            cells.push_str(mark(sign));
        } else {
            let letter = letter(sign);
            if let Some((accent, base)) = letter {
                if sign.is_uppercase() {
                    if capitals == 0 {
                        capitals = run_of_capitals(signs.get(at..).unwrap_or_default());
                        cells.push_str(if capitals > 1 { ",," } else { "," });
                    }
                    capitals -= 1;
                } else if numeric && accent.is_empty() && base <= 'j' {
                    // UEB 5.7: else it would be read as one more digit.
                    cells.push(';');
                }
                cells.push_str(accent);
                cells.push(base.to_ascii_uppercase());
                // UEB 8.6: capitals end where small letters follow them in one word.
                let lone = capitals == 0;
                if lone && ends_capitals(&signs, at) {
                    cells.push_str(",'");
                }
            } else {
                capitals = 0;
                // German closes a quotation with the mark that opens an English one.
                let closes =
                    sign == '“' && signs.iter().take(at).any(|sign| sign.is_alphanumeric());
                cells.push_str(mark(if closes { '”' } else { sign }));
            }
            numeric = false;
        }
    }
    cells
}

/// How many capitals stand at the beginning.
fn run_of_capitals(signs: &[char]) -> usize {
    signs
        .iter()
        .take_while(|sign| sign.is_uppercase() && letter(**sign).is_some())
        .count()
        .max(1)
}

/// Whether two capitals or more end here and a small letter follows.
fn ends_capitals(signs: &[char], at: usize) -> bool {
    let is = |at: Option<usize>, case: fn(char) -> bool| {
        at.and_then(|at| signs.get(at))
            .is_some_and(|sign| case(*sign))
    };
    is(Some(at), char::is_uppercase)
        && is(at.checked_sub(1), char::is_uppercase)
        && is(Some(at + 1), char::is_lowercase)
}

/// `1` to `9` are `A` to `I`, `0` is `J`.
fn digit(sign: char) -> char {
    match sign {
        '0' => 'J',
        other => char::from(
            u8::try_from(other)
                .unwrap_or(b'1')
                .wrapping_sub(b'1')
                .wrapping_add(b'A'),
        ),
    }
}

/// A letter's accent and the plain small letter, if it is a Latin letter with at most one accent that UEB writes.
fn letter(sign: char) -> Option<(&'static str, char)> {
    let mut parts = std::iter::once(sign).nfd();
    let base = parts.next()?.to_ascii_lowercase();
    let accent = match parts.next() {
        Some('\u{300}') => "^*",
        Some('\u{301}') => "^/",
        Some('\u{302}') => "^%",
        Some('\u{303}') => "^]",
        Some('\u{308}') => "^3",
        Some('\u{30A}') => "^$",
        Some('\u{30C}') => "^V",
        Some('\u{327}') => "^&",
        // An accent that is not written costs the accent, not the letter.
        None | Some(_) => "",
    };
    base.is_ascii_lowercase().then_some((accent, base))
}

/// The cells of what is neither letter nor digit.
fn mark(sign: char) -> &'static str {
    match sign {
        '.' => "4",
        ',' => "1",
        ';' => "2",
        ':' => "3",
        '!' => "6",
        '\'' | '’' => "'",
        '-' | '\u{2010}' | '\u{2011}' => "-",
        '–' | '—' => ",-",
        '”' => "0",
        '«' => "_8",
        '»' => "_0",
        '¿' => "^;8",
        'ß' => ".!",
        'œ' => "O^6E",
        '"' => ",7",
        '‘' => ",8",
        '(' => "\"<",
        ')' => "\">",
        '[' => ".<",
        ']' => ".>",
        '/' => "_/",
        '\\' => "_*",
        '@' => "@A",
        '&' => "@&",
        '*' => "\"9",
        '+' => "\"6",
        '=' => "\"7",
        '_' => ".-",
        '%' => ".0",
        '#' => "_?",
        '~' => "@9",
        '…' => "444",
        // The question mark itself, the opening quotation mark, which is the same cell, and whatever is unknown.
        _ => "8",
    }
}
