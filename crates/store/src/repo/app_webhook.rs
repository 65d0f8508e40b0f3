//! Where an app is told of its events as they happen.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::Timestamp;

/// An app's webhook.
#[derive(Clone, Debug)]
pub struct AppWebhook {
    /// The app.
    pub app: String,
    /// Where it is told.
    pub url: String,
    /// What its messages are signed with, sealed.
    pub secret: Vec<u8>,
    /// The secret before that, sealed, and until when it signs too.
    pub former: Option<(Vec<u8>, Timestamp)>,
    /// When it was set.
    pub made_at: Timestamp,
    /// Nothing is sent before this: it failed a moment ago.
    pub paused_until: Timestamp,
    /// Tries in a row that failed.
    pub failures: i64,
    /// When it heard something last.
    pub heard_at: Option<Timestamp>,
    /// Why the last try failed, if it did.
    pub problem: Option<String>,
}

impl AppWebhook {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let former: Option<Vec<u8>> = row.get("former_secret")?;
        let until: Option<Timestamp> = row.get("former_until")?;
        Ok(Self {
            app: row.get("app_id")?,
            url: row.get("url")?,
            secret: row.get("secret")?,
            former: former.zip(until),
            made_at: row.get("made_at")?,
            paused_until: row.get("paused_until")?,
            failures: row.get("failures")?,
            heard_at: row.get("heard_at")?,
            problem: row.get("problem")?,
        })
    }
}

const LOAD: Statement = Statement::new(
    "app_webhook_load",
    "SELECT app_id, url, secret, former_secret, former_until, made_at, paused_until, failures, heard_at, problem \
     FROM app_webhook WHERE app_id = $1",
);
const ENTER: Statement = Statement::new(
    "app_webhook_enter",
    "INSERT INTO app_webhook (app_id, url, secret, made_at, paused_until, failures) VALUES ($1, $2, $3, $4, 0, 0)",
);
const SET_URL: Statement = Statement::new(
    "app_webhook_set_url",
    "UPDATE app_webhook SET url = $1, paused_until = 0, failures = 0, problem = NULL WHERE app_id = $2",
);
const SET_SECRET: Statement = Statement::new(
    "app_webhook_set_secret",
    "UPDATE app_webhook SET former_secret = secret, former_until = $1, secret = $2 WHERE app_id = $3 RETURNING app_id",
);
const HEARD: Statement = Statement::new(
    "app_webhook_heard",
    "UPDATE app_webhook SET paused_until = 0, failures = 0, problem = NULL, heard_at = $1 WHERE app_id = $2",
);
const NOT_HEARD: Statement = Statement::new(
    "app_webhook_not_heard",
    "UPDATE app_webhook SET paused_until = $1, failures = failures + 1, problem = $2 WHERE app_id = $3",
);
const REMOVE: Statement = Statement::new(
    "app_webhook_remove",
    "DELETE FROM app_webhook WHERE app_id = $1 RETURNING app_id",
);

pub(crate) const ALL: &[&Statement] = &[
    &LOAD,
    &ENTER,
    &SET_URL,
    &SET_SECRET,
    &HEARD,
    &NOT_HEARD,
    &REMOVE,
];

/// An app's webhook.
///
/// # Errors
/// Whatever the database says.
pub async fn load(tx: &Tx, app: &str) -> Result<Option<AppWebhook>, Error> {
    tx.one(&LOAD, &[app.into()])
        .await?
        .as_ref()
        .map(AppWebhook::from_row)
        .transpose()
}

/// Keeps the first webhook of an app.
///
/// # Errors
/// Whatever the database says.
pub async fn enter(
    tx: &Tx,
    app: &str,
    url: &str,
    secret: &[u8],
    now: Timestamp,
) -> Result<(), Error> {
    let args = [app.into(), url.into(), secret.into(), now.into()];
    tx.execute(&ENTER, &args).await?;
    Ok(())
}

/// The app is told elsewhere from now on.
///
/// # Errors
/// Whatever the database says.
pub async fn set_url(tx: &Tx, app: &str, url: &str) -> Result<(), Error> {
    tx.execute(&SET_URL, &[url.into(), app.into()]).await?;
    Ok(())
}

/// Another secret signs from now on; the one before it until then, too. False when there is no webhook.
///
/// # Errors
/// Whatever the database says.
pub async fn set_secret(
    tx: &Tx,
    app: &str,
    secret: &[u8],
    former_until: Timestamp,
) -> Result<bool, Error> {
    let args = [former_until.into(), secret.into(), app.into()];
    Ok(tx.one(&SET_SECRET, &args).await?.is_some())
}

/// It heard something.
///
/// # Errors
/// Whatever the database says.
pub async fn heard(tx: &Tx, app: &str, now: Timestamp) -> Result<(), Error> {
    tx.execute(&HEARD, &[now.into(), app.into()]).await?;
    Ok(())
}

/// It didn't, for this reason, and is left alone until then.
///
/// # Errors
/// Whatever the database says.
pub async fn not_heard(
    tx: &Tx,
    app: &str,
    problem: &str,
    paused_until: Timestamp,
) -> Result<(), Error> {
    let args = [paused_until.into(), problem.into(), app.into()];
    tx.execute(&NOT_HEARD, &args).await?;
    Ok(())
}

/// Forgets it; false when there was none.
///
/// # Errors
/// Whatever the database says.
pub async fn remove(tx: &Tx, app: &str) -> Result<bool, Error> {
    Ok(tx.one(&REMOVE, &[app.into()]).await?.is_some())
}
