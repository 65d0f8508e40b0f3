//! Lists of people to invite, line by line: a list spans accounts that may not be there yet.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, GuestListId, Timestamp};

/// A list.
#[derive(Clone, Debug)]
pub struct GuestList {
    /// Its id.
    pub id: GuestListId,
    /// The operator who gave it.
    pub asked_by: AccountId,
    /// The language of lines that name none.
    pub language: String,
    /// When it was given.
    pub made_at: Timestamp,
    /// When the operator said go.
    pub begun_at: Option<Timestamp>,
    /// When its last line was done.
    pub ended_at: Option<Timestamp>,
}

/// A line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number.
    pub line: i64,
    /// The mailbox's address, as it was written.
    pub address: String,
    /// What to call its owner.
    pub name: String,
    /// Where the invitation is mailed.
    pub recipient: String,
    /// BCP 47 tag, where the line names one.
    pub language: Option<String>,
    /// `invited`, `there` or `refused`, once it was done.
    pub outcome: Option<String>,
    /// Of a refused line: which field.
    pub field: Option<String>,
    /// Of a refused line: the id of the sentence that says why.
    pub problem: Option<String>,
    /// Of a refused line: that sentence's argument.
    pub detail: Option<String>,
}

/// How far a list is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines.
    pub all: i64,
    /// Not done yet.
    pub open: i64,
    /// Invited.
    pub invited: i64,
    /// There already.
    pub there: i64,
    /// Refused.
    pub refused: i64,
}

const ENTER: Statement = Statement::new(
    "guest_list_enter",
    "INSERT INTO guest_list (list_id, asked_by, language, made_at) VALUES ($1, $2, $3, $4)",
);
const ENTER_LINE: Statement = Statement::new(
    "guest_line_enter",
    "INSERT INTO guest_line (list_id, line, address, name, recipient, language, outcome, field, problem, detail) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const LOAD: Statement = Statement::new(
    "guest_list_load",
    "SELECT list_id, asked_by, language, made_at, begun_at, ended_at FROM guest_list WHERE list_id = $1",
);
const BEGIN: Statement = Statement::new(
    "guest_list_begin",
    "UPDATE guest_list SET begun_at = $1 WHERE list_id = $2 AND begun_at IS NULL RETURNING list_id",
);
const END: Statement = Statement::new(
    "guest_list_end",
    "UPDATE guest_list SET ended_at = $1 WHERE list_id = $2 AND begun_at IS NOT NULL AND ended_at IS NULL \
     AND NOT EXISTS (SELECT 1 FROM guest_line WHERE guest_line.list_id = guest_list.list_id AND outcome IS NULL) RETURNING list_id",
);
const UNDER_WAY: Statement = Statement::new(
    "guest_list_under_way",
    "SELECT list_id, asked_by, language, made_at, begun_at, ended_at FROM guest_list \
     WHERE begun_at IS NOT NULL AND ended_at IS NULL ORDER BY begun_at, list_id",
);
const NEWEST: Statement = Statement::new(
    "guest_list_newest",
    "SELECT list_id, asked_by, language, made_at, begun_at, ended_at FROM guest_list WHERE begun_at IS NOT NULL \
     ORDER BY made_at DESC LIMIT 5",
);
const OPEN: Statement = Statement::new(
    "guest_line_open",
    "SELECT line, address, name, recipient, language, outcome, field, problem, detail FROM guest_line \
     WHERE list_id = $1 AND outcome IS NULL ORDER BY line LIMIT $2",
);
const LINES: Statement = Statement::new(
    "guest_line_list",
    "SELECT line, address, name, recipient, language, outcome, field, problem, detail FROM guest_line \
     WHERE list_id = $1 ORDER BY line",
);
const DONE: Statement = Statement::new(
    "guest_line_done",
    "UPDATE guest_line SET outcome = $1 WHERE list_id = $2 AND line = $3 AND outcome IS NULL RETURNING line",
);
const PROGRESS: Statement = Statement::new(
    "guest_list_progress",
    "SELECT COUNT(*) AS everything, COUNT(CASE WHEN outcome IS NULL THEN 1 END) AS open, \
     COUNT(CASE WHEN outcome = 'invited' THEN 1 END) AS invited, COUNT(CASE WHEN outcome = 'there' THEN 1 END) AS there, \
     COUNT(CASE WHEN outcome = 'refused' THEN 1 END) AS refused FROM guest_line WHERE list_id = $1",
);
const SWEEP_LINES: Statement = Statement::new(
    "guest_line_sweep",
    "DELETE FROM guest_line WHERE list_id IN (SELECT list_id FROM guest_list WHERE made_at < $1)",
);
const SWEEP: Statement = Statement::new(
    "guest_list_sweep",
    "DELETE FROM guest_list WHERE made_at < $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &ENTER,
    &ENTER_LINE,
    &LOAD,
    &BEGIN,
    &END,
    &UNDER_WAY,
    &NEWEST,
    &OPEN,
    &LINES,
    &DONE,
    &PROGRESS,
    &SWEEP_LINES,
    &SWEEP,
];

impl GuestList {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("list_id")?,
            asked_by: row.get("asked_by")?,
            language: row.get("language")?,
            made_at: row.get("made_at")?,
            begun_at: row.get("begun_at")?,
            ended_at: row.get("ended_at")?,
        })
    }
}

impl Line {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            line: row.get("line")?,
            address: row.get("address")?,
            name: row.get("name")?,
            recipient: row.get("recipient")?,
            language: row.get("language")?,
            outcome: row.get("outcome")?,
            field: row.get("field")?,
            problem: row.get("problem")?,
            detail: row.get("detail")?,
        })
    }
}

/// Enters a list without its lines.
///
/// # Errors
/// Whatever the database says.
pub async fn enter(
    tx: &Tx,
    id: GuestListId,
    asked_by: AccountId,
    language: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [id.into(), asked_by.into(), language.into(), now.into()];
    tx.execute(&ENTER, &args).await?;
    Ok(())
}

/// Enters a line of a list.
///
/// # Errors
/// Whatever the database says.
pub async fn enter_line(tx: &Tx, list: GuestListId, line: &Line) -> Result<(), Error> {
    let args = [
        list.into(),
        line.line.into(),
        line.address.as_str().into(),
        line.name.as_str().into(),
        line.recipient.as_str().into(),
        line.language.as_deref().into(),
        line.outcome.as_deref().into(),
        line.field.as_deref().into(),
        line.problem.as_deref().into(),
        line.detail.as_deref().into(),
    ];
    tx.execute(&ENTER_LINE, &args).await?;
    Ok(())
}

/// One list.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, id: GuestListId) -> Result<Option<GuestList>, Error> {
    tx.one(&LOAD, &[id.into()])
        .await?
        .as_ref()
        .map(GuestList::from_row)
        .transpose()
}

/// The operator says go: true for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn begin(tx: &Tx, id: GuestListId, now: Timestamp) -> Result<bool, Error> {
    Ok(tx.one(&BEGIN, &[now.into(), id.into()]).await?.is_some())
}

/// Notes that the last line was done; false while one is open, and for all but one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn end(tx: &Tx, id: GuestListId, now: Timestamp) -> Result<bool, Error> {
    Ok(tx.one(&END, &[now.into(), id.into()]).await?.is_some())
}

/// Lists with lines to do, oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn under_way(tx: &Tx) -> Result<Vec<GuestList>, Error> {
    tx.query(&UNDER_WAY, &[])
        .await?
        .iter()
        .map(GuestList::from_row)
        .collect()
}

/// The last five lists that were begun, newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn newest(tx: &Tx) -> Result<Vec<GuestList>, Error> {
    tx.query(&NEWEST, &[])
        .await?
        .iter()
        .map(GuestList::from_row)
        .collect()
}

/// The next lines that are not done.
///
/// # Errors
/// Whatever the database says.
pub async fn open_lines(tx: &Tx, list: GuestListId, limit: i64) -> Result<Vec<Line>, Error> {
    tx.query(&OPEN, &[list.into(), limit.into()])
        .await?
        .iter()
        .map(Line::from_row)
        .collect()
}

/// All lines, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn lines(tx: &Tx, list: GuestListId) -> Result<Vec<Line>, Error> {
    tx.query(&LINES, &[list.into()])
        .await?
        .iter()
        .map(Line::from_row)
        .collect()
}

/// Notes what became of a line; false if another node did it.
///
/// # Errors
/// Whatever the database says.
pub async fn done(tx: &Tx, list: GuestListId, line: i64, outcome: &str) -> Result<bool, Error> {
    let args = [outcome.into(), list.into(), line.into()];
    Ok(tx.one(&DONE, &args).await?.is_some())
}

/// How far a list is.
///
/// # Errors
/// Whatever the database says.
pub async fn progress(tx: &Tx, list: GuestListId) -> Result<Progress, Error> {
    let Some(row) = tx.one(&PROGRESS, &[list.into()]).await? else {
        return Ok(Progress::default());
    };
    Ok(Progress {
        all: row.get("everything")?,
        open: row.get("open")?,
        invited: row.get("invited")?,
        there: row.get("there")?,
        refused: row.get("refused")?,
    })
}

/// Forgets lists that were given before then.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, oldest: Timestamp) -> Result<(), Error> {
    tx.execute(&SWEEP_LINES, &[oldest.into()]).await?;
    tx.execute(&SWEEP, &[oldest.into()]).await?;
    Ok(())
}
