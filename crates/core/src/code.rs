use std::fmt;

use rand::CryptoRng;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::{
    AccountBytes, CodeDigest, Cost, DigestError, Memory, Pepper, Salt, SetBytes, Slot, TagKey,
    block::{Block, SECRET},
    digest,
};

/// A code in clear that was just drawn and is being shown to its owner, once.
///
/// It can't be copied, compared, displayed or serialised; `Debug` prints the slot; it is wiped when dropped.
#[derive(ZeroizeOnDrop)]
pub struct Code(Block);

impl Code {
    /// Draws the code of a slot: 65 uniform bits from `rng`, then tag and parity.
    pub fn draw(slot: Slot, key: &TagKey, rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut secret = Zeroizing::new([0; SECRET]);
        rng.fill_bytes(&mut *secret);
        for symbol in secret.iter_mut() {
            // 256 is a multiple of 32, so the low five bits are uniform.
            *symbol &= 31;
        }
        Self(Block::seal(slot, &secret, key))
    }

    /// The code's number on its sheet.
    #[must_use]
    pub fn slot(&self) -> Slot {
        self.0.slot()
    }

    /// The code as it is printed: `7K3QF-9XW2M-T4HNJ-Q1ZQ5`.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        self.0.text()
    }

    /// The four groups of five symbols, without hyphens.
    #[must_use]
    pub fn groups(&self) -> [Zeroizing<String>; 4] {
        self.0.groups()
    }

    /// The digest to keep, with `salt` and `cost` beside it. Slow on purpose.
    ///
    /// # Errors
    /// [`DigestError`] when there is no memory for it or the cost is none that Argon2 takes.
    pub fn digest(
        &self,
        pepper: &Pepper,
        account: &AccountBytes,
        set: &SetBytes,
        salt: &Salt,
        cost: Cost,
    ) -> Result<CodeDigest, DigestError> {
        let mut memory = Memory::new();
        self.digest_in(&mut memory, pepper, account, set, salt, cost)
    }

    /// [`digest`](Self::digest), computed in memory that is kept for the next.
    ///
    /// # Errors
    /// As there.
    pub fn digest_in(
        &self,
        memory: &mut Memory,
        pepper: &Pepper,
        account: &AccountBytes,
        set: &SetBytes,
        salt: &Salt,
        cost: Cost,
    ) -> Result<CodeDigest, DigestError> {
        digest::digest(&self.0, memory, pepper, account, set, salt, cost)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Code")
            .field("slot", &self.slot().get())
            .finish_non_exhaustive()
    }
}
