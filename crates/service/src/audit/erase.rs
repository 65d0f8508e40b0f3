//! Erasing: what is somebody's own of an event goes, with its salt; kind, time and commitment stay in the tree. That it happened is an
//! event itself, over which digest says which events those were.

use crate::{App, Fault};
use counterfoil_model::audit::ErasedDigest;
use counterfoil_model::{AccountId, EventId, EventKind, Span, Timestamp};
use counterfoil_store::repo::audit::Erasable;
use counterfoil_store::repo::event::Event;
use counterfoil_store::{Error, Tx, repo};

/// How many events are erased in one transaction, under one event that says so.
const AT_ONCE: i64 = 200;

impl App {
    /// Erases what was asked for, because an account is gone, and what is older than the operator keeps; how many events that were.
    /// Only what is in the tree is erased: the rest a moment later.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn erase_events(&self, kept_for: Option<Span>) -> Result<usize, Fault> {
        let mut erased = 0;
        loop {
            let now = self.now();
            let some: Result<usize, Error> = self
                .db
                .run("audit_erase", |tx| async move {
                    let due = due(&tx, kept_for.map(|kept_for| now - kept_for)).await?;
                    self.erase_in(&tx, due, now).await
                })
                .await;
            let some = some?;
            erased += some;
            if some == 0 {
                return Ok(erased);
            }
        }
    }

    async fn erase_in(&self, tx: &Tx, due: Vec<Erasable>, now: Timestamp) -> Result<usize, Error> {
        let id = EventId::draw(&mut self.chance());
        let mut digest = ErasedDigest::default();
        let mut count = 0;
        for erasable in due {
            if repo::audit::erase(tx, &erasable, id).await? {
                digest.add(erasable.event);
                count += 1;
            }
        }
        if count == 0 {
            return Ok(0);
        }
        let event = Event {
            id,
            kind: EventKind::HistoryErased.as_str().to_owned(),
            at: now,
            details: digest.details(count),
            network: String::new(),
            device: String::new(),
        };
        let salt = self.draw_bytes();
        repo::event::record(tx, AccountId::NOBODY, &event, &salt, None, None).await?;
        Ok(count)
    }
}

/// What is to be erased, in the order of the tree.
async fn due(tx: &Tx, older_than: Option<Timestamp>) -> Result<Vec<Erasable>, Error> {
    let mut due = repo::audit::erasure_asked(tx, AT_ONCE).await?;
    if due.is_empty()
        && let Some(older_than) = older_than
    {
        let oldest = repo::audit::oldest(tx, EventKind::HistoryErased.as_str(), AT_ONCE).await?;
        due.extend(oldest.into_iter().filter(|event| event.at < older_than));
    }
    due.sort_by_key(|erasable| erasable.position);
    Ok(due)
}
