//! Use a code: the sheet's two words, one field, and what happens next.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/sign-in/code`.
#[derive(Debug, Template)]
#[template(path = "page/use_code.html")]
pub struct UseCode {
    /// The frame.
    pub frame: Frame,
    /// The two words of the sheet.
    pub page_words: Option<(String, String)>,
    /// Unspent codes besides the one that is typed.
    pub left: u8,
    /// What was typed, after something was wrong with it.
    pub typed: String,
}

#[cfg(test)]
impl super::samples::Sample for UseCode {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let words = || Some(("lantern".to_owned(), "orchard".to_owned()));
        let say = |text| frame.clone().wrong("code", text);
        let page = |frame, typed: &str| Self {
            frame,
            page_words: words(),
            left: 7,
            typed: typed.into(),
        };
        vec![
            ("empty", page(frame.clone(), "")),
            (
                "unreadable",
                page(say(frame.text("use-code-unreadable")), "7K3QF 9XW2M T4HNJ"),
            ),
            (
                "spent",
                page(
                    say(frame.one("use-code-spent", "on", "3 March 2026 at 14:05")),
                    "",
                ),
            ),
            (
                "replaced",
                page(
                    say(frame.one("use-code-replaced", "on", "3 March 2026")),
                    "",
                ),
            ),
        ]
    }
}
