//! A new password, by somebody who is signed in.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/password`.
#[derive(Debug, Template)]
#[template(path = "page/password.html")]
pub struct Password {
    /// The frame.
    pub frame: Frame,
    /// The fewest characters for this account.
    pub least: u8,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
}

#[cfg(test)]
impl super::samples::Sample for Password {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("current", frame.text("password-wrong"))
            .wrong("password", frame.text("password-common"));
        let page = |frame| Self {
            frame,
            least: 15,
            suggestion: "gravel otter window seldom cupboard".into(),
        };
        vec![("empty", page(frame.clone())), ("wrong", page(wrong))]
    }
}
