//! Notices on their way.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::{AccountId, EnhancedStatus, EventId, NoticeId, Span, Timestamp};
use sha2::{Digest, Sha256};

/// A notice as it is kept.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The account it is about.
    pub account: AccountId,
    /// Its id.
    pub id: NoticeId,
    /// The event it tells of.
    pub event: EventId,
    /// Where it goes.
    pub recipient: String,
    /// BCP 47 tag.
    pub language: String,
    /// The event's kind.
    pub kind: String,
    /// The event's time.
    pub at: Timestamp,
    /// The event's details, a JSON object of strings.
    pub details: String,
    /// The event's network.
    pub network: String,
    /// The event's device.
    pub device: String,
    /// What it carries beside the event's words, sealed: links, a code, the owner's phrase.
    pub link: Option<Vec<u8>>,
    /// How often it was tried.
    pub attempts: i64,
    /// From when on it isn't worth sending.
    pub expires_at: Option<Timestamp>,
}

/// Separates the parts of a key from each other: no part has one.
const BETWEEN: [u8; 1] = [0];

/// The id of the one notice that tells this recipient of this event for this purpose. It is in the Message-ID, so a mail that
/// was sent twice is known as one; nothing of the recipient can be read from it without knowing the event's id.
#[must_use]
pub fn key(event: EventId, recipient: &str, purpose: &str) -> NoticeId {
    let hash: [u8; 32] = Sha256::new()
        .chain_update(b"counterfoil/notice/v1")
        .chain_update(BETWEEN)
        .chain_update(event.as_bytes())
        .chain_update(purpose)
        .chain_update(BETWEEN)
        .chain_update(recipient)
        .finalize()
        .into();
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(hash) {
        *to = from;
    }
    NoticeId::from_bytes(id)
}

impl Notice {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            account: row.get("account_id")?,
            id: row.get("notice_id")?,
            event: row.get("event_id")?,
            recipient: row.get("recipient")?,
            language: row.get("language")?,
            kind: row.get("kind")?,
            at: row.get("at")?,
            details: row.get("details")?,
            network: row.get("network")?,
            device: row.get("device")?,
            link: row.get("link")?,
            attempts: row.get("attempts")?,
            expires_at: row.get("expires_at")?,
        })
    }
}

const QUEUE: Statement = Statement::new(
    "outbox_queue",
    "INSERT INTO outbox (account_id, notice_id, event_id, recipient, language, kind, at, details, network, device, link, state, attempts, due_at, leased_until, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'queued', 0, $12, 0, $13) ON CONFLICT (account_id, notice_id) DO NOTHING",
);
const CLAIM: Statement = Statement::new(
    "outbox_claim",
    "UPDATE outbox SET leased_until = $1, attempts = attempts + 1 WHERE account_id = $2 AND notice_id = $3 AND state = 'queued' AND due_at <= $4 AND leased_until <= $4 \
     RETURNING account_id, notice_id, event_id, recipient, language, kind, at, details, network, device, link, attempts, expires_at",
);
const DUE: Statement = Statement::new(
    "outbox_due",
    "SELECT account_id, notice_id FROM outbox WHERE state = 'queued' AND due_at <= $1 AND leased_until <= $1 ORDER BY due_at LIMIT $2",
);
const HANDED_OVER: Statement = Statement::new(
    "outbox_handed_over",
    "UPDATE outbox SET state = 'handed-over', handed_over_at = $1, transport = $2, reference = $3, link = NULL, last_error = NULL, status = NULL \
     WHERE account_id = $4 AND notice_id = $5 AND state = 'queued'",
);
const DEFER: Statement = Statement::new(
    "outbox_defer",
    "UPDATE outbox SET due_at = $1, leased_until = 0, last_error = $2, status = $3 WHERE account_id = $4 AND notice_id = $5 AND state = 'queued'",
);
const GIVE_UP: Statement = Statement::new(
    "outbox_give_up",
    "UPDATE outbox SET state = $1, link = CASE WHEN $1 <> 'expired' THEN link END, last_error = $2, status = $3 \
     WHERE account_id = $4 AND notice_id = $5 AND state = 'queued'",
);
const ABOUT: Statement = Statement::new(
    "outbox_about",
    "SELECT account_id, kind, transport FROM outbox WHERE notice_id = $1",
);
// A reference is a provider's name for one mail, so it leads to an account as a link does.
const OF_REFERENCE: Statement = Statement::new(
    "outbox_of_reference",
    "SELECT notice_id FROM outbox WHERE transport = $1 AND reference = $2",
);
const DELIVERED: Statement = Statement::new(
    "outbox_delivered",
    "UPDATE outbox SET delivered_at = $1, status = NULL WHERE account_id = $2 AND notice_id = $3 AND attempts > 0 \
     AND state IN ('queued', 'handed-over') AND delivered_at IS NULL RETURNING recipient, handed_over_at",
);
const REPORTED_LATER: Statement = Statement::new(
    "outbox_reported_later",
    "UPDATE outbox SET status = $1 WHERE account_id = $2 AND notice_id = $3 AND state = 'handed-over' AND delivered_at IS NULL \
     RETURNING notice_id",
);
const CAME_BACK: Statement = Statement::new(
    "outbox_came_back",
    "UPDATE outbox SET state = $1, last_error = $2, status = $3, bounced_at = $4, leased_until = 0 \
     WHERE account_id = $5 AND notice_id = $6 AND attempts > 0 AND state IN ('queued', 'handed-over') RETURNING recipient",
);
const TALLY: Statement = Statement::new(
    "outbox_tally",
    "SELECT state, COUNT(*) AS notices FROM outbox GROUP BY state ORDER BY state",
);

const RELEASE: Statement = Statement::new(
    "outbox_release",
    "UPDATE outbox SET leased_until = 0 WHERE account_id = $1 AND notice_id = $2 AND state = 'queued'",
);
const UNDELIVERED: Statement = Statement::new(
    "outbox_undelivered",
    "SELECT state, COUNT(*) AS notices, MIN(at) AS oldest_at FROM outbox WHERE state IN ('queued', 'failed', 'bounced') GROUP BY state ORDER BY state",
);

pub(crate) const ALL: &[&Statement] = &[
    &QUEUE,
    &CLAIM,
    &DUE,
    &HANDED_OVER,
    &DEFER,
    &GIVE_UP,
    &ABOUT,
    &OF_REFERENCE,
    &DELIVERED,
    &REPORTED_LATER,
    &CAME_BACK,
    &TALLY,
    &RELEASE,
    &UNDELIVERED,
];

/// Queues a notice, due at once. One with this id that is there already stays as it is.
///
/// # Errors
/// Whatever the database says.
pub async fn queue(tx: &Tx, notice: &Notice, now: Timestamp) -> Result<(), Error> {
    let args = [
        notice.account.into(),
        notice.id.into(),
        notice.event.into(),
        notice.recipient.as_str().into(),
        notice.language.as_str().into(),
        notice.kind.as_str().into(),
        notice.at.into(),
        notice.details.as_str().into(),
        notice.network.as_str().into(),
        notice.device.as_str().into(),
        notice.link.clone().into(),
        now.into(),
        notice.expires_at.into(),
    ];
    tx.execute(&QUEUE, &args).await?;
    Ok(())
}

/// Up to `limit` notices that are due and not leased, of all accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn due(tx: &Tx, limit: i64, now: Timestamp) -> Result<Vec<(AccountId, NoticeId)>, Error> {
    let rows = tx.query(&DUE, &[now.into(), limit.into()]).await?;
    rows.iter()
        .map(|row| Ok((row.get("account_id")?, row.get("notice_id")?)))
        .collect()
}

/// Leases one notice for a while and counts the try: `Some` for exactly one worker.
///
/// # Errors
/// Whatever the database says.
pub async fn claim(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    lease: Span,
    now: Timestamp,
) -> Result<Option<Notice>, Error> {
    let until = now + lease;
    tx.one(
        &CLAIM,
        &[until.into(), account.into(), id.into(), now.into()],
    )
    .await?
    .as_ref()
    .map(Notice::from_row)
    .transpose()
}

/// The transport took it; its link is forgotten. `reference` is what the notice is called there.
///
/// # Errors
/// Whatever the database says.
pub async fn handed_over(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    transport: &str,
    reference: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    let args = [
        now.into(),
        transport.into(),
        reference.map(str::to_owned).into(),
        account.into(),
        id.into(),
    ];
    tx.execute(&HANDED_OVER, &args).await?;
    Ok(())
}

/// Why a try came to nothing.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    /// A status code, or a word of ours.
    pub word: &'a str,
    /// What the answer was about.
    pub status: Option<EnhancedStatus>,
}

impl<'a> Reason<'a> {
    /// One that nobody else gave.
    #[must_use]
    pub const fn of(word: &'a str) -> Self {
        Self { word, status: None }
    }

    fn status(self) -> Option<String> {
        self.status.map(|status| status.to_string())
    }
}

/// It is tried again at `due_at`.
///
/// # Errors
/// Whatever the database says.
pub async fn defer(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    due_at: Timestamp,
    reason: Reason<'_>,
) -> Result<(), Error> {
    let args = [
        due_at.into(),
        reason.word.into(),
        reason.status().into(),
        account.into(),
        id.into(),
    ];
    tx.execute(&DEFER, &args).await?;
    Ok(())
}

/// It isn't tried again; `state` is `failed` or `expired`. Unless it expired it keeps its link, sealed
/// as it is, because an operator may send it again while the link works.
///
/// # Errors
/// Whatever the database says.
pub async fn give_up(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    state: &str,
    reason: Reason<'_>,
) -> Result<(), Error> {
    let args = [
        state.into(),
        reason.word.into(),
        reason.status().into(),
        account.into(),
        id.into(),
    ];
    tx.execute(&GIVE_UP, &args).await?;
    Ok(())
}

/// What is known of a notice by its id alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The account that it is about.
    pub account: AccountId,
    /// The kind of its event.
    pub kind: String,
    /// What it left by, once that is written down.
    pub transport: Option<String>,
}

/// What a notice is about: who reports what became of one knows nothing else of it.
///
/// # Errors
/// Whatever the database says.
pub async fn about(tx: &Tx, id: NoticeId) -> Result<Option<About>, Error> {
    tx.one(&ABOUT, &[id.into()])
        .await?
        .map(|row| {
            Ok(About {
                account: row.get("account_id")?,
                kind: row.get("kind")?,
                transport: row.get("transport")?,
            })
        })
        .transpose()
}

/// The notices that left by this transport and are called this there: one, or none that we know.
///
/// # Errors
/// Whatever the database says.
pub async fn of_reference(
    tx: &Tx,
    transport: &str,
    reference: &str,
) -> Result<Vec<NoticeId>, Error> {
    tx.query(&OF_REFERENCE, &[transport.into(), reference.into()])
        .await?
        .iter()
        .map(|row| row.get("notice_id"))
        .collect()
}

/// The recipient's server has it. Returns the recipient, and when the notice left if that is known, the first time it is told;
/// `None` too for one that came back meanwhile.
///
/// # Errors
/// Whatever the database says.
pub async fn delivered(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    now: Timestamp,
) -> Result<Option<(String, Option<Timestamp>)>, Error> {
    tx.one(&DELIVERED, &[now.into(), account.into(), id.into()])
        .await?
        .map(|row| Ok((row.get("recipient")?, row.get("handed_over_at")?)))
        .transpose()
}

/// Who took it tries on. True unless that was the last word already.
///
/// # Errors
/// Whatever the database says.
pub async fn reported_later(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    status: Option<EnhancedStatus>,
) -> Result<bool, Error> {
    let status = status.map(|status| status.to_string());
    let args = [status.into(), account.into(), id.into()];
    Ok(tx.one(&REPORTED_LATER, &args).await?.is_some())
}

/// It came back, to a worker or in a report; `state` is `bounced` or `failed`. Returns the recipient the first time it is told. A
/// report may be here before a worker has written down that the notice left, and then it has the last word.
///
/// # Errors
/// Whatever the database says.
pub async fn came_back(
    tx: &Tx,
    account: AccountId,
    id: NoticeId,
    state: &str,
    reason: Reason<'_>,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let args = [
        state.into(),
        reason.word.into(),
        reason.status().into(),
        now.into(),
        account.into(),
        id.into(),
    ];
    tx.one(&CAME_BACK, &args)
        .await?
        .map(|row| row.get("recipient"))
        .transpose()
}

/// How many notices are in each state, over all accounts.
///
/// # Errors
/// Whatever the database says.
pub async fn tally(tx: &Tx) -> Result<Vec<(String, i64)>, Error> {
    tx.query(&TALLY, &[])
        .await?
        .iter()
        .map(|row| Ok((row.get("state")?, row.get("notices")?)))
        .collect()
}

/// Hands a lease back before its time: the notice is due for whoever comes next.
///
/// # Errors
/// Whatever the database says.
pub async fn release(tx: &Tx, account: AccountId, id: NoticeId) -> Result<(), Error> {
    tx.execute(&RELEASE, &[account.into(), id.into()]).await?;
    Ok(())
}

/// Notices that reached nobody so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// `queued`, `failed` or `bounced`.
    pub state: String,
    /// How many, over all accounts.
    pub notices: i64,
    /// When the oldest of their events happened.
    pub oldest_at: Timestamp,
}

/// The states in which there are notices that reached nobody so far.
///
/// # Errors
/// Whatever the database says.
pub async fn undelivered(tx: &Tx) -> Result<Vec<Undelivered>, Error> {
    tx.query(&UNDELIVERED, &[])
        .await?
        .iter()
        .map(|row| {
            Ok(Undelivered {
                state: row.get("state")?,
                notices: row.get("notices")?,
                oldest_at: row.get("oldest_at")?,
            })
        })
        .collect()
}
