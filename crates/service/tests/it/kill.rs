//! `kill -9` at random moments under a storm of redemptions: no acknowledged redemption is lost, no spent code works again.
//!
//! The storm is this test binary once more, told where to rage by the environment. It writes a line after each success that
//! it could answer; the parent kills it when it has seen so many lines as chance wanted, and opens the database again.

use crate::invariants;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::clock::{MORNING, MockClock};
use counterfoil_testkit::database::times;
use counterfoil_testkit::postgres::TestPostgres;
use counterfoil_testkit::service::{TestService, TestServiceBuilder, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const STORM: &str = "COUNTERFOIL_TEST_STORM";
const CODES: u8 = 20;

/// What the storm needs to know.
#[derive(Serialize, Deserialize)]
struct Plan {
    url: String,
    seed: u64,
    owners: Vec<(String, String, Vec<String>)>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", directory.path().join("killed.db").display());
    let db = counterfoil_store::open(&url).await.unwrap();
    counterfoil_store::migrate(&db, MORNING).await.unwrap();
    drop(db);
    rounds(Engine::Sqlite, &url).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres() {
    rounds(Engine::Postgres, &TestPostgres::fresh_database().await).await;
}

async fn rounds(engine: Engine, url: &str) {
    let rounds = if times(1) > 1 { 50 } else { 8 };
    let mut chance = StdRng::seed_from_u64(9);
    let (mut acknowledged, mut spent, mut whole) = (0, 0, 0);
    for round in 0..rounds {
        let seen = chance.random_range(0..usize::from(CODES) * 2);
        let later = Duration::from_micros(chance.random_range(0..4_000));
        let (acked, found) = one_round(url, round, seen, later).await;
        (acknowledged, spent) = (acknowledged + acked, spent + found);
        whole += usize::from(CODES) * 2;
    }
    println!(
        "{engine:?}: {rounds} storms killed, {acknowledged} redemptions acknowledged, {spent} of {whole} codes found spent"
    );
    assert!(acknowledged <= spent);
    assert!(spent < whole, "no storm was killed while it raged");
}

/// Gives how many redemptions were acknowledged and how many codes were spent.
async fn one_round(url: &str, round: u64, seen: usize, later: Duration) -> (usize, usize) {
    let directory = tempfile::tempdir().unwrap();
    let people = prepare(url, round, directory.path()).await;
    let acknowledged = rage(directory.path(), seen, later);

    let service = at(url, 3_000_000 + round).await;
    let mut spent = 0;
    for (person, (owner, sheet)) in people.iter().enumerate() {
        invariants::check(&service, owner.account).await;
        for slot in 1..=CODES {
            // Far from the storm's networks.
            let here = visit(20_000 + u16::from(slot));
            let half = service.half_session(owner, &here).await;
            let acked = acknowledged.contains(&(person, slot));
            match service
                .app
                .redeem(&half, &here, sheet.code(slot), false)
                .await
            {
                Ok(_) => assert!(!acked, "round {round}: an acknowledged redemption was lost"),
                Err(RedeemRefusal::Old(OldCode::Used { .. })) => spent += 1,
                Err(other) => panic!("{other:?}"),
            }
            let again = service.half_session(owner, &here).await;
            let again = service
                .app
                .redeem(&again, &here, sheet.code(slot), false)
                .await;
            assert!(
                matches!(again, Err(RedeemRefusal::Old(OldCode::Used { .. }))),
                "{again:?}"
            );
        }
        invariants::check(&service, owner.account).await;
    }
    (acknowledged.len(), spent)
}

fn at(url: &str, seed: u64) -> TestServiceBuilder {
    TestService::at(url)
        .clock(&MockClock::at(MORNING))
        .policy(|policy| policy.codes_per_sheet = CODES)
        .seed(seed)
}

/// Two owners with a sheet each. Everything is closed again before the storm opens the database.
async fn prepare(url: &str, round: u64, directory: &Path) -> Vec<(TestOwner, TestSheet)> {
    let service = at(url, 1_000_000 + round)
        .owners(2 * u32::try_from(round).unwrap())
        .await;
    let people = vec![service.with_sheet().await, service.with_sheet().await];
    let owners = people.iter().map(|(owner, sheet)| {
        (
            owner.address.clone(),
            owner.password.clone(),
            sheet.codes.clone(),
        )
    });
    let plan = Plan {
        url: url.to_owned(),
        seed: 2_000_000 + round,
        owners: owners.collect(),
    };
    fs::write(directory.join("plan"), serde_json::to_vec(&plan).unwrap()).unwrap();
    File::create(directory.join("acknowledged")).unwrap();
    people
}

/// Starts a storm and kills it a moment after so many redemptions were acknowledged; gives all that were.
fn rage(directory: &Path, seen: usize, later: Duration) -> BTreeSet<(usize, u8)> {
    let mut storm = Storm::start(directory);
    let began = Instant::now();
    while read(directory).len() < seen {
        assert!(
            began.elapsed() < Duration::from_mins(2),
            "the storm doesn't rage"
        );
        if storm.0.try_wait().unwrap().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    std::thread::sleep(later);
    drop(storm);
    read(directory)
}

fn read(directory: &Path) -> BTreeSet<(usize, u8)> {
    let text = fs::read_to_string(directory.join("acknowledged")).unwrap();
    // A line is written in one piece or not at all.
    text.lines()
        .map(|line| {
            let (person, slot) = line.split_once(' ').unwrap();
            (person.parse().unwrap(), slot.parse().unwrap())
        })
        .collect()
}

/// The child; killed when dropped.
struct Storm(Child);

impl Storm {
    fn start(directory: &Path) -> Self {
        let storm = Command::new(std::env::current_exe().unwrap())
            .args(["kill::storm", "--exact", "--ignored", "--nocapture"])
            .env(STORM, directory)
            .stdout(Stdio::null())
            .spawn();
        Self(storm.unwrap())
    }
}

impl Drop for Storm {
    fn drop(&mut self) {
        // SIGKILL; it may have ended by itself.
        let _ended = self.0.kill();
        self.0.wait().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the tests above, in a process that they kill"]
async fn storm() {
    let Some(directory) = std::env::var_os(STORM) else {
        return;
    };
    let directory = Path::new(&directory);
    let plan: Plan = serde_json::from_slice(&fs::read(directory.join("plan")).unwrap()).unwrap();
    let service = at(&plan.url, plan.seed).await;
    let acknowledged = OpenOptions::new()
        .append(true)
        .open(directory.join("acknowledged"))
        .unwrap();
    let acknowledged = Arc::new(Mutex::new(acknowledged));
    let mut hands = Vec::new();
    for (person, (address, password, codes)) in plan.owners.into_iter().enumerate() {
        for (slot, code) in (1..=CODES).zip(codes) {
            let (app, acknowledged) = (Arc::clone(&service.app), Arc::clone(&acknowledged));
            let (address, password) = (address.clone(), password.clone());
            hands.push(tokio::spawn(async move {
                let here = visit(u16::from(slot));
                let answer = app
                    .sign_in_with_password(&here, &address, &password)
                    .await
                    .unwrap();
                let counterfoil_service::sign_in::PasswordSignIn::SecondStep(token) = answer else {
                    panic!("{answer:?}")
                };
                let half = app.half_session(&token, &here).await.unwrap();
                app.redeem(&half, &here, &code, false).await.unwrap();
                acknowledged
                    .lock()
                    .unwrap()
                    .write_all(format!("{person} {slot}\n").as_bytes())
                    .unwrap();
            }));
        }
    }
    for hand in hands {
        hand.await.unwrap();
    }
}
