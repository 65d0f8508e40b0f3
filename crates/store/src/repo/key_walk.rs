//! Walks through all accounts, those of apps too, in the order of their ids: a page in a transaction, each page by one node. They
//! span accounts.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// A walk that isn't over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWalk {
    /// `renewal` or `sealing`.
    pub purpose: String,
    /// What it is about.
    pub subject: String,
    /// The last account that was visited; `None` before the first.
    pub through: Option<AccountId>,
}

const BEGIN: Statement = Statement::new(
    "key_walk_begin",
    "INSERT INTO key_walk (purpose, subject, begins_at, through) VALUES ($1, $2, $3, $4) ON CONFLICT (purpose, subject) DO NOTHING",
);
const NEXT: Statement = Statement::new(
    "key_walk_next",
    "SELECT purpose, subject, through FROM key_walk WHERE purpose = $1 AND ended_at IS NULL AND begins_at <= $2 \
     ORDER BY begins_at, subject LIMIT 1",
);
const ADVANCE: Statement = Statement::new(
    "key_walk_advance",
    "UPDATE key_walk SET through = $1 WHERE purpose = $2 AND subject = $3 AND through = $4 AND ended_at IS NULL RETURNING purpose",
);
const END: Statement = Statement::new(
    "key_walk_end",
    "UPDATE key_walk SET ended_at = $1 WHERE purpose = $2 AND subject = $3 AND through = $4 AND ended_at IS NULL RETURNING purpose",
);
const ACCOUNTS: Statement = Statement::new(
    "key_walk_accounts",
    "SELECT account_id, CAST(0 AS BIGINT) AS of_app FROM account WHERE account_id > $1 UNION ALL \
     SELECT account_id, CAST(1 AS BIGINT) AS of_app FROM api_account WHERE account_id > $1 AND state <> 'erased' \
     ORDER BY account_id LIMIT $2",
);

pub(crate) const ALL: &[&Statement] = &[&BEGIN, &NEXT, &ADVANCE, &END, &ACCOUNTS];

fn place(through: Option<AccountId>) -> Vec<u8> {
    through.map_or_else(Vec::new, |account| account.as_bytes().to_vec())
}

/// A walk is to begin then; one that was begun before goes on as it does.
///
/// # Errors
/// Whatever the database says.
pub async fn begin(
    tx: &Tx,
    purpose: &str,
    subject: &str,
    begins_at: Timestamp,
) -> Result<(), Error> {
    let args = [
        purpose.into(),
        subject.into(),
        begins_at.into(),
        place(None).into(),
    ];
    tx.execute(&BEGIN, &args).await?;
    Ok(())
}

/// The oldest walk of this purpose that isn't over.
///
/// # Errors
/// Whatever the database says.
pub async fn next(tx: &Tx, purpose: &str, now: Timestamp) -> Result<Option<KeyWalk>, Error> {
    let Some(row) = tx.one(&NEXT, &[purpose.into(), now.into()]).await? else {
        return Ok(None);
    };
    let through: Vec<u8> = row.get("through")?;
    let through = match through.as_slice() {
        [] => None,
        id => Some(AccountId::from_bytes(
            id.try_into()
                .map_err(|_| Error::inconsistent("key_walk.through"))?,
        )),
    };
    Ok(Some(KeyWalk {
        purpose: row.get("purpose")?,
        subject: row.get("subject")?,
        through,
    }))
}

/// An account on a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visited {
    /// Its id.
    pub account: AccountId,
    /// Whether it is an app's, not a mailbox.
    pub of_app: bool,
}

/// The next accounts of a walk; empty behind the last.
///
/// # Errors
/// Whatever the database says.
pub async fn accounts(tx: &Tx, walk: &KeyWalk, limit: i64) -> Result<Vec<Visited>, Error> {
    let args = [place(walk.through).into(), limit.into()];
    let rows = tx.query(&ACCOUNTS, &args).await?;
    rows.iter()
        .map(|row| {
            Ok(Visited {
                account: row.get("account_id")?,
                of_app: row.get::<i64>("of_app")? == 1,
            })
        })
        .collect()
}

/// The accounts up to this one were visited, in this transaction; false if another node did that first.
///
/// # Errors
/// Whatever the database says.
pub async fn advance(tx: &Tx, walk: &KeyWalk, to: AccountId) -> Result<bool, Error> {
    let args = [
        place(Some(to)).into(),
        walk.purpose.as_str().into(),
        walk.subject.as_str().into(),
        place(walk.through).into(),
    ];
    Ok(tx.one(&ADVANCE, &args).await?.is_some())
}

/// Every account was visited; false if another node went further meanwhile.
///
/// # Errors
/// Whatever the database says.
pub async fn end(tx: &Tx, walk: &KeyWalk, now: Timestamp) -> Result<bool, Error> {
    let args = [
        now.into(),
        walk.purpose.as_str().into(),
        walk.subject.as_str().into(),
        place(walk.through).into(),
    ];
    Ok(tx.one(&END, &args).await?.is_some())
}
