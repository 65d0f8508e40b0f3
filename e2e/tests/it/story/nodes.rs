//! Three nodes on one PostgreSQL behind one address, of which one is killed every second and comes back: an owner signs in
//! with a code all the same, and a code that many hands type at once opens the door one time.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use counterfoil_e2e::Hand;
use counterfoil_e2e::mail_system::{Haproxy, free_port};
use counterfoil_testkit::database::thorough;
use counterfoil_testkit::postgres::TestPostgres;
use tempfile::TempDir;
use tokio::sync::Barrier;

use super::*;

const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(100);
/// A node has a notice for two minutes.
const LEASE_AND_MORE: Duration = Duration::from_secs(150);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_nodes_of_which_one_is_killed_every_second() {
    let home = TempDir::new().unwrap();
    let front = free_port();
    let url = format!("http://localhost:{front}");
    let database = TestPostgres::fresh_database().await;
    let setup = || {
        Setup::default()
            .set("service_name", "example.org mail")
            .set("public_url", &url)
            .set("trusted_proxies", r#"["127.0.0.1"]"#)
            .set("database.url", &database)
    };
    // The first makes the keys that all of them have, and goes.
    let mut first = setup().start();
    first.kill();
    let data = first.data();
    let node = || setup().set("data_dir", &data.to_string_lossy()).start();
    let nodes = [node(), node(), node()];
    let _in_front = Haproxy::before(home.path(), front, &nodes.each_ref().map(Server::port));

    // Set up in peace, by whichever node comes next. The set-up link is the last one's: each voids those before.
    let look = Look::DESK.without_script();
    let browser = Browser::open(&url, look).await;
    let link = an_operator_invites(&nodes[2], &browser, look).await;
    let mut story = an_owner_arrives(first, browser, &link, look).await;
    story.sets_up_the_phone().await;
    story.adds_an_outside_address().await;
    let sheet = story.gets_codes().await;

    let killing = Storm::begin(nodes);
    let used = signs_in_with_a_code(&story.browser, &sheet).await;
    let (rounds, hands) = if thorough() { (8, 48) } else { (2, 12) };
    let mut typed = vec![(used, true)];
    for (round, slot) in (used + 1..=10).take(rounds).enumerate() {
        let code = sheet.line(slot).code();
        typed.push((slot, race(front, &url, &code, hands, round).await));
    }
    while killing.kills() < 3 {
        tokio::time::sleep(PAUSE).await;
    }
    let (kills, nodes) = killing.end();
    println!("{kills} nodes killed");

    // What was spent in the storm stays spent in the calm; what nobody knows of is spent once more, at most.
    for (slot, surely) in typed {
        for (again, surely) in [(false, surely), (true, true)] {
            let network = 200 + u8::from(again);
            let mut hand = hand(front, &url, network, u8::try_from(slot).unwrap());
            half_way(&mut hand).await;
            let fields = [("code", sheet.line(slot).code())];
            let fields = fields.each_ref().map(|(name, code)| (*name, code.as_str()));
            let told = hand.fill_in("/sign-in/code", &fields).await.unwrap();
            let used = told.body.contains("Each code works once.");
            let opened = !surely && told.body.contains("You used code ");
            assert!(used || opened, "code {slot}: {}\n{}", told.head, told.body);
        }
    }
    for to in [ALICE, OUTSIDE] {
        let said = format!("Code {used} was used to get in.");
        let _ = story
            .server
            .mail_within(LEASE_AND_MORE, &[&format!("To: {to}"), &said]);
    }
    for node in &nodes {
        assert!(!node.log().contains("panicked"), "{}", node.log());
    }
}

/// Kills one node after the other, a second apart, and starts it again.
struct Storm {
    over: Arc<AtomicBool>,
    kills: Arc<AtomicUsize>,
    thread: JoinHandle<[Server; 3]>,
}

impl Storm {
    fn begin(mut nodes: [Server; 3]) -> Self {
        let (over, kills) = (
            Arc::new(AtomicBool::new(false)),
            Arc::new(AtomicUsize::new(0)),
        );
        let (is_over, count) = (Arc::clone(&over), Arc::clone(&kills));
        let thread = std::thread::spawn(move || {
            for next in [0, 1, 2].into_iter().cycle() {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                let began = Instant::now();
                nodes[next].kill();
                count.fetch_add(1, Ordering::Relaxed);
                nodes[next].start_again();
                std::thread::sleep(Duration::from_secs(1).saturating_sub(began.elapsed()));
            }
            nodes
        });
        Self {
            over,
            kills,
            thread,
        }
    }

    fn kills(&self) -> usize {
        assert!(!self.thread.is_finished(), "a node didn't come back");
        self.kills.load(Ordering::Relaxed)
    }

    fn end(self) -> (usize, [Server; 3]) {
        self.over.store(true, Ordering::Relaxed);
        let nodes = self.thread.join().unwrap();
        (self.kills.load(Ordering::Relaxed), nodes)
    }
}

/// Signs in with the first code that a node hears, beginning again where one was killed in the middle; gives its number.
async fn signs_in_with_a_code(browser: &Browser, sheet: &Sheet) -> usize {
    let began = Instant::now();
    let mut slot = 2;
    loop {
        assert!(began.elapsed() < PATIENCE, "{}", browser.text().await);
        browser.forget_cookies().await;
        if !opens(browser, "/sign-in", "Your password").await {
            continue;
        }
        browser.type_into("Your mail address", ALICE).await;
        browser.type_into("Your password", PASSWORD).await;
        browser.press("Sign in").await;
        if !shows(browser, "Is your phone lost").await
            || !opens(browser, "/sign-in/code", "It will be used up").await
        {
            continue;
        }
        let code = sheet.line(slot).code();
        browser.type_into("One code from your sheet", &code).await;
        browser.press("Use this code").await;
        if shows(browser, "You're in").await {
            return slot;
        }
        // The answer was lost: the code was spent or not, and the browser is in or not. The next one tells.
        slot += 1;
    }
}

async fn opens(browser: &Browser, path: &str, words: &str) -> bool {
    browser.visit(path).await;
    shows(browser, words).await
}

/// Whether a page comes that has these words, and not the proxy's own.
async fn shows(browser: &Browser, words: &str) -> bool {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(10) {
        let text = browser.text().await;
        if text.contains(words) {
            return true;
        }
        let lost = [
            "502 Bad Gateway",
            "503 Service Unavailable",
            "504 Gateway",
            "ERR_",
        ];
        if lost.iter().any(|lost| text.contains(lost)) {
            tokio::time::sleep(PAUSE).await;
            return false;
        }
        tokio::time::sleep(PAUSE).await;
    }
    false
}

/// One code in many hands: at most one is told that it opened the door, and one if nobody's answer was lost. Whether it is surely
/// spent now.
async fn race(front: u16, url: &str, code: &str, hands: usize, round: usize) -> bool {
    let start = Arc::new(Barrier::new(hands));
    let network = u8::try_from(round).unwrap();
    let racers: Vec<_> = (0..hands)
        .map(|number| {
            let mut hand = hand(front, url, network, u8::try_from(number).unwrap());
            let (start, code) = (Arc::clone(&start), code.to_owned());
            tokio::spawn(async move {
                half_way(&mut hand).await;
                // The token of the form is of this half-session; reading it may fail like anything else.
                while !matches!(hand.get("/sign-in/code").await, Ok(page) if page.status == 200) {
                    tokio::time::sleep(PAUSE).await;
                }
                start.wait().await;
                let told = hand.fill_in("/sign-in/code", &[("code", &code)]).await;
                match told {
                    Ok(told) if told.body.contains("You used code ") => Told::In,
                    Ok(told) if told.body.contains("Each code works once.") => Told::Used,
                    Ok(told) if matches!(told.status, 502..=504) => Told::Nothing,
                    Err(_) => Told::Nothing,
                    Ok(told) => Told::Else(format!("{}\n{}", told.head, told.body)),
                }
            })
        })
        .collect();
    let mut told = Vec::new();
    for racer in racers {
        told.push(racer.await.unwrap());
    }
    let strange = told.iter().find(|told| matches!(told, Told::Else(_)));
    assert_eq!(strange, None);
    let count = |what| told.iter().filter(|told| **told == what).count();
    let (opened, used, lost) = (count(Told::In), count(Told::Used), count(Told::Nothing));
    println!("race {round}: {opened} in, {used} told that it was used, {lost} without an answer");
    assert!(opened <= 1, "a code opened the door {opened} times");
    assert!(opened == 1 || lost > 0, "nobody got in");
    opened + used > 0
}

#[derive(Debug, PartialEq, Eq)]
enum Told {
    In,
    Used,
    Nothing,
    Else(String),
}

fn hand(front: u16, url: &str, a: u8, b: u8) -> Hand {
    Hand::new(front, url).on_behalf_of(Ipv4Addr::new(10, a, b, 1))
}

/// Types the password until a node hears it out.
async fn half_way(hand: &mut Hand) {
    let began = Instant::now();
    loop {
        let fields = [("address", ALICE), ("password", PASSWORD)];
        let told = hand.fill_in("/sign-in", &fields).await;
        match &told {
            Ok(told) if told.leads_to() == "/sign-in/second-step" => return,
            _ => assert!(began.elapsed() < PATIENCE, "{told:?}"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
