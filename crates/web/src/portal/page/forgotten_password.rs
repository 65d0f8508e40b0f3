//! Forgotten password, step 3: the new one.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page. `/forgotten/password`.
#[derive(Debug, Template)]
#[template(path = "page/forgotten_password.html")]
pub struct ForgottenPassword {
    /// The frame.
    pub frame: Frame,
    /// The account's address, for the password manager.
    pub address: String,
    /// The fewest characters for this account.
    pub least: u8,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
}

#[cfg(test)]
impl super::samples::Sample for ForgottenPassword {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            address: "alice@example.org".into(),
            least: 8,
            suggestion: "gravel otter window seldom cupboard".into(),
        };
        vec![("empty", page)]
    }
}
