//! The copy of an embedded database before it is migrated, since there is no way back.

use crate::command::Failure;
use crate::config::{Config, Database};
use counterfoil_service::{Clock, SystemClock};
use counterfoil_store::{Db, Schema};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// How many copies are kept.
const KEPT: usize = 5;

/// Copies the database to a file beside it, if it is embedded and misses a migration: where it is.
pub(crate) async fn copy(config: &Config, db: &Db) -> Result<Option<PathBuf>, Failure> {
    let Database::Sqlite(path) = &config.database else {
        return Ok(None);
    };
    let newest = Schema::CURRENT.version();
    match Schema::CURRENT.version_of(db).await? {
        Some(version) if (1..newest).contains(&version) => {}
        _ => return Ok(None),
    }
    let now = jiff::Timestamp::from_microsecond(SystemClock.now().as_micros())?;
    let prefix = prefix(path);
    // The schema's number and the time as digits, so that names sort by age.
    let name = format!("{prefix}{newest:04}-{}", now.strftime("%Y%m%dT%H%M%S%6fZ"));
    let directory = path.parent().filter(|dir| *dir != Path::new(""));
    let directory = directory.unwrap_or(Path::new("."));
    let to = directory.join(name);
    let (from, target) = (path.clone(), to.clone());
    tokio::task::spawn_blocking(move || counterfoil_store::copy_file(&from, &target))
        .await?
        .map_err(|error| {
            format!(
                "{}: the database could not be copied before the migration, so it was left as it is: {error}",
                to.display()
            )
        })?;
    File::open(directory)?.sync_all()?;
    forget_oldest(directory, &prefix)?;
    Ok(Some(to))
}

fn prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}.before-schema-")
}

fn forget_oldest(directory: &Path, prefix: &str) -> Result<(), Failure> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str);
        if name.is_some_and(|name| name.starts_with(prefix)) {
            copies.push(path);
        }
    }
    copies.sort();
    let many = copies.len().saturating_sub(KEPT);
    for path in copies.iter().take(many) {
        fs::remove_file(path)?;
    }
    Ok(())
}
