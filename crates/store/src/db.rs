//! The database as services see it: named transactions, tried again when they collide.

use crate::Error;
use crate::driver::{Driver, Engine, Mode};
use crate::tx::{Ending, Tx};
use crate::watch::{Ended, Outcome, Watch};
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often a colliding transaction is run, the first time included.
const ATTEMPTS: u32 = 32;
/// No attempt begins after this long.
const PATIENCE: Duration = Duration::from_secs(15);
/// The longest pause between two attempts.
const LONGEST_PAUSE_MICROS: u64 = 100_000;

/// A database. Cloning is cheap and shares the connections.
#[derive(Clone)]
pub struct Db {
    driver: Arc<dyn Driver>,
    watch: Option<Arc<dyn Watch>>,
}

/// How one attempt ended.
enum Attempt<T, E> {
    Done(T),
    Collided(E),
    Failed(E),
}

impl Db {
    /// A database on this driver: what [`open`](crate::open) does, and how a test puts a driver of its own in between.
    #[must_use]
    pub fn new(driver: Arc<dyn Driver>) -> Self {
        Self {
            driver,
            watch: None,
        }
    }

    /// The same database; every transaction that is run through this value is told to `watch` when it ended.
    #[must_use]
    pub fn watched(self, watch: Arc<dyn Watch>) -> Self {
        Self {
            watch: Some(watch),
            ..self
        }
    }

    /// The driver underneath.
    #[must_use]
    pub fn driver(&self) -> Arc<dyn Driver> {
        Arc::clone(&self.driver)
    }

    /// Which engine is underneath.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.driver.engine()
    }

    /// Closes it: the write that is under way ends, and none begins after it.
    pub async fn close(&self) {
        self.driver.close().await;
    }

    /// Runs `f` in a serializable transaction, commits when it returns `Ok` and undoes everything when it returns `Err`.
    ///
    /// When another transaction got in the way, at any statement or at COMMIT, `f` runs again in a new transaction after a
    /// short random pause, whatever error it made of the collision; so `f` has no side effects outside the transaction.
    /// No Argon2, no drawing of codes, no other `run` inside `f`: on SQLite there is one writer.
    ///
    /// # Errors
    /// Those of `f`; and [`Error::Conflict`] after too many collisions, [`Error::Unavailable`], [`Error::Uncertain`]
    /// when the connection was lost during COMMIT.
    pub async fn run<T, E, F, Fut>(&self, name: &'static str, f: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        self.repeat(name, Mode::Write, f).await
    }

    /// Runs `f` on one read-only snapshot. A write inside it fails.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub async fn read<T, E, F, Fut>(&self, name: &'static str, f: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        self.repeat(name, Mode::Read, f).await
    }

    /// Runs `f` on one read-only snapshot, for a few rows found by their keys: what a request does often and what must be quick.
    /// On SQLite it runs in the thread that asks, where a long list would keep other requests waiting.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub async fn glance<T, E, F, Fut>(&self, name: &'static str, f: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        self.repeat(name, Mode::Glance, f).await
    }

    /// Runs `f`, which asks one SELECT for a few rows by their keys. On PostgreSQL that spares the BEGIN and the COMMIT around it,
    /// and so two of three journeys.
    ///
    /// # Errors
    /// As [`run`](Self::run); and [`Error::Internal`] when `f` asks more.
    pub async fn lookup<T, E, F, Fut>(&self, name: &'static str, f: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        self.repeat(name, Mode::Lookup, f).await
    }

    /// Runs `f` once on one read-only snapshot that may be read for long: for a backup. It keeps nobody waiting who writes, and
    /// nothing gets in its way, so `f` may have side effects.
    ///
    /// # Errors
    /// Those of `f`; and [`Error::Unavailable`].
    pub async fn snapshot<T, E, F, Fut>(&self, name: &'static str, f: F) -> Result<T, E>
    where
        F: FnOnce(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        let (tx, ending) = Ending::of(self.driver.begin(name, Mode::Snapshot).await?);
        let outcome = f(tx).await;
        ending.rollback().await;
        outcome
    }

    async fn repeat<T, E, F, Fut>(&self, name: &'static str, mode: Mode, mut f: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        let started = Instant::now();
        let mut attempt = 1;
        loop {
            match self.attempt(name, mode, &mut f).await {
                Attempt::Done(value) => {
                    self.measure(name, attempt, started, Outcome::Committed);
                    return Ok(value);
                }
                Attempt::Failed(error) => {
                    self.measure(name, attempt, started, Outcome::Undone);
                    return Err(error);
                }
                Attempt::Collided(error)
                    if attempt >= ATTEMPTS || started.elapsed() >= PATIENCE =>
                {
                    tracing::warn!(
                        transaction = name,
                        attempts = attempt,
                        "gave up after too many collisions"
                    );
                    self.measure(name, attempt, started, Outcome::Collided);
                    return Err(error);
                }
                Attempt::Collided(_) => {}
            }
            tokio::time::sleep(pause(attempt)).await;
            attempt += 1;
        }
    }

    fn measure(&self, name: &'static str, attempts: u32, started: Instant, outcome: Outcome) {
        let took = started.elapsed();
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let outcome_name = outcome.name();
        tracing::debug!(target: "counterfoil_store::transaction", transaction = name, attempts, micros, outcome = outcome_name);
        if let Some(watch) = &self.watch {
            watch.ended(&Ended {
                name,
                attempts,
                took,
                outcome,
            });
        }
    }

    async fn attempt<T, E, F, Fut>(
        &self,
        name: &'static str,
        mode: Mode,
        f: &mut F,
    ) -> Attempt<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        let driver = match self.driver.begin(name, mode).await {
            Ok(driver) => driver,
            Err(error) => return unfinished(error),
        };
        let (tx, ending) = Ending::of(driver);
        match f(tx).await {
            Ok(value) => match ending.commit().await {
                Ok(()) => Attempt::Done(value),
                Err(error) => unfinished(error),
            },
            Err(error) => {
                if ending.rollback().await {
                    Attempt::Collided(error)
                } else {
                    Attempt::Failed(error)
                }
            }
        }
    }
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Db({:?})", self.engine())
    }
}

fn unfinished<T, E: From<Error>>(error: Error) -> Attempt<T, E> {
    if matches!(error, Error::Conflict) {
        Attempt::Collided(error.into())
    } else {
        Attempt::Failed(error.into())
    }
}

/// A random pause that grows with the attempts, so that those who collided once don't meet again.
fn pause(attempt: u32) -> Duration {
    let longest = 500_u64
        .saturating_mul(1 << attempt.min(16))
        .min(LONGEST_PAUSE_MICROS);
    // The standard library draws the keys of its hash maps anew each time: chance enough for a pause, and no generator
    // has to be handed through every call.
    Duration::from_micros(RandomState::new().hash_one(attempt) % longest)
}
