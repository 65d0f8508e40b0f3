//! Activity: what happened to this account, newest first.

use crate::portal::Frame;
use crate::portal::page::home::Event;
use crate::routes::Route;
use askama::Template;

/// The page. `/activity`.
#[derive(Debug, Template)]
#[template(path = "page/activity.html")]
pub struct Activity {
    /// The frame.
    pub frame: Frame,
    /// Newest first.
    pub events: Vec<Event>,
}

#[cfg(test)]
impl super::samples::Sample for Activity {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let event = |what: &str, from: Option<&str>| Event {
            what: what.into(),
            when: "23 November 2026 at 14:05".into(),
            from: from.map(str::to_owned),
        };
        let events = vec![
            event("You signed in with code 7.", Some("Firefox, 198.51.100.7")),
            event("You changed your password.", None),
        ];
        vec![
            (
                "some",
                Self {
                    frame: frame.clone(),
                    events,
                },
            ),
            (
                "none",
                Self {
                    frame: frame.clone(),
                    events: Vec::new(),
                },
            ),
        ]
    }
}
