//! How many recipients an account wrote to in each hour.

use crate::{Error, Statement, Tx};
use counterfoil_model::AccountId;

/// An hour of an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentHour {
    /// Recipients of mail that went out.
    pub recipients: i64,
    /// Recipients of mail that is held.
    pub held: i64,
}

const ADD: Statement = Statement::new(
    "sent_hour_add",
    "INSERT INTO sent_hour (account_id, hour, recipients, held) VALUES ($1, $2, $3, $4) ON CONFLICT (account_id, hour) DO UPDATE SET \
     recipients = sent_hour.recipients + excluded.recipients, held = sent_hour.held + excluded.held RETURNING recipients, held",
);
const LOAD: Statement = Statement::new(
    "sent_hour_load",
    "SELECT recipients, held FROM sent_hour WHERE account_id = $1 AND hour = $2",
);
const BUSIEST: Statement = Statement::new(
    "sent_hour_busiest",
    "SELECT CAST(COALESCE(MAX(recipients), 0) AS BIGINT) AS busiest FROM sent_hour WHERE account_id = $1 AND hour >= $2 AND hour < $3",
);
const SWEEP: Statement = Statement::new("sent_hour_sweep", "DELETE FROM sent_hour WHERE hour < $1");

pub(crate) const ALL: &[&Statement] = &[&ADD, &LOAD, &BUSIEST, &SWEEP];

/// What an hour has so far.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, account: AccountId, hour: i64) -> Result<SentHour, Error> {
    let row = tx.one(&LOAD, &[account.into(), hour.into()]).await?;
    row.map_or(Ok(SentHour::default()), |row| {
        Ok(SentHour {
            recipients: row.get("recipients")?,
            held: row.get("held")?,
        })
    })
}

/// Adds to an hour and gives what it has then.
///
/// # Errors
/// Whatever the database says.
pub async fn add(
    tx: &Tx,
    account: AccountId,
    hour: i64,
    more: SentHour,
) -> Result<SentHour, Error> {
    let args = [
        account.into(),
        hour.into(),
        more.recipients.into(),
        more.held.into(),
    ];
    let row = tx.one(&ADD, &args).await?;
    row.map_or(Ok(more), |row| {
        Ok(SentHour {
            recipients: row.get("recipients")?,
            held: row.get("held")?,
        })
    })
}

/// The most recipients of mail that went out in one hour, from the hour `since` to before the hour `until`.
///
/// # Errors
/// Whatever the database says.
pub async fn busiest(tx: &Tx, account: AccountId, since: i64, until: i64) -> Result<i64, Error> {
    let args = [account.into(), since.into(), until.into()];
    tx.one(&BUSIEST, &args)
        .await?
        .map_or(Ok(0), |row| row.get("busiest"))
}

/// Deletes hours before `oldest`, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: i64) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
