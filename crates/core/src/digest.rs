use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use rand::CryptoRng;

use crate::{Pepper, block::Block, key::same};

/// The account a code belongs to, so that a digest moved to another account's row opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountBytes(pub [u8; 16]);

impl From<[u8; 16]> for AccountBytes {
    fn from(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

/// The set a code belongs to; same purpose as [`AccountBytes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetBytes(pub [u8; 16]);

impl From<[u8; 16]> for SetBytes {
    fn from(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

/// Sixteen random bytes, drawn for each code and kept beside its digest. Not a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt([u8; 16]);

impl Salt {
    /// Draws a new one.
    pub fn draw(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// From storage.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// For storage.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// What a slow hash costs. It is kept beside every digest, so that it can rise without a new sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cost {
    /// Memory in KiB.
    pub m_kib: u32,
    /// Passes over the memory.
    pub t: u32,
    /// Lanes.
    pub p: u32,
}

/// A cost that is too low to protect a code or too high to bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "Argon2id with m = {m_kib} KiB, t = {t}, p = {p} is refused: m is 7168 to 1048576, t 1 to 64, p 1 to 16, and m times t is at least 35840"
)]
pub struct CostError {
    m_kib: u32,
    t: u32,
    p: u32,
}

impl Cost {
    /// Argon2id's second recommendation of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
    pub const PRODUCTION: Self = Self {
        m_kib: 19_456,
        t: 2,
        p: 1,
    };

    /// A cost from the settings or from a row.
    ///
    /// # Errors
    /// [`CostError`] below the weakest that the OWASP Password Storage Cheat Sheet lists (7 MiB with five passes),
    /// or so high that a forged row could stop the server.
    pub fn new(m_kib: u32, t: u32, p: u32) -> Result<Self, CostError> {
        let cost = Self { m_kib, t, p };
        #[cfg(feature = "testing")]
        if cost == Self::for_tests() {
            return Ok(cost);
        }
        let is_bearable =
            (7_168..=1_048_576).contains(&m_kib) && (1..=64).contains(&t) && (1..=16).contains(&p);
        let is_slow_enough = u64::from(m_kib) * u64::from(t) >= 35_840;
        if is_bearable && is_slow_enough {
            Ok(cost)
        } else {
            Err(CostError { m_kib, t, p })
        }
    }

    /// 8 KiB, one pass: tests that hash a lot. Exists only with the feature `testing`.
    #[cfg(feature = "testing")]
    #[must_use]
    pub const fn for_tests() -> Self {
        Self {
            m_kib: 8,
            t: 1,
            p: 1,
        }
    }
}

/// What a server keeps of a code: Argon2id (version 0x13, 32 bytes) of the peppered secret.
///
/// Compare with [`verify`](Self::verify); there is no `==`.
#[derive(Clone)]
pub struct CodeDigest([u8; 32]);

impl CodeDigest {
    /// From storage.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// For storage.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether both come from the same code, in a time that doesn't depend on where they differ.
    #[must_use]
    pub fn verify(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

impl fmt::Debug for CodeDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeDigest(…)")
    }
}

/// Why there is no digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DigestError {
    /// The memory that the cost asks for is not there. Worth another try when fewer hashes run.
    #[error("there is not enough memory for the slow hash")]
    NoMemory,
    /// The cost was changed by hand to something that Argon2 doesn't take.
    #[error("Argon2 doesn't take this cost")]
    Cost,
}

/// Memory for slow hashes, one after the other. Who keeps it saves the system the work of giving out and taking back so many
/// pages for every hash, which can take as long as the hash.
///
/// The last hash is left in it; it tells of a code what its digest tells.
#[derive(Default)]
pub struct Memory(Vec<argon2::Block>);

impl Memory {
    /// None yet: the first hash takes what it needs.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// As many blocks as a hash needs.
    ///
    /// # Errors
    /// [`DigestError::NoMemory`].
    pub fn blocks(&mut self, count: usize) -> Result<&mut [argon2::Block], DigestError> {
        if let Some(more) = count.checked_sub(self.0.len()) {
            self.0
                .try_reserve_exact(more)
                .map_err(|_| DigestError::NoMemory)?;
            self.0.resize(count, argon2::Block::new());
        }
        self.0.get_mut(..count).ok_or(DigestError::NoMemory)
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Memory({} KiB)", self.0.len())
    }
}

pub(crate) fn digest(
    block: &Block,
    memory: &mut Memory,
    pepper: &Pepper,
    account: &AccountBytes,
    set: &SetBytes,
    salt: &Salt,
    cost: Cost,
) -> Result<CodeDigest, DigestError> {
    let mut digest = [0; 32];
    let params = Params::new(cost.m_kib, cost.t, cost.p, Some(digest.len()))
        .map_err(|_| DigestError::Cost)?;
    let inner = block.inner(pepper, &account.0, &set.0);
    let blocks = memory.blocks(params.block_count())?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(&*inner, &salt.0, &mut digest, blocks)
        .map_err(|error| match error {
            argon2::Error::OutOfMemory => DigestError::NoMemory,
            _ => DigestError::Cost,
        })?;
    Ok(CodeDigest(digest))
}
