//! One key file: its name, its content, its mode.

use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use data_encoding::HEXLOWER;
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{KeyError, KeyKind, KeyMaterial};

const DIRECTORY_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

pub(super) fn check_directory(dir: &Path) -> Result<(), KeyError> {
    let metadata = match std::fs::metadata(dir) {
        Ok(metadata) if metadata.is_dir() => metadata,
        Ok(_) => return Err(KeyError::NoDirectory(dir.to_path_buf())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(KeyError::NoDirectory(dir.to_path_buf()));
        }
        Err(source) => {
            return Err(KeyError::Unusable {
                path: dir.to_path_buf(),
                source,
            });
        }
    };
    // Whoever may write here could put a key of their own in.
    closed(dir, &metadata.permissions(), 0o022, DIRECTORY_MODE)
}

pub(super) fn create_directory(dir: &Path) -> Result<(), KeyError> {
    DirBuilder::new()
        .recursive(true)
        .mode(DIRECTORY_MODE)
        .create(dir)
        .map_err(|source| KeyError::Unusable {
            path: dir.to_path_buf(),
            source,
        })
}

/// The text of a file that nobody else can read.
pub(super) fn read_closed(path: &Path) -> Result<Zeroizing<String>, KeyError> {
    let unusable = |source| KeyError::Unusable {
        path: path.to_path_buf(),
        source,
    };
    let metadata = std::fs::metadata(path).map_err(unusable)?;
    closed_file(path, &metadata)?;
    std::fs::read_to_string(path)
        .map(Zeroizing::new)
        .map_err(unusable)
}

pub(super) fn read(path: &Path) -> Result<KeyMaterial, KeyError> {
    parse(path, &read_closed(path)?)
}

/// The key that the text of a file of this name holds.
pub(super) fn parse(path: &Path, text: &str) -> Result<KeyMaterial, KeyError> {
    let damaged = |problem| KeyError::Damaged {
        path: path.to_path_buf(),
        problem,
    };
    let (kind, id) = path
        .file_name()
        .and_then(|name| parse_name(name.to_str()?))
        .ok_or_else(|| {
            damaged("the name is not that of a key; it should be KIND.NUMBER-CHECK.key")
        })?;

    let bytes =
        decode(text.trim_end()).ok_or_else(|| damaged("does not hold 64 hexadecimal digits"))?;
    if id.split_once('-').map(|(_, check)| check) != Some(check(kind, &bytes).as_str()) {
        return Err(damaged(
            "holds another key than its name says; put the right file back from a backup",
        ));
    }
    Ok(KeyMaterial {
        kind,
        id: id.to_owned(),
        bytes,
    })
}

/// Draws a key and writes it.
pub(super) fn create(
    dir: &Path,
    kind: KeyKind,
    number: u32,
    rng: &mut impl CryptoRng,
) -> Result<KeyMaterial, KeyError> {
    let mut bytes = Zeroizing::new([0; 32]);
    rng.fill_bytes(bytes.as_mut());
    let id = format!("{number:04}-{}", check(kind, &bytes));
    let path = dir.join(format!("{kind}.{id}.key"));
    let text = Zeroizing::new(format!("{}\n", HEXLOWER.encode(bytes.as_ref())));
    write_new(dir, &path, &text)?;
    Ok(KeyMaterial { kind, id, bytes })
}

/// Writes a file under another name first, so that a crash leaves no half a key.
pub(super) fn write_new(dir: &Path, path: &Path, text: &str) -> Result<(), KeyError> {
    let draft = path.with_extension("new");
    write(&draft, text)
        .and_then(|()| std::fs::rename(&draft, path))
        .and_then(|()| File::open(dir)?.sync_all())
        .map_err(|source| KeyError::Unusable {
            path: path.to_path_buf(),
            source,
        })
}

pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(FILE_MODE)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Refuses a file that anybody else may read or change.
pub(super) fn closed_file(path: &Path, metadata: &Metadata) -> Result<(), KeyError> {
    closed(path, &metadata.permissions(), 0o077, FILE_MODE)
}

fn closed(
    path: &Path,
    permissions: &Permissions,
    open_bits: u32,
    wanted: u32,
) -> Result<(), KeyError> {
    let mode = permissions.mode() & 0o777;
    if mode & open_bits == 0 {
        return Ok(());
    }
    Err(KeyError::Open {
        path: path.to_path_buf(),
        mode,
        wanted,
    })
}

fn parse_name(name: &str) -> Option<(KeyKind, &str)> {
    let (kind, id) = name.strip_suffix(".key")?.split_once('.')?;
    let kind = KeyKind::ALL
        .into_iter()
        .find(|known| known.name() == kind)?;
    let (number, check) = id.split_once('-')?;
    let numbered = number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && check.len() == 6).then_some((kind, id))
}

pub(super) fn decode(hex: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut bytes = Zeroizing::new([0; 32]);
    if HEXLOWER.decode_len(hex.len()) != Ok(bytes.len()) {
        return None;
    }
    HEXLOWER.decode_mut(hex.as_bytes(), bytes.as_mut()).ok()?;
    Some(bytes)
}

/// 24 bits of a hash: enough to notice an accident, and nothing of a 256-bit key is given away.
fn check(kind: KeyKind, bytes: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"counterfoil/key-id/v1\0");
    hash.update(kind.name());
    hash.update(b"\0");
    hash.update(bytes);
    let digest = hash.finalize();
    HEXLOWER.encode(digest.get(..3).unwrap_or_default())
}
