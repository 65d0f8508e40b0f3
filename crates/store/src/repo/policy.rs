//! What operators set of the policy. It is the service's, so no statement here names an account.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::policy::SetByOperator;
use counterfoil_model::{AccountId, ChangeId, Setting, Timestamp};

/// One change, as it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// What it sets, and when it holds.
    pub set: SetByOperator,
    /// What held when it was asked for.
    pub former: i64,
    /// What it came to then.
    pub becomes: i64,
    /// The operator; [`AccountId::NOBODY`] for the command line.
    pub asked_by: AccountId,
    /// When it was asked for.
    pub asked_at: Timestamp,
}

/// `None` for a setting that this release doesn't know: a newer node wrote it.
fn change(row: &Row) -> Result<Option<Change>, Error> {
    let Some(setting) = Setting::parse(&row.get::<String>("setting")?) else {
        return Ok(None);
    };
    Ok(Some(Change {
        id: row.get("change_id")?,
        set: SetByOperator {
            setting,
            value: row.get("value")?,
            effective_at: row.get("effective_at")?,
            ended_at: row.get("ended_at")?,
        },
        former: row.get("former")?,
        becomes: row.get("becomes")?,
        asked_by: row.get("asked_by")?,
        asked_at: row.get("asked_at")?,
    }))
}

const STANDING: Statement = Statement::new(
    "policy_standing",
    "SELECT change_id, setting, value, former, becomes, asked_by, asked_at, effective_at, ended_at FROM policy_change \
     WHERE ended_at IS NULL OR ended_at > $1 ORDER BY effective_at, change_id",
);
const ENTER: Statement = Statement::new(
    "policy_enter",
    "INSERT INTO policy_change (change_id, setting, value, former, becomes, asked_by, asked_at, effective_at, told_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const END_WAITING: Statement = Statement::new(
    "policy_end_waiting",
    "UPDATE policy_change SET ended_at = $1 WHERE setting = $2 AND effective_at > $1 AND ended_at IS NULL RETURNING change_id",
);
const END_STANDING: Statement = Statement::new(
    "policy_end_standing",
    "UPDATE policy_change SET ended_at = $1 WHERE setting = $2 AND effective_at <= $3 AND (ended_at IS NULL OR ended_at > $3)",
);
const ASKED_BY: Statement = Statement::new(
    "policy_asked_by",
    "SELECT setting FROM policy_change WHERE asked_by = $1 AND effective_at > $2 AND ended_at IS NULL ORDER BY setting",
);
const DUE: Statement = Statement::new(
    "policy_due",
    "SELECT change_id, setting, value, former, becomes, asked_by, asked_at, effective_at, ended_at FROM policy_change \
     WHERE told_at IS NULL AND effective_at <= $1 AND (ended_at IS NULL OR ended_at > effective_at) ORDER BY effective_at, change_id",
);
const TOLD: Statement = Statement::new(
    "policy_told",
    "UPDATE policy_change SET told_at = $1 WHERE change_id = $2 AND told_at IS NULL RETURNING change_id",
);

pub(crate) const ALL: &[&Statement] = &[
    &STANDING,
    &ENTER,
    &END_WAITING,
    &END_STANDING,
    &ASKED_BY,
    &DUE,
    &TOLD,
];

/// What holds or waits: at most two changes of each setting.
///
/// # Errors
/// Whatever the database says.
pub async fn standing(tx: &Tx, now: Timestamp) -> Result<Vec<Change>, Error> {
    let rows = tx.query(&STANDING, &[now.into()]).await?;
    rows.iter()
        .filter_map(|row| change(row).transpose())
        .collect()
}

/// Enters a change: what holds of its setting ends when it begins, and what waits is stopped. One that holds at once needs no
/// telling later.
///
/// # Errors
/// Whatever the database says.
pub async fn enter(tx: &Tx, new: &Change, now: Timestamp) -> Result<(), Error> {
    let (setting, effective_at) = (new.set.setting.name(), new.set.effective_at);
    stop(tx, new.set.setting, now).await?;
    tx.execute(
        &END_STANDING,
        &[effective_at.into(), setting.into(), now.into()],
    )
    .await?;
    let told_at = (effective_at <= now).then_some(now);
    let args = [
        new.id.into(),
        setting.into(),
        new.set.value.into(),
        new.former.into(),
        new.becomes.into(),
        new.asked_by.into(),
        new.asked_at.into(),
        effective_at.into(),
        told_at.into(),
    ];
    tx.execute(&ENTER, &args).await?;
    Ok(())
}

/// Stops what waits of a setting; what holds goes on. False if nothing waited.
///
/// # Errors
/// Whatever the database says.
pub async fn stop(tx: &Tx, setting: Setting, now: Timestamp) -> Result<bool, Error> {
    let args = [now.into(), setting.name().into()];
    if tx.query(&END_WAITING, &args).await?.is_empty() {
        return Ok(false);
    }
    // What it would have taken the place of has an end in the future, and nothing that comes then.
    let args = [
        Option::<Timestamp>::None.into(),
        setting.name().into(),
        now.into(),
    ];
    tx.execute(&END_STANDING, &args).await?;
    Ok(true)
}

/// The settings of which a change waits that this operator asked for.
///
/// # Errors
/// Whatever the database says.
pub async fn asked_by(tx: &Tx, operator: AccountId, now: Timestamp) -> Result<Vec<Setting>, Error> {
    let rows = tx.query(&ASKED_BY, &[operator.into(), now.into()]).await?;
    let names: Vec<String> = rows
        .iter()
        .map(|row| row.get("setting"))
        .collect::<Result<_, _>>()?;
    Ok(names
        .iter()
        .filter_map(|name| Setting::parse(name))
        .collect())
}

/// What took effect after a wait and operators haven't been told of.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, now: Timestamp) -> Result<Vec<Change>, Error> {
    let rows = tx.query(&DUE, &[now.into()]).await?;
    rows.iter()
        .filter_map(|row| change(row).transpose())
        .collect()
}

/// Notes that operators were told: true for exactly one caller.
///
/// # Errors
/// Whatever the database says.
pub async fn told(tx: &Tx, id: ChangeId, now: Timestamp) -> Result<bool, Error> {
    let args = [now.into(), id.into()];
    Ok(tx.one(&TOLD, &args).await?.is_some())
}
