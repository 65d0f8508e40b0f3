//! Enabling or renewing, step 1: what a code is, or what a new sheet does to the old one.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes/enable` and `/codes/renew`.
#[derive(Debug, Template)]
#[template(path = "page/enable_idea.html")]
pub struct EnableIdea {
    /// The frame.
    pub frame: Frame,
    /// Whether there is a sheet already.
    pub renewal: bool,
    /// What was answered to "your phone is in the river": `desk`, `paper`, `mailbox` or nothing.
    pub answer: String,
}

/// The answer that leads on.
pub const RIGHT_ANSWER: &str = "paper";

#[cfg(test)]
impl super::samples::Sample for EnableIdea {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = |answer: &str| {
            frame
                .clone()
                .wrong("river", frame.text(&format!("enable-river-not-{answer}")))
        };
        let page = |frame, answer: &str| Self {
            frame,
            renewal: false,
            answer: answer.into(),
        };
        vec![
            ("empty", page(frame.clone(), "")),
            ("desk", page(wrong("desk"), "desk")),
            ("mailbox", page(wrong("mailbox"), "mailbox")),
            ("nothing", page(wrong("answered"), "")),
            (
                "renewal",
                Self {
                    renewal: true,
                    ..page(frame.clone(), "")
                },
            ),
        ]
    }
}
