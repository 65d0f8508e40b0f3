//! The check of the whole tree, on one snapshot of the database, a page of places at a time.

use crate::{App, Fault};
use counterfoil_model::audit::{
    Audit, Auditor, Finding, HeadLine, KeptHead, Named, Signature, TreeHead,
};
use counterfoil_model::{EventKind, KeyKind, Timestamp};
use counterfoil_store::repo::audit::Head;
use counterfoil_store::repo::stolen_key::StolenKey;
use counterfoil_store::{Error, Tx, repo};
use ed25519_dalek::Verifier;
use std::collections::VecDeque;

/// How many places are looked at together.
const PAGE: u64 = 500;
/// How many heads are read together.
const HEADS: i64 = 500;
/// So many events that claim a place behind the last leaf are named.
const BEYOND: i64 = 100;
/// So many events that are only called erased are named.
const NAMED: i64 = 1000;

/// What came of a check.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The check.
    pub audit: Audit,
    /// How many events aren't in the tree yet.
    pub waiting: i64,
    /// When the oldest of them happened.
    pub waiting_since: Option<Timestamp>,
    /// When the service was restored from a backup: lines that were printed shortly before don't match since.
    pub restored_at: Vec<Timestamp>,
}

impl App {
    /// Hashes the whole tree anew and holds it against events, leaves and signed heads. With a line from paper, its place is looked for
    /// among everything the tree has ever come to.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn verify_events(&self, line: Option<HeadLine>) -> Result<Verified, Fault> {
        let verified: Result<Verified, Error> = self
            .db
            .read("audit_verify", |tx| async move {
                self.verify_in(&tx, line).await
            })
            .await;
        Ok(verified?)
    }

    async fn verify_in(&self, tx: &Tx, line: Option<HeadLine>) -> Result<Verified, Error> {
        let mut auditor = Auditor::new(line);
        let mut heads = Heads {
            tx,
            app: self,
            stolen: repo::stolen_key::list(tx).await?,
            read: VecDeque::new(),
            until: 0,
        };
        let places = repo::audit::places_taken(tx).await?;
        while auditor.next() < places {
            let from = auditor.next();
            let to = places.min(from + PAGE);
            let (leaves, events) = repo::audit::places(tx, from, to).await?;
            let mut leaves = leaves.into_iter().peekable();
            let mut events = events.into_iter().peekable();
            for position in from..to {
                let leaf = leaves.next_if(|leaf| leaf.position == position);
                let mut here = Vec::new();
                while let Some(event) = events.next_if(|event| event.position == position) {
                    here.push(event);
                }
                auditor.place(leaf, here);
                heads.hand_over(&mut auditor, position + 1).await?;
            }
        }
        heads.hand_over(&mut auditor, u64::MAX).await?;
        for event in repo::audit::beyond(tx, places, BEYOND).await? {
            auditor.beyond(&event);
        }
        let frontier = repo::audit::frontier(tx).await?;
        let (waiting, waiting_since) = repo::audit::wait_since(tx).await?;
        let mut audit = auditor.finish(frontier.as_ref());
        for finding in &mut audit.findings {
            if let Finding::ErasureUnsaid { by, events } = finding {
                let leaves = repo::audit::erased_by(tx, *by, NAMED).await?;
                events.extend(leaves.iter().map(Named::leaf));
            }
        }
        Ok(Verified {
            audit,
            waiting,
            waiting_since,
            restored_at: repo::audit::moments(tx, EventKind::BackupRestored.as_str()).await?,
        })
    }

    fn judge(&self, head: Head, stolen: &[StolenKey]) -> KeptHead {
        let size = u64::try_from(head.size).unwrap_or(u64::MAX);
        KeptHead {
            size,
            signature: self.signature_of(&head, size, stolen),
            root: head.root,
            at: head.at,
            key: head.key,
        }
    }

    fn signature_of(&self, head: &Head, size: u64, stolen: &[StolenKey]) -> Signature {
        let Ok(key) = self.keys.audit_key(&head.key) else {
            return Signature::KeyMissing;
        };
        let (Ok(root), Ok(signature)) = (
            head.root.as_slice().try_into(),
            head.signature.as_slice().try_into(),
        ) else {
            return Signature::Wrong;
        };
        let at = head.at;
        let message = TreeHead { size, root, at }.message();
        let verified = key.verifying_key().verify(&message, &signature);
        let of_thief = |key: &StolenKey| {
            key.kind == KeyKind::Audit.name() && key.id == head.key && key.said_at < at
        };
        match verified {
            Err(_) => Signature::Wrong,
            Ok(()) if stolen.iter().any(of_thief) => Signature::Stolen,
            Ok(()) => Signature::Good,
        }
    }
}

/// The heads, in the order of their sizes.
struct Heads<'a> {
    tx: &'a Tx,
    app: &'a App,
    stolen: Vec<StolenKey>,
    read: VecDeque<Head>,
    until: i64,
}

impl Heads<'_> {
    /// Hands over all heads of trees up to this size.
    async fn hand_over(&mut self, auditor: &mut Auditor, size: u64) -> Result<(), Error> {
        loop {
            if self.read.is_empty() && self.until < i64::MAX {
                let page = repo::audit::heads(self.tx, self.until, HEADS).await?;
                self.until = page.last().map_or(i64::MAX, |head| head.size);
                self.read = page.into();
            }
            let beyond = |head: &Head| u64::try_from(head.size).map_or(true, |own| own > size);
            if self.read.front().is_none_or(beyond) {
                return Ok(());
            }
            if let Some(head) = self.read.pop_front() {
                auditor.head(self.app.judge(head, &self.stolen));
            }
        }
    }
}
