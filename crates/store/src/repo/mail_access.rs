//! When mail programs signed in, from where and by what.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

/// Uses of a credential from a network by a protocol, to be added to what is kept of it.
#[derive(Clone, Debug)]
pub struct MailAccess<'a> {
    /// `app-password`, `main-password` or `app`.
    pub kind: &'a str,
    /// The app password or grant; all zeros for the main password.
    pub credential: [u8; 16],
    /// From which network.
    pub network: String,
    /// `imap`, `pop3`, `smtp` or `sieve`.
    pub protocol: &'a str,
    /// The first of these uses.
    pub first_seen: Timestamp,
    /// The last of them.
    pub last_seen: Timestamp,
    /// The address of the last.
    pub address: &'a str,
    /// By which program, where one said its name.
    pub program: Option<&'a str>,
    /// How many; 0 when only the program's name is to be added.
    pub uses: i64,
}

const NOTE: Statement = Statement::new(
    "mail_access_note",
    "INSERT INTO mail_access (account_id, kind, credential, network, protocol, first_seen, last_seen, address, program, uses) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (account_id, kind, credential, network, protocol) DO UPDATE SET \
     address = CASE WHEN excluded.last_seen >= mail_access.last_seen THEN excluded.address ELSE mail_access.address END, \
     last_seen = CASE WHEN excluded.last_seen >= mail_access.last_seen THEN excluded.last_seen ELSE mail_access.last_seen END, \
     program = COALESCE(excluded.program, mail_access.program), uses = mail_access.uses + excluded.uses RETURNING uses",
);
const TOLD: Statement = Statement::new(
    "mail_told",
    "INSERT INTO mail_told (account_id, kind, told_at) VALUES ($1, $2, $3) ON CONFLICT (account_id, kind) DO UPDATE SET \
     told_at = excluded.told_at WHERE mail_told.told_at <= $4 RETURNING told_at",
);
const SWEEP: Statement = Statement::new(
    "mail_access_sweep",
    "DELETE FROM mail_access WHERE last_seen < $1",
);

pub(crate) const ALL: &[&Statement] = &[&NOTE, &TOLD, &SWEEP];

/// Adds uses and gives how many there are now.
///
/// # Errors
/// Whatever the database says.
pub async fn note(tx: &Tx, account: AccountId, new: &MailAccess<'_>) -> Result<i64, Error> {
    let args = [
        account.into(),
        new.kind.into(),
        new.credential.into(),
        new.network.as_str().into(),
        new.protocol.into(),
        new.first_seen.into(),
        new.last_seen.into(),
        new.address.into(),
        new.program.into(),
        new.uses.into(),
    ];
    tx.one(&NOTE, &args)
        .await?
        .map_or(Ok(0), |row| row.get("uses"))
}

/// Whether the owner is to be told of this kind of event: true once, and again when the last time was `before` or earlier.
///
/// # Errors
/// Whatever the database says.
pub async fn is_to_be_told(
    tx: &Tx,
    account: AccountId,
    kind: &str,
    now: Timestamp,
    before: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(
            &TOLD,
            &[account.into(), kind.into(), now.into(), before.into()],
        )
        .await?
        .is_some())
}

/// Deletes what was last used before `oldest`, of all accounts: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[oldest.into()]).await
}
