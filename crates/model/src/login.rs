//! Login names: what the mail software calls an account, where that isn't its address.

use crate::MailAddress;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The longest login name, in octets: as long as an address.
pub const LOGIN_MAX: usize = crate::ADDRESS_MAX;

/// A login name as the mail software uses it: lower case, in NFC, without white space.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct LoginName(String);

/// What is wrong with a login name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoginError {
    /// There is none.
    #[error("the login name is empty")]
    Empty,
    /// Longer than an address may be.
    #[error("the login name is too long")]
    TooLong,
    /// White space or a control character.
    #[error("a login name has no white space in it")]
    Character,
}

impl LoginName {
    /// Reads a login name. One that is an address becomes the key of that address.
    ///
    /// # Errors
    /// [`LoginError`] says what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, LoginError> {
        if typed.len() > 4 * LOGIN_MAX {
            return Err(LoginError::TooLong);
        }
        let key = key_of_typed(typed);
        if key.is_empty() {
            return Err(LoginError::Empty);
        }
        if key.len() > LOGIN_MAX {
            return Err(LoginError::TooLong);
        }
        if key.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(LoginError::Character);
        }
        Ok(Self(key))
    }

    /// What login names are compared and stored by.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LoginName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LoginName({})", self.0)
    }
}

/// What the address book is asked for when somebody typed this to say who they are: an address or a login name.
#[must_use]
pub fn key_of_typed(typed: &str) -> String {
    MailAddress::parse(typed).map_or_else(
        |_| typed.trim().nfc().collect::<String>().to_lowercase(),
        |address| address.key().to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_read_as_people_type_it_at_sign_in() {
        assert_eq!(LoginName::parse(" Alice ").unwrap().key(), "alice");
        assert_eq!(LoginName::parse("JOSE\u{301}").unwrap().key(), "josé");
        let address = LoginName::parse("Alice@Bücher.example").unwrap();
        assert_eq!(address.key(), "alice@xn--bcher-kva.example");
    }

    #[test]
    fn what_no_mail_software_takes_is_refused() {
        assert_eq!(LoginName::parse("  "), Err(LoginError::Empty));
        assert_eq!(LoginName::parse(&"a".repeat(255)), Err(LoginError::TooLong));
        for typed in ["al ice", "al\u{0}ice", "al\nice"] {
            assert_eq!(LoginName::parse(typed), Err(LoginError::Character));
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_is_found_by_what_is_typed(typed in any::<String>()) {
            if let Ok(login) = LoginName::parse(&typed) {
                prop_assert_eq!(key_of_typed(&typed), login.key());
                prop_assert_eq!(key_of_typed(login.key()), login.key());
            }
        }
    }
}
