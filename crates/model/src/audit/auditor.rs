//! The check: the whole tree is hashed anew, leaf after leaf, and held against what is kept and what was signed. It needs no more memory
//! than what it finds.

use super::{ErasedDigest, Finding, Frontier, Hash, HeadLine, Leaf, LineVerdict, Named, Personal};
use crate::{AccountId, EventId, EventKind, Timestamp};
use std::collections::BTreeMap;

/// A leaf as it is kept.
#[derive(Clone, Debug)]
pub struct KeptLeaf {
    /// Its place.
    pub position: u64,
    /// The event.
    pub event: EventId,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// The commitment to what is somebody's own.
    pub commitment: Vec<u8>,
    /// Its hash.
    pub hash: Vec<u8>,
    /// The event that says that the rest was erased.
    pub erased_by: Option<EventId>,
}

/// An event as it is kept.
#[derive(Clone, Debug)]
pub struct KeptEvent {
    /// Whose it is.
    pub account: AccountId,
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// Its salt.
    pub salt: Vec<u8>,
    /// The sentence's arguments.
    pub details: String,
    /// From which address.
    pub network: String,
    /// By which device.
    pub device: String,
    /// By which browser.
    pub browser: Option<Vec<u8>>,
    /// Which came first of those that share a microsecond.
    pub ordinal: i64,
    /// Its place in the tree.
    pub position: u64,
}

/// A head as it is kept.
#[derive(Clone, Debug)]
pub struct KeptHead {
    /// How many leaves there were.
    pub size: u64,
    /// Their root.
    pub root: Vec<u8>,
    /// When it was signed.
    pub at: Timestamp,
    /// The key that it names.
    pub key: String,
    /// What is to be said of the signature.
    pub signature: Signature,
}

/// What is to be said of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// It is the key's.
    Good,
    /// It isn't.
    Wrong,
    /// The key isn't here.
    KeyMissing,
    /// It is the key's, and was made after it was said that the key may have been stolen.
    Stolen,
}

/// What came of a check.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// How many events are in the tree.
    pub events: u64,
    /// Of how many of them only kind and time are left, as it should be.
    pub erased: u64,
    /// How many heads there are.
    pub heads: u64,
    /// How many of them were signed by a key that isn't here any more; a newer one covers them.
    pub heads_unchecked: u64,
    /// What isn't as it was.
    pub findings: Vec<Finding>,
    /// Whether the line from paper belongs here, if one was given.
    pub line: Option<LineVerdict>,
}

/// A check under way.
#[derive(Debug, Default)]
pub struct Auditor {
    frontier: Frontier,
    audit: Audit,
    line: Option<HeadLine>,
    /// Events whose row isn't where their leaf is.
    missing: Vec<Named>,
    /// Events that are erased, by the event that says so: years of them, so they are counted and not kept.
    erased: BTreeMap<EventId, (ErasedDigest, usize)>,
    /// Rows that are where another's leaf is, or none.
    strangers: BTreeMap<EventId, Named>,
    /// Leaves whose hash is another than they come to.
    suspects: Vec<(KeptLeaf, Hash)>,
    /// What erasing events say of what they erased.
    said: BTreeMap<EventId, String>,
    /// When the event at the last place happened.
    last_at: Option<Timestamp>,
    fits_until: u64,
    differs: Option<Differing>,
    newest: Option<KeptHead>,
}

/// Heads that stand for another tree.
#[derive(Clone, Copy, Debug)]
struct Differing {
    /// The first of them.
    size: u64,
    at: Timestamp,
    fits_until: u64,
    heads: u64,
}

impl Named {
    /// The event of a leaf.
    #[must_use]
    pub fn leaf(leaf: &KeptLeaf) -> Self {
        Self {
            position: leaf.position,
            event: leaf.event,
            kind: leaf.kind.clone(),
            at: leaf.at,
        }
    }

    fn event(event: &KeptEvent) -> Self {
        Self {
            position: event.position,
            event: event.id,
            kind: event.kind.clone(),
            at: event.at,
        }
    }
}

impl KeptEvent {
    /// The commitment to what is somebody's own.
    #[must_use]
    pub fn commitment(&self) -> Hash {
        let personal = Personal {
            account: self.account,
            details: &self.details,
            network: &self.network,
            device: &self.device,
            browser: self.browser.as_deref(),
            ordinal: self.ordinal,
        };
        personal.commit(&self.salt)
    }

    /// The hash of the leaf at its place.
    #[must_use]
    pub fn leaf_hash(&self) -> Hash {
        let leaf = Leaf {
            position: self.position,
            event: self.id,
            kind: &self.kind,
            at: self.at,
            commitment: &self.commitment(),
        };
        leaf.hash()
    }
}

impl KeptLeaf {
    /// Its hash, if it stood at that place.
    fn hash_at(&self, position: u64) -> Hash {
        let leaf = Leaf {
            position,
            event: self.event,
            kind: &self.kind,
            at: self.at,
            commitment: &self.commitment,
        };
        leaf.hash()
    }
}

impl Auditor {
    /// Begins; with a line from paper, its place in the tree is looked for.
    #[must_use]
    pub fn new(line: Option<HeadLine>) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// The place that comes next.
    #[must_use]
    pub const fn next(&self) -> u64 {
        self.frontier.size()
    }

    /// What is kept at the next place: the leaf, and the events that say they stand there.
    pub fn place(&mut self, leaf: Option<KeptLeaf>, events: Vec<KeptEvent>) {
        let position = self.next();
        let hash = match leaf {
            Some(leaf) => self.leaf(leaf, events),
            None => self.gap(position, events),
        };
        self.frontier.push(hash);
        if let Some(wanted) = self.line {
            self.look_for(&wanted);
        }
    }

    /// An event that says it stands behind the last leaf.
    pub fn beyond(&mut self, event: &KeptEvent) {
        self.strangers.insert(event.id, Named::event(event));
    }

    fn leaf(&mut self, leaf: KeptLeaf, events: Vec<KeptEvent>) -> Hash {
        let mut row = None;
        for event in events {
            if event.id == leaf.event && row.is_none() {
                row = Some(event);
            } else {
                self.strangers.insert(event.id, Named::event(&event));
            }
        }
        let named = Named::leaf(&leaf);
        self.last_at = Some(leaf.at);
        match row {
            Some(event) => {
                let same = event.kind == leaf.kind
                    && event.at == leaf.at
                    && event.commitment().as_slice() == leaf.commitment;
                if !same {
                    self.find(Finding::Edited(named));
                }
                if event.kind == EventKind::HistoryErased.as_str() {
                    self.said.insert(event.id, event.details);
                }
            }
            None => match leaf.erased_by {
                Some(by) => {
                    let (digest, count) = self.erased.entry(by).or_default();
                    digest.add(leaf.event);
                    *count += 1;
                }
                None => self.missing.push(named),
            },
        }
        let own = leaf.hash_at(leaf.position);
        let kept = <Hash>::try_from(leaf.hash.as_slice()).unwrap_or(own);
        if leaf.hash != own {
            self.suspects.push((leaf, kept));
        }
        kept
    }

    /// The leaf is gone: its event may still say what it was.
    fn gap(&mut self, position: u64, events: Vec<KeptEvent>) -> Hash {
        let mut events = events.into_iter();
        let first = events.next();
        for other in events {
            self.strangers.insert(other.id, Named::event(&other));
        }
        self.find(Finding::LeafRemoved {
            position,
            event: first.as_ref().map(Named::event),
        });
        first.map_or([0; 32], |event| event.leaf_hash())
    }

    /// A head that was signed when the tree was as large as it is now.
    pub fn head(&mut self, head: KeptHead) {
        self.audit.heads += 1;
        if head.size == self.next() && head.root == self.frontier.root() {
            self.fits_until = head.size;
        } else if head.size > self.next() {
            self.find(Finding::CutOff {
                leaves: self.next(),
                size: head.size,
                at: head.at,
            });
        } else {
            let differing = self.differs.get_or_insert(Differing {
                size: head.size,
                at: head.at,
                fits_until: self.fits_until,
                heads: 0,
            });
            differing.heads += 1;
        }
        let (size, at, key) = (head.size, head.at, head.key.clone());
        match head.signature {
            Signature::Good => {}
            Signature::Wrong => self.find(Finding::HeadForged { size, at, key }),
            Signature::Stolen => self.find(Finding::HeadByStolenKey { size, at, key }),
            Signature::KeyMissing => self.audit.heads_unchecked += 1,
        }
        self.newest = Some(head);
    }

    /// What there is to say, all places and heads having been looked at. `kept` is what appending goes on from.
    #[must_use]
    pub fn finish(mut self, kept: Option<&Frontier>) -> Audit {
        self.audit.events = self.frontier.size();
        self.judge_missing();
        self.judge_suspects();
        let strangers = std::mem::take(&mut self.strangers);
        let added = strangers.into_values().map(Finding::Added);
        self.audit.findings.extend(added);
        if let Some(differing) = self.differs {
            self.find(Finding::HeadDiffers {
                size: differing.size,
                at: differing.at,
                fits_until: differing.fits_until,
                heads: differing.heads,
            });
        }
        match &self.newest {
            Some(head) if head.signature == Signature::KeyMissing => {
                let (size, at, key) = (head.size, head.at, head.key.clone());
                self.find(Finding::HeadUnchecked { size, at, key });
            }
            Some(head) if head.size >= self.frontier.size() => {}
            None if self.frontier.size() == 0 => {}
            _ => self.find(Finding::Unsigned {
                leaves: self.frontier.size(),
            }),
        }
        if kept.unwrap_or(&Frontier::default()) != &self.frontier {
            self.find(Finding::FrontierDiffers);
        }
        if self.line.is_some() && self.audit.line.is_none() {
            self.audit.line = Some(LineVerdict::DoesNotMatch);
        }
        self.audit
    }

    /// Where they went: to another place, or away as an erasing event says, or simply away.
    fn judge_missing(&mut self) {
        for named in std::mem::take(&mut self.missing) {
            let was = named.position;
            let finding = match self.strangers.remove(&named.event) {
                Some(now) => Finding::Moved { now, was },
                None => Finding::Removed(named),
            };
            self.find(finding);
        }
        for (by, (digest, count)) in std::mem::take(&mut self.erased) {
            if self.said.get(&by) == Some(&digest.details(count)) {
                self.audit.erased += u64::try_from(count).unwrap_or_default();
            } else {
                let events = Vec::new();
                self.find(Finding::ErasureUnsaid { by, events });
            }
        }
    }

    /// A leaf whose hash isn't its own, but would be at another such leaf's place, was moved.
    fn judge_suspects(&mut self) {
        let suspects = std::mem::take(&mut self.suspects);
        for (leaf, hash) in &suspects {
            let named = Named::leaf(leaf);
            let is_moved = |finding: &Finding| matches!(finding, Finding::Moved { now, .. } if now.event == leaf.event);
            if self.audit.findings.iter().any(is_moved) {
                continue;
            }
            let others = suspects.iter().take(COMPARED);
            let others = others.filter(|(other, _)| other.position != leaf.position);
            let mut places = others.filter(|(other, kept)| {
                let there = leaf.hash_at(other.position);
                there == *hash || there == *kept
            });
            let was = places.next().map(|(other, _)| other.position);
            self.find(match was {
                Some(was) => Finding::Moved { now: named, was },
                None => Finding::LeafEdited(named),
            });
        }
    }

    fn look_for(&mut self, wanted: &HeadLine) {
        if matches!(self.audit.line, Some(LineVerdict::Belongs { .. })) {
            return;
        }
        let size = self.frontier.size();
        let own = HeadLine::of(size, &self.frontier.root());
        if own == *wanted {
            self.audit.line = Some(LineVerdict::Belongs {
                size,
                at: self.last_at.unwrap_or(Timestamp::from_micros(0)),
            });
        } else if let Some(symbols) = own.misread(wanted) {
            self.audit.line = Some(LineVerdict::Misread { symbols, size });
        }
    }

    fn find(&mut self, finding: Finding) {
        self.audit.findings.push(finding);
    }
}

/// With so many others each leaf is compared, to find where it was.
const COMPARED: usize = 1000;
