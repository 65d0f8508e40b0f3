//! Reading `{SCHEME}value`, as Dovecot and those who learnt from it write it.

use super::setting::{Computation, Size};
use super::{ImportedPassword, Setting, SettingError, crypt};
use argon2::{Algorithm, Version};
use data_encoding::{BASE64, BASE64_NOPAD, HEXLOWER_PERMISSIVE};
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// The scheme of a password that names none, unless it is chosen otherwise: Dovecot's own default in a passwd-file.
pub const DEFAULT_SCHEME: SchemeName = SchemeName {
    scheme: Scheme::Crypt,
    encoding: Encoding::Usual,
};

/// A scheme that can be taken over, and how its value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemeName {
    scheme: Scheme,
    encoding: Encoding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    /// Whatever `crypt(3)` takes: the value says by its beginning what it is.
    Crypt,
    Argon2,
    Digest {
        size: Size,
        salted: bool,
    },
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Usual,
    Hex,
    Base64,
}

/// Why a password field can't be taken over. No variant holds a part of the field: `scheme` is one of a list, never what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFieldError {
    /// There is none.
    #[error("there is no password")]
    Missing,
    /// The other system lets nobody in by it: `!`, `*`, `x`.
    #[error("the password is locked")]
    Locked,
    /// A scheme that can't be taken over.
    #[error("the scheme {scheme} can't be taken over")]
    Unknown {
        /// Its name, if it is one of those known.
        scheme: &'static str,
    },
    /// The hash costs too much to compute at sign-in, or isn't one.
    #[error("{{{scheme}}}: {why}")]
    Setting {
        /// The scheme's name.
        scheme: &'static str,
        /// What is wrong with it.
        why: SettingError,
    },
    /// The value isn't a hash of its scheme.
    #[error("{{{scheme}}}: the value isn't a hash of this scheme")]
    Malformed {
        /// The scheme's name.
        scheme: &'static str,
    },
    /// A password in clear that could never be typed here: more than 1,024 octets, or not UTF-8.
    #[error("the password in clear is too long, or isn't UTF-8")]
    Plain,
}

/// Schemes that Dovecot or `crypt(3)` know and that aren't taken over, in upper case.
const NOT_TAKEN: &[&str] = &[
    "CRAM-MD5",
    "DES-CRYPT",
    "DIGEST-MD5",
    "HMAC-MD5",
    "LANMAN",
    "LDAP-MD5",
    "LM",
    "MD5",
    "MD5-CRYPT",
    "NT",
    "NTLM",
    "OTP",
    "PBKDF2",
    "PLAIN-MD4",
    "PLAIN-MD5",
    "PLAIN-TRUNC",
    "RPA",
    "SCRAM-SHA-1",
    "SCRAM-SHA-256",
    "SKEY",
    "SMD5",
];

/// What is said of a scheme that is on no list: its name might be a part of a password.
const NOT_KNOWN: &str = "that nobody knows";

impl FromStr for SchemeName {
    type Err = PasswordFieldError;

    /// Reads `BLF-CRYPT` or `SSHA512.hex`, in any case, without braces.
    fn from_str(name: &str) -> Result<Self, PasswordFieldError> {
        let upper = name.to_ascii_uppercase();
        let (name, encoding) = match upper.rsplit_once('.') {
            Some((name, "HEX")) => (name, Encoding::Hex),
            Some((name, "B64" | "BASE64")) => (name, Encoding::Base64),
            _ => (upper.as_str(), Encoding::Usual),
        };
        let digest = |size, salted| Scheme::Digest { size, salted };
        let scheme = match name {
            "CRYPT" | "BLF-CRYPT" | "SHA512-CRYPT" | "SHA256-CRYPT" => Scheme::Crypt,
            "ARGON2ID" | "ARGON2I" => Scheme::Argon2,
            "SSHA512" => digest(Size::Bits512, true),
            "SSHA256" => digest(Size::Bits256, true),
            "SSHA" => digest(Size::Bits160, true),
            "SHA512" => digest(Size::Bits512, false),
            "SHA256" => digest(Size::Bits256, false),
            "SHA" | "SHA1" => digest(Size::Bits160, false),
            "PLAIN" | "CLEAR" | "CLEARTEXT" => Scheme::Plain,
            other => {
                let known = NOT_TAKEN.iter().find(|known| **known == other);
                let scheme = known.copied().unwrap_or(NOT_KNOWN);
                return Err(PasswordFieldError::Unknown { scheme });
            }
        };
        Ok(Self { scheme, encoding })
    }
}

impl fmt::Display for SchemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.scheme {
            Scheme::Crypt => "CRYPT",
            Scheme::Argon2 => "ARGON2ID",
            Scheme::Plain => "PLAIN",
            Scheme::Digest { size, salted } => digest_name(size, salted),
        })
    }
}

const fn digest_name(size: Size, salted: bool) -> &'static str {
    match (size, salted) {
        (Size::Bits160, false) => "SHA1",
        (Size::Bits160, true) => "SSHA",
        (Size::Bits256, false) => "SHA256",
        (Size::Bits256, true) => "SSHA256",
        (Size::Bits512, false) => "SHA512",
        (Size::Bits512, true) => "SSHA512",
    }
}

pub(super) fn read(
    field: &[u8],
    default: SchemeName,
) -> Result<ImportedPassword, PasswordFieldError> {
    match field {
        b"" => return Err(PasswordFieldError::Missing),
        b"!" | b"!!" | b"*" | b"x" | b"*LK*" | b"*NP*" => return Err(PasswordFieldError::Locked),
        _ => {}
    }
    let (name, value) = named(field).map_or(Ok((default, field)), |(name, value)| {
        std::str::from_utf8(name)
            .map_err(|_| PasswordFieldError::Unknown { scheme: NOT_KNOWN })?
            .parse()
            .map(|name| (name, value))
    })?;
    if value.is_empty() {
        return Err(PasswordFieldError::Missing);
    }
    match name.scheme {
        Scheme::Plain => plain(&decoded(value, name.encoding, "PLAIN")?),
        Scheme::Digest { size, salted } => digest(value, size, salted, name.encoding),
        Scheme::Crypt | Scheme::Argon2 => {
            let text = decoded(value, name.encoding, "CRYPT")?;
            crypt_value(&text)
        }
    }
}

/// The name between the braces and what follows.
fn named(field: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = field.strip_prefix(b"{")?;
    let end = rest.iter().position(|octet| *octet == b'}')?;
    Some((rest.get(..end)?, rest.get(end + 1..)?))
}

fn decoded(
    value: &[u8],
    encoding: Encoding,
    scheme: &'static str,
) -> Result<Zeroizing<Vec<u8>>, PasswordFieldError> {
    let decoded = match encoding {
        Encoding::Usual => Ok(value.to_vec()),
        Encoding::Hex => HEXLOWER_PERMISSIVE.decode(value),
        Encoding::Base64 => BASE64.decode(value),
    };
    decoded
        .map(Zeroizing::new)
        .map_err(|_| PasswordFieldError::Malformed { scheme })
}

fn plain(value: &[u8]) -> Result<ImportedPassword, PasswordFieldError> {
    let text = std::str::from_utf8(value).map_err(|_| PasswordFieldError::Plain)?;
    let taken = counterfoil_model::password::normalize_for_verify(text);
    if taken.as_bytes().is_empty() {
        return Err(PasswordFieldError::Plain);
    }
    Ok(ImportedPassword::Plain(Zeroizing::new(text.to_owned())))
}

fn digest(
    value: &[u8],
    size: Size,
    salted: bool,
    encoding: Encoding,
) -> Result<ImportedPassword, PasswordFieldError> {
    let scheme = digest_name(size, salted);
    // Dovecot tells by its length how a value without salt is written.
    let encoding = match encoding {
        _ if !salted && value.len() == 2 * size.octets() => Encoding::Hex,
        Encoding::Usual => Encoding::Base64,
        named => named,
    };
    let octets = decoded(value, encoding, scheme)?;
    let malformed = PasswordFieldError::Malformed { scheme };
    let (hash, salt) = octets
        .split_at_checked(size.octets())
        .filter(|(_, salt)| salted || salt.is_empty())
        .ok_or(malformed)?;
    let salt = salt.to_vec();
    hashed(scheme, Computation::Digest { size, salt }, hash.to_vec())
}

fn hashed(
    scheme: &'static str,
    computation: Computation,
    hash: Vec<u8>,
) -> Result<ImportedPassword, PasswordFieldError> {
    let hash = Zeroizing::new(hash);
    let setting =
        Setting::of(computation).map_err(|why| PasswordFieldError::Setting { scheme, why })?;
    Ok(ImportedPassword::Hashed { setting, hash })
}

/// What says itself what it is: `$6$…` and the like.
fn crypt_value(value: &[u8]) -> Result<ImportedPassword, PasswordFieldError> {
    const UNREADABLE: PasswordFieldError = PasswordFieldError::Malformed { scheme: "CRYPT" };
    if value.starts_with(b"!") || value.starts_with(b"*") {
        return Err(PasswordFieldError::Locked);
    }
    let text = std::str::from_utf8(value).map_err(|_| UNREADABLE)?;
    let Some(fields) = text.strip_prefix('$') else {
        // Thirteen characters are DES, a leading underscore is its BSD relative.
        let des = text.len() == 13 || text.starts_with('_');
        return Err(if des {
            PasswordFieldError::Unknown {
                scheme: "DES-CRYPT",
            }
        } else {
            UNREADABLE
        });
    };
    let unknown = |scheme| Err(PasswordFieldError::Unknown { scheme });
    let fields: Vec<&str> = fields.split('$').collect();
    let (scheme, parsed) = match fields.as_slice() {
        ["argon2id", rest @ ..] => ("ARGON2ID", argon2(Algorithm::Argon2id, rest)),
        ["argon2i", rest @ ..] => ("ARGON2I", argon2(Algorithm::Argon2i, rest)),
        ["2a" | "2b" | "2y", cost, rest] => ("BLF-CRYPT", bcrypt(cost, rest)),
        ["5", rest @ ..] => ("SHA256-CRYPT", sha_crypt(Size::Bits256, rest)),
        ["6", rest @ ..] => ("SHA512-CRYPT", sha_crypt(Size::Bits512, rest)),
        ["1", ..] => return unknown("MD5-CRYPT"),
        ["y", ..] => return unknown("yescrypt"),
        ["gy", ..] => return unknown("gost-yescrypt"),
        ["7", ..] => return unknown("scrypt"),
        ["3", ..] => return unknown("NT"),
        ["sha1", ..] => return unknown("sha1-crypt"),
        ["md5", ..] => return unknown("SunMD5"),
        ["2x", ..] => return unknown("bcrypt with its bug of 2011, $2x$"),
        _ => return Err(UNREADABLE),
    };
    let (computation, hash) = parsed.ok_or(PasswordFieldError::Malformed { scheme })?;
    hashed(scheme, computation, hash)
}

type Parsed = Option<(Computation, Vec<u8>)>;

/// `v=19$m=65536,t=3,p=1$salt$hash`; without a version it is the first one.
fn argon2(algorithm: Algorithm, fields: &[&str]) -> Parsed {
    let (version, costs, salt, hash) = match fields {
        [version, costs, salt, hash] => {
            let version: u32 = version.strip_prefix("v=")?.parse().ok()?;
            (Version::try_from(version).ok()?, costs, salt, hash)
        }
        [costs, salt, hash] => (Version::V0x10, costs, salt, hash),
        _ => return None,
    };
    let mut costs = costs.split(',');
    let mut cost = |wanted: &str| {
        costs
            .next()?
            .strip_prefix(wanted)?
            .strip_prefix('=')?
            .parse()
            .ok()
    };
    let (memory, passes, lanes) = (cost("m")?, cost("t")?, cost("p")?);
    if costs.next().is_some() {
        return None;
    }
    let hash = BASE64_NOPAD.decode(hash.as_bytes()).ok()?;
    let computation = Computation::Argon2 {
        algorithm,
        version,
        memory,
        passes,
        lanes,
        length: hash.len(),
        salt: BASE64_NOPAD.decode(salt.as_bytes()).ok()?,
    };
    Some((computation, hash))
}

/// A cost of two digits, then 22 characters of salt and 31 of hash.
fn bcrypt(cost: &str, rest: &str) -> Parsed {
    let (salt, hash) = rest.split_at_checked(22)?;
    if cost.len() != 2 || hash.len() != 31 {
        return None;
    }
    let salt = crypt::BCRYPT.decode(salt.as_bytes()).ok()?;
    let computation = Computation::Bcrypt {
        cost: cost.parse().ok()?,
        salt: salt.try_into().ok()?,
    };
    Some((computation, crypt::BCRYPT.decode(hash.as_bytes()).ok()?))
}

/// `salt$hash`, or `rounds=N$salt$hash`; 5,000 rounds where none are named.
fn sha_crypt(size: Size, fields: &[&str]) -> Parsed {
    let (rounds, salt, hash) = match fields {
        [salt, hash] => (sha_crypt::Params::RECOMMENDED_ROUNDS, salt, hash),
        [rounds, salt, hash] => (rounds.strip_prefix("rounds=")?.parse().ok()?, salt, hash),
        _ => return None,
    };
    let hash = crypt::SHA_CRYPT.decode(hash.as_bytes()).ok()?;
    if hash.len() != size.octets() {
        return None;
    }
    let salt = salt.as_bytes().to_vec();
    Some((Computation::ShaCrypt { size, rounds, salt }, hash))
}
