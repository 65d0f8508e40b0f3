//! Addresses outside the mailbox.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, EnhancedStatus, OutsideAddressId, Span, Timestamp};

/// An outside address as it is kept.
#[derive(Clone, Debug)]
pub struct OutsideAddress {
    /// Its id.
    pub id: OutsideAddressId,
    /// The address.
    pub address: String,
    /// When it was added.
    pub added_at: Timestamp,
    /// When its owner followed the link sent to it.
    pub verified_at: Option<Timestamp>,
    /// When it was taken off.
    pub removed_at: Option<Timestamp>,
    /// How many notices came back in a row.
    pub bounces: i64,
    /// When the first of them came back.
    pub bouncing_since: Option<Timestamp>,
    /// When the last of them did.
    pub bounced_at: Option<Timestamp>,
    /// What was said of that one (RFC 3463).
    pub bounce_status: Option<String>,
}

/// How long a removed address still hears of events (rules.md, Notices).
pub const KEEPS_HEARING: Span = Span::days(7);

impl OutsideAddress {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("outside_id")?,
            address: row.get("address")?,
            added_at: row.get("added_at")?,
            verified_at: row.get("verified_at")?,
            removed_at: row.get("removed_at")?,
            bounces: row.get("bounces")?,
            bouncing_since: row.get("bouncing_since")?,
            bounced_at: row.get("bounced_at")?,
            bounce_status: row.get("bounce_status")?,
        })
    }

    /// Whether it hears of an event now: verified, and not removed longer than seven days ago.
    #[must_use]
    pub fn hears(&self, now: Timestamp) -> bool {
        self.verified_at.is_some() && self.removed_at.is_none_or(|at| now < at + KEEPS_HEARING)
    }

    /// Whether it counts as an outside address: verified and not removed.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.verified_at.is_some() && self.removed_at.is_none()
    }
}

const LIST: Statement = Statement::new(
    "outside_list",
    "SELECT outside_id, address, added_at, verified_at, removed_at, bounces, bouncing_since, bounced_at, bounce_status FROM outside_address WHERE account_id = $1 ORDER BY added_at, outside_id",
);
const ADD: Statement = Statement::new(
    "outside_add",
    "INSERT INTO outside_address (account_id, outside_id, address, added_at) VALUES ($1, $2, $3, $4)",
);
const VERIFY: Statement = Statement::new(
    "outside_verify",
    "UPDATE outside_address SET verified_at = $1 WHERE account_id = $2 AND outside_id = $3 AND verified_at IS NULL AND removed_at IS NULL RETURNING address",
);
const REMOVE: Statement = Statement::new(
    "outside_remove",
    "UPDATE outside_address SET removed_at = $1 WHERE account_id = $2 AND outside_id = $3 AND removed_at IS NULL \
     RETURNING address, verified_at",
);
const RESTORE: Statement = Statement::new(
    "outside_restore",
    "UPDATE outside_address SET removed_at = NULL WHERE account_id = $1 AND outside_id = $2 AND removed_at IS NOT NULL AND removed_at > $3 RETURNING address",
);

const BOUNCED: Statement = Statement::new(
    "outside_bounced",
    "UPDATE outside_address SET bounces = bounces + 1, bouncing_since = COALESCE(bouncing_since, $1), bounced_at = $1, bounce_status = $2 \
     WHERE account_id = $3 AND address = $4 AND removed_at IS NULL RETURNING bounces",
);

pub(crate) const ALL: &[&Statement] = &[&LIST, &ADD, &VERIFY, &REMOVE, &RESTORE, &BOUNCED];

/// All of an account's, removed ones too, oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<OutsideAddress>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(OutsideAddress::from_row)
        .collect()
}

/// Adds one that isn't verified yet.
///
/// # Errors
/// Whatever the database says.
pub async fn add(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    address: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        &ADD,
        &[account.into(), id.into(), address.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Marks one verified and returns its address; `None` if it was verified or removed before.
///
/// # Errors
/// Whatever the database says.
pub async fn verify(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    tx.one(&VERIFY, &[now.into(), account.into(), id.into()])
        .await?
        .map(|row| row.get("address"))
        .transpose()
}

/// Takes one off; returns its address and whether it was verified, `None` if it was off already.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<(String, bool)>, Error> {
    let row = tx
        .one(&REMOVE, &[now.into(), account.into(), id.into()])
        .await?;
    row.map(|row| {
        let verified_at: Option<Timestamp> = row.get("verified_at")?;
        Ok((row.get("address")?, verified_at.is_some()))
    })
    .transpose()
}

/// Puts a removed one back while it still hears of events, and returns its address.
///
/// # Errors
/// Whatever the database says.
pub async fn restore(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let since = now - KEEPS_HEARING;
    tx.one(&RESTORE, &[account.into(), id.into(), since.into()])
        .await?
        .map(|row| row.get("address"))
        .transpose()
}

/// A notice came back from this address; returns how many did in a row, `None` when it isn't one of the account's any more.
///
/// # Errors
/// Whatever the database says.
pub async fn bounced(
    tx: &Tx,
    account: AccountId,
    address: &str,
    status: Option<EnhancedStatus>,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let args = [
        now.into(),
        status.map(|status| status.to_string()).into(),
        account.into(),
        address.into(),
    ];
    tx.one(&BOUNCED, &args)
        .await?
        .map(|row| row.get("bounces"))
        .transpose()
}
