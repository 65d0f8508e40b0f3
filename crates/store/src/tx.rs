//! The handle through which repositories speak to an open transaction.

use crate::driver::{Answer, TxDriver};
use crate::{Error, Row, Statement, Value};
use std::fmt;
use std::sync::Arc;
use tokio::sync::Mutex;

/// An open transaction, given to the closure of [`Db::run`](crate::Db::run). Cloning gives another handle to the same
/// transaction; a handle that outlives it only gets errors.
///
/// After a statement has failed nothing more can be done in the transaction and it can't be committed, on either engine:
/// PostgreSQL would answer COMMIT with a silent ROLLBACK, SQLite would keep the half.
#[derive(Clone)]
pub struct Tx {
    state: Arc<Mutex<State>>,
}

struct State {
    driver: Option<Box<dyn TxDriver>>,
    health: Health,
    /// Statements asked so far.
    asked: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Health {
    Sound,
    /// A statement is under way; whoever finds this later knows that its caller went away before the answer.
    Asking,
    Conflict,
    Failed,
}

impl Health {
    fn after<T>(outcome: &Result<T, Error>) -> Self {
        match outcome {
            Ok(_) => Self::Sound,
            Err(Error::Conflict) => Self::Conflict,
            Err(_) => Self::Failed,
        }
    }

    fn check(self) -> Result<(), Error> {
        match self {
            Self::Sound => Ok(()),
            Self::Asking => Err(Error::internal(
                "a statement of this transaction was abandoned before its answer",
            )),
            Self::Conflict => Err(Error::Conflict),
            Self::Failed => Err(Error::internal(
                "an earlier statement of this transaction failed",
            )),
        }
    }
}

impl State {
    /// The driver, with the state set so that an abandoned call is noticed.
    fn ask(&mut self) -> Result<(&mut Box<dyn TxDriver>, &mut Health), Error> {
        self.health.check()?;
        let driver = self
            .driver
            .as_mut()
            .ok_or_else(|| Error::internal("the transaction has ended"))?;
        self.health = Health::Asking;
        self.asked += 1;
        Ok((driver, &mut self.health))
    }
}

impl Tx {
    /// Runs a statement and gives its rows.
    ///
    /// # Errors
    /// As [`Error`] says; a text with NUL in it is [`Error::Internal`].
    pub async fn query(
        &self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Vec<Row>, Error> {
        Ok(self.answer(statement, values).await?.rows)
    }

    /// Runs a statement that gives one row or none.
    ///
    /// # Errors
    /// As [`query`](Self::query), and [`Error::Inconsistent`] for more rows.
    pub async fn one(
        &self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Option<Row>, Error> {
        let mut rows = self.query(statement, values).await?;
        let row = rows.pop();
        if rows.is_empty() {
            Ok(row)
        } else {
            Err(Error::inconsistent(format!(
                "{}: more than one row",
                statement.name()
            )))
        }
    }

    /// Runs a statement and gives the number of rows it touched.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    pub async fn execute(
        &self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<u64, Error> {
        Ok(self.answer(statement, values).await?.affected)
    }

    /// Asks the engine to parse a statement and checks that it stays within the portable subset, without running it.
    ///
    /// # Errors
    /// [`Error::Internal`] or [`Error::SchemaUnknown`] when it doesn't.
    pub async fn prepare(&self, statement: &'static Statement) -> Result<(), Error> {
        let mut state = self.state.lock().await;
        let (driver, health) = state.ask()?;
        let outcome = driver.prepare(statement).await;
        *health = Health::after(&outcome);
        outcome
    }

    /// How many statements the transaction has asked so far: what tells the order of rows that it writes in one microsecond.
    pub async fn asked(&self) -> i64 {
        self.state.lock().await.asked
    }

    /// Runs the statements of a migration.
    pub(crate) async fn define(&self, ddl: &str) -> Result<(), Error> {
        let mut state = self.state.lock().await;
        let (driver, health) = state.ask()?;
        let outcome = driver.define(ddl).await;
        *health = Health::after(&outcome);
        outcome
    }

    async fn answer(
        &self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        refuse_nul(statement, values)?;
        let mut state = self.state.lock().await;
        let (driver, health) = state.ask()?;
        let outcome = driver.query(statement, values).await;
        *health = Health::after(&outcome);
        outcome
    }
}

/// SQLite would keep a NUL inside a text, PostgreSQL can't.
fn refuse_nul(statement: &'static Statement, values: &[Value]) -> Result<(), Error> {
    match values
        .iter()
        .position(|value| matches!(value, Value::Text(text) if text.contains('\0')))
    {
        Some(at) => Err(Error::internal(format!(
            "{}: ${} is a text with NUL in it",
            statement.name(),
            at + 1
        ))),
        None => Ok(()),
    }
}

/// Ends a transaction when its closure is done, and when the future around it is dropped.
pub(crate) struct Ending {
    state: Arc<Mutex<State>>,
}

impl Ending {
    /// Opens the handle and what ends it.
    pub(crate) fn of(driver: Box<dyn TxDriver>) -> (Tx, Self) {
        let state = Arc::new(Mutex::new(State {
            driver: Some(driver),
            health: Health::Sound,
            asked: 0,
        }));
        (
            Tx {
                state: Arc::clone(&state),
            },
            Self { state },
        )
    }

    /// Commits, unless a statement failed and the closure said nothing of it.
    pub(crate) async fn commit(self) -> Result<(), Error> {
        let (driver, health) = self.take().await;
        let Some(driver) = driver else {
            return Err(Error::internal("the transaction has ended"));
        };
        match health.check() {
            Ok(()) => driver.commit().await,
            Err(error) => {
                driver.rollback().await;
                Err(error)
            }
        }
    }

    /// Undoes everything; says whether it was another transaction that got in the way.
    pub(crate) async fn rollback(self) -> bool {
        let (driver, health) = self.take().await;
        if let Some(driver) = driver {
            driver.rollback().await;
        }
        health == Health::Conflict
    }

    async fn take(&self) -> (Option<Box<dyn TxDriver>>, Health) {
        let mut state = self.state.lock().await;
        (state.driver.take(), state.health)
    }
}

impl Drop for Ending {
    /// A handle that got out of the closure must not keep the transaction open.
    fn drop(&mut self) {
        if let Ok(mut state) = self.state.try_lock() {
            drop(state.driver.take());
        }
    }
}

impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tx")
    }
}
