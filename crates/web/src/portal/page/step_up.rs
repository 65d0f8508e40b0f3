//! Step-up: the second factor once more, before something weighty.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/step-up`.
#[derive(Debug, Template)]
#[template(path = "page/step_up.html")]
pub struct StepUp {
    /// The frame.
    pub frame: Frame,
    /// Where to go afterwards.
    pub to: Route,
    /// Whether the phone is asked; the password otherwise.
    pub phone: bool,
}

#[cfg(test)]
impl super::samples::Sample for StepUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![
            (
                "phone",
                Self {
                    frame: frame.clone(),
                    to: Route::Renew,
                    phone: true,
                },
            ),
            (
                "password",
                Self {
                    frame: frame.clone(),
                    to: Route::TwoStep,
                    phone: false,
                },
            ),
        ]
    }
}
