//! How often Argon2id runs on each path, and how long the answers take: what a stranger could learn from either.

use crate::ground::{foreign_code, on_both_engines, stray_code};
use counterfoil_core::Cost;
use counterfoil_service::Visit;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::database::thorough;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use std::time::{Duration, Instant};

on_both_engines! {
    every_password_costs_one_slow_hash,
    every_code_costs_the_same_slow_hashes,
    every_reset_costs_one_slow_hash,
}

/// The slow hashes that one request runs.
async fn runs(service: &TestService, request: impl Future<Output = ()>) -> u64 {
    let before = service.app.slow_hash().runs();
    request.await;
    service.app.slow_hash().runs() - before
}

async fn types(service: &TestService, visit: &Visit, address: &str, password: &str) {
    // Which answer is another test's business.
    let _ = service
        .app
        .sign_in_with_password(visit, address, password)
        .await;
}

/// Six wrong passwords from this network: now it waits.
async fn locked(service: &TestService, owner: &TestOwner, visit: &Visit) {
    for _ in 0..6 {
        types(service, visit, &owner.address, "wrong").await;
    }
    let right = service
        .app
        .sign_in_with_password(visit, &owner.address, &owner.password)
        .await;
    assert!(right.is_err());
}

async fn every_password_costs_one_slow_hash(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let suspended = service.owner().await;
    service
        .app
        .suspend(&suspended.address, false)
        .await
        .unwrap();
    let frozen = service.enrolled_owner().await;
    service
        .app
        .freeze_address(&frozen.address, None)
        .await
        .unwrap();
    service.invitation("invited").await;
    locked(&service, &owner, &visit(1)).await;
    let cases = [
        ("unknown", "nobody@mail.example", "wrong", 2),
        ("no address", "nobody", "wrong", 2),
        ("invited", "invited@mail.example", "", 2),
        ("wrong", owner.address.as_str(), "wrong", 2),
        ("locked", owner.address.as_str(), owner.password.as_str(), 1),
        (
            "suspended",
            suspended.address.as_str(),
            suspended.password.as_str(),
            2,
        ),
        ("frozen, wrong", frozen.address.as_str(), "wrong", 2),
        (
            "frozen, right",
            frozen.address.as_str(),
            frozen.password.as_str(),
            2,
        ),
        ("right", owner.address.as_str(), owner.password.as_str(), 2),
    ];
    for (case, address, password, from) in cases {
        assert_eq!(
            runs(&service, types(&service, &visit(from), address, password)).await,
            1,
            "{case}"
        );
    }
}

async fn every_code_costs_the_same_slow_hashes(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    for remembered in [0, 1, 2, 2] {
        service.signs_in_again(&mut owner).await;
        let sheet = service.sheet(&owner).await;
        service
            .signed_in_by_code(&owner, &visit(9), sheet.code(1))
            .await;
        let half = service.half_session(&owner, &visit(2)).await;
        let cases = [
            ("spent", sheet.code(1).to_owned(), 1 + remembered),
            ("wrong", stray_code(2, 1), 1 + remembered),
            ("missing", stray_code(20, 1), 1 + remembered),
            ("foreign", foreign_code(2, 1), 0),
            ("unreadable", "7K3QF".to_owned(), 0),
            ("right", sheet.code(2).to_owned(), 1),
        ];
        for (case, code, expected) in cases {
            let redeem = async {
                let _ = service.app.redeem(&half, &visit(2), &code, false).await;
            };
            assert_eq!(
                runs(&service, redeem).await,
                expected,
                "{case} with {remembered} retired sheets"
            );
        }
    }
}

async fn every_reset_costs_one_slow_hash(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let no_sheet = service.enrolled_owner().await;
    let (frozen, theirs) = service.with_sheet().await;
    service
        .app
        .freeze_address(&frozen.address, None)
        .await
        .unwrap();
    service
        .signed_in_by_code(&owner, &visit(9), sheet.code(1))
        .await;
    let cases = [
        ("frozen", frozen.address.as_str(), theirs.code(2).to_owned()),
        ("unknown", "nobody@mail.example", sheet.code(2).to_owned()),
        (
            "no sheet",
            no_sheet.address.as_str(),
            sheet.code(2).to_owned(),
        ),
        ("spent", owner.address.as_str(), sheet.code(1).to_owned()),
        ("wrong", owner.address.as_str(), stray_code(2, 1)),
        ("missing", owner.address.as_str(), stray_code(20, 1)),
        ("foreign", owner.address.as_str(), foreign_code(2, 1)),
        ("right", owner.address.as_str(), sheet.code(2).to_owned()),
    ];
    for (case, address, code) in cases {
        let digits = service.next_digits(&owner);
        let reset = async {
            let _ = service
                .app
                .grant_reset(&visit(2), address, &code, &digits)
                .await;
        };
        assert_eq!(runs(&service, reset).await, 1, "{case}");
    }
}

/// Medians may differ by so much.
const SPREAD: f64 = 0.05;
/// Interleaved and in turns, so that whatever else the machine does hits all paths alike.
const SAMPLES: u16 = 41;
/// While the medians differ by more than the spread, so many times more samples join them: noise goes away, a difference stays.
const ATTEMPTS: u16 = 7;

/// One measurement at a time: they would only disturb each other.
static QUIET: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times[times.len() / 2]
}

/// Whether no median is further than the spread from the smallest; prints them.
fn alike(what: &str, paths: &[&str], samples: &[Vec<Duration>]) -> bool {
    let medians: Vec<Duration> = samples.iter().map(|times| median(times)).collect();
    let (least, most) = (medians.iter().min().unwrap(), medians.iter().max().unwrap());
    let spread = most.as_secs_f64() / least.as_secs_f64() - 1.0;
    println!(
        "{what}: {:.1} % between {:?}",
        spread * 100.0,
        paths.iter().zip(&medians).collect::<Vec<_>>()
    );
    spread <= SPREAD
}

/// The paths, beginning with another one each time.
fn in_turn(n: u16, paths: usize) -> impl Iterator<Item = usize> {
    (0..paths).map(move |place| (place + usize::from(n)) % paths)
}

/// Only in the long version: on a machine that is busy with other tests a clock says nothing. That the paths run the same
/// number of slow hashes is checked always.
///
/// On SQLite and at production cost: there the write weighs most beside the hash.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passwords_take_the_same_time_whatever_is_wrong() {
    if !thorough() {
        return;
    }
    let _quiet = QUIET.lock().await;
    let service = TestService::on(Engine::Sqlite)
        .cost(Cost::PRODUCTION)
        .lanes(1)
        .await;
    let owner = service.enrolled_owner().await;
    locked(&service, &owner, &visit(1)).await;
    let paths = ["unknown", "wrong", "locked", "right"];
    let mut samples = vec![Vec::new(); paths.len()];
    for attempt in 0..ATTEMPTS {
        for n in 0..SAMPLES {
            // A network of its own each time: nothing waits but what should.
            let fresh = visit(100 + 2_000 * attempt + n);
            let cases = [
                (&fresh, "nobody@mail.example", "wrong"),
                (&fresh, owner.address.as_str(), "wrong"),
                (&visit(1), owner.address.as_str(), "wrong"),
                (&fresh, owner.address.as_str(), owner.password.as_str()),
            ];
            for place in in_turn(n, paths.len()) {
                let (from, address, password) = cases[place];
                let began = Instant::now();
                types(&service, from, address, password).await;
                samples[place].push(began.elapsed());
            }
        }
        if alike("passwords", &paths, &samples) {
            return;
        }
    }
    panic!("the medians differ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn codes_take_the_same_time_whatever_is_wrong() {
    if !thorough() {
        return;
    }
    let _quiet = QUIET.lock().await;
    let service = TestService::on(Engine::Sqlite)
        .cost(Cost::PRODUCTION)
        .lanes(1)
        .await;
    let (owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(9), sheet.code(1))
        .await;
    let half = service.half_session(&owner, &visit(2)).await;
    let paths = ["missing", "spent", "wrong"];
    let mut samples = vec![Vec::new(); paths.len()];
    for attempt in 0..ATTEMPTS {
        for n in 0..SAMPLES {
            let from = visit(100 + 2_000 * attempt + n);
            let codes = [
                stray_code(20, n.into()),
                sheet.code(1).to_owned(),
                stray_code(2, n.into()),
            ];
            for place in in_turn(n, paths.len()) {
                let code = &codes[place];
                let began = Instant::now();
                let answer = service.app.redeem(&half, &from, code, false).await;
                samples[place].push(began.elapsed());
                assert!(
                    matches!(
                        answer,
                        Err(RedeemRefusal::Wrong(_) | RedeemRefusal::Old(OldCode::Used { .. }))
                    ),
                    "{answer:?}"
                );
            }
        }
        if alike("codes", &paths, &samples) {
            return;
        }
        // Not a hundred wrong ones in a row.
        let slot = 3 + u8::try_from(attempt).unwrap();
        service
            .signed_in_by_code(&owner, &visit(9), sheet.code(slot))
            .await;
    }
    panic!("the medians differ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn resets_take_the_same_time_whatever_is_wrong() {
    if !thorough() {
        return;
    }
    let _quiet = QUIET.lock().await;
    let service = TestService::on(Engine::Sqlite)
        .cost(Cost::PRODUCTION)
        .lanes(1)
        .await;
    let (owner, sheet) = service.with_sheet().await;
    let no_sheet = service.enrolled_owner().await;
    let paths = ["unknown", "no sheet", "wrong code", "wrong number"];
    let wrong = owner.phone().wrong_digits(service.now());
    let mut samples = vec![Vec::new(); paths.len()];
    for attempt in 0..ATTEMPTS {
        for n in 0..SAMPLES {
            let from = visit(100 + 2_000 * attempt + n);
            let cases = [
                ("nobody@mail.example", sheet.code(2).to_owned()),
                (no_sheet.address.as_str(), sheet.code(2).to_owned()),
                (owner.address.as_str(), stray_code(2, n.into())),
                (owner.address.as_str(), sheet.code(2).to_owned()),
            ];
            for place in in_turn(n, paths.len()) {
                let (address, code) = &cases[place];
                let began = Instant::now();
                let answer = service.app.grant_reset(&from, address, code, &wrong).await;
                samples[place].push(began.elapsed());
                assert!(answer.is_err());
            }
        }
        if alike("resets", &paths, &samples) {
            return;
        }
        service
            .signed_in_by_code(
                &owner,
                &visit(9),
                sheet.code(3 + u8::try_from(attempt).unwrap()),
            )
            .await;
        service.signed_in(&owner, &visit(9)).await;
    }
    panic!("the medians differ");
}
