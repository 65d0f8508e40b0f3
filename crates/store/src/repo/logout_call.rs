//! Apps that must be told that a sign-in ended: asked for in the transaction that ended it, done by a leased job.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, GrantId, Span, Timestamp};

/// A call that is to be made.
#[derive(Clone, Debug)]
pub struct LogoutCall {
    /// Whose sign-in ended.
    pub account: AccountId,
    /// Which.
    pub grant: GrantId,
    /// The app to be told.
    pub client: String,
    /// When it ended.
    pub made_at: Timestamp,
    /// Tries so far, this one included.
    pub attempts: i64,
}

impl LogoutCall {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            grant: row.get("grant_id")?,
            client: row.get("client_id")?,
            made_at: row.get("made_at")?,
            attempts: row.get("attempts")?,
        })
    }
}

const QUEUE: Statement = Statement::new(
    "logout_call_queue",
    "INSERT INTO logout_call (account_id, grant_id, client_id, made_at, due_at, leased_until, attempts) \
     VALUES ($1, $2, $3, $4, $4, 0, 0) ON CONFLICT (account_id, grant_id) DO NOTHING",
);
const DUE: Statement = Statement::new(
    "logout_call_due",
    "SELECT account_id, grant_id FROM logout_call WHERE due_at <= $1 AND leased_until <= $1 ORDER BY due_at LIMIT $2",
);
const CLAIM: Statement = Statement::new(
    "logout_call_claim",
    "UPDATE logout_call SET leased_until = $1, attempts = attempts + 1 WHERE account_id = $2 AND grant_id = $3 AND due_at <= $4 \
     AND leased_until <= $4 RETURNING account_id, grant_id, client_id, made_at, attempts",
);
const DONE: Statement = Statement::new(
    "logout_call_done",
    "DELETE FROM logout_call WHERE account_id = $1 AND grant_id = $2",
);
const DEFER: Statement = Statement::new(
    "logout_call_defer",
    "UPDATE logout_call SET due_at = $1, leased_until = 0 WHERE account_id = $2 AND grant_id = $3",
);

pub(crate) const ALL: &[&Statement] = &[&QUEUE, &DUE, &CLAIM, &DONE, &DEFER];

/// Asks for one, due at once.
///
/// # Errors
/// Whatever the database says.
pub async fn queue(
    tx: &Tx,
    account: AccountId,
    grant: GrantId,
    client: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [account.into(), grant.into(), client.into(), now.into()];
    tx.execute(&QUEUE, &args).await?;
    Ok(())
}

/// Up to `limit` that are due and not leased.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, limit: i64, now: Timestamp) -> Result<Vec<(AccountId, GrantId)>, Error> {
    let rows = tx.query(&DUE, &[now.into(), limit.into()]).await?;
    rows.iter()
        .map(|row| Ok((row.get("account_id")?, row.get("grant_id")?)))
        .collect()
}

/// Leases one for a while and counts the try: `Some` for exactly one worker.
///
/// # Errors
/// Whatever the database says.
pub async fn claim(
    tx: &Tx,
    account: AccountId,
    grant: GrantId,
    lease: Span,
    now: Timestamp,
) -> Result<Option<LogoutCall>, Error> {
    let until = now + lease;
    let args = [until.into(), account.into(), grant.into(), now.into()];
    let row = tx.one(&CLAIM, &args).await?;
    row.as_ref().map(LogoutCall::from_row).transpose()
}

/// The app was told, or never will be.
///
/// # Errors
/// Whatever the database says.
pub async fn done(tx: &Tx, call: &LogoutCall) -> Result<(), Error> {
    tx.execute(&DONE, &[call.account.into(), call.grant.into()])
        .await?;
    Ok(())
}

/// It is tried again at `due_at`.
///
/// # Errors
/// Whatever the database says.
pub async fn defer(tx: &Tx, call: &LogoutCall, due_at: Timestamp) -> Result<(), Error> {
    tx.execute(
        &DEFER,
        &[due_at.into(), call.account.into(), call.grant.into()],
    )
    .await?;
    Ok(())
}
