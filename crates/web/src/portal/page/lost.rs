//! "I lost my sheet": what happens, and one button.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes/lost`.
#[derive(Debug, Template)]
#[template(path = "page/lost.html")]
pub struct Lost {
    /// The frame.
    pub frame: Frame,
    /// Unspent codes that stop working.
    pub left: u8,
}

#[cfg(test)]
impl super::samples::Sample for Lost {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![
            (
                "some",
                Self {
                    frame: frame.clone(),
                    left: 8,
                },
            ),
            (
                "one",
                Self {
                    frame: frame.clone(),
                    left: 1,
                },
            ),
        ]
    }
}
