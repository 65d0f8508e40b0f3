//! A session's cookie: the account and 256 random bits; only the hash of those is kept.

use counterfoil_model::AccountId;
use data_encoding::BASE64URL_NOPAD;
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// What the browser holds.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SessionToken {
    #[zeroize(skip)]
    account: AccountId,
    secret: [u8; 32],
}

impl SessionToken {
    /// Draws a new one.
    pub(crate) fn draw(account: AccountId, rng: &mut impl CryptoRng) -> Self {
        let mut secret = [0; 32];
        rng.fill_bytes(&mut secret);
        Self { account, secret }
    }

    /// Reads a cookie's value; `None` for anything that isn't one of ours. Never panics.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        let (account, secret) = bytes.split_first_chunk::<16>()?;
        Some(Self {
            account: AccountId::from_bytes(*account),
            secret: secret.try_into().ok()?,
        })
    }

    /// The cookie's value: base64url (RFC 4648, section 5) of the account's 16 bytes and the secret's 32.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(self.account.as_bytes().to_vec());
        bytes.extend_from_slice(&self.secret);
        Zeroizing::new(BASE64URL_NOPAD.encode(&bytes))
    }

    /// The account it names.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// SHA-256 of the secret, all that is kept: 256 random bits need no slow hash (N6).
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.secret).into()
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}
