//! One connection, as its thread sees it.

use super::error::{during, during_commit};
use crate::driver::{Answer, Mode};
use crate::{Error, Row, Statement, Value, dialect};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, OpenFlags, ToSql};
use std::cell::{RefCell, RefMut};
use std::collections::HashMap;
use std::fs::{self, OpenOptions, Permissions};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long SQLite waits for another process that writes; within this one there is a queue instead.
const BUSY: Duration = Duration::from_secs(5);
/// Prepared statements a connection keeps: more than there are texts.
const PREPARED: usize = 256;

/// Where the database is.
#[derive(Clone)]
pub(super) struct Place(PathBuf);

impl Place {
    pub(super) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Makes the file if need be, for its owner alone. The log beside it inherits the mode.
    fn make(&self) -> std::io::Result<()> {
        OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(&self.0)?;
        if fs::metadata(&self.0)?.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(&self.0, Permissions::from_mode(0o600))?;
        }
        Ok(())
    }
}

pub(super) struct Connection {
    place: Place,
    mode: Mode,
    inner: rusqlite::Connection,
    known: RefCell<HashMap<&'static str, Known>>,
}

/// What is worked out once for a statement.
#[derive(Clone)]
struct Known {
    /// Its text with SQLite's parameters.
    text: Arc<str>,
    /// The names of its columns, in lower case; empty until it was run.
    columns: Option<Arc<[String]>>,
}

impl Connection {
    pub(super) fn open(place: Place, mode: Mode) -> Result<Self, Error> {
        if mode == Mode::Write {
            place
                .make()
                .map_err(|error| Error::Unavailable(error.into()))?;
        }
        let inner = connect(&place, mode)?;
        Ok(Self {
            place,
            mode,
            inner,
            known: RefCell::default(),
        })
    }

    pub(super) fn begin(&mut self) -> Result<(), Error> {
        if !self.inner.is_autocommit() {
            self.inner = connect(&self.place, self.mode)?;
        }
        let sql = match self.mode {
            Mode::Write => "BEGIN IMMEDIATE",
            Mode::Read | Mode::Glance | Mode::Lookup | Mode::Snapshot => "BEGIN DEFERRED",
        };
        self.order(sql).map_err(|error| during("begin", &error))
    }

    pub(super) fn query(
        &self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        let failed = |error| during(statement.name(), &error);
        let mut prepared = self.cached(statement).map_err(failed)?;
        let wanted = prepared.parameter_count();
        if wanted != values.len() {
            let given = values.len();
            return Err(Error::internal(format!(
                "{}: {given} values for {wanted} parameters",
                statement.name()
            )));
        }
        let columns = self.columns(statement, &prepared);
        let changes = !prepared.readonly();
        let mut found = prepared
            .query(rusqlite::params_from_iter(values))
            .map_err(failed)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(failed)? {
            let values = (0..columns.len())
                .map(|at| {
                    row.get_ref(at)
                        .map_err(failed)
                        .and_then(|value| read(statement, value))
                })
                .collect::<Result<_, _>>()?;
            rows.push(Row::new(statement, Arc::clone(&columns), values));
        }
        drop(found);
        drop(prepared);
        Ok(Answer {
            rows,
            affected: if changes { self.inner.changes() } else { 0 },
        })
    }

    pub(super) fn prepare(&self, statement: &'static Statement) -> Result<(), Error> {
        self.cached(statement)
            .map(drop)
            .map_err(|error| during(statement.name(), &error))
    }

    pub(super) fn define(&self, ddl: &str) -> Result<(), Error> {
        self.inner
            .execute_batch(ddl)
            .map_err(|error| during("migration", &error))
    }

    pub(super) fn commit(&self) -> Result<(), Error> {
        self.order("COMMIT").map_err(|error| match self.mode {
            Mode::Write => during_commit(&error),
            Mode::Read | Mode::Glance | Mode::Lookup | Mode::Snapshot => during("commit", &error),
        })
    }

    /// Ends whatever is open; when there is nothing, so much the better.
    pub(super) fn rollback(&self) {
        if !self.inner.is_autocommit()
            && let Err(error) = self.order("ROLLBACK")
        {
            tracing::warn!(%error, "a transaction couldn't be rolled back; its connection is replaced");
        }
    }

    /// Runs what begins or ends a transaction, parsed once.
    fn order(&self, sql: &str) -> rusqlite::Result<()> {
        self.inner.prepare_cached(sql)?.execute([]).map(drop)
    }

    fn cached(&self, statement: &'static Statement) -> rusqlite::Result<CachedStatement<'_>> {
        let text = Arc::clone(&self.known(statement).text);
        self.inner.prepare_cached(&text)
    }

    fn known(&self, statement: &'static Statement) -> RefMut<'_, Known> {
        RefMut::map(self.known.borrow_mut(), |known| {
            known.entry(statement.sql()).or_insert_with(|| Known {
                text: dialect::numbered_for_sqlite(statement.sql()).into(),
                columns: None,
            })
        })
    }

    fn columns(
        &self,
        statement: &'static Statement,
        prepared: &CachedStatement<'_>,
    ) -> Arc<[String]> {
        let mut known = self.known(statement);
        let columns = known.columns.get_or_insert_with(|| {
            prepared
                .column_names()
                .map(str::to_ascii_lowercase)
                .collect()
        });
        Arc::clone(columns)
    }
}

fn connect(place: &Place, mode: Mode) -> Result<rusqlite::Connection, Error> {
    let failed = |error| during("open", &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let inner = rusqlite::Connection::open_with_flags(&place.0, flags).map_err(failed)?;
    inner.set_prepared_statement_cache_capacity(PREPARED);
    inner.busy_timeout(BUSY).map_err(failed)?;
    // A plan is made once and doesn't depend on the values. Without this, a partial index on a table makes SQLite plan every
    // statement on it anew each time it runs.
    inner
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(failed)?;
    inner
        .execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;",
        )
        .map_err(failed)?;
    match mode {
        Mode::Write => write_ahead(&inner)?,
        Mode::Read | Mode::Glance | Mode::Lookup | Mode::Snapshot => inner
            .execute_batch("PRAGMA query_only = ON")
            .map_err(failed)?,
    }
    Ok(inner)
}

/// Turns the write-ahead log on. Two processes that do so at the same moment on a new file get "busy" at once, without
/// the usual wait, so it is tried again.
fn write_ahead(inner: &rusqlite::Connection) -> Result<(), Error> {
    let mut tries = 0;
    loop {
        let mode = inner.query_row("PRAGMA journal_mode = WAL", [], |row| {
            row.get::<_, String>(0)
        });
        match mode.map_err(|error| during("open", &error)) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(mode) => {
                return Err(Error::internal(format!(
                    "this file system can't hold a write-ahead log: {mode}"
                )));
            }
            Err(Error::Conflict) if tries < 50 => tries += 1,
            Err(error) => return Err(error),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn read(statement: &'static Statement, value: ValueRef<'_>) -> Result<Value, Error> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Text(text) => String::from_utf8(text.into())
            .map(Value::Text)
            .map_err(|_| {
                Error::inconsistent(format!("{}: a text that isn't UTF-8", statement.name()))
            })?,
        ValueRef::Blob(blob) => Value::Blob(blob.into()),
        ValueRef::Real(_) => {
            return Err(Error::internal(format!(
                "{}: a REAL is outside the portable subset",
                statement.name()
            )));
        }
    })
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(blob) => ValueRef::Blob(blob),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_partial_index_does_not_make_every_run_plan_anew() {
        const FIND: Statement = Statement::new(
            "test.find",
            "SELECT note FROM name JOIN thing ON thing.thing_id = name.thing_id WHERE name = $1",
        );
        let directory = tempfile::tempdir().unwrap();
        let place = Place::new(&directory.path().join("planned.db"));
        let connection = Connection::open(place, Mode::Write).unwrap();
        connection
            .define(
                "CREATE TABLE name (name TEXT NOT NULL PRIMARY KEY, thing_id BIGINT NOT NULL);
                 CREATE TABLE thing (thing_id BIGINT NOT NULL PRIMARY KEY, note TEXT);
                 CREATE INDEX thing_noted ON thing (thing_id) WHERE note IS NOT NULL;",
            )
            .unwrap();
        for name in ["a", "b", "c", "d", "e"] {
            connection.query(&FIND, &[name.into()]).unwrap();
        }
        let prepared = connection.cached(&FIND).unwrap();
        assert_eq!(prepared.get_status(StatementStatus::Run), 5);
        assert_eq!(prepared.get_status(StatementStatus::RePrepare), 0);
    }
}
