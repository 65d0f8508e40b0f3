//! When each account is looked at next for what is due, and when it was last mailed.

use crate::{Error, Statement, Tx};
use counterfoil_model::reminders::{Letter, Round};
use counterfoil_model::{AccountId, Timestamp};

/// An account whose look has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueLook {
    /// The account.
    pub account: AccountId,
    /// When it was to be looked at; `None` for one that was there before there were reminders.
    pub look_at: Option<Timestamp>,
    /// The letters it got.
    pub round: Round,
}

const DUE: Statement = Statement::new(
    "reminder_due",
    "SELECT account_id, look_at, begun_at, mailed_at, digest_at FROM reminder_round WHERE look_at <= $1 ORDER BY look_at LIMIT $2",
);
const SOON: Statement = Statement::new(
    "reminder_soon",
    "INSERT INTO reminder_round (account_id, look_at, begun_at) SELECT account_id, CAST($2 AS BIGINT), CAST($3 AS BIGINT) FROM account WHERE account_id = $1 \
     ON CONFLICT (account_id) DO UPDATE SET look_at = excluded.look_at WHERE reminder_round.look_at > excluded.look_at",
);
const LOOKED: Statement = Statement::new(
    "reminder_looked",
    "UPDATE reminder_round SET look_at = $1, mailed_at = COALESCE($2, mailed_at), digest_at = COALESCE($3, digest_at) \
     WHERE account_id = $4 AND look_at = $5",
);

pub(crate) const ALL: &[&Statement] = &[&DUE, &SOON, &LOOKED];

/// Before any look: what the migration wrote.
const NEVER: Timestamp = Timestamp::from_micros(0);

/// Up to `limit` accounts whose look has come: a job's work, which spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, limit: i64, now: Timestamp) -> Result<Vec<DueLook>, Error> {
    let rows = tx.query(&DUE, &[now.into(), limit.into()]).await?;
    rows.iter()
        .map(|row| {
            let look_at: Timestamp = row.get("look_at")?;
            Ok(DueLook {
                account: row.get("account_id")?,
                look_at: (look_at != NEVER).then_some(look_at),
                round: Round {
                    begun_at: row.get("begun_at")?,
                    mailed_at: row.get("mailed_at")?,
                    digest_at: row.get("digest_at")?,
                },
            })
        })
        .collect()
}

/// The account is looked at then, unless it is sooner anyway. An app's account never is: nobody is written to about it.
///
/// # Errors
/// Whatever the database says.
pub async fn soon(
    tx: &Tx,
    account: AccountId,
    look_at: Timestamp,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&SOON, &[account.into(), look_at.into(), now.into()])
        .await?;
    Ok(())
}

/// The account was looked at, and this was mailed. True for exactly one of those who found it due at the same time.
///
/// # Errors
/// Whatever the database says.
pub async fn looked(
    tx: &Tx,
    due: &DueLook,
    again_at: Timestamp,
    letter: Option<Letter>,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        again_at.into(),
        letter.map(|_| now).into(),
        letter
            .filter(|letter| *letter == Letter::Digest)
            .map(|_| now)
            .into(),
        due.account.into(),
        due.look_at.unwrap_or(NEVER).into(),
    ];
    Ok(tx.execute(&LOOKED, &args).await? == 1)
}
