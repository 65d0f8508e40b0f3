//! Appending: an event gets its place after it was committed, once, from one job at a time.
//!
//! A lease keeps nodes from doing the same work. It is not what keeps the tree whole: a transaction appends only to the size that it
//! found, so whoever was late keeps nothing.

use super::head::sign;
use crate::{App, Fault};
use counterfoil_model::audit::{KeptLeaf, TreeHead};
use counterfoil_model::{Span, Timestamp};
use counterfoil_store::repo::audit::NewLeaf;
use counterfoil_store::{Error, Tx, repo};

/// How many events get their place in one transaction, under one head.
const AT_ONCE: i64 = 200;
/// How long a lease lasts: a node that dies with it keeps the others waiting for less than a minute.
const LEASE: Span = Span::seconds(30);

impl App {
    /// Puts every event that isn't there yet into the tree. Any node may do it at any time. Answers how many were put there: none as
    /// well while another node is at it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn append_events(&self) -> Result<usize, Fault> {
        let mut appended = 0;
        loop {
            let now = self.now();
            let until = now + LEASE;
            let claimed: Result<bool, Error> = self
                .db
                .run("audit_claim", |tx| async move {
                    repo::audit::claim(&tx, until, now).await
                })
                .await;
            if !claimed? {
                return Ok(appended);
            }
            let some: Result<usize, Error> = self
                .db
                .run("audit_append", |tx| async move {
                    let some = self.append_in(&tx, now).await?;
                    repo::audit::release(&tx, until).await?;
                    Ok(some)
                })
                .await;
            let some = some?;
            appended += some;
            if i64::try_from(some).is_ok_and(|some| some < AT_ONCE) {
                return Ok(appended);
            }
        }
    }

    async fn append_in(&self, tx: &Tx, now: Timestamp) -> Result<usize, Error> {
        let waiting = repo::audit::waiting(tx, AT_ONCE).await?;
        if waiting.is_empty() {
            return Ok(0);
        }
        let Some(mut frontier) = repo::audit::frontier(tx).await? else {
            return Err(Error::inconsistent("the tree of events: its frontier"));
        };
        let former = frontier.size();
        let mut leaves = Vec::new();
        for mut event in waiting {
            event.position = frontier.size();
            let hash = event.leaf_hash();
            frontier.push(hash);
            leaves.push(NewLeaf {
                account: event.account,
                leaf: KeptLeaf {
                    position: event.position,
                    commitment: event.commitment().to_vec(),
                    hash: hash.to_vec(),
                    event: event.id,
                    kind: event.kind,
                    at: event.at,
                    erased_by: None,
                },
            });
        }
        if !repo::audit::append(tx, &leaves, former, &frontier).await? {
            return Ok(0);
        }
        let head = TreeHead {
            size: frontier.size(),
            root: frontier.root(),
            at: now,
        };
        let (key, signing) = self.keys.newest_audit_key().map_err(Error::internal)?;
        repo::audit::sign(tx, &sign(&head, key, &signing)).await?;
        Ok(leaves.len())
    }
}
