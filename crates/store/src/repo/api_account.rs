//! The accounts of apps, and the book of references that finds them.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// An app's account as it is kept.
#[derive(Clone, Debug)]
pub struct ApiAccount {
    /// Its id.
    pub id: AccountId,
    /// What the app calls it; empty once erased.
    pub reference: String,
    /// What its owner is called, if the app said so.
    pub name: Option<String>,
    /// BCP 47 tag, if the app said so.
    pub language: Option<String>,
    /// `active`, `suspended` or `erased`.
    pub state: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it got into that state.
    pub changed_at: Timestamp,
}

impl ApiAccount {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("account_id")?,
            reference: row.get("reference")?,
            name: row.get("name")?,
            language: row.get("language")?,
            state: row.get("state")?,
            made_at: row.get("made_at")?,
            changed_at: row.get("changed_at")?,
        })
    }

    /// Whether its codes are judged.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.state == "active"
    }
}

const LOAD: Statement = Statement::new(
    "api_account_load",
    "SELECT account_id, reference, name, language, state, made_at, changed_at FROM api_account \
     WHERE account_id = $1 AND app_id = $2 AND state <> 'erased'",
);
const FIND: Statement = Statement::new(
    "api_reference_find",
    "SELECT account_id FROM api_reference WHERE app_id = $1 AND reference = $2",
);
const PAGE: Statement = Statement::new(
    "api_account_page",
    "SELECT account_id, reference, name, language, state, made_at, changed_at FROM api_account \
     WHERE app_id = $1 AND state <> 'erased' AND (made_at > $2 OR (made_at = $2 AND account_id > $3)) \
     ORDER BY made_at, account_id LIMIT $4",
);
const ENTER: Statement = Statement::new(
    "api_account_enter",
    "INSERT INTO api_account (account_id, app_id, reference, name, language, state, made_at, changed_at) \
     VALUES ($1, $2, $3, $4, $5, 'active', $6, $6)",
);
const ENTER_REFERENCE: Statement = Statement::new(
    "api_reference_enter",
    "INSERT INTO api_reference (app_id, reference, account_id) VALUES ($1, $2, $3) \
     ON CONFLICT (app_id, reference) DO NOTHING RETURNING account_id",
);
const SET_STATE: Statement = Statement::new(
    "api_account_set_state",
    "UPDATE api_account SET state = $1, changed_at = $2 WHERE account_id = $3 AND app_id = $4 AND state = $5 RETURNING account_id",
);
const ERASE: Statement = Statement::new(
    "api_account_erase",
    "UPDATE api_account SET state = 'erased', reference = '', name = NULL, language = NULL, changed_at = $1 \
     WHERE account_id = $2 AND app_id = $3 AND state <> 'erased' RETURNING account_id",
);
const FORGET_REFERENCE: Statement = Statement::new(
    "api_reference_forget",
    "DELETE FROM api_reference WHERE app_id = $1 AND account_id = $2 AND reference = $3",
);
const FORGET_CODES: Statement =
    Statement::new("api_forget_codes", "DELETE FROM code WHERE account_id = $1");
const FORGET_SETS: Statement = Statement::new(
    "api_forget_sets",
    "DELETE FROM code_set WHERE account_id = $1",
);
const FORGET_GUESSES: Statement = Statement::new(
    "api_forget_guesses",
    "DELETE FROM guess_clock WHERE account_id = $1",
);
const FORGET_HOURS: Statement = Statement::new(
    "api_forget_hours",
    "DELETE FROM hour_count WHERE account_id = $1",
);
const FORGET_RETRIES: Statement = Statement::new(
    "api_forget_retries",
    "DELETE FROM api_retry WHERE account_id = $1",
);
const LIST: Statement = Statement::new(
    "api_account_list",
    "SELECT account_id FROM api_account WHERE state <> 'erased' ORDER BY account_id",
);
const COUNT: Statement = Statement::new(
    "api_account_count",
    "SELECT COUNT(*) AS accounts FROM api_account WHERE app_id = $1 AND state <> 'erased'",
);

pub(crate) const ALL: &[&Statement] = &[
    &LOAD,
    &FIND,
    &PAGE,
    &ENTER,
    &ENTER_REFERENCE,
    &SET_STATE,
    &ERASE,
    &FORGET_REFERENCE,
    &FORGET_CODES,
    &FORGET_SETS,
    &FORGET_GUESSES,
    &FORGET_HOURS,
    &FORGET_RETRIES,
    &LIST,
    &COUNT,
];

/// One account of an app; `None` for another app's, and for one that was erased.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, app: &str, id: AccountId) -> Result<Option<ApiAccount>, Error> {
    tx.one(&LOAD, &[id.into(), app.into()])
        .await?
        .as_ref()
        .map(ApiAccount::from_row)
        .transpose()
}

/// The account that an app's reference names.
///
/// # Errors
/// Whatever the database says.
pub async fn find(tx: &Tx, app: &str, reference: &str) -> Result<Option<AccountId>, Error> {
    tx.one(&FIND, &[app.into(), reference.into()])
        .await?
        .map(|row| row.get("account_id"))
        .transpose()
}

/// An app's accounts, oldest first, from behind this place on.
///
/// # Errors
/// Whatever the database says.
pub async fn page(
    tx: &Tx,
    app: &str,
    after: (Timestamp, AccountId),
    limit: i64,
) -> Result<Vec<ApiAccount>, Error> {
    let args = [app.into(), after.0.into(), after.1.into(), limit.into()];
    let rows = tx.query(&PAGE, &args).await?;
    rows.iter().map(ApiAccount::from_row).collect()
}

/// Enters an account; false, and nothing is entered, when the app has one of this reference.
///
/// # Errors
/// Whatever the database says.
pub async fn enter(tx: &Tx, app: &str, account: &ApiAccount) -> Result<bool, Error> {
    let (id, reference) = (account.id, account.reference.as_str());
    let args = [app.into(), reference.into(), id.into()];
    if tx.one(&ENTER_REFERENCE, &args).await?.is_none() {
        return Ok(false);
    }
    let args = [
        id.into(),
        app.into(),
        reference.into(),
        account.name.clone().into(),
        account.language.clone().into(),
        account.made_at.into(),
    ];
    tx.execute(&ENTER, &args).await?;
    Ok(true)
}

/// Moves an account from one state to another; false if it wasn't in the first.
///
/// # Errors
/// Whatever the database says.
pub async fn set_state(
    tx: &Tx,
    app: &str,
    id: AccountId,
    from: &str,
    to: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [to.into(), now.into(), id.into(), app.into(), from.into()];
    Ok(tx.one(&SET_STATE, &args).await?.is_some())
}

/// Erases an account: its codes, its clocks and whatever says who it was. What happened to it is erased by a job, all but kinds and
/// times. False if there was none.
///
/// # Errors
/// Whatever the database says.
pub async fn erase(
    tx: &Tx,
    app: &str,
    account: &ApiAccount,
    now: Timestamp,
) -> Result<bool, Error> {
    let id = account.id;
    let args = [now.into(), id.into(), app.into()];
    if tx.one(&ERASE, &args).await?.is_none() {
        return Ok(false);
    }
    let args = [app.into(), id.into(), account.reference.as_str().into()];
    tx.execute(&FORGET_REFERENCE, &args).await?;
    for statement in [
        &FORGET_CODES,
        &FORGET_SETS,
        &FORGET_GUESSES,
        &FORGET_HOURS,
        &FORGET_RETRIES,
    ] {
        tx.execute(statement, &[id.into()]).await?;
    }
    super::audit::ask_erasure(tx, id, now).await?;
    Ok(true)
}

/// Those of all apps: for what spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx) -> Result<Vec<AccountId>, Error> {
    let rows = tx.query(&LIST, &[]).await?;
    rows.iter().map(|row| row.get("account_id")).collect()
}

/// How many accounts an app has: an operator's count, which spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn count(tx: &Tx, app: &str) -> Result<i64, Error> {
    tx.one(&COUNT, &[app.into()])
        .await?
        .map_or(Ok(0), |row| row.get("accounts"))
}
