//! Removing the phone: what it means, and one button.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/two-step/remove`.
#[derive(Debug, Template)]
#[template(path = "page/two_step_remove.html")]
pub struct TwoStepRemove {
    /// The frame.
    pub frame: Frame,
    /// Whether backup codes go with it.
    pub has_codes: bool,
}

#[cfg(test)]
impl super::samples::Sample for TwoStepRemove {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![
            (
                "codes",
                Self {
                    frame: frame.clone(),
                    has_codes: true,
                },
            ),
            (
                "plain",
                Self {
                    frame: frame.clone(),
                    has_codes: false,
                },
            ),
        ]
    }
}
