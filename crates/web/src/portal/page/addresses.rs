//! Outside addresses: where notices go besides the mailbox.

use crate::portal::Frame;
use crate::routes::{ItemRoute, Route};
use askama::Template;

/// The page. `/addresses`.
#[derive(Debug, Template)]
#[template(path = "page/addresses.html")]
pub struct Addresses {
    /// The frame.
    pub frame: Frame,
    /// In the order they were added.
    pub list: Vec<OutsideAddress>,
    /// What was typed.
    pub typed: String,
}

/// One of them.
#[derive(Debug)]
pub struct OutsideAddress {
    /// Its id.
    pub id: String,
    /// The address.
    pub address: String,
    /// What it is good for.
    pub state: AddressState,
}

/// What an outside address is good for.
#[derive(Debug, PartialEq, Eq)]
pub enum AddressState {
    /// Its owner followed the link.
    Verified {
        /// When.
        on: String,
    },
    /// The link is on its way.
    Unverified,
    /// Removed; notices still go there.
    Leaving {
        /// Until then.
        until: String,
    },
}

impl OutsideAddress {
    fn unverified(&self) -> bool {
        self.state == AddressState::Unverified
    }

    const fn leaving(&self) -> bool {
        matches!(self.state, AddressState::Leaving { .. })
    }

    fn remove_at(&self) -> String {
        ItemRoute::AddressRemove.of(&self.id)
    }

    fn send_again_at(&self) -> String {
        ItemRoute::AddressSendAgain.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for Addresses {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let entry = |address: &str, state| OutsideAddress {
            id: "5f3a".into(),
            address: address.into(),
            state,
        };
        let list = || {
            vec![
                entry(
                    "alice@elsewhere.example",
                    AddressState::Verified {
                        on: "1 September 2026".into(),
                    },
                ),
                entry(
                    "alice.with.a.very.long.name@a-long-domain.elsewhere.example",
                    AddressState::Unverified,
                ),
                entry(
                    "old@elsewhere.example",
                    AddressState::Leaving {
                        until: "30 November 2026".into(),
                    },
                ),
            ]
        };
        let wrong = frame
            .clone()
            .wrong("address", frame.text("addresses-wrong"));
        vec![
            (
                "none",
                Self {
                    frame: frame.clone(),
                    list: Vec::new(),
                    typed: String::new(),
                },
            ),
            (
                "some",
                Self {
                    frame: frame.clone(),
                    list: list(),
                    typed: String::new(),
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    list: list(),
                    typed: "alice".into(),
                },
            ),
        ]
    }
}
