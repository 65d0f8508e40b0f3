//! Signed-in browsers, half-sessions and grants to set a new password.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// A session as it is kept.
#[derive(Clone, Debug)]
pub struct Session {
    /// SHA-256 of the cookie's secret.
    pub hash: [u8; 32],
    /// The browser it is bound to.
    pub browser_hash: [u8; 32],
    /// `half`, `full` or `reset`.
    pub kind: String,
    /// The methods used so far: `pwd otp code`.
    pub methods: String,
    /// Opened by a code on a device that was not known.
    pub held: bool,
    /// The sign-in; kept when the id rotates.
    pub started_at: Timestamp,
    /// Last use.
    pub seen_at: Timestamp,
    /// Last step-up.
    pub stepped_up_at: Timestamp,
    /// From when on it is over.
    pub ended_at: Option<Timestamp>,
    /// From which network.
    pub network: String,
    /// In words a person recognises.
    pub device: String,
}

impl Session {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            hash: row.get("session_hash")?,
            browser_hash: row.get("browser_hash")?,
            kind: row.get("kind")?,
            methods: row.get("methods")?,
            held: row.get::<i64>("held")? == 1,
            started_at: row.get("started_at")?,
            seen_at: row.get("seen_at")?,
            stepped_up_at: row.get("stepped_up_at")?,
            ended_at: row.get("ended_at")?,
            network: row.get("network")?,
            device: row.get("device")?,
        })
    }
}

const LOAD: Statement = Statement::new(
    "session_load",
    "SELECT session_hash, browser_hash, kind, methods, held, started_at, seen_at, stepped_up_at, ended_at, network, device \
     FROM session WHERE account_id = $1 AND session_hash = $2",
);
const LIST: Statement = Statement::new(
    "session_list",
    "SELECT session_hash, browser_hash, kind, methods, held, started_at, seen_at, stepped_up_at, ended_at, network, device \
     FROM session WHERE account_id = $1 AND kind = 'full' AND ended_at IS NULL ORDER BY seen_at DESC, session_hash",
);
const OPEN: Statement = Statement::new(
    "session_open",
    "INSERT INTO session (account_id, session_hash, browser_hash, kind, methods, held, started_at, seen_at, stepped_up_at, network, device) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
const END: Statement = Statement::new(
    "session_end",
    "UPDATE session SET ended_at = $1 WHERE account_id = $2 AND session_hash = $3 AND ended_at IS NULL RETURNING kind",
);
const END_OTHERS: Statement = Statement::new(
    "session_end_others",
    "UPDATE session SET ended_at = $1 WHERE account_id = $2 AND session_hash <> $3 AND ended_at IS NULL",
);
const END_ALL: Statement = Statement::new(
    "session_end_all",
    "UPDATE session SET ended_at = $1 WHERE account_id = $2 AND ended_at IS NULL",
);
const SEEN: Statement = Statement::new(
    "session_seen",
    "UPDATE session SET seen_at = $1 WHERE account_id = $2 AND session_hash = $3 AND ended_at IS NULL",
);
const SWEEP: Statement =
    Statement::new("session_sweep", "DELETE FROM session WHERE started_at < $1");

pub(crate) const ALL: &[&Statement] = &[
    &LOAD,
    &LIST,
    &OPEN,
    &END,
    &END_OTHERS,
    &END_ALL,
    &SEEN,
    &SWEEP,
];

/// The session a cookie names.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, account: AccountId, hash: &[u8; 32]) -> Result<Option<Session>, Error> {
    tx.one(&LOAD, &[account.into(), hash.into()])
        .await?
        .as_ref()
        .map(Session::from_row)
        .transpose()
}

/// Whole sessions of an account that weren't ended, the last used first. Some may be too old by now.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Session>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(Session::from_row)
        .collect()
}

/// Opens one.
///
/// # Errors
/// Whatever the database says.
pub async fn open(tx: &Tx, account: AccountId, session: &Session) -> Result<(), Error> {
    let args = [
        account.into(),
        (&session.hash).into(),
        (&session.browser_hash).into(),
        session.kind.as_str().into(),
        session.methods.as_str().into(),
        i64::from(session.held).into(),
        session.started_at.into(),
        session.seen_at.into(),
        session.stepped_up_at.into(),
        session.network.as_str().into(),
        session.device.as_str().into(),
    ];
    tx.execute(&OPEN, &args).await?;
    Ok(())
}

/// Ends one: true for exactly one caller, so that a half-session becomes at most one session.
///
/// # Errors
/// Whatever the database says.
pub async fn end(
    tx: &Tx,
    account: AccountId,
    hash: &[u8; 32],
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(&END, &[now.into(), account.into(), hash.into()])
        .await?
        .is_some())
}

/// Ends all but one.
///
/// # Errors
/// Whatever the database says.
pub async fn end_others(
    tx: &Tx,
    account: AccountId,
    keep: &[u8; 32],
    now: Timestamp,
) -> Result<u64, Error> {
    tx.execute(&END_OTHERS, &[now.into(), account.into(), keep.into()])
        .await
}

/// Ends all.
///
/// # Errors
/// Whatever the database says.
pub async fn end_all(tx: &Tx, account: AccountId, now: Timestamp) -> Result<u64, Error> {
    tx.execute(&END_ALL, &[now.into(), account.into()]).await
}

/// Notes a use.
///
/// # Errors
/// Whatever the database says.
pub async fn seen(
    tx: &Tx,
    account: AccountId,
    hash: &[u8; 32],
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&SEEN, &[now.into(), account.into(), hash.into()])
        .await?;
    Ok(())
}

/// Deletes sessions begun before `oldest`, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
