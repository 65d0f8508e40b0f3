//! API keys: what a program of another service calls us with, and what it may do.
//!
//! A key is read by people and by secret scanners: `cfk_` and 64 lower-case letters and digits (base32, RFC 4648) of the key's
//! id, 160 random bits and a CRC-32 of both. So many bits need no slow hash (N6).

use crate::ApiKeyId;
use data_encoding::BASE32_NOPAD;
use rand::CryptoRng;
use std::fmt;
use zeroize::Zeroizing;

/// What every key begins with.
pub const PREFIX: &str = "cfk_";

/// Random bytes in a key.
const SECRET: usize = 20;

/// Id, secret and checksum.
const LENGTH: usize = 16 + SECRET + 4;

/// The most characters of a key's label.
pub const LABEL_MAX: usize = 60;

/// An API key in clear: being shown or being presented. Wiped on drop; `Debug` shows its id alone.
pub struct ApiKey {
    id: ApiKeyId,
    secret: Zeroizing<[u8; SECRET]>,
}

impl ApiKey {
    /// Draws one.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let id = ApiKeyId::draw(rng);
        let mut secret = Zeroizing::new([0; SECRET]);
        rng.fill_bytes(&mut *secret);
        Self { id, secret }
    }

    /// Reads one; `None` for anything that isn't one of ours, a mistyped one included. Never panics.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix(PREFIX)?;
        let lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if !body.bytes().all(lower) {
            return None;
        }
        let upper = Zeroizing::new(body.to_ascii_uppercase());
        let bytes = Zeroizing::new(BASE32_NOPAD.decode(upper.as_bytes()).ok()?);
        let (id, rest) = bytes.split_first_chunk::<16>()?;
        let (secret, sum) = rest.split_first_chunk::<SECRET>()?;
        let whole = sum == crc_32(id.iter().chain(secret)).to_be_bytes();
        whole.then(|| Self {
            id: ApiKeyId::from_bytes(*id),
            secret: Zeroizing::new(*secret),
        })
    }

    /// As it is shown, once: 68 characters.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(LENGTH));
        bytes.extend_from_slice(self.id.as_bytes());
        bytes.extend_from_slice(&*self.secret);
        let sum = crc_32(bytes.iter());
        bytes.extend_from_slice(&sum.to_be_bytes());
        let mut text = Zeroizing::new(String::with_capacity(PREFIX.len() + LENGTH * 8 / 5));
        text.push_str(PREFIX);
        text.push_str(&Zeroizing::new(BASE32_NOPAD.encode(&bytes)).to_ascii_lowercase());
        text
    }

    /// Its id, which is no secret.
    #[must_use]
    pub const fn id(&self) -> ApiKeyId {
        self.id
    }

    /// As it is hashed: the random bytes alone.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &*self.secret
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApiKey({}, …)", self.id)
    }
}

/// CRC-32 (ISO-HDLC): what secret scanners compute. It finds typing mistakes and protects nothing.
fn crc_32<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    !bytes.fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    })
}

macro_rules! scopes {
    ($($(#[$doc:meta])* $name:ident => $text:literal),+ $(,)?) => {
        /// One thing that a key may do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ApiScope {
            $($(#[$doc])* $name,)+
        }

        impl ApiScope {
            /// Every one, in the order people look for them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// How it is stored, typed and documented.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

scopes! {
    /// Reads the app's accounts and where their sets stand.
    AccountsRead => "accounts:read",
    /// Makes, suspends, resumes and erases accounts.
    AccountsWrite => "accounts:write",
    /// Issues, activates and retires sets. Whoever holds this sees codes.
    SetsWrite => "sets:write",
    /// Spends codes.
    CodesRedeem => "codes:redeem",
    /// Checks codes without spending them, and drills.
    CodesCheck => "codes:check",
    /// Reads what happened to the app's accounts.
    EventsRead => "events:read",
}

impl ApiScope {
    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|scope| scope.as_str() == text)
    }
}

impl fmt::Display for ApiScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a key may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ApiScopes(u16);

impl ApiScopes {
    /// These.
    #[must_use]
    pub fn of(scopes: &[ApiScope]) -> Self {
        Self(scopes.iter().fold(0, |bits, scope| bits | bit(*scope)))
    }

    /// Reads what its `Display` wrote: names with blanks between. A name that isn't known grants nothing.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let known = text.split(' ').filter_map(ApiScope::parse);
        Self(known.fold(0, |bits, scope| bits | bit(scope)))
    }

    /// Whether it is among them.
    #[must_use]
    pub const fn contains(self, scope: ApiScope) -> bool {
        self.0 & bit(scope) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = ApiScope> {
        ApiScope::ALL
            .iter()
            .copied()
            .filter(move |scope| self.contains(*scope))
    }
}

const fn bit(scope: ApiScope) -> u16 {
    1 << scope as u16
}

impl fmt::Display for ApiScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.iter().map(ApiScope::as_str).collect();
        f.write_str(&names.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn key() -> ApiKey {
        ApiKey::draw(&mut StdRng::seed_from_u64(7))
    }

    #[test]
    fn a_key_is_known_by_its_prefix_and_comes_back_from_its_text() {
        let (key, text) = (key(), key().text());
        assert!(text.starts_with("cfk_"));
        assert_eq!(text.len(), 68);
        let read = ApiKey::parse(&text).unwrap();
        assert_eq!((read.id(), read.as_bytes()), (key.id(), key.as_bytes()));
        assert!(!format!("{key:?}").contains(text.get(40..60).unwrap()));
    }

    #[test]
    fn the_checksum_is_the_one_that_scanners_compute() {
        assert_eq!(crc_32(b"123456789".iter()), 0xCBF4_3926);
    }

    #[test]
    fn a_key_in_other_letters_is_none() {
        let text = key().text();
        for other in [
            text.to_uppercase(),
            text.replace("cfk_", "cfk-"),
            format!("{}a", *text),
            text.get(..67).unwrap().to_owned(),
            String::new(),
            "cfk_".to_owned(),
        ] {
            assert!(ApiKey::parse(&other).is_none(), "{other}");
        }
    }

    #[test]
    fn scopes_are_read_back_and_unknown_ones_grant_nothing() {
        for scope in ApiScope::ALL {
            assert_eq!(ApiScope::parse(scope.as_str()), Some(*scope));
            let one = ApiScopes::of(&[*scope]);
            assert_eq!(ApiScopes::read(&one.to_string()), one);
            assert_eq!(one.iter().collect::<Vec<_>>(), [*scope]);
        }
        let all = ApiScopes::of(ApiScope::ALL);
        assert_eq!(ApiScopes::read(&all.to_string()), all);
        assert!(ApiScopes::read("everything accounts:readX").is_empty());
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_noticed(place in 4_usize..68, other in "[a-z2-7]") {
            let text = key().text();
            let mut wrong = text.to_string();
            wrong.replace_range(place..=place, &other);
            prop_assert_eq!(ApiKey::parse(&wrong).is_some(), wrong == *text);
        }
    }
}
