//! Check: a whole code, not used up.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes/check`.
#[derive(Debug, Template)]
#[template(path = "page/check.html")]
pub struct Check {
    /// The frame.
    pub frame: Frame,
    /// What was typed, after something was wrong with it.
    pub typed: String,
}

#[cfg(test)]
impl super::samples::Sample for Check {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame.clone().wrong("code", frame.text("check-wrong"));
        vec![
            (
                "empty",
                Self {
                    frame: frame.clone(),
                    typed: String::new(),
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    typed: String::new(),
                },
            ),
        ]
    }
}
