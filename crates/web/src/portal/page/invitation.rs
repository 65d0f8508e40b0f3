//! Invitation: a new account is taken by its owner.

use crate::portal::Frame;
use crate::routes::{LinkRoute, Route};
use askama::Template;

/// The page behind an invitation's link.
#[derive(Debug, Template)]
#[template(path = "page/invitation.html")]
pub struct Invitation {
    /// The frame.
    pub frame: Frame,
    /// The link's token.
    pub token: String,
    /// The account's address.
    pub address: String,
    /// What was typed, or what the operator wrote.
    pub name: String,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
}

#[cfg(test)]
impl super::samples::Sample for Invitation {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            token: "dG9rZW4".into(),
            address: "alice@example.org".into(),
            name: String::new(),
            suggestion: "gravel otter window seldom cupboard".into(),
        };
        vec![("empty", page)]
    }
}
