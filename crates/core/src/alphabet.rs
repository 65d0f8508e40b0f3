//! Crockford's base32 as people type it.

/// The 32 symbols; a symbol's value is its place in this string.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbol of a value; only the low five bits count.
#[must_use]
pub fn symbol(value: u8) -> char {
    let value = usize::from(value & 31);
    #[expect(clippy::indexing_slicing, reason = "five bits never leave 32 symbols")]
    char::from(SYMBOLS[value])
}

/// What one typed character means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A symbol, by its value 0 to 31.
    Symbol(u8),
    /// `?`, `*` or `_`: there is a symbol here and nobody can read it.
    Unreadable,
    /// White space, a hyphen, a dot: between symbols, without meaning.
    Between,
    /// Anything else.
    Stranger,
}

/// Reads one character in any case, full-width forms included.
#[must_use]
pub fn mark(character: char) -> Mark {
    let character = narrow(character).to_ascii_uppercase();
    match character {
        '?' | '*' | '_' => Mark::Unreadable,
        'O' => Mark::Symbol(0),
        'I' | 'L' => Mark::Symbol(1),
        _ if is_between(character) => Mark::Between,
        _ => SYMBOLS
            .iter()
            .zip(0u8..)
            .find(|&(&known, _)| char::from(known) == character)
            .map_or(Mark::Stranger, |(_, value)| Mark::Symbol(value)),
    }
}

/// Full-width forms (U+FF01 to U+FF5E, from East Asian keyboards) lie at a fixed distance from ASCII.
fn narrow(character: char) -> char {
    match u32::from(character) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

fn is_between(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '.'
                | '\u{AD}'               // soft hyphen
                | '\u{B7}'               // middle dot
                | '\u{2010}'..='\u{2015}' // hyphens and dashes that word processors make of "-"
                | '\u{2022}'             // bullet
                | '\u{2024}'             // one dot leader
                | '\u{2026}'             // ellipsis
                | '\u{2043}'             // hyphen bullet
                | '\u{2212}'             // minus
                | '\u{3002}'             // ideographic full stop
                | '\u{30FB}'             // katakana middle dot
                | '\u{FE58}'
                | '\u{FE63}'
                // Invisible characters that come along with a paste.
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Mark, SYMBOLS, mark, symbol};

    #[test]
    fn every_symbol_reads_as_its_place_in_either_case_and_width() {
        for (value, &byte) in (0u8..).zip(SYMBOLS) {
            let upper = char::from(byte);
            let wide = char::from_u32(u32::from(upper) + 0xFEE0).unwrap();
            assert_eq!(symbol(value), upper);
            for form in [upper, upper.to_ascii_lowercase(), wide] {
                assert_eq!(mark(form), Mark::Symbol(value), "{form}");
            }
        }
    }

    #[test]
    fn look_alikes_read_as_digits() {
        for (typed, value) in [
            ('O', 0),
            ('o', 0),
            ('I', 1),
            ('i', 1),
            ('L', 1),
            ('l', 1),
            ('ｌ', 1),
            ('Ｏ', 0),
        ] {
            assert_eq!(mark(typed), Mark::Symbol(value), "{typed}");
        }
    }

    #[test]
    fn marks_for_a_symbol_nobody_can_read() {
        for typed in ['?', '*', '_', '？', '＊', '＿'] {
            assert_eq!(mark(typed), Mark::Unreadable, "{typed}");
        }
    }

    #[test]
    fn what_stands_between_symbols_is_dropped() {
        for typed in " \t\r\n-.‐–—−·．－\u{3000}\u{A0}\u{200B}\u{FEFF}\u{AD}".chars() {
            assert_eq!(mark(typed), Mark::Between, "{typed:?}");
        }
    }

    #[test]
    fn nothing_else_is_a_symbol() {
        let ascii = (0u8..128).map(char::from);
        let known = ascii
            .filter(|&c| mark(c) != Mark::Stranger)
            .collect::<String>();
        assert_eq!(
            known,
            "\t\n\u{b}\u{c}\r *-.0123456789?ABCDEFGHIJKLMNOPQRSTVWXYZ_abcdefghijklmnopqrstvwxyz"
        );
        for typed in ['U', 'u', '!', 'é', 'А', '٣', '\0', '\u{1F511}'] {
            assert_eq!(mark(typed), Mark::Stranger, "{typed:?}");
        }
    }
}
