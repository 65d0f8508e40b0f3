//! You're in: which code was used, its replacement for the sheet, and what to do about the phone.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;
use std::fmt;
use zeroize::Zeroize;

/// The page. `/you-are-in`, and the answer to the request that drew the replacement.
#[derive(Debug, Template)]
#[template(path = "page/you_are_in.html")]
pub struct YouAreIn {
    /// The frame.
    pub frame: Frame,
    /// The number of the code that was used.
    pub slot: u8,
    /// Until when new factors and sheets wait, on a device that is not known.
    pub held_until: Option<String>,
    /// The replacement, if this very request drew it.
    pub replacement: Option<Replacement>,
    /// Whether one is owed.
    pub owed: bool,
}

/// A code that stands in for a spent one. Shown once, never kept.
pub struct Replacement {
    /// Its number.
    pub slot: u8,
    /// The code, in four groups of five.
    pub groups: Vec<String>,
    /// Its drill word.
    pub word: String,
}

impl fmt::Debug for Replacement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replacement")
            .field("slot", &self.slot)
            .finish_non_exhaustive()
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        self.groups.zeroize();
        self.word.zeroize();
    }
}

#[cfg(test)]
impl super::samples::Sample for YouAreIn {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let drawn = || Replacement {
            slot: 11,
            groups: ["BT3QF", "9XW2M", "T4HNJ", "Q1ZQ5"]
                .map(str::to_owned)
                .to_vec(),
            word: "harbour".into(),
        };
        let page = |frame: Frame, replacement, owed| Self {
            frame,
            slot: 7,
            held_until: None,
            replacement,
            owed,
        };
        let wrong = frame
            .clone()
            .wrong("code", frame.text("signed-in-type-back-wrong"));
        vec![
            (
                "drawn",
                Self {
                    held_until: Some("24 November 2026 at 14:05".into()),
                    ..page(frame.clone(), Some(drawn()), true)
                },
            ),
            ("wrong", page(wrong, Some(drawn()), true)),
            ("owed", page(frame.clone(), None, true)),
            ("no_slots", page(frame.clone(), None, false)),
        ]
    }
}
