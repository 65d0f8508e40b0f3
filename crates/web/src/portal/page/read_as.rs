//! "We read your code as": what repair made of a typed code, and whether the sheet says so.

use crate::place::Place;
use crate::portal::{Frame, Words};
use crate::routes::Route;
use askama::Template;
use counterfoil_service::codes::ReadBack;

/// The page, in answer to a code that was repaired.
#[derive(Debug, Template)]
#[template(path = "page/read_as.html")]
pub struct ReadAs {
    /// The frame.
    pub frame: Frame,
    /// The code as it was read, in groups of five.
    pub groups: Vec<Vec<Symbol>>,
    /// Which symbols were unclear, as a sentence; [`unclear`] makes it.
    pub unclear: String,
    /// The code, sealed for this session and purpose.
    pub sealed: String,
    /// Whether "yes" uses the code up.
    pub spends: bool,
    /// Unspent codes besides the one that is typed.
    pub left: u8,
    /// Where "yes" goes.
    pub answer_at: Route,
    /// Where "no" goes.
    pub again_at: Route,
    /// What the page before this one needs to be shown again, sealed. With it "no" is sent to `answer_at` as the field `again`.
    pub before: Option<String>,
    /// Where to go once it was used.
    pub to: Option<Place>,
}

impl ReadAs {
    /// Asks about a code that a use case read after repair. `sealed` is that code, for this session and purpose; "yes" sends it to
    /// `answer_at` and uses nothing up, "no" opens `again_at`.
    #[must_use]
    pub fn ask(
        frame: Frame,
        read: &ReadBack,
        sealed: String,
        answer_at: Route,
        again_at: Route,
    ) -> Self {
        let places: Vec<usize> = read.places.iter().copied().map(usize::from).collect();
        Self {
            groups: grouped(&read.text, &places),
            unclear: unclear(frame.words(), &places),
            sealed,
            spends: false,
            left: 0,
            answer_at,
            again_at,
            before: None,
            to: None,
            frame,
        }
    }

    /// "Yes" uses the code up, and so many are left then.
    #[must_use]
    pub fn spending(self, left: u8) -> Self {
        Self {
            spends: true,
            left,
            ..self
        }
    }

    /// Afterwards it goes on there.
    #[must_use]
    pub fn then(self, to: Option<Place>) -> Self {
        Self { to, ..self }
    }

    /// "No" goes back to a page that needs this, sealed.
    #[must_use]
    pub fn before(self, sealed: String) -> Self {
        Self {
            before: Some(sealed),
            ..self
        }
    }
}

/// One symbol of a code that is shown.
#[derive(Debug)]
pub struct Symbol {
    /// The symbol.
    pub sign: char,
    /// Whether repair put it there.
    pub unclear: bool,
}

/// A code's twenty symbols in groups of five; `unclear` are places from 1.
#[must_use]
pub fn grouped(code: &str, unclear: &[usize]) -> Vec<Vec<Symbol>> {
    let symbols: Vec<char> = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut place = 0;
    symbols
        .chunks(5)
        .map(|group| {
            let symbol = |sign: &char| {
                place += 1;
                Symbol {
                    sign: *sign,
                    unclear: unclear.contains(&place),
                }
            };
            group.iter().map(symbol).collect()
        })
        .collect()
}

/// The names of the twenty places: "first" to "twentieth".
const PLACES: [&str; 20] = [
    "use-code-place-1",
    "use-code-place-2",
    "use-code-place-3",
    "use-code-place-4",
    "use-code-place-5",
    "use-code-place-6",
    "use-code-place-7",
    "use-code-place-8",
    "use-code-place-9",
    "use-code-place-10",
    "use-code-place-11",
    "use-code-place-12",
    "use-code-place-13",
    "use-code-place-14",
    "use-code-place-15",
    "use-code-place-16",
    "use-code-place-17",
    "use-code-place-18",
    "use-code-place-19",
    "use-code-place-20",
];

/// The name of a place from 1 to 20: "fourth". Empty for any other.
#[must_use]
pub fn place(words: &Words, place: usize) -> String {
    place
        .checked_sub(1)
        .and_then(|index| PLACES.get(index))
        .map(|id| words.text(id))
        .unwrap_or_default()
}

/// "The fourth symbol was unclear." for one place or several, each from 1 to 20.
#[must_use]
pub fn unclear(words: &Words, places: &[usize]) -> String {
    let names: Vec<String> = places.iter().map(|n| place(words, *n)).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => words.one("use-code-unclear-one", "a", only),
        [first @ .., last] => words.two("use-code-unclear-two", "a", first.join(", "), "b", last),
    }
}

#[cfg(test)]
impl super::samples::Sample for ReadAs {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let groups = |unclear: &[usize]| grouped("7K3QF9XW2MT4HNJQ1ZQ5", unclear);
        let page = |places: &[usize], spends| Self {
            frame: frame.clone(),
            groups: groups(places),
            unclear: unclear(frame.words(), places),
            sealed: "c2VhbGVk".into(),
            spends,
            left: 7,
            answer_at: Route::UseCodeConfirm,
            again_at: Route::UseCode,
            before: None,
            to: None,
        };
        vec![
            ("one", page(&[4], true)),
            ("four", page(&[1, 4, 10, 20], false)),
        ]
    }
}
