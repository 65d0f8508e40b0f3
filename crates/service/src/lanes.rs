//! The lanes of slow hashes and who waits for them. Whose turn it is says `model::turns`; this wakes them.
//!
//! Lanes are this node's own: they share out its cores. What a guesser did, which every node must know, is in the database.

use crate::sign_in::is_known;
use crate::{App, Fault, Visit};
use counterfoil_model::turns::{Asker, Rank, Ticket, Turn, Turns};
use counterfoil_model::{AccountId, Network};
use counterfoil_store::{Error, repo};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;

/// How long people wait for a lane.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a mail program waits for a lane: shorter than the mail software waits for us.
const MAIL_PATIENCE: Duration = Duration::from_secs(2);

/// Lanes, shared out in turns.
#[derive(Debug)]
pub(crate) struct Lanes(Arc<Mutex<Queue>>);

#[derive(Debug)]
struct Queue {
    turns: Turns,
    waiting: HashMap<Ticket, oneshot::Sender<Permit>>,
}

/// A lane that is taken; given back when dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    queue: Arc<Mutex<Queue>>,
    rank: Rank,
}

/// A place in the queue; given up when dropped.
struct Place<'a> {
    lanes: &'a Lanes,
    ticket: Ticket,
}

impl Lanes {
    pub(crate) fn new(lanes: usize) -> Self {
        Self(Arc::new(Mutex::new(Queue {
            turns: Turns::new(lanes),
            waiting: HashMap::new(),
        })))
    }

    pub(crate) async fn take(&self, asker: Asker) -> Result<Permit, Fault> {
        let called = {
            let mut queue = lock(&self.0);
            match queue.turns.ask(asker) {
                Turn::Now => {
                    return Ok(Permit {
                        queue: Arc::clone(&self.0),
                        rank: asker.rank,
                    });
                }
                Turn::Full => return Err(Fault::Full),
                Turn::Later { ticket, instead_of } => {
                    if let Some(lost) = instead_of {
                        // Whoever waits there hears that nobody will call.
                        queue.waiting.remove(&lost);
                    }
                    let (call, called) = oneshot::channel();
                    queue.waiting.insert(ticket, call);
                    let place = Place {
                        lanes: self,
                        ticket,
                    };
                    (place, called)
                }
            }
        };
        let (_place, called) = called;
        match tokio::time::timeout(patience(asker.rank), called).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(_)) | Err(_) => Err(Fault::Full),
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut queue = lock(&self.lanes.0);
        queue.waiting.remove(&self.ticket);
        queue.turns.leave(self.ticket);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        lock(&self.queue).turns.done(self.rank);
        loop {
            let called = {
                let mut queue = lock(&self.queue);
                let called = queue.turns.call();
                called.map(|(ticket, rank)| (queue.waiting.remove(&ticket), rank))
            };
            let Some((call, rank)) = called else { return };
            let permit = Self {
                queue: Arc::clone(&self.queue),
                rank,
            };
            // Outside the lock: one that went away in this moment drops the permit, which calls the next.
            if let Some(call) = call {
                let _ = call.send(permit);
            }
        }
    }
}

fn lock(queue: &Mutex<Queue>) -> MutexGuard<'_, Queue> {
    // Nothing in here is left half done by a panic.
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

const fn patience(rank: Rank) -> Duration {
    match rank {
        Rank::Mail => MAIL_PATIENCE,
        Rank::Known | Rank::Stranger | Rank::Suspect => PATIENCE,
    }
}

/// Somebody who is signed in, or work of an account that no stranger can ask for.
pub(crate) const fn inside(account: AccountId) -> Asker {
    Asker {
        rank: Rank::Known,
        account: *account.as_bytes(),
        network: None,
    }
}

impl App {
    /// Somebody who has proved a password and guesses at the second step.
    pub(crate) async fn half_way(&self, account: AccountId, visit: &Visit) -> Result<Asker, Fault> {
        let now = self.now();
        let device: Result<_, Error> = self
            .db
            .read("half_way_device", |tx| async move {
                repo::device::load(&tx, account, &visit.browser).await
            })
            .await;
        let known = device?.is_some_and(|device| is_known(&device, now));
        Ok(Asker {
            rank: if known { Rank::Known } else { Rank::Stranger },
            account: *account.as_bytes(),
            network: Some(visit.network()),
        })
    }
}

/// Somebody who typed this, whatever it is.
pub(crate) fn outside(rank: Rank, typed: &[u8; 32], network: Network) -> Asker {
    let [account, _]: [[u8; 16]; 2] = halves(typed);
    Asker {
        rank,
        account,
        network: Some(network),
    }
}

fn halves(bytes: &[u8; 32]) -> [[u8; 16]; 2] {
    let mut halves = [[0; 16]; 2];
    for (byte, to) in bytes.iter().zip(halves.as_flattened_mut()) {
        *to = *byte;
    }
    halves
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stranger(account: u8) -> Asker {
        Asker {
            rank: Rank::Stranger,
            account: [account; 16],
            network: None,
        }
    }

    #[tokio::test]
    async fn who_waits_is_called_and_who_went_away_is_not() {
        let lanes = Lanes::new(1);
        let first = lanes.take(stranger(1)).await.unwrap();
        tokio::select! {
            biased;
            _ = lanes.take(stranger(2)) => panic!("there is one lane"),
            () = tokio::task::yield_now() => {}
        }
        assert!(lock(&lanes.0).waiting.is_empty());
        let (third, ()) = tokio::join!(lanes.take(stranger(3)), async { drop(first) });
        assert_eq!(lock(&lanes.0).turns.running(), 1);
        drop(third.unwrap());
        assert_eq!(lock(&lanes.0).turns.running(), 0);
    }

    #[tokio::test]
    async fn who_is_called_in_the_moment_of_going_away_gives_the_lane_back() {
        let lanes = Lanes::new(1);
        let first = lanes.take(stranger(1)).await.unwrap();
        {
            let mut second = Box::pin(lanes.take(stranger(2)));
            tokio::select! {
                biased;
                _ = &mut second => panic!("there is one lane"),
                () = tokio::task::yield_now() => {}
            }
            // Called, and never polled again.
            drop(first);
            assert_eq!(lock(&lanes.0).turns.running(), 1);
        }
        assert_eq!(lock(&lanes.0).turns.running(), 0);
        lanes.take(stranger(3)).await.unwrap();
    }

    #[tokio::test]
    async fn whoever_loses_a_place_to_others_hears_it_at_once() {
        let lanes = Lanes::new(1);
        let _busy = lanes.take(stranger(1)).await.unwrap();
        let mut crowd: Vec<_> = (0..600)
            .map(|_| Box::pin(lanes.take(stranger(2))))
            .collect();
        let mut refused = 0;
        for one in &mut crowd {
            tokio::select! {
                biased;
                answer = one => {
                    assert!(matches!(answer, Err(Fault::Full)));
                    refused += 1;
                }
                () = tokio::task::yield_now() => {}
            }
        }
        assert_eq!(refused, 600 - 512);
        let mut newcomer = Box::pin(lanes.take(stranger(3)));
        tokio::select! {
            biased;
            _ = &mut newcomer => panic!("there is one lane"),
            () = tokio::task::yield_now() => {}
        }
        // The crowd's newest lost its place to the newcomer.
        let lost = crowd.get_mut(511).unwrap();
        assert!(matches!(lost.await, Err(Fault::Full)));
    }

    #[test]
    fn a_mail_program_waits_shorter_than_its_server_does() {
        assert!(patience(Rank::Mail) < Duration::from_secs(5));
    }
}
