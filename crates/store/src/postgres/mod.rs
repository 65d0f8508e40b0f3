//! PostgreSQL: a pool of connections, every transaction SERIALIZABLE.

mod error;
mod value;

use crate::driver::{Answer, Driver, Engine, Mode, TxDriver};
use crate::{Error, Row, Statement, Value, dialect};
use async_trait::async_trait;
use deadpool_postgres::{
    ClientWrapper, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime,
};
use error::{during, during_commit, lost, no_connection};
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::NoTls;
use tokio_postgres::types::ToSql;

/// How long a transaction waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the server may take to answer a new connection.
const CONNECTING: Duration = Duration::from_secs(10);
/// A connection that died in the pool shows only when it is used; BEGIN is tried this often before giving up.
const BEGINNINGS: u32 = 4;

/// A server and the connections to it.
pub(crate) struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Connects once, so that a wrong URL is told at once.
    pub(crate) async fn open(url: &str, connections: usize) -> Result<Self, Error> {
        // The parser's message may repeat parts of the URL, and the URL may hold a password.
        let mut config: tokio_postgres::Config = url
            .parse()
            .map_err(|_| Error::internal("the database URL can't be understood"))?;
        if config.get_application_name().is_none() {
            config.application_name("counterfoil");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECTING);
        }
        let recycling = ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        };
        let pool = Pool::builder(Manager::from_config(config, NoTls, recycling))
            .max_size(connections)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(CONNECTING))
            .build()
            .map_err(|error| Error::internal(error.to_string()))?;
        let postgres = Self { pool };
        postgres.begin("open", Mode::Read).await?.rollback().await;
        Ok(postgres)
    }
}

#[async_trait]
impl Driver for Postgres {
    async fn begin(&self, name: &'static str, mode: Mode) -> Result<Box<dyn TxDriver>, Error> {
        let begin = match mode {
            Mode::Lookup => return Ok(Box::new(Lookup::new(self.pool.clone()))),
            Mode::Read | Mode::Glance => "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY",
            // One snapshot is all it needs; serializable, it would make others collide for as long as it lasts.
            Mode::Snapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Mode::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
        };
        let mut tried = 0;
        loop {
            // The guard exists before BEGIN is sent: a caller that goes away here closes the connection.
            let tx = PostgresTx {
                client: Some(self.pool.get().await.map_err(no_connection)?),
                mode,
            };
            tried += 1;
            match tx.client()?.batch_execute(begin).await {
                Ok(()) => return Ok(Box::new(tx)),
                Err(error) if lost(&error) && tried < BEGINNINGS => {}
                Err(error) => return Err(during(name, &error)),
            }
        }
    }

    fn engine(&self) -> Engine {
        Engine::Postgres
    }

    async fn close(&self) {
        self.pool.close();
    }
}

/// One SELECT without a transaction around it.
struct Lookup {
    pool: Pool,
    asked: bool,
}

impl Lookup {
    const fn new(pool: Pool) -> Self {
        Self { pool, asked: false }
    }
}

#[async_trait]
impl TxDriver for Lookup {
    async fn query(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        if self.asked || !statement.sql().starts_with("SELECT") {
            return Err(not_looked_up());
        }
        self.asked = true;
        let mut tried = 0;
        loop {
            let mut tx = PostgresTx {
                client: Some(self.pool.get().await.map_err(no_connection)?),
                mode: Mode::Lookup,
            };
            tried += 1;
            match tx.query(statement, values).await {
                // As with BEGIN: the connection died in the pool. What reads may be asked again.
                Err(Error::Unavailable(_)) if tried < BEGINNINGS => {}
                Err(error) => return Err(error),
                Ok(answer) => {
                    drop(tx.client.take());
                    return Ok(answer);
                }
            }
        }
    }

    async fn prepare(&mut self, _: &'static Statement) -> Result<(), Error> {
        Err(not_looked_up())
    }

    async fn define(&mut self, _: &str) -> Result<(), Error> {
        Err(not_looked_up())
    }

    async fn commit(self: Box<Self>) -> Result<(), Error> {
        Ok(())
    }

    async fn rollback(self: Box<Self>) {
        // There is nothing to undo.
    }
}

fn not_looked_up() -> Error {
    Error::internal("a lookup asks one SELECT")
}

struct PostgresTx {
    client: Option<Object>,
    mode: Mode,
}

impl PostgresTx {
    fn client(&self) -> Result<&ClientWrapper, Error> {
        self.client
            .as_deref()
            .ok_or_else(|| Error::internal("the transaction has ended"))
    }

    async fn prepared(
        &self,
        statement: &'static Statement,
    ) -> Result<tokio_postgres::Statement, Error> {
        let prepared = self
            .client()?
            .prepare_cached(statement.sql())
            .await
            .map_err(|error| during(statement.name(), &error))?;
        value::check_types(statement, &prepared)?;
        Ok(prepared)
    }
}

#[async_trait]
impl TxDriver for PostgresTx {
    async fn query(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        let failed = |error| during(statement.name(), &error);
        let prepared = self.prepared(statement).await?;
        value::check_values(statement, &prepared, values)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        if prepared.columns().is_empty() {
            let affected = self
                .client()?
                .execute(&prepared, &values)
                .await
                .map_err(failed)?;
            return Ok(Answer {
                rows: Vec::new(),
                affected,
            });
        }
        let columns: Arc<[String]> = prepared
            .columns()
            .iter()
            .map(|column| column.name().to_ascii_lowercase())
            .collect();
        let found = self
            .client()?
            .query(&prepared, &values)
            .await
            .map_err(failed)?;
        let rows = found
            .iter()
            .map(|row| {
                Ok(Row::new(
                    statement,
                    Arc::clone(&columns),
                    value::read(statement, row)?,
                ))
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let affected = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        Ok(Answer { rows, affected })
    }

    async fn prepare(&mut self, statement: &'static Statement) -> Result<(), Error> {
        self.prepared(statement).await.map(drop)
    }

    async fn define(&mut self, ddl: &str) -> Result<(), Error> {
        let ddl = dialect::bytea_for_postgres(ddl);
        self.client()?
            .batch_execute(&ddl)
            .await
            .map_err(|error| during("migration", &error))
    }

    async fn commit(mut self: Box<Self>) -> Result<(), Error> {
        let outcome = self.client()?.batch_execute("COMMIT").await;
        match outcome {
            Ok(()) => {
                drop(self.client.take());
                Ok(())
            }
            Err(error) if self.mode != Mode::Write => Err(during("commit", &error)),
            Err(error) => Err(during_commit(&error)),
        }
    }

    async fn rollback(mut self: Box<Self>) {
        let Ok(client) = self.client() else { return };
        if client.batch_execute("ROLLBACK").await.is_ok() {
            drop(self.client.take());
        }
    }
}

impl Drop for PostgresTx {
    /// Never hands a transaction that is still open, or may be, back to the pool: the connection leaves it and is closed.
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            drop(Object::take(client));
        }
    }
}
