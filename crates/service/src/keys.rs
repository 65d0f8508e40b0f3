//! The key ring: what is kept outside the database, so that stealing the database alone is worth nothing.
//!
//! Every key has an id. New things use the newest of its kind; older ones stay for verifying and opening.

use crate::Fault;
use counterfoil_core::{Attempt, Pepper, TagKey};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// Peppers the digests of codes.
    CodePepper,
    /// Peppers the hashes of passwords.
    PasswordPepper,
    /// Makes the tags of codes.
    Tag,
    /// Seals TOTP secrets, words, links and form fields.
    Sealing,
    /// Binds CSRF tokens to browsers and hides typed addresses in throttles.
    Cookie,
}

/// One key as it comes from its file.
pub struct KeyMaterial {
    /// What it is for.
    pub kind: KeyKind,
    /// Its id, at most 64 characters.
    pub id: String,
    /// Its bytes.
    pub bytes: Zeroizing<[u8; 32]>,
}

/// A ring can't be made of the keys given.
#[derive(Debug, thiserror::Error)]
pub enum KeyRingError {
    /// A kind has no key.
    #[error("there is no key of the kind {0:?}")]
    None(KeyKind),
    /// An id doesn't fit.
    #[error("the key id {0:?} is empty or longer than 64 characters")]
    Id(String),
}

/// All keys; of each kind the newest stands last.
pub struct KeyRing {
    code_peppers: Vec<(String, Arc<Pepper>)>,
    password_peppers: Vec<(String, Zeroizing<[u8; 32]>)>,
    tags: Vec<TagKey>,
    sealing: Vec<(String, Zeroizing<[u8; 32]>)>,
    cookie: Vec<Zeroizing<[u8; 32]>>,
}

impl KeyRing {
    /// A ring of these keys, oldest first.
    ///
    /// # Errors
    /// [`KeyRingError`] when a kind has no key or an id doesn't fit.
    pub fn new(material: Vec<KeyMaterial>) -> Result<Self, KeyRingError> {
        let mut ring = Self {
            code_peppers: vec![],
            password_peppers: vec![],
            tags: vec![],
            sealing: vec![],
            cookie: vec![],
        };
        for KeyMaterial { kind, id, bytes } in material {
            if id.is_empty() || id.len() > 64 {
                return Err(KeyRingError::Id(id));
            }
            match kind {
                KeyKind::CodePepper => ring
                    .code_peppers
                    .push((id, Arc::new(Pepper::from_bytes(*bytes)))),
                KeyKind::PasswordPepper => ring.password_peppers.push((id, bytes)),
                KeyKind::Tag => ring.tags.push(TagKey::from_bytes(*bytes)),
                KeyKind::Sealing => ring.sealing.push((id, bytes)),
                KeyKind::Cookie => ring.cookie.push(bytes),
            }
        }
        let empty = [
            (KeyKind::CodePepper, ring.code_peppers.is_empty()),
            (KeyKind::PasswordPepper, ring.password_peppers.is_empty()),
            (KeyKind::Tag, ring.tags.is_empty()),
            (KeyKind::Sealing, ring.sealing.is_empty()),
            (KeyKind::Cookie, ring.cookie.is_empty()),
        ];
        match empty.into_iter().find(|(_, empty)| *empty) {
            Some((kind, _)) => Err(KeyRingError::None(kind)),
            None => Ok(ring),
        }
    }

    pub(crate) fn newest_code_pepper(&self) -> Result<(&str, &Arc<Pepper>), Fault> {
        self.code_peppers
            .last()
            .map(|(id, key)| (id.as_str(), key))
            .ok_or(Fault::Broken("no pepper for codes"))
    }

    pub(crate) fn code_pepper(&self, id: &str) -> Result<&Arc<Pepper>, Fault> {
        self.code_peppers
            .iter()
            .find(|(own, _)| own == id)
            .map(|(_, key)| key)
            .ok_or_else(|| Fault::KeyMissing(id.to_owned()))
    }

    pub(crate) fn newest_password_pepper(&self) -> Result<(&str, &[u8; 32]), Fault> {
        self.password_peppers
            .last()
            .map(|(id, key)| (id.as_str(), &**key))
            .ok_or(Fault::Broken("no pepper for passwords"))
    }

    pub(crate) fn password_pepper(&self, id: &str) -> Result<&[u8; 32], Fault> {
        self.password_peppers
            .iter()
            .find(|(own, _)| own == id)
            .map(|(_, key)| &**key)
            .ok_or_else(|| Fault::KeyMissing(id.to_owned()))
    }

    /// Every pepper of passwords, the newest first.
    pub(crate) fn password_peppers(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.password_peppers.iter().rev().map(|(_, key)| &**key)
    }

    pub(crate) fn newest_tag_key(&self) -> Result<&TagKey, Fault> {
        self.tags.last().ok_or(Fault::Broken("no tag key"))
    }

    /// Whether a code carries a tag of ours. A load filter, not a security boundary.
    pub(crate) fn tag_is_ours(&self, attempt: &Attempt) -> bool {
        self.tags.iter().any(|key| attempt.tag_matches(key))
    }

    pub(crate) fn newest_sealing_key(&self) -> Result<(&str, &[u8; 32]), Fault> {
        self.sealing
            .last()
            .map(|(id, key)| (id.as_str(), &**key))
            .ok_or(Fault::Broken("no sealing key"))
    }

    /// Every sealing key, the newest first.
    pub(crate) fn sealing_keys(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.sealing.iter().rev().map(|(_, key)| &**key)
    }

    pub(crate) fn sealing_key(&self, id: &str) -> Result<&[u8; 32], Fault> {
        self.sealing
            .iter()
            .find(|(own, _)| own == id)
            .map(|(_, key)| &**key)
            .ok_or_else(|| Fault::KeyMissing(id.to_owned()))
    }

    /// The key that binds CSRF tokens to browsers.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the ring has none, which [`KeyRing::new`] rules out.
    pub fn cookie_key(&self) -> Result<&[u8; 32], Fault> {
        self.cookie
            .last()
            .map(|key| &**key)
            .ok_or(Fault::Broken("no cookie key"))
    }

    /// The ids of the peppers under codes, newest last: what `keys status` lists.
    #[must_use]
    pub fn code_pepper_ids(&self) -> Vec<&str> {
        self.code_peppers
            .iter()
            .map(|(id, _)| id.as_str())
            .collect()
    }
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "KeyRing({} code peppers, {} sealing keys)",
            self.code_peppers.len(),
            self.sealing.len()
        )
    }
}
