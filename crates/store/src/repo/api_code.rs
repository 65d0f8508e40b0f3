//! Sets and codes of apps' accounts: the statements that differ from those of mailboxes.

use super::clock::Failures;
use super::code::Counterfoil;
use super::code_set::CodeSet;
use crate::{Error, Statement, Tx};
use counterfoil_core::Slot;
use counterfoil_model::{AccountId, SetId, Timestamp};

const JUDGE: Statement = Statement::new(
    "api_code_judge",
    "SELECT a.state AS account_state, g.failures AS guesses, g.last_failed_at AS guessed_at, \
     s.set_id, s.sheet, s.state, s.label, s.page_words, s.failures, s.shown_at, s.proved_at, s.effective_at, s.ended_at, s.drilled_at, s.to_write, \
     c.slot, c.salt, c.digest, c.m_kib, c.t, c.p, c.pepper, c.tag_key, c.drill_word, c.drawn_at, c.counts_at, c.replaces, c.spent_at, c.spent_from, c.replacement_owed \
     FROM api_account a \
     LEFT JOIN guess_clock g ON g.account_id = a.account_id AND g.network = $4 \
     LEFT JOIN code_set s ON s.account_id = a.account_id \
     LEFT JOIN code c ON c.account_id = a.account_id AND c.set_id = s.set_id AND c.slot = $3 \
     WHERE a.account_id = $1 AND a.app_id = $2 AND a.state <> 'erased' ORDER BY s.sheet DESC",
);
const SPEND: Statement = Statement::new(
    "api_code_spend",
    "UPDATE code SET spent_at = $1, spent_from = $2 \
     WHERE account_id = $3 AND set_id = $4 AND slot = $5 AND digest = $6 AND spent_at IS NULL AND counts_at <= $1 \
     AND EXISTS (SELECT 1 FROM code_set WHERE account_id = $3 AND set_id = $4 AND state = 'active' AND effective_at <= $1 \
     AND (ended_at IS NULL OR ended_at > $1)) \
     AND EXISTS (SELECT 1 FROM api_account WHERE account_id = $3 AND app_id = $7 AND state = 'active') RETURNING slot",
);
const LEFT: Statement = Statement::new(
    "api_code_left",
    "SELECT COUNT(*) AS codes FROM code WHERE account_id = $1 AND set_id = $2 AND spent_at IS NULL AND counts_at <= $3",
);
const REDRAW: Statement = Statement::new(
    "api_set_redraw",
    "UPDATE code_set SET label = $1, page_words = $2, shown_at = $3 WHERE account_id = $4 AND set_id = $5 AND state = 'shown' \
     RETURNING sheet",
);
const FORGET_DRAW: Statement = Statement::new(
    "api_set_forget_draw",
    "DELETE FROM code WHERE account_id = $1 AND set_id = $2",
);
const RETIRE: Statement = Statement::new(
    "api_set_retire",
    "UPDATE code_set SET ended_at = $1 WHERE account_id = $2 AND set_id = $3 AND state = 'active' AND (ended_at IS NULL OR ended_at > $1) \
     RETURNING sheet",
);
const DISCARD: Statement = Statement::new(
    "api_set_discard",
    "UPDATE code_set SET state = 'discarded', ended_at = $1 WHERE account_id = $2 AND set_id = $3 AND state = 'shown' RETURNING sheet",
);

pub(crate) const ALL: &[&Statement] = &[
    &JUDGE,
    &SPEND,
    &LEFT,
    &REDRAW,
    &FORGET_DRAW,
    &RETIRE,
    &DISCARD,
];

/// Everything that judging a code needs, read by one statement.
#[derive(Debug)]
pub struct Judged {
    /// Whether the account's codes are judged at all.
    pub active: bool,
    /// Wrong guesses at the account from the network.
    pub guesses: Option<Failures>,
    /// The account's sets, newest first, each with its code of the slot.
    pub sets: Vec<(CodeSet, Option<Counterfoil>)>,
}

/// What there is to judge a code of this slot by; `None` when the app has no such account.
///
/// # Errors
/// Whatever the database says.
pub async fn judge(
    tx: &Tx,
    app: &str,
    account: AccountId,
    slot: Slot,
    network: &str,
) -> Result<Option<Judged>, Error> {
    let args = [
        account.into(),
        app.into(),
        i64::from(slot.get()).into(),
        network.into(),
    ];
    let rows = tx.query(&JUDGE, &args).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let guesses: Option<i64> = first.get("guesses")?;
    let guesses = match guesses {
        None => None,
        Some(count) => Some(Failures {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            last_at: first.get("guessed_at")?,
        }),
    };
    let mut sets = Vec::new();
    for row in &rows {
        // An account without a set has one row all the same, and so has a set without a code of the slot.
        if row.get::<Option<SetId>>("set_id")?.is_none() {
            continue;
        }
        let code = match row.get::<Option<i64>>("slot")? {
            None => None,
            Some(_) => Some(Counterfoil::from_row(row)?),
        };
        sets.push((CodeSet::from_row(row)?, code));
    }
    let state: String = first.get("account_state")?;
    Ok(Some(Judged {
        active: state == "active",
        guesses,
        sets,
    }))
}

/// Spends a code of an app's account: one conditional statement (N4, A1), true for exactly one caller. No replacement is owed.
///
/// # Errors
/// Whatever the database says.
pub async fn spend(
    tx: &Tx,
    app: &str,
    account: AccountId,
    set: SetId,
    code: &Counterfoil,
    from: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        now.into(),
        from.into(),
        account.into(),
        set.into(),
        i64::from(code.slot.get()).into(),
        code.digest.as_bytes().into(),
        app.into(),
    ];
    Ok(tx.one(&SPEND, &args).await?.is_some())
}

/// How many codes of a set can be spent.
///
/// # Errors
/// Whatever the database says.
pub async fn left(tx: &Tx, account: AccountId, set: SetId, now: Timestamp) -> Result<i64, Error> {
    tx.one(&LEFT, &[account.into(), set.into(), now.into()])
        .await?
        .map_or(Ok(0), |row| row.get("codes"))
}

/// Makes room for a fresh draw of a set that waits for its proof: the codes of the draw before are gone. The sheet's number, or
/// `None` when the set doesn't wait any more.
///
/// # Errors
/// Whatever the database says.
pub async fn redraw(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    label: &str,
    page_words: &[u8],
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let args = [
        label.into(),
        page_words.into(),
        now.into(),
        account.into(),
        set.into(),
    ];
    let Some(row) = tx.one(&REDRAW, &args).await? else {
        return Ok(None);
    };
    tx.execute(&FORGET_DRAW, &[account.into(), set.into()])
        .await?;
    row.get("sheet").map(Some)
}

/// Ends a set: in force it is retired from now on, shown it is discarded. The sheet's number, or `None` when it ended before.
///
/// # Errors
/// Whatever the database says.
pub async fn retire(
    tx: &Tx,
    account: AccountId,
    set: SetId,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    for statement in [&RETIRE, &DISCARD] {
        let args = [now.into(), account.into(), set.into()];
        if let Some(row) = tx.one(statement, &args).await? {
            return row.get("sheet").map(Some);
        }
    }
    Ok(None)
}
