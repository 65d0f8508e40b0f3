//! What happened to an account, a page at a time, and what its owner said of it.

use super::event::Event;
use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, EventId, Timestamp};

/// An event in its place among those of its account.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The event.
    pub event: Event,
    /// Which came first of those that share a microsecond.
    pub ordinal: i64,
    /// What was said of it, and when.
    pub answer: Option<(String, Timestamp)>,
}

/// Behind which event a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behind {
    /// When it happened.
    pub at: Timestamp,
    /// Which came first of those that share a microsecond.
    pub ordinal: i64,
    /// Its id.
    pub event: EventId,
}

impl Behind {
    /// Before everything: the first page.
    pub const NOTHING: Self = Self {
        at: Timestamp::from_micros(i64::MAX),
        ordinal: i64::MAX,
        event: EventId::from_bytes([0; 16]),
    };
}

impl Entry {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let answer: Option<String> = row.get("answer")?;
        let answered_at: Option<Timestamp> = row.get("answered_at")?;
        Ok(Self {
            event: Event::from_row(row)?,
            ordinal: row.get("ordinal")?,
            answer: answer.zip(answered_at),
        })
    }
}

const PAGE: Statement = Statement::new(
    "activity_page",
    "SELECT event_id, kind, at, details, network, device, ordinal, answer, answered_at FROM security_event \
     WHERE account_id = $1 AND (at < $2 OR (at = $2 AND (ordinal < $3 OR (ordinal = $3 AND event_id > $4)))) \
     AND ($5 = '' OR $5 LIKE '%,' || kind || ',%') ORDER BY at DESC, ordinal DESC, event_id LIMIT $6",
);
const FIND: Statement = Statement::new(
    "activity_find",
    "SELECT event_id, kind, at, details, network, device, ordinal, answer, answered_at FROM security_event \
     WHERE account_id = $1 AND event_id = $2",
);
const FIRSTS: Statement = Statement::new(
    "activity_firsts",
    "SELECT network, MIN(at) AS first FROM security_event WHERE account_id = $1 AND network <> '' GROUP BY network",
);
const ANSWER_ME: Statement = Statement::new(
    "activity_answer_me",
    "UPDATE security_event SET answer = 'me', answered_at = $1 WHERE account_id = $2 AND event_id = $3 AND answer IS NULL \
     RETURNING kind",
);
const ANSWER_NOT_ME: Statement = Statement::new(
    "activity_answer_not_me",
    "UPDATE security_event SET answer = 'not-me', answered_at = $1 WHERE account_id = $2 AND event_id = $3 \
     AND (answer IS NULL OR answer <> 'not-me') RETURNING kind",
);
const DOUBT_PASSWORD: Statement = Statement::new(
    "activity_doubt_password",
    "UPDATE account SET password_doubted_at = $1 WHERE account_id = $2",
);

const PASSWORD_DOUBT: Statement = Statement::new(
    "activity_password_doubt",
    "SELECT password_doubted_at, password_set_at FROM account WHERE account_id = $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &PASSWORD_DOUBT,
    &PAGE,
    &FIND,
    &FIRSTS,
    &ANSWER_ME,
    &ANSWER_NOT_ME,
    &DOUBT_PASSWORD,
];

/// Up to `limit` events behind this one, newest first. `kinds` has those that are wanted, each between commas; empty for all.
///
/// # Errors
/// Whatever the database says.
pub async fn page(
    tx: &Tx,
    account: AccountId,
    behind: Behind,
    kinds: &str,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let args = [
        account.into(),
        behind.at.into(),
        behind.ordinal.into(),
        behind.event.into(),
        kinds.into(),
        limit.into(),
    ];
    let rows = tx.query(&PAGE, &args).await?;
    rows.iter().map(Entry::from_row).collect()
}

/// One event of an account.
///
/// # Errors
/// Whatever the database says.
pub async fn find(tx: &Tx, account: AccountId, event: EventId) -> Result<Option<Entry>, Error> {
    let row = tx.one(&FIND, &[account.into(), event.into()]).await?;
    row.as_ref().map(Entry::from_row).transpose()
}

/// From which addresses something was done, and when first from each.
///
/// # Errors
/// Whatever the database says.
pub async fn firsts(tx: &Tx, account: AccountId) -> Result<Vec<(String, Timestamp)>, Error> {
    let rows = tx.query(&FIRSTS, &[account.into()]).await?;
    rows.iter()
        .map(|row| Ok((row.get("network")?, row.get("first")?)))
        .collect()
}

/// Its owner says "that was me", if nothing was said yet. False if it was.
///
/// # Errors
/// Whatever the database says.
pub async fn answer_me(
    tx: &Tx,
    account: AccountId,
    event: EventId,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), event.into()];
    Ok(tx.one(&ANSWER_ME, &args).await?.is_some())
}

/// Its owner says "that wasn't me". False if that was said before.
///
/// # Errors
/// Whatever the database says.
pub async fn answer_not_me(
    tx: &Tx,
    account: AccountId,
    event: EventId,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), event.into()];
    Ok(tx.one(&ANSWER_NOT_ME, &args).await?.is_some())
}

/// Another password is asked for.
///
/// # Errors
/// Whatever the database says.
pub async fn doubt_password(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&DOUBT_PASSWORD, &[now.into(), account.into()])
        .await?;
    Ok(())
}

/// When another password was last asked for so, and when the one that is was set.
///
/// # Errors
/// Whatever the database says.
pub async fn password_doubt(
    tx: &Tx,
    account: AccountId,
) -> Result<(Option<Timestamp>, Option<Timestamp>), Error> {
    tx.one(&PASSWORD_DOUBT, &[account.into()])
        .await?
        .map_or(Ok((None, None)), |row| {
            Ok((row.get("password_doubted_at")?, row.get("password_set_at")?))
        })
}
