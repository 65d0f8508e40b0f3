//! All files of the key directory as a backup holds them: keys, signing keys, and the secrets shared with the mail software.

use super::{KeyError, file};
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use zeroize::Zeroizing;

const ENDINGS: [&str; 3] = ["key", "pem", "secret"];

/// A file of the key directory.
pub(crate) struct KeyFile {
    /// Its name, without a directory.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) text: Zeroizing<String>,
}

impl KeyFile {
    /// Refuses a name that isn't one of ours: it comes from a backup, and is to be written.
    pub(crate) fn new(name: &str, text: Zeroizing<String>) -> Result<Self, String> {
        let plain = name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte)
        });
        let ending = Path::new(name).extension().and_then(OsStr::to_str);
        if !plain || name.starts_with('.') || !ending.is_some_and(|end| ENDINGS.contains(&end)) {
            return Err(format!("{name:?} is not the name of a key file"));
        }
        Ok(Self {
            name: name.to_owned(),
            text,
        })
    }

    /// Its kind and id, if it is a key of [`KeyKind`](super::KeyKind) and holds what its name says.
    pub(crate) fn key(&self) -> Option<(&'static str, String)> {
        let key = file::parse(Path::new(&self.name), &self.text).ok()?;
        Some((key.kind.name(), key.id))
    }

    /// Whether it is a key whose name and content don't fit together.
    pub(crate) fn is_damaged(&self) -> bool {
        Path::new(&self.name).extension() == Some(OsStr::new("key")) && self.key().is_none()
    }
}

/// Reads them, by name. A directory that isn't there has none.
pub(crate) fn read(dir: &Path) -> Result<Vec<KeyFile>, KeyError> {
    match file::check_directory(dir) {
        Err(KeyError::NoDirectory(_)) => return Ok(Vec::new()),
        checked => checked?,
    }
    let unusable = |source| KeyError::Unusable {
        path: dir.to_path_buf(),
        source,
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(unusable)? {
        let path = entry.map_err(unusable)?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        if ENDINGS.contains(&ending) {
            files.push(KeyFile {
                name: name.to_owned(),
                text: file::read_closed(&path)?,
            });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Writes one that isn't there yet.
pub(crate) fn write(dir: &Path, file: &KeyFile) -> Result<(), KeyError> {
    file::create_directory(dir)?;
    file::check_directory(dir)?;
    file::write_new(dir, &dir.join(&file.name), &file.text)
}

/// Moves one out of the way into another directory of the same file system.
pub(crate) fn set_aside(dir: &Path, file: &KeyFile, aside: &Path) -> Result<(), KeyError> {
    file::create_directory(aside)?;
    let from = dir.join(&file.name);
    std::fs::rename(&from, aside.join(&file.name)).map_err(|source| unusable(&from, source))
}

/// Removes one that was written a moment ago.
pub(crate) fn remove(dir: &Path, file: &KeyFile) -> Result<(), KeyError> {
    let path = dir.join(&file.name);
    std::fs::remove_file(&path).map_err(|source| unusable(&path, source))
}

fn unusable(path: &Path, source: io::Error) -> KeyError {
    KeyError::Unusable {
        path: path.to_path_buf(),
        source,
    }
}
