//! What was tried and failed, and when.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::sign_in_throttle::HourCount;
use counterfoil_model::{AccountId, Span, Timestamp};

/// Failures in a row and the last of them.
#[derive(Clone, Copy, Debug)]
pub struct Failures {
    /// How many in a row.
    pub count: u32,
    /// When the last one was.
    pub last_at: Timestamp,
}

impl Failures {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let count: i64 = row.get("failures")?;
        Ok(Self {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            last_at: row.get("last_failed_at")?,
        })
    }
}

const GUESSES: Statement = Statement::new(
    "guess_clock_load",
    "SELECT failures, last_failed_at FROM guess_clock WHERE account_id = $1 AND network = $2",
);
const GUESS_FAILED: Statement = Statement::new(
    "guess_clock_failed",
    "INSERT INTO guess_clock (account_id, network, failures, last_failed_at) VALUES ($1, $2, 1, $3) \
     ON CONFLICT (account_id, network) DO UPDATE SET failures = guess_clock.failures + 1, last_failed_at = excluded.last_failed_at \
     RETURNING failures, last_failed_at",
);
const GUESS_CLEARED: Statement = Statement::new(
    "guess_clock_cleared",
    "DELETE FROM guess_clock WHERE account_id = $1 AND network = $2",
);
const HOUR: Statement = Statement::new(
    "hour_count_load",
    "SELECT began_at, failures FROM hour_count WHERE account_id = $1 AND scope = $2",
);
const HOUR_FAILED: Statement = Statement::new(
    "hour_count_failed",
    "INSERT INTO hour_count (account_id, scope, began_at, failures) VALUES ($1, $2, $3, 1) \
     ON CONFLICT (account_id, scope) DO UPDATE SET \
     failures = CASE WHEN hour_count.began_at <= $4 THEN 1 ELSE hour_count.failures + 1 END, \
     began_at = CASE WHEN hour_count.began_at <= $4 THEN excluded.began_at ELSE hour_count.began_at END",
);
const SIGN_IN: Statement = Statement::new(
    "sign_in_clock_load",
    "SELECT failures, last_failed_at FROM sign_in_clock WHERE typed_hash = $1 AND scope = $2",
);
const SIGN_IN_FAILED: Statement = Statement::new(
    "sign_in_clock_failed",
    "INSERT INTO sign_in_clock (typed_hash, scope, failures, last_failed_at, account_id) VALUES ($1, $2, 1, $3, $4) \
     ON CONFLICT (typed_hash, scope) DO UPDATE SET failures = sign_in_clock.failures + 1, last_failed_at = excluded.last_failed_at, \
     account_id = excluded.account_id \
     RETURNING failures, last_failed_at",
);
const UNTOLD: Statement = Statement::new(
    "sign_in_clock_untold",
    "SELECT sign_in_clock.account_id AS account_id, CAST(SUM(failures - told) AS BIGINT) AS untold, MAX(refusals_told_at) AS told_at \
     FROM sign_in_clock JOIN account ON account.account_id = sign_in_clock.account_id \
     WHERE refusals_told_at IS NULL OR refusals_told_at <= $1 GROUP BY sign_in_clock.account_id HAVING CAST(SUM(failures - told) AS BIGINT) >= $2 LIMIT $3",
);
const TOLD: Statement = Statement::new(
    "sign_in_clock_told",
    "UPDATE sign_in_clock SET told = failures WHERE account_id = $1",
);
const TELL_ONCE: Statement = Statement::new(
    "account_refusals_told",
    "UPDATE account SET refusals_told_at = $1 WHERE account_id = $2 AND (refusals_told_at IS NULL OR refusals_told_at <= $3) \
     RETURNING account_id",
);
const SIGN_IN_CLEARED: Statement = Statement::new(
    "sign_in_clock_cleared",
    "DELETE FROM sign_in_clock WHERE typed_hash = $1 AND scope IN ($2, $3)",
);

const SWEEP_GUESSES: Statement = Statement::new(
    "guess_clock_sweep",
    "DELETE FROM guess_clock WHERE last_failed_at < $1",
);
const SWEEP_HOURS: Statement = Statement::new(
    "hour_count_sweep",
    "DELETE FROM hour_count WHERE began_at < $1",
);
const SWEEP_SIGN_IN: Statement = Statement::new(
    "sign_in_clock_sweep",
    "DELETE FROM sign_in_clock WHERE last_failed_at < $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &GUESSES,
    &GUESS_FAILED,
    &GUESS_CLEARED,
    &HOUR,
    &HOUR_FAILED,
    &SIGN_IN,
    &SIGN_IN_FAILED,
    &SIGN_IN_CLEARED,
    &UNTOLD,
    &TOLD,
    &TELL_ONCE,
    &SWEEP_GUESSES,
    &SWEEP_HOURS,
    &SWEEP_SIGN_IN,
];

/// Wrong guesses at an account from a network.
///
/// # Errors
/// Whatever the database says.
pub async fn guesses(
    tx: &Tx,
    account: AccountId,
    network: &str,
) -> Result<Option<Failures>, Error> {
    tx.one(&GUESSES, &[account.into(), network.into()])
        .await?
        .as_ref()
        .map(Failures::from_row)
        .transpose()
}

/// Counts a wrong guess.
///
/// # Errors
/// Whatever the database says.
pub async fn guess_failed(
    tx: &Tx,
    account: AccountId,
    network: &str,
    now: Timestamp,
) -> Result<Option<Failures>, Error> {
    tx.one(&GUESS_FAILED, &[account.into(), network.into(), now.into()])
        .await?
        .as_ref()
        .map(Failures::from_row)
        .transpose()
}

/// Forgets the wrong guesses after a right one. Writes nothing when there were none.
///
/// # Errors
/// Whatever the database says.
pub async fn guess_cleared(tx: &Tx, account: AccountId, network: &str) -> Result<(), Error> {
    tx.execute(&GUESS_CLEARED, &[account.into(), network.into()])
        .await?;
    Ok(())
}

/// What failed in a scope within an hour of its first failure.
///
/// # Errors
/// Whatever the database says.
pub async fn hour(tx: &Tx, account: AccountId, scope: &str) -> Result<HourCount, Error> {
    let Some(row) = tx.one(&HOUR, &[account.into(), scope.into()]).await? else {
        return Ok(HourCount::default());
    };
    let failures: i64 = row.get("failures")?;
    Ok(HourCount {
        since: Some(row.get("began_at")?),
        failures: u32::try_from(failures).unwrap_or(u32::MAX),
    })
}

/// Counts a failure in a scope; an hour that is over begins anew.
///
/// # Errors
/// Whatever the database says.
pub async fn hour_failed(
    tx: &Tx,
    account: AccountId,
    scope: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let hour_ago = now - Span::hours(1);
    tx.execute(
        &HOUR_FAILED,
        &[account.into(), scope.into(), now.into(), hour_ago.into()],
    )
    .await?;
    Ok(())
}

/// Wrong passwords for what was typed, in a scope: a network, `*` for all of them, or a known device.
///
/// # Errors
/// Whatever the database says.
pub async fn sign_in(
    tx: &Tx,
    typed_hash: &[u8; 32],
    scope: &str,
) -> Result<Option<Failures>, Error> {
    tx.one(&SIGN_IN, &[typed_hash.into(), scope.into()])
        .await?
        .as_ref()
        .map(Failures::from_row)
        .transpose()
}

/// Counts a wrong password in a scope; with the account whose owner hears of it, if there is one.
///
/// # Errors
/// Whatever the database says.
pub async fn sign_in_failed(
    tx: &Tx,
    typed_hash: &[u8; 32],
    scope: &str,
    tells: Option<AccountId>,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [
        typed_hash.into(),
        scope.into(),
        now.into(),
        tells.map(|account| account.as_bytes().to_vec()).into(),
    ];
    tx.execute(&SIGN_IN_FAILED, &args).await?;
    Ok(())
}

/// Wrong passwords that an owner hasn't heard of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untold {
    /// Whose.
    pub account: AccountId,
    /// How many.
    pub failures: u32,
    /// When the owner heard of some last.
    pub told_at: Option<Timestamp>,
}

/// Up to `limit` owners who haven't heard of so many wrong passwords or more, and of none since `quiet_since`.
///
/// # Errors
/// Whatever the database says.
pub async fn untold(
    tx: &Tx,
    at_least: u32,
    quiet_since: Timestamp,
    limit: i64,
) -> Result<Vec<Untold>, Error> {
    let args = [quiet_since.into(), i64::from(at_least).into(), limit.into()];
    tx.query(&UNTOLD, &args)
        .await?
        .iter()
        .map(|row| {
            let failures: i64 = row.get("untold")?;
            Ok(Untold {
                account: row.get("account_id")?,
                failures: u32::try_from(failures).unwrap_or(u32::MAX),
                told_at: row.get("told_at")?,
            })
        })
        .collect()
}

/// The owner hears of them now: true for exactly one caller, and for none when there was one since `quiet_since`.
///
/// # Errors
/// Whatever the database says.
pub async fn tell_once(
    tx: &Tx,
    account: AccountId,
    quiet_since: Timestamp,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), quiet_since.into()];
    if tx.one(&TELL_ONCE, &args).await?.is_none() {
        return Ok(false);
    }
    tx.execute(&TOLD, &[account.into()]).await?;
    Ok(true)
}

/// Forgets the wrong passwords after a right one, in two scopes.
///
/// # Errors
/// Whatever the database says.
pub async fn sign_in_cleared(
    tx: &Tx,
    typed_hash: &[u8; 32],
    scopes: [&str; 2],
) -> Result<(), Error> {
    let [one, other] = scopes;
    tx.execute(
        &SIGN_IN_CLEARED,
        &[typed_hash.into(), one.into(), other.into()],
    )
    .await?;
    Ok(())
}

/// Deletes clocks that stopped before `oldest`: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<(), Error> {
    for statement in [&SWEEP_GUESSES, &SWEEP_HOURS, &SWEEP_SIGN_IN] {
        tx.execute(statement, &[oldest.into()]).await?;
    }
    Ok(())
}
