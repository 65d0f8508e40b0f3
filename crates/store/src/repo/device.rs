//! Browsers that have signed in.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// A browser as it is kept.
#[derive(Clone, Debug)]
pub struct Device {
    /// SHA-256 of the browser's cookie.
    pub browser_hash: [u8; 32],
    /// In words a person recognises.
    pub name: String,
    /// First sign-in by something other than a code or a recovery.
    pub trusted_since: Option<Timestamp>,
    /// First sign-in.
    pub first_seen_at: Timestamp,
    /// Last sign-in.
    pub seen_at: Timestamp,
}

impl Device {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            browser_hash: row.get("browser_hash")?,
            name: row.get("name")?,
            trusted_since: row.get("trusted_since")?,
            first_seen_at: row.get("first_seen_at")?,
            seen_at: row.get("seen_at")?,
        })
    }
}

const LOAD: Statement = Statement::new(
    "device_load",
    "SELECT browser_hash, name, trusted_since, first_seen_at, seen_at FROM device WHERE account_id = $1 AND browser_hash = $2",
);
const LIST: Statement = Statement::new(
    "device_list",
    "SELECT browser_hash, name, trusted_since, first_seen_at, seen_at FROM device WHERE account_id = $1 ORDER BY seen_at DESC, browser_hash",
);
const SIGNED_IN: Statement = Statement::new(
    "device_signed_in",
    "INSERT INTO device (account_id, browser_hash, name, trusted_since, first_seen_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5) \
     ON CONFLICT (account_id, browser_hash) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at, \
     trusted_since = COALESCE(device.trusted_since, excluded.trusted_since)",
);
const DROP_OLDEST: Statement = Statement::new(
    "device_drop_oldest",
    "DELETE FROM device WHERE account_id = $1 AND browser_hash NOT IN \
     (SELECT browser_hash FROM device WHERE account_id = $1 ORDER BY seen_at DESC LIMIT 20)",
);
const FORGET_ALL: Statement = Statement::new(
    "device_forget_all",
    "DELETE FROM device WHERE account_id = $1",
);

const FORGET: Statement = Statement::new(
    "device_forget",
    "DELETE FROM device WHERE account_id = $1 AND browser_hash = $2 RETURNING name",
);
const FORGET_OTHERS: Statement = Statement::new(
    "device_forget_others",
    "DELETE FROM device WHERE account_id = $1 AND browser_hash <> $2",
);

pub(crate) const ALL: &[&Statement] = &[
    &LOAD,
    &LIST,
    &SIGNED_IN,
    &DROP_OLDEST,
    &FORGET_ALL,
    &FORGET,
    &FORGET_OTHERS,
];

/// The browser, if it has signed in to this account.
///
/// # Errors
/// Whatever the database says.
pub async fn load(
    tx: &Tx,
    account: AccountId,
    browser_hash: &[u8; 32],
) -> Result<Option<Device>, Error> {
    tx.one(&LOAD, &[account.into(), browser_hash.into()])
        .await?
        .as_ref()
        .map(Device::from_row)
        .transpose()
}

/// Every browser that has signed in to this account, the last seen first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Device>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(Device::from_row)
        .collect()
}

/// Forgets one browser. False if it was forgotten before.
///
/// # Errors
/// Whatever the database says.
pub async fn forget(tx: &Tx, account: AccountId, browser_hash: &[u8; 32]) -> Result<bool, Error> {
    let forgotten = tx
        .one(&FORGET, &[account.into(), browser_hash.into()])
        .await?;
    Ok(forgotten.is_some())
}

/// Forgets all browsers of an account but one.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_others(tx: &Tx, account: AccountId, keep: &[u8; 32]) -> Result<(), Error> {
    tx.execute(&FORGET_OTHERS, &[account.into(), keep.into()])
        .await?;
    Ok(())
}

/// Notes a sign-in; `trusted` unless it was by a code or a recovery. At most twenty browsers are kept, the last seen.
///
/// # Errors
/// Whatever the database says.
pub async fn signed_in(
    tx: &Tx,
    account: AccountId,
    browser_hash: &[u8; 32],
    name: &str,
    trusted: bool,
    now: Timestamp,
) -> Result<(), Error> {
    let since = trusted.then_some(now);
    tx.execute(
        &SIGNED_IN,
        &[
            account.into(),
            browser_hash.into(),
            name.into(),
            since.into(),
            now.into(),
        ],
    )
    .await?;
    tx.execute(&DROP_OLDEST, &[account.into()]).await?;
    Ok(())
}

/// Forgets all browsers of an account.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_all(tx: &Tx, account: AccountId) -> Result<(), Error> {
    tx.execute(&FORGET_ALL, &[account.into()]).await?;
    Ok(())
}
