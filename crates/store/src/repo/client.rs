//! Apps that sign people in here, as the command line keeps them. They belong to no account.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::Timestamp;

/// A client as it is kept.
#[derive(Clone, Debug)]
pub struct Client {
    /// `client_id`.
    pub id: String,
    /// What owners call it.
    pub name: String,
    /// SHA-256 of its secret, if it has one.
    pub secret_hash: Option<[u8; 32]>,
    /// Where a code may be sent, one a line.
    pub redirect_uris: String,
    /// Where people may be sent after signing out, one a line.
    pub post_logout_redirect_uris: String,
    /// Where it is told that somebody signed out.
    pub back_channel_logout_uri: Option<String>,
    /// Whether it may ask for mail.
    pub mail: bool,
    /// Whether it may come without PKCE.
    pub pkce_optional: bool,
    /// `RS256` or `ES256`.
    pub signing: String,
}

impl Client {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("client_id")?,
            name: row.get("name")?,
            secret_hash: row.get("secret_hash")?,
            redirect_uris: row.get("redirect_uris")?,
            post_logout_redirect_uris: row.get("post_logout_redirect_uris")?,
            back_channel_logout_uri: row.get("back_channel_logout_uri")?,
            mail: row.get("mail")?,
            pkce_optional: row.get("pkce_optional")?,
            signing: row.get("signing")?,
        })
    }
}

const LOAD: Statement = Statement::new(
    "client_load",
    "SELECT client_id, name, secret_hash, redirect_uris, post_logout_redirect_uris, back_channel_logout_uri, mail, pkce_optional, \
     signing FROM client WHERE client_id = $1",
);
const LIST: Statement = Statement::new(
    "client_list",
    "SELECT client_id, name, secret_hash, redirect_uris, post_logout_redirect_uris, back_channel_logout_uri, mail, pkce_optional, \
     signing FROM client ORDER BY client_id",
);
const ADD: Statement = Statement::new(
    "client_add",
    "INSERT INTO client (client_id, name, secret_hash, redirect_uris, post_logout_redirect_uris, back_channel_logout_uri, mail, \
     pkce_optional, signing, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const REMOVE: Statement = Statement::new(
    "client_remove",
    "DELETE FROM client WHERE client_id = $1 RETURNING client_id",
);
const SET_SECRET: Statement = Statement::new(
    "client_set_secret",
    "UPDATE client SET secret_hash = $1 WHERE client_id = $2 AND secret_hash IS NOT NULL RETURNING client_id",
);

pub(crate) const ALL: &[&Statement] = &[&LOAD, &LIST, &ADD, &REMOVE, &SET_SECRET];

/// One client.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, id: &str) -> Result<Option<Client>, Error> {
    tx.one(&LOAD, &[id.into()])
        .await?
        .as_ref()
        .map(Client::from_row)
        .transpose()
}

/// All clients, by id.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx) -> Result<Vec<Client>, Error> {
    let rows = tx.query(&LIST, &[]).await?;
    rows.iter().map(Client::from_row).collect()
}

/// Keeps a new one.
///
/// # Errors
/// [`Error::Constraint`] when there is one of this id.
pub async fn add(tx: &Tx, client: &Client, now: Timestamp) -> Result<(), Error> {
    let args = [
        client.id.as_str().into(),
        client.name.as_str().into(),
        client.secret_hash.into(),
        client.redirect_uris.as_str().into(),
        client.post_logout_redirect_uris.as_str().into(),
        client.back_channel_logout_uri.clone().into(),
        client.mail.into(),
        client.pkce_optional.into(),
        client.signing.as_str().into(),
        now.into(),
    ];
    tx.execute(&ADD, &args).await?;
    Ok(())
}

/// Forgets one; false when there was none.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, id: &str) -> Result<bool, Error> {
    Ok(tx.one(&REMOVE, &[id.into()]).await?.is_some())
}

/// Gives one another secret; false when there is none of this id, or it has no secret.
///
/// # Errors
/// Whatever the database says.
pub async fn set_secret(tx: &Tx, id: &str, hash: &[u8; 32]) -> Result<bool, Error> {
    Ok(tx
        .one(&SET_SECRET, &[hash.into(), id.into()])
        .await?
        .is_some())
}
