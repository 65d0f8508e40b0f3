//! Identifiers: 128 random bits, made by us, never by a database.

use rand::CryptoRng;
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Draws a new one.
            pub fn draw(rng: &mut impl CryptoRng) -> Self {
                let mut bytes = [0; 16];
                rng.fill_bytes(&mut bytes);
                Self(bytes)
            }

            /// From its sixteen bytes, as they are stored.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// Its sixteen bytes, as they are stored.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    )+};
}

ids! {
    /// An account: one mailbox and what protects it.
    AccountId,
    /// A set of backup codes: what one sheet carries.
    SetId,
    /// A security event.
    EventId,
    /// A notice on its way to one recipient.
    NoticeId,
    /// An outside notice address of an account.
    OutsideAddressId,
    /// A TOTP authenticator of an account.
    TotpId,
    /// A passkey of an account.
    PasskeyId,
    /// A question put to a passkey that waits for its answer.
    CeremonyId,
    /// A change that waits before it takes effect.
    ChangeId,
    /// An app password: what a mail program that knows no OAuth signs in with.
    AppPasswordId,
    /// What an app that signs in here holds: its access and refresh tokens, from one sign-in.
    GrantId,
    /// A key that a program of another service calls the API with.
    ApiKeyId,
    /// What the operator has to say to everybody, or to those whom it concerns.
    AdvisoryId,
    /// A list of people that an operator invites.
    GuestListId,
    /// A place where a copy of the sheet lies.
    PaperPlaceId,
}

impl AccountId {
    /// Stands where an event or a link belongs to no account yet: the set-up link.
    pub const NOBODY: Self = Self([0; 16]);
}
