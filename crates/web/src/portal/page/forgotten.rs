//! Forgotten password, step 1: the address and one backup code.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/forgotten`.
#[derive(Debug, Template)]
#[template(path = "page/forgotten.html")]
pub struct Forgotten {
    /// The frame.
    pub frame: Frame,
    /// The address that was typed.
    pub address: String,
    /// The code that was typed, after something was wrong with it.
    pub typed: String,
}

#[cfg(test)]
impl super::samples::Sample for Forgotten {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("code", frame.text("use-code-unreadable"));
        let refused = frame.clone().wrong_overall(frame.text("forgotten-refused"));
        let page = |frame, address: &str| Self {
            frame,
            address: address.into(),
            typed: String::new(),
        };
        vec![
            ("empty", page(frame.clone(), "")),
            (
                "wrong",
                Self {
                    typed: "7K3QF 9XW2M".into(),
                    ..page(wrong, "alice@example.org")
                },
            ),
            ("refused", page(refused, "alice@example.org")),
        ]
    }
}
