//! What an engine must do to stand under [`Db`](crate::Db).

use crate::{Error, Row, Statement, Value};
use async_trait::async_trait;

/// The database underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A PostgreSQL server, or one that speaks its protocol.
    Postgres,
}

/// What a transaction may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Read one snapshot; a write fails.
    Read,
    /// Read a few rows of one snapshot by their keys; a write fails.
    Glance,
    /// Run one SELECT, which is a snapshot by itself: anything else fails.
    Lookup,
    /// Read one snapshot for long, beside those who write: nobody collides with it.
    Snapshot,
    /// Read and write, serializable.
    Write,
}

/// What a statement gave back.
#[derive(Debug, Default)]
pub struct Answer {
    /// Rows of a SELECT or of RETURNING.
    pub rows: Vec<Row>,
    /// Rows that an INSERT, UPDATE or DELETE touched; not defined for a SELECT.
    pub affected: u64,
}

/// Opens transactions on one engine.
#[async_trait]
pub trait Driver: Send + Sync {
    /// Opens a serializable transaction. A caller that drops this future half-way leaves no open transaction behind.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without a connection, [`Error::Conflict`] when another writer holds the database too long.
    async fn begin(&self, name: &'static str, mode: Mode) -> Result<Box<dyn TxDriver>, Error>;

    /// Which engine this is.
    fn engine(&self) -> Engine;

    /// Waits for the write that is under way, and leaves nothing that the next start would have to make up for. Whoever begins
    /// a transaction after that may get [`Error::Unavailable`].
    async fn close(&self) {}
}

/// One open transaction. Dropping it without [`commit`](Self::commit) undoes it, and so does dropping the future of
/// any method half-way, except that a COMMIT already on its way may still take place.
#[async_trait]
pub trait TxDriver: Send {
    /// Runs one statement.
    ///
    /// # Errors
    /// As [`Error`] says; after an error only [`rollback`](Self::rollback) makes sense.
    async fn query(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error>;

    /// Asks the engine to parse the statement and checks that its types are within the portable subset.
    ///
    /// # Errors
    /// [`Error::Internal`] or [`Error::SchemaUnknown`] when it can't be prepared.
    async fn prepare(&mut self, statement: &'static Statement) -> Result<(), Error>;

    /// Runs the statements of a migration, written for SQLite's type words.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    async fn define(&mut self, ddl: &str) -> Result<(), Error>;

    /// Makes everything durable.
    ///
    /// # Errors
    /// [`Error::Uncertain`] when the answer never came; any other error means that nothing was written.
    async fn commit(self: Box<Self>) -> Result<(), Error>;

    /// Undoes everything. Never fails: a connection that can't roll back is closed.
    async fn rollback(self: Box<Self>);
}
