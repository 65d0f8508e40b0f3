//! The page behind a link of a mail: explains, and its button does it.

use crate::portal::Frame;
use crate::routes::{LinkRoute, Route};
use askama::Template;

/// The page. Verifies an outside address, or stops a change.
#[derive(Debug, Template)]
#[template(path = "page/link.html")]
pub struct Link {
    /// The frame.
    pub frame: Frame,
    /// What it is about.
    pub title: String,
    /// What the button does.
    pub lead: String,
    /// The button.
    pub button: String,
    /// What to do if this is not what the reader expected.
    pub otherwise: String,
    /// Whether it stops somebody.
    pub danger: bool,
    /// Where the button goes: the link itself.
    pub action: String,
}

impl Link {
    /// Proves that an outside address is read by the owner of `account`.
    #[must_use]
    pub fn verify_address(frame: Frame, token: &str, account: &str) -> Self {
        Self {
            title: frame.text("addresses-link-title"),
            lead: frame.one("addresses-link-lead", "account", account),
            button: frame.text("addresses-link-button"),
            otherwise: frame.text("addresses-link-otherwise"),
            danger: false,
            action: LinkRoute::VerifyAddress.with(token),
            frame,
        }
    }

    /// Stops a change; `what` is the sentence that describes it.
    #[must_use]
    pub fn stop_change(frame: Frame, token: &str, what: &str) -> Self {
        Self {
            title: frame.text("stop-link-title"),
            lead: frame.one("stop-link-lead", "what", what),
            button: frame.text("stop-link-button"),
            otherwise: frame.text("stop-link-otherwise"),
            danger: true,
            action: LinkRoute::StopChange.with(token),
            frame,
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for Link {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![
            (
                "address",
                Self::verify_address(frame.clone(), "dG9rZW4", "alice@example.org"),
            ),
            (
                "stop",
                Self::stop_change(
                    frame.clone(),
                    "dG9rZW4",
                    "A new phone becomes the second step of alice@example.org.",
                ),
            ),
        ]
    }
}
