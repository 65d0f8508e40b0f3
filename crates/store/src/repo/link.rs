//! One-time links, kept hashed.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// A link as it is kept.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is for.
    pub kind: String,
    /// What it is about.
    pub subject: Option<[u8; 16]>,
    /// When it was made.
    pub made_at: Timestamp,
    /// From when on it doesn't work.
    pub expires_at: Timestamp,
    /// When it was used.
    pub consumed_at: Option<Timestamp>,
}

impl Link {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            made_at: row.get("made_at")?,
            expires_at: row.get("expires_at")?,
            consumed_at: row.get("consumed_at")?,
        })
    }

    /// Whether it works now.
    #[must_use]
    pub fn works(&self, now: Timestamp) -> bool {
        self.consumed_at.is_none() && now < self.expires_at
    }
}

const MAKE: Statement = Statement::new(
    "link_make",
    "INSERT INTO link (account_id, link_hash, kind, subject, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const LOAD: Statement = Statement::new(
    "link_load",
    "SELECT kind, subject, made_at, expires_at, consumed_at FROM link WHERE account_id = $1 AND link_hash = $2",
);
const CONSUME: Statement = Statement::new(
    "link_consume",
    "UPDATE link SET consumed_at = $1 WHERE account_id = $2 AND link_hash = $3 AND kind = $4 AND consumed_at IS NULL AND expires_at > $1 \
     RETURNING kind, subject, made_at, expires_at, consumed_at",
);
const VOID: Statement = Statement::new(
    "link_void",
    "UPDATE link SET consumed_at = $1 WHERE account_id = $2 AND kind = $3 AND consumed_at IS NULL",
);
const SWEEP: Statement = Statement::new("link_sweep", "DELETE FROM link WHERE expires_at < $1");

pub(crate) const ALL: &[&Statement] = &[&MAKE, &LOAD, &CONSUME, &VOID, &SWEEP];

/// Keeps a link's hash.
///
/// # Errors
/// Whatever the database says.
pub async fn make(tx: &Tx, account: AccountId, hash: &[u8; 32], link: &Link) -> Result<(), Error> {
    let args = [
        account.into(),
        hash.into(),
        link.kind.as_str().into(),
        link.subject.into(),
        link.made_at.into(),
        link.expires_at.into(),
    ];
    tx.execute(&MAKE, &args).await?;
    Ok(())
}

/// Looks at a link without using it.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, account: AccountId, hash: &[u8; 32]) -> Result<Option<Link>, Error> {
    tx.one(&LOAD, &[account.into(), hash.into()])
        .await?
        .as_ref()
        .map(Link::from_row)
        .transpose()
}

/// Uses a link of a kind: `Some` for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn consume(
    tx: &Tx,
    account: AccountId,
    hash: &[u8; 32],
    kind: &str,
    now: Timestamp,
) -> Result<Option<Link>, Error> {
    tx.one(
        &CONSUME,
        &[now.into(), account.into(), hash.into(), kind.into()],
    )
    .await?
    .as_ref()
    .map(Link::from_row)
    .transpose()
}

/// Voids all unused links of a kind.
///
/// # Errors
/// Whatever the database says.
pub async fn void(tx: &Tx, account: AccountId, kind: &str, now: Timestamp) -> Result<(), Error> {
    tx.execute(&VOID, &[now.into(), account.into(), kind.into()])
        .await?;
    Ok(())
}

/// Deletes links that ended before `oldest`: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
