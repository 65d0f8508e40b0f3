//! Backup codes: their state, and what can be done with them.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/codes`.
#[derive(Debug, Template)]
#[template(path = "page/codes.html")]
pub struct Codes {
    /// The frame.
    pub frame: Frame,
    /// What there is.
    pub state: CodesState,
    /// Whether a renewal was begun and not proved.
    pub pending: bool,
}

/// What codes an account has.
#[derive(Debug)]
pub enum CodesState {
    /// None yet.
    None,
    /// A sheet that is not proved.
    Drawn {
        /// Its number.
        sheet: u32,
    },
    /// A proved sheet that waits for its hour.
    Staged {
        /// When it becomes usable.
        until: String,
    },
    /// Disabled by guesses.
    Disabled,
    /// On.
    Active(ActiveCodes),
}

/// A sheet in use.
#[derive(Debug)]
pub struct ActiveCodes {
    /// Its number.
    pub sheet: u32,
    /// Since when.
    pub since: String,
    /// Unspent codes.
    pub left: u8,
    /// How many it began with.
    pub of: u8,
    /// When it was drilled last.
    pub last_drill: Option<String>,
}

#[cfg(test)]
impl super::samples::Sample for Codes {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |state| Self {
            frame: frame.clone(),
            state,
            pending: false,
        };
        let active = |last_drill: Option<&str>| {
            CodesState::Active(ActiveCodes {
                sheet: 3,
                since: "1 September 2026".into(),
                left: 8,
                of: 10,
                last_drill: last_drill.map(str::to_owned),
            })
        };
        vec![
            ("none", page(CodesState::None)),
            ("drawn", page(CodesState::Drawn { sheet: 1 })),
            (
                "staged",
                page(CodesState::Staged {
                    until: "24 November 2026 at 14:05".into(),
                }),
            ),
            ("disabled", page(CodesState::Disabled)),
            ("active", page(active(Some("1 October 2026")))),
            (
                "renewing",
                Self {
                    pending: true,
                    ..page(active(None))
                },
            ),
        ]
    }
}
