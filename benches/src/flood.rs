//! Two floods against the real program over HTTP, and honest people who sign in meanwhile.
//!
//! Wrong passwords come from ten thousand networks, half of them for the account that the honest sign in to and half for
//! addresses that nobody has. Codes with foreign tags come from half-sessions of somebody who knows a password.

use crate::figures::{Figures, Rounds};
use crate::house;
use crate::place::Size;
use crate::start::megabytes;
use counterfoil_core::{Code, Slot, TagKey};
use counterfoil_e2e::{Hand, Server, Setup};
use counterfoil_model::{Span, Timestamp};
use counterfoil_service::account::Enrolling;
use counterfoil_service::{App, Chance, SystemEntropy, Visit};
use counterfoil_testkit::phone::Phone;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Connections that flood at a time.
const CONNECTIONS: u32 = 64;
const NETWORKS: u32 = 10_000;
/// Pause between two sign-ins of the known device.
const BREATH: Duration = Duration::from_millis(20);
/// Pause between two strangers, and between two looks at the memory.
const PAUSE: Duration = Duration::from_millis(100);
/// How much slower a known device may get.
const SLOWER: f64 = 3.0;
/// How much memory may grow from the first flood to the last.
const FLAT: f64 = 1.1;
/// How much there may be at all, in mebibytes: a slow hash on each thread takes 19 of them.
const MEMORY: f64 = 256.0;
/// Floods of each kind, with quiet before each.
const ROUNDS: usize = 3;
const TRIES: u32 = 3;
const PASSWORD: &str = "a ladder, nine plums and fog";

/// Somebody with a password, and a second step if they have a sheet.
struct Person {
    address: String,
}

#[derive(Clone, Copy)]
enum Kind {
    Passwords,
    Tags,
}

pub(crate) async fn measure(size: &Size, figures: &mut Figures) {
    figures.heading("Floods");
    let server = tokio::task::spawn_blocking(|| {
        Setup::default()
            .set("trusted_proxies", r#"["127.0.0.1"]"#)
            .set("log.level", "warn")
            .start()
    });
    let server = Arc::new(server.await.expect("a server"));
    let url = format!(
        "sqlite:{}",
        server.data().join("counterfoil.sqlite").display()
    );
    let db = counterfoil_store::open(&url)
        .await
        .expect("the server's database");
    let app = house::app(db, house::keys_in(&server.data().join("keys"))).await;
    let alice = enroll(&app, "alice", false).await;
    let mallory = enroll(&app, "mallory", true).await;
    let mut known = Honest::known(&server, &app, &alice).await;

    for (kind, what) in [
        (Kind::Passwords, "wrong passwords from 10,000 networks"),
        (Kind::Tags, "codes with foreign tags"),
    ] {
        eprintln!("bench: a flood of {what}");
        let mut seen = Seen::default();
        for _ in 0..size.rounds.min(ROUNDS) {
            seen.quiet.extend(known.signs_in_for(size.flood / 2).await);
            let before = megabytes(&server);
            seen.before.push(before);
            let flood = Flood::begin(&server, kind, &alice, &mallory).await;
            // The first moments find everything empty.
            tokio::time::sleep(size.flood / 10).await;
            let peak = Peak::watch(&server);
            let address = alice.address.clone();
            let strangers = strangers(Arc::clone(&server), address, size.flood);
            let strangers = tokio::spawn(strangers);
            seen.flooded.extend(known.signs_in_for(size.flood).await);
            seen.strangers.extend(strangers.await.expect("strangers"));
            let asked = flood.end().await;
            seen.asked.push(asked / (size.flood.as_secs_f64() * 1.1));
            seen.most.push(peak.end());
        }
        seen.report(what, figures);
    }
}

/// What was seen around the floods of one kind.
#[derive(Default)]
struct Seen {
    /// Milliseconds of a sign-in on a known device.
    quiet: Vec<f64>,
    flooded: Vec<f64>,
    /// Tries.
    strangers: Vec<u32>,
    /// Requests a second.
    asked: Vec<f64>,
    /// Mebibytes, a round each.
    before: Vec<f64>,
    most: Vec<f64>,
}

impl Seen {
    fn report(self, what: &str, figures: &mut Figures) {
        let (quiet_p99, flooded_p99) = (p99(&self.quiet), p99(&self.flooded));
        let (first, last) = (self.most.first(), self.most.last());
        let grown = last.expect("a round") / first.expect("a round");
        let most = self.most.iter().copied().fold(0.0, f64::max);
        let all_in = self.strangers.iter().all(|tries| *tries <= TRIES);
        let came = self.strangers.len();
        let tries = self.strangers.into_iter().map(f64::from).collect();
        for (row, rounds, digits) in [
            (
                format!("{what}: requests a second that were answered"),
                self.asked,
                0,
            ),
            (
                "a known device signs in while it is quiet, ms".to_owned(),
                self.quiet,
                0,
            ),
            ("the same under the flood, ms".to_owned(), self.flooded, 0),
            ("p99 while it is quiet, ms".to_owned(), vec![quiet_p99], 0),
            ("p99 under the flood, ms".to_owned(), vec![flooded_p99], 0),
            ("tries until a stranger is in".to_owned(), tries, 0),
            ("memory before a flood, MiB".to_owned(), self.before, 1),
            ("memory at most in a flood, MiB".to_owned(), self.most, 1),
        ] {
            figures.row(row, Rounds::of(rounds), digits);
        }
        figures.at_most(
            &format!("a known device's p99 under {what} ÷ quiet"),
            flooded_p99 / quiet_p99,
            SLOWER,
        );
        figures.promise(
            &format!("each of {came} strangers is in within three tries, under {what}"),
            all_in,
        );
        figures.at_most(
            &format!("most memory in the last flood of {what} ÷ in the first"),
            grown,
            FLAT,
        );
        figures.at_most(&format!("most memory under {what}, MiB"), most, MEMORY);
    }
}

/// Makes an account in the server's own database, with a second step and a sheet if they are asked for.
async fn enroll(app: &App, name: &str, second_step: bool) -> Person {
    let address = format!("{name}@example.org");
    let visit = Visit::new(name.as_bytes(), Ipv4Addr::new(192, 0, 2, 1).into(), "Bench");
    let invited = app
        .invite(&address, name, "en", None)
        .await
        .expect("an invitation");
    let enrolling = Enrolling {
        address: "",
        name,
        language: "en",
        password: PASSWORD,
    };
    let link = invited.link.expect("a link on paper");
    let token = app
        .accept_invitation(&link, &visit, enrolling)
        .await
        .expect("an account");
    if second_step {
        let session = app.session(&token, &visit).await.expect("a session");
        app.begin_totp(&session).await.expect("a key");
        let begun = app
            .begun_totp(&session)
            .await
            .expect("a key")
            .expect("a key");
        let digits = Phone::with_key(&begun.key_text).digits(app.now());
        let bound = app
            .prove_totp(&session, &visit, &digits)
            .await
            .expect("a phone");
        let session = app.session(&bound.token, &visit).await.expect("a session");
        let sheet = app
            .show_codes(&session, &visit, "my mail")
            .await
            .expect("a sheet");
        let code = sheet.codes.first().expect("a code").code.text();
        app.prove_codes(&session, &visit, &code, false)
            .await
            .expect("a proof");
    }
    Person { address }
}

/// Somebody who signs in with the right password.
struct Honest {
    hand: Hand,
    address: String,
}

impl Honest {
    /// On a device that the account has known for eight days.
    async fn known(server: &Server, app: &App, person: &Person) -> Self {
        let hand =
            Hand::new(server.port(), server.url()).on_behalf_of(Ipv4Addr::new(198, 51, 100, 7));
        let mut honest = Self {
            hand,
            address: person.address.clone(),
        };
        honest.signs_in().await.expect("an honest person gets in");
        let known_since: Timestamp = app.now() - Span::days(8);
        let file = server.data().join("counterfoil.sqlite");
        let connection = rusqlite::Connection::open(file).expect("the database");
        let aged = connection.execute(
            "UPDATE device SET trusted_since = ?1",
            [known_since.as_micros()],
        );
        assert!(aged.expect("a device") > 0);
        honest
    }

    /// How many milliseconds it took from the button to the next page; what went wrong otherwise.
    async fn signs_in(&mut self) -> Result<f64, String> {
        self.hand.forget("__Host-counterfoil-session");
        self.hand
            .get("/sign-in")
            .await
            .map_err(|error| error.to_string())?;
        let began = Instant::now();
        let fields = [("address", self.address.as_str()), ("password", PASSWORD)];
        let told = self.hand.fill_in("/sign-in", &fields).await;
        let told = told.map_err(|error| error.to_string())?;
        if told.status == 303 {
            Ok(began.elapsed().as_secs_f64() * 1_000.0)
        } else {
            Err(format!("{} {}", told.status, self.address))
        }
    }

    async fn signs_in_for(&mut self, span: Duration) -> Vec<f64> {
        let began = Instant::now();
        let mut took = Vec::new();
        while began.elapsed() < span {
            took.push(
                self.signs_in()
                    .await
                    .expect("a known device always gets in"),
            );
            tokio::time::sleep(BREATH).await;
        }
        took
    }
}

/// How many tries each stranger needed, each from a network that nobody knows; four for one that never got in.
async fn strangers(server: Arc<Server>, address: String, span: Duration) -> Vec<u32> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let began = Instant::now();
    let mut needed = Vec::new();
    while began.elapsed() < span {
        let network = Ipv4Addr::from_bits(
            (172 << 24) | (16 << 16) | (NEXT.fetch_add(1, Ordering::Relaxed) << 8) | 9,
        );
        let mut honest = Honest {
            hand: Hand::new(server.port(), server.url()).on_behalf_of(network),
            address: address.clone(),
        };
        let mut tries = 1;
        while tries <= TRIES && honest.signs_in().await.is_err() {
            tries += 1;
            // As the answer says: "again in five seconds".
            tokio::time::sleep(PAUSE).await;
        }
        needed.push(tries);
        tokio::time::sleep(PAUSE).await;
    }
    needed
}

/// Connections that send as fast as they are answered.
struct Flood {
    over: Arc<AtomicBool>,
    hands: JoinSet<u32>,
}

impl Flood {
    async fn begin(server: &Server, kind: Kind, victim: &Person, insider: &Person) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let mut hands = JoinSet::new();
        for place in 0..CONNECTIONS {
            let mut hand = Hand::new(server.port(), server.url()).on_behalf_of(network(place));
            if matches!(kind, Kind::Tags) {
                let fields = [
                    ("address", insider.address.as_str()),
                    ("password", PASSWORD),
                ];
                let told = hand
                    .fill_in("/sign-in", &fields)
                    .await
                    .expect("the server answers");
                assert_eq!(told.leads_to(), "/sign-in/second-step");
            }
            let (over, victim) = (Arc::clone(&over), victim.address.clone());
            hands.spawn(async move {
                let mut asked = 0;
                for number in 0_u32.. {
                    if over.load(Ordering::Relaxed) {
                        break;
                    }
                    hand = hand.on_behalf_of(network(number * CONNECTIONS + place));
                    let told = match kind {
                        Kind::Passwords => {
                            let nobody = format!("nobody-{place}-{number}@example.org");
                            let address = if number % 2 == 0 { &victim } else { &nobody };
                            let fields =
                                [("address", address.as_str()), ("password", "not this one")];
                            hand.fill_in("/sign-in", &fields).await
                        }
                        Kind::Tags => {
                            let code = foreign_code();
                            hand.fill_in("/sign-in/code", &[("code", &code)]).await
                        }
                    };
                    asked += u32::from(told.is_ok());
                }
                asked
            });
        }
        Self { over, hands }
    }

    async fn end(self) -> f64 {
        self.over.store(true, Ordering::Relaxed);
        f64::from(self.hands.join_all().await.into_iter().sum::<u32>())
    }
}

fn network(number: u32) -> Ipv4Addr {
    Ipv4Addr::from_bits((10 << 24) | ((number % NETWORKS) << 8) | 1)
}

/// Well formed, and none of ours.
fn foreign_code() -> String {
    let key = TagKey::from_bytes([0xee; 32]);
    let slot = Slot::new(1).expect("a slot");
    let code = Code::draw(slot, &key, &mut Chance(&SystemEntropy));
    code.text().to_string()
}

/// The most memory that a server held.
struct Peak {
    over: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<f64>,
}

impl Peak {
    fn watch(server: &Arc<Server>) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let (is_over, server) = (Arc::clone(&over), Arc::clone(server));
        let thread = std::thread::spawn(move || {
            let mut most = 0.0_f64;
            while !is_over.load(Ordering::Relaxed) {
                most = most.max(megabytes(&server));
                std::thread::sleep(PAUSE);
            }
            most
        });
        Self { over, thread }
    }

    fn end(self) -> f64 {
        self.over.store(true, Ordering::Relaxed);
        self.thread.join().expect("a thread")
    }
}

fn p99(took: &[f64]) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * 99).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().expect("somebody signed in")
}
