//! Access and refresh tokens: kept hashed, good as long as their grant is.

use super::app_grant::AppGrant;
use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, GrantId, Timestamp};

/// A token as it is kept, with its grant.
#[derive(Clone, Debug)]
pub struct AppToken {
    /// `access` or `refresh`.
    pub kind: String,
    /// What it is good for.
    pub scopes: String,
    /// When it was issued.
    pub made_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it was used, if it is a refresh token, or revoked.
    pub ended_at: Option<Timestamp>,
    /// Whose it is.
    pub grant: AppGrant,
}

/// A token that is to be kept.
#[derive(Clone, Debug)]
pub struct NewToken<'a> {
    /// SHA-256 of its secret.
    pub hash: [u8; 32],
    /// `access` or `refresh`.
    pub kind: &'static str,
    /// What it is good for.
    pub scopes: &'a str,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

const ISSUE: Statement = Statement::new(
    "app_token_issue",
    "INSERT INTO app_token (account_id, token_hash, grant_id, kind, scopes, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const LOAD: Statement = Statement::new(
    "app_token_load",
    "SELECT t.kind, t.scopes AS token_scopes, t.made_at AS token_made_at, t.expires_at, t.ended_at AS token_ended_at, g.grant_id, \
     g.client_id, g.scopes, g.methods, g.auth_time, g.nonce, g.session_hash, g.network, g.device, g.made_at, g.opened_at, g.used_at, \
     g.lives_until, g.ended_at FROM app_token t JOIN app_grant g ON g.account_id = t.account_id AND g.grant_id = t.grant_id \
     WHERE t.account_id = $1 AND t.token_hash = $2",
);
const USE_UP: Statement = Statement::new(
    "app_token_use_up",
    "UPDATE app_token SET ended_at = $1 WHERE account_id = $2 AND token_hash = $3 AND kind = 'refresh' AND expires_at > $1 \
     AND ended_at IS NULL RETURNING grant_id",
);
const END: Statement = Statement::new(
    "app_token_end",
    "UPDATE app_token SET ended_at = $1 WHERE account_id = $2 AND token_hash = $3 AND expires_at > $1 AND ended_at IS NULL \
     RETURNING grant_id",
);
const SWEEP: Statement = Statement::new(
    "app_token_sweep",
    "DELETE FROM app_token WHERE expires_at < $1",
);

pub(crate) const ALL: &[&Statement] = &[&ISSUE, &LOAD, &USE_UP, &END, &SWEEP];

/// Keeps a new one.
///
/// # Errors
/// Whatever the database says.
pub async fn issue(
    tx: &Tx,
    account: AccountId,
    grant: GrantId,
    token: &NewToken<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [
        account.into(),
        token.hash.into(),
        grant.into(),
        token.kind.into(),
        token.scopes.into(),
        now.into(),
        token.expires_at.into(),
    ];
    tx.execute(&ISSUE, &args).await?;
    Ok(())
}

/// One token with its grant, whether or not they are good.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, account: AccountId, hash: &[u8; 32]) -> Result<Option<AppToken>, Error> {
    let row = tx.one(&LOAD, &[account.into(), hash.into()]).await?;
    row.as_ref().map(from_row).transpose()
}

fn from_row(row: &Row) -> Result<AppToken, Error> {
    Ok(AppToken {
        kind: row.get("kind")?,
        scopes: row.get("token_scopes")?,
        made_at: row.get("token_made_at")?,
        expires_at: row.get("expires_at")?,
        ended_at: row.get("token_ended_at")?,
        grant: AppGrant::from_row(row)?,
    })
}

/// Uses a refresh token up: its grant, for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn use_up(
    tx: &Tx,
    account: AccountId,
    hash: &[u8; 32],
    now: Timestamp,
) -> Result<Option<GrantId>, Error> {
    let args = [now.into(), account.into(), hash.into()];
    let row = tx.one(&USE_UP, &args).await?;
    row.map(|row| row.get("grant_id")).transpose()
}

/// Ends one token and leaves its grant alone; false when it was over.
///
/// # Errors
/// Whatever the database says.
pub async fn end(
    tx: &Tx,
    account: AccountId,
    hash: &[u8; 32],
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), hash.into()];
    Ok(tx.one(&END, &args).await?.is_some())
}

/// Deletes tokens that ended by themselves before `oldest`, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
