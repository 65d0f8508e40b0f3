//! Authenticator apps.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp, TotpId};

/// An authenticator app as it is kept.
#[derive(Clone, Debug)]
pub struct Totp {
    /// Its id.
    pub id: TotpId,
    /// The secret, sealed.
    pub secret: Vec<u8>,
    /// `pending`, `active`, `suspended`, `stopped`, `disabled` or `removed`.
    pub state: String,
    /// The RFC 6238 time step last accepted.
    pub last_step: i64,
    /// Wrong numbers in a row.
    pub failures: i64,
    /// When its key was shown.
    pub begun_at: Timestamp,
    /// From when on it works.
    pub effective_at: Option<Timestamp>,
    /// From when on it doesn't.
    pub ended_at: Option<Timestamp>,
    /// When its secret was sealed anew from a key that may have been stolen.
    pub exposed_at: Option<Timestamp>,
}

impl Totp {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("totp_id")?,
            secret: row.get("secret")?,
            state: row.get("state")?,
            last_step: row.get("last_step")?,
            failures: row.get("failures")?,
            begun_at: row.get("begun_at")?,
            effective_at: row.get("effective_at")?,
            ended_at: row.get("ended_at")?,
            exposed_at: row.get("exposed_at")?,
        })
    }

    /// Whether a freeze shut it, and nothing has taken its place.
    #[must_use]
    pub fn is_suspended(&self, now: Timestamp) -> bool {
        self.state == "suspended" && self.ended_at.is_none_or(|at| now < at)
    }

    /// Whether it works now.
    #[must_use]
    pub fn in_force(&self, now: Timestamp) -> bool {
        self.state == "active"
            && self.effective_at.is_some_and(|at| at <= now)
            && self.ended_at.is_none_or(|at| now < at)
    }
}

const LIST: Statement = Statement::new(
    "totp_list",
    "SELECT totp_id, secret, state, last_step, failures, begun_at, effective_at, ended_at, exposed_at FROM totp WHERE account_id = $1 ORDER BY begun_at, totp_id",
);
const BEGIN: Statement = Statement::new(
    "totp_begin",
    "INSERT INTO totp (account_id, totp_id, secret, state, last_step, failures, begun_at) VALUES ($1, $2, $3, 'pending', -1, 0, $4)",
);
const FORGET_PENDING: Statement = Statement::new(
    "totp_forget_pending",
    "DELETE FROM totp WHERE account_id = $1 AND state = 'pending'",
);
const ACTIVATE: Statement = Statement::new(
    "totp_activate",
    "UPDATE totp SET state = 'active', last_step = $1, effective_at = $2 WHERE account_id = $3 AND totp_id = $4 AND state = 'pending' RETURNING totp_id",
);
const SPEND_STEP: Statement = Statement::new(
    "totp_spend_step",
    "UPDATE totp SET last_step = $1, failures = 0 WHERE account_id = $2 AND totp_id = $3 AND last_step < $1 AND state = 'active' \
     AND effective_at <= $4 AND (ended_at IS NULL OR ended_at > $4) \
     AND EXISTS (SELECT 1 FROM account WHERE account_id = $2 AND state = 'active' AND (held_until IS NULL OR held_until <= $4) \
     AND frozen_at IS NULL) RETURNING totp_id",
);
const SPEND_STEP_TO_THAW: Statement = Statement::new(
    "totp_spend_step_to_thaw",
    "UPDATE totp SET last_step = $1, failures = 0 WHERE account_id = $2 AND totp_id = $3 AND last_step < $1 AND state = 'active' \
     AND effective_at <= $4 AND (ended_at IS NULL OR ended_at > $4) \
     AND EXISTS (SELECT 1 FROM account WHERE account_id = $2 AND state = 'active' AND (held_until IS NULL OR held_until <= $4) \
     AND frozen_at IS NOT NULL) RETURNING totp_id",
);
const LIFT: Statement = Statement::new(
    "totp_lift",
    "UPDATE totp SET state = 'active', effective_at = $1, last_step = $2, failures = 0 WHERE account_id = $3 AND totp_id = $4 \
     AND state = 'suspended' AND last_step < $2 AND (ended_at IS NULL OR ended_at > $5) \
     AND NOT EXISTS (SELECT 1 FROM totp AS other WHERE other.account_id = $3 AND other.state = 'active' \
     AND (other.ended_at IS NULL OR other.ended_at > $5)) RETURNING totp_id",
);
const SUSPEND: Statement = Statement::new(
    "totp_suspend",
    "UPDATE totp SET state = 'suspended' WHERE account_id = $1 AND state = 'active' AND (ended_at IS NULL OR ended_at > $2)",
);
const FAIL: Statement = Statement::new(
    "totp_fail",
    "UPDATE totp SET failures = failures + 1 WHERE account_id = $1 AND totp_id = $2 RETURNING failures",
);
const DISABLE: Statement = Statement::new(
    "totp_disable",
    "UPDATE totp SET state = 'disabled', ended_at = $1 WHERE account_id = $2 AND totp_id = $3 AND state = 'active' RETURNING totp_id",
);
const END_OTHERS: Statement = Statement::new(
    "totp_end_others",
    "UPDATE totp SET ended_at = $1 WHERE account_id = $2 AND totp_id <> $3 AND state IN ('active', 'suspended') AND (ended_at IS NULL OR ended_at > $1)",
);
const REMOVE: Statement = Statement::new(
    "totp_remove",
    "UPDATE totp SET state = 'removed', ended_at = $1 WHERE account_id = $2 AND totp_id = $3 AND state IN ('active', 'suspended', 'disabled') RETURNING totp_id",
);
const REMOVE_ALL: Statement = Statement::new(
    "totp_remove_all",
    "UPDATE totp SET state = 'removed', ended_at = $1 WHERE account_id = $2 AND state IN ('pending', 'active', 'suspended', 'disabled') AND (ended_at IS NULL OR ended_at > $1)",
);
const SUPERSEDE: Statement = Statement::new(
    "totp_supersede",
    "UPDATE totp SET state = 'stopped', ended_at = $1 WHERE account_id = $2 AND totp_id <> $3 AND state = 'active' AND effective_at > $1",
);
const STOP: Statement = Statement::new(
    "totp_stop",
    "UPDATE totp SET state = 'stopped', ended_at = $1 WHERE account_id = $2 AND totp_id = $3 AND state = 'active' AND effective_at > $1 RETURNING effective_at",
);
const KEEP_OTHERS: Statement = Statement::new(
    "totp_keep_others",
    "UPDATE totp SET ended_at = NULL WHERE account_id = $1 AND state IN ('active', 'suspended') AND ended_at > $2",
);
const BRING_FORWARD: Statement = Statement::new(
    "totp_bring_forward",
    "UPDATE totp SET effective_at = $1 WHERE account_id = $2 AND totp_id = $3 AND state = 'active' AND effective_at > $1 \
     AND (ended_at IS NULL OR ended_at > $1) RETURNING totp_id",
);

pub(crate) const ALL: &[&Statement] = &[
    &LIST,
    &BEGIN,
    &FORGET_PENDING,
    &ACTIVATE,
    &SPEND_STEP,
    &SPEND_STEP_TO_THAW,
    &SUSPEND,
    &LIFT,
    &FAIL,
    &DISABLE,
    &END_OTHERS,
    &SUPERSEDE,
    &REMOVE,
    &REMOVE_ALL,
    &STOP,
    &KEEP_OTHERS,
    &BRING_FORWARD,
];

/// All of an account's, ended ones too (N13), oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Totp>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(Totp::from_row)
        .collect()
}

/// Keeps a key that was shown and isn't proved; an earlier unproved one is forgotten.
///
/// # Errors
/// Whatever the database says.
pub async fn begin(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    secret: &[u8],
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&FORGET_PENDING, &[account.into()]).await?;
    tx.execute(
        &BEGIN,
        &[account.into(), id.into(), secret.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// A pending one was proved with the number of `step` and works from `effective_at` on, when all others end. One that
/// waited to take effect never will: two that wait would meet. False if it wasn't pending any more.
///
/// # Errors
/// Whatever the database says.
pub async fn activate(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    step: i64,
    effective_at: Timestamp,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .one(
            &ACTIVATE,
            &[step.into(), effective_at.into(), account.into(), id.into()],
        )
        .await?
        .is_some();
    if done {
        tx.execute(&SUPERSEDE, &[now.into(), account.into(), id.into()])
            .await?;
        tx.execute(&KEEP_OTHERS, &[account.into(), now.into()])
            .await?;
        tx.execute(
            &END_OTHERS,
            &[effective_at.into(), account.into(), id.into()],
        )
        .await?;
    }
    Ok(done)
}

/// Spends a time step: true once, false for every other try with it or an earlier one.
///
/// # Errors
/// Whatever the database says.
pub async fn spend_step(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    step: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(
            &SPEND_STEP,
            &[step.into(), account.into(), id.into(), now.into()],
        )
        .await?
        .is_some())
}

/// The same for the number that ends a freeze: it is spent only while the account is frozen.
///
/// # Errors
/// Whatever the database says.
pub async fn spend_step_to_thaw(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    step: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [step.into(), account.into(), id.into(), now.into()];
    Ok(tx.one(&SPEND_STEP_TO_THAW, &args).await?.is_some())
}

/// Shuts the one that works, because it was taken. It stays as it is until another takes its place.
///
/// # Errors
/// Whatever the database says.
pub async fn suspend(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&SUSPEND, &[account.into(), now.into()]).await?;
    Ok(())
}

/// Lets the one that was shut work again from `effective_at` on, and spends the step that proved it. False if it isn't shut any
/// more, if the step was used, or if another works or waits.
///
/// # Errors
/// Whatever the database says.
pub async fn lift(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    step: i64,
    effective_at: Timestamp,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        effective_at.into(),
        step.into(),
        account.into(),
        id.into(),
        now.into(),
    ];
    Ok(tx.one(&LIFT, &args).await?.is_some())
}

/// Forgets a key that was shown and isn't proved.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_pending(tx: &Tx, account: AccountId) -> Result<(), Error> {
    tx.execute(&FORGET_PENDING, &[account.into()]).await?;
    Ok(())
}

/// Counts a wrong number; returns how many there were in a row.
///
/// # Errors
/// Whatever the database says.
pub async fn fail(tx: &Tx, account: AccountId, id: TotpId) -> Result<i64, Error> {
    tx.one(&FAIL, &[account.into(), id.into()])
        .await?
        .map_or(Ok(0), |row| row.get("failures"))
}

/// Disables one after too many wrong numbers (N11).
///
/// # Errors
/// Whatever the database says.
pub async fn disable(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(&DISABLE, &[now.into(), account.into(), id.into()])
        .await?
        .is_some())
}

/// Removes one.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(&REMOVE, &[now.into(), account.into(), id.into()])
        .await?
        .is_some())
}

/// Removes all that are left, for a re-enrolment.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_all(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&REMOVE_ALL, &[now.into(), account.into()])
        .await?;
    Ok(())
}

/// Stops one that waits to take effect; those it would have ended go on. False if it works already.
///
/// # Errors
/// Whatever the database says.
pub async fn stop(tx: &Tx, account: AccountId, id: TotpId, now: Timestamp) -> Result<bool, Error> {
    let stopped = tx
        .one(&STOP, &[now.into(), account.into(), id.into()])
        .await?
        .is_some();
    if stopped {
        tx.execute(&KEEP_OTHERS, &[account.into(), now.into()])
            .await?;
    }
    Ok(stopped)
}

/// Lets one that waits take effect now, when all others end. False, and nothing ends, if it doesn't wait any more.
///
/// # Errors
/// Whatever the database says.
pub async fn bring_forward(
    tx: &Tx,
    account: AccountId,
    id: TotpId,
    now: Timestamp,
) -> Result<bool, Error> {
    let waited = tx
        .one(&BRING_FORWARD, &[now.into(), account.into(), id.into()])
        .await?
        .is_some();
    if waited {
        tx.execute(&END_OTHERS, &[now.into(), account.into(), id.into()])
            .await?;
    }
    Ok(waited)
}
