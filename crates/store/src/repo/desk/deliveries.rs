//! The outbox as an operator sees it: to whom, how often, what the mail server said. Never what a notice says.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, NoticeId, Timestamp};

/// A notice on its way, or that was.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The account it is about.
    pub account: AccountId,
    /// The address of that account's mailbox.
    pub mailbox: String,
    /// Its id.
    pub id: NoticeId,
    /// Where it goes.
    pub recipient: String,
    /// `queued`, `handed-over`, `bounced`, `failed` or `expired`.
    pub state: String,
    /// When it was written.
    pub at: Timestamp,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next, while it is queued.
    pub due_at: Timestamp,
    /// When the mail server took it.
    pub handed_over_at: Option<Timestamp>,
    /// When a provider said that the recipient's server has it.
    pub delivered_at: Option<Timestamp>,
    /// Why the last try came to nothing: a status code, or a word of ours.
    pub last_error: Option<String>,
    /// What that answer was about (RFC 3463).
    pub status: Option<String>,
    /// The transport that took it.
    pub transport: Option<String>,
    /// What it is called there: what to look for in that server's log.
    pub reference: Option<String>,
    /// From when on it isn't worth sending.
    pub expires_at: Option<Timestamp>,
}

impl Delivery {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            mailbox: row.get::<Option<String>>("address")?.unwrap_or_default(),
            id: row.get("notice_id")?,
            recipient: row.get("recipient")?,
            state: row.get("state")?,
            at: row.get("at")?,
            attempts: row.get("attempts")?,
            due_at: row.get("due_at")?,
            handed_over_at: row.get("handed_over_at")?,
            delivered_at: row.get("delivered_at")?,
            last_error: row.get("last_error")?,
            status: row.get("status")?,
            transport: row.get("transport")?,
            reference: row.get("reference")?,
            expires_at: row.get("expires_at")?,
        })
    }
}

const LIST: Statement = Statement::new(
    "deliveries_list",
    "SELECT outbox.account_id, account.address, notice_id, recipient, outbox.state, at, attempts, due_at, handed_over_at, delivered_at, last_error, \
     outbox.status, transport, reference, expires_at FROM outbox LEFT JOIN account ON account.account_id = outbox.account_id \
     WHERE outbox.state = $1 AND attempts >= $2 AND attempts <= $3 ORDER BY due_at DESC, notice_id LIMIT $4",
);
const RESEND: Statement = Statement::new(
    "deliveries_resend",
    "UPDATE outbox SET state = 'queued', attempts = 0, due_at = $1, leased_until = 0, bounced_at = NULL, delivered_at = NULL WHERE account_id = $2 AND notice_id = $3 \
     AND (state IN ('failed', 'bounced') OR (state = 'queued' AND attempts > 0 AND leased_until <= $1)) \
     AND (expires_at IS NULL OR (expires_at > $1 AND link IS NOT NULL)) RETURNING notice_id",
);
const RESEND_FAILED: Statement = Statement::new(
    "deliveries_resend_failed",
    "UPDATE outbox SET state = 'queued', attempts = 0, due_at = $1, leased_until = 0 WHERE state = 'failed' \
     AND (expires_at IS NULL OR (expires_at > $1 AND link IS NOT NULL))",
);
const TALLY: Statement = Statement::new(
    "deliveries_tally",
    "SELECT COUNT(CASE WHEN state = 'queued' AND attempts = 0 THEN 1 END) AS queued, \
     COUNT(CASE WHEN state = 'queued' AND attempts > 0 THEN 1 END) AS deferred, \
     COUNT(CASE WHEN state = 'bounced' THEN 1 END) AS bounced, \
     COUNT(CASE WHEN state = 'failed' THEN 1 END) AS failed, COUNT(CASE WHEN state = 'expired' THEN 1 END) AS expired \
     FROM outbox WHERE state IN ('queued', 'bounced', 'failed', 'expired')",
);

pub(crate) const ALL: &[&Statement] = &[&LIST, &RESEND, &RESEND_FAILED, &TALLY];

/// How many notices have not arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Not tried yet.
    pub queued: i64,
    /// Tried, and tried again later.
    pub deferred: i64,
    /// Refused for good by the recipient's side.
    pub bounced: i64,
    /// Not tried again.
    pub failed: i64,
    /// Not sent, because their link had ended.
    pub expired: i64,
}

/// The newest notices in a state that were tried so often, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub async fn list(
    tx: &Tx,
    state: &str,
    tries: std::ops::RangeInclusive<i64>,
    limit: i64,
) -> Result<Vec<Delivery>, Error> {
    let args = [
        state.into(),
        (*tries.start()).into(),
        (*tries.end()).into(),
        limit.into(),
    ];
    tx.query(&LIST, &args)
        .await?
        .iter()
        .map(Delivery::from_row)
        .collect()
}

/// Makes a notice due at once that failed, came back or waits for its next try; false for any other, and for one whose link is over.
///
/// # Errors
/// Whatever the database says.
pub async fn resend(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    now: Timestamp,
) -> Result<bool, Error> {
    let args = [now.into(), account.into(), id.into()];
    Ok(tx.one(&RESEND, &args).await?.is_some())
}

/// Makes everything due at once that failed, of all accounts, but for notices whose link is over; how many they are.
///
/// # Errors
/// Whatever the database says.
pub async fn resend_failed(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    tx.execute(&RESEND_FAILED, &[now.into()]).await
}

/// Counts what has not arrived.
///
/// # Errors
/// Whatever the database says.
pub async fn tally(tx: &Tx) -> Result<Tally, Error> {
    let Some(row) = tx.one(&TALLY, &[]).await? else {
        return Ok(Tally::default());
    };
    Ok(Tally {
        queued: row.get("queued")?,
        deferred: row.get("deferred")?,
        bounced: row.get("bounced")?,
        failed: row.get("failed")?,
        expired: row.get("expired")?,
    })
}
