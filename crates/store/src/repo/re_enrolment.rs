//! Re-enrolments that one operator asked for and another has to confirm.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// A re-enrolment that was asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// Whose account it is.
    pub account: AccountId,
    /// The operator who asked.
    pub asked_by: AccountId,
    /// Why, in that operator's words.
    pub reason: String,
    /// When.
    pub asked_at: Timestamp,
    /// From when on nobody can confirm it.
    pub expires_at: Timestamp,
}

impl Request {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            asked_by: row.get("asked_by")?,
            reason: row.get("reason")?,
            asked_at: row.get("asked_at")?,
            expires_at: row.get("expires_at")?,
        })
    }
}

const ASK: Statement = Statement::new(
    "re_enrolment_ask",
    "INSERT INTO re_enrolment_request (account_id, asked_by, reason, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (account_id) DO UPDATE SET asked_by = excluded.asked_by, reason = excluded.reason, asked_at = excluded.asked_at, \
     expires_at = excluded.expires_at, confirmed_by = NULL, confirmed_at = NULL \
     WHERE re_enrolment_request.expires_at <= $4 OR re_enrolment_request.confirmed_at IS NOT NULL RETURNING account_id",
);
const WAITING: Statement = Statement::new(
    "re_enrolment_waiting",
    "SELECT account_id, asked_by, reason, asked_at, expires_at FROM re_enrolment_request \
     WHERE confirmed_at IS NULL AND expires_at > $1 ORDER BY asked_at, account_id",
);
const CONFIRM: Statement = Statement::new(
    "re_enrolment_confirm",
    "UPDATE re_enrolment_request SET confirmed_by = $1, confirmed_at = $2 \
     WHERE account_id = $3 AND asked_by <> $1 AND account_id <> $1 AND confirmed_at IS NULL AND expires_at > $2 \
     RETURNING account_id, asked_by, reason, asked_at, expires_at",
);
const WITHDRAW: Statement = Statement::new(
    "re_enrolment_withdraw",
    "UPDATE re_enrolment_request SET expires_at = $1 WHERE account_id = $2 AND confirmed_at IS NULL AND expires_at > $1 \
     RETURNING account_id",
);

pub(crate) const ALL: &[&Statement] = &[&ASK, &WAITING, &CONFIRM, &WITHDRAW];

/// Enters a request; false while another one for the account waits.
///
/// # Errors
/// Whatever the database says.
pub async fn ask(tx: &Tx, request: &Request) -> Result<bool, Error> {
    let args = [
        request.account.into(),
        request.asked_by.into(),
        request.reason.as_str().into(),
        request.asked_at.into(),
        request.expires_at.into(),
    ];
    Ok(tx.one(&ASK, &args).await?.is_some())
}

/// What waits for a second operator, oldest first: a list that spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn waiting(tx: &Tx, now: Timestamp) -> Result<Vec<Request>, Error> {
    tx.query(&WAITING, &[now.into()])
        .await?
        .iter()
        .map(Request::from_row)
        .collect()
}

/// Confirms what waits: `Some` for exactly one operator, and never for the one who asked or whose account it is.
///
/// # Errors
/// Whatever the database says.
pub async fn confirm(
    tx: &Tx,
    account: AccountId,
    operator: AccountId,
    now: Timestamp,
) -> Result<Option<Request>, Error> {
    tx.one(&CONFIRM, &[operator.into(), now.into(), account.into()])
        .await?
        .as_ref()
        .map(Request::from_row)
        .transpose()
}

/// Takes what waits back; false if nothing did.
///
/// # Errors
/// Whatever the database says.
pub async fn withdraw(tx: &Tx, account: AccountId, now: Timestamp) -> Result<bool, Error> {
    Ok(tx
        .one(&WITHDRAW, &[now.into(), account.into()])
        .await?
        .is_some())
}
