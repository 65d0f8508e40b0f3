//! Passwords that are guessed first: a bundled list, the operator's own lines, and patterns.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// See `data/README.md` for where it is from.
const BUNDLED: &str = include_str!("../data/common-passwords.txt");

/// A unit of so few characters, over and over, is a pattern and no password.
const SHORT_UNIT: usize = 4;

/// Passwords that nobody may have.
#[derive(Clone)]
pub struct Blocklist(HashSet<Cow<'static, str>>);

impl Blocklist {
    /// The bundled list of the most common passwords.
    #[must_use]
    pub fn bundled() -> Self {
        Self(BUNDLED.lines().map(Cow::Borrowed).collect())
    }

    /// The list with an operator's lines as well: one password a line, in any case; white space
    /// around it and empty lines don't count.
    #[must_use]
    pub fn with_lines(mut self, lines: &str) -> Self {
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        self.0
            .extend(lines.map(|line| Cow::Owned(fold(line).to_string())));
        self
    }

    /// Whether a folded password is on the list, is something of it over and over, or is a run of
    /// neighbours like `abcdefgh` or `87654321`.
    #[must_use]
    pub(crate) fn contains_folded(&self, folded: &str) -> bool {
        self.0.contains(folded)
            || is_run(folded)
            || repeated_unit(folded).is_some_and(|unit| {
                unit.chars().count() <= SHORT_UNIT || self.0.contains(unit.as_str())
            })
    }
}

impl fmt::Debug for Blocklist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blocklist({} passwords)", self.0.len())
    }
}

/// NFC in lower case: what passwords are compared by, never what they are hashed from.
pub(crate) fn fold(text: &str) -> Zeroizing<String> {
    let mut folded = Zeroizing::new(String::with_capacity(4 * text.len()));
    folded.extend(text.nfc().flat_map(char::to_lowercase).nfc());
    folded
}

/// The letters and digits of a folded text.
pub(crate) fn letters(folded: &str) -> Zeroizing<String> {
    let mut letters = Zeroizing::new(String::with_capacity(folded.len()));
    letters.extend(
        folded
            .chars()
            .filter(|character| character.is_alphanumeric()),
    );
    letters
}

/// The shortest beginning that makes up the whole text over and over, the last time maybe cut
/// short; `None` if there is none that fits in twice.
pub(crate) fn repeated_unit(text: &str) -> Option<Zeroizing<String>> {
    let characters = Zeroizing::new(text.chars().collect::<Vec<_>>());
    (1..=characters.len() / 2)
        .find(|period| {
            characters
                .iter()
                .skip(*period)
                .eq(characters.iter().take(characters.len() - period))
        })
        .map(|period| Zeroizing::new(characters.iter().take(period).collect()))
}

/// Whether each character is the one after, or the one before, its neighbour; after 9 comes 0.
fn is_run(text: &str) -> bool {
    let step = |(from, to): (char, char)| match (from.to_digit(10), to.to_digit(10)) {
        (Some(from), Some(to)) if (from + 1) % 10 == to => Some(1),
        (Some(from), Some(to)) if (to + 1) % 10 == from => Some(-1),
        _ => Some(i64::from(u32::from(to)) - i64::from(u32::from(from)))
            .filter(|step| step.abs() == 1),
    };
    let mut steps = text.chars().zip(text.chars().skip(1)).map(step);
    match steps.next() {
        Some(Some(first)) => steps.all(|step| step == Some(first)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_bundled_list_is_large_and_already_folded() {
        assert!(BUNDLED.lines().count() > 19_000);
        for line in BUNDLED.lines() {
            assert_eq!(*fold(line), line);
        }
    }

    #[test]
    fn the_shortest_unit_is_found_even_when_cut_short() {
        let unit = |text| repeated_unit(text).map(|unit| unit.to_string());
        assert_eq!(unit("abcabca").as_deref(), Some("abc"));
        assert_eq!(unit("aaaa").as_deref(), Some("a"));
        assert_eq!(unit("abcdab"), None);
        assert_eq!(unit("a"), None);
        assert_eq!(unit(""), None);
    }

    #[test]
    fn runs_go_up_or_down_and_not_both() {
        for run in ["abcdef", "fedcba", "890123", "210987", "абвгд"] {
            assert!(is_run(run), "{run}");
        }
        for text in ["abcba", "aabbcc", "acegik", "a", ""] {
            assert!(!is_run(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_text_twice_has_a_unit_that_makes_it_up(text in "\\PC{1,20}") {
            let twice = text.repeat(2);
            let unit = repeated_unit(&twice).expect("it fits in twice");
            let whole: String = unit.chars().cycle().take(twice.chars().count()).collect();
            prop_assert_eq!(whole, twice);
        }
    }
}
