//! The freeze of an account: begun once, ended once.

use crate::{Error, Statement, Tx};
use counterfoil_model::{AccountId, Timestamp};

const FREEZE: Statement = Statement::new(
    "account_freeze",
    "UPDATE account SET frozen_at = $1, taken = $2 WHERE account_id = $3 AND state <> 'invited' AND frozen_at IS NULL RETURNING account_id",
);
const SAY_TAKEN: Statement = Statement::new(
    "account_say_taken",
    "UPDATE account SET taken = $1 WHERE account_id = $2 AND frozen_at IS NOT NULL AND taken IS NULL RETURNING account_id",
);
const THAW: Statement = Statement::new(
    "account_thaw",
    "UPDATE account SET frozen_at = NULL, taken = NULL WHERE account_id = $1 AND frozen_at IS NOT NULL AND (taken IS NULL OR taken = $2) \
     AND state = 'active' AND (held_until IS NULL OR held_until <= $3) RETURNING account_id",
);
const FORGET_FREEZE: Statement = Statement::new(
    "account_forget_freeze",
    "UPDATE account SET frozen_at = NULL, taken = NULL WHERE account_id = $1 AND frozen_at IS NOT NULL",
);

pub(crate) const ALL: &[&Statement] = &[&FREEZE, &SAY_TAKEN, &THAW, &FORGET_FREEZE];

/// Freezes an account: true for exactly one caller, false while it is frozen. `taken` is what binds whoever thaws it.
///
/// # Errors
/// Whatever the database says.
pub async fn freeze(
    tx: &Tx,
    id: AccountId,
    taken: Option<&str>,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx
        .one(&FREEZE, &[now.into(), taken.into(), id.into()])
        .await?
        .is_some())
}

/// Adds what was taken to a freeze that began without it; false if something was said already, or nothing is frozen.
///
/// # Errors
/// Whatever the database says.
pub async fn say_taken(tx: &Tx, id: AccountId, taken: &str) -> Result<bool, Error> {
    Ok(tx
        .one(&SAY_TAKEN, &[taken.into(), id.into()])
        .await?
        .is_some())
}

/// Ends a freeze by this answer: true for exactly one caller, and never against what was said when it began.
///
/// # Errors
/// Whatever the database says.
pub async fn thaw(tx: &Tx, id: AccountId, taken: &str, now: Timestamp) -> Result<bool, Error> {
    Ok(tx
        .one(&THAW, &[id.into(), taken.into(), now.into()])
        .await?
        .is_some())
}

/// Ends a freeze because everything was bound anew.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_freeze(tx: &Tx, id: AccountId) -> Result<(), Error> {
    tx.execute(&FORGET_FREEZE, &[id.into()]).await?;
    Ok(())
}
