//! Reminders that their owners put off, and practices of their check-up.

use crate::{Error, Statement, Tx};
use counterfoil_model::check_up::Practice;
use counterfoil_model::reminders::{Snooze, Topic};
use counterfoil_model::{AccountId, Timestamp};

const LIST: Statement = Statement::new(
    "snooze_list",
    "SELECT topic, made_at, wakes_at, times FROM snooze WHERE account_id = $1",
);
const KEEP: Statement = Statement::new(
    "snooze_keep",
    "INSERT INTO snooze (account_id, topic, made_at, wakes_at, times) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (account_id, topic) DO UPDATE SET made_at = excluded.made_at, wakes_at = excluded.wakes_at, \
     times = excluded.times WHERE snooze.made_at < excluded.made_at",
);

pub(crate) const ALL: &[&Statement] = &[&LIST, &KEEP];

/// What an owner put off. A topic that this version doesn't know is left out.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Snooze>, Error> {
    let mut snoozes = Vec::new();
    for row in tx.query(&LIST, &[account.into()]).await? {
        let topic: String = row.get("topic")?;
        if let Some(topic) = Topic::parse(&topic) {
            snoozes.push(Snooze {
                topic,
                made_at: row.get("made_at")?,
                until: row.get("wakes_at")?,
                times: row.get("times")?,
            });
        }
    }
    Ok(snoozes)
}

/// Keeps a snooze in the place of an earlier one of its topic.
///
/// # Errors
/// Whatever the database says.
pub async fn keep(tx: &Tx, account: AccountId, snooze: &Snooze) -> Result<(), Error> {
    let args = [
        account.into(),
        snooze.topic.as_str().into(),
        snooze.made_at.into(),
        snooze.until.into(),
        snooze.times.into(),
    ];
    tx.execute(&KEEP, &args).await?;
    Ok(())
}

/// The practices of a check-up that an owner put off, and until when. They share the table: their names are no topics.
///
/// # Errors
/// Whatever the database says.
pub async fn practices(tx: &Tx, account: AccountId) -> Result<Vec<(Practice, Timestamp)>, Error> {
    let mut put_off = Vec::new();
    for row in tx.query(&LIST, &[account.into()]).await? {
        let topic: String = row.get("topic")?;
        if let Some(practice) = Practice::parse(&topic) {
            put_off.push((practice, row.get("wakes_at")?));
        }
    }
    Ok(put_off)
}

/// Keeps that a practice was put off.
///
/// # Errors
/// Whatever the database says.
pub async fn put_off(
    tx: &Tx,
    account: AccountId,
    practice: Practice,
    until: Timestamp,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [
        account.into(),
        practice.as_str().into(),
        now.into(),
        until.into(),
        1_i64.into(),
    ];
    tx.execute(&KEEP, &args).await?;
    Ok(())
}
