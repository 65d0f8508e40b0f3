//! What requests with an Idempotency-Key came to, for a day.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// What is kept of a request.
#[derive(Clone, Debug)]
pub struct Retry {
    /// Keyed hash of operation and body.
    pub body_hash: [u8; 32],
    /// What it came to: a JSON object without a code in it.
    pub outcome: String,
}

const LOAD: Statement = Statement::new(
    "api_retry_load",
    "SELECT body_hash, outcome FROM api_retry WHERE account_id = $1 AND retry_hash = $2 AND made_at > $3",
);
const KEEP: Statement = Statement::new(
    "api_retry_keep",
    "INSERT INTO api_retry (account_id, retry_hash, body_hash, outcome, made_at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (account_id, retry_hash) DO UPDATE SET body_hash = excluded.body_hash, outcome = excluded.outcome, \
     made_at = excluded.made_at WHERE api_retry.made_at <= $6 RETURNING account_id",
);
const SWEEP: Statement = Statement::new(
    "api_retry_sweep",
    "DELETE FROM api_retry WHERE made_at < $1",
);

pub(crate) const ALL: &[&Statement] = &[&LOAD, &KEEP, &SWEEP];

/// What the request with this hash came to, unless that was at `oldest` or before.
///
/// # Errors
/// Whatever the database says.
pub async fn load(
    tx: &Tx,
    account: AccountId,
    retry_hash: &[u8; 32],
    oldest: Timestamp,
) -> Result<Option<Retry>, Error> {
    let args = [account.into(), retry_hash.into(), oldest.into()];
    let row = tx.one(&LOAD, &args).await?;
    row.map(|row| {
        Ok(Retry {
            body_hash: row.get("body_hash")?,
            outcome: row.get("outcome")?,
        })
    })
    .transpose()
}

/// Keeps what a request came to, in the place of one that was kept at `oldest` or before; false when another one with this hash
/// was quicker.
///
/// # Errors
/// Whatever the database says.
pub async fn keep(
    tx: &Tx,
    account: AccountId,
    retry_hash: &[u8; 32],
    retry: &Retry,
    oldest: Timestamp,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        account.into(),
        retry_hash.into(),
        retry.body_hash.into(),
        retry.outcome.as_str().into(),
        now.into(),
        oldest.into(),
    ];
    Ok(tx.one(&KEEP, &args).await?.is_some())
}

/// Deletes what was kept before `oldest`.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<(), Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await?;
    Ok(())
}
