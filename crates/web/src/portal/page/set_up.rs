//! Set-up: the first operator.

use crate::portal::Frame;
use crate::routes::{LinkRoute, Route};
use askama::Template;

/// The page behind the set-up link.
#[derive(Debug, Template)]
#[template(path = "page/set_up.html")]
pub struct SetUp {
    /// The frame.
    pub frame: Frame,
    /// The link's token.
    pub token: String,
    /// What was typed.
    pub address: String,
    /// What was typed.
    pub name: String,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
}

#[cfg(test)]
impl super::samples::Sample for SetUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame| Self {
            frame,
            token: "dG9rZW4".into(),
            address: String::new(),
            name: String::new(),
            suggestion: "gravel otter window seldom cupboard".into(),
        };
        let wrong = frame
            .clone()
            .wrong("address", frame.text("setup-address-wrong"))
            .wrong("password", frame.one("password-short", "least", 15_u8));
        vec![
            ("empty", page(frame.clone())),
            (
                "wrong",
                Self {
                    name: "Olga".into(),
                    address: "olga".into(),
                    ..page(wrong)
                },
            ),
        ]
    }
}
