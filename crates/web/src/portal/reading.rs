//! What a person is told about a code they typed: while they type it, and when it can't be read.

use super::Words;
use super::page::read_as::place;
use counterfoil_core::{Attempt, Refusal};
use serde::Serialize;

/// How a code reads so far: said under its field while it is typed. It knows the format only, so it tells nobody whether a code
/// is one of ours.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Live {
    /// The sentence; empty while there is nothing to say.
    pub text: String,
    /// Whether it reads without repair.
    pub good: bool,
}

/// Reads what stands in the field.
#[must_use]
pub fn live(words: &Words, typed: &str) -> Live {
    let (text, good) = match Attempt::read(typed) {
        Ok(reading) => match reading.wrong.as_slice() {
            [] if reading.unreadable.is_empty() => (
                words.one("use-code-live-good", "slot", reading.attempt.slot().get()),
                true,
            ),
            [] => (
                words.one("use-code-live-filled", "slot", reading.attempt.slot().get()),
                true,
            ),
            [one] => (
                words.one(
                    "use-code-live-one",
                    "place",
                    place(words, usize::from(*one)),
                ),
                false,
            ),
            [first @ .., last] => {
                let first: Vec<String> = first
                    .iter()
                    .map(|n| place(words, usize::from(*n)))
                    .collect();
                (
                    words.two(
                        "use-code-live-many",
                        "a",
                        first.join(", "),
                        "b",
                        place(words, usize::from(*last)),
                    ),
                    false,
                )
            }
        },
        Err(Refusal::Empty) => (String::new(), false),
        Err(Refusal::TooFew { count }) => (
            words.one(
                "use-code-live-missing",
                "count",
                20_usize.saturating_sub(count),
            ),
            false,
        ),
        Err(Refusal::TooMany { count }) => (
            words.one("use-code-live-extra", "count", count.saturating_sub(20)),
            false,
        ),
        Err(Refusal::NotASymbol { character, place }) => (strange(words, character, place), false),
        Err(Refusal::TooDamaged | Refusal::SlotZero) => (words.text("use-code-live-bad"), false),
    };
    Live { text, good }
}

/// What is wrong with a text that is no code, said beside its field. A wrong tag gets the words of [`Refusal::TooDamaged`].
#[must_use]
pub fn refused(words: &Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => words.text("use-code-missing"),
        Refusal::TooFew { count } => words.one("use-code-short", "have", *count),
        Refusal::TooMany { count } => words.one("use-code-long", "have", *count),
        Refusal::NotASymbol { character, place } => strange(words, *character, *place),
        Refusal::TooDamaged | Refusal::SlotZero => words.text("use-code-unreadable"),
    }
}

/// A character that no code contains. One that would not be seen is not shown, and a place beyond the twentieth is not named.
fn strange(words: &Words, character: char, at: usize) -> String {
    let seen = character.is_alphanumeric() || character.is_ascii_punctuation();
    let name = place(words, at);
    if seen && !name.is_empty() {
        words.two(
            "use-code-strange",
            "sign",
            character.to_string(),
            "place",
            name,
        )
    } else {
        words.text("use-code-unreadable")
    }
}

#[cfg(test)]
mod tests {
    use super::{Live, live, refused};
    use crate::portal::Words;
    use counterfoil_core::Attempt;
    use counterfoil_lang::{Language, Sentences, TimeZone};
    use std::sync::Arc;

    fn words() -> Words {
        Words::new(
            Arc::new(Sentences::load().unwrap()),
            Language::English,
            TimeZone::UTC,
        )
    }

    fn said(typed: &str) -> Live {
        live(&words(), typed)
    }

    // Code 25 of the format's vectors.
    const CODE: &str = "SZAB5RRB146VH7XFM22H";

    #[test]
    fn says_how_a_code_reads_while_it_is_typed() {
        assert_eq!(
            said(CODE),
            Live {
                text: "That reads as code 25.".into(),
                good: true
            }
        );
        assert_eq!(
            said(&replaced(&[4])),
            Live {
                text: "One symbol looks wrong: the fourth.".into(),
                good: false
            }
        );
        assert_eq!(
            said(&replaced(&[1, 20])).text,
            "Two symbols look wrong: the first and the twentieth."
        );
        assert_eq!(said("7K3QF").text, "15 more symbols.");
        assert_eq!(
            said(&format!("{CODE}2")).text,
            "That is one symbol too many."
        );
        assert_eq!(
            said(""),
            Live {
                text: String::new(),
                good: false
            }
        );
        assert!(
            said("7K3U")
                .text
                .contains("sign U in it. It is the fourth symbol")
        );
    }

    #[test]
    fn an_unreadable_symbol_is_filled_in() {
        let text = "That reads as code 25. We filled in what you couldn't read.".to_owned();
        assert_eq!(said("SZA?5 RRB14 6VH7X FM22H"), Live { text, good: true });
    }

    #[test]
    fn a_character_nobody_can_see_is_not_shown() {
        let refusal = Attempt::read("7K3\u{202e}").unwrap_err();
        assert!(!refused(&words(), &refusal).contains('\u{202e}'));
        let late = Attempt::read(&format!("{}!", "7".repeat(30))).unwrap_err();
        assert!(!refused(&words(), &late).is_empty());
    }

    /// The code with other symbols at these places, counted from 1.
    fn replaced(places: &[usize]) -> String {
        let other = |symbol| if symbol == 'X' { 'Y' } else { 'X' };
        CODE.chars()
            .zip(1..)
            .map(|(symbol, place)| {
                if places.contains(&place) {
                    other(symbol)
                } else {
                    symbol
                }
            })
            .collect()
    }
}
