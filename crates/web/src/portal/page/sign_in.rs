//! Sign in: address and password, nothing else.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/sign-in`.
#[derive(Debug, Template)]
#[template(path = "page/sign_in.html")]
pub struct SignIn {
    /// The frame.
    pub frame: Frame,
    /// What was typed.
    pub address: String,
    /// Where to go afterwards, if a session ended on the way there.
    pub to: Option<Route>,
    /// Whether a session just ended.
    pub ended: bool,
}

#[cfg(test)]
impl super::samples::Sample for SignIn {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let blank = |frame: Frame| Self {
            frame,
            address: String::new(),
            to: None,
            ended: false,
        };
        let refused = frame.clone().wrong_overall(frame.text("sign-in-refused"));
        vec![
            ("empty", blank(frame.clone())),
            (
                "refused",
                Self {
                    address: "alice@example.org".into(),
                    ..blank(refused)
                },
            ),
            (
                "ended",
                Self {
                    to: Some(Route::Drill),
                    ended: true,
                    ..blank(frame.clone())
                },
            ),
        ]
    }
}
