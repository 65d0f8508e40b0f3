//! Why a line can't be taken over, and what its operator can do. Nothing of the line is repeated but an address that could be read.

use counterfoil_model::{AddressError, LoginError};
use counterfoil_service::password::imported::PasswordFieldError;
use std::fmt;

/// A line that isn't taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Whose line it is, if that much could be read.
    pub who: Option<String>,
    /// The field at fault: `line`, `address`, `login`, `name`, `language` or `password`.
    pub field: &'static str,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Longer than any line is.
    #[error("the line is longer than 64 KiB")]
    LongLine,
    /// Not UTF-8.
    #[error("the text isn't UTF-8")]
    NotText,
    /// Not as many fields as there must be.
    #[error("the line hasn't the fields it should have")]
    Fields,
    /// A quotation mark opens a field and none ends it.
    #[error("a field begins with a quotation mark and doesn't end with one")]
    Quotes,
    /// A name without `@`, and no domain was given.
    #[error("the name has no domain")]
    NoDomain,
    /// The address can't be used.
    #[error(transparent)]
    Address(AddressError),
    /// The login name can't be used.
    #[error(transparent)]
    Login(LoginError),
    /// The name is too long or has control characters.
    #[error("the name is longer than 80 characters or has control characters")]
    Name,
    /// Not a language tag.
    #[error("this is no language tag like \"en\"")]
    Language,
    /// The password can't be taken over.
    #[error(transparent)]
    Password(PasswordFieldError),
    /// The other system keeps some people or networks out by this extra field.
    #[error("the extra field {0} keeps people out, which is not taken over")]
    Restricted(&'static str),
    /// The address stands on an earlier line.
    #[error("it stands on line {0} already")]
    Twice(u64),
    /// The address is somebody else's login name here.
    #[error("somebody else signs in by it")]
    AddressTaken,
    /// The login name is somebody else's address or login name here.
    #[error("it is somebody else's address or login name")]
    LoginTaken,
}

impl Why {
    /// What to do about it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::LongLine | Self::Fields => "look for a missing line break or separator",
            Self::NotText => "convert the file first: iconv -f LATIN1 -t UTF-8",
            Self::Quotes => "double every quotation mark within a field",
            Self::NoDomain => "run it again with --domain",
            Self::Address(_) => "correct the address",
            Self::Login(_) => "correct the login name",
            Self::Name => "shorten the name",
            Self::Language => "correct the language or leave it out",
            Self::Password(error) => advice_on_password(error),
            Self::Restricted(_) => {
                "take the field away if this mailbox should open, else leave the line out"
            }
            Self::Twice(_) => "leave one of the two out",
            Self::AddressTaken | Self::LoginTaken => "give one of the two another login name",
        }
    }
}

const fn advice_on_password(error: PasswordFieldError) -> &'static str {
    match error {
        PasswordFieldError::Missing | PasswordFieldError::Locked => {
            "leave the line out, and invite the owner if the mailbox should open"
        }
        PasswordFieldError::Unknown { .. } => {
            "set the password anew in the old system, or run it again with --without-unknown-passwords and invite the owner"
        }
        PasswordFieldError::Setting { .. } => {
            "set the password anew in the old system, at a lower cost"
        }
        PasswordFieldError::Malformed { .. } | PasswordFieldError::Plain => {
            "see that the field came over whole, and that --default-scheme is right"
        }
    }
}

/// One sentence: the field, what is wrong, what to do.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.field, self.why, self.why.advice())
    }
}
