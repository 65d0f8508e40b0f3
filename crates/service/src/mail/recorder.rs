//! What mail programs did, until it is written: uses in batches of five seconds, first uses and refusals at once.
//!
//! A webmail makes a new connection at every click, so a use costs no write of its own. What a crash can lose is at most
//! [`EVERY`] of last uses.

use super::access::{Access, Credential, Refusal};
use counterfoil_model::{AccountId, MailProtocol, Network, Timestamp};
use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// How long uses are collected at most.
pub(super) const EVERY: Duration = Duration::from_secs(5);
/// How many credentials in use are remembered; with more, some are written sooner than they need be.
const REMEMBERED: usize = 200_000;

/// One row of what is kept: a credential, from a network, by a protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) account: AccountId,
    pub(crate) credential: Credential,
    pub(crate) network: Network,
    pub(crate) protocol: MailProtocol,
}

/// What is to be written about it.
#[derive(Clone, Debug)]
pub(crate) struct Uses {
    pub(crate) label: String,
    pub(crate) is_news: bool,
    pub(crate) count: i64,
    pub(crate) first_at: Timestamp,
    pub(crate) last_at: Timestamp,
    pub(crate) address: IpAddr,
    pub(crate) program: Option<String>,
}

/// Everything that waits to be written.
#[derive(Debug, Default)]
pub(crate) struct Waiting {
    pub(crate) uses: HashMap<Key, Uses>,
    pub(crate) refusals: Vec<Refusal>,
}

#[derive(Debug, Default)]
struct State {
    waiting: Waiting,
    known: HashSet<Key>,
}

/// Collects what mail programs did.
#[derive(Debug, Default)]
pub(crate) struct MailRecorder {
    state: Mutex<State>,
    urgent: Notify,
}

impl MailRecorder {
    /// Notes a use.
    pub(crate) fn note(&self, access: Access) {
        let key = access.key();
        let uses = Uses {
            label: access.label,
            is_news: access.is_news,
            count: 1,
            first_at: access.at,
            last_at: access.at,
            address: access.remote,
            program: None,
        };
        self.add(key, uses);
    }

    /// Notes the name of the program behind a use that was or will be noted.
    pub(crate) fn note_program(&self, access: Access, program: String) {
        let key = access.key();
        let uses = Uses {
            label: access.label,
            is_news: access.is_news,
            count: 0,
            first_at: access.at,
            last_at: access.at,
            address: access.remote,
            program: Some(program),
        };
        self.add(key, uses);
    }

    fn add(&self, key: Key, uses: Uses) {
        let mut state = self.state();
        let known = state.known.contains(&key);
        state.waiting.add(key, uses);
        drop(state);
        if !known {
            self.urgent.notify_one();
        }
    }

    /// Notes a refusal.
    pub(crate) fn note_refusal(&self, refusal: Refusal) {
        self.state().waiting.refusals.push(refusal);
        self.urgent.notify_one();
    }

    /// Waits for something that must not wait.
    pub(super) async fn urgent(&self) {
        self.urgent.notified().await;
    }

    /// Takes everything that waits.
    pub(super) fn take(&self) -> Waiting {
        std::mem::take(&mut self.state().waiting)
    }

    /// Puts back what could not be written.
    pub(super) fn put_back(&self, waiting: Waiting) {
        let mut state = self.state();
        for (key, uses) in waiting.uses {
            state.waiting.add(key, uses);
        }
        state.waiting.refusals.extend(waiting.refusals);
    }

    /// These are written: their next use can wait.
    pub(super) fn written(&self, keys: impl IntoIterator<Item = Key>) {
        let mut state = self.state();
        if state.known.len() >= REMEMBERED {
            state.known.clear();
        }
        state.known.extend(keys);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn add(&mut self, key: Key, new: Uses) {
        match self.uses.get_mut(&key) {
            None => {
                self.uses.insert(key, new);
            }
            Some(uses) => {
                uses.count += new.count;
                uses.first_at = uses.first_at.min(new.first_at);
                if new.last_at >= uses.last_at {
                    uses.last_at = new.last_at;
                    uses.address = new.address;
                }
                uses.program = new.program.or_else(|| uses.program.take());
            }
        }
    }
}
