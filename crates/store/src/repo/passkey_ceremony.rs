//! Questions put to passkeys, which wait for a browser's answer: rows, so that any node takes it.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, CeremonyId, Timestamp};

/// A question as it is kept.
#[derive(Clone, Debug)]
pub struct Ceremony {
    /// Its id.
    pub id: CeremonyId,
    /// What the passkey is asked for.
    pub purpose: &'static str,
    /// The session or the browser that may answer.
    pub bound_to: [u8; 32],
    /// What the answer is judged by, sealed.
    pub question: Vec<u8>,
    /// Until when it may be answered.
    pub expires_at: Timestamp,
}

const BEGIN: Statement = Statement::new(
    "passkey_ceremony_begin",
    "INSERT INTO passkey_ceremony (account_id, ceremony_id, purpose, bound_to, question, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const SPEND: Statement = Statement::new(
    "passkey_ceremony_spend",
    "UPDATE passkey_ceremony SET spent_at = $1 WHERE account_id = $2 AND ceremony_id = $3 AND purpose = $4 AND bound_to = $5 \
     AND expires_at > $1 AND spent_at IS NULL RETURNING question",
);
const SWEEP: Statement = Statement::new(
    "passkey_ceremony_sweep",
    "DELETE FROM passkey_ceremony WHERE expires_at <= $1",
);

pub(crate) const ALL: &[&Statement] = &[&BEGIN, &SPEND, &SWEEP];

/// Keeps a question.
///
/// # Errors
/// Whatever the database says.
pub async fn begin(tx: &Tx, account: AccountId, ceremony: &Ceremony) -> Result<(), Error> {
    let args = [
        account.into(),
        ceremony.id.into(),
        ceremony.purpose.into(),
        (&ceremony.bound_to).into(),
        ceremony.question.as_slice().into(),
        ceremony.expires_at.into(),
    ];
    tx.execute(&BEGIN, &args).await?;
    Ok(())
}

/// Spends a question: what the answer is judged by, once, for the purpose and the session it was put for.
///
/// # Errors
/// Whatever the database says.
pub async fn spend(
    tx: &Tx,
    account: AccountId,
    id: CeremonyId,
    purpose: &str,
    bound_to: &[u8; 32],
    now: Timestamp,
) -> Result<Option<Vec<u8>>, Error> {
    let args = [
        now.into(),
        account.into(),
        id.into(),
        purpose.into(),
        bound_to.into(),
    ];
    tx.one(&SPEND, &args)
        .await?
        .map(|row| row.get("question"))
        .transpose()
}

/// Deletes questions that can't be answered any more, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, now: Timestamp) -> Result<(), Error> {
    tx.execute(&SWEEP, &[now.into()]).await?;
    Ok(())
}
