//! Canaries: every flow is run with everything logged, then logs and database are searched for what must be in neither.
//!
//! In a process of its own, because a subscriber is for the whole process.

mod api;
mod flows;
mod mail;

use counterfoil_service::{LinkToken, SessionToken};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Db, Error, Statement};
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::TestService;
use counterfoil_testkit::story::TestSheet;
use data_encoding::{BASE32, BASE64, BASE64URL_NOPAD, HEXLOWER};
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

const PLACE: &str = "COUNTERFOIL_TEST_CANARY";

#[test]
fn nothing_secret_is_logged_or_kept_on_sqlite() {
    fly("canary::flies_on_sqlite");
}

#[test]
fn nothing_secret_is_logged_or_kept_on_postgres() {
    fly("canary::flies_on_postgres");
}

fn fly(test: &str) {
    let directory = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored", "--nocapture"])
        .env(PLACE, directory.path())
        .output()
        .unwrap();
    let (said, complained) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    println!("{said}");
    assert!(output.status.success(), "{complained}");
    assert!(said.contains("searched"), "it flew");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the tests above, in a process of its own"]
async fn flies_on_sqlite() {
    flies(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the tests above, in a process of its own"]
async fn flies_on_postgres() {
    flies(Engine::Postgres).await;
}

async fn flies(engine: Engine) {
    let Some(place) = std::env::var_os(PLACE) else {
        return;
    };
    let log = Path::new(&place).join("log");
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(Mutex::new(File::create(&log).unwrap()))
        .init();
    let service = TestService::on(engine).policy_nonce(mail::NONCE).await;
    let mut canaries = Canaries::default();
    flows::run_every_flow(&service, &mut canaries).await;

    let logged = fs::read(&log).unwrap();
    let kept = match engine {
        Engine::Sqlite => files_of(service.url()),
        Engine::Postgres => rows_of(&service.db).await,
    };
    // What can't find anything proves nothing.
    assert!(find(&logged, b"sign_in_password") && find(&kept, b"owner1@mail.example"));
    canaries.search("log", &logged);
    canaries.search("database", &kept);
    println!(
        "{engine:?}: searched {} KiB of log and {} KiB of database for {} canaries",
        logged.len() / 1024,
        kept.len() / 1024,
        canaries.0.len()
    );
}

/// Secrets, each with what it is.
#[derive(Default)]
struct Canaries(Vec<(&'static str, Vec<u8>)>);

impl Canaries {
    fn text(&mut self, what: &'static str, text: &str) {
        for rendering in [text.to_owned(), text.to_lowercase(), text.to_uppercase()] {
            self.bytes(what, rendering.as_bytes());
        }
    }

    fn bytes(&mut self, what: &'static str, bytes: &[u8]) {
        let encoded = [
            HEXLOWER.encode(bytes),
            BASE64.encode(bytes),
            BASE64URL_NOPAD.encode(bytes),
            BASE32.encode(bytes),
        ];
        self.0.push((what, bytes.to_vec()));
        // Without what padding changes at the end.
        self.0
            .extend(encoded.map(|text| (what, text.trim_end_matches('=').as_bytes().to_vec())));
    }

    fn code(&mut self, text: &str) {
        let symbols = text.replace('-', "");
        self.text("code", text);
        self.text("code", &symbols);
        self.text("code", &text.replace('-', " "));
        self.text("code's secret symbols", &symbols[1..14]);
    }

    fn word(&mut self, what: &'static str, word: &str) {
        // Shorter ones stand in many an innocent text, and in random bytes.
        if word.len() >= 6 {
            self.0.push((what, word.as_bytes().to_vec()));
        }
    }

    fn sheet(&mut self, sheet: &TestSheet) {
        for code in &sheet.codes {
            self.code(code);
        }
        for word in &sheet.words {
            self.word("drill word", word);
        }
        for word in &sheet.page_words {
            self.word("page word", word);
        }
    }

    fn phone(&mut self, phone: &Phone) {
        self.bytes("TOTP secret", phone.key());
        let key = BASE32.encode(phone.key());
        self.text("TOTP secret", &key);
        self.text(
            "TOTP secret",
            &key.as_bytes()
                .chunks(4)
                .map(|group| std::str::from_utf8(group).unwrap())
                .collect::<Vec<_>>()
                .join(" "),
        );
    }

    fn token(&mut self, token: &SessionToken) {
        let text = token.text();
        // The account's id stands before the secret and is no secret.
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        self.bytes("session", &bytes[16..]);
        self.bytes("session", text.as_bytes());
    }

    fn link(&mut self, link: &LinkToken) {
        self.text("link", &link.text());
    }

    fn search(&self, place: &str, text: &[u8]) {
        for (what, canary) in &self.0 {
            assert!(!find(text, canary), "a {what} stands in the {place}");
        }
    }
}

fn find(text: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(text, wanted).is_some()
}

/// The database and everything beside it.
fn files_of(url: &str) -> Vec<u8> {
    let path = Path::new(url.strip_prefix("sqlite:").unwrap());
    let files = fs::read_dir(path.parent().unwrap()).unwrap();
    files
        .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}

const TABLES: Statement = Statement::new(
    "test_tables",
    "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables WHERE table_schema = 'public'",
);

/// Every row of every table as PostgreSQL writes it: bytes as hexadecimal.
async fn rows_of(db: &Db) -> Vec<u8> {
    let read: Result<Vec<String>, Error> = db
        .read("test_dump", |tx| async move {
            let mut lines = Vec::new();
            for table in tx.query(&TABLES, &[]).await? {
                let name: String = table.get("name")?;
                let sql: &'static str =
                    format!("SELECT CAST(t AS TEXT) AS line FROM {name} t").leak();
                let dump: &'static Statement =
                    Box::leak(Box::new(Statement::new("test_dump", sql)));
                for row in tx.query(dump, &[]).await? {
                    lines.push(row.get("line")?);
                }
            }
            Ok(lines)
        })
        .await;
    read.unwrap().join("\n").into_bytes()
}
