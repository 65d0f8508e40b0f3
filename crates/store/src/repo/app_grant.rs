//! What apps hold: one row for each sign-in at an app.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, GrantId, Timestamp};

/// A grant as it is kept.
#[derive(Clone, Debug)]
pub struct AppGrant {
    /// Its id.
    pub id: GrantId,
    /// The app.
    pub client: String,
    /// What it may do, with spaces between.
    pub scopes: String,
    /// What was proved: `pwd otp code`.
    pub methods: String,
    /// When.
    pub auth_time: Timestamp,
    /// What the ID token gives back.
    pub nonce: Option<String>,
    /// The session it came from.
    pub session_hash: [u8; 32],
    /// The address of the browser that signed in.
    pub network: String,
    /// That browser, in words.
    pub device: String,
    /// When its code was issued.
    pub made_at: Timestamp,
    /// When the code became tokens.
    pub opened_at: Option<Timestamp>,
    /// Last use.
    pub used_at: Timestamp,
    /// When the last of its tokens ends by itself.
    pub lives_until: Timestamp,
    /// Since when it is over.
    pub ended_at: Option<Timestamp>,
}

impl AppGrant {
    pub(super) fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("grant_id")?,
            client: row.get("client_id")?,
            scopes: row.get("scopes")?,
            methods: row.get("methods")?,
            auth_time: row.get("auth_time")?,
            nonce: row.get("nonce")?,
            session_hash: row.get("session_hash")?,
            network: row.get("network")?,
            device: row.get("device")?,
            made_at: row.get("made_at")?,
            opened_at: row.get("opened_at")?,
            used_at: row.get("used_at")?,
            lives_until: row.get("lives_until")?,
            ended_at: row.get("ended_at")?,
        })
    }
}

/// A grant that ended just now.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Which.
    pub id: GrantId,
    /// The app that held it.
    pub client: String,
    /// What that app could do.
    pub scopes: String,
    /// Whether the app ever got a token of it.
    pub opened: bool,
}

impl Ended {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("grant_id")?,
            client: row.get("client_id")?,
            scopes: row.get("scopes")?,
            opened: row.get::<Option<Timestamp>>("opened_at")?.is_some(),
        })
    }
}

const MAKE: Statement = Statement::new(
    "app_grant_make",
    "INSERT INTO app_grant (account_id, grant_id, client_id, scopes, methods, auth_time, nonce, session_hash, network, device, \
     made_at, used_at, lives_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)",
);
const LOAD: Statement = Statement::new(
    "app_grant_load",
    "SELECT grant_id, client_id, scopes, methods, auth_time, nonce, session_hash, network, device, made_at, opened_at, used_at, \
     lives_until, ended_at FROM app_grant WHERE account_id = $1 AND grant_id = $2",
);
const OPEN: Statement = Statement::new(
    "app_grant_open",
    "UPDATE app_grant SET opened_at = $1, used_at = $1, lives_until = $2 WHERE account_id = $3 AND grant_id = $4 \
     AND opened_at IS NULL AND ended_at IS NULL RETURNING grant_id, client_id, scopes, methods, auth_time, nonce, session_hash, \
     network, device, made_at, opened_at, used_at, lives_until, ended_at",
);
const GO_ON: Statement = Statement::new(
    "app_grant_go_on",
    "UPDATE app_grant SET used_at = $1, lives_until = $2 WHERE account_id = $3 AND grant_id = $4 AND ended_at IS NULL \
     RETURNING grant_id, client_id, scopes, methods, auth_time, nonce, session_hash, network, device, made_at, opened_at, used_at, \
     lives_until, ended_at",
);
const USED: Statement = Statement::new(
    "app_grant_used",
    "UPDATE app_grant SET used_at = $1 WHERE account_id = $2 AND grant_id = $3 AND ended_at IS NULL AND used_at < $1",
);
const LIST: Statement = Statement::new(
    "app_grant_list",
    "SELECT grant_id, client_id, scopes, methods, auth_time, nonce, session_hash, network, device, made_at, opened_at, used_at, \
     lives_until, ended_at FROM app_grant WHERE account_id = $1 AND opened_at IS NOT NULL AND ended_at IS NULL \
     AND lives_until > $2 ORDER BY opened_at DESC, grant_id",
);
const END: Statement = Statement::new(
    "app_grant_end",
    "UPDATE app_grant SET ended_at = $1 WHERE account_id = $2 AND grant_id = $3 AND ended_at IS NULL AND lives_until > $1 \
     RETURNING grant_id, client_id, scopes, opened_at",
);
const END_ALL: Statement = Statement::new(
    "app_grant_end_all",
    "UPDATE app_grant SET ended_at = $1 WHERE account_id = $2 AND ended_at IS NULL AND lives_until > $1 \
     RETURNING grant_id, client_id, scopes, opened_at",
);
const END_OF_SESSION: Statement = Statement::new(
    "app_grant_end_of_session",
    "UPDATE app_grant SET ended_at = $1 WHERE account_id = $2 AND session_hash = $3 AND ended_at IS NULL AND lives_until > $1 \
     RETURNING grant_id, client_id, scopes, opened_at",
);
const END_OF_OTHERS: Statement = Statement::new(
    "app_grant_end_of_others",
    "UPDATE app_grant SET ended_at = $1 WHERE account_id = $2 AND session_hash <> $3 AND ended_at IS NULL AND lives_until > $1 \
     RETURNING grant_id, client_id, scopes, opened_at",
);
const MOVE: Statement = Statement::new(
    "app_grant_move",
    "UPDATE app_grant SET session_hash = $1 WHERE account_id = $2 AND session_hash = $3 AND ended_at IS NULL",
);
const SWEEP: Statement = Statement::new(
    "app_grant_sweep",
    "DELETE FROM app_grant WHERE lives_until < $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &MAKE,
    &LOAD,
    &OPEN,
    &GO_ON,
    &USED,
    &LIST,
    &END,
    &END_ALL,
    &END_OF_SESSION,
    &END_OF_OTHERS,
    &MOVE,
    &SWEEP,
];

/// Makes one whose code is on its way; `opened_at` and `ended_at` are not kept yet.
///
/// # Errors
/// Whatever the database says.
pub async fn make(tx: &Tx, account: AccountId, grant: &AppGrant) -> Result<(), Error> {
    let args = [
        account.into(),
        grant.id.into(),
        grant.client.as_str().into(),
        grant.scopes.as_str().into(),
        grant.methods.as_str().into(),
        grant.auth_time.into(),
        grant.nonce.clone().into(),
        (&grant.session_hash).into(),
        grant.network.as_str().into(),
        grant.device.as_str().into(),
        grant.made_at.into(),
        grant.lives_until.into(),
    ];
    tx.execute(&MAKE, &args).await?;
    Ok(())
}

/// One grant.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, account: AccountId, id: GrantId) -> Result<Option<AppGrant>, Error> {
    one(tx.one(&LOAD, &[account.into(), id.into()]).await?.as_ref())
}

/// Its code became tokens; `None` when it was opened before, or has ended.
///
/// # Errors
/// Whatever the database says.
pub async fn open(
    tx: &Tx,
    account: AccountId,
    id: GrantId,
    lives_until: Timestamp,
    now: Timestamp,
) -> Result<Option<AppGrant>, Error> {
    let args = [now.into(), lives_until.into(), account.into(), id.into()];
    one(tx.one(&OPEN, &args).await?.as_ref())
}

/// It got new tokens; `None` when it has ended.
///
/// # Errors
/// Whatever the database says.
pub async fn go_on(
    tx: &Tx,
    account: AccountId,
    id: GrantId,
    lives_until: Timestamp,
    now: Timestamp,
) -> Result<Option<AppGrant>, Error> {
    let args = [now.into(), lives_until.into(), account.into(), id.into()];
    one(tx.one(&GO_ON, &args).await?.as_ref())
}

fn one(row: Option<&Row>) -> Result<Option<AppGrant>, Error> {
    row.map(AppGrant::from_row).transpose()
}

/// Notes a use.
///
/// # Errors
/// Whatever the database says.
pub async fn used(tx: &Tx, account: AccountId, id: GrantId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&USED, &[now.into(), account.into(), id.into()])
        .await?;
    Ok(())
}

/// Those that an app could use now, newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<AppGrant>, Error> {
    let rows = tx.query(&LIST, &[account.into(), now.into()]).await?;
    rows.iter().map(AppGrant::from_row).collect()
}

/// Ends one: `Some` for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn end(
    tx: &Tx,
    account: AccountId,
    id: GrantId,
    now: Timestamp,
) -> Result<Option<Ended>, Error> {
    let args = [now.into(), account.into(), id.into()];
    let row = tx.one(&END, &args).await?;
    row.as_ref().map(Ended::from_row).transpose()
}

/// Ends all.
///
/// # Errors
/// Whatever the database says.
pub async fn end_all(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<Ended>, Error> {
    let rows = tx.query(&END_ALL, &[now.into(), account.into()]).await?;
    rows.iter().map(Ended::from_row).collect()
}

/// Ends those that came from this session.
///
/// # Errors
/// Whatever the database says.
pub async fn end_of_session(
    tx: &Tx,
    account: AccountId,
    session: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<Ended>, Error> {
    let args = [now.into(), account.into(), session.into()];
    let rows = tx.query(&END_OF_SESSION, &args).await?;
    rows.iter().map(Ended::from_row).collect()
}

/// Ends those that came from any other session.
///
/// # Errors
/// Whatever the database says.
pub async fn end_of_others(
    tx: &Tx,
    account: AccountId,
    keep: &[u8; 32],
    now: Timestamp,
) -> Result<Vec<Ended>, Error> {
    let args = [now.into(), account.into(), keep.into()];
    let rows = tx.query(&END_OF_OTHERS, &args).await?;
    rows.iter().map(Ended::from_row).collect()
}

/// The session they came from goes on under a new id.
///
/// # Errors
/// Whatever the database says.
pub async fn follow_session(
    tx: &Tx,
    account: AccountId,
    from: &[u8; 32],
    to: &[u8; 32],
) -> Result<(), Error> {
    tx.execute(&MOVE, &[to.into(), account.into(), from.into()])
        .await?;
    Ok(())
}

/// Deletes what was over before `oldest`, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
