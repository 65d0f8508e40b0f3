//! What the operator has to say, and how far it is mailed.

use crate::{Error, Row, Statement, Tx, Value};
use counterfoil_model::advisory::{Audience, Run, Severity};
use counterfoil_model::{AccountId, AdvisoryId, Timestamp};

/// An advisory as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advisory {
    /// Its id.
    pub id: AdvisoryId,
    /// One line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// How much it matters.
    pub severity: Severity,
    /// Whom it concerns.
    pub audience: Audience,
    /// Whether anybody may read it.
    pub public: bool,
    /// When it holds.
    pub run: Run,
    /// When it was written.
    pub written_at: Timestamp,
    /// When it was written, corrected or withdrawn last.
    pub changed_at: Timestamp,
    /// When it was corrected last.
    pub corrected_at: Option<Timestamp>,
    /// Why it was withdrawn.
    pub why: Option<String>,
}

impl Advisory {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let (severity, audience): (String, String) = (row.get("severity")?, row.get("audience")?);
        Ok(Self {
            id: row.get("advisory_id")?,
            title: row.get("title")?,
            body: row.get("body")?,
            severity: Severity::parse(&severity)
                .ok_or_else(|| Error::inconsistent("advisory: an unknown severity"))?,
            audience: Audience::parse(&audience)
                .ok_or_else(|| Error::inconsistent("advisory: an unknown audience"))?,
            public: row.get::<i64>("public")? == 1,
            run: Run {
                from: row.get("from_at")?,
                until: row.get("until_at")?,
                withdrawn_at: row.get("withdrawn_at")?,
            },
            written_at: row.get("written_at")?,
            changed_at: row.get("changed_at")?,
            corrected_at: row.get("corrected_at")?,
            why: row.get("why")?,
        })
    }
}

/// How far it is mailed and read: an operator's count, which spans accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Accounts that were mailed at once.
    pub mailed: i64,
    /// Whether there are more to be mailed at once.
    pub mailing: bool,
    /// Accounts whose monthly letter named it.
    pub with_letter: i64,
    /// Owners who have read it as it is now.
    pub read: i64,
}

macro_rules! columns {
    () => {
        "advisory.advisory_id, title, body, severity, audience, public, from_at, until_at, written_at, changed_at, corrected_at, \
         withdrawn_at, why"
    };
}

const ENTER: Statement = Statement::new(
    "advisory_enter",
    "INSERT INTO advisory (advisory_id, title, body, severity, audience, public, from_at, until_at, written_at, changed_at, \
     mail_due_at, mail_after, mailed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, 0)",
);
const CORRECT: Statement = Statement::new(
    "advisory_correct",
    "UPDATE advisory SET title = $1, body = $2, until_at = $3, changed_at = $4, corrected_at = $4, mail_due_at = $5, \
     mail_after = $6, mail_end = NULL, mailed = 0 WHERE advisory_id = $7 AND withdrawn_at IS NULL AND changed_at < $4",
);
const WITHDRAW: Statement = Statement::new(
    "advisory_withdraw",
    "UPDATE advisory SET withdrawn_at = $1, changed_at = $1, why = $2, mail_due_at = $3, \
     mail_end = CASE WHEN mail_due_at IS NULL THEN mail_end ELSE mail_after END, mail_after = $4, mailed = 0 \
     WHERE advisory_id = $5 AND withdrawn_at IS NULL",
);
const LOAD: Statement = Statement::new(
    "advisory_load",
    concat!(
        "SELECT ",
        columns!(),
        " FROM advisory WHERE advisory_id = $1"
    ),
);
const LIST: Statement = Statement::new(
    "advisory_list",
    concat!(
        "SELECT ",
        columns!(),
        " FROM advisory ORDER BY from_at DESC, advisory_id LIMIT $1"
    ),
);
const OUT: Statement = Statement::new(
    "advisory_out",
    concat!(
        "SELECT ",
        columns!(),
        " FROM advisory WHERE from_at <= $1 ORDER BY from_at DESC, advisory_id LIMIT $2"
    ),
);
const UNREAD: Statement = Statement::new(
    "advisory_unread",
    concat!(
        "SELECT ",
        columns!(),
        ", advisory_reader.mailed_at FROM advisory LEFT JOIN advisory_reader ON advisory_reader.account_id = $1 \
         AND advisory_reader.advisory_id = advisory.advisory_id WHERE from_at <= $2 AND (until_at IS NULL OR until_at > $2) \
         AND (read_at IS NULL OR read_at < changed_at) AND (withdrawn_at IS NULL OR read_at IS NOT NULL) \
         ORDER BY changed_at DESC, advisory.advisory_id LIMIT 20"
    ),
);
const READ: Statement = Statement::new(
    "advisory_read",
    "INSERT INTO advisory_reader (account_id, advisory_id, read_at) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id, advisory_id) DO UPDATE SET read_at = excluded.read_at",
);
const MAILED: Statement = Statement::new(
    "advisory_mailed",
    "INSERT INTO advisory_reader (account_id, advisory_id, mailed_at) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id, advisory_id) DO UPDATE SET mailed_at = excluded.mailed_at",
);
const MAIL_DUE: Statement = Statement::new(
    "advisory_mail_due",
    "SELECT advisory_id, mail_after, mail_end FROM advisory WHERE mail_due_at <= $1 ORDER BY mail_due_at, advisory_id LIMIT 1",
);
const MAIL_BATCH: Statement = Statement::new(
    "advisory_mail_batch",
    "UPDATE advisory SET mail_after = $1, mailed = mailed + $2, mail_due_at = $3 \
     WHERE advisory_id = $4 AND mail_after = $5 AND changed_at = $6 AND mail_due_at IS NOT NULL",
);
const RECIPIENTS: Statement = Statement::new(
    "advisory_recipients",
    "SELECT account_id, role, second_factor_since, CAST(CASE WHEN EXISTS (SELECT 1 FROM code_set WHERE \
     code_set.account_id = account.account_id AND code_set.state = 'active' AND effective_at <= $3 \
     AND (ended_at IS NULL OR ended_at > $3)) THEN 1 ELSE 0 END AS BIGINT) AS codes \
     FROM account WHERE account_id > $1 AND state = 'active' ORDER BY account_id LIMIT $2",
);
const SPREAD: Statement = Statement::new(
    "advisory_spread",
    "SELECT mailed, mail_due_at, (SELECT COUNT(*) FROM advisory_reader WHERE advisory_reader.advisory_id = advisory.advisory_id \
     AND advisory_reader.mailed_at >= advisory.changed_at) AS with_letter, (SELECT COUNT(*) FROM advisory_reader \
     WHERE advisory_reader.advisory_id = advisory.advisory_id AND advisory_reader.read_at >= advisory.changed_at) AS read_by \
     FROM advisory WHERE advisory_id = $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &ENTER,
    &CORRECT,
    &WITHDRAW,
    &LOAD,
    &LIST,
    &OUT,
    &UNREAD,
    &READ,
    &MAILED,
    &MAIL_DUE,
    &MAIL_BATCH,
    &RECIPIENTS,
    &SPREAD,
];

/// Before the first account of a round.
const FIRST: AccountId = AccountId::NOBODY;

/// Keeps a new one. `mail_at` is when those are mailed whom it concerns; `None` where it isn't mailed by itself.
///
/// # Errors
/// Whatever the database says.
pub async fn enter(tx: &Tx, advisory: &Advisory, mail_at: Option<Timestamp>) -> Result<(), Error> {
    let args = [
        advisory.id.into(),
        advisory.title.as_str().into(),
        advisory.body.as_str().into(),
        advisory.severity.as_str().into(),
        advisory.audience.as_str().into(),
        i64::from(advisory.public).into(),
        advisory.run.from.into(),
        advisory.run.until.into(),
        advisory.written_at.into(),
        mail_at.into(),
        FIRST.into(),
    ];
    tx.execute(&ENTER, &args).await?;
    Ok(())
}

/// Puts another text in its place; mailed anew from the first account on. False for one that was withdrawn.
///
/// # Errors
/// Whatever the database says.
pub async fn correct(
    tx: &Tx,
    corrected: &Advisory,
    mail_at: Option<Timestamp>,
) -> Result<bool, Error> {
    let args = [
        corrected.title.as_str().into(),
        corrected.body.as_str().into(),
        corrected.run.until.into(),
        corrected.changed_at.into(),
        mail_at.into(),
        FIRST.into(),
        corrected.id.into(),
    ];
    Ok(tx.execute(&CORRECT, &args).await? == 1)
}

/// Takes it back. Whoever was mailed hears of that too, and nobody else. False when it was taken back before.
///
/// # Errors
/// Whatever the database says.
pub async fn withdraw(
    tx: &Tx,
    id: AdvisoryId,
    why: &str,
    mail_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [
        now.into(),
        why.into(),
        mail_at.into(),
        FIRST.into(),
        id.into(),
    ];
    Ok(tx.execute(&WITHDRAW, &args).await? == 1)
}

/// The one of this id.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, id: AdvisoryId) -> Result<Option<Advisory>, Error> {
    let row = tx.one(&LOAD, &[id.into()]).await?;
    row.as_ref().map(Advisory::from_row).transpose()
}

/// All of them, the newest first.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, limit: i64) -> Result<Vec<Advisory>, Error> {
    let rows = tx.query(&LIST, &[limit.into()]).await?;
    rows.iter().map(Advisory::from_row).collect()
}

/// Those whose day has come, the newest first: also those that are over or were withdrawn.
///
/// # Errors
/// Whatever the database says.
pub async fn out(tx: &Tx, limit: i64, now: Timestamp) -> Result<Vec<Advisory>, Error> {
    let rows = tx.query(&OUT, &[now.into(), limit.into()]).await?;
    rows.iter().map(Advisory::from_row).collect()
}

/// Those that hold and that this owner has not read as they are now, whomever they concern, each with when a letter named it. One
/// that was withdrawn is among them if they had read it.
///
/// # Errors
/// Whatever the database says.
pub async fn unread(
    tx: &Tx,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<(Advisory, Option<Timestamp>)>, Error> {
    let rows = tx.query(&UNREAD, &[account.into(), now.into()]).await?;
    rows.iter()
        .map(|row| Ok((Advisory::from_row(row)?, row.get("mailed_at")?)))
        .collect()
}

/// This owner has read it.
///
/// # Errors
/// Whatever the database says.
pub async fn read(
    tx: &Tx,
    account: AccountId,
    id: AdvisoryId,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&READ, &[account.into(), id.into(), now.into()])
        .await?;
    Ok(())
}

/// A letter to this owner names it.
///
/// # Errors
/// Whatever the database says.
pub async fn mailed(
    tx: &Tx,
    account: AccountId,
    id: AdvisoryId,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(&MAILED, &[account.into(), id.into(), now.into()])
        .await?;
    Ok(())
}

/// Where the mailing of an advisory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mailing {
    /// The advisory.
    pub id: AdvisoryId,
    /// The last account of the last batch.
    pub after: AccountId,
    /// No account behind this one.
    pub end: Option<AccountId>,
}

/// The mailing that has waited longest.
///
/// # Errors
/// Whatever the database says.
pub async fn mail_due(tx: &Tx, now: Timestamp) -> Result<Option<Mailing>, Error> {
    let Some(row) = tx.one(&MAIL_DUE, &[now.into()]).await? else {
        return Ok(None);
    };
    Ok(Some(Mailing {
        id: row.get("advisory_id")?,
        after: row.get("mail_after")?,
        end: row.get("mail_end")?,
    }))
}

/// An account that may have to be mailed.
#[derive(Clone, Copy, Debug)]
pub struct Recipient {
    /// The account.
    pub account: AccountId,
    /// What decides whether it is.
    pub reader: counterfoil_model::advisory::Reader,
}

/// The next `limit` accounts behind this one that are in use.
///
/// # Errors
/// Whatever the database says.
pub async fn recipients(
    tx: &Tx,
    after: AccountId,
    limit: i64,
    now: Timestamp,
) -> Result<Vec<Recipient>, Error> {
    let args: [Value; 3] = [after.into(), limit.into(), now.into()];
    let rows = tx.query(&RECIPIENTS, &args).await?;
    rows.iter()
        .map(|row| {
            let role: String = row.get("role")?;
            let second_factor_since: Option<Timestamp> = row.get("second_factor_since")?;
            Ok(Recipient {
                account: row.get("account_id")?,
                reader: counterfoil_model::advisory::Reader {
                    operator: role == "operator",
                    second_step: second_factor_since.is_some(),
                    codes: row.get::<i64>("codes")? == 1,
                },
            })
        })
        .collect()
}

/// A batch that is about to be written: the accounts up to `last`, `count` of them mailed; `more_at` when there is another. True for
/// exactly one of those who do it at the same time, and only while the advisory is as it was read.
///
/// # Errors
/// Whatever the database says.
pub async fn mail_batch(
    tx: &Tx,
    mailing: &Mailing,
    advisory: &Advisory,
    last: AccountId,
    count: i64,
    more_at: Option<Timestamp>,
) -> Result<bool, Error> {
    let args = [
        last.into(),
        count.into(),
        more_at.into(),
        mailing.id.into(),
        mailing.after.into(),
        advisory.changed_at.into(),
    ];
    Ok(tx.execute(&MAIL_BATCH, &args).await? == 1)
}

/// How far it is mailed and read.
///
/// # Errors
/// Whatever the database says.
pub async fn spread(tx: &Tx, id: AdvisoryId) -> Result<Spread, Error> {
    let Some(row) = tx.one(&SPREAD, &[id.into()]).await? else {
        return Ok(Spread::default());
    };
    let due: Option<Timestamp> = row.get("mail_due_at")?;
    Ok(Spread {
        mailed: row.get("mailed")?,
        mailing: due.is_some(),
        with_letter: row.get("with_letter")?,
        read: row.get("read_by")?,
    })
}
