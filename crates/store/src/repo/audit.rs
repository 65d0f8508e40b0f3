//! The tree of events. It spans accounts: a job appends to it, after the events' own transactions, and a check reads all of it.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::audit::{Frontier, KeptEvent, KeptLeaf};
use counterfoil_model::{AccountId, EventId, Timestamp};

/// A head as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many leaves.
    pub size: i64,
    /// Their root.
    pub root: Vec<u8>,
    /// When it was signed.
    pub at: Timestamp,
    /// The twenty symbols.
    pub line: String,
    /// The key.
    pub key: String,
    /// Its signature.
    pub signature: Vec<u8>,
}

/// What to append an event to the tree takes.
#[derive(Clone, Debug)]
pub struct NewLeaf {
    /// Whose event it is.
    pub account: AccountId,
    /// The leaf.
    pub leaf: KeptLeaf,
}

/// An event that may be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erasable {
    /// Whose it is.
    pub account: AccountId,
    /// Its id.
    pub event: EventId,
    /// Its place in the tree.
    pub position: i64,
    /// When it happened.
    pub at: Timestamp,
}

const MAKE: Statement = Statement::new(
    "audit_tree_make",
    "INSERT INTO audit_tree (tree, size, frontier, leased_until) VALUES (1, 0, $1, 0) ON CONFLICT (tree) DO NOTHING",
);
const CLAIM: Statement = Statement::new(
    "audit_tree_claim",
    "UPDATE audit_tree SET leased_until = $1 WHERE tree = 1 AND leased_until <= $2 RETURNING size",
);
const RELEASE: Statement = Statement::new(
    "audit_tree_release",
    "UPDATE audit_tree SET leased_until = 0 WHERE tree = 1 AND leased_until = $1",
);
const LOAD: Statement = Statement::new(
    "audit_tree_load",
    "SELECT size, frontier FROM audit_tree WHERE tree = 1",
);
const GROW: Statement = Statement::new(
    "audit_tree_grow",
    "UPDATE audit_tree SET size = $1, frontier = $2 WHERE tree = 1 AND size = $3 RETURNING size",
);
const WAITING: Statement = Statement::new(
    "audit_waiting",
    "SELECT account_id, event_id, kind, at, salt, details, network, device, browser_hash, ordinal, CAST(0 AS BIGINT) AS position \
     FROM security_event WHERE position IS NULL \
     AND NOT EXISTS (SELECT 1 FROM audit_leaf WHERE audit_leaf.event_id = security_event.event_id) \
     ORDER BY at, ordinal, event_id LIMIT $1",
);
const WAIT_SINCE: Statement = Statement::new(
    "audit_wait_since",
    "SELECT COUNT(*) AS events, MIN(at) AS oldest FROM security_event WHERE position IS NULL",
);
const ADD: Statement = Statement::new(
    "audit_leaf_add",
    "INSERT INTO audit_leaf (position, event_id, kind, at, commitment, hash) VALUES ($1, $2, $3, $4, $5, $6)",
);
const PLACE: Statement = Statement::new(
    "audit_event_place",
    "UPDATE security_event SET position = $1 WHERE account_id = $2 AND event_id = $3 AND position IS NULL",
);
const SIGN: Statement = Statement::new(
    "audit_head_add",
    "INSERT INTO audit_head (size, root, at, line, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6)",
);
const NEWEST: Statement = Statement::new(
    "audit_head_newest",
    "SELECT size, root, at, line, key_id, signature FROM audit_head ORDER BY size DESC LIMIT 1",
);
const BY_LINE: Statement = Statement::new(
    "audit_head_by_line",
    "SELECT size, root, at, line, key_id, signature FROM audit_head WHERE line = $1 ORDER BY size LIMIT 1",
);
const HEADS: Statement = Statement::new(
    "audit_heads",
    "SELECT size, root, at, line, key_id, signature FROM audit_head WHERE size > $1 ORDER BY size LIMIT $2",
);
const LEAVES: Statement = Statement::new(
    "audit_leaves",
    "SELECT position, event_id, kind, at, commitment, hash, erased_by FROM audit_leaf \
     WHERE position >= $1 AND position < $2 ORDER BY position",
);
const EVENTS: Statement = Statement::new(
    "audit_events",
    "SELECT account_id, event_id, kind, at, salt, details, network, device, browser_hash, ordinal, position FROM security_event \
     WHERE position IS NOT NULL AND position >= $1 AND position < $2 ORDER BY position, event_id",
);
const BEYOND: Statement = Statement::new(
    "audit_events_beyond",
    "SELECT account_id, event_id, kind, at, salt, details, network, device, browser_hash, ordinal, position FROM security_event \
     WHERE position IS NOT NULL AND (position >= $1 OR position < 0) ORDER BY position, event_id LIMIT $2",
);
const LAST_PLACE: Statement = Statement::new(
    "audit_last_place",
    "SELECT MAX(position) AS last FROM audit_leaf",
);
const RESTORES: Statement = Statement::new(
    "audit_restores",
    "SELECT DISTINCT at FROM audit_leaf WHERE kind = $1 ORDER BY at",
);
const ASK_ERASURE: Statement = Statement::new(
    "audit_ask_erasure",
    "UPDATE security_event SET erase_asked_at = $1 WHERE account_id = $2 AND erase_asked_at IS NULL",
);
const ASKED: Statement = Statement::new(
    "audit_erasure_asked",
    "SELECT account_id, event_id, position, at FROM security_event WHERE erase_asked_at IS NOT NULL \
     AND position IS NOT NULL AND feed_of IS NULL ORDER BY erase_asked_at, position LIMIT $1",
);
const OLDEST: Statement = Statement::new(
    "audit_oldest",
    "SELECT account_id, event_id, position, at FROM security_event WHERE position IS NOT NULL \
     AND feed_of IS NULL AND kind <> $1 ORDER BY position LIMIT $2",
);
const ERASED_BY: Statement = Statement::new(
    "audit_erased_by",
    "SELECT position, event_id, kind, at, commitment, hash, erased_by FROM audit_leaf WHERE erased_by = $1 \
     ORDER BY position LIMIT $2",
);
const ERASE_LEAF: Statement = Statement::new(
    "audit_leaf_erase",
    "UPDATE audit_leaf SET erased_by = $1 WHERE position = $2 AND event_id = $3 AND erased_by IS NULL RETURNING position",
);
const ERASE_EVENT: Statement = Statement::new(
    "audit_event_erase",
    "DELETE FROM security_event WHERE account_id = $1 AND event_id = $2",
);
const ERASE_NOTICES: Statement = Statement::new(
    "audit_notices_erase",
    "DELETE FROM outbox WHERE account_id = $1 AND event_id = $2",
);

pub(crate) const ALL: &[&Statement] = &[
    &MAKE,
    &CLAIM,
    &RELEASE,
    &LOAD,
    &GROW,
    &WAITING,
    &WAIT_SINCE,
    &ADD,
    &PLACE,
    &SIGN,
    &NEWEST,
    &BY_LINE,
    &HEADS,
    &LEAVES,
    &EVENTS,
    &BEYOND,
    &LAST_PLACE,
    &RESTORES,
    &ASK_ERASURE,
    &ASKED,
    &OLDEST,
    &ERASED_BY,
    &ERASE_LEAF,
    &ERASE_EVENT,
    &ERASE_NOTICES,
];

fn head(row: &Row) -> Result<Head, Error> {
    Ok(Head {
        size: row.get("size")?,
        root: row.get("root")?,
        at: row.get("at")?,
        line: row.get("line")?,
        key: row.get("key_id")?,
        signature: row.get("signature")?,
    })
}

fn event(row: &Row) -> Result<KeptEvent, Error> {
    Ok(KeptEvent {
        account: row.get("account_id")?,
        id: row.get("event_id")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        salt: row.get("salt")?,
        details: row.get("details")?,
        network: row.get("network")?,
        device: row.get("device")?,
        browser: row.get("browser_hash")?,
        ordinal: row.get("ordinal")?,
        position: place(row.get("position")?),
    })
}

fn leaf(row: &Row) -> Result<KeptLeaf, Error> {
    Ok(KeptLeaf {
        position: place(row.get("position")?),
        event: row.get("event_id")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        commitment: row.get("commitment")?,
        hash: row.get("hash")?,
        erased_by: row.get("erased_by")?,
    })
}

fn erasable(row: &Row) -> Result<Erasable, Error> {
    Ok(Erasable {
        account: row.get("account_id")?,
        event: row.get("event_id")?,
        position: row.get("position")?,
        at: row.get("at")?,
    })
}

/// A place that nobody gave stands for the last one there can be.
fn place(position: i64) -> u64 {
    u64::try_from(position).unwrap_or(u64::MAX)
}

fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Leases the tree for a while: true for exactly one job.
///
/// # Errors
/// Whatever the database says.
pub async fn claim(tx: &Tx, until: Timestamp, now: Timestamp) -> Result<bool, Error> {
    let nothing: &[u8] = &[];
    tx.execute(&MAKE, &[nothing.into()]).await?;
    Ok(tx.one(&CLAIM, &[until.into(), now.into()]).await?.is_some())
}

/// Gives the lease back that ends then.
///
/// # Errors
/// Whatever the database says.
pub async fn release(tx: &Tx, until: Timestamp) -> Result<(), Error> {
    tx.execute(&RELEASE, &[until.into()]).await?;
    Ok(())
}

/// Where appending goes on; `None` before the first job, or if size and frontier don't fit.
///
/// # Errors
/// Whatever the database says.
pub async fn frontier(tx: &Tx) -> Result<Option<Frontier>, Error> {
    let Some(row) = tx.one(&LOAD, &[]).await? else {
        return Ok(None);
    };
    let bytes: Vec<u8> = row.get("frontier")?;
    Ok(Frontier::read(place(row.get("size")?), &bytes))
}

/// Up to `limit` events that have no place yet, in the order they happened.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting(tx: &Tx, limit: i64) -> Result<Vec<KeptEvent>, Error> {
    let rows = tx.query(&WAITING, &[limit.into()]).await?;
    rows.iter().map(event).collect()
}

/// How many events have no place yet, and when the oldest of them happened.
///
/// # Errors
/// Whatever the database says.
pub async fn wait_since(tx: &Tx) -> Result<(i64, Option<Timestamp>), Error> {
    tx.one(&WAIT_SINCE, &[])
        .await?
        .map_or(Ok((0, None)), |row| {
            Ok((row.get("events")?, row.get("oldest")?))
        })
}

/// Puts events behind the last leaf. False if the tree has grown meanwhile: then nothing may be kept of this transaction.
///
/// # Errors
/// Whatever the database says.
pub async fn append(
    tx: &Tx,
    leaves: &[NewLeaf],
    former: u64,
    grown: &Frontier,
) -> Result<bool, Error> {
    let args = [
        number(grown.size()).into(),
        grown.to_bytes().into(),
        number(former).into(),
    ];
    if tx.one(&GROW, &args).await?.is_none() {
        return Ok(false);
    }
    for NewLeaf { account, leaf } in leaves {
        let position = number(leaf.position);
        let args = [
            position.into(),
            leaf.event.into(),
            leaf.kind.as_str().into(),
            leaf.at.into(),
            leaf.commitment.as_slice().into(),
            leaf.hash.as_slice().into(),
        ];
        tx.execute(&ADD, &args).await?;
        let args = [position.into(), (*account).into(), leaf.event.into()];
        tx.execute(&PLACE, &args).await?;
    }
    Ok(true)
}

/// Keeps a head.
///
/// # Errors
/// Whatever the database says.
pub async fn sign(tx: &Tx, head: &Head) -> Result<(), Error> {
    let args = [
        head.size.into(),
        head.root.as_slice().into(),
        head.at.into(),
        head.line.as_str().into(),
        head.key.as_str().into(),
        head.signature.as_slice().into(),
    ];
    tx.execute(&SIGN, &args).await?;
    Ok(())
}

/// The head in force.
///
/// # Errors
/// Whatever the database says.
pub async fn newest_head(tx: &Tx) -> Result<Option<Head>, Error> {
    tx.one(&NEWEST, &[]).await?.as_ref().map(head).transpose()
}

/// The head that a line stands for.
///
/// # Errors
/// Whatever the database says.
pub async fn head_by_line(tx: &Tx, line: &str) -> Result<Option<Head>, Error> {
    let row = tx.one(&BY_LINE, &[line.into()]).await?;
    row.as_ref().map(head).transpose()
}

/// Up to `limit` heads of trees larger than this, the smallest first.
///
/// # Errors
/// Whatever the database says.
pub async fn heads(tx: &Tx, after: i64, limit: i64) -> Result<Vec<Head>, Error> {
    let rows = tx.query(&HEADS, &[after.into(), limit.into()]).await?;
    rows.iter().map(head).collect()
}

/// The leaves and the events that stand in these places, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn places(tx: &Tx, from: u64, to: u64) -> Result<(Vec<KeptLeaf>, Vec<KeptEvent>), Error> {
    let args = [number(from).into(), number(to).into()];
    let leaves = tx.query(&LEAVES, &args).await?;
    let events = tx.query(&EVENTS, &args).await?;
    Ok((
        leaves.iter().map(leaf).collect::<Result<_, _>>()?,
        events.iter().map(event).collect::<Result<_, _>>()?,
    ))
}

/// Up to `limit` events that say they stand where no leaf is.
///
/// # Errors
/// Whatever the database says.
pub async fn beyond(tx: &Tx, size: u64, limit: i64) -> Result<Vec<KeptEvent>, Error> {
    let rows = tx
        .query(&BEYOND, &[number(size).into(), limit.into()])
        .await?;
    rows.iter().map(event).collect()
}

/// How many places there are, gaps included.
///
/// # Errors
/// Whatever the database says.
pub async fn places_taken(tx: &Tx) -> Result<u64, Error> {
    let Some(row) = tx.one(&LAST_PLACE, &[]).await? else {
        return Ok(0);
    };
    let last: Option<i64> = row.get("last")?;
    Ok(last.map_or(0, |last| place(last) + 1))
}

/// When events of a kind were put on record, each moment once.
///
/// # Errors
/// Whatever the database says.
pub async fn moments(tx: &Tx, kind: &str) -> Result<Vec<Timestamp>, Error> {
    let rows = tx.query(&RESTORES, &[kind.into()]).await?;
    rows.iter().map(|row| row.get("at")).collect()
}

/// All that happened to an account so far is to be erased but for kind and time.
///
/// # Errors
/// Whatever the database says.
pub async fn ask_erasure(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&ASK_ERASURE, &[now.into(), account.into()])
        .await?;
    Ok(())
}

/// Up to `limit` events in the tree of which that was asked.
///
/// # Errors
/// Whatever the database says.
pub async fn erasure_asked(tx: &Tx, limit: i64) -> Result<Vec<Erasable>, Error> {
    let rows = tx.query(&ASKED, &[limit.into()]).await?;
    rows.iter().map(erasable).collect()
}

/// Up to `limit` events that are longest in the tree and still whole, but for those of this kind.
///
/// # Errors
/// Whatever the database says.
pub async fn oldest(tx: &Tx, but: &str, limit: i64) -> Result<Vec<Erasable>, Error> {
    let rows = tx.query(&OLDEST, &[but.into(), limit.into()]).await?;
    rows.iter().map(erasable).collect()
}

/// Up to `limit` leaves of events that are erased by this one's word.
///
/// # Errors
/// Whatever the database says.
pub async fn erased_by(tx: &Tx, by: EventId, limit: i64) -> Result<Vec<KeptLeaf>, Error> {
    let rows = tx.query(&ERASED_BY, &[by.into(), limit.into()]).await?;
    rows.iter().map(leaf).collect()
}

/// Erases an event but for what its leaf says. False if another job did.
///
/// # Errors
/// Whatever the database says.
pub async fn erase(tx: &Tx, erasable: &Erasable, by: EventId) -> Result<bool, Error> {
    let args = [by.into(), erasable.position.into(), erasable.event.into()];
    if tx.one(&ERASE_LEAF, &args).await?.is_none() {
        return Ok(false);
    }
    let args = [erasable.account.into(), erasable.event.into()];
    tx.execute(&ERASE_EVENT, &args).await?;
    tx.execute(&ERASE_NOTICES, &args).await?;
    Ok(true)
}
