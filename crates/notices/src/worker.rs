//! Takes due notices from the outbox and hands them over. Any number of workers may do this at once.

use crate::article;
use crate::bounces::Returns;
use crate::compose::{Frame, compose};
use crate::transport::{Receipt, Transport, TransportError, Verdict};
use counterfoil_lang::Sentences;
use counterfoil_model::delivery::{Left, Meaning, pause_after, what_is_left};
use counterfoil_model::{
    AccountId, Announcement, Enclosed, EnhancedStatus, EventKind, FREEZE_LINK_LASTS, NoticeId,
    Span, Timestamp,
};
use counterfoil_store::repo::account;
use counterfoil_store::repo::outbox::{self, Notice, Reason};
use counterfoil_store::{Db, Error};
use serde_json::{Map, Value};
use std::pin::pin;
use std::time::Duration;

/// A worker that takes a notice has it for so long; a worker that dies gives it back this way.
const LEASE: Span = Span::minutes(2);

/// How long the loop rests when nothing is due.
const REST: Duration = Duration::from_secs(2);
/// How long a notice that is on its way may take once the loop is told to stop.
const FINISH: Duration = Duration::from_secs(10);
/// How many notices the loop looks for at once.
const BATCH: i64 = 32;

/// Opens what a notice carries sealed.
pub trait OpenLink: Send + Sync {
    /// With whole URLs, or `None` when it can't be opened: its key is missing. Only asked for notices that carry something.
    fn open(&self, notice: &Notice) -> Option<Enclosed>;
}

/// What became of the notices that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The transport took them.
    pub handed_over: u32,
    /// They are tried again later.
    pub deferred: u32,
    /// The recipient's side refused them for good.
    pub bounced: u32,
    /// They are not tried again, and the recipient can't be blamed for it.
    pub failed: u32,
    /// Their link had ended, so nobody would have had any use for them.
    pub expired: u32,
}

/// Hands over up to `limit` notices that are due, one after the other; `now` is asked anew for each.
///
/// A notice is sent at least once, whatever happens; twice only if the process or the database dies between the
/// transport's yes and our writing it down, and then both mails have the same Message-ID.
///
/// # Errors
/// Whatever the database says. Notices that were leased then are due again after two minutes.
pub async fn deliver_due(
    parts: Parts<'_>,
    now: impl Fn() -> Timestamp + Send + Sync,
    limit: i64,
) -> Result<Tally, Error> {
    let worker = Worker { parts, now: &now };
    let mut tally = Tally::default();
    for (account, id) in worker.due(limit).await? {
        if let Some(outcome) = worker.deliver(account, id).await? {
            tally.count(&outcome);
        }
    }
    Ok(tally)
}

/// Hands over whatever is due, every two seconds, until `shutdown` is done. A notice that is on its way then has ten seconds;
/// after that its lease is handed back, so that another node need not wait for it to end. A database that can't be reached is
/// logged and asked again.
///
/// `beat` is called after each look and after each notice: whoever watches hears from it whether that went well.
pub async fn run(
    parts: Parts<'_>,
    now: impl Fn() -> Timestamp + Send + Sync,
    beat: impl Fn(Beat) + Send + Sync,
    shutdown: impl Future<Output = ()> + Send,
) {
    let worker = Worker { parts, now: &now };
    let mut shutdown = pin!(shutdown);
    loop {
        let due = match worker.due(BATCH).await {
            Ok(due) => {
                beat(Beat::Well);
                due
            }
            Err(error) => {
                tracing::error!(%error, "the outbox can't be read");
                beat(Beat::Failed);
                Vec::new()
            }
        };
        let mut at_once = false;
        for (account, id) in due {
            tokio::select! {
                biased;
                () = &mut shutdown => return,
                () = std::future::ready(()) => {}
            }
            let mut delivering = pin!(worker.deliver(account, id));
            let delivered = tokio::select! {
                biased;
                () = &mut shutdown => {
                    worker.finish(account, id, delivering).await;
                    return;
                }
                delivered = &mut delivering => delivered,
            };
            match delivered {
                Ok(outcome) => {
                    at_once |= outcome.is_some();
                    beat(Beat::Well);
                }
                Err(error) => {
                    tracing::error!(notice = %id, %error, "the outbox can't be written");
                    beat(Beat::Failed);
                }
            }
        }
        let rest = if at_once { Duration::ZERO } else { REST };
        tokio::select! {
            biased;
            () = &mut shutdown => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// What the loop works with.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    /// The outbox's database.
    pub db: &'a Db,
    /// How notices leave.
    pub transport: &'a dyn Transport,
    /// Every sentence.
    pub sentences: &'a Sentences,
    /// What stands around each letter.
    pub frame: &'a Frame,
    /// Who opens sealed links.
    pub links: &'a dyn OpenLink,
    /// Who knows where notices come back to, and what it means that one did.
    pub returns: &'a dyn Returns,
}

/// A sign of life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// The outbox was read or written.
    Well,
    /// It couldn't be.
    Failed,
}

struct Worker<'a> {
    parts: Parts<'a>,
    now: &'a (dyn Fn() -> Timestamp + Send + Sync),
}

/// What became of one notice.
enum Outcome {
    HandedOver(Receipt),
    Deferred { until: Timestamp, why: Why },
    Bounced { why: Why },
    Failed { why: Why },
    Expired,
}

/// Why it didn't leave: a word of ours or a status code, and what that was about.
struct Why {
    word: String,
    status: Option<EnhancedStatus>,
    meaning: Meaning,
}

impl Why {
    /// For a reason that nobody else gave.
    fn ours(word: &str) -> Self {
        Self {
            word: word.to_owned(),
            status: None,
            meaning: Meaning::Ours,
        }
    }

    fn reason(&self) -> Reason<'_> {
        Reason {
            word: &self.word,
            status: self.status,
        }
    }
}

impl From<TransportError> for Why {
    fn from(error: TransportError) -> Self {
        Self {
            meaning: error.meaning(),
            word: error.reason,
            status: error.status,
        }
    }
}

impl Worker<'_> {
    async fn due(&self, limit: i64) -> Result<Vec<(AccountId, NoticeId)>, Error> {
        let now = (self.now)();
        self.parts
            .db
            .read("outbox_due", |tx| async move {
                outbox::due(&tx, limit, now).await
            })
            .await
    }

    /// Waits for a notice that is on its way; hands its lease back when that takes too long.
    async fn finish(
        &self,
        account: AccountId,
        id: NoticeId,
        delivering: impl Future<Output = Result<Option<Outcome>, Error>>,
    ) {
        let ended = if let Ok(delivered) = tokio::time::timeout(FINISH, delivering).await {
            delivered.map(drop)
        } else {
            tracing::warn!(notice = %id, "a notice took too long; another node may take it");
            self.parts
                .db
                .run("outbox_release", |tx| async move {
                    outbox::release(&tx, account, id).await
                })
                .await
        };
        if let Err(error) = ended {
            tracing::error!(notice = %id, %error, "the outbox can't be written");
        }
    }

    /// `None` when another worker was faster.
    async fn deliver(&self, account: AccountId, id: NoticeId) -> Result<Option<Outcome>, Error> {
        let Some(notice) = self.claim(account, id).await? else {
            return Ok(None);
        };
        let outcome = self.try_now(&notice).await;
        self.write_down(&notice, &outcome).await?;
        log(&notice, &outcome);
        Ok(Some(outcome))
    }

    /// Leases the notice, and adds to its details whose account it is about.
    async fn claim(&self, account: AccountId, id: NoticeId) -> Result<Option<Notice>, Error> {
        let now = (self.now)();
        let claimed = self.parts.db.run("outbox_claim", |tx| async move {
            let Some(mut notice) = outbox::claim(&tx, account, id, LEASE, now).await? else {
                return Ok(None);
            };
            article::enclose(&tx, &mut notice).await?;
            let owner = account::load(&tx, account).await?;
            Ok::<_, Error>(Some((notice, owner)))
        });
        Ok(claimed.await?.map(|(mut notice, owner)| {
            if let Some(owner) = owner {
                add(&mut notice.details, "account", &owner.address);
                add(&mut notice.details, "name", &owner.name);
            }
            notice
        }))
    }

    async fn try_now(&self, notice: &Notice) -> Outcome {
        let left = what_is_left(tells_by_itself(notice), notice.expires_at, (self.now)());
        if left == Left::Nothing {
            return Outcome::Expired;
        }
        let mut enclosed = match &notice.link {
            None => Enclosed::default(),
            Some(_) => match self.parts.links.open(notice) {
                Some(enclosed) => enclosed,
                // A key that is missing may come back.
                None => return self.later(notice, Why::ours("link")),
            },
        };
        if left == Left::WithoutItsLink {
            enclosed.link = None;
        }
        // The notice is worth sending without it: what else to do stands there too.
        if notice.at + FREEZE_LINK_LASTS <= (self.now)() {
            enclosed.freeze = None;
        }
        let composed = compose(self.parts.sentences, self.parts.frame, notice, &enclosed);
        let mail = match composed {
            Ok(mail) => mail.returning_to(self.parts.returns.return_path(notice.id)),
            Err(error) => {
                tracing::error!(notice = %notice.id, %error, "a notice can't be written");
                return Outcome::Failed {
                    why: Why::ours("compose"),
                };
            }
        };
        match self.parts.transport.hand_over(&mail).await {
            Ok(receipt) => Outcome::HandedOver(receipt),
            Err(error) => {
                let never = error.verdict == Verdict::Never;
                let why = Why::from(error);
                match (never, why.meaning.counts_against_the_address()) {
                    (true, true) => Outcome::Bounced { why },
                    (true, false) => Outcome::Failed { why },
                    (false, _) => self.later(notice, why),
                }
            }
        }
    }

    fn later(&self, notice: &Notice, why: Why) -> Outcome {
        let tries = u32::try_from(notice.attempts).unwrap_or(u32::MAX);
        match pause_after(tries, why.meaning) {
            Some(pause) => Outcome::Deferred {
                until: (self.now)() + pause,
                why,
            },
            // For three days the recipient's side said "not now".
            None if why.status.is_some() => Outcome::Bounced { why },
            None => Outcome::Failed { why },
        }
    }

    async fn write_down(&self, notice: &Notice, outcome: &Outcome) -> Result<(), Error> {
        let (account, id, now) = (notice.account, notice.id, (self.now)());
        if let Outcome::Bounced { why } = outcome {
            // One that can't be written down now is due again when its lease ends.
            self.parts.returns.came_back(id, why.reason()).await;
            return Ok(());
        }
        self.parts
            .db
            .run("outbox_outcome", |tx| async move {
                match outcome {
                    Outcome::HandedOver(receipt) => {
                        let reference = receipt.reference.as_deref();
                        outbox::handed_over(&tx, account, id, &receipt.transport, reference, now)
                            .await
                    }
                    Outcome::Deferred { until, why } => {
                        outbox::defer(&tx, account, id, *until, why.reason()).await
                    }
                    Outcome::Failed { why } => {
                        outbox::give_up(&tx, account, id, "failed", why.reason()).await
                    }
                    Outcome::Expired => {
                        let why = Why::ours("expired");
                        outbox::give_up(&tx, account, id, "expired", why.reason()).await
                    }
                    // Who knows the account has written it down.
                    Outcome::Bounced { .. } => Ok(()),
                }
            })
            .await
    }
}

/// Whether a notice is worth reading without its link: all are that tell of an event. An invitation and the question to a new
/// address are their link.
fn tells_by_itself(notice: &Notice) -> bool {
    EventKind::parse(&notice.kind).is_some_and(|kind| {
        kind.announce() == Announcement::Everyone
            && !(kind == EventKind::OutsideAddressAdded && notice.expires_at.is_some())
    })
}

/// Adds a detail that isn't there; what is no JSON object is left for [`compose`] to refuse.
fn add(details: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    if let Ok(mut object) = serde_json::from_str::<Map<String, Value>>(details)
        && !object.contains_key(name)
    {
        object.insert(name.to_owned(), value.into());
        *details = Value::Object(object).to_string();
    }
}

/// The notice's id, what became of it and the status code; never whom it is for or what it says.
fn log(notice: &Notice, outcome: &Outcome) {
    let (id, attempt) = (notice.id, notice.attempts);
    match outcome {
        Outcome::HandedOver(receipt) => {
            let transport = receipt.transport.as_str();
            tracing::info!(notice = %id, attempt, state = "handed-over", transport, "notice");
        }
        Outcome::Deferred { why, .. } => {
            let reason = why.word.as_str();
            tracing::warn!(notice = %id, attempt, state = "queued", reason, "notice");
        }
        Outcome::Bounced { why } => {
            let reason = why.word.as_str();
            tracing::warn!(notice = %id, attempt, state = "bounced", reason, "notice");
        }
        Outcome::Failed { why } => {
            let reason = why.word.as_str();
            tracing::error!(notice = %id, attempt, state = "failed", reason, "notice");
        }
        Outcome::Expired => tracing::warn!(notice = %id, attempt, state = "expired", "notice"),
    }
}

impl Tally {
    fn count(&mut self, outcome: &Outcome) {
        let counter = match outcome {
            Outcome::HandedOver(_) => &mut self.handed_over,
            Outcome::Deferred { .. } => &mut self.deferred,
            Outcome::Bounced { .. } => &mut self.bounced,
            Outcome::Failed { .. } => &mut self.failed,
            Outcome::Expired => &mut self.expired,
        };
        *counter = counter.saturating_add(1);
    }

    /// How many notices that were.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.handed_over + self.deferred + self.bounced + self.failed + self.expired
    }
}

#[cfg(test)]
mod tests {
    use super::add;

    #[test]
    fn what_the_event_says_is_not_overwritten() {
        let mut details = r#"{"name":"Alice"}"#.to_owned();
        add(&mut details, "name", "Bob");
        add(&mut details, "account", "alice@example.org");
        let details: serde_json::Value = serde_json::from_str(&details).unwrap();
        let expected = serde_json::json!({"account": "alice@example.org", "name": "Alice"});
        assert_eq!(details, expected);
        let mut broken = "[]".to_owned();
        add(&mut broken, "name", "Bob");
        assert_eq!(broken, "[]");
    }
}
