//! A database that fails on demand: errors, lost connections, callers that go away, and transactions held at a gate.

use async_trait::async_trait;
use counterfoil_store::driver::{Answer, Driver, Engine, Mode, TxDriver};
use counterfoil_store::{Db, Error, Statement, Value};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, watch};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// [`Error::Unavailable`], and the connection stays usable for a rollback.
    Fail,
    /// [`Error::Conflict`], so the transaction is run again.
    Conflict,
    /// No answer ever comes; the test drops the future once [`Faults::struck`] says so.
    Cancel,
    /// The connection is dropped without a goodbye.
    Disconnect,
}

/// On which side of the operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The operation doesn't reach the database.
    Before,
    /// The operation is done and its answer is lost. After a COMMIT every error is [`Error::Uncertain`].
    After,
}

/// The switchboard of a faulty database. Operations are begin, each statement, and commit; they are counted from 1,
/// anew at each [`strike_at`](Self::strike_at).
#[derive(Clone, Default)]
pub struct Faults {
    plan: Arc<Mutex<Plan>>,
    struck: Arc<Notify>,
}

#[derive(Default)]
struct Plan {
    counted: usize,
    strike: Option<(usize, When, Fault)>,
    gates: HashMap<&'static str, Arc<Gate>>,
}

struct Gate {
    wanted: usize,
    arrived: watch::Sender<usize>,
}

/// Transactions held before they begin, until enough of them have come.
#[derive(Clone)]
pub struct Hold {
    gate: Arc<Gate>,
}

impl Faults {
    /// A database on the same driver with this switchboard in between. Without orders it changes nothing.
    #[must_use]
    pub fn around(db: &Db) -> (Db, Self) {
        let faults = Self::default();
        let driver = FaultyDriver {
            inner: db.driver(),
            faults: faults.clone(),
        };
        (Db::new(Arc::new(driver)), faults)
    }

    /// Strikes once, at the `n`th operation from now.
    pub fn strike_at(&self, n: usize, when: When, fault: Fault) {
        let mut plan = self.plan();
        plan.counted = 0;
        plan.strike = Some((n, when, fault));
    }

    /// Operations since the last [`strike_at`](Self::strike_at).
    #[must_use]
    pub fn counted(&self) -> usize {
        self.plan().counted
    }

    /// Whether the ordered fault is still to come; takes the order back.
    #[must_use]
    pub fn spare(&self) -> bool {
        self.plan().strike.take().is_some()
    }

    /// Waits until a [`Fault::Cancel`] has struck.
    pub async fn struck(&self) {
        self.struck.notified().await;
    }

    /// Holds every transaction called `name` before it begins and before it takes a connection, until `n` have come;
    /// then the gate stays open.
    #[must_use]
    pub fn hold(&self, name: &'static str, n: usize) -> Hold {
        let gate = Arc::new(Gate {
            wanted: n,
            arrived: watch::Sender::new(0),
        });
        self.plan().gates.insert(name, Arc::clone(&gate));
        Hold { gate }
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts an operation and says what happens to it.
    fn next(&self) -> Option<(When, Fault)> {
        let mut plan = self.plan();
        plan.counted += 1;
        let counted = plan.counted;
        plan.strike
            .take_if(|(n, ..)| *n == counted)
            .map(|(_, when, fault)| (when, fault))
    }

    async fn pass_gate(&self, name: &'static str) {
        let gate = self.plan().gates.get(name).cloned();
        if let Some(gate) = gate {
            gate.pass().await;
        }
    }

    async fn error(&self, fault: Fault) -> Error {
        match fault {
            Fault::Fail => Error::Unavailable("a fault of the test".into()),
            Fault::Conflict => Error::Conflict,
            Fault::Disconnect => Error::Unavailable("the test cut the connection".into()),
            Fault::Cancel => {
                self.struck.notify_one();
                std::future::pending().await
            }
        }
    }
}

impl Gate {
    async fn pass(&self) {
        let mut arrived = self.arrived.subscribe();
        self.arrived.send_modify(|n| *n += 1);
        // The sender lives as long as the gate, so this can't fail.
        let _open = arrived.wait_for(|n| *n >= self.wanted).await;
    }
}

impl Hold {
    /// How many have come so far, retries included once the gate is open.
    #[must_use]
    pub fn arrived(&self) -> usize {
        *self.gate.arrived.borrow()
    }

    /// Waits until `n` have come.
    pub async fn until(&self, n: usize) {
        let mut arrived = self.gate.arrived.subscribe();
        let _reached = arrived.wait_for(|came| *came >= n).await;
    }
}

struct FaultyDriver {
    inner: Arc<dyn Driver>,
    faults: Faults,
}

#[async_trait]
impl Driver for FaultyDriver {
    async fn begin(&self, name: &'static str, mode: Mode) -> Result<Box<dyn TxDriver>, Error> {
        self.faults.pass_gate(name).await;
        let strike = self.faults.next();
        if let Some((When::Before, fault)) = strike {
            return Err(self.faults.error(fault).await);
        }
        let inner = self.inner.begin(name, mode).await?;
        if let Some((When::After, fault)) = strike {
            // Held while a cancelled caller waits, and dropped without an end with it.
            let _open = inner;
            return Err(self.faults.error(fault).await);
        }
        Ok(Box::new(FaultyTx {
            inner: Some(inner),
            faults: self.faults.clone(),
        }))
    }

    fn engine(&self) -> Engine {
        self.inner.engine()
    }
}

struct FaultyTx {
    /// Nothing once the connection was cut.
    inner: Option<Box<dyn TxDriver>>,
    faults: Faults,
}

impl FaultyTx {
    fn inner(&mut self) -> Result<&mut Box<dyn TxDriver>, Error> {
        self.inner
            .as_mut()
            .ok_or_else(|| Error::Unavailable("the test cut the connection".into()))
    }

    async fn suffer(&mut self, fault: Fault) -> Error {
        if fault == Fault::Disconnect {
            drop(self.inner.take());
        }
        self.faults.error(fault).await
    }
}

#[async_trait]
impl TxDriver for FaultyTx {
    async fn query(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Answer, Error> {
        let strike = self.faults.next();
        if let Some((When::Before, fault)) = strike {
            return Err(self.suffer(fault).await);
        }
        let answer = self.inner()?.query(statement, values).await?;
        match strike {
            Some((_, fault)) => Err(self.suffer(fault).await),
            None => Ok(answer),
        }
    }

    async fn prepare(&mut self, statement: &'static Statement) -> Result<(), Error> {
        self.inner()?.prepare(statement).await
    }

    async fn define(&mut self, ddl: &str) -> Result<(), Error> {
        self.inner()?.define(ddl).await
    }

    async fn commit(mut self: Box<Self>) -> Result<(), Error> {
        let strike = self.faults.next();
        if let Some((When::Before, fault)) = strike {
            let error = self.suffer(fault).await;
            // Whoever loses the connection at COMMIT can't know on which side of it that was.
            return Err(if fault == Fault::Disconnect {
                uncertain()
            } else {
                error
            });
        }
        let Some(inner) = self.inner.take() else {
            return Err(uncertain());
        };
        inner.commit().await?;
        match strike {
            Some((_, Fault::Cancel)) => Err(self.suffer(Fault::Cancel).await),
            Some(_) => Err(uncertain()),
            None => Ok(()),
        }
    }

    async fn rollback(mut self: Box<Self>) {
        if let Some(inner) = self.inner.take() {
            inner.rollback().await;
        }
    }
}

fn uncertain() -> Error {
    Error::Uncertain("the test cut the connection".into())
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.plan();
        f.debug_struct("Faults")
            .field("counted", &plan.counted)
            .field("strike", &plan.strike)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hold({} of {})", self.arrived(), self.gate.wanted)
    }
}
