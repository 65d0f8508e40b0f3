//! Item 2: a worker that is killed at any moment loses nothing, and sends nothing twice but what it was sending.
//!
//! The worker is this program once more, in a process of its own that `SIGKILL` ends. Its clock is given to it, and each new
//! worker's is ahead by a lease, so nobody waits for one to end.

use crate::fake_server::{FakeServer, Manners};
use crate::outbox::{Known, Open};
use crate::sample;
use counterfoil_lang::Sentences;
use counterfoil_model::{EventKind, Span, Timestamp};
use counterfoil_notices::transport::Smtp;
use counterfoil_notices::transport::smtp::{Security, Server};
use counterfoil_notices::{Parts, deliver_due};
use counterfoil_store::driver::Engine;
use counterfoil_store::open_with;
use counterfoil_store::repo::{self, outbox::Notice};
use counterfoil_testkit::database::{TestDatabase, thorough};
use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const DATABASE: &str = "COUNTERFOIL_TEST_WORKER_DATABASE";
const PORT: &str = "COUNTERFOIL_TEST_WORKER_PORT";
const NOW: &str = "COUNTERFOIL_TEST_WORKER_NOW";

/// A worker of the test below.
#[test]
#[ignore = "it is the process that the tests below start and kill"]
fn worker() {
    let said = |name: &str| std::env::var(name).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let db = open_with(&said(DATABASE), 2).await.unwrap();
        let now = Timestamp::from_micros(said(NOW).parse().unwrap());
        let smtp = Smtp::new(Server {
            host: "127.0.0.1".into(),
            port: said(PORT).parse().unwrap(),
            security: Security::None,
            login: None,
            hello: "account.example.org".into(),
            authorities: Vec::new(),
        })
        .unwrap();
        let (sentences, frame) = (Sentences::load().unwrap(), sample::frame());
        let (links, returns) = (Open { key_there: true }, Known::of(&db));
        let parts = Parts {
            db: &db,
            transport: &smtp,
            sentences: &sentences,
            frame: &frame,
            links: &links,
            returns: &returns,
        };
        while deliver_due(parts, || now, 20).await.unwrap().total() > 0 {}
    });
}

fn start(database: &TestDatabase, port: u16, now: Timestamp) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["kill_nine::worker", "--exact", "--ignored"])
        .env(DATABASE, database.url())
        .env(PORT, port.to_string())
        .env(NOW, now.as_micros().to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Moments that differ from run to run as little as they must: Marsaglia's xorshift.
struct Moments(u64);

impl Moments {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

async fn queue(database: &TestDatabase, round: usize, notices: usize, now: Timestamp) {
    let sentences = Sentences::load().unwrap();
    let sample = &sample::notice(&sentences, EventKind::CodeRedeemed, false);
    let queued = database.db.run("test_queue", |tx| async move {
        for number in 0..notices {
            let recipient = format!("alice-{round}-{number}@elsewhere.example");
            let notice = Notice {
                id: repo::outbox::key(sample.event, &recipient, "tell"),
                recipient,
                ..sample.clone()
            };
            repo::outbox::queue(&tx, &notice, now).await?;
        }
        Ok::<_, counterfoil_store::Error>(())
    });
    queued.await.unwrap();
}

/// Waits until the sink has taken so many mails, or the worker has ended.
async fn wait_for(fake: &FakeServer, mails: usize, worker: &mut Child) -> bool {
    loop {
        if fake.count() >= mails {
            return true;
        }
        if worker.try_wait().unwrap().is_some() {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// One round after the other on this engine. Gives how often a worker was killed, and how many mails came twice.
async fn rounds(engine: Engine, rounds: usize, notices: usize) -> (usize, usize) {
    let database = TestDatabase::fresh(engine).await;
    let fake = FakeServer::start(Manners::default(), None).await;
    let mut moments = Moments(0x00c0_ffee ^ u64::try_from(rounds * notices).unwrap());
    let (mut now, mut kills) = (sample::AT, 0);
    for round in 0..rounds {
        queue(&database, round, notices, now).await;
        loop {
            let mut worker = start(&database, fake.port, now);
            let more = moments.below(u64::try_from(notices).unwrap());
            let mails = fake.count() + usize::try_from(more).unwrap();
            if !wait_for(&fake, mails, &mut worker).await {
                assert!(worker.wait().unwrap().success(), "round {round}");
                break;
            }
            tokio::time::sleep(Duration::from_micros(moments.below(5_000))).await;
            worker.kill().unwrap();
            worker.wait().unwrap();
            kills += 1;
            // The dead worker's lease ends.
            now = now + Span::minutes(2);
        }
    }

    let all = rounds * notices;
    let states = database.db.read(
        "test_states",
        |tx| async move { repo::outbox::tally(&tx).await },
    );
    let states: Vec<(String, i64)> = states.await.unwrap();
    assert_eq!(
        states,
        [("handed-over".to_owned(), i64::try_from(all).unwrap())]
    );
    let mut by_id: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for mail in fake.mails() {
        let id = mail
            .lines()
            .find_map(|line| line.strip_prefix("Message-ID: "))
            .unwrap();
        by_id.entry(id.to_owned()).or_default().push(mail);
    }
    assert_eq!(by_id.len(), all, "none is lost");
    let twice: usize = by_id.values().map(|mails| mails.len() - 1).sum();
    assert!(twice <= kills, "{twice} twice, after {kills} kills");
    for mails in by_id.values() {
        assert!(
            mails.iter().all(|mail| Some(mail) == mails.first()),
            "what comes twice is the same mail"
        );
    }
    println!("{engine:?}: {all} notices, {kills} workers killed, {twice} mails twice, none lost");
    (kills, twice)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_worker_loses_nothing_and_repeats_only_what_it_was_sending() {
    let (sqlite, postgres, notices) = if thorough() {
        (100, 100, 1_000)
    } else {
        (10, 1, 100)
    };
    let (kills, _) = rounds(Engine::Sqlite, sqlite, notices).await;
    assert!(kills >= sqlite, "{kills}");
    rounds(Engine::Postgres, postgres, notices).await;
}
