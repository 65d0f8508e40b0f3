use std::fmt;

use ctutils::CtEq;
use data_encoding::{DecodePartial, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Bytes in a key.
const LENGTH: usize = 32;

/// Why some text is not a key. Never says what the text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not 64 characters long, white space around them apart.
    #[error("a key is 64 hexadecimal characters, and this has {found}")]
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character that is not 0 to 9 or a to f.
    #[error("a key is made of 0 to 9 and a to f, and character {place} is something else")]
    NotHexadecimal {
        /// Its place, counted from 1.
        place: usize,
    },
}

/// 32 secret bytes; each use has its own type around them.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Key([u8; LENGTH]);

impl Key {
    fn from_hex(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        if text.chars().count() != 2 * LENGTH {
            return Err(KeyError::Length {
                found: text.chars().count(),
            });
        }
        if let Some(at) = text
            .chars()
            .position(|character| !character.is_ascii_hexdigit())
        {
            return Err(KeyError::NotHexadecimal { place: at + 1 });
        }
        let mut key = Self([0; LENGTH]);
        HEXLOWER_PERMISSIVE
            .decode_mut(text.as_bytes(), &mut key.0)
            .map_err(|DecodePartial { error, .. }| KeyError::NotHexadecimal {
                place: error.position + 1,
            })?;
        Ok(key)
    }

    /// HMAC-SHA-256(key, label ‖ 0x00 ‖ parts).
    pub(crate) fn mac(&self, label: &str, parts: &[&[u8]]) -> Zeroizing<[u8; 32]> {
        // A key shorter than SHA-256's block of 64 bytes is filled up with zeros (RFC 2104, section 2).
        let mut block = Zeroizing::new([0; 64]);
        for (filled, byte) in block.iter_mut().zip(self.0) {
            *filled = byte;
        }
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        mac.update(label.as_bytes());
        mac.update(&[0]);
        for part in parts {
            mac.update(part);
        }
        Zeroizing::new(mac.finalize().into_bytes().into())
    }
}

/// Whether two secrets are the same, in a time that doesn't depend on where they differ.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).to_bool()
}

/// The key behind the two tag symbols of a code.
///
/// Who holds it can tell "one of ours" from a random guess without a database. It is a load filter, not a
/// security boundary: losing it lets nobody in, but lets everybody cause slow hashes.
pub struct TagKey(pub(crate) Key);

impl TagKey {
    /// Takes 32 bytes from a generator or a key store.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Key(bytes))
    }

    /// Reads 64 hexadecimal characters in either case; white space around them, such as the end of a file's
    /// line, is ignored.
    ///
    /// # Errors
    /// [`KeyError`], which says what is wrong and never repeats the text.
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        Key::from_hex(text).map(Self)
    }
}

impl ZeroizeOnDrop for TagKey {}

impl fmt::Debug for TagKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TagKey(secret)")
    }
}

/// The secret that every digest is keyed with. It is kept outside the database, so that a stolen database
/// alone can't be searched for codes.
pub struct Pepper(pub(crate) Key);

impl Pepper {
    /// Takes 32 bytes from a generator or a key store.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Key(bytes))
    }

    /// Reads 64 hexadecimal characters in either case; white space around them, such as the end of a file's
    /// line, is ignored.
    ///
    /// # Errors
    /// [`KeyError`], which says what is wrong and never repeats the text.
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        Key::from_hex(text).map(Self)
    }
}

impl ZeroizeOnDrop for Pepper {}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, KeyError, Pepper, TagKey, same};

    #[test]
    fn mac_is_hmac_sha_256() {
        // Computed by Python's standard library:
        // hmac.new(b"\xaa" * 32, b"counterfoil/tag/v1\x00" + b"\x01\x02", "sha256")
        let mac = Key([0xaa; 32]).mac("counterfoil/tag/v1", &[&[1], &[2]]);
        let expected = "0c4d255c784c46f236dfae08df1b697130a9b41651dfd522d88f1628e436df06";
        assert_eq!(data_encoding::HEXLOWER.encode(&*mac), expected);
    }

    #[test]
    fn keys_read_hexadecimal_in_either_case_with_a_line_end() {
        let lower = format!(" {}\n", "0aff".repeat(16));
        let upper = lower.to_uppercase();
        let bytes = [0x0a, 0xff].repeat(16);
        for text in [lower, upper] {
            assert_eq!(TagKey::from_hex(&text).unwrap().0.0.as_slice(), bytes);
            assert_eq!(Pepper::from_hex(&text).unwrap().0.0.as_slice(), bytes);
        }
    }

    #[test]
    fn a_bad_key_is_refused_without_repeating_it() {
        let long = "5".repeat(65);
        assert_eq!(
            TagKey::from_hex("").unwrap_err(),
            KeyError::Length { found: 0 }
        );
        assert_eq!(
            TagKey::from_hex(&long).unwrap_err(),
            KeyError::Length { found: 65 }
        );
        let bad = format!("{}g{}", "5".repeat(10), "5".repeat(53));
        assert_eq!(
            Pepper::from_hex(&bad).unwrap_err(),
            KeyError::NotHexadecimal { place: 11 }
        );
        let wide = "é".repeat(64);
        assert_eq!(
            Pepper::from_hex(&wide).unwrap_err(),
            KeyError::NotHexadecimal { place: 1 }
        );
        assert!(
            !TagKey::from_hex(&bad)
                .unwrap_err()
                .to_string()
                .contains("555")
        );
    }

    #[test]
    fn debug_hides_the_key() {
        assert_eq!(
            format!("{:?}", TagKey::from_bytes([7; 32])),
            "TagKey(secret)"
        );
        assert_eq!(
            format!("{:?}", Pepper::from_bytes([7; 32])),
            "Pepper(secret)"
        );
    }

    #[test]
    fn same_tells_a_single_bit() {
        assert!(same(&[1, 2], &[1, 2]));
        assert!(!same(&[1, 2], &[1, 3]));
        assert!(!same(&[1, 2], &[1, 2, 0]));
    }
}
