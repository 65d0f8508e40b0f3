//! A database of the test's own, on either engine, so that one test can hold both to the same.

#![expect(
    clippy::panic,
    reason = "a test without its database must stop and say why, never pass"
)]

use crate::postgres::TestPostgres;
use counterfoil_model::Timestamp;
use counterfoil_store::driver::Engine;
use counterfoil_store::{CONNECTIONS, Db, Error, migrate, open_with};
use std::process::Command;
use tempfile::TempDir;

/// A database and what it takes to delete it; deleted when dropped, or with the process.
#[derive(Debug)]
pub struct TestDatabase {
    /// Open, with the usual number of connections.
    pub db: Db,
    url: String,
    _directory: Option<TempDir>,
}

impl TestDatabase {
    /// One of each engine, with the current schema.
    ///
    /// # Panics
    /// When there is no PostgreSQL, or a database can't be made.
    pub async fn both() -> [Self; 2] {
        [
            Self::fresh(Engine::Sqlite).await,
            Self::fresh(Engine::Postgres).await,
        ]
    }

    /// One with the current schema.
    ///
    /// # Panics
    /// As [`both`](Self::both).
    pub async fn fresh(engine: Engine) -> Self {
        let made = match engine {
            Engine::Sqlite => Self::empty(engine).await,
            Engine::Postgres => Self::at(TestPostgres::fresh_database().await, None).await,
        };
        if engine == Engine::Sqlite
            && let Err(error) = migrate(&made.db, Timestamp::from_micros(0)).await
        {
            panic!("the database can't be migrated: {error}");
        }
        made
    }

    /// One without tables.
    ///
    /// # Panics
    /// As [`both`](Self::both).
    pub async fn empty(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let directory = directory();
                let url = format!("sqlite:{}", directory.path().join("test.db").display());
                Self::at(url, Some(directory)).await
            }
            Engine::Postgres => Self::at(TestPostgres::empty_database().await, None).await,
        }
    }

    /// Its URL, for [`counterfoil_store::open`].
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The same database through connections of its own, as another node would have.
    ///
    /// # Panics
    /// As [`both`](Self::both).
    pub async fn another(&self, connections: usize) -> Db {
        opened(open_with(&self.url, connections).await)
    }

    async fn at(url: String, directory: Option<TempDir>) -> Self {
        let db = opened(open_with(&url, CONNECTIONS).await);
        Self {
            db,
            url,
            _directory: directory,
        }
    }
}

fn opened(db: Result<Db, Error>) -> Db {
    db.unwrap_or_else(|error| panic!("the database can't be opened: {error}"))
}

fn directory() -> TempDir {
    temporary("counterfoil-").unwrap_or_else(|error| panic!("no temporary directory: {error}"))
}

/// A temporary directory, in memory where there is room: tests wait for every commit to be written through.
pub(crate) fn temporary(prefix: &str) -> std::io::Result<TempDir> {
    // A socket's path may have 107 bytes, which a long TMPDIR would exceed.
    let place = if megabytes_free("/dev/shm") >= 1024 {
        "/dev/shm"
    } else {
        "/tmp"
    };
    tempfile::Builder::new().prefix(prefix).tempdir_in(place)
}

fn megabytes_free(place: &str) -> u64 {
    let asked = Command::new("df")
        .args(["--output=avail", "--block-size=1M", place])
        .output();
    let told = asked
        .ok()
        .and_then(|asked| String::from_utf8(asked.stdout).ok());
    told.and_then(|told| told.lines().nth(1)?.trim().parse().ok())
        .unwrap_or(0)
}

/// Whether this is the long version, `script/test --thorough`.
#[must_use]
pub fn thorough() -> bool {
    std::env::var("COUNTERFOIL_THOROUGH").is_ok_and(|value| !value.is_empty() && value != "0")
}

/// How often a test repeats what depends on luck: ten times as often in the long version.
#[must_use]
pub fn times(n: usize) -> usize {
    if thorough() { n * 10 } else { n }
}
