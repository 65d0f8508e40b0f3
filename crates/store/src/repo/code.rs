//! The counterfoils: one row per code, and the one statement that spends it.

use crate::{Error, Row, Statement, Tx};
use counterfoil_core::{CodeDigest, Cost, Salt, Slot};
use counterfoil_model::{AccountId, SetId, Timestamp};

/// A counterfoil as it is kept.
#[derive(Debug)]
pub struct Counterfoil {
    /// The code's number on the sheet.
    pub slot: Slot,
    /// The salt of the digest.
    pub salt: Salt,
    /// Argon2id of the keyed secret.
    pub digest: CodeDigest,
    /// What the digest cost.
    pub cost: Cost,
    /// Id of the pepper.
    pub pepper: String,
    /// Id of the key that made the tag; `None` of a code that was drawn by a version that didn't note it.
    pub tag_key: Option<String>,
    /// The drill word, sealed.
    pub drill_word: Vec<u8>,
    /// When it was drawn.
    pub drawn_at: Timestamp,
    /// From when on it opens the door; `None` until the owner typed it back.
    pub counts_at: Option<Timestamp>,
    /// The spent slot it stands in for.
    pub replaces: Option<Slot>,
    /// When it was spent.
    pub spent_at: Option<Timestamp>,
    /// From where.
    pub spent_from: Option<String>,
    /// Spent, and its replacement doesn't count yet.
    pub replacement_owed: bool,
}

impl Counterfoil {
    pub(super) fn from_row(row: &Row) -> Result<Self, Error> {
        let slot = |n: i64| {
            u8::try_from(n)
                .ok()
                .and_then(Slot::new)
                .ok_or(Error::inconsistent("code.slot"))
        };
        let number = |column: &'static str| {
            row.get::<i64>(column)
                .and_then(|n| u32::try_from(n).map_err(|_| Error::inconsistent("code.cost")))
        };
        let replaces: Option<i64> = row.get("replaces")?;
        Ok(Self {
            slot: slot(row.get("slot")?)?,
            salt: Salt::from_bytes(row.get("salt")?),
            digest: CodeDigest::from_bytes(row.get("digest")?),
            cost: Cost::new(number("m_kib")?, number("t")?, number("p")?)
                .map_err(|_| Error::inconsistent("code.cost"))?,
            pepper: row.get("pepper")?,
            tag_key: row.get("tag_key")?,
            drill_word: row.get("drill_word")?,
            drawn_at: row.get("drawn_at")?,
            counts_at: row.get("counts_at")?,
            replaces: replaces.map(slot).transpose()?,
            spent_at: row.get("spent_at")?,
            spent_from: row.get("spent_from")?,
            replacement_owed: row.get::<i64>("replacement_owed")? == 1,
        })
    }

    /// Whether it opens the door now, its set being in force.
    #[must_use]
    pub fn usable(&self, now: Timestamp) -> bool {
        self.spent_at.is_none() && self.counts_at.is_some_and(|at| at <= now)
    }
}

const LOAD: Statement = Statement::new(
    "code_load",
    "SELECT slot, salt, digest, m_kib, t, p, pepper, tag_key, drill_word, drawn_at, counts_at, replaces, spent_at, spent_from, replacement_owed \
     FROM code WHERE account_id = $1 AND set_id = $2 AND slot = $3",
);
const LIST: Statement = Statement::new(
    "code_list",
    "SELECT slot, salt, digest, m_kib, t, p, pepper, tag_key, drill_word, drawn_at, counts_at, replaces, spent_at, spent_from, replacement_owed \
     FROM code WHERE account_id = $1 AND set_id = $2 ORDER BY slot",
);
const KEEP: Statement = Statement::new(
    "code_keep",
    "INSERT INTO code (account_id, set_id, slot, salt, digest, m_kib, t, p, pepper, drill_word, drawn_at, counts_at, replaces, replacement_owed, \
     tag_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, $12, 0, $13)",
);
const FORGET_UNPROVED: Statement = Statement::new(
    "code_forget_unproved",
    "DELETE FROM code WHERE account_id = $1 AND set_id = $2 AND counts_at IS NULL AND replaces IS NOT NULL AND spent_at IS NULL",
);
const COUNT_ALL: Statement = Statement::new(
    "code_count_all",
    "UPDATE code SET counts_at = $1 WHERE account_id = $2 AND set_id = $3 AND counts_at IS NULL AND spent_at IS NULL",
);
const COUNT_ONE: Statement = Statement::new(
    "code_count_one",
    "UPDATE code SET counts_at = $1 WHERE account_id = $2 AND set_id = $3 AND slot = $4 AND counts_at IS NULL AND spent_at IS NULL \
     AND digest = $5 RETURNING replaces",
);
const NO_LONGER_OWED: Statement = Statement::new(
    "code_no_longer_owed",
    "UPDATE code SET replacement_owed = 0 WHERE account_id = $1 AND set_id = $2 AND slot = $3",
);
const OWED_AGAIN: Statement = Statement::new(
    "code_owed_again",
    "UPDATE code SET replacement_owed = 1 WHERE account_id = $1 AND set_id = $2 AND slot = $3",
);
const STOP: Statement = Statement::new(
    "code_stop",
    "DELETE FROM code WHERE account_id = $1 AND set_id = $2 AND slot = $3 AND counts_at > $4 AND spent_at IS NULL RETURNING replaces",
);
const BRING_FORWARD: Statement = Statement::new(
    "code_bring_forward",
    "UPDATE code SET counts_at = $1 WHERE account_id = $2 AND set_id = $3 AND slot = $4 AND counts_at > $1 AND spent_at IS NULL",
);
const BRING_ALL_FORWARD: Statement = Statement::new(
    "code_bring_all_forward",
    "UPDATE code SET counts_at = $1 WHERE account_id = $2 AND set_id = $3 AND counts_at > $1 AND spent_at IS NULL",
);
const SPEND: Statement = Statement::new(
    "code_spend",
    "UPDATE code SET spent_at = $1, spent_from = $2, replacement_owed = 1 \
     WHERE account_id = $3 AND set_id = $4 AND slot = $5 AND digest = $6 AND spent_at IS NULL AND counts_at <= $1 \
     AND EXISTS (SELECT 1 FROM code_set WHERE account_id = $3 AND set_id = $4 AND state = 'active' AND effective_at <= $1 \
     AND (ended_at IS NULL OR ended_at > $1)) \
     AND EXISTS (SELECT 1 FROM account WHERE account_id = $3 AND state = 'active' AND (held_until IS NULL OR held_until <= $1) AND frozen_at IS NULL) \
     RETURNING slot",
);
const SPEND_TO_THAW: Statement = Statement::new(
    "code_spend_to_thaw",
    "UPDATE code SET spent_at = $1, spent_from = $2, replacement_owed = 1 \
     WHERE account_id = $3 AND set_id = $4 AND slot = $5 AND digest = $6 AND spent_at IS NULL AND counts_at <= $1 \
     AND EXISTS (SELECT 1 FROM code_set WHERE account_id = $3 AND set_id = $4 AND state = 'active' AND effective_at <= $1 \
     AND (ended_at IS NULL OR ended_at > $1)) \
     AND EXISTS (SELECT 1 FROM account WHERE account_id = $3 AND state = 'active' AND (held_until IS NULL OR held_until <= $1) AND frozen_at IS NOT NULL) \
     RETURNING slot",
);

pub(crate) const ALL: &[&Statement] = &[
    &LOAD,
    &LIST,
    &KEEP,
    &FORGET_UNPROVED,
    &COUNT_ALL,
    &COUNT_ONE,
    &NO_LONGER_OWED,
    &OWED_AGAIN,
    &STOP,
    &BRING_FORWARD,
    &BRING_ALL_FORWARD,
    &SPEND,
    &SPEND_TO_THAW,
];

/// The one row that a typed code's slot selects.
///
/// # Errors
/// Whatever the database says.
pub async fn load(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    slot: Slot,
) -> Result<Option<Counterfoil>, Error> {
    let args = [account.into(), set.into(), i64::from(slot.get()).into()];
    tx.one(&LOAD, &args)
        .await?
        .as_ref()
        .map(Counterfoil::from_row)
        .transpose()
}

/// All codes of a set by slot.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId, set: SetId) -> Result<Vec<Counterfoil>, Error> {
    tx.query(&LIST, &[account.into(), set.into()])
        .await?
        .iter()
        .map(Counterfoil::from_row)
        .collect()
}

/// What is kept of a code that was just drawn.
#[derive(Debug)]
pub struct Drawn {
    /// The code's number on the sheet.
    pub slot: Slot,
    /// The salt of the digest.
    pub salt: Salt,
    /// Argon2id of the keyed secret.
    pub digest: CodeDigest,
    /// What the digest cost.
    pub cost: Cost,
    /// Id of the pepper.
    pub pepper: String,
    /// Id of the key that made the tag.
    pub tag_key: String,
    /// The drill word, sealed.
    pub drill_word: Vec<u8>,
    /// The spent slot it stands in for.
    pub replaces: Option<Slot>,
}

/// Keeps a counterfoil. It opens nothing before it is proved.
///
/// # Errors
/// [`Error::Constraint`] when the slot is taken.
pub async fn keep(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    drawn: &Drawn,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [
        account.into(),
        set.into(),
        i64::from(drawn.slot.get()).into(),
        drawn.salt.as_bytes().into(),
        drawn.digest.as_bytes().into(),
        i64::from(drawn.cost.m_kib).into(),
        i64::from(drawn.cost.t).into(),
        i64::from(drawn.cost.p).into(),
        drawn.pepper.as_str().into(),
        drawn.drill_word.as_slice().into(),
        now.into(),
        drawn.replaces.map(|slot| i64::from(slot.get())).into(),
        drawn.tag_key.as_str().into(),
    ];
    tx.execute(&KEEP, &args).await?;
    Ok(())
}

/// Forgets a replacement that was shown and not typed back: it is drawn again.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_unproved(tx: &Tx, account: AccountId, set: SetId) -> Result<(), Error> {
    tx.execute(&FORGET_UNPROVED, &[account.into(), set.into()])
        .await?;
    Ok(())
}

/// Lets all codes of a set count from `counts_at` on.
///
/// # Errors
/// Whatever the database says.
pub async fn count_all(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    counts_at: Timestamp,
) -> Result<(), Error> {
    tx.execute(&COUNT_ALL, &[counts_at.into(), account.into(), set.into()])
        .await?;
    Ok(())
}

/// Lets a replacement that was typed back count from `counts_at` on; the slot it replaces is owed nothing more. False if it
/// was drawn again in between, or counts already.
///
/// # Errors
/// Whatever the database says.
pub async fn count_one(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    typed_back: &Counterfoil,
    counts_at: Timestamp,
) -> Result<bool, Error> {
    let slot = i64::from(typed_back.slot.get());
    let args = [
        counts_at.into(),
        account.into(),
        set.into(),
        slot.into(),
        typed_back.digest.as_bytes().into(),
    ];
    let Some(row) = tx.one(&COUNT_ONE, &args).await? else {
        return Ok(false);
    };
    if let Some(replaced) = row.get::<Option<i64>>("replaces")? {
        tx.execute(
            &NO_LONGER_OWED,
            &[account.into(), set.into(), replaced.into()],
        )
        .await?;
    }
    Ok(true)
}

/// Stops a replacement that waits to count; it is owed again. False if it counts already.
///
/// # Errors
/// Whatever the database says.
pub async fn stop(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    slot: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let Some(row) = tx
        .one(
            &STOP,
            &[account.into(), set.into(), slot.into(), now.into()],
        )
        .await?
    else {
        return Ok(false);
    };
    if let Some(replaced) = row.get::<Option<i64>>("replaces")? {
        tx.execute(&OWED_AGAIN, &[account.into(), set.into(), replaced.into()])
            .await?;
    }
    Ok(true)
}

/// Lets a replacement that waits count now.
///
/// # Errors
/// Whatever the database says.
pub async fn bring_forward(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    slot: i64,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        &BRING_FORWARD,
        &[now.into(), account.into(), set.into(), slot.into()],
    )
    .await?;
    Ok(())
}

/// Lets all codes of a set that wait count now.
///
/// # Errors
/// Whatever the database says.
pub async fn bring_all_forward(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(
        &BRING_ALL_FORWARD,
        &[now.into(), account.into(), set.into()],
    )
    .await?;
    Ok(())
}

/// Spends a code: the one conditional statement that opens the door (N4, A1). True for exactly one caller; everything it
/// depends on stands in its `WHERE`, so no earlier reading is trusted.
///
/// # Errors
/// Whatever the database says.
pub async fn spend(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    code: &Counterfoil,
    from: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    spend_by(&SPEND, tx, account, set, code, from, now).await
}

/// The same for the code that ends a freeze: it is spent only while the account is frozen.
///
/// # Errors
/// Whatever the database says.
pub async fn spend_to_thaw(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    code: &Counterfoil,
    from: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    spend_by(&SPEND_TO_THAW, tx, account, set, code, from, now).await
}

async fn spend_by(
    statement: &'static Statement,
    tx: &Tx,
    account: AccountId,
    set: SetId,
    code: &Counterfoil,
    from: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let slot = i64::from(code.slot.get());
    let args = [
        now.into(),
        from.into(),
        account.into(),
        set.into(),
        slot.into(),
        code.digest.as_bytes().into(),
    ];
    Ok(tx.one(statement, &args).await?.is_some())
}
