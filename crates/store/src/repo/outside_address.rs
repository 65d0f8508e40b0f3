//! Addresses outside the mailbox.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::issued_code::TRIES;
use counterfoil_model::{AccountId, EnhancedStatus, OutsideAddressId, Timestamp};

/// An outside address as it is kept.
#[derive(Clone, Debug)]
pub struct OutsideAddress {
    /// Its id.
    pub id: OutsideAddressId,
    /// The address.
    pub address: String,
    /// The owner's own name for it.
    pub label: Option<String>,
    /// When it was added.
    pub added_at: Timestamp,
    /// When its owner typed the code that was mailed there.
    pub verified_at: Option<Timestamp>,
    /// From when on it counts, and hears of events.
    pub counts_at: Option<Timestamp>,
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
    /// Until when one that was taken off hears of events.
    pub leaves_at: Option<Timestamp>,
    /// From when on the code that was mailed there doesn't work.
    pub code_expires_at: Option<Timestamp>,
    /// Wrong codes since it was mailed.
    pub code_failures: u32,
    /// When its owner last said that it is still theirs.
    pub reviewed_at: Option<Timestamp>,
    /// Until when its owner isn't asked.
    pub review_snoozed_until: Option<Timestamp>,
    /// The address whose place it takes.
    pub replaces: Option<OutsideAddressId>,
}

impl OutsideAddress {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let failures: Option<i64> = row.get("code_failures")?;
        Ok(Self {
            id: row.get("outside_id")?,
            address: row.get("address")?,
            label: row.get("label")?,
            added_at: row.get("added_at")?,
            verified_at: row.get("verified_at")?,
            counts_at: row.get("counts_at")?,
            removed_at: row.get("removed_at")?,
            bounces: row.get("bounces")?,
            bouncing_since: row.get("bouncing_since")?,
            bounced_at: row.get("bounced_at")?,
            bounce_status: row.get("bounce_status")?,
            leaves_at: row.get("leaves_at")?,
            code_expires_at: row.get("code_expires_at")?,
            code_failures: u32::try_from(failures.unwrap_or_default()).unwrap_or(u32::MAX),
            reviewed_at: row.get("reviewed_at")?,
            review_snoozed_until: row.get("review_snoozed_until")?,
            replaces: row.get("replaces")?,
        })
    }

    /// Whether it hears of an event now, and may stop what waits: one that counts, or was removed lately.
    #[must_use]
    pub fn hears(&self, now: Timestamp) -> bool {
        self.counts_at.is_some_and(|at| at <= now) && self.leaves_at.is_none_or(|at| now < at)
    }

    /// Whether it counts as an outside address: verified, its delay over, and not removed.
    #[must_use]
    pub fn counts(&self, now: Timestamp) -> bool {
        self.counts_at.is_some_and(|at| at <= now) && self.removed_at.is_none()
    }
}

const LIST: Statement = Statement::new(
    "outside_list",
    "SELECT outside_id, address, label, added_at, verified_at, counts_at, removed_at, leaves_at, code_expires_at, code_failures, \
     reviewed_at, review_snoozed_until, bounces, bouncing_since, bounced_at, bounce_status, replaces \
     FROM outside_address WHERE account_id = $1 ORDER BY added_at, outside_id",
);
const ADD: Statement = Statement::new(
    "outside_add",
    "INSERT INTO outside_address (account_id, outside_id, address, label, added_at, replaces) VALUES ($1, $2, $3, $4, $5, $6)",
);
const REPLACE: Statement = Statement::new(
    "outside_replace",
    "UPDATE outside_address SET replaces = $1 WHERE account_id = $2 AND outside_id = $3 AND verified_at IS NULL AND removed_at IS NULL",
);
const NAME: Statement = Statement::new(
    "outside_name",
    "UPDATE outside_address SET label = $1 WHERE account_id = $2 AND outside_id = $3 AND removed_at IS NULL RETURNING address",
);
const MAIL_CODE: Statement = Statement::new(
    "outside_mail_code",
    "UPDATE outside_address SET code_hash = $1, code_expires_at = $2, code_failures = 0 \
     WHERE account_id = $3 AND outside_id = $4 AND (verified_at IS NULL OR bounces > 0) AND removed_at IS NULL",
);
const PROVE: Statement = Statement::new(
    "outside_prove",
    "UPDATE outside_address SET verified_at = $1, counts_at = $2, code_hash = NULL, code_expires_at = NULL, \
     bounces = 0, bouncing_since = NULL, bounced_at = NULL, bounce_status = NULL \
     WHERE account_id = $3 AND outside_id = $4 AND verified_at IS NULL AND removed_at IS NULL \
     AND code_hash = $5 AND code_expires_at > $1 AND code_failures < $6 RETURNING address",
);
const REACHED: Statement = Statement::new(
    "outside_reached",
    "UPDATE outside_address SET bounces = 0, bouncing_since = NULL, bounced_at = NULL, bounce_status = NULL, \
     reviewed_at = $1, review_snoozed_until = NULL, code_hash = NULL, code_expires_at = NULL \
     WHERE account_id = $2 AND outside_id = $3 AND verified_at IS NOT NULL AND removed_at IS NULL \
     AND code_hash = $4 AND code_expires_at > $1 AND code_failures < $5 RETURNING address",
);
const FAIL: Statement = Statement::new(
    "outside_fail",
    "UPDATE outside_address SET code_failures = code_failures + 1 \
     WHERE account_id = $1 AND outside_id = $2 AND removed_at IS NULL \
     AND code_hash IS NOT NULL AND code_expires_at > $3 AND code_failures < $4 RETURNING code_failures",
);
const REMOVE: Statement = Statement::new(
    "outside_remove",
    "UPDATE outside_address SET removed_at = $1, leaves_at = $2 \
     WHERE account_id = $3 AND outside_id = $4 AND removed_at IS NULL AND counts_at <= $1 RETURNING address",
);
const FORGET: Statement = Statement::new(
    "outside_forget",
    "UPDATE outside_address SET removed_at = $1, counts_at = NULL, code_hash = NULL \
     WHERE account_id = $2 AND outside_id = $3 AND removed_at IS NULL AND (counts_at IS NULL OR counts_at > $1) RETURNING address",
);
const RESTORE: Statement = Statement::new(
    "outside_restore",
    "UPDATE outside_address SET removed_at = NULL, leaves_at = NULL \
     WHERE account_id = $1 AND outside_id = $2 AND leaves_at > $3 RETURNING address",
);
const REVIEWED: Statement = Statement::new(
    "outside_reviewed",
    "UPDATE outside_address SET reviewed_at = $1, review_snoozed_until = NULL \
     WHERE account_id = $2 AND outside_id = $3 AND counts_at <= $1 AND removed_at IS NULL RETURNING address",
);
const SNOOZE: Statement = Statement::new(
    "outside_snooze",
    "UPDATE outside_address SET review_snoozed_until = $1 \
     WHERE account_id = $2 AND outside_id = $3 AND removed_at IS NULL RETURNING address",
);

const ARRIVED: Statement = Statement::new(
    "outside_arrived",
    "UPDATE outside_address SET bounces = 0, bouncing_since = NULL, bounced_at = NULL, bounce_status = NULL \
     WHERE account_id = $1 AND address = $2 AND removed_at IS NULL AND bounces > 0 AND bounced_at <= $3 RETURNING address",
);
const BOUNCED: Statement = Statement::new(
    "outside_bounced",
    "UPDATE outside_address SET bounces = bounces + 1, bouncing_since = COALESCE(bouncing_since, $1), bounced_at = $1, bounce_status = $2 \
     WHERE account_id = $3 AND address = $4 AND removed_at IS NULL RETURNING bounces",
);

pub(crate) const ALL: &[&Statement] = &[
    &LIST, &ADD, &REPLACE, &NAME, &MAIL_CODE, &PROVE, &REACHED, &FAIL, &REMOVE, &FORGET, &RESTORE,
    &REVIEWED, &SNOOZE, &BOUNCED, &ARRIVED,
];

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

/// Adds one that isn't verified yet, to the others or in the place of one of them.
///
/// # Errors
/// Whatever the database says.
pub async fn add(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    address: &str,
    label: Option<&str>,
    replaces: Option<OutsideAddressId>,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [
        account.into(),
        id.into(),
        address.into(),
        label.into(),
        now.into(),
        replaces.into(),
    ];
    tx.execute(&ADD, &args).await?;
    Ok(())
}

/// Says whose place one takes that isn't verified yet; `None`: nobody's.
///
/// # Errors
/// Whatever the database says.
pub async fn replace(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    replaces: Option<OutsideAddressId>,
) -> Result<(), Error> {
    tx.execute(&REPLACE, &[replaces.into(), account.into(), id.into()])
        .await?;
    Ok(())
}

/// Sets the owner's own name for one, and returns its address; `None` if it isn't there.
///
/// # Errors
/// Whatever the database says.
pub async fn name(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    label: Option<&str>,
) -> Result<Option<String>, Error> {
    let args = [label.into(), account.into(), id.into()];
    address_of(tx, &NAME, &args).await
}

/// Keeps the hash of a code that is mailed there: to one that isn't verified, or that notices came back from. The one before it
/// works no more.
///
/// # Errors
/// Whatever the database says.
pub async fn mail_code(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    hash: &[u8; 32],
    expires_at: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        &MAIL_CODE,
        &[hash.into(), expires_at.into(), account.into(), id.into()],
    )
    .await?;
    Ok(())
}

/// Spends the code that was mailed there: the address is verified and counts from `counts_at` on. `Some` for exactly one
/// caller, and for none once the code is too old or was guessed at too often.
///
/// # Errors
/// Whatever the database says.
pub async fn prove(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    hash: &[u8; 32],
    counts_at: Timestamp,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let args = [
        now.into(),
        counts_at.into(),
        account.into(),
        id.into(),
        hash.into(),
        i64::from(TRIES).into(),
    ];
    address_of(tx, &PROVE, &args).await
}

/// Spends the code that was mailed to an address that counts and that notices came back from: mail arrives there, and its owner
/// reads it. `Some` for exactly one caller, as with [`prove`].
///
/// # Errors
/// Whatever the database says.
pub async fn reached(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    hash: &[u8; 32],
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let args = [
        now.into(),
        account.into(),
        id.into(),
        hash.into(),
        i64::from(TRIES).into(),
    ];
    address_of(tx, &REACHED, &args).await
}

/// Counts a wrong code; gives how many there are, or `None` if no code works there any more.
///
/// # Errors
/// Whatever the database says.
pub async fn fail(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<u32>, Error> {
    let args = [
        account.into(),
        id.into(),
        now.into(),
        i64::from(TRIES).into(),
    ];
    let row = tx.one(&FAIL, &args).await?;
    row.map(|row| {
        let failures: i64 = row.get("code_failures")?;
        Ok(u32::try_from(failures).unwrap_or(u32::MAX))
    })
    .transpose()
}

/// Takes off one that counts; it hears of events until `leaves_at`. Returns its address, `None` if it doesn't count.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    leaves_at: Timestamp,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let args = [now.into(), leaves_at.into(), account.into(), id.into()];
    address_of(tx, &REMOVE, &args).await
}

/// Takes off one that doesn't count yet, and returns its address; `None` if it counts or is off already.
///
/// # Errors
/// Whatever the database says.
pub async fn forget(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    address_of(tx, &FORGET, &[now.into(), account.into(), id.into()]).await
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
    address_of(tx, &RESTORE, &[account.into(), id.into(), now.into()]).await
}

/// Its owner says that it is still theirs; returns its address, `None` for one that doesn't count.
///
/// # Errors
/// Whatever the database says.
pub async fn reviewed(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    address_of(tx, &REVIEWED, &[now.into(), account.into(), id.into()]).await
}

/// Its owner isn't asked about it until then; returns its address, `None` for one that was removed.
///
/// # Errors
/// Whatever the database says.
pub async fn snooze(
    tx: &Tx,
    account: AccountId,
    id: OutsideAddressId,
    until: Timestamp,
) -> Result<Option<String>, Error> {
    address_of(tx, &SNOOZE, &[until.into(), account.into(), id.into()]).await
}

async fn address_of(
    tx: &Tx,
    statement: &'static Statement,
    args: &[crate::Value],
) -> Result<Option<String>, Error> {
    tx.one(statement, args)
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

/// A notice that left then arrived at this address, so what came back before counts no more. True if something had.
///
/// # Errors
/// Whatever the database says.
pub async fn arrived(
    tx: &Tx,
    account: AccountId,
    address: &str,
    left_at: Timestamp,
) -> Result<bool, Error> {
    let args = [account.into(), address.into(), left_at.into()];
    Ok(address_of(tx, &ARRIVED, &args).await?.is_some())
}
