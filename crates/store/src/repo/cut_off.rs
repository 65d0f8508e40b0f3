//! Mail connections that must end: asked for in the transaction that takes the right away, done by a leased job.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Span, Timestamp};

/// A cut-off that is to be done.
#[derive(Clone, Debug)]
pub struct CutOff {
    /// Whose connections end.
    pub account: AccountId,
    /// What the mail software calls the account.
    pub login: String,
    /// When it was asked for last; one that is asked for again meanwhile isn't done.
    pub asked_at: Timestamp,
    /// Tries so far, this one included.
    pub attempts: i64,
}

impl CutOff {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            login: row.get("login")?,
            asked_at: row.get("asked_at")?,
            attempts: row.get("attempts")?,
        })
    }
}

const ASK: Statement = Statement::new(
    "cut_off_ask",
    "INSERT INTO mail_cut_off (account_id, login, asked_at, due_at, leased_until, attempts) VALUES ($1, $2, $3, $3, 0, 0) \
     ON CONFLICT (account_id) DO UPDATE SET login = excluded.login, asked_at = excluded.asked_at, due_at = excluded.due_at, \
     leased_until = 0, attempts = 0",
);
const DUE: Statement = Statement::new(
    "cut_off_due",
    "SELECT account_id FROM mail_cut_off WHERE due_at <= $1 AND leased_until <= $1 ORDER BY due_at LIMIT $2",
);
const CLAIM: Statement = Statement::new(
    "cut_off_claim",
    "UPDATE mail_cut_off SET leased_until = $1, attempts = attempts + 1 WHERE account_id = $2 AND due_at <= $3 \
     AND leased_until <= $3 RETURNING account_id, login, asked_at, attempts",
);
const DONE: Statement = Statement::new(
    "cut_off_done",
    "DELETE FROM mail_cut_off WHERE account_id = $1 AND asked_at = $2",
);
const DEFER: Statement = Statement::new(
    "cut_off_defer",
    "UPDATE mail_cut_off SET due_at = $1, leased_until = 0 WHERE account_id = $2 AND asked_at = $3",
);

pub(crate) const ALL: &[&Statement] = &[&ASK, &DUE, &CLAIM, &DONE, &DEFER];

/// Asks for one, due at once.
///
/// # Errors
/// Whatever the database says.
pub async fn ask(tx: &Tx, account: AccountId, login: &str, now: Timestamp) -> Result<(), Error> {
    tx.execute(&ASK, &[account.into(), login.into(), now.into()])
        .await?;
    Ok(())
}

/// Up to `limit` accounts whose cut-off is due and not leased.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, limit: i64, now: Timestamp) -> Result<Vec<AccountId>, Error> {
    let rows = tx.query(&DUE, &[now.into(), limit.into()]).await?;
    rows.iter().map(|row| row.get("account_id")).collect()
}

/// Leases one for a while and counts the try: `Some` for exactly one worker.
///
/// # Errors
/// Whatever the database says.
pub async fn claim(
    tx: &Tx,
    account: AccountId,
    lease: Span,
    now: Timestamp,
) -> Result<Option<CutOff>, Error> {
    let until = now + lease;
    tx.one(&CLAIM, &[until.into(), account.into(), now.into()])
        .await?
        .as_ref()
        .map(CutOff::from_row)
        .transpose()
}

/// The mail software did it. One that was asked for again meanwhile stays.
///
/// # Errors
/// Whatever the database says.
pub async fn done(tx: &Tx, cut_off: &CutOff) -> Result<(), Error> {
    let args = [cut_off.account.into(), cut_off.asked_at.into()];
    tx.execute(&DONE, &args).await?;
    Ok(())
}

/// It is tried again at `due_at`.
///
/// # Errors
/// Whatever the database says.
pub async fn defer(tx: &Tx, cut_off: &CutOff, due_at: Timestamp) -> Result<(), Error> {
    let args = [
        due_at.into(),
        cut_off.account.into(),
        cut_off.asked_at.into(),
    ];
    tx.execute(&DEFER, &args).await?;
    Ok(())
}
