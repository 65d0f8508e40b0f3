//! Authorization codes: good once, for a minute, for one client, one address and one PKCE challenge.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, GrantId, Timestamp};

/// What a code is good for, and what must be said to spend it.
#[derive(Clone, Debug)]
pub struct Bound<'a> {
    /// SHA-256 of its secret.
    pub hash: [u8; 32],
    /// The app.
    pub client: &'a str,
    /// Where it was sent.
    pub redirect_uri: &'a str,
    /// The PKCE challenge; empty where it came without.
    pub challenge: &'a str,
}

const ISSUE: Statement = Statement::new(
    "app_code_issue",
    "INSERT INTO app_code (account_id, code_hash, grant_id, client_id, redirect_uri, challenge, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const SPEND: Statement = Statement::new(
    "app_code_spend",
    "UPDATE app_code SET spent_at = $1 WHERE account_id = $2 AND code_hash = $3 AND client_id = $4 AND redirect_uri = $5 \
     AND challenge = $6 AND expires_at > $1 AND spent_at IS NULL RETURNING grant_id",
);
const SPENT: Statement = Statement::new(
    "app_code_spent",
    "SELECT grant_id FROM app_code WHERE account_id = $1 AND code_hash = $2 AND spent_at IS NOT NULL",
);
const SWEEP: Statement = Statement::new(
    "app_code_sweep",
    "DELETE FROM app_code WHERE expires_at < $1",
);

pub(crate) const ALL: &[&Statement] = &[&ISSUE, &SPEND, &SPENT, &SWEEP];

/// Issues one that leads to this grant.
///
/// # Errors
/// Whatever the database says.
pub async fn issue(
    tx: &Tx,
    account: AccountId,
    grant: GrantId,
    code: &Bound<'_>,
    expires_at: Timestamp,
) -> Result<(), Error> {
    let args = [
        account.into(),
        code.hash.into(),
        grant.into(),
        code.client.into(),
        code.redirect_uri.into(),
        code.challenge.into(),
        expires_at.into(),
    ];
    tx.execute(&ISSUE, &args).await?;
    Ok(())
}

/// Spends one: the grant it leads to, for exactly one caller, and only if everything it is bound to is right.
///
/// # Errors
/// Whatever the database says.
pub async fn spend(
    tx: &Tx,
    account: AccountId,
    code: &Bound<'_>,
    now: Timestamp,
) -> Result<Option<GrantId>, Error> {
    let args = [
        now.into(),
        account.into(),
        code.hash.into(),
        code.client.into(),
        code.redirect_uri.into(),
        code.challenge.into(),
    ];
    let row = tx.one(&SPEND, &args).await?;
    row.map(|row| row.get("grant_id")).transpose()
}

/// The grant that a code led to which was spent before.
///
/// # Errors
/// Whatever the database says.
pub async fn spent(tx: &Tx, account: AccountId, hash: &[u8; 32]) -> Result<Option<GrantId>, Error> {
    let row = tx.one(&SPENT, &[account.into(), hash.into()]).await?;
    row.map(|row| row.get("grant_id")).transpose()
}

/// Deletes codes that ended before `oldest`, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
