//! Reading a few rows by their keys, in the thread that asks for them.
//!
//! Asking another thread costs two changes of thread a statement, many times what such a statement takes. What reads more than
//! a few rows belongs to the reader threads, so that nobody else's request waits for it.

use super::connection::{Connection, Place};
use crate::driver::{Answer, Mode, TxDriver};
use crate::{Error, Statement, Value};
use async_trait::async_trait;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a transaction waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// Connections for glances.
pub(super) struct Glances {
    free: Arc<Mutex<Vec<Connection>>>,
    turns: Arc<Semaphore>,
}

impl Glances {
    /// Opens `count` connections.
    pub(super) fn open(place: &Place, count: usize) -> Result<Self, Error> {
        let open = |_| Connection::open(place.clone(), Mode::Glance);
        let free = (0..count).map(open).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            free: Arc::new(Mutex::new(free)),
            turns: Arc::new(Semaphore::new(count)),
        })
    }

    /// Waits for a free connection and begins.
    pub(super) async fn begin(&self) -> Result<Glance, Error> {
        let turn = match Arc::clone(&self.turns).try_acquire_owned() {
            Ok(turn) => turn,
            Err(_) => tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned())
                .await
                .map_err(|_| Error::Unavailable("every connection to the database is busy".into()))?
                .map_err(|_| stopped())?,
        };
        let mut glance = Glance {
            connection: taken(&self.free),
            free: Arc::clone(&self.free),
            _turn: turn,
        };
        glance.connection.as_mut().ok_or_else(stopped)?.begin()?;
        Ok(glance)
    }
}

fn taken(free: &Mutex<Vec<Connection>>) -> Option<Connection> {
    free.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

fn stopped() -> Error {
    Error::Unavailable("the database is closed".into())
}

/// One snapshot. It never waits, so nobody can go away in the middle of it.
pub(super) struct Glance {
    connection: Option<Connection>,
    free: Arc<Mutex<Vec<Connection>>>,
    _turn: OwnedSemaphorePermit,
}

impl Glance {
    fn connection(&self) -> Result<&Connection, Error> {
        self.connection.as_ref().ok_or_else(stopped)
    }
}

#[async_trait]
impl TxDriver for Glance {
    async fn query(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        self.connection()?.query(statement, values)
    }

    async fn prepare(&mut self, statement: &'static Statement) -> Result<(), Error> {
        self.connection()?.prepare(statement)
    }

    async fn define(&mut self, ddl: &str) -> Result<(), Error> {
        self.connection()?.define(ddl)
    }

    async fn commit(self: Box<Self>) -> Result<(), Error> {
        self.connection()?.commit()
    }

    async fn rollback(self: Box<Self>) {
        // Dropping it does.
    }
}

impl Drop for Glance {
    /// Ends what is open and puts the connection back before the turn is given up.
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            connection.rollback();
            let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
            free.push(connection);
        }
    }
}
