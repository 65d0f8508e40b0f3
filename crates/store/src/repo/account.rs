//! Accounts and the address book that finds them.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};
use std::collections::HashSet;

/// An account as it is kept.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The mailbox's address as the owner writes it.
    pub address: String,
    /// What the owner is called.
    pub name: String,
    /// BCP 47 tag.
    pub language: String,
    /// `owner` or `operator`.
    pub role: String,
    /// `invited`, `active` or `suspended`.
    pub state: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// The password's PHC string and the id of the pepper under it.
    pub password: Option<(String, String)>,
    /// When the password was set.
    pub password_set_at: Option<Timestamp>,
    /// Since when a password alone opens nothing.
    pub second_factor_since: Option<Timestamp>,
    /// After a re-enrolment nothing opens before this.
    pub held_until: Option<Timestamp>,
    /// Since when it is frozen: nothing opens but the way to thaw.
    pub frozen_at: Option<Timestamp>,
    /// What was said to be taken, when that binds: `phone`, `paper` or `unknown`.
    pub taken: Option<String>,
    /// What the mail software calls it, where that isn't its address.
    pub login: Option<String>,
    /// When it was imported from another system.
    pub imported_at: Option<Timestamp>,
    /// How that system computed the hash that is wrapped in `password`, until its owner signs in.
    pub password_setting: Option<String>,
    /// Whether the password came along and is one that would not be taken today.
    pub password_weak: bool,
    /// When somebody enrolled in it.
    pub enrolled_at: Timestamp,
    /// The words by which the owner knows our mail, sealed.
    pub phrase: Option<Vec<u8>>,
}

impl Account {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let password: Option<String> = row.get("password")?;
        let pepper: Option<String> = row.get("password_pepper")?;
        Ok(Self {
            id: row.get("account_id")?,
            address: row.get("address")?,
            name: row.get("name")?,
            language: row.get("language")?,
            role: row.get("role")?,
            state: row.get("state")?,
            created_at: row.get("created_at")?,
            password: password.zip(pepper),
            password_set_at: row.get("password_set_at")?,
            second_factor_since: row.get("second_factor_since")?,
            held_until: row.get("held_until")?,
            frozen_at: row.get("frozen_at")?,
            taken: row.get("taken")?,
            login: row.get("login")?,
            imported_at: row.get("imported_at")?,
            password_setting: row.get("password_setting")?,
            password_weak: row.get::<Option<i64>>("password_weak")?.is_some(),
            enrolled_at: row.get("enrolled_at")?,
            phrase: row.get("phrase")?,
        })
    }

    /// Whether anything may open this account now: active and not held.
    #[must_use]
    pub fn opens(&self, now: Timestamp) -> bool {
        self.state == "active" && self.held_until.is_none_or(|until| until <= now)
    }

    /// Whether it is frozen: nothing opens but the way to thaw.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }

    /// Whether sessions, tokens and app passwords of this account work now: it opens and is not frozen.
    #[must_use]
    pub fn admits(&self, now: Timestamp) -> bool {
        self.opens(now) && self.frozen_at.is_none()
    }

    /// What the mail software calls it.
    #[must_use]
    pub fn mail_login(&self) -> String {
        self.login
            .clone()
            .unwrap_or_else(|| self.address.to_lowercase())
    }
}

const FIND: Statement = Statement::new(
    "account_find",
    "SELECT account_id FROM address_book WHERE address_key = $1",
);
const LOAD: Statement = Statement::new(
    "account_load",
    "SELECT account_id, address, name, language, role, state, created_at, password, password_pepper, password_set_at, \
     second_factor_since, held_until, frozen_at, taken, login, imported_at, password_setting, password_weak, phrase, \
     COALESCE(enrolled_at, created_at) AS enrolled_at \
     FROM account WHERE account_id = $1",
);
const BY_KEY: Statement = Statement::new(
    "account_by_key",
    "SELECT account.account_id, address, name, language, role, state, created_at, password, password_pepper, password_set_at, \
     second_factor_since, held_until, frozen_at, taken, login, imported_at, password_setting, password_weak, phrase, \
     COALESCE(enrolled_at, created_at) AS enrolled_at \
     FROM address_book JOIN account ON account.account_id = address_book.account_id WHERE address_key = $1",
);
const ENTER: Statement = Statement::new(
    "account_enter",
    "INSERT INTO account (account_id, address, name, language, role, state, created_at, search_address, search_name) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const ENTER_ADDRESS: Statement = Statement::new(
    "address_enter",
    "INSERT INTO address_book (address_key, account_id) VALUES ($1, $2)",
);
const ACTIVATE: Statement = Statement::new(
    "account_activate",
    "UPDATE account SET state = 'active', name = $1, search_name = $4, language = $2, enrolled_at = $5 WHERE account_id = $3 \
     AND state = 'invited' \
     RETURNING account_id",
);
const SET_PASSWORD: Statement = Statement::new(
    "account_set_password",
    "UPDATE account SET password = $1, password_pepper = $2, password_set_at = $3, password_setting = NULL, password_weak = NULL \
     WHERE account_id = $4",
);
const SET_LANGUAGE: Statement = Statement::new(
    "account_set_language",
    "UPDATE account SET language = $1 WHERE account_id = $2",
);
const SET_STATE: Statement = Statement::new(
    "account_set_state",
    "UPDATE account SET state = $1 WHERE account_id = $2 AND state = $3 RETURNING account_id",
);
const SET_SECOND_FACTOR: Statement = Statement::new(
    "account_set_second_factor",
    "UPDATE account SET second_factor_since = $1 WHERE account_id = $2",
);
const HOLD: Statement = Statement::new(
    "account_hold",
    "UPDATE account SET held_until = $1 WHERE account_id = $2",
);
const SET_PHRASE: Statement = Statement::new(
    "account_set_phrase",
    "UPDATE account SET phrase = $1 WHERE account_id = $2",
);
const LIST: Statement = Statement::new(
    "account_list",
    "SELECT account_id, address, name, language, role, state, created_at, password, password_pepper, password_set_at, \
     second_factor_since, held_until, frozen_at, taken, login, imported_at, password_setting, password_weak, phrase, \
     COALESCE(enrolled_at, created_at) AS enrolled_at \
     FROM account ORDER BY created_at, account_id",
);
const SIGNED_IN: Statement = Statement::new(
    "account_signed_in",
    "SELECT account_id FROM device UNION SELECT account_id FROM mail_access",
);
const ANY_OPERATOR: Statement = Statement::new(
    "account_any_operator",
    "SELECT COUNT(*) AS operators FROM account WHERE role = 'operator' AND state <> 'invited'",
);
const OPERATORS: Statement = Statement::new(
    "account_operators",
    "SELECT account_id FROM account WHERE role = 'operator' AND state = 'active' ORDER BY account_id",
);

pub(crate) const ALL: &[&Statement] = &[
    &FIND,
    &LOAD,
    &BY_KEY,
    &ENTER,
    &ENTER_ADDRESS,
    &ACTIVATE,
    &SET_PASSWORD,
    &SET_LANGUAGE,
    &SET_STATE,
    &SET_SECOND_FACTOR,
    &HOLD,
    &SET_PHRASE,
    &LIST,
    &SIGNED_IN,
    &ANY_OPERATOR,
    &OPERATORS,
];

/// The account an address names; `address_key` is lower case with its domain as A-label.
///
/// # Errors
/// Whatever the database says.
pub async fn find(tx: &Tx, address_key: &str) -> Result<Option<AccountId>, Error> {
    tx.one(&FIND, &[address_key.into()])
        .await?
        .map(|row| row.get("account_id"))
        .transpose()
}

/// One account.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, id: AccountId) -> Result<Option<Account>, Error> {
    tx.one(&LOAD, &[id.into()])
        .await?
        .as_ref()
        .map(Account::from_row)
        .transpose()
}

/// The account that an address or a login name names, in one statement.
///
/// # Errors
/// Whatever the database says.
pub async fn by_key(tx: &Tx, address_key: &str) -> Result<Option<Account>, Error> {
    tx.one(&BY_KEY, &[address_key.into()])
        .await?
        .as_ref()
        .map(Account::from_row)
        .transpose()
}

/// The bytes that an account is looked for by, from its address as its owner writes it.
pub(crate) fn search_address(address: &str) -> Vec<u8> {
    address.to_lowercase().into_bytes()
}

/// The text that an account is looked for by, from its owner's name: a space stands before every word.
pub(crate) fn search_name(name: &str) -> String {
    name.split_whitespace()
        .flat_map(|word| [" ".to_owned(), word.to_lowercase()])
        .collect()
}

/// What a new account is made of.
#[derive(Debug)]
pub struct NewAccount<'a> {
    /// Its id.
    pub id: AccountId,
    /// The address as the owner writes it.
    pub address: &'a str,
    /// The address as it is compared.
    pub address_key: &'a str,
    /// What the owner is called.
    pub name: &'a str,
    /// BCP 47 tag.
    pub language: &'a str,
    /// `owner` or `operator`.
    pub role: &'a str,
    /// `invited` or `active`.
    pub state: &'a str,
}

/// Enters an account and its address.
///
/// # Errors
/// [`Error::Constraint`] when the address has an account already.
pub async fn enter(tx: &Tx, new: &NewAccount<'_>, now: Timestamp) -> Result<(), Error> {
    tx.execute(&ENTER_ADDRESS, &[new.address_key.into(), new.id.into()])
        .await?;
    let args = [
        new.id.into(),
        new.address.into(),
        new.name.into(),
        new.language.into(),
        new.role.into(),
        new.state.into(),
        now.into(),
        search_address(new.address).into(),
        search_name(new.name).into(),
    ];
    tx.execute(&ENTER, &args).await?;
    Ok(())
}

/// Turns an invited account into an active one; false if it wasn't invited any more.
///
/// # Errors
/// Whatever the database says.
pub async fn activate(
    tx: &Tx,
    id: AccountId,
    name: &str,
    language: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(
            &ACTIVATE,
            &[
                name.into(),
                language.into(),
                id.into(),
                search_name(name).into(),
                now.into(),
            ],
        )
        .await?
        .is_some())
}

/// Sets the password's PHC string and names the pepper under it.
///
/// # Errors
/// Whatever the database says.
pub async fn set_password(
    tx: &Tx,
    id: AccountId,
    phc: &str,
    pepper: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        &SET_PASSWORD,
        &[phc.into(), pepper.into(), now.into(), id.into()],
    )
    .await?;
    Ok(())
}

/// Says in which language the owner is spoken to.
///
/// # Errors
/// Whatever the database says.
pub async fn set_language(tx: &Tx, id: AccountId, language: &str) -> Result<(), Error> {
    tx.execute(&SET_LANGUAGE, &[language.into(), id.into()])
        .await?;
    Ok(())
}

/// Moves an account from one state to another; false if it wasn't in the first.
///
/// # Errors
/// Whatever the database says.
pub async fn set_state(tx: &Tx, id: AccountId, from: &str, to: &str) -> Result<bool, Error> {
    Ok(tx
        .one(&SET_STATE, &[to.into(), id.into(), from.into()])
        .await?
        .is_some())
}

/// Says since when a password alone opens nothing; `None` takes that back.
///
/// # Errors
/// Whatever the database says.
pub async fn set_second_factor(
    tx: &Tx,
    id: AccountId,
    since: Option<Timestamp>,
) -> Result<(), Error> {
    tx.execute(&SET_SECOND_FACTOR, &[since.into(), id.into()])
        .await?;
    Ok(())
}

/// Lets nothing open the account before `until`.
///
/// # Errors
/// Whatever the database says.
pub async fn hold(tx: &Tx, id: AccountId, until: Timestamp) -> Result<(), Error> {
    tx.execute(&HOLD, &[until.into(), id.into()]).await?;
    Ok(())
}

/// Sets the words by which the owner knows our mail, sealed; `None` forgets them.
///
/// # Errors
/// Whatever the database says.
pub async fn set_phrase(tx: &Tx, id: AccountId, phrase: Option<&[u8]>) -> Result<(), Error> {
    let phrase = phrase.map(<[u8]>::to_vec);
    tx.execute(&SET_PHRASE, &[phrase.into(), id.into()]).await?;
    Ok(())
}

/// All accounts, oldest first: an operator's list, which spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx) -> Result<Vec<Account>, Error> {
    tx.query(&LIST, &[])
        .await?
        .iter()
        .map(Account::from_row)
        .collect()
}

/// The accounts that somebody has signed in to: an operator's list, which spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn signed_in(tx: &Tx) -> Result<HashSet<AccountId>, Error> {
    tx.query(&SIGNED_IN, &[])
        .await?
        .iter()
        .map(|row| row.get("account_id"))
        .collect()
}

/// Whether an operator has been enrolled; until then the set-up link works.
///
/// # Errors
/// Whatever the database says.
pub async fn any_operator(tx: &Tx) -> Result<bool, Error> {
    let count: i64 = tx
        .one(&ANY_OPERATOR, &[])
        .await?
        .map_or(Ok(0), |row| row.get("operators"))?;
    Ok(count > 0)
}

/// The operators who enrolled: whom a change of the policy is told.
///
/// # Errors
/// Whatever the database says.
pub async fn operators(tx: &Tx) -> Result<Vec<AccountId>, Error> {
    tx.query(&OPERATORS, &[])
        .await?
        .iter()
        .map(|row| row.get("account_id"))
        .collect()
}
