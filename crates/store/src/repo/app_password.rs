//! App passwords: what mail programs sign in with. Only keyed hashes of them are kept.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, AppPasswordId, Timestamp};

/// An app password as it is kept.
#[derive(Clone, Debug)]
pub struct AppPassword {
    /// Its id.
    pub id: AppPasswordId,
    /// What its owner calls it.
    pub label: String,
    /// What it may be used for: `imap pop3 smtp sieve`.
    pub scopes: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// By which device and from where, as told to the owner.
    pub made_by: String,
    /// From when on it no longer works; `None` for never.
    pub expires_at: Option<Timestamp>,
    /// Last use, up to a few seconds.
    pub last_used_at: Option<Timestamp>,
    /// From which address.
    pub last_address: Option<String>,
    /// By which program, where one said its name.
    pub last_program: Option<String>,
    /// Since when it no longer works, if somebody or something ended it.
    pub ended_at: Option<Timestamp>,
    /// Why: `removed`, `frozen` or `replaced`.
    pub ended_why: Option<String>,
}

impl AppPassword {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("app_password_id")?,
            label: row.get("label")?,
            scopes: row.get("scopes")?,
            made_at: row.get("made_at")?,
            made_by: row.get("made_by")?,
            expires_at: row.get("expires_at")?,
            last_used_at: row.get("last_used_at")?,
            last_address: row.get("last_address")?,
            last_program: row.get("last_program")?,
            ended_at: row.get("ended_at")?,
            ended_why: row.get("ended_why")?,
        })
    }

    /// Whether it works now, as far as it alone is asked.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && self.expires_at.is_none_or(|at| now < at)
    }
}

/// What is kept of an app password beside what its owner sees.
#[derive(Clone, Debug)]
pub struct Hashes {
    /// HMAC of account and secret.
    pub hash: [u8; 32],
    /// HMAC of the mail software's full policy hash, where there is a policy nonce.
    pub policy_hash: Option<[u8; 32]>,
    /// The id of the pepper under both.
    pub pepper: String,
}

const MAKE: Statement = Statement::new(
    "app_password_make",
    "INSERT INTO app_password (account_id, app_password_id, label, hash, pepper, policy_hash, scopes, made_at, made_by, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const FIND: Statement = Statement::new(
    "app_password_find",
    "SELECT app_password_id, label, scopes, made_at, made_by, expires_at, last_used_at, last_address, last_program, ended_at, \
     ended_why FROM app_password WHERE account_id = $1 AND hash = $2",
);
const BY_POLICY_HASH: Statement = Statement::new(
    "app_password_by_policy_hash",
    "SELECT app_password_id, label, scopes, made_at, made_by, expires_at, last_used_at, last_address, last_program, ended_at, \
     ended_why FROM app_password WHERE account_id = $1 AND policy_hash = $2",
);
const LIST: Statement = Statement::new(
    "app_password_list",
    "SELECT app_password_id, label, scopes, made_at, made_by, expires_at, last_used_at, last_address, last_program, ended_at, \
     ended_why FROM app_password WHERE account_id = $1 AND ended_at IS NULL ORDER BY made_at, app_password_id",
);
const END: Statement = Statement::new(
    "app_password_end",
    "UPDATE app_password SET ended_at = $1, ended_why = $2 WHERE account_id = $3 AND app_password_id = $4 AND ended_at IS NULL \
     RETURNING label",
);
const END_ALL: Statement = Statement::new(
    "app_password_end_all",
    "UPDATE app_password SET ended_at = $1, ended_why = $2 WHERE account_id = $3 AND ended_at IS NULL",
);
const END_BY: Statement = Statement::new(
    "app_password_end_by",
    "UPDATE app_password SET expires_at = $1 WHERE account_id = $2 AND pepper = $3 AND ended_at IS NULL \
     AND (expires_at IS NULL OR expires_at > $1)",
);
const USED: Statement = Statement::new(
    "app_password_used",
    "UPDATE app_password SET last_used_at = $1, last_address = $2, last_program = COALESCE($3, last_program) \
     WHERE account_id = $4 AND app_password_id = $5 AND (last_used_at IS NULL OR last_used_at <= $1)",
);

pub(crate) const ALL: &[&Statement] = &[
    &MAKE,
    &FIND,
    &BY_POLICY_HASH,
    &LIST,
    &END,
    &END_ALL,
    &END_BY,
    &USED,
];

/// Enters one; of `new`, what only use and end fill in is not looked at.
///
/// # Errors
/// Whatever the database says.
pub async fn make(
    tx: &Tx,
    account: AccountId,
    new: &AppPassword,
    hashes: &Hashes,
) -> Result<(), Error> {
    let args = [
        account.into(),
        new.id.into(),
        new.label.as_str().into(),
        hashes.hash.into(),
        hashes.pepper.as_str().into(),
        hashes.policy_hash.into(),
        new.scopes.as_str().into(),
        new.made_at.into(),
        new.made_by.as_str().into(),
        new.expires_at.into(),
    ];
    tx.execute(&MAKE, &args).await?;
    Ok(())
}

/// The one with this hash, whether it works or not.
///
/// # Errors
/// Whatever the database says.
pub async fn find(
    tx: &Tx,
    account: AccountId,
    hash: &[u8; 32],
) -> Result<Option<AppPassword>, Error> {
    tx.one(&FIND, &[account.into(), hash.into()])
        .await?
        .as_ref()
        .map(AppPassword::from_row)
        .transpose()
}

/// The one whose use the mail software reported by this policy hash, whether it works or not.
///
/// # Errors
/// Whatever the database says.
pub async fn by_policy_hash(
    tx: &Tx,
    account: AccountId,
    policy_hash: &[u8; 32],
) -> Result<Option<AppPassword>, Error> {
    let rows = tx
        .query(&BY_POLICY_HASH, &[account.into(), policy_hash.into()])
        .await?;
    rows.first().map(AppPassword::from_row).transpose()
}

/// Those that nobody ended, expired ones too, oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<AppPassword>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(AppPassword::from_row)
        .collect()
}

/// Ends one: its label for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn end(
    tx: &Tx,
    account: AccountId,
    id: AppPasswordId,
    why: &str,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let args = [now.into(), why.into(), account.into(), id.into()];
    tx.one(&END, &args)
        .await?
        .map(|row| row.get("label"))
        .transpose()
}

/// Ends all of an account; how many there were.
///
/// # Errors
/// Whatever the database says.
pub async fn end_all(tx: &Tx, account: AccountId, why: &str, now: Timestamp) -> Result<u64, Error> {
    tx.execute(&END_ALL, &[now.into(), why.into(), account.into()])
        .await
}

/// Those that rest on this pepper end then at the latest; how many would have gone on.
///
/// # Errors
/// Whatever the database says.
pub async fn end_by(
    tx: &Tx,
    account: AccountId,
    pepper: &str,
    by: Timestamp,
) -> Result<u64, Error> {
    tx.execute(&END_BY, &[by.into(), account.into(), pepper.into()])
        .await
}

/// Notes a use; an older one than the last that was noted changes nothing. A program that didn't say its name leaves the last
/// name that was said.
///
/// # Errors
/// Whatever the database says.
pub async fn used(
    tx: &Tx,
    account: AccountId,
    id: AppPasswordId,
    at: Timestamp,
    address: &str,
    program: Option<&str>,
) -> Result<(), Error> {
    let args = [
        at.into(),
        address.into(),
        program.into(),
        account.into(),
        id.into(),
    ];
    tx.execute(&USED, &args).await?;
    Ok(())
}
