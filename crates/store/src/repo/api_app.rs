//! Apps of other services and the keys they call with. They belong to no account.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{ApiKeyId, ApiScopes, Timestamp};

/// An app as it is kept.
#[derive(Clone, Debug)]
pub struct ApiApp {
    /// Its id.
    pub id: String,
    /// What operators call it.
    pub name: String,
    /// When it was let in.
    pub made_at: Timestamp,
}

/// A key as it is kept.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its id.
    pub id: ApiKeyId,
    /// Whose it is.
    pub app: String,
    /// What operators call it.
    pub label: String,
    /// Keyed hash of its secret.
    pub hash: [u8; 32],
    /// Id of the pepper under that hash.
    pub pepper: String,
    /// What it may do.
    pub scopes: ApiScopes,
    /// Requests that are heard in a minute.
    pub per_minute: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was used last, to a minute.
    pub last_used_at: Option<Timestamp>,
    /// When it was revoked.
    pub ended_at: Option<Timestamp>,
}

impl Key {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let (scopes, per_minute): (String, i64) = (row.get("scopes")?, row.get("per_minute")?);
        Ok(Self {
            id: row.get("key_id")?,
            app: row.get("app_id")?,
            label: row.get("label")?,
            hash: row.get("hash")?,
            pepper: row.get("pepper")?,
            scopes: ApiScopes::read(&scopes),
            per_minute: u32::try_from(per_minute).unwrap_or(u32::MAX),
            made_at: row.get("made_at")?,
            expires_at: row.get("expires_at")?,
            last_used_at: row.get("last_used_at")?,
            ended_at: row.get("ended_at")?,
        })
    }

    /// Whether it opens the API now.
    #[must_use]
    pub fn works(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && self.expires_at.is_none_or(|at| now < at)
    }
}

const LIST: Statement = Statement::new(
    "api_app_list",
    "SELECT app_id, name, made_at FROM api_app ORDER BY app_id",
);
const LOAD: Statement = Statement::new(
    "api_app_load",
    "SELECT app_id, name, made_at FROM api_app WHERE app_id = $1",
);
const ADD: Statement = Statement::new(
    "api_app_add",
    "INSERT INTO api_app (app_id, name, made_at) VALUES ($1, $2, $3) ON CONFLICT (app_id) DO NOTHING RETURNING app_id",
);
const REMOVE: Statement = Statement::new(
    "api_app_remove",
    "DELETE FROM api_app WHERE app_id = $1 RETURNING app_id",
);
const KEYS: Statement = Statement::new(
    "api_key_list",
    "SELECT key_id, app_id, label, hash, pepper, scopes, per_minute, made_at, expires_at, last_used_at, ended_at FROM api_key \
     WHERE app_id = $1 ORDER BY made_at, key_id",
);
const KEY: Statement = Statement::new(
    "api_key_load",
    "SELECT key_id, app_id, label, hash, pepper, scopes, per_minute, made_at, expires_at, last_used_at, ended_at FROM api_key \
     WHERE key_id = $1",
);
const ADD_KEY: Statement = Statement::new(
    "api_key_add",
    "INSERT INTO api_key (key_id, app_id, label, hash, pepper, scopes, per_minute, made_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const USED: Statement = Statement::new(
    "api_key_used",
    "UPDATE api_key SET last_used_at = $1 WHERE key_id = $2",
);
const REVOKE: Statement = Statement::new(
    "api_key_revoke",
    "UPDATE api_key SET ended_at = $1 WHERE key_id = $2 AND ended_at IS NULL RETURNING app_id",
);
const REVOKE_ALL: Statement = Statement::new(
    "api_key_revoke_all",
    "UPDATE api_key SET ended_at = $1 WHERE app_id = $2 AND ended_at IS NULL",
);
const END_KEYS_BY: Statement = Statement::new(
    "api_key_end_by",
    "UPDATE api_key SET expires_at = $1 WHERE pepper = $2 AND ended_at IS NULL AND (expires_at IS NULL OR expires_at > $1)",
);
const FEED_FROM: Statement =
    Statement::new("api_app_feed_from", "UPDATE api_app SET feed_from = $1");

pub(crate) const ALL: &[&Statement] = &[
    &LIST,
    &LOAD,
    &ADD,
    &REMOVE,
    &KEYS,
    &KEY,
    &ADD_KEY,
    &USED,
    &REVOKE,
    &REVOKE_ALL,
    &END_KEYS_BY,
    &FEED_FROM,
];

fn app(row: &Row) -> Result<ApiApp, Error> {
    Ok(ApiApp {
        id: row.get("app_id")?,
        name: row.get("name")?,
        made_at: row.get("made_at")?,
    })
}

/// All apps, by id.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx) -> Result<Vec<ApiApp>, Error> {
    tx.query(&LIST, &[]).await?.iter().map(app).collect()
}

/// One app.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, id: &str) -> Result<Option<ApiApp>, Error> {
    tx.one(&LOAD, &[id.into()])
        .await?
        .as_ref()
        .map(app)
        .transpose()
}

/// Lets an app in; false when there is one of this id.
///
/// # Errors
/// Whatever the database says.
pub async fn add(tx: &Tx, id: &str, name: &str, now: Timestamp) -> Result<bool, Error> {
    let args = [id.into(), name.into(), now.into()];
    Ok(tx.one(&ADD, &args).await?.is_some())
}

/// Forgets an app and revokes its keys; false when there was none.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, id: &str, now: Timestamp) -> Result<bool, Error> {
    tx.execute(&REVOKE_ALL, &[now.into(), id.into()]).await?;
    Ok(tx.one(&REMOVE, &[id.into()]).await?.is_some())
}

/// All keys of an app, oldest first, those that ended included.
///
/// # Errors
/// Whatever the database says.
pub async fn keys(tx: &Tx, app: &str) -> Result<Vec<Key>, Error> {
    let rows = tx.query(&KEYS, &[app.into()]).await?;
    rows.iter().map(Key::from_row).collect()
}

/// One key.
///
/// # Errors
/// Whatever the database says.
pub async fn key(tx: &Tx, id: ApiKeyId) -> Result<Option<Key>, Error> {
    tx.one(&KEY, &[id.into()])
        .await?
        .as_ref()
        .map(Key::from_row)
        .transpose()
}

/// Keeps a new key.
///
/// # Errors
/// Whatever the database says.
pub async fn add_key(tx: &Tx, key: &Key) -> Result<(), Error> {
    let args = [
        key.id.into(),
        key.app.as_str().into(),
        key.label.as_str().into(),
        key.hash.into(),
        key.pepper.as_str().into(),
        key.scopes.to_string().into(),
        i64::from(key.per_minute).into(),
        key.made_at.into(),
        key.expires_at.into(),
    ];
    tx.execute(&ADD_KEY, &args).await?;
    Ok(())
}

/// Notes when a key was used.
///
/// # Errors
/// Whatever the database says.
pub async fn used(tx: &Tx, id: ApiKeyId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&USED, &[now.into(), id.into()]).await?;
    Ok(())
}

/// Revokes a key; its app's id, or `None` when there is none that works.
///
/// # Errors
/// Whatever the database says.
pub async fn revoke(tx: &Tx, id: ApiKeyId, now: Timestamp) -> Result<Option<String>, Error> {
    tx.one(&REVOKE, &[now.into(), id.into()])
        .await?
        .map(|row| row.get("app_id"))
        .transpose()
}

/// Keys that rest on this pepper end then at the latest; how many would have gone on.
///
/// # Errors
/// Whatever the database says.
pub async fn end_keys_by(tx: &Tx, pepper: &str, by: Timestamp) -> Result<u64, Error> {
    tx.execute(&END_KEYS_BY, &[by.into(), pepper.into()]).await
}

/// The places in the feeds of all apps go on behind this one.
///
/// # Errors
/// Whatever the database says.
pub async fn feed_from(tx: &Tx, position: i64) -> Result<(), Error> {
    tx.execute(&FEED_FROM, &[position.into()]).await?;
    Ok(())
}
