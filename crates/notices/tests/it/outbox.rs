//! An outbox on a real database, and what stands around a worker.

use crate::sample;
use async_trait::async_trait;
use counterfoil_lang::Sentences;
use counterfoil_model::{Enclosed, EventKind, NoticeId, Span, Timestamp};
use counterfoil_notices::bounces::{Returned, Returns};
use counterfoil_notices::{
    Frame, Mail, OpenLink, Parts, Receipt, Tally, Transport, TransportError, deliver_due,
};
use counterfoil_store::repo;
use counterfoil_store::repo::account::NewAccount;
use counterfoil_store::repo::outbox::{Notice, Reason};
use counterfoil_store::{Db, Error};
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// A clock that stands still until it is told otherwise.
pub(crate) struct Clock(AtomicI64);

impl Clock {
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }

    pub(crate) fn pass(&self, span: Span) {
        self.0.fetch_add(span.as_micros(), Ordering::SeqCst);
    }
}

/// For a mail that was taken.
pub(crate) fn receipt() -> Receipt {
    Receipt {
        transport: "answering".into(),
        reference: Some("mail-1".into()),
    }
}

/// Answers what it was told to and keeps what it took.
pub(crate) struct Answering {
    pub(crate) answer: Mutex<Result<Receipt, TransportError>>,
    pub(crate) taken: Mutex<Vec<Mail>>,
    pub(crate) tried: AtomicI64,
}

impl Answering {
    pub(crate) fn new(answer: Result<Receipt, TransportError>) -> Self {
        Self {
            answer: Mutex::new(answer),
            taken: Mutex::default(),
            tried: AtomicI64::new(0),
        }
    }
}

#[async_trait]
impl Transport for Answering {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        // Long enough for another worker to come by.
        tokio::time::sleep(Duration::from_millis(5)).await;
        self.tried.fetch_add(1, Ordering::SeqCst);
        let answer = self.answer.lock().unwrap().clone();
        if answer.is_ok() {
            self.taken.lock().unwrap().push(mail.clone());
        }
        answer
    }

    fn reaches_people(&self) -> bool {
        false
    }
}

/// Opens what isn't sealed, unless its key is gone.
pub(crate) struct Open {
    pub(crate) key_there: bool,
}

impl OpenLink for Open {
    fn open(&self, _: &Notice) -> Option<Enclosed> {
        self.key_there.then(|| Enclosed {
            link: Some(sample::LINK.into()),
            ..Enclosed::default()
        })
    }
}

/// Writes down what came back, and nothing else.
pub(crate) struct Known(Db);

impl Known {
    pub(crate) fn of(db: &Db) -> Self {
        Self(db.clone())
    }
}

#[async_trait]
impl Returns for Known {
    fn return_path(&self, notice: NoticeId) -> Option<String> {
        Some(format!("returns+{notice}@example.org"))
    }

    fn notice_of(&self, _: &str) -> Option<NoticeId> {
        None
    }

    async fn came_back(&self, id: NoticeId, reason: Reason<'_>) -> Returned {
        let noted = self.0.run("test_came_back", |tx| async move {
            let account = repo::outbox::about(&tx, id).await?.unwrap().account;
            repo::outbox::came_back(&tx, account, id, "bounced", reason, sample::AT).await
        });
        let recipient: Result<Option<String>, Error> = noted.await;
        assert!(recipient.unwrap().is_some(), "it is written down once");
        Returned::Noted
    }
}

pub(crate) struct Outbox {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) transport: Answering,
    pub(crate) links: Open,
    pub(crate) returns: Known,
    pub(crate) sentences: Sentences,
    pub(crate) frame: Frame,
    _place: TempDir,
}

impl Outbox {
    pub(crate) async fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", place.path().join("test.sqlite").display());
        let db = counterfoil_store::open(&url).await.unwrap();
        counterfoil_store::migrate(&db, sample::AT).await.unwrap();
        Self {
            clock: Clock(AtomicI64::new(sample::AT.as_micros())),
            transport: Answering::new(Ok(receipt())),
            links: Open { key_there: true },
            returns: Known::of(&db),
            db,
            sentences: Sentences::load().unwrap(),
            frame: sample::frame(),
            _place: place,
        }
    }

    pub(crate) fn notice(&self, kind: EventKind, linked: bool, number: u8) -> Notice {
        Notice {
            id: NoticeId::from_bytes([number; 16]),
            ..sample::notice(&self.sentences, kind, linked)
        }
    }

    pub(crate) async fn queue(&self, notice: &Notice) {
        let now = self.clock.now();
        self.db
            .run("test_queue", |tx| async move {
                repo::outbox::queue(&tx, notice, now).await
            })
            .await
            .unwrap();
    }

    pub(crate) async fn enter_account(&self, address: &str, name: &str) {
        let id = sample::notice(&self.sentences, EventKind::SheetLost, false).account;
        let now = self.clock.now();
        self.db
            .run("test_account", |tx| async move {
                let new = NewAccount {
                    id,
                    address,
                    address_key: address,
                    name,
                    language: "en",
                    role: "owner",
                    state: "active",
                };
                repo::account::enter(&tx, &new, now).await
            })
            .await
            .unwrap();
    }

    pub(crate) fn answer(&self, answer: Result<Receipt, TransportError>) {
        *self.transport.answer.lock().unwrap() = answer;
    }

    pub(crate) fn tried(&self) -> i64 {
        self.transport.tried.load(Ordering::SeqCst)
    }

    pub(crate) fn parts(&self) -> Parts<'_> {
        Parts {
            db: &self.db,
            transport: &self.transport,
            sentences: &self.sentences,
            frame: &self.frame,
            links: &self.links,
            returns: &self.returns,
        }
    }

    pub(crate) async fn deliver(&self) -> Tally {
        self.try_deliver(100).await.unwrap()
    }

    pub(crate) async fn try_deliver(&self, limit: i64) -> Result<Tally, Error> {
        let now = || self.clock.now();
        deliver_due(self.parts(), now, limit).await
    }

    /// How many notices are in each state, as `queued 1, failed 2`.
    pub(crate) async fn states(&self) -> String {
        let tally = self
            .db
            .read(
                "test_states",
                |tx| async move { repo::outbox::tally(&tx).await },
            )
            .await
            .unwrap();
        tally
            .iter()
            .map(|(state, notices)| format!("{state} {notices}"))
            .collect::<Vec<_>>()
            .join(", ")
    }
}
