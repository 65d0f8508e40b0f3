//! Migrations: numbered, forward only, and the refusal of a schema this program doesn't know.

use crate::{Db, Error, Row, Statement, Tx, migrations, repo};
use counterfoil_model::Timestamp;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// The version that no migration has: its row is what two nodes that start at once take turns on.
const TURN: i64 = 0;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    checksum BLOB NOT NULL
)";

const LIST: Statement = Statement::new(
    "schema_migration.list",
    "SELECT version, name, applied_at, checksum FROM schema_migration WHERE version > 0 ORDER BY version",
);
const MAKE_TURN: Statement = Statement::new(
    "schema_migration.make_turn",
    "INSERT INTO schema_migration (version, name, applied_at, checksum) VALUES ($1, 'turn', $2, $3) \
     ON CONFLICT (version) DO NOTHING",
);
const TAKE_TURN: Statement = Statement::new(
    "schema_migration.take_turn",
    "UPDATE schema_migration SET applied_at = $1 WHERE version = $2",
);
const RECORD: Statement = Statement::new(
    "schema_migration.record",
    "INSERT INTO schema_migration (version, name, applied_at, checksum) VALUES ($1, $2, $3, $4)",
);

/// A step from one schema to the next, in portable SQL with BLOB for bytes.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    version: i64,
    name: &'static str,
    sql: &'static str,
    fills_search: bool,
}

impl Migration {
    /// `version` counts from 1 without gaps. Once released, `sql` never changes again.
    #[must_use]
    pub const fn new(version: i64, name: &'static str, sql: &'static str) -> Self {
        Self {
            version,
            name,
            sql,
            fills_search: false,
        }
    }

    /// After its text, accounts that were there before can be looked for.
    pub(crate) const fn filling_search(self) -> Self {
        Self {
            fills_search: true,
            ..self
        }
    }

    /// The text.
    pub(crate) const fn sql(&self) -> &'static str {
        self.sql
    }

    /// SHA-256 of the text, the same whatever line ends the checkout has.
    fn checksum(&self) -> [u8; 32] {
        Sha256::digest(self.sql.replace("\r\n", "\n")).into()
    }

    /// The name its file has when it is the migration number `at`.
    #[cfg(test)]
    pub(crate) fn file_name(&self, at: i64) -> String {
        assert_eq!(self.version, at, "versions have no gaps");
        format!("{at:04}_{}.sql", self.name.replace(' ', "_"))
    }

    /// Its words in upper case.
    #[cfg(test)]
    pub(crate) fn words(&self) -> Vec<String> {
        let words = self.sql.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.map(str::to_uppercase).collect()
    }
}

/// A migration that the database has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its number.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// When it was applied.
    pub applied_at: Timestamp,
}

/// The migrations a program knows, in order. [`Schema::CURRENT`] is this one's; tests have others.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    migrations: &'static [Migration],
}

impl Schema {
    /// The schema of this program.
    pub const CURRENT: Self = Self::new(migrations::ALL);

    /// A schema made by these migrations, numbered from 1.
    #[must_use]
    pub const fn new(migrations: &'static [Migration]) -> Self {
        Self { migrations }
    }

    /// Applies what is missing, all in one transaction, and gives what it applied. Several nodes may do so at once: one
    /// does the work and the others find it done.
    ///
    /// # Errors
    /// [`Error::SchemaUnknown`] when the database was made by a newer or another program; else as [`Error`] says.
    pub async fn migrate(&self, db: &Db, now: Timestamp) -> Result<Vec<Applied>, Error> {
        self.make_table(db, now).await?;
        if self
            .missing(&db.read("schema_migration.list", list).await?)?
            .is_empty()
        {
            return Ok(Vec::new());
        }
        db.run("migrate", |tx| async move {
            if tx.execute(&TAKE_TURN, &[now.into(), TURN.into()]).await? != 1 {
                return Err(Error::inconsistent(
                    "schema_migration: the row to take turns on is gone",
                ));
            }
            apply(&tx, self.missing(&list(tx.clone()).await?)?, now).await
        })
        .await
    }

    /// Refuses a database whose schema isn't exactly this one.
    ///
    /// # Errors
    /// [`Error::SchemaUnknown`] when migrations are missing, were changed, or are unknown to this program.
    pub async fn check(&self, db: &Db) -> Result<(), Error> {
        match self
            .missing(&db.read("schema_migration.list", list).await?)?
            .first()
        {
            None => Ok(()),
            Some(next) => Err(unknown(format!(
                "migration {} ({}) is missing",
                next.version, next.name
            ))),
        }
    }

    /// The newest migration that this program knows.
    #[must_use]
    pub fn version(&self) -> i64 {
        self.migrations
            .last()
            .map_or(0, |migration| migration.version)
    }

    /// The migration that the database is at; `None` when nothing was ever migrated here.
    ///
    /// # Errors
    /// [`Error::SchemaUnknown`] when it was made by a newer or another program.
    pub async fn version_of(&self, db: &Db) -> Result<Option<i64>, Error> {
        match db.read("schema_migration.list", list).await {
            Ok(found) => {
                self.missing(&found)?;
                Ok(Some(found.last().map_or(0, |found| found.applied.version)))
            }
            Err(Error::SchemaUnknown { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Makes the tables as they were at `version`, in a transaction over a database without any.
    ///
    /// # Errors
    /// As [`Error`] says.
    pub async fn build(&self, tx: &Tx, version: i64, now: Timestamp) -> Result<(), Error> {
        tx.define(TABLE).await?;
        let no_checksum: &[u8] = &[];
        tx.execute(&MAKE_TURN, &[TURN.into(), now.into(), no_checksum.into()])
            .await?;
        let wanted = self.until(version);
        apply(tx, wanted, now).await.map(drop)
    }

    /// Applies what a database that was built at an older version still misses.
    ///
    /// # Errors
    /// As [`Error`] says.
    pub async fn finish(&self, tx: &Tx, now: Timestamp) -> Result<Vec<Applied>, Error> {
        apply(tx, self.missing(&list(tx.clone()).await?)?, now).await
    }

    /// The migrations up to a version.
    pub(crate) fn until(&self, version: i64) -> &'static [Migration] {
        let count = usize::try_from(version).unwrap_or_default();
        self.migrations.get(..count).unwrap_or(self.migrations)
    }

    /// What the database doesn't have yet.
    fn missing(&self, found: &[Found]) -> Result<&'static [Migration], Error> {
        for (at, found) in found.iter().enumerate() {
            let version = found.applied.version;
            let Some(known) = self.migrations.get(at) else {
                let newest = self
                    .migrations
                    .last()
                    .map_or(0, |migration| migration.version);
                return Err(unknown(format!(
                    "it is at version {version} and this program knows {newest}"
                )));
            };
            if known.version != version || found.checksum != known.checksum() {
                return Err(unknown(format!(
                    "its migration {version} ({}) isn't this program's",
                    found.applied.name
                )));
            }
        }
        Ok(self.migrations.get(found.len()..).unwrap_or_default())
    }

    /// Makes the table of migrations where there is none. Two nodes that do so at the same moment may stumble over each
    /// other's system catalogue with any error, so whoever stumbles looks again.
    async fn make_table(&self, db: &Db, now: Timestamp) -> Result<(), Error> {
        let mut tries = 0;
        loop {
            match db.read("schema_migration.list", list).await {
                Err(Error::SchemaUnknown { .. }) => {}
                other => return other.map(drop),
            }
            let made = db.run("schema_migration.make", |tx| async move {
                tx.define(TABLE).await?;
                let no_checksum: &[u8] = &[];
                tx.execute(&MAKE_TURN, &[TURN.into(), now.into(), no_checksum.into()])
                    .await
                    .map(drop)
            });
            match made.await {
                Ok(()) => return Ok(()),
                Err(error) if tries == 10 || matches!(error, Error::Unavailable(_)) => {
                    return Err(error);
                }
                Err(_) => tries += 1,
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Applies to `db` what it misses of [`Schema::CURRENT`] and gives what was applied.
///
/// # Errors
/// As [`Schema::migrate`].
pub async fn migrate(db: &Db, now: Timestamp) -> Result<Vec<Applied>, Error> {
    Schema::CURRENT.migrate(db, now).await
}

/// Refuses a database whose schema isn't exactly [`Schema::CURRENT`].
///
/// # Errors
/// As [`Schema::check`].
pub async fn check(db: &Db) -> Result<(), Error> {
    Schema::CURRENT.check(db).await
}

async fn apply(
    tx: &Tx,
    migrations: &'static [Migration],
    now: Timestamp,
) -> Result<Vec<Applied>, Error> {
    let mut applied = Vec::new();
    for migration in migrations {
        tx.define(migration.sql).await?;
        if migration.fills_search {
            repo::search::fill(tx).await?;
        }
        let record = [
            migration.version.into(),
            migration.name.into(),
            now.into(),
            migration.checksum().into(),
        ];
        tx.execute(&RECORD, &record).await?;
        applied.push(Applied {
            version: migration.version,
            name: migration.name.into(),
            applied_at: now,
        });
    }
    Ok(applied)
}

struct Found {
    applied: Applied,
    checksum: Vec<u8>,
}

async fn list(tx: Tx) -> Result<Vec<Found>, Error> {
    tx.query(&LIST, &[]).await?.iter().map(found).collect()
}

fn found(row: &Row) -> Result<Found, Error> {
    Ok(Found {
        applied: Applied {
            version: row.get("version")?,
            name: row.get("name")?,
            applied_at: row.get("applied_at")?,
        },
        checksum: row.get("checksum")?,
    })
}

fn unknown(why: String) -> Error {
    Error::SchemaUnknown { why }
}
