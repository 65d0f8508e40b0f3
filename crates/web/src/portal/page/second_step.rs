//! The second step of signing in: six digits of the phone, and the way out for who has none.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/sign-in/second-step`.
#[derive(Debug, Template)]
#[template(path = "page/second_step.html")]
pub struct SecondStep {
    /// The frame.
    pub frame: Frame,
    /// Whether backup codes are on.
    pub has_codes: bool,
}

#[cfg(test)]
impl super::samples::Sample for SecondStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("digits", frame.text("second-step-wrong"));
        vec![
            (
                "empty",
                Self {
                    frame: frame.clone(),
                    has_codes: true,
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    has_codes: true,
                },
            ),
            (
                "no_codes",
                Self {
                    frame: frame.clone(),
                    has_codes: false,
                },
            ),
        ]
    }
}
