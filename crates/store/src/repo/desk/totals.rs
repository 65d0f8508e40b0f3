//! How many of everything there are, over all accounts.

use crate::{Error, Statement, Tx};
use counterfoil_model::Timestamp;

/// How many accounts there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// All of them.
    pub all: i64,
    /// Waiting for their owner.
    pub invited: i64,
    /// With an owner and not suspended.
    pub active: i64,
    /// Suspended.
    pub suspended: i64,
    /// Frozen.
    pub frozen: i64,
    /// Of the active ones, those that a password alone opens.
    pub no_second_step: i64,
    /// Operators who enrolled.
    pub operators: i64,
}

/// How many sheets of codes are in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheets {
    /// All of them: accounts with codes.
    pub all: i64,
    /// Proved before a given time.
    pub old: i64,
    /// With so few codes left that their owner is asked to renew.
    pub low: i64,
}

const ACCOUNTS: Statement = Statement::new(
    "totals_accounts",
    "SELECT COUNT(*) AS everybody, COUNT(CASE WHEN state = 'invited' THEN 1 END) AS invited, \
     COUNT(CASE WHEN state = 'active' THEN 1 END) AS active, COUNT(CASE WHEN state = 'suspended' THEN 1 END) AS suspended, \
     COUNT(frozen_at) AS frozen, COUNT(CASE WHEN state = 'active' AND second_factor_since IS NULL THEN 1 END) AS no_second_step, \
     COUNT(CASE WHEN role = 'operator' AND state = 'active' THEN 1 END) AS operators FROM account",
);
const SHEETS: Statement = Statement::new(
    "totals_sheets",
    "SELECT COUNT(*) AS everybody, COUNT(CASE WHEN proved_at <= $2 THEN 1 END) AS old FROM code_set \
     WHERE state = 'active' AND effective_at <= $1 AND (ended_at IS NULL OR ended_at > $1)",
);
const LOW_SHEETS: Statement = Statement::new(
    "totals_low_sheets",
    "SELECT COUNT(*) AS low FROM (SELECT DISTINCT account_id, set_id FROM code WHERE spent_at IS NOT NULL) used \
     JOIN code_set ON code_set.account_id = used.account_id AND code_set.set_id = used.set_id \
     WHERE code_set.state = 'active' AND code_set.effective_at <= $1 AND (code_set.ended_at IS NULL OR code_set.ended_at > $1) \
     AND (SELECT COUNT(*) FROM code WHERE code.account_id = used.account_id AND code.set_id = used.set_id \
      AND code.spent_at IS NULL AND code.counts_at <= $1) <= $2",
);
const PHONES: Statement = Statement::new(
    "totals_phones",
    "SELECT COUNT(*) AS phones FROM totp WHERE state = 'active' AND effective_at <= $1 AND (ended_at IS NULL OR ended_at > $1)",
);
const PASSKEYS: Statement = Statement::new(
    "totals_passkeys",
    "SELECT COUNT(DISTINCT account_id) AS accounts FROM passkey WHERE state = 'active' AND effective_at <= $1 AND (ended_at IS NULL OR ended_at > $1)",
);
const APP_PASSWORDS: Statement = Statement::new(
    "totals_app_passwords",
    "SELECT COUNT(*) AS app_passwords FROM app_password WHERE ended_at IS NULL AND (expires_at IS NULL OR expires_at > $1)",
);
const MAIL: Statement = Statement::new(
    "totals_mail",
    "SELECT COUNT(DISTINCT account_id) AS accounts FROM mail_access WHERE last_seen > $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &ACCOUNTS,
    &SHEETS,
    &LOW_SHEETS,
    &PHONES,
    &PASSKEYS,
    &APP_PASSWORDS,
    &MAIL,
];

/// Counts accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn accounts(tx: &Tx) -> Result<Accounts, Error> {
    let Some(row) = tx.one(&ACCOUNTS, &[]).await? else {
        return Ok(Accounts::default());
    };
    Ok(Accounts {
        all: row.get("everybody")?,
        invited: row.get("invited")?,
        active: row.get("active")?,
        suspended: row.get("suspended")?,
        frozen: row.get("frozen")?,
        no_second_step: row.get("no_second_step")?,
        operators: row.get("operators")?,
    })
}

/// Counts sheets in force; `old` are those proved before `old_before`, `low` those with at most `low` usable codes left.
///
/// # Errors
/// Whatever the database says.
pub async fn sheets(
    tx: &Tx,
    old_before: Timestamp,
    low: i64,
    now: Timestamp,
) -> Result<Sheets, Error> {
    let sheets = tx.one(&SHEETS, &[now.into(), old_before.into()]).await?;
    let few = tx.one(&LOW_SHEETS, &[now.into(), low.into()]).await?;
    let (Some(sheets), Some(few)) = (sheets, few) else {
        return Ok(Sheets::default());
    };
    Ok(Sheets {
        all: sheets.get("everybody")?,
        old: sheets.get("old")?,
        low: few.get("low")?,
    })
}

/// Counts authenticator apps in force.
///
/// # Errors
/// Whatever the database says.
pub async fn phones(tx: &Tx, now: Timestamp) -> Result<i64, Error> {
    let row = tx.one(&PHONES, &[now.into()]).await?;
    row.map_or(Ok(0), |row| row.get("phones"))
}

/// Counts accounts with a passkey in force.
///
/// # Errors
/// Whatever the database says.
pub async fn passkeys(tx: &Tx, now: Timestamp) -> Result<i64, Error> {
    let row = tx.one(&PASSKEYS, &[now.into()]).await?;
    row.map_or(Ok(0), |row| row.get("accounts"))
}

/// Counts app passwords that work.
///
/// # Errors
/// Whatever the database says.
pub async fn app_passwords(tx: &Tx, now: Timestamp) -> Result<i64, Error> {
    let row = tx.one(&APP_PASSWORDS, &[now.into()]).await?;
    row.map_or(Ok(0), |row| row.get("app_passwords"))
}

/// Counts accounts that a mail program signed in to since then.
///
/// # Errors
/// Whatever the database says.
pub async fn mail_accounts(tx: &Tx, since: Timestamp) -> Result<i64, Error> {
    let row = tx.one(&MAIL, &[since.into()]).await?;
    row.map_or(Ok(0), |row| row.get("accounts"))
}
