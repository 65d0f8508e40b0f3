//! Passkeys.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, PasskeyId, Timestamp};

/// A passkey as it is kept.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// What the authenticator calls it.
    pub credential_id: Vec<u8>,
    /// Public key and what was said of it, sealed.
    pub credential: Vec<u8>,
    /// The owner's own name for it.
    pub name: String,
    /// Who keeps it, as it says itself.
    pub aaguid: [u8; 16],
    /// `active`, `suspended`, `stopped` or `removed`.
    pub state: String,
    /// The signature counter last accepted.
    pub counter: i64,
    /// It opens nothing alone until it was used beside the password.
    pub beside_password: bool,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was last accepted.
    pub last_used_at: Option<Timestamp>,
    /// From when on it works.
    pub effective_at: Timestamp,
    /// From when on it doesn't.
    pub ended_at: Option<Timestamp>,
}

impl Passkey {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("passkey_id")?,
            credential_id: row.get("credential_id")?,
            credential: row.get("credential")?,
            name: row.get("name")?,
            aaguid: row.get("aaguid")?,
            state: row.get("state")?,
            counter: row.get("counter")?,
            beside_password: row.get::<i64>("beside_password")? == 1,
            made_at: row.get("made_at")?,
            last_used_at: row.get("last_used_at")?,
            effective_at: row.get("effective_at")?,
            ended_at: row.get("ended_at")?,
        })
    }

    /// Whether it works now or waits to.
    #[must_use]
    pub fn goes_on(&self, now: Timestamp) -> bool {
        self.state == "active" && self.ended_at.is_none_or(|at| now < at)
    }

    /// Whether it works now.
    #[must_use]
    pub fn in_force(&self, now: Timestamp) -> bool {
        self.goes_on(now) && self.effective_at <= now
    }

    /// Whether a freeze shut it.
    #[must_use]
    pub fn is_suspended(&self, now: Timestamp) -> bool {
        self.state == "suspended" && self.ended_at.is_none_or(|at| now < at)
    }

    /// Whether its owner has it on the list: it works, waits, or a freeze shut it.
    #[must_use]
    pub fn is_there(&self, now: Timestamp) -> bool {
        self.goes_on(now) || self.is_suspended(now)
    }
}

const LIST: Statement = Statement::new(
    "passkey_list",
    "SELECT passkey_id, credential_id, credential, name, aaguid, state, counter, beside_password, made_at, last_used_at, effective_at, ended_at \
     FROM passkey WHERE account_id = $1 ORDER BY made_at, passkey_id",
);
const ADD: Statement = Statement::new(
    "passkey_add",
    "INSERT INTO passkey (account_id, passkey_id, credential_id, credential, name, aaguid, state, counter, beside_password, made_at, effective_at) \
     VALUES ($1, $2, $3, $4, $5, $6, 'active', $7, 0, $8, $9) \
     ON CONFLICT (account_id, credential_id) DO NOTHING RETURNING passkey_id",
);
const USE: Statement = Statement::new(
    "passkey_use",
    "UPDATE passkey SET counter = $1, last_used_at = $2, beside_password = 0 WHERE account_id = $3 AND passkey_id = $4 AND state = 'active' \
     AND effective_at <= $2 AND (ended_at IS NULL OR ended_at > $2) AND (counter < $1 OR (counter = 0 AND $1 = 0)) \
     AND beside_password <= $5 \
     AND EXISTS (SELECT 1 FROM account WHERE account_id = $3 AND state = 'active' AND (held_until IS NULL OR held_until <= $2) \
     AND frozen_at IS NULL) RETURNING passkey_id",
);
const USE_TO_THAW: Statement = Statement::new(
    "passkey_use_to_thaw",
    "UPDATE passkey SET counter = $1, last_used_at = $2, beside_password = 0 WHERE account_id = $3 AND passkey_id = $4 AND state = 'active' \
     AND effective_at <= $2 AND (ended_at IS NULL OR ended_at > $2) AND (counter < $1 OR (counter = 0 AND $1 = 0)) \
     AND EXISTS (SELECT 1 FROM account WHERE account_id = $3 AND state = 'active' AND (held_until IS NULL OR held_until <= $2) \
     AND frozen_at IS NOT NULL) RETURNING passkey_id",
);
const LIFT: Statement = Statement::new(
    "passkey_lift",
    "UPDATE passkey SET state = 'active', counter = $1, effective_at = $2, last_used_at = $3 WHERE account_id = $4 AND passkey_id = $5 \
     AND state = 'suspended' AND (ended_at IS NULL OR ended_at > $3) AND (counter < $1 OR (counter = 0 AND $1 = 0)) RETURNING passkey_id",
);
const RENAME: Statement = Statement::new(
    "passkey_rename",
    "UPDATE passkey SET name = $1 WHERE account_id = $2 AND passkey_id = $3 AND state IN ('active', 'suspended') \
     AND (ended_at IS NULL OR ended_at > $4) AND name <> $1 RETURNING passkey_id",
);
const REMOVE: Statement = Statement::new(
    "passkey_remove",
    "UPDATE passkey SET state = 'removed', ended_at = $1 WHERE account_id = $2 AND passkey_id = $3 AND state IN ('active', 'suspended') \
     AND (ended_at IS NULL OR ended_at > $1) RETURNING name",
);
const REMOVE_ALL: Statement = Statement::new(
    "passkey_remove_all",
    "UPDATE passkey SET state = 'removed', ended_at = $1 WHERE account_id = $2 AND state IN ('active', 'suspended') AND (ended_at IS NULL OR ended_at > $1)",
);
const SUSPEND: Statement = Statement::new(
    "passkey_suspend",
    "UPDATE passkey SET state = 'suspended' WHERE account_id = $1 AND state = 'active' AND (ended_at IS NULL OR ended_at > $2)",
);
const STOP: Statement = Statement::new(
    "passkey_stop",
    "UPDATE passkey SET state = 'stopped', ended_at = $1 WHERE account_id = $2 AND passkey_id = $3 AND state = 'active' AND effective_at > $1 RETURNING passkey_id",
);
const BRING_FORWARD: Statement = Statement::new(
    "passkey_bring_forward",
    "UPDATE passkey SET effective_at = $1 WHERE account_id = $2 AND passkey_id = $3 AND state = 'active' AND effective_at > $1 RETURNING passkey_id",
);
const WANT_PASSWORD: Statement = Statement::new(
    "passkey_want_password",
    "UPDATE passkey SET beside_password = 1 WHERE account_id = $1 AND state IN ('active', 'suspended')",
);

pub(crate) const ALL: &[&Statement] = &[
    &LIST,
    &ADD,
    &USE,
    &USE_TO_THAW,
    &LIFT,
    &RENAME,
    &REMOVE,
    &REMOVE_ALL,
    &SUSPEND,
    &STOP,
    &BRING_FORWARD,
    &WANT_PASSWORD,
];

/// All of an account's, ended ones too (N13), oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Passkey>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(Passkey::from_row)
        .collect()
}

/// Keeps a new one. False if the account has, or had, one of this credential id.
///
/// # Errors
/// Whatever the database says.
pub async fn add(tx: &Tx, account: AccountId, passkey: &Passkey) -> Result<bool, Error> {
    let args = [
        account.into(),
        passkey.id.into(),
        passkey.credential_id.as_slice().into(),
        passkey.credential.as_slice().into(),
        passkey.name.as_str().into(),
        (&passkey.aaguid).into(),
        passkey.counter.into(),
        passkey.made_at.into(),
        passkey.effective_at.into(),
    ];
    Ok(tx.one(&ADD, &args).await?.is_some())
}

/// Takes an answer whose signature was right: true if the one that gave it works and its counter went on. Where only the password
/// beside it makes it count, that has to be there.
///
/// # Errors
/// Whatever the database says.
pub async fn take(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    counter: i64,
    beside_password: bool,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        counter.into(),
        now.into(),
        account.into(),
        id.into(),
        i64::from(beside_password).into(),
    ];
    Ok(tx.one(&USE, &args).await?.is_some())
}

/// The same for the answer that ends a freeze: it counts only while the account is frozen.
///
/// # Errors
/// Whatever the database says.
pub async fn take_to_thaw(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    counter: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [counter.into(), now.into(), account.into(), id.into()];
    Ok(tx.one(&USE_TO_THAW, &args).await?.is_some())
}

/// Lets one that a freeze shut work again from `effective_at` on. False if it isn't shut, or its counter went backwards.
///
/// # Errors
/// Whatever the database says.
pub async fn lift(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    counter: i64,
    effective_at: Timestamp,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        counter.into(),
        effective_at.into(),
        now.into(),
        account.into(),
        id.into(),
    ];
    Ok(tx.one(&LIFT, &args).await?.is_some())
}

/// Gives one another name. False if it is gone or is called so already.
///
/// # Errors
/// Whatever the database says.
pub async fn rename(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    name: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [name.into(), account.into(), id.into(), now.into()];
    Ok(tx.one(&RENAME, &args).await?.is_some())
}

/// Removes one; what it was called, if it was there.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    tx.one(&REMOVE, &[now.into(), account.into(), id.into()])
        .await?
        .map(|row| row.get("name"))
        .transpose()
}

/// Removes all that are left, for a re-enrolment.
///
/// # Errors
/// Whatever the database says.
pub async fn remove_all(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&REMOVE_ALL, &[now.into(), account.into()])
        .await?;
    Ok(())
}

/// Shuts those that work, because what they are on was taken.
///
/// # Errors
/// Whatever the database says.
pub async fn suspend(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&SUSPEND, &[account.into(), now.into()]).await?;
    Ok(())
}

/// Stops one that waits to take effect. False if it works already.
///
/// # Errors
/// Whatever the database says.
pub async fn stop(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), id.into()];
    Ok(tx.one(&STOP, &args).await?.is_some())
}

/// Lets one that waits take effect now. False if it doesn't wait any more.
///
/// # Errors
/// Whatever the database says.
pub async fn bring_forward(
    tx: &Tx,
    account: AccountId,
    id: PasskeyId,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), id.into()];
    Ok(tx.one(&BRING_FORWARD, &args).await?.is_some())
}

/// From now on none opens anything alone until it was used beside the password: one that was removed since may be among them.
///
/// # Errors
/// Whatever the database says.
pub async fn want_password(tx: &Tx, account: AccountId) -> Result<(), Error> {
    tx.execute(&WANT_PASSWORD, &[account.into()]).await?;
    Ok(())
}
