//! The keys that sign what apps are told: private keys in PEM, `signing-ALGORITHM.NUMBER-CHECK.pem`.
//!
//! Nothing rests on them for longer than a few minutes, so a missing one is made anew. The newest of each algorithm signs;
//! older ones stay published until their file is deleted, so that what they signed can be verified.

use super::{KeyError, file};
use counterfoil_oidc::{Algorithm, SigningKey, SigningKeys};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SigningKeyFile {
    /// Its algorithm.
    pub algorithm: Algorithm,
    /// `NUMBER-CHECK`: ids of an algorithm sort by age.
    pub id: String,
    path: PathBuf,
}

impl SigningKeyFile {
    /// The name of its kind: `signing-es256`.
    #[must_use]
    pub fn kind(&self) -> String {
        kind(self.algorithm)
    }

    /// The `kid` of what it signs.
    #[must_use]
    pub fn key_id(&self) -> String {
        format!("{}-{}", self.algorithm.name().to_lowercase(), self.id)
    }

    fn number(&self) -> u32 {
        super::number(&self.id)
    }

    /// The name of its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.{}.pem", self.kind(), self.id)
    }
}

fn kind(algorithm: Algorithm) -> String {
    format!("signing-{}", algorithm.name().to_lowercase())
}

/// The files of a directory: by algorithm, oldest first. Other files are left alone.
///
/// # Errors
/// [`KeyError`].
pub fn list(dir: &Path) -> Result<Vec<SigningKeyFile>, KeyError> {
    file::check_directory(dir)?;
    let unusable = |source| KeyError::Unusable {
        path: dir.to_path_buf(),
        source,
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(unusable)? {
        let path = entry.map_err(unusable)?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let Some((kind_name, id)) = name
            .strip_suffix(".pem")
            .and_then(|name| name.split_once('.'))
        else {
            continue;
        };
        let Some(algorithm) = Algorithm::ALL
            .into_iter()
            .find(|algorithm| kind(*algorithm) == kind_name)
        else {
            continue;
        };
        let id = id.to_owned();
        files.push(SigningKeyFile {
            algorithm,
            id,
            path,
        });
    }
    files.sort();
    Ok(files)
}

/// Reads the keys.
///
/// # Errors
/// [`KeyError`]; one bad file refuses all.
pub fn load(dir: &Path) -> Result<SigningKeys, KeyError> {
    let damaged = |path: &Path, problem| KeyError::Damaged {
        path: path.to_path_buf(),
        problem,
    };
    let mut keys = Vec::new();
    for entry in list(dir)? {
        let path = &entry.path;
        let pem = file::read_closed(path)?;
        if entry.id.split_once('-').map(|(_, check)| check) != Some(check(&pem).as_str()) {
            return Err(damaged(
                path,
                "holds another key than its name says; delete it, another is made",
            ));
        }
        let key = SigningKey::from_pem(entry.algorithm, &entry.key_id(), &pem)
            .map_err(|_| damaged(path, "is not a private key in PEM (PKCS#8)"))?;
        keys.push(key);
    }
    SigningKeys::new(keys).map_err(|_| damaged(dir, "there is no signing key of each algorithm"))
}

/// Makes a key of each algorithm that has none; what was made.
///
/// # Errors
/// [`KeyError`].
pub fn create_missing(dir: &Path) -> Result<Vec<SigningKeyFile>, KeyError> {
    file::create_directory(dir)?;
    let present = list(dir)?;
    Algorithm::ALL
        .into_iter()
        .filter(|algorithm| present.iter().all(|file| file.algorithm != *algorithm))
        .map(|algorithm| create(dir, algorithm, 1))
        .collect()
}

/// Makes one more key of each algorithm: from now on those sign.
///
/// # Errors
/// [`KeyError`].
pub fn rotate(dir: &Path) -> Result<Vec<SigningKeyFile>, KeyError> {
    file::create_directory(dir)?;
    let present = list(dir)?;
    Algorithm::ALL
        .into_iter()
        .map(|algorithm| {
            let newest = present
                .iter()
                .filter(|file| file.algorithm == algorithm)
                .map(SigningKeyFile::number)
                .max();
            create(dir, algorithm, newest.unwrap_or_default() + 1)
        })
        .collect()
}

fn create(dir: &Path, algorithm: Algorithm, number: u32) -> Result<SigningKeyFile, KeyError> {
    let pem = SigningKey::draw_pem(algorithm).map_err(|_| KeyError::Damaged {
        path: dir.to_path_buf(),
        problem: "a signing key could not be drawn",
    })?;
    let id = format!("{number:04}-{}", check(&pem));
    let path = dir.join(format!("{}.{id}.pem", kind(algorithm)));
    file::write_new(dir, &path, &pem)?;
    Ok(SigningKeyFile {
        algorithm,
        id,
        path,
    })
}

/// 24 bits of a hash, to notice an exchanged or damaged file.
fn check(pem: &Zeroizing<String>) -> String {
    let mut hash = Sha256::new();
    hash.update(b"counterfoil/signing-key-id/v1\0");
    hash.update(pem.as_bytes());
    HEXLOWER.encode(hash.finalize().get(..3).unwrap_or_default())
}
