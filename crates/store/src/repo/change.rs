//! Changes that wait before they take effect.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::address_change::Objections;
use counterfoil_model::{AccountId, ChangeId, Timestamp};

/// A change as it is kept.
#[derive(Clone, Debug)]
pub struct Change {
    /// The account it changes.
    pub account: AccountId,
    /// Its id.
    pub id: ChangeId,
    /// `totp`, `passkey`, `sheet`, `replacement`, `re-enrolment`, `address-add`, `address-remove` or `address-replace`.
    pub kind: String,
    /// The authenticator, the passkey, the set, the account or the recovery address.
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
const STOP_SUBJECT: Statement = Statement::new(
    "change_stop_subject",
    "UPDATE pending_change SET state = 'stopped' WHERE account_id = $1 AND kind = $2 AND subject = $3 AND state = 'waiting' AND effective_at > $4",
);
const APPLIED: Statement = Statement::new(
    "change_applied",
    "UPDATE pending_change SET state = 'applied' WHERE account_id = $1 AND change_id = $2 AND state = 'waiting' RETURNING kind",
);

const OBJECT: Statement = Statement::new(
    "change_object",
    "UPDATE pending_change SET objected_at = $1 WHERE account_id = $2 AND change_id = $3 AND state = 'stopped' AND objected_at IS NULL",
);
const OBJECTIONS: Statement = Statement::new(
    "change_objections",
    "SELECT COUNT(*) AS times, MIN(asked_at) AS first_asked_at, MAX(objected_at) AS last_at FROM pending_change \
     WHERE account_id = $1 AND kind IN ('address-add', 'address-remove', 'address-replace') AND objected_at >= $2",
);
const OF: Statement = Statement::new(
    "change_of",
    "SELECT account_id, change_id, kind, subject, slot, state, asked_at, effective_at FROM pending_change \
     WHERE account_id = $1 AND kind = $2 AND subject = $3 AND state = 'waiting' AND effective_at > $4",
);

pub(crate) const ALL: &[&Statement] = &[
    &ASK,
    &LOAD,
    &WAITING,
    &DUE,
    &STOP,
    &STOP_KIND,
    &STOP_SUBJECT,
    &APPLIED,
    &OBJECT,
    &OBJECTIONS,
    &OF,
];

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

/// Stops what waits of one thing, which is gone.
///
/// # Errors
/// Whatever the database says.
pub async fn stop_subject(
    tx: &Tx,
    account: AccountId,
    kind: &str,
    subject: &[u8; 16],
    now: Timestamp,
) -> Result<(), Error> {
    let args = [account.into(), kind.into(), subject.into(), now.into()];
    tx.execute(&STOP_SUBJECT, &args).await?;
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

/// Notes that one was stopped by the link of a notice.
///
/// # Errors
/// Whatever the database says.
pub async fn object(
    tx: &Tx,
    account: AccountId,
    id: ChangeId,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&OBJECT, &[now.into(), account.into(), id.into()])
        .await?;
    Ok(())
}

/// The changes of recovery addresses that were stopped by links of notices since then.
///
/// # Errors
/// Whatever the database says.
pub async fn objections(
    tx: &Tx,
    account: AccountId,
    since: Timestamp,
) -> Result<Option<Objections>, Error> {
    let Some(row) = tx.one(&OBJECTIONS, &[account.into(), since.into()]).await? else {
        return Ok(None);
    };
    let times: i64 = row.get("times")?;
    let (first, last): (Option<Timestamp>, Option<Timestamp>) =
        (row.get("first_asked_at")?, row.get("last_at")?);
    Ok(first.zip(last).map(|(first_asked_at, last_at)| Objections {
        times: usize::try_from(times).unwrap_or_default(),
        first_asked_at,
        last_at,
    }))
}

/// The change of this kind and subject that waits.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting_of(
    tx: &Tx,
    account: AccountId,
    kind: &str,
    subject: [u8; 16],
    now: Timestamp,
) -> Result<Option<Change>, Error> {
    tx.one(
        &OF,
        &[account.into(), kind.into(), subject.into(), now.into()],
    )
    .await?
    .as_ref()
    .map(Change::from_row)
    .transpose()
}
