//! Signing out everywhere: what it means, and one button.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/sign-out/everywhere`.
#[derive(Debug, Template)]
#[template(path = "page/sign_out_everywhere.html")]
pub struct SignOutEverywhere {
    /// The frame.
    pub frame: Frame,
}

#[cfg(test)]
impl super::samples::Sample for SignOutEverywhere {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![(
            "empty",
            Self {
                frame: frame.clone(),
            },
        )]
    }
}
