//! Proof key for code exchange, S256 only (RFC 7636; RFC 9700, section 2.1.1).

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

/// base64url of SHA-256 of a verifier: 43 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge(String);

impl Challenge {
    /// Reads `code_challenge`; `None` for what no SHA-256 looks like.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        (bytes.len() == 32).then(|| Self(text.to_owned()))
    }

    /// The challenge of a `code_verifier`; `None` for what can't be one: 43 to 128 unreserved characters (section 4.1).
    #[must_use]
    pub fn of(verifier: &str) -> Option<Self> {
        let unreserved =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        if !(43..=128).contains(&verifier.len()) || !verifier.bytes().all(unreserved) {
            return None;
        }
        Some(Self(
            BASE64URL_NOPAD.encode(&Sha256::digest(verifier.as_bytes())),
        ))
    }

    /// As it was sent, and as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rfc_7636_appendix_b() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assert_eq!(Challenge::of(verifier), Challenge::read(challenge));
        assert!(Challenge::read(challenge).is_some());
    }

    #[test]
    fn what_can_not_be_one() {
        assert_eq!(Challenge::of(&"a".repeat(42)), None);
        assert_eq!(Challenge::of(&"a".repeat(129)), None);
        assert_eq!(Challenge::of(&format!("{} ", "a".repeat(43))), None);
        for odd in [
            "",
            "plain",
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        ] {
            assert_eq!(Challenge::read(odd), None, "{odd}");
        }
    }

    proptest! {
        #[test]
        fn every_verifier_has_one_challenge_and_another_has_another(a in "[A-Za-z0-9._~-]{43,128}", b in "[A-Za-z0-9._~-]{43,128}") {
            let of_a = Challenge::of(&a).unwrap();
            prop_assert_eq!(Challenge::read(of_a.as_str()), Some(of_a.clone()));
            prop_assert_eq!(Challenge::of(&b).unwrap() == of_a, a == b);
        }
    }
}
