//! What happened to an app's accounts, in the order the app reads it, and what of it the app's webhook still has to hear.
//!
//! An event of an app's account is marked by [`event::record`](super::event::record), in its own transaction. A job enters it
//! here under the next number: a number that is read is never followed by a smaller one, however the transactions ended.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, EventId, Span, Timestamp};

/// An event of an app's account.
#[derive(Clone, Debug)]
pub struct AppEvent {
    /// The app.
    pub app: String,
    /// Its place in the app's feed: 1, 2, 3 …; 0 before it has one.
    pub position: i64,
    /// Whose it is.
    pub account: AccountId,
    /// What the app calls the account; `None` once it is erased.
    pub reference: Option<String>,
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// A JSON object of strings; never a secret.
    pub details: String,
}

impl AppEvent {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let reference: Option<String> = row.get("reference")?;
        Ok(Self {
            app: row.get("app_id")?,
            position: row.get("position")?,
            account: row.get("account_id")?,
            reference: reference.filter(|reference| !reference.is_empty()),
            id: row.get("event_id")?,
            kind: row.get("kind")?,
            at: row.get("at")?,
            details: row.get("details")?,
        })
    }
}

/// How the telling of an app's events stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deliveries {
    /// Not tried yet.
    pub queued: i64,
    /// Tried in vain, to be tried again.
    pub deferred: i64,
    /// Tried in vain so often that it isn't tried any more.
    pub failed: i64,
    /// Heard.
    pub delivered: i64,
}

const UNFED: Statement = Statement::new(
    "app_event_unfed",
    "SELECT feed_of AS app_id, CAST(0 AS BIGINT) AS position, account_id, event_id, kind, at, details, \
     CAST(NULL AS TEXT) AS reference FROM security_event WHERE feed_of IS NOT NULL ORDER BY at, ordinal, event_id LIMIT $1",
);
const LAST: Statement = Statement::new(
    "app_event_last",
    "SELECT CAST(COALESCE(MAX(position), 0) AS BIGINT) AS last FROM (SELECT position FROM app_event WHERE app_id = $1 \
     UNION ALL SELECT feed_from AS position FROM api_app WHERE app_id = $1) AS places",
);
const ENTER: Statement = Statement::new(
    "app_event_enter",
    "INSERT INTO app_event (app_id, position, account_id, event_id, kind, at, details, leased_until, attempts, due_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, (SELECT CAST($8 AS BIGINT) FROM app_webhook WHERE app_id = $1))",
);
const FED: Statement = Statement::new(
    "app_event_fed",
    "UPDATE security_event SET feed_of = NULL WHERE account_id = $1 AND event_id = $2",
);
const PAGE: Statement = Statement::new(
    "app_event_page",
    "SELECT app_event.app_id, app_event.position, app_event.account_id, app_event.event_id, app_event.kind, app_event.at, \
     app_event.details, api_account.reference FROM app_event LEFT JOIN api_account \
     ON api_account.account_id = app_event.account_id WHERE app_event.app_id = $1 AND app_event.position > $2 \
     ORDER BY app_event.position LIMIT $3",
);
const DUE: Statement = Statement::new(
    "app_event_due",
    "SELECT app_id, position FROM app_event WHERE due_at <= $1 AND leased_until <= $1 \
     AND app_id IN (SELECT app_id FROM app_webhook WHERE paused_until <= $1) ORDER BY due_at, app_id, position LIMIT $2",
);
const CLAIM: Statement = Statement::new(
    "app_event_claim",
    "UPDATE app_event SET leased_until = $1, attempts = attempts + 1 WHERE app_id = $2 AND position = $3 AND due_at <= $4 \
     AND leased_until <= $4 RETURNING attempts",
);
const HEARD: Statement = Statement::new(
    "app_event_heard",
    "UPDATE app_event SET due_at = NULL, told_at = $1, problem = NULL WHERE app_id = $2 AND position = $3",
);
const NOT_HEARD: Statement = Statement::new(
    "app_event_not_heard",
    "UPDATE app_event SET due_at = $1, leased_until = 0, problem = $2 WHERE app_id = $3 AND position = $4 AND told_at IS NULL",
);
const FORGET_DUE: Statement = Statement::new(
    "app_event_forget_due",
    "UPDATE app_event SET due_at = NULL, problem = NULL WHERE app_id = $1 AND told_at IS NULL \
     AND (due_at IS NOT NULL OR problem IS NOT NULL)",
);
const RESEND: Statement = Statement::new(
    "app_event_resend",
    "UPDATE app_event SET due_at = $1, leased_until = 0, attempts = 0 WHERE app_id = $2 AND told_at IS NULL \
     AND problem IS NOT NULL",
);
const SWEEP: Statement = Statement::new(
    "app_event_sweep",
    "DELETE FROM app_event WHERE app_id = $1 AND at < $2 AND due_at IS NULL",
);
const STANDING: Statement = Statement::new(
    "app_event_standing",
    "SELECT CAST(COALESCE(SUM(CASE WHEN due_at IS NOT NULL AND problem IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS queued, \
     CAST(COALESCE(SUM(CASE WHEN due_at IS NOT NULL AND problem IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS deferred, \
     CAST(COALESCE(SUM(CASE WHEN due_at IS NULL AND problem IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS failed, \
     CAST(COALESCE(SUM(CASE WHEN told_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS delivered \
     FROM app_event WHERE app_id = $1",
);

pub(crate) const ALL: &[&Statement] = &[
    &UNFED,
    &LAST,
    &ENTER,
    &FED,
    &PAGE,
    &DUE,
    &CLAIM,
    &HEARD,
    &NOT_HEARD,
    &FORGET_DUE,
    &RESEND,
    &STANDING,
    &SWEEP,
];

/// Up to `limit` events that have no place in their app's feed yet, in the order they happened.
///
/// # Errors
/// Whatever the database says.
pub async fn unfed(tx: &Tx, limit: i64) -> Result<Vec<AppEvent>, Error> {
    let rows = tx.query(&UNFED, &[limit.into()]).await?;
    rows.iter().map(AppEvent::from_row).collect()
}

/// The last place that is taken in an app's feed, or may have been before a restore; 0 if none is.
///
/// # Errors
/// Whatever the database says.
pub async fn last(tx: &Tx, app: &str) -> Result<i64, Error> {
    tx.one(&LAST, &[app.into()])
        .await?
        .map_or(Ok(0), |row| row.get("last"))
}

/// Gives an event its place. Where the app has a webhook, it is due there at once.
///
/// # Errors
/// Whatever the database says.
pub async fn enter(tx: &Tx, event: &AppEvent, now: Timestamp) -> Result<(), Error> {
    let args = [
        event.app.as_str().into(),
        event.position.into(),
        event.account.into(),
        event.id.into(),
        event.kind.as_str().into(),
        event.at.into(),
        event.details.as_str().into(),
        now.into(),
    ];
    tx.execute(&ENTER, &args).await?;
    tx.execute(&FED, &[event.account.into(), event.id.into()])
        .await?;
    Ok(())
}

/// Up to `limit` events of an app behind this place, in their order.
///
/// # Errors
/// Whatever the database says.
pub async fn page(tx: &Tx, app: &str, after: i64, limit: i64) -> Result<Vec<AppEvent>, Error> {
    let args = [app.into(), after.into(), limit.into()];
    let rows = tx.query(&PAGE, &args).await?;
    rows.iter().map(AppEvent::from_row).collect()
}

/// Up to `limit` that a webhook should hear now: app and place.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, limit: i64, now: Timestamp) -> Result<Vec<(String, i64)>, Error> {
    let rows = tx.query(&DUE, &[now.into(), limit.into()]).await?;
    rows.iter()
        .map(|row| Ok((row.get("app_id")?, row.get("position")?)))
        .collect()
}

/// Leases one for a while and counts the try: `Some` for exactly one worker, with the number of the try.
///
/// # Errors
/// Whatever the database says.
pub async fn claim(
    tx: &Tx,
    app: &str,
    position: i64,
    lease: Span,
    now: Timestamp,
) -> Result<Option<(AppEvent, i64)>, Error> {
    let until = now + lease;
    let args = [until.into(), app.into(), position.into(), now.into()];
    let Some(row) = tx.one(&CLAIM, &args).await? else {
        return Ok(None);
    };
    let event = page(tx, app, position - 1, 1).await?.pop();
    event
        .map(|event| Ok((event, row.get("attempts")?)))
        .transpose()
}

/// The app's webhook heard it.
///
/// # Errors
/// Whatever the database says.
pub async fn heard(tx: &Tx, app: &str, position: i64, now: Timestamp) -> Result<(), Error> {
    let args = [now.into(), app.into(), position.into()];
    tx.execute(&HEARD, &args).await?;
    Ok(())
}

/// It didn't, for this reason; it is tried again then, or never.
///
/// # Errors
/// Whatever the database says.
pub async fn not_heard(
    tx: &Tx,
    app: &str,
    position: i64,
    problem: &str,
    again_at: Option<Timestamp>,
) -> Result<(), Error> {
    let args = [again_at.into(), problem.into(), app.into(), position.into()];
    tx.execute(&NOT_HEARD, &args).await?;
    Ok(())
}

/// There is no webhook any more that would hear what is due.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_due(tx: &Tx, app: &str) -> Result<(), Error> {
    tx.execute(&FORGET_DUE, &[app.into()]).await?;
    Ok(())
}

/// Whatever was tried in vain is due again now, as if for the first time; how many.
///
/// # Errors
/// Whatever the database says.
pub async fn resend(tx: &Tx, app: &str, now: Timestamp) -> Result<u64, Error> {
    tx.execute(&RESEND, &[now.into(), app.into()]).await
}

/// How the telling stands: an operator's count, which spans accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn standing(tx: &Tx, app: &str) -> Result<Deliveries, Error> {
    let Some(row) = tx.one(&STANDING, &[app.into()]).await? else {
        return Ok(Deliveries::default());
    };
    Ok(Deliveries {
        queued: row.get("queued")?,
        deferred: row.get("deferred")?,
        failed: row.get("failed")?,
        delivered: row.get("delivered")?,
    })
}

/// Forgets events of a feed that nobody reads by pages, once they were told: a clean-up job's work.
///
/// # Errors
/// Whatever the database says.
pub async fn sweep(tx: &Tx, app: &str, oldest: Timestamp) -> Result<u64, Error> {
    tx.execute(&SWEEP, &[app.into(), oldest.into()]).await
}
