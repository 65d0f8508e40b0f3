//! Sets of backup codes: what one sheet carries.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, SetId, Span, Timestamp};

/// A set as it is kept.
#[derive(Clone, Debug)]
pub struct CodeSet {
    /// Its id.
    pub id: SetId,
    /// The number printed on the sheet.
    pub sheet: i64,
    /// `shown`, `active`, `suspended`, `stopped`, `disabled`, `lost` or `discarded`.
    pub state: String,
    /// The owner's own name for the mailbox, as printed.
    pub label: String,
    /// The two page words, sealed.
    pub page_words: Vec<u8>,
    /// Wrong codes in a row.
    pub failures: i64,
    /// When it was drawn.
    pub shown_at: Timestamp,
    /// When a code of it was typed back.
    pub proved_at: Option<Timestamp>,
    /// From when on its codes open the door.
    pub effective_at: Option<Timestamp>,
    /// From when on they don't.
    pub ended_at: Option<Timestamp>,
    /// When the owner last passed a drill with it.
    pub drilled_at: Option<Timestamp>,
    /// How many of its codes aren't on paper yet, where it is written by hand.
    pub to_write: i64,
}

/// A set that was drawn, to be kept.
#[derive(Clone, Debug)]
pub struct NewSet {
    /// Its id.
    pub id: SetId,
    /// The owner's own name for the mailbox.
    pub label: String,
    /// The two page words, sealed.
    pub page_words: Vec<u8>,
    /// How many codes are still to be written by hand; 0 for a set that is printed.
    pub to_write: i64,
}

/// A set that was shown and not proved is gone after this (rules.md, Codes).
pub const UNPROVED_LASTS: Span = Span::hours(1);

impl CodeSet {
    pub(super) fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("set_id")?,
            sheet: row.get("sheet")?,
            state: row.get("state")?,
            label: row.get("label")?,
            page_words: row.get("page_words")?,
            failures: row.get("failures")?,
            shown_at: row.get("shown_at")?,
            proved_at: row.get("proved_at")?,
            effective_at: row.get("effective_at")?,
            ended_at: row.get("ended_at")?,
            drilled_at: row.get("drilled_at")?,
            to_write: row.get("to_write")?,
        })
    }

    /// Whether a freeze shut it, and no other sheet has taken its place.
    #[must_use]
    pub fn is_suspended(&self, now: Timestamp) -> bool {
        self.state == "suspended" && self.ended_at.is_none_or(|at| now < at)
    }

    /// Whether its codes open the door now.
    #[must_use]
    pub fn in_force(&self, now: Timestamp) -> bool {
        self.state == "active"
            && self.effective_at.is_some_and(|at| at <= now)
            && self.ended_at.is_none_or(|at| now < at)
    }

    /// Whether it was proved and its codes open the door now or after a wait.
    #[must_use]
    pub fn goes_on(&self, now: Timestamp) -> bool {
        self.state == "active" && self.ended_at.is_none_or(|at| now < at)
    }

    /// Whether it waits to be proved and still can be.
    #[must_use]
    pub fn waits_for_proof(&self, now: Timestamp) -> bool {
        self.to_write == 0 && self.is_shown(now)
    }

    /// Whether it is being written by hand.
    #[must_use]
    pub fn is_being_written(&self, now: Timestamp) -> bool {
        self.to_write > 0 && self.is_shown(now)
    }

    fn is_shown(&self, now: Timestamp) -> bool {
        self.state == "shown" && now < self.shown_at + UNPROVED_LASTS
    }

    /// Whether it was in force once and has ended.
    #[must_use]
    pub fn retired(&self, now: Timestamp) -> bool {
        self.proved_at.is_some()
            && self.state != "stopped"
            && self.ended_at.is_some_and(|at| at <= now)
    }
}

const LIST: Statement = Statement::new(
    "code_set_list",
    "SELECT set_id, sheet, state, label, page_words, failures, shown_at, proved_at, effective_at, ended_at, drilled_at, to_write \
     FROM code_set WHERE account_id = $1 ORDER BY sheet DESC",
);
const NEXT_SHEET: Statement = Statement::new(
    "code_set_next_sheet",
    "SELECT COALESCE(MAX(sheet), 0) + 1 AS sheet FROM code_set WHERE account_id = $1",
);
const DISCARD_SHOWN: Statement = Statement::new(
    "code_set_discard_shown",
    "UPDATE code_set SET state = 'discarded', ended_at = $1 WHERE account_id = $2 AND state = 'shown'",
);
const SHOW: Statement = Statement::new(
    "code_set_show",
    "INSERT INTO code_set (account_id, set_id, sheet, state, label, page_words, failures, shown_at, to_write) \
     VALUES ($1, $2, $3, 'shown', $4, $5, 0, $6, $7)",
);
const ACTIVATE: Statement = Statement::new(
    "code_set_activate",
    "UPDATE code_set SET state = 'active', proved_at = $1, effective_at = $2 WHERE account_id = $3 AND set_id = $4 AND state = 'shown' \
     AND shown_at > $5 AND to_write = 0 RETURNING sheet",
);
const WRITE: Statement = Statement::new(
    "code_set_write",
    "UPDATE code_set SET to_write = to_write - 1, shown_at = $1 WHERE account_id = $2 AND set_id = $3 AND state = 'shown' \
     AND shown_at > $4 AND to_write = $5 AND to_write > 0 RETURNING to_write",
);
const END_OTHERS: Statement = Statement::new(
    "code_set_end_others",
    "UPDATE code_set SET ended_at = $1 WHERE account_id = $2 AND set_id <> $3 AND state IN ('active', 'suspended') AND (ended_at IS NULL OR ended_at > $1)",
);
const SUPERSEDE: Statement = Statement::new(
    "code_set_supersede",
    "UPDATE code_set SET state = 'stopped', ended_at = $1 WHERE account_id = $2 AND set_id <> $3 AND state = 'active' AND effective_at > $1",
);
const STOP: Statement = Statement::new(
    "code_set_stop",
    "UPDATE code_set SET state = 'stopped', ended_at = $1 WHERE account_id = $2 AND set_id = $3 AND state = 'active' AND effective_at > $1 RETURNING sheet",
);
const KEEP_OTHERS: Statement = Statement::new(
    "code_set_keep_others",
    "UPDATE code_set SET ended_at = NULL WHERE account_id = $1 AND state IN ('active', 'suspended') AND ended_at > $2",
);
const BRING_FORWARD: Statement = Statement::new(
    "code_set_bring_forward",
    "UPDATE code_set SET effective_at = $1 WHERE account_id = $2 AND set_id = $3 AND state = 'active' AND effective_at > $1 \
     AND (ended_at IS NULL OR ended_at > $1) RETURNING sheet",
);
const LOSE: Statement = Statement::new(
    "code_set_lose",
    "UPDATE code_set SET state = 'lost', ended_at = $1 WHERE account_id = $2 AND state IN ('active', 'suspended', 'disabled') AND (ended_at IS NULL OR ended_at > $1) RETURNING sheet",
);
const RETIRE: Statement = Statement::new(
    "code_set_retire",
    "UPDATE code_set SET ended_at = $1 WHERE account_id = $2 AND state IN ('active', 'suspended', 'disabled') AND (ended_at IS NULL OR ended_at > $1) RETURNING sheet",
);
const SUSPEND: Statement = Statement::new(
    "code_set_suspend",
    "UPDATE code_set SET state = 'suspended' WHERE account_id = $1 AND state = 'active' AND (ended_at IS NULL OR ended_at > $2)",
);
const LIFT: Statement = Statement::new(
    "code_set_lift",
    "UPDATE code_set SET state = 'active', effective_at = $1, failures = 0 WHERE account_id = $2 AND set_id = $3 \
     AND state = 'suspended' AND (ended_at IS NULL OR ended_at > $4) \
     AND NOT EXISTS (SELECT 1 FROM code_set AS other WHERE other.account_id = $2 AND other.state = 'active' \
     AND (other.ended_at IS NULL OR other.ended_at > $4)) RETURNING sheet",
);
const FAIL: Statement = Statement::new(
    "code_set_fail",
    "UPDATE code_set SET failures = failures + 1 WHERE account_id = $1 AND set_id = $2 RETURNING failures",
);
const CLEAR_FAILURES: Statement = Statement::new(
    "code_set_clear_failures",
    "UPDATE code_set SET failures = 0 WHERE account_id = $1 AND set_id = $2 AND failures > 0",
);
const DISABLE: Statement = Statement::new(
    "code_set_disable",
    "UPDATE code_set SET state = 'disabled', ended_at = $1 WHERE account_id = $2 AND set_id = $3 AND state = 'active' RETURNING sheet",
);
const DRILLED: Statement = Statement::new(
    "code_set_drilled",
    "UPDATE code_set SET drilled_at = $1 WHERE account_id = $2 AND set_id = $3",
);

pub(crate) const ALL: &[&Statement] = &[
    &LIST,
    &NEXT_SHEET,
    &DISCARD_SHOWN,
    &SHOW,
    &ACTIVATE,
    &WRITE,
    &END_OTHERS,
    &SUPERSEDE,
    &STOP,
    &KEEP_OTHERS,
    &BRING_FORWARD,
    &LOSE,
    &RETIRE,
    &SUSPEND,
    &LIFT,
    &FAIL,
    &CLEAR_FAILURES,
    &DISABLE,
    &DRILLED,
];

/// All sets of an account, newest sheet first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<CodeSet>, Error> {
    tx.query(&LIST, &[account.into()])
        .await?
        .iter()
        .map(CodeSet::from_row)
        .collect()
}

/// The number the next sheet carries.
///
/// # Errors
/// Whatever the database says.
pub async fn next_sheet(tx: &Tx, account: AccountId) -> Result<i64, Error> {
    tx.one(&NEXT_SHEET, &[account.into()])
        .await?
        .map_or(Ok(1), |row| row.get("sheet"))
}

/// Keeps a set that was drawn; an earlier unproved one dies.
///
/// # Errors
/// [`Error::Constraint`] when another draw took the sheet's number.
pub async fn show(
    tx: &Tx,
    account: AccountId,
    sheet: i64,
    new: &NewSet,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&DISCARD_SHOWN, &[now.into(), account.into()])
        .await?;
    tx.execute(
        &SHOW,
        &[
            account.into(),
            new.id.into(),
            sheet.into(),
            new.label.as_str().into(),
            new.page_words.as_slice().into(),
            now.into(),
            new.to_write.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that a code of a set that is written by hand is on paper, when `to_write` of them were not; the set then has
/// another hour. False, and nothing happens, if the set has died or another window wrote that code.
///
/// # Errors
/// Whatever the database says.
pub async fn write(
    tx: &Tx,
    account: AccountId,
    id: SetId,
    to_write: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let oldest = now - UNPROVED_LASTS;
    let args = [
        now.into(),
        account.into(),
        id.into(),
        oldest.into(),
        to_write.into(),
    ];
    Ok(tx.one(&WRITE, &args).await?.is_some())
}

/// Proves a shown set: its codes open the door from `effective_at` on, and every other set ends there. One that waited to
/// take effect never will: two that wait would meet. Returns the sheet's number, or `None` if it wasn't waiting for its
/// proof any more.
///
/// # Errors
/// Whatever the database says.
pub async fn activate(
    tx: &Tx,
    account: AccountId,
    id: SetId,
    effective_at: Timestamp,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let oldest = now - UNPROVED_LASTS;
    let args = [
        now.into(),
        effective_at.into(),
        account.into(),
        id.into(),
        oldest.into(),
    ];
    let Some(row) = tx.one(&ACTIVATE, &args).await? else {
        return Ok(None);
    };
    tx.execute(&SUPERSEDE, &[now.into(), account.into(), id.into()])
        .await?;
    tx.execute(&KEEP_OTHERS, &[account.into(), now.into()])
        .await?;
    tx.execute(
        &END_OTHERS,
        &[effective_at.into(), account.into(), id.into()],
    )
    .await?;
    row.get("sheet").map(Some)
}

/// Stops a set that waits to take effect; the one it would have replaced goes on. False if it is in force already.
///
/// # Errors
/// Whatever the database says.
pub async fn stop(tx: &Tx, account: AccountId, id: SetId, now: Timestamp) -> Result<bool, Error> {
    let stopped = tx
        .one(&STOP, &[now.into(), account.into(), id.into()])
        .await?
        .is_some();
    if stopped {
        tx.execute(&KEEP_OTHERS, &[account.into(), now.into()])
            .await?;
    }
    Ok(stopped)
}

/// Lets a set that waits take effect now, when every other set ends. False, and nothing ends, if it doesn't wait any more.
///
/// # Errors
/// Whatever the database says.
pub async fn bring_forward(
    tx: &Tx,
    account: AccountId,
    id: SetId,
    now: Timestamp,
) -> Result<bool, Error> {
    let waited = tx
        .one(&BRING_FORWARD, &[now.into(), account.into(), id.into()])
        .await?
        .is_some();
    if waited {
        tx.execute(&END_OTHERS, &[now.into(), account.into(), id.into()])
            .await?;
    }
    Ok(waited)
}

/// Kills every set that opens the door or could again; returns their sheets' numbers.
///
/// # Errors
/// Whatever the database says.
pub async fn lose(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<i64>, Error> {
    tx.query(&LOSE, &[now.into(), account.into()])
        .await?
        .iter()
        .map(|row| row.get("sheet"))
        .collect()
}

/// Ends every set that opens the door or could later, because the operator can't vouch for it any more; returns their sheets'
/// numbers. To its owner it is a sheet that was replaced.
///
/// # Errors
/// Whatever the database says.
pub async fn retire(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<i64>, Error> {
    tx.query(&RETIRE, &[now.into(), account.into()])
        .await?
        .iter()
        .map(|row| row.get("sheet"))
        .collect()
}

/// Shuts the sheet in force, because it was taken. It stays as it is until another takes its place.
///
/// # Errors
/// Whatever the database says.
pub async fn suspend(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&SUSPEND, &[account.into(), now.into()]).await?;
    Ok(())
}

/// Lets the sheet that was shut open the door again from `effective_at` on. False if it isn't shut any more, or if another
/// does or will.
///
/// # Errors
/// Whatever the database says.
pub async fn lift(
    tx: &Tx,
    account: AccountId,
    id: SetId,
    effective_at: Timestamp,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [effective_at.into(), account.into(), id.into(), now.into()];
    Ok(tx.one(&LIFT, &args).await?.is_some())
}

/// Lets a set that was shown and not proved die; true if there was one.
///
/// # Errors
/// Whatever the database says.
pub async fn discard_shown(tx: &Tx, account: AccountId, now: Timestamp) -> Result<bool, Error> {
    Ok(tx
        .execute(&DISCARD_SHOWN, &[now.into(), account.into()])
        .await?
        > 0)
}

/// Counts a wrong code; returns how many there were in a row.
///
/// # Errors
/// Whatever the database says.
pub async fn fail(tx: &Tx, account: AccountId, id: SetId) -> Result<i64, Error> {
    tx.one(&FAIL, &[account.into(), id.into()])
        .await?
        .map_or(Ok(0), |row| row.get("failures"))
}

/// Forgets the wrong codes after a right one; writes nothing when there were none, so that honest people don't collide.
///
/// # Errors
/// Whatever the database says.
pub async fn clear_failures(tx: &Tx, account: AccountId, id: SetId) -> Result<(), Error> {
    tx.execute(&CLEAR_FAILURES, &[account.into(), id.into()])
        .await?;
    Ok(())
}

/// Disables a set after too many wrong codes (N11); returns the sheet's number.
///
/// # Errors
/// Whatever the database says.
pub async fn disable(
    tx: &Tx,
    account: AccountId,
    id: SetId,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    tx.one(&DISABLE, &[now.into(), account.into(), id.into()])
        .await?
        .map(|row| row.get("sheet"))
        .transpose()
}

/// Notes a drill that was passed.
///
/// # Errors
/// Whatever the database says.
pub async fn drilled(tx: &Tx, account: AccountId, id: SetId, now: Timestamp) -> Result<(), Error> {
    tx.execute(&DRILLED, &[now.into(), account.into(), id.into()])
        .await?;
    Ok(())
}
