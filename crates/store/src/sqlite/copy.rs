//! A copy of an embedded database as one file.

use super::error::during;
use crate::Error;
use rusqlite::OpenFlags;
use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Copies the database in the file `from`, as it is at one moment, into the new file `to` (mode 0600), whoever reads or writes it
/// meanwhile. On the disk when this returns; after an error `to` is not there.
///
/// # Errors
/// [`Error::Unavailable`] when `to` is there already or can't be written, else as [`Error`] says.
pub fn copy_file(from: &Path, to: &Path) -> Result<(), Error> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)
        .map_err(|error| Error::Unavailable(error.into()))?;
    let copied = copy(from, to);
    if copied.is_err() {
        // What is there is not whole; if it can't be removed either, the first error tells more.
        let _ = std::fs::remove_file(to);
    }
    copied
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let failed = |error| during("copy", &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = rusqlite::Connection::open_with_flags(from, flags).map_err(failed)?;
    let target = to
        .to_str()
        .ok_or_else(|| Error::internal("the name of the copy isn't UTF-8"))?;
    connection
        .execute("VACUUM INTO ?1", [target])
        .map_err(failed)?;
    File::open(to)
        .and_then(|file| file.sync_all())
        .map_err(|error| Error::Unavailable(error.into()))
}
