//! Passwords of another system: read from its export, wrapped before they are stored, compared until their owner signs in.
//!
//! What is stored is Argon2id(HMAC(pepper, hash)), with `hash` as that system computed it, and beside it the [`Setting`] by
//! which the hash is computed again from what somebody types. The hash itself rests nowhere. Once its owner has signed in,
//! the password is hashed as any other and the setting is gone.

mod crypt;
mod scheme;
mod setting;

pub use scheme::{DEFAULT_SCHEME, PasswordFieldError, SchemeName};
pub use setting::{Setting, SettingError};

use std::fmt;
use zeroize::Zeroizing;

/// A password as an export has it. Wiped when dropped, never shown by `Debug`.
pub enum ImportedPassword {
    /// A hash, and how it was computed.
    Hashed {
        /// Scheme, cost and salt.
        setting: Setting,
        /// What the computation gave, in octets.
        hash: Zeroizing<Vec<u8>>,
    },
    /// The password itself.
    Plain(Zeroizing<String>),
}

impl ImportedPassword {
    /// Reads the password field of an export: `{SCHEME}value`, `{SCHEME.hex}value`, or a value without a scheme, which is then
    /// of the `default` one unless it says itself what it is.
    ///
    /// # Errors
    /// [`PasswordFieldError`] says why it can't be taken over. It never holds a part of the field.
    pub fn read(field: &[u8], default: SchemeName) -> Result<Self, PasswordFieldError> {
        scheme::read(field, default)
    }
}

impl fmt::Debug for ImportedPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hashed { setting, .. } => write!(f, "ImportedPassword({setting}, …)"),
            Self::Plain(_) => f.write_str("ImportedPassword(plain, …)"),
        }
    }
}
