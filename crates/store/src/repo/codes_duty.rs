//! Accounts that have no codes while the policy asks for some: counted for operators and reminded by a job, which spans accounts.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Span, Timestamp};

/// From when on codes are required, and how long a new owner has at least.
#[derive(Clone, Copy, Debug)]
pub struct Required {
    /// From when on.
    pub from: Timestamp,
    /// The grace of a new owner.
    pub grace: Span,
}

/// Accounts without codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// All of them.
    pub all: i64,
    /// Those whose day has come.
    pub overdue: i64,
}

/// An owner who is to be told.
#[derive(Clone, Copy, Debug)]
pub struct ToRemind {
    /// The account.
    pub account: AccountId,
    /// From when on codes are required of it.
    pub until: Timestamp,
    /// When it was last told.
    pub told_at: Option<Timestamp>,
    /// Of which moment.
    pub told_of: Option<Timestamp>,
}

impl ToRemind {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            until: row.get("until")?,
            told_at: row.get("codes_told_at")?,
            told_of: row.get("codes_told_of")?,
        })
    }
}

/// Active accounts without codes in force or on their way, each with its day: `$1` is now, `$2` the day of the policy, `$3` the grace.
macro_rules! behind {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM (SELECT account_id, codes_told_at, codes_told_of, \
             CASE WHEN COALESCE(enrolled_at, created_at) + $3 > $2 THEN COALESCE(enrolled_at, created_at) + $3 ELSE $2 END AS until \
             FROM account WHERE state = 'active' AND frozen_at IS NULL AND NOT EXISTS (SELECT 1 FROM code_set \
             WHERE code_set.account_id = account.account_id AND code_set.state = 'active' \
             AND (code_set.ended_at IS NULL OR code_set.ended_at > $1))) behind",
            $rest
        )
    };
}

const COUNT: Statement = Statement::new(
    "codes_duty_count",
    behind!(
        "COUNT(*) AS everybody, COUNT(CASE WHEN until <= $1 THEN 1 END) AS overdue",
        ""
    ),
);
const TO_REMIND: Statement = Statement::new(
    "codes_duty_to_remind",
    behind!(
        "account_id, until, codes_told_at, codes_told_of",
        " WHERE codes_told_at IS NULL OR codes_told_of > until \
          OR (codes_told_at < until - $4 AND until - $4 <= $1) OR (codes_told_at < until - $5 AND until - $5 <= $1) \
          OR (codes_told_at < until AND until <= $1) ORDER BY until, account_id LIMIT $6"
    ),
);
const TOLD: Statement = Statement::new(
    "codes_duty_told",
    "UPDATE account SET codes_told_at = $1, codes_told_of = $2 WHERE account_id = $3 AND COALESCE(codes_told_at, 0) = $4 \
     RETURNING account_id",
);

pub(crate) const ALL: &[&Statement] = &[&COUNT, &TO_REMIND, &TOLD];

/// Counts accounts without codes.
///
/// # Errors
/// Whatever the database says.
pub async fn count(tx: &Tx, required: Required, now: Timestamp) -> Result<Behind, Error> {
    let args = [
        now.into(),
        required.from.into(),
        required.grace.as_micros().into(),
    ];
    let Some(row) = tx.one(&COUNT, &args).await? else {
        return Ok(Behind::default());
    };
    Ok(Behind {
        all: row.get("everybody")?,
        overdue: row.get("overdue")?,
    })
}

/// Owners who are to be told now: never yet, of an earlier day, so long before it (`before`, two of them), or because it has come.
///
/// # Errors
/// Whatever the database says.
pub async fn to_remind(
    tx: &Tx,
    required: Required,
    before: [Span; 2],
    limit: i64,
    now: Timestamp,
) -> Result<Vec<ToRemind>, Error> {
    let [early, late] = before;
    let args = [
        now.into(),
        required.from.into(),
        required.grace.as_micros().into(),
        early.as_micros().into(),
        late.as_micros().into(),
        limit.into(),
    ];
    tx.query(&TO_REMIND, &args)
        .await?
        .iter()
        .map(ToRemind::from_row)
        .collect()
}

/// Notes that an owner was told: true for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn told(tx: &Tx, reminded: &ToRemind, now: Timestamp) -> Result<bool, Error> {
    let args = [
        now.into(),
        reminded.until.into(),
        reminded.account.into(),
        reminded.told_at.map_or(0, Timestamp::as_micros).into(),
    ];
    Ok(tx.one(&TOLD, &args).await?.is_some())
}
