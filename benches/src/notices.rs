//! Notices that are written and handed to a mail server on this machine, beside the same letter by Python's smtplib, and by swaks.

use crate::figures::{Figures, Rounds};
use crate::house;
use crate::place::{Place, Size};
use async_trait::async_trait;
use counterfoil_e2e::MailServer;
use counterfoil_lang::{Sentences, TimeZone};
use counterfoil_model::{AccountId, Enclosed, EventId, EventKind, NoticeId, Timestamp};
use counterfoil_notices::bounces::{Returned, Returns};
use counterfoil_notices::transport::smtp::{Security, Server, Smtp};
use counterfoil_notices::{Frame, Layout, OpenLink, Parts, Transport as _, compose, deliver_due};
use counterfoil_service::{Chance, Clock as _, SystemClock, SystemEntropy};
use counterfoil_store::repo::import::ImportedAccount;
use counterfoil_store::repo::outbox::{Notice, Reason};
use counterfoil_store::{Db, Error, repo};
use serde_json::json;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

/// Mails in a round.
const MAILS: usize = 300;
/// Mails in a round of swaks, which is a process each.
const OF_SWAKS: usize = 10;
const RECIPIENT: &str = "alice@elsewhere.example";
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/mail.py");

/// The desk at which letters are written, and how they leave.
struct Desk {
    sink: MailServer,
    smtp: Smtp,
    sentences: Sentences,
    frame: Frame,
}

/// The notice that is measured has no link.
struct Links;

impl OpenLink for Links {
    fn open(&self, _: &Notice) -> Option<Enclosed> {
        None
    }
}

/// Nothing comes back: the mail server takes everything.
struct Away;

#[async_trait]
impl Returns for Away {
    fn return_path(&self, notice: NoticeId) -> Option<String> {
        Some(format!("returns+{notice}@example.org"))
    }

    fn notice_of(&self, _: &str) -> Option<NoticeId> {
        None
    }

    async fn came_back(&self, _: NoticeId, _: Reason<'_>) -> Returned {
        Returned::Unknown
    }
}

pub(crate) async fn measure(size: &Size, figures: &mut Figures) {
    figures.heading("Notices, one after the other to a mail server on this machine");
    eprintln!("bench: notices, beside smtplib");
    let mails = if size.rounds > 1 { MAILS } else { 10 };
    let desk = Desk::new();
    let account = AccountId::draw(&mut Chance(&SystemEntropy));
    let mut whole = Vec::new();
    for place in Place::both().await {
        let db = house::database(&place.create("notices").await).await;
        enter(&db, account).await;
        whole.push((place, db, Vec::new()));
    }
    let (mut written, mut theirs, mut of_swaks) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=size.rounds {
        let composed = desk.composed_a_second(account, mails).await;
        let by_python = desk.by_python(account, mails);
        let by_swaks = desk.by_swaks(account, OF_SWAKS.min(mails));
        for (_, db, rates) in &mut whole {
            let rate = desk.through_the_outbox(db, account, mails).await;
            // The first round warms up.
            if round > 0 {
                rates.push(rate);
            }
        }
        if round > 0 {
            written.push(composed);
            theirs.push(by_python);
            of_swaks.extend(by_swaks);
        }
    }
    figures.row(
        "mails a second: composed and handed over",
        Rounds::of(written.clone()),
        0,
    );
    figures.row(
        "mails a second: Python's smtplib and email, one connection",
        Rounds::of(theirs.clone()),
        0,
    );
    if of_swaks.is_empty() {
        eprintln!("bench: swaks is left out; it isn't installed");
    } else {
        figures.row(
            "mails a second: swaks, a process each",
            Rounds::of(of_swaks),
            1,
        );
    }
    figures.row(
        "composed and handed over ÷ smtplib",
        Rounds::ratios(&written, &theirs),
        2,
    );
    for (place, _, rates) in whole {
        let name = place.name;
        figures.row(format!("notices a second from the outbox on {name}, each claimed before and written down after"), Rounds::of(rates.clone()), 0);
        figures.row(
            format!("notices from the outbox on {name} ÷ smtplib, which keeps none"),
            Rounds::ratios(&rates, &theirs),
            2,
        );
    }
}

impl Desk {
    fn new() -> Self {
        let sink = MailServer::refusing("nobody.example");
        sink.takes_everybody();
        let server = Server {
            host: "127.0.0.1".to_owned(),
            port: sink.port(),
            security: Security::None,
            login: None,
            hello: "account.example.org".to_owned(),
            authorities: Vec::new(),
        };
        Self {
            sink,
            smtp: Smtp::new(server).expect("a transport"),
            sentences: Sentences::load().expect("sentences"),
            frame: Frame {
                service_name: "example.org mail".to_owned(),
                from: "account@example.org".to_owned(),
                public_url: "https://account.example.org".parse().expect("a URL"),
                help_line: Some("Call the help desk: +33 1 23 45 67 89".to_owned()),
                time_zone: TimeZone::get("Europe/Paris").expect("a time zone"),
                layout: Arc::new(Layout::bundled().expect("a layout")),
            },
        }
    }

    async fn composed_a_second(&self, account: AccountId, mails: usize) -> f64 {
        let now = SystemClock.now();
        let notices: Vec<Notice> = (0..mails).map(|_| notice(account, now)).collect();
        let began = Instant::now();
        for notice in &notices {
            let mail = compose(&self.sentences, &self.frame, notice, &Enclosed::default())
                .expect("a mail");
            self.smtp.hand_over(&mail).await.expect("a mail server");
        }
        rate(mails, began)
    }

    /// As the server's worker does it: due, claimed, composed, handed over, written down.
    async fn through_the_outbox(&self, db: &Db, account: AccountId, mails: usize) -> f64 {
        let now = SystemClock.now();
        let notices: &Vec<Notice> = &(0..mails).map(|_| notice(account, now)).collect();
        let queued: Result<(), Error> = db
            .run("bench_notices", |tx| async move {
                for notice in notices {
                    repo::outbox::queue(&tx, notice, now).await?;
                }
                Ok(())
            })
            .await;
        queued.expect("an outbox");
        let (began, mut handed_over) = (Instant::now(), 0);
        while handed_over < mails {
            let parts = Parts {
                db,
                transport: &self.smtp,
                sentences: &self.sentences,
                frame: &self.frame,
                links: &Links,
                returns: &Away,
            };
            let tally = deliver_due(parts, || SystemClock.now(), 32);
            let tally = tally.await.expect("an outbox");
            assert_eq!(tally.handed_over, tally.total(), "each is handed over");
            assert!(tally.total() > 0, "each is due at once");
            handed_over += usize::try_from(tally.handed_over).expect("a small number");
        }
        rate(mails, began)
    }

    /// The same letter, put together anew each time.
    fn by_python(&self, account: AccountId, mails: usize) -> f64 {
        let letter = self.letter(account);
        let said = told(
            Command::new("python3")
                .arg(PROGRAM)
                .arg(self.sink.port().to_string())
                .arg(mails.to_string()),
            &letter,
        );
        said.trim().parse().expect("its figure")
    }

    /// `None` where it isn't installed.
    fn by_swaks(&self, account: AccountId, mails: usize) -> Option<f64> {
        let mail = compose(
            &self.sentences,
            &self.frame,
            &notice(account, SystemClock.now()),
            &Enclosed::default(),
        );
        let eml = mail.expect("a mail").eml();
        Command::new("swaks").arg("--version").output().ok()?;
        let server = format!("127.0.0.1:{}", self.sink.port());
        let began = Instant::now();
        for _ in 0..mails {
            let mut swaks = Command::new("swaks");
            swaks.args([
                "--silent",
                "--server",
                &server,
                "--from",
                "account@example.org",
                "--to",
                RECIPIENT,
                "--data",
                "-",
            ]);
            told(&mut swaks, &eml);
        }
        Some(rate(mails, began))
    }

    /// What the letter says, for others to send.
    fn letter(&self, account: AccountId) -> Vec<u8> {
        let now = SystemClock.now();
        let mail = compose(
            &self.sentences,
            &self.frame,
            &notice(account, now),
            &Enclosed::default(),
        );
        let mail = mail.expect("a mail");
        let letter = json!({
            "from": mail.from,
            "to": mail.to,
            "subject": mail.subject,
            "text": mail.text,
            "html": mail.html,
        });
        letter.to_string().into_bytes()
    }
}

fn notice(account: AccountId, now: Timestamp) -> Notice {
    let chance = &mut Chance(&SystemEntropy);
    Notice {
        account,
        id: NoticeId::draw(chance),
        event: EventId::draw(chance),
        recipient: RECIPIENT.to_owned(),
        language: "en".to_owned(),
        kind: EventKind::CodeRedeemed.as_str().to_owned(),
        at: now,
        details: json!({"code": "7", "left": "6"}).to_string(),
        network: "192.0.2.0/24".to_owned(),
        device: "Firefox on Linux".to_owned(),
        link: None,
        attempts: 0,
        expires_at: None,
    }
}

async fn enter(db: &Db, account: AccountId) {
    let alice = &ImportedAccount {
        id: account,
        address: "alice@example.org",
        address_key: "alice@example.org",
        login: None,
        name: "Alice",
        language: "en",
        password: None,
    };
    let entered: Result<_, Error> = db
        .run("bench_alice", |tx| async move {
            repo::import::enter(&tx, alice, SystemClock.now()).await
        })
        .await;
    entered.expect("an owner");
}

fn rate(mails: usize, began: Instant) -> f64 {
    f64::from(u32::try_from(mails).expect("a small number")) / began.elapsed().as_secs_f64()
}

/// What a program says to what it is told.
fn told(command: &mut Command, input: &[u8]) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a program");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(input).expect("it listens");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{command:?} failed");
    String::from_utf8(output.stdout).expect("text")
}
