//! An authenticator app, as an owner's phone has it.

#![expect(
    clippy::panic,
    reason = "a test whose phone doesn't work must stop and say why"
)]

use counterfoil_model::Timestamp;
use data_encoding::BASE32_NOPAD;
use std::fmt;
use totp_rs::{Algorithm, Builder};

/// An authenticator app that was given one key. Computed by a library, not by the code under test.
#[derive(Clone)]
pub struct Phone {
    key: Vec<u8>,
}

impl Phone {
    /// An app with the key that a page shows, in base32 with spaces.
    ///
    /// # Panics
    /// When that isn't base32.
    #[must_use]
    pub fn with_key(key_text: &str) -> Self {
        let compact: String = key_text.split_whitespace().collect();
        let key = BASE32_NOPAD
            .decode(compact.as_bytes())
            .unwrap_or_else(|error| panic!("the key shown isn't base32: {error}"));
        Self { key }
    }

    /// The key's bytes, to be looked for where they must not be.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// The six digits it shows at that time.
    #[must_use]
    pub fn digits(&self, at: Timestamp) -> String {
        let app = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_secret(self.key.clone())
            .build_noncompliant();
        app.generate(at.as_seconds().cast_unsigned()).to_string()
    }

    /// Six digits that are wrong at that time and in the steps around it.
    #[must_use]
    pub fn wrong_digits(&self, at: Timestamp) -> String {
        let near: Vec<String> = (-2..=2)
            .map(|step| self.digits(at + counterfoil_model::Span::seconds(30 * step)))
            .collect();
        (0..10)
            .map(|n| format!("{n}{n}{n}{n}{n}{n}"))
            .find(|digits| !near.contains(digits))
            .unwrap_or_default()
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn it_shows_what_the_rfc_says() {
        let phone = Phone::with_key(&BASE32_NOPAD.encode(b"12345678901234567890"));
        assert_eq!(phone.digits(Timestamp::from_micros(59_000_000)), "287082");
        assert_eq!(
            phone.digits(Timestamp::from_micros(1_111_111_109_000_000)),
            "081804"
        );
    }
}
