//! Drill: the words beside two codes. Spends and shows nothing.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes/drill`.
#[derive(Debug, Template)]
#[template(path = "page/drill.html")]
pub struct Drill {
    /// The frame.
    pub frame: Frame,
    /// The number of the first code.
    pub first: u8,
    /// The number of the second.
    pub second: u8,
    /// What was typed for the first.
    pub typed_first: String,
    /// What was typed for the second.
    pub typed_second: String,
}

#[cfg(test)]
impl super::samples::Sample for Drill {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame, typed: &str| Self {
            frame,
            first: 3,
            second: 8,
            typed_first: typed.into(),
            typed_second: String::new(),
        };
        let wrong = frame.clone().wrong("word-1", frame.text("drill-wrong"));
        vec![
            ("empty", page(frame.clone(), "")),
            ("wrong", page(wrong, "violin")),
        ]
    }
}
