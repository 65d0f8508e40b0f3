//! The phone as a second step: its state.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/two-step`.
#[derive(Debug, Template)]
#[template(path = "page/two_step.html")]
pub struct TwoStep {
    /// The frame.
    pub frame: Frame,
    /// Since when it is on.
    pub since: Option<String>,
}

#[cfg(test)]
impl super::samples::Sample for TwoStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![
            (
                "off",
                Self {
                    frame: frame.clone(),
                    since: None,
                },
            ),
            (
                "on",
                Self {
                    frame: frame.clone(),
                    since: Some("1 September 2026".into()),
                },
            ),
        ]
    }
}
