//! Threads that each own one connection, and the queue for them.

use super::connection::{Connection, Place};
use crate::driver::{Answer, Mode};
use crate::{Error, Statement, Value};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// How long a transaction waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) type Reply<T> = oneshot::Sender<Result<T, Error>>;

/// What a worker is asked to do.
pub(super) enum Order {
    Begin {
        reply: Reply<()>,
    },
    Query {
        statement: &'static Statement,
        values: Vec<Value>,
        reply: Reply<Answer>,
    },
    Prepare {
        statement: &'static Statement,
        reply: Reply<()>,
    },
    Define {
        ddl: String,
        reply: Reply<()>,
    },
    Commit {
        reply: Reply<()>,
    },
    Rollback,
}

type Inbox = mpsc::Sender<Order>;

/// Some workers and the queue before them: first come, first served.
pub(super) struct Workers {
    free: Arc<Mutex<Vec<Inbox>>>,
    turns: Arc<Semaphore>,
}

impl Workers {
    /// Opens `count` connections, each in a thread that ends when these workers are dropped.
    pub(super) async fn start(place: &Place, mode: Mode, count: usize) -> Result<Self, Error> {
        let mut free = Vec::with_capacity(count);
        for _ in 0..count {
            let (inbox, orders) = mpsc::channel();
            let (opened, ready) = oneshot::channel();
            let place = place.clone();
            thread::Builder::new()
                .name(format!(
                    "sqlite {}",
                    if mode == Mode::Write {
                        "writer"
                    } else {
                        "reader"
                    }
                ))
                .spawn(move || match Connection::open(place, mode) {
                    Ok(connection) => {
                        let _gone = opened.send(Ok(()));
                        work(connection, &orders);
                    }
                    Err(error) => {
                        let _gone = opened.send(Err(error));
                    }
                })
                .map_err(|error| Error::Unavailable(error.into()))?;
            ready.await.map_err(|_| stopped())??;
            free.push(inbox);
        }
        Ok(Self {
            free: Arc::new(Mutex::new(free)),
            turns: Arc::new(Semaphore::new(count)),
        })
    }

    /// Nobody gets a worker any more; who has one keeps it.
    pub(super) fn close(&self) {
        self.turns.close();
    }

    /// Waits for a free worker.
    pub(super) async fn lease(&self) -> Result<Lease, Error> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned())
            .await
            .map_err(|_| Error::Unavailable("every connection to the database is busy".into()))?
            .map_err(|_| stopped())?;
        let inbox = self
            .free
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
            .ok_or_else(stopped)?;
        Ok(Lease {
            inbox: Some(inbox),
            free: Arc::clone(&self.free),
            _turn: turn,
        })
    }
}

/// A worker for the length of one transaction.
pub(super) struct Lease {
    inbox: Option<Inbox>,
    free: Arc<Mutex<Vec<Inbox>>>,
    _turn: OwnedSemaphorePermit,
}

impl Lease {
    /// Gives an order and waits for the answer.
    pub(super) async fn ask<T>(&self, order: impl FnOnce(Reply<T>) -> Order) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        self.tell(order(reply));
        answer.await.map_err(|_| stopped())?
    }

    /// Gives an order without waiting. Orders are followed in the order they were given.
    pub(super) fn tell(&self, order: Order) {
        if let Some(inbox) = &self.inbox {
            // When the thread has ended, the reply inside the order is dropped and whoever waits is told.
            let _stopped = inbox.send(order);
        }
    }
}

impl Drop for Lease {
    /// Puts the worker back before the turn is given up.
    fn drop(&mut self) {
        if let Some(inbox) = self.inbox.take() {
            self.free
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(inbox);
        }
    }
}

fn stopped() -> Error {
    Error::Unavailable("the database thread has stopped".into())
}

fn work(mut connection: Connection, orders: &mpsc::Receiver<Order>) {
    while let Ok(order) = orders.recv() {
        match order {
            Order::Begin { reply } => send(reply, connection.begin()),
            Order::Query {
                statement,
                values,
                reply,
            } => send(reply, connection.query(statement, &values)),
            Order::Prepare { statement, reply } => send(reply, connection.prepare(statement)),
            Order::Define { ddl, reply } => send(reply, connection.define(&ddl)),
            Order::Commit { reply } => send(reply, connection.commit()),
            Order::Rollback => connection.rollback(),
        }
    }
}

fn send<T>(reply: Reply<T>, outcome: Result<T, Error>) {
    // Whoever asked may have gone away; a ROLLBACK then follows.
    let _gone = reply.send(outcome);
}
