//! Accounts that came from another system, with the passwords they had there.

use crate::repo::account::{search_address, search_name};
use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

const ENTER: Statement = Statement::new(
    "import_enter",
    "INSERT INTO account (account_id, address, name, language, role, state, created_at, password, password_pepper, login, \
     imported_at, password_setting, password_weak, search_address, search_name) \
     VALUES ($1, $2, $3, $4, 'owner', $5, $6, $7, $8, $9, $6, $10, $11, $12, $13)",
);
const ENTER_KEY: Statement = Statement::new(
    "import_enter_key",
    "INSERT INTO address_book (address_key, account_id) VALUES ($1, $2)",
);
const HASH_ANEW: Statement = Statement::new(
    "import_hash_anew",
    "UPDATE account SET password = $1, password_pepper = $2, password_setting = NULL, password_weak = $3 \
     WHERE account_id = $4 AND password = $5 RETURNING account_id",
);
const ANY_WRAPPED: Statement = Statement::new(
    "import_any_wrapped",
    "SELECT password_setting FROM account WHERE password_setting IS NOT NULL ORDER BY account_id LIMIT 1",
);
const PAGE: Statement = Statement::new(
    "import_page",
    "SELECT account_id, address, state FROM account WHERE imported_at IS NOT NULL AND account_id > $1 \
     ORDER BY account_id LIMIT 1000",
);

pub(crate) const ALL: &[&Statement] = &[&ENTER, &ENTER_KEY, &HASH_ANEW, &ANY_WRAPPED, &PAGE];

/// What an imported account is made of.
#[derive(Debug)]
pub struct ImportedAccount<'a> {
    /// Its id.
    pub id: AccountId,
    /// The address as it is shown.
    pub address: &'a str,
    /// The address as it is compared.
    pub address_key: &'a str,
    /// What the mail software calls it, if that isn't the address: another key of the address book.
    pub login: Option<&'a str>,
    /// What the owner is called; may be empty.
    pub name: &'a str,
    /// BCP 47 tag.
    pub language: &'a str,
    /// The password; without one the account waits for an invitation.
    pub password: Option<&'a KeptPassword>,
}

/// A password as it is kept.
#[derive(Clone, Debug)]
pub struct KeptPassword {
    /// The PHC string.
    pub phc: String,
    /// The id of the pepper under it.
    pub pepper: String,
    /// How the hash that is wrapped in it was computed; `None` for an ordinary password.
    pub setting: Option<String>,
    /// Whether it is known to be one that would not be taken today.
    pub weak: bool,
}

/// Enters an account with its address and login name.
///
/// # Errors
/// [`Error::Constraint`] when one of them has an account already.
pub async fn enter(tx: &Tx, new: &ImportedAccount<'_>, now: Timestamp) -> Result<(), Error> {
    for key in [Some(new.address_key), new.login].into_iter().flatten() {
        tx.execute(&ENTER_KEY, &[key.into(), new.id.into()]).await?;
    }
    let state = if new.password.is_some() {
        "active"
    } else {
        "invited"
    };
    let args = [
        new.id.into(),
        new.address.into(),
        new.name.into(),
        new.language.into(),
        state.into(),
        now.into(),
        new.password.map(|kept| kept.phc.as_str()).into(),
        new.password.map(|kept| kept.pepper.as_str()).into(),
        new.login.into(),
        new.password.and_then(|kept| kept.setting.as_deref()).into(),
        flag(new.password.is_some_and(|kept| kept.weak)).into(),
        search_address(new.address).into(),
        search_name(new.name).into(),
    ];
    tx.execute(&ENTER, &args).await?;
    Ok(())
}

fn flag(set: bool) -> Option<i64> {
    set.then_some(1)
}

/// Keeps as an ordinary password what was wrapped; false if another got there first.
///
/// # Errors
/// Whatever the database says.
pub async fn hash_anew(
    tx: &Tx,
    id: AccountId,
    wrapped: &str,
    anew: &KeptPassword,
) -> Result<bool, Error> {
    let args = [
        anew.phc.as_str().into(),
        anew.pepper.as_str().into(),
        flag(anew.weak).into(),
        id.into(),
        wrapped.into(),
    ];
    Ok(tx.one(&HASH_ANEW, &args).await?.is_some())
}

/// The setting of one of the passwords that are still wrapped, the same each time; `None` when none is.
///
/// # Errors
/// Whatever the database says.
pub async fn any_wrapped(tx: &Tx) -> Result<Option<String>, Error> {
    tx.one(&ANY_WRAPPED, &[])
        .await?
        .map(|row| row.get("password_setting"))
        .transpose()
}

/// An account that an import made.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its id.
    pub id: AccountId,
    /// The mailbox's address.
    pub address: String,
    /// `invited`, `active` or `suspended`.
    pub state: String,
}

/// The next thousand imported accounts after this one, by their ids; none when there are no more.
///
/// # Errors
/// Whatever the database says.
pub async fn page(tx: &Tx, after: AccountId) -> Result<Vec<Imported>, Error> {
    let rows = tx.query(&PAGE, &[after.into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Imported {
                id: row.get("account_id")?,
                address: row.get("address")?,
                state: row.get("state")?,
            })
        })
        .collect()
}
