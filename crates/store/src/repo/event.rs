//! Security events: one row each, written in the event's transaction.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, EventId, Timestamp};

/// An event as it is kept.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// The sentence's arguments, a JSON object of strings; never a secret.
    pub details: String,
    /// From which network; empty where there was none.
    pub network: String,
    /// By which device, in words a person recognises.
    pub device: String,
}

impl Event {
    pub(super) fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("event_id")?,
            kind: row.get("kind")?,
            at: row.get("at")?,
            details: row.get("details")?,
            network: row.get("network")?,
            device: row.get("device")?,
        })
    }
}

const RECORD: Statement = Statement::new(
    "event_record",
    "INSERT INTO security_event (account_id, event_id, kind, at, salt, details, network, device, ordinal, browser_hash, feed_of) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, COALESCE((SELECT app_id FROM api_account WHERE account_id = $1), $11))",
);
const NEWEST: Statement = Statement::new(
    "event_newest",
    "SELECT event_id, kind, at, details, network, device FROM security_event WHERE account_id = $1 ORDER BY at DESC, ordinal DESC, event_id LIMIT $2",
);

const SINCE: Statement = Statement::new(
    "event_since",
    "SELECT COUNT(*) AS n FROM security_event WHERE account_id = $1 AND at >= $2 AND kind = $3",
);

const TALLY: Statement = Statement::new(
    "event_tally",
    "SELECT kind, COUNT(*) AS events FROM security_event WHERE account_id = $1 AND at >= $2 GROUP BY kind",
);

pub(crate) const ALL: &[&Statement] = &[&RECORD, &NEWEST, &TALLY, &SINCE];

/// Records an event with its salt. Events of one transaction share a microsecond: which came first is kept beside it.
/// One of an app's account is marked for the app's feed. `browser` is the one that did it;
/// `feed` is the feed that one of a mailbox enters, if any.
///
/// # Errors
/// Whatever the database says.
pub async fn record(
    tx: &Tx,
    account: AccountId,
    event: &Event,
    salt: &[u8; 16],
    browser: Option<&[u8; 32]>,
    feed: Option<&str>,
) -> Result<(), Error> {
    let args = [
        account.into(),
        event.id.into(),
        event.kind.as_str().into(),
        event.at.into(),
        salt.into(),
        event.details.as_str().into(),
        event.network.as_str().into(),
        event.device.as_str().into(),
        tx.asked().await.into(),
        browser.into(),
        feed.into(),
    ];
    tx.execute(&RECORD, &args).await?;
    Ok(())
}

/// The newest events of an account, newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn newest(tx: &Tx, account: AccountId, limit: i64) -> Result<Vec<Event>, Error> {
    tx.query(&NEWEST, &[account.into(), limit.into()])
        .await?
        .iter()
        .map(Event::from_row)
        .collect()
}

/// How many events of each kind an account has since then.
///
/// # Errors
/// Whatever the database says.
pub async fn tally(
    tx: &Tx,
    account: AccountId,
    since: Timestamp,
) -> Result<Vec<(String, i64)>, Error> {
    tx.query(&TALLY, &[account.into(), since.into()])
        .await?
        .iter()
        .map(|row| Ok((row.get("kind")?, row.get("events")?)))
        .collect()
}

/// How many events of a kind an account has had since then.
///
/// # Errors
/// Whatever the database says.
pub async fn count_since(
    tx: &Tx,
    account: AccountId,
    since: Timestamp,
    kind: &str,
) -> Result<i64, Error> {
    tx.one(&SINCE, &[account.into(), since.into(), kind.into()])
        .await?
        .map_or(Ok(0), |row| row.get("n"))
}
