//! Keys that may have been stolen. It spans accounts.

use crate::{Error, Statement, Tx};
use counterfoil_model::Timestamp;

/// A key that may have been stolen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StolenKey {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// When an operator said so.
    pub said_at: Timestamp,
    /// When app passwords and API keys that rest on it end.
    pub renew_by: Timestamp,
}

const LIST: Statement = Statement::new(
    "stolen_key_list",
    "SELECT kind, key_id, said_at, renew_by FROM stolen_key ORDER BY kind, key_id",
);
const SAY: Statement = Statement::new(
    "stolen_key_say",
    "INSERT INTO stolen_key (kind, key_id, said_at, renew_by) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, key_id) DO NOTHING",
);

pub(crate) const ALL: &[&Statement] = &[&LIST, &SAY];

/// All of them, oldest of each kind first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx) -> Result<Vec<StolenKey>, Error> {
    let rows = tx.query(&LIST, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(StolenKey {
                kind: row.get("kind")?,
                id: row.get("key_id")?,
                said_at: row.get("said_at")?,
                renew_by: row.get("renew_by")?,
            })
        })
        .collect()
}

/// A key may have been stolen; one of which that was said before stays as it is.
///
/// # Errors
/// Whatever the database says.
pub async fn say(tx: &Tx, key: &StolenKey) -> Result<(), Error> {
    let args = [
        key.kind.as_str().into(),
        key.id.as_str().into(),
        key.said_at.into(),
        key.renew_by.into(),
    ];
    tx.execute(&SAY, &args).await?;
    Ok(())
}
