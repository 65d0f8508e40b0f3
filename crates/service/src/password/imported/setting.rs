//! How another system computes its hash from what somebody types: scheme, cost, salt.

use super::crypt;
use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::HEXLOWER;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// The most of what is typed that is computed with, in octets: as `crypt(3)` takes it. Longer passwords match nothing.
pub(super) const TYPED_MAX: usize = 512;

/// The most memory of Argon2, in KiB: 256 MiB.
pub(super) const ARGON2_MEMORY_MAX: u32 = 256 * 1024;
/// The most memory times passes of Argon2, in KiB: about a second.
pub(super) const ARGON2_WORK_MAX: u64 = 1024 * 1024;
/// The most lanes of Argon2.
pub(super) const ARGON2_LANES_MAX: u32 = 16;
/// The highest cost of bcrypt: about a second.
pub(super) const BCRYPT_COST_MAX: u32 = 14;
/// The most rounds of SHA-crypt: above the highest default that is known, 656,000.
pub(super) const ROUNDS_MAX: u32 = 700_000;
const SALT_MAX: usize = 64;
const HASH_MAX: usize = 64;

/// How another system computes its hash. Only what sign-in can afford: a hostile export can't make it take minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting(Computation);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Computation {
    Argon2 {
        algorithm: Algorithm,
        version: Version,
        memory: u32,
        passes: u32,
        lanes: u32,
        length: usize,
        salt: Vec<u8>,
    },
    Bcrypt {
        cost: u32,
        salt: [u8; 16],
    },
    ShaCrypt {
        size: Size,
        rounds: u32,
        salt: Vec<u8>,
    },
    /// The digest of password and salt.
    Digest {
        size: Size,
        salt: Vec<u8>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// SHA-1; not in SHA-crypt.
    Bits160,
    Bits256,
    Bits512,
}

/// Why a hash can't be computed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// Computing it takes so long that it would keep everybody else from signing in.
    #[error("it costs more than {most}")]
    TooDear {
        /// The most that is taken.
        most: &'static str,
    },
    /// The scheme doesn't allow this, or this isn't a setting at all.
    #[error("it isn't a setting of its scheme")]
    Malformed,
}

impl Setting {
    pub(super) fn of(computation: Computation) -> Result<Self, SettingError> {
        computation.check()?;
        Ok(Self(computation))
    }

    /// The hash that the other system computed for this password, to be compared in constant time. `None` for what no password
    /// is: nothing at all, or more than [`TYPED_MAX`].
    #[must_use]
    pub fn compute(&self, typed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        if typed.is_empty() || typed.len() > TYPED_MAX {
            return None;
        }
        let hash = match &self.0 {
            Computation::Argon2 {
                algorithm,
                version,
                memory,
                passes,
                lanes,
                length,
                salt,
            } => {
                let params = Params::new(*memory, *passes, *lanes, Some(*length)).ok()?;
                let mut hash = vec![0; *length];
                Argon2::new(*algorithm, *version, params)
                    .hash_password_into(typed, salt, &mut hash)
                    .ok()?;
                hash
            }
            Computation::Bcrypt { cost, salt } => bcrypt_hash(*cost, *salt, typed),
            Computation::ShaCrypt { size, rounds, salt } => {
                let params = sha_crypt::Params::new(*rounds).ok()?;
                match size {
                    Size::Bits512 => {
                        crypt::in_order_512(&sha_crypt::sha512_crypt(typed, salt, params))
                    }
                    Size::Bits256 | Size::Bits160 => {
                        crypt::in_order_256(&sha_crypt::sha256_crypt(typed, salt, params))
                    }
                }
            }
            Computation::Digest { size, salt } => match size {
                Size::Bits160 => digest::<Sha1>(typed, salt),
                Size::Bits256 => digest::<Sha256>(typed, salt),
                Size::Bits512 => digest::<Sha512>(typed, salt),
            },
        };
        Some(Zeroizing::new(hash))
    }

    /// What the scheme is called, as Dovecot does.
    #[must_use]
    pub const fn scheme(&self) -> &'static str {
        match &self.0 {
            Computation::Argon2 {
                algorithm: Algorithm::Argon2i,
                ..
            } => "ARGON2I",
            Computation::Argon2 { .. } => "ARGON2ID",
            Computation::Bcrypt { .. } => "BLF-CRYPT",
            Computation::ShaCrypt {
                size: Size::Bits512,
                ..
            } => "SHA512-CRYPT",
            Computation::ShaCrypt { .. } => "SHA256-CRYPT",
            Computation::Digest { size, salt } => match (size, salt.is_empty()) {
                (Size::Bits160, true) => "SHA1",
                (Size::Bits160, false) => "SSHA",
                (Size::Bits256, true) => "SHA256",
                (Size::Bits256, false) => "SSHA256",
                (Size::Bits512, true) => "SHA512",
                (Size::Bits512, false) => "SSHA512",
            },
        }
    }
}

impl Computation {
    fn check(&self) -> Result<(), SettingError> {
        let allowed = match self {
            Self::Argon2 {
                memory,
                passes,
                lanes,
                length,
                salt,
                ..
            } => {
                if *memory > ARGON2_MEMORY_MAX
                    || u64::from(*memory) * u64::from(*passes) > ARGON2_WORK_MAX
                    || *lanes > ARGON2_LANES_MAX
                {
                    let most = "256 MiB of memory, 1 GiB through all passes, and 16 lanes";
                    return Err(SettingError::TooDear { most });
                }
                (8..=SALT_MAX).contains(&salt.len())
                    && (16..=HASH_MAX).contains(length)
                    && Params::new(*memory, *passes, *lanes, Some(*length)).is_ok()
            }
            Self::Bcrypt { cost, .. } => {
                if *cost > BCRYPT_COST_MAX {
                    return Err(SettingError::TooDear { most: "cost 14" });
                }
                *cost >= 4
            }
            Self::ShaCrypt { size, rounds, salt } => {
                if *rounds > ROUNDS_MAX {
                    let most = "700,000 rounds";
                    return Err(SettingError::TooDear { most });
                }
                // crypt(5): the salt has at most 16 characters.
                *size != Size::Bits160
                    && sha_crypt::Params::new(*rounds).is_ok()
                    && salt.len() <= 16
            }
            Self::Digest { salt, .. } => salt.len() <= SALT_MAX,
        };
        if allowed {
            Ok(())
        } else {
            Err(SettingError::Malformed)
        }
    }
}

fn digest<D: Digest>(typed: &[u8], salt: &[u8]) -> Vec<u8> {
    D::new()
        .chain_update(typed)
        .chain_update(salt)
        .finalize()
        .to_vec()
}

/// The first 23 of the 24 octets, which is what bcrypt writes down.
fn bcrypt_hash(cost: u32, salt: [u8; 16], typed: &[u8]) -> Vec<u8> {
    // The password ends with a zero, and what is beyond 72 octets doesn't count: so does everybody's bcrypt.
    let mut key = Zeroizing::new(typed.to_vec());
    key.push(0);
    key.truncate(72);
    let mut hash = bcrypt::bcrypt(cost, salt, &key).to_vec();
    hash.truncate(23);
    hash
}

/// As it is stored: the computation's name, then `name=value` for each of its parameters, octets in hexadecimal.
impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Computation::Argon2 {
                algorithm,
                version,
                memory,
                passes,
                lanes,
                length,
                salt,
            } => write!(
                f,
                "{algorithm} v={} m={memory} t={passes} p={lanes} length={length} salt={}",
                u32::from(*version),
                HEXLOWER.encode(salt)
            ),
            Computation::Bcrypt { cost, salt } => {
                write!(f, "bcrypt cost={cost} salt={}", HEXLOWER.encode(salt))
            }
            Computation::ShaCrypt { size, rounds, salt } => write!(
                f,
                "sha{}-crypt rounds={rounds} salt={}",
                size.bits(),
                HEXLOWER.encode(salt)
            ),
            Computation::Digest { size, salt } => {
                write!(f, "sha{} salt={}", size.bits(), HEXLOWER.encode(salt))
            }
        }
    }
}

impl Size {
    const fn bits(self) -> u32 {
        match self {
            Self::Bits160 => 160,
            Self::Bits256 => 256,
            Self::Bits512 => 512,
        }
    }

    fn of_bits(text: &str) -> Option<Self> {
        match text {
            "160" => Some(Self::Bits160),
            "256" => Some(Self::Bits256),
            "512" => Some(Self::Bits512),
            _ => None,
        }
    }

    pub(super) const fn octets(self) -> usize {
        match self {
            Self::Bits160 => 20,
            Self::Bits256 => 32,
            Self::Bits512 => 64,
        }
    }
}

impl FromStr for Setting {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, SettingError> {
        let computation = parse(text).ok_or(SettingError::Malformed)?;
        Self::of(computation)
    }
}

fn parse(text: &str) -> Option<Computation> {
    let mut words = text.split(' ');
    let name = words.next()?;
    let mut value = |wanted: &str| words.next()?.strip_prefix(wanted)?.strip_prefix('=');
    let octets = |text: &str| HEXLOWER.decode(text.as_bytes()).ok();
    let computation = if name.starts_with("argon2") {
        Computation::Argon2 {
            algorithm: Algorithm::new(name).ok()?,
            version: Version::try_from(value("v")?.parse::<u32>().ok()?).ok()?,
            memory: value("m")?.parse().ok()?,
            passes: value("t")?.parse().ok()?,
            lanes: value("p")?.parse().ok()?,
            length: value("length")?.parse().ok()?,
            salt: octets(value("salt")?)?,
        }
    } else if name == "bcrypt" {
        Computation::Bcrypt {
            cost: value("cost")?.parse().ok()?,
            salt: octets(value("salt")?)?.try_into().ok()?,
        }
    } else {
        let size = name.strip_prefix("sha")?;
        match size.strip_suffix("-crypt") {
            Some(size) => Computation::ShaCrypt {
                size: Size::of_bits(size)?,
                rounds: value("rounds")?.parse().ok()?,
                salt: octets(value("salt")?)?,
            },
            None => Computation::Digest {
                size: Size::of_bits(size)?,
                salt: octets(value("salt")?)?,
            },
        }
    };
    words.next().is_none().then_some(computation)
}
