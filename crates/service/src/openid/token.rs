//! What an app holds: the account's 16 bytes and 256 random bits, in lower-case base32; only the hash of those is kept.

use crate::link::BASE32;
use counterfoil_model::AccountId;
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// An authorization code, an access token or a refresh token.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct AppToken {
    #[zeroize(skip)]
    account: AccountId,
    secret: [u8; 32],
}

impl AppToken {
    pub(crate) fn draw(account: AccountId, rng: &mut impl CryptoRng) -> Self {
        let mut secret = [0; 32];
        rng.fill_bytes(&mut secret);
        Self { account, secret }
    }

    /// Reads one; `None` for anything that isn't one of ours. Never panics.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE32.decode(text.as_bytes()).ok()?);
        let (account, secret) = bytes.split_first_chunk::<16>()?;
        Some(Self {
            account: AccountId::from_bytes(*account),
            secret: secret.try_into().ok()?,
        })
    }

    /// As the app holds it: 77 characters.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(self.account.as_bytes().to_vec());
        bytes.extend_from_slice(&self.secret);
        Zeroizing::new(BASE32.encode(&bytes))
    }

    /// The account it names.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// SHA-256 of the secret, all that is kept: 256 random bits need no slow hash (N6).
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.secret).into()
    }
}

impl fmt::Debug for AppToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppToken(…)")
    }
}
