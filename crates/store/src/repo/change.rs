//! Changes that wait before they take effect.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, ChangeId, Timestamp};

/// A change as it is kept.
#[derive(Clone, Debug)]
pub struct Change {
    /// The account it changes.
    pub account: AccountId,
    /// Its id.
    pub id: ChangeId,
    /// `totp`, `sheet`, `replacement` or `re-enrolment`.
    pub kind: String,
    /// The authenticator, the set or the account.
    pub subject: [u8; 16],
    /// The slot of a replacement.
    pub slot: Option<i64>,
    /// `waiting`, `applied` or `stopped`.
    pub state: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When it takes effect.
    pub effective_at: Timestamp,
}

impl Change {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            id: row.get("change_id")?,
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            slot: row.get("slot")?,
            state: row.get("state")?,
            asked_at: row.get("asked_at")?,
            effective_at: row.get("effective_at")?,
        })
    }
}

const ASK: Statement = Statement::new(
    "change_ask",
    "INSERT INTO pending_change (account_id, change_id, kind, subject, slot, state, asked_at, effective_at) VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7)",
);
const LOAD: Statement = Statement::new(
    "change_load",
    "SELECT account_id, change_id, kind, subject, slot, state, asked_at, effective_at FROM pending_change WHERE account_id = $1 AND change_id = $2",
);
const WAITING: Statement = Statement::new(
    "change_waiting",
    "SELECT account_id, change_id, kind, subject, slot, state, asked_at, effective_at FROM pending_change \
     WHERE account_id = $1 AND state = 'waiting' AND effective_at > $2 ORDER BY effective_at, change_id",
);
const DUE: Statement = Statement::new(
    "change_due",
    "SELECT account_id, change_id, kind, subject, slot, state, asked_at, effective_at FROM pending_change \
     WHERE state = 'waiting' AND effective_at <= $1 ORDER BY effective_at LIMIT 100",
);
const STOP: Statement = Statement::new(
    "change_stop",
    "UPDATE pending_change SET state = 'stopped' WHERE account_id = $1 AND change_id = $2 AND state = 'waiting' AND effective_at > $3 RETURNING kind",
);
const STOP_KIND: Statement = Statement::new(
    "change_stop_kind",
    "UPDATE pending_change SET state = 'stopped' WHERE account_id = $1 AND kind = $2 AND state = 'waiting' AND effective_at > $3",
);
const APPLIED: Statement = Statement::new(
    "change_applied",
    "UPDATE pending_change SET state = 'applied' WHERE account_id = $1 AND change_id = $2 AND state = 'waiting' RETURNING kind",
);

pub(crate) const ALL: &[&Statement] = &[&ASK, &LOAD, &WAITING, &DUE, &STOP, &STOP_KIND, &APPLIED];

/// Enters a change that waits.
///
/// # Errors
/// Whatever the database says.
pub async fn ask(tx: &Tx, change: &Change) -> Result<(), Error> {
    let args = [
        change.account.into(),
        change.id.into(),
        change.kind.as_str().into(),
        change.subject.into(),
        change.slot.into(),
        change.asked_at.into(),
        change.effective_at.into(),
    ];
    tx.execute(&ASK, &args).await?;
    Ok(())
}

/// One change.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, account: AccountId, id: ChangeId) -> Result<Option<Change>, Error> {
    tx.one(&LOAD, &[account.into(), id.into()])
        .await?
        .as_ref()
        .map(Change::from_row)
        .transpose()
}

/// What waits for an account, soonest first.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<Change>, Error> {
    tx.query(&WAITING, &[account.into(), now.into()])
        .await?
        .iter()
        .map(Change::from_row)
        .collect()
}

/// What has taken effect and was not announced yet, of all accounts: a job's list.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, now: Timestamp) -> Result<Vec<Change>, Error> {
    tx.query(&DUE, &[now.into()])
        .await?
        .iter()
        .map(Change::from_row)
        .collect()
}

/// Stops one that waits: true for exactly one caller, and never once it took effect.
///
/// # Errors
/// Whatever the database says.
pub async fn stop(
    tx: &Tx,
    account: AccountId,
    id: ChangeId,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(&STOP, &[account.into(), id.into(), now.into()])
        .await?
        .is_some())
}

/// Stops all of a kind that wait: what they would have changed is gone.
///
/// # Errors
/// Whatever the database says.
pub async fn stop_kind(
    tx: &Tx,
    account: AccountId,
    kind: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&STOP_KIND, &[account.into(), kind.into(), now.into()])
        .await?;
    Ok(())
}

/// Marks one as in effect: true for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn applied(tx: &Tx, account: AccountId, id: ChangeId) -> Result<bool, Error> {
    Ok(tx
        .one(&APPLIED, &[account.into(), id.into()])
        .await?
        .is_some())
}
