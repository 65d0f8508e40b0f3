//! The ring: every key with its id. New things are made with the one of its kind that is in use; others verify and open.

use crate::Fault;
use counterfoil_core::{Attempt, Pepper, TagKey};
use counterfoil_model::KeyKind;
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use zeroize::Zeroizing;

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

/// All keys. They can be exchanged while requests are answered: whoever took one out goes on with it.
pub struct KeyRing(RwLock<Arc<Keys>>);

/// The keys of one moment.
struct Keys {
    code_peppers: Kept<Pepper>,
    password_peppers: Kept<Bytes>,
    tags: Kept<TagKey>,
    sealing: Kept<Bytes>,
    cookie: Kept<Bytes>,
    audit: Kept<SigningKey>,
}

type Bytes = Zeroizing<[u8; 32]>;

/// The keys of a kind, oldest first.
struct Kept<T> {
    keys: Vec<(String, Arc<T>)>,
    in_use: usize,
}

impl<T> Kept<T> {
    const fn new() -> Self {
        Self {
            keys: Vec::new(),
            in_use: 0,
        }
    }

    fn push(&mut self, id: String, key: T) {
        self.in_use = self.keys.len();
        self.keys.push((id, Arc::new(key)));
    }

    /// Makes new things with this one, if it is there.
    fn take_into_use(&mut self, id: Option<&String>) {
        if let Some(at) = id.and_then(|id| self.keys.iter().position(|(own, _)| own == id)) {
            self.in_use = at;
        }
    }

    fn in_use(&self, kind: &'static str) -> Result<(String, Arc<T>), Fault> {
        let found = self.keys.get(self.in_use);
        found
            .map(|(id, key)| (id.clone(), Arc::clone(key)))
            .ok_or(Fault::Broken(kind))
    }

    fn find(&self, id: &str) -> Result<Arc<T>, Fault> {
        let mut keys = self.keys.iter();
        keys.find(|(own, _)| own == id)
            .map(|(_, key)| Arc::clone(key))
            .ok_or_else(|| Fault::KeyMissing(id.to_owned()))
    }

    /// The one in use, then all others, the newest first.
    fn all(&self) -> Vec<Arc<T>> {
        let first = self.keys.get(self.in_use);
        let others = self.keys.iter().enumerate().rev();
        let others = others.filter(|(at, _)| *at != self.in_use);
        first
            .into_iter()
            .chain(others.map(|(_, key)| key))
            .map(|(_, key)| Arc::clone(key))
            .collect()
    }

    fn ids(&self) -> Vec<String> {
        self.keys.iter().map(|(id, _)| id.clone()).collect()
    }
}

impl Keys {
    fn new(
        material: Vec<KeyMaterial>,
        used: &BTreeMap<KeyKind, String>,
    ) -> Result<Self, KeyRingError> {
        let mut keys = Self {
            code_peppers: Kept::new(),
            password_peppers: Kept::new(),
            tags: Kept::new(),
            sealing: Kept::new(),
            cookie: Kept::new(),
            audit: Kept::new(),
        };
        for KeyMaterial { kind, id, bytes } in material {
            if id.is_empty() || id.len() > 64 {
                return Err(KeyRingError::Id(id));
            }
            match kind {
                KeyKind::CodePepper => keys.code_peppers.push(id, Pepper::from_bytes(*bytes)),
                KeyKind::PasswordPepper => keys.password_peppers.push(id, bytes),
                KeyKind::Tag => keys.tags.push(id, TagKey::from_bytes(*bytes)),
                KeyKind::Sealing => keys.sealing.push(id, bytes),
                KeyKind::Cookie => keys.cookie.push(id, bytes),
                KeyKind::Audit => keys.audit.push(id, SigningKey::from_bytes(&bytes)),
            }
        }
        keys.code_peppers
            .take_into_use(used.get(&KeyKind::CodePepper));
        keys.password_peppers
            .take_into_use(used.get(&KeyKind::PasswordPepper));
        keys.tags.take_into_use(used.get(&KeyKind::Tag));
        keys.sealing.take_into_use(used.get(&KeyKind::Sealing));
        keys.cookie.take_into_use(used.get(&KeyKind::Cookie));
        keys.audit.take_into_use(used.get(&KeyKind::Audit));
        let mut kinds = KeyKind::ALL.into_iter();
        match kinds.find(|kind| keys.ids(*kind).is_empty()) {
            Some(kind) => Err(KeyRingError::None(kind)),
            None => Ok(keys),
        }
    }

    fn ids(&self, kind: KeyKind) -> Vec<String> {
        match kind {
            KeyKind::CodePepper => self.code_peppers.ids(),
            KeyKind::PasswordPepper => self.password_peppers.ids(),
            KeyKind::Tag => self.tags.ids(),
            KeyKind::Sealing => self.sealing.ids(),
            KeyKind::Cookie => self.cookie.ids(),
            KeyKind::Audit => self.audit.ids(),
        }
    }

    const fn places_in_use(&self) -> [usize; 6] {
        [
            self.code_peppers.in_use,
            self.password_peppers.in_use,
            self.tags.in_use,
            self.sealing.in_use,
            self.cookie.in_use,
            self.audit.in_use,
        ]
    }

    fn is_like(&self, other: &Self) -> bool {
        let same_ids = |kind| self.ids(kind) == other.ids(kind);
        KeyKind::ALL.into_iter().all(same_ids) && self.places_in_use() == other.places_in_use()
    }
}

impl KeyRing {
    /// A ring of these keys, oldest first; the newest of each kind is in use.
    ///
    /// # Errors
    /// [`KeyRingError`] when a kind has no key or an id doesn't fit.
    pub fn new(material: Vec<KeyMaterial>) -> Result<Self, KeyRingError> {
        let keys = Keys::new(material, &BTreeMap::new())?;
        Ok(Self(RwLock::new(Arc::new(keys))))
    }

    /// Exchanges all keys; of each kind the one that `used` names is in use. False if nothing is other than it was.
    pub(super) fn exchange(
        &self,
        material: Vec<KeyMaterial>,
        used: &BTreeMap<KeyKind, String>,
    ) -> Result<bool, KeyRingError> {
        let keys = Arc::new(Keys::new(material, used)?);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let other = !kept.is_like(&keys);
        *kept = keys;
        Ok(other)
    }

    fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The ids of a kind, oldest first.
    #[must_use]
    pub fn ids(&self, kind: KeyKind) -> Vec<String> {
        self.keys().ids(kind)
    }

    pub(crate) fn newest_code_pepper(&self) -> Result<(String, Arc<Pepper>), Fault> {
        self.keys().code_peppers.in_use("no pepper for codes")
    }

    pub(crate) fn code_pepper(&self, id: &str) -> Result<Arc<Pepper>, Fault> {
        self.keys().code_peppers.find(id)
    }

    pub(crate) fn newest_password_pepper(&self) -> Result<(String, Arc<Bytes>), Fault> {
        self.keys()
            .password_peppers
            .in_use("no pepper for passwords")
    }

    pub(crate) fn password_pepper(&self, id: &str) -> Result<Arc<Bytes>, Fault> {
        self.keys().password_peppers.find(id)
    }

    /// Every pepper of passwords, the one in use first.
    pub(crate) fn password_peppers(&self) -> Vec<Arc<Bytes>> {
        self.keys().password_peppers.all()
    }

    pub(crate) fn newest_tag_key(&self) -> Result<(String, Arc<TagKey>), Fault> {
        self.keys().tags.in_use("no tag key")
    }

    /// Whether a code carries a tag of ours. A load filter, not a security boundary.
    pub(crate) fn tag_is_ours(&self, attempt: &Attempt) -> bool {
        let keys = self.keys();
        keys.tags
            .keys
            .iter()
            .any(|(_, key)| attempt.tag_matches(key))
    }

    pub(crate) fn newest_sealing_key(&self) -> Result<(String, Arc<Bytes>), Fault> {
        self.keys().sealing.in_use("no sealing key")
    }

    /// Every sealing key, the one in use first.
    pub(crate) fn sealing_keys(&self) -> Vec<Arc<Bytes>> {
        self.keys().sealing.all()
    }

    pub(crate) fn sealing_key(&self, id: &str) -> Result<Arc<Bytes>, Fault> {
        self.keys().sealing.find(id)
    }

    /// The key that signs heads of the tree of events.
    pub(crate) fn newest_audit_key(&self) -> Result<(String, Arc<SigningKey>), Fault> {
        self.keys().audit.in_use("no key for the tree of events")
    }

    pub(crate) fn audit_key(&self, id: &str) -> Result<Arc<SigningKey>, Fault> {
        self.keys().audit.find(id)
    }

    /// The key that hides typed addresses in throttles.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the ring has none, which [`KeyRing::new`] rules out.
    pub fn cookie_key(&self) -> Result<Arc<Zeroizing<[u8; 32]>>, Fault> {
        Ok(self.keys().cookie.in_use("no cookie key")?.1)
    }

    /// The keys that bind CSRF tokens to browsers: new ones are made with the first, all are taken.
    #[must_use]
    pub fn cookie_keys(&self) -> Vec<Arc<Zeroizing<[u8; 32]>>> {
        self.keys().cookie.all()
    }
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = |kind| self.ids(kind).len();
        write!(
            f,
            "KeyRing({} code peppers, {} sealing keys)",
            count(KeyKind::CodePepper),
            count(KeyKind::Sealing)
        )
    }
}
