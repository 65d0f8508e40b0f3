//! The keys on disk: one file each, outside the database, readable by nobody else.
//!
//! A file is named `KIND.ID.key` and holds 64 hexadecimal digits. The id is `NUMBER-CHECK`: the number counts up, so the
//! last one is the newest; the check is the beginning of a hash of the key, so that a damaged or exchanged file is
//! noticed when it is read and not when the first code fails. New things use the newest key of a kind, older ones stay
//! for verifying.

pub(crate) mod bundle;
mod file;
mod mail;
pub mod signing;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use counterfoil_model::Timestamp;
use rand::CryptoRng;
use thiserror::Error;
use zeroize::Zeroizing;

pub use counterfoil_model::KeyKind;
pub use mail::MailSecrets;

/// Whether rows of the database are lost with a key of the kind of this name.
pub(crate) fn rested_on(kind: &str) -> bool {
    let kinds = [
        KeyKind::CodePepper,
        KeyKind::PasswordPepper,
        KeyKind::Sealing,
    ];
    kinds.iter().any(|own| own.name() == kind)
}

/// One key.
pub struct KeyMaterial {
    /// What it is for.
    pub kind: KeyKind,
    /// Stored beside whatever the key made. Ids of a kind sort by age.
    pub id: String,
    /// The key.
    pub bytes: Zeroizing<[u8; 32]>,
}

impl KeyMaterial {
    fn number(&self) -> u32 {
        number(&self.id)
    }

    /// The name of its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.{}.key", self.kind, self.id)
    }
}

/// The number that an id begins with.
fn number(id: &str) -> u32 {
    id.split_once('-')
        .and_then(|(number, _)| number.parse().ok())
        .unwrap_or_default()
}

/// When a key file came to lie in its directory.
pub(crate) fn came(dir: &Path, file_name: &str) -> Result<Timestamp, KeyError> {
    let path = dir.join(file_name);
    let modified = std::fs::metadata(&path).and_then(|found| found.modified());
    let modified = modified.map_err(|source| KeyError::Unusable { path, source })?;
    let since_epoch = modified
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    let micros = i64::try_from(since_epoch.as_micros()).unwrap_or(i64::MAX);
    Ok(Timestamp::from_micros(micros))
}

/// Sets a key file aside, beside the key directory: a backup may rest on it. Answers where it is.
pub(crate) fn retire(dir: &Path, file_name: &str) -> Result<PathBuf, KeyError> {
    let mut aside = dir.as_os_str().to_owned();
    aside.push(".retired");
    let aside = PathBuf::from(aside);
    file::create_directory(&aside)?;
    let (from, to) = (dir.join(file_name), aside.join(file_name));
    std::fs::rename(&from, &to).map_err(|source| KeyError::Unusable { path: from, source })?;
    Ok(to)
}

impl fmt::Debug for KeyMaterial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyMaterial({} {})", self.kind, self.id)
    }
}

/// Why the keys can't be used. Each says what to do.
#[derive(Debug, Error)]
pub enum KeyError {
    /// There is no such directory.
    #[error("there is no key directory {}", .0.display())]
    NoDirectory(PathBuf),
    /// A file or directory could not be read or written.
    #[error("{}: {source}", path.display())]
    Unusable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Somebody else on this machine could read or exchange keys.
    #[error("{} is open to other users (mode {mode:03o}); run: chmod {wanted:o} {}", path.display(), path.display())]
    Open {
        /// The file or the directory.
        path: PathBuf,
        /// What it is.
        mode: u32,
        /// What it should be.
        wanted: u32,
    },
    /// The name or the content of a key file is not as this program writes it.
    #[error("{}: {problem}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problem: &'static str,
    },
}

/// The keys of one directory.
#[derive(Debug)]
pub struct KeyFiles {
    keys: Vec<KeyMaterial>,
}

impl KeyFiles {
    /// Reads every `*.key` of the directory. Other files are left alone.
    ///
    /// # Errors
    /// [`KeyError`]; one bad file refuses all, since a key that is silently missing would fail people later.
    pub fn load(dir: &Path) -> Result<Self, KeyError> {
        file::check_directory(dir)?;
        let unusable = |source| KeyError::Unusable {
            path: dir.to_path_buf(),
            source,
        };
        let mut keys = Vec::new();
        for entry in std::fs::read_dir(dir).map_err(unusable)? {
            let path = entry.map_err(unusable)?.path();
            if path.extension().is_some_and(|extension| extension == "key") {
                keys.push(file::read(&path)?);
            }
        }
        keys.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        Ok(Self { keys })
    }

    /// Makes the directory (mode 0700) and a first key (mode 0600) of each kind that has none.
    ///
    /// Returns what was made. Existing keys are never touched, so it is safe to run again.
    ///
    /// # Errors
    /// As [`KeyFiles::load`].
    pub fn create_missing(
        dir: &Path,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<KeyMaterial>, KeyError> {
        Self::create_missing_of(dir, &KeyKind::ALL, rng)
    }

    /// The same for the kinds on which nothing rests that is lost with them.
    ///
    /// # Errors
    /// As [`KeyFiles::load`].
    pub fn make_anew(dir: &Path, rng: &mut impl CryptoRng) -> Result<Vec<KeyMaterial>, KeyError> {
        Self::create_missing_of(dir, &KeyKind::MADE_ANEW, rng)
    }

    fn create_missing_of(
        dir: &Path,
        kinds: &[KeyKind],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<KeyMaterial>, KeyError> {
        file::create_directory(dir)?;
        let present = Self::load(dir)?;
        present
            .missing()
            .into_iter()
            .filter(|kind| kinds.contains(kind))
            .map(|kind| file::create(dir, kind, 1, rng))
            .collect()
    }

    /// Makes one more key of a kind: new things use it from now on.
    ///
    /// # Errors
    /// As [`KeyFiles::load`].
    pub fn rotate(
        dir: &Path,
        kind: KeyKind,
        rng: &mut impl CryptoRng,
    ) -> Result<KeyMaterial, KeyError> {
        let present = Self::load(dir)?;
        let newest = present.of(kind).map(KeyMaterial::number).max();
        file::create(dir, kind, newest.unwrap_or_default() + 1, rng)
    }

    /// Those of a kind, oldest first.
    #[must_use]
    pub fn of(&self, kind: KeyKind) -> impl DoubleEndedIterator<Item = &KeyMaterial> {
        self.keys.iter().filter(move |key| key.kind == kind)
    }

    /// The kinds without a key.
    #[must_use]
    pub fn missing(&self) -> Vec<KeyKind> {
        KeyKind::ALL
            .into_iter()
            .filter(|kind| self.keys.iter().all(|key| key.kind != *kind))
            .collect()
    }

    /// All keys: by kind, oldest first.
    #[must_use]
    pub fn keys(&self) -> &[KeyMaterial] {
        &self.keys
    }

    /// The keys themselves, in the same order.
    #[must_use]
    pub fn into_keys(self) -> Vec<KeyMaterial> {
        self.keys
    }
}
