//! SQLite: one writer thread, several reader threads, WAL, every commit on disk before it is answered.

mod connection;
mod copy;
mod error;
mod glance;
mod worker;

use crate::driver::{Answer, Driver, Engine, Mode, TxDriver};
use crate::{Error, Statement, Value};
use async_trait::async_trait;
use connection::Place;
pub use copy::copy_file;
use glance::Glances;
use std::path::Path;
use tokio::sync::oneshot;
use worker::{Lease, Order, Workers};

/// A file with its writer and readers.
pub(crate) struct Sqlite {
    writer: Workers,
    readers: Workers,
    glances: Glances,
}

impl Sqlite {
    /// Opens or makes the file. More readers than cores only cost memory, so `readers` is kept to eight.
    pub(crate) async fn open(path: &Path, readers: usize) -> Result<Self, Error> {
        let place = Place::new(path);
        // The writer goes first: it makes the file and turns the write-ahead log on.
        let writer = Workers::start(&place, Mode::Write, 1).await?;
        let glances = Glances::open(&place, readers.min(8))?;
        let readers = Workers::start(&place, Mode::Read, readers.min(8)).await?;
        Ok(Self {
            writer,
            readers,
            glances,
        })
    }
}

#[async_trait]
impl Driver for Sqlite {
    async fn begin(&self, _name: &'static str, mode: Mode) -> Result<Box<dyn TxDriver>, Error> {
        let workers = match mode {
            Mode::Glance | Mode::Lookup => return Ok(Box::new(self.glances.begin().await?)),
            Mode::Read | Mode::Snapshot => &self.readers,
            Mode::Write => &self.writer,
        };
        // The guard exists before BEGIN is sent: a caller that goes away here leaves a ROLLBACK behind.
        let mut tx = SqliteTx {
            worker: workers.lease().await?,
            mode,
            open: true,
            begun: None,
        };
        match mode {
            Mode::Write => tx.ask(|reply| Order::Begin { reply }).await?,
            Mode::Read | Mode::Glance | Mode::Lookup | Mode::Snapshot => tx.begin_unheard(),
        }
        Ok(Box::new(tx))
    }

    fn engine(&self) -> Engine {
        Engine::Sqlite
    }

    async fn close(&self) {
        // The writer's lease is only to be had between two transactions, and is not given to anybody else after this.
        let Ok(writer) = self.writer.lease().await else {
            return;
        };
        self.writer.close();
        let ddl = "PRAGMA wal_checkpoint(TRUNCATE)".to_owned();
        if let Err(error) = writer.ask(|reply| Order::Define { ddl, reply }).await {
            tracing::warn!(%error, "the write-ahead log stays; the next start reads it");
        }
    }
}

struct SqliteTx {
    worker: Lease,
    mode: Mode,
    open: bool,
    /// The answer to a BEGIN that nobody waited for: it is there before that of the first statement.
    begun: Option<oneshot::Receiver<Result<(), Error>>>,
}

impl SqliteTx {
    /// Reading begins and ends without waiting: every wait is two changes of thread, which cost more than a statement.
    fn begin_unheard(&mut self) {
        let (reply, begun) = oneshot::channel();
        self.worker.tell(Order::Begin { reply });
        self.begun = Some(begun);
    }

    async fn ask<T>(&mut self, order: impl FnOnce(worker::Reply<T>) -> Order) -> Result<T, Error> {
        let answer = self.worker.ask(order).await;
        if let Some(mut begun) = self.begun.take()
            && let Ok(Err(error)) = begun.try_recv()
        {
            return Err(error);
        }
        answer
    }
}

#[async_trait]
impl TxDriver for SqliteTx {
    async fn query(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        let values = values.to_vec();
        self.ask(|reply| Order::Query {
            statement,
            values,
            reply,
        })
        .await
    }

    async fn prepare(&mut self, statement: &'static Statement) -> Result<(), Error> {
        self.ask(|reply| Order::Prepare { statement, reply }).await
    }

    async fn define(&mut self, ddl: &str) -> Result<(), Error> {
        let ddl = ddl.to_owned();
        self.ask(|reply| Order::Define { ddl, reply }).await
    }

    async fn commit(mut self: Box<Self>) -> Result<(), Error> {
        if self.mode != Mode::Write {
            // Nothing to keep: dropping it ends the snapshot.
            return Ok(());
        }
        self.ask(|reply| Order::Commit { reply }).await?;
        self.open = false;
        Ok(())
    }

    async fn rollback(self: Box<Self>) {
        // Dropping it sends the ROLLBACK, and whoever gets this worker next stands behind it in its queue.
    }
}

impl Drop for SqliteTx {
    fn drop(&mut self) {
        if self.open {
            self.worker.tell(Order::Rollback);
        }
    }
}
