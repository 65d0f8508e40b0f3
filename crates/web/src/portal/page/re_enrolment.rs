//! Re-enrolment: a new password and phone, after everything was lost.

use crate::portal::Frame;
use crate::portal::page::two_step_set_up::PhoneSecret;
use crate::routes::{LinkRoute, Route};
use askama::Template;

/// The page behind a re-enrolment link.
#[derive(Debug, Template)]
#[template(path = "page/re_enrolment.html")]
pub struct ReEnrolment {
    /// The frame.
    pub frame: Frame,
    /// The link's token.
    pub token: String,
    /// The account's address.
    pub address: String,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
    /// The new phone's secret.
    pub secret: PhoneSecret,
}

#[cfg(test)]
impl super::samples::Sample for ReEnrolment {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            token: "dG9rZW4".into(),
            address: "alice@example.org".into(),
            suggestion: "gravel otter window seldom cupboard".into(),
            secret: PhoneSecret::new(
                "otpauth://totp/x?secret=GEZDGNBV",
                "GEZDGNBV",
                "c2VhbGVk".into(),
            ),
        };
        vec![("empty", page)]
    }
}
