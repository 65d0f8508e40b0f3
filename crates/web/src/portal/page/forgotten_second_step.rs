//! Forgotten password, step 2: the phone's six digits.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/forgotten/second-step`.
#[derive(Debug, Template)]
#[template(path = "page/forgotten_second_step.html")]
pub struct ForgottenSecondStep {
    /// The frame.
    pub frame: Frame,
}

#[cfg(test)]
impl super::samples::Sample for ForgottenSecondStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![(
            "empty",
            Self {
                frame: frame.clone(),
            },
        )]
    }
}
