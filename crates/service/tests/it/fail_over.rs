//! The primary of a synchronous pair is killed under a storm of redemptions and the standby promoted: no acknowledged
//! redemption is lost, no spent code works again, and who got no answer gets in afterwards.

use crate::invariants;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_service::{App, Visit};
use counterfoil_store::{Durability, durability};
use counterfoil_testkit::clock::{MORNING, MockClock};
use counterfoil_testkit::database::times;
use counterfoil_testkit::replication::TestPair;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const PEOPLE: usize = 4;
const CODES: u8 = 10;
const PAUSE: Duration = Duration::from_millis(50);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_redemption_is_lost_when_the_standby_takes_over() {
    let mut chance = StdRng::seed_from_u64(4);
    for round in 0..times(1) {
        let seen = chance.random_range(1..PEOPLE * usize::from(CODES) - 10);
        let (before, after) = one_round(round, seen).await;
        println!(
            "round {round}: {before} acknowledged by the primary, {after} by what was the standby"
        );
    }
}

/// What a hand was told about its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// It opened the door.
    In,
    /// It had been spent when it was typed again, after an answer was lost.
    UsedMeanwhile,
}

/// Gives how many redemptions were acknowledged before the primary was killed, and after.
async fn one_round(round: usize, seen: usize) -> (usize, usize) {
    let pair = TestPair::start().await;
    let service = TestService::at(pair.url())
        .clock(&MockClock::at(MORNING))
        .policy(|policy| policy.codes_per_sheet = CODES)
        .seed(5_000_000 + u64::try_from(round).unwrap())
        .await;
    let Durability::Standby { .. } = durability(&service.db).await.unwrap() else {
        panic!("the pair isn't synchronous")
    };
    let mut people = Vec::new();
    for _ in 0..PEOPLE {
        people.push(service.with_sheet().await);
    }

    let acknowledged = Arc::new(AtomicUsize::new(0));
    let mut hands = Vec::new();
    for (person, (owner, sheet)) in people.iter().enumerate() {
        for slot in 1..=CODES {
            let (app, count) = (Arc::clone(&service.app), Arc::clone(&acknowledged));
            let (address, password) = (owner.address.clone(), owner.password.clone());
            let code = sheet.code(slot).to_owned();
            let here = visit(u16::try_from(person).unwrap() * 100 + u16::from(slot));
            hands.push((
                (person, slot),
                tokio::spawn(async move {
                    let told = insist(&app, &here, &address, &password, &code).await;
                    if told == Told::In {
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                    told
                }),
            ));
        }
    }
    let began = Instant::now();
    while acknowledged.load(Ordering::Relaxed) < seen {
        assert!(
            began.elapsed() < Duration::from_mins(2),
            "the storm doesn't rage"
        );
        tokio::time::sleep(Duration::from_micros(200)).await;
    }
    pair.kill_primary();
    tokio::time::sleep(PAUSE).await;
    let before = acknowledged.load(Ordering::Relaxed);
    pair.promote().await;
    let mut told = BTreeMap::new();
    for (what, hand) in hands {
        told.insert(what, hand.await.unwrap());
    }

    for (person, (owner, sheet)) in people.iter().enumerate() {
        invariants::check(&service, owner.account).await;
        for slot in 1..=CODES {
            let again = types(&service, owner, sheet.code(slot), slot).await;
            assert!(
                matches!(again, Err(RedeemRefusal::Old(OldCode::Used { .. }))),
                "round {round}: a code worked again that was {:?}: {again:?}",
                told.get(&(person, slot))
            );
        }
    }
    let all = told.values().filter(|told| **told == Told::In).count();
    (before, all - before)
}

async fn types(
    service: &TestService,
    owner: &TestOwner,
    code: &str,
    slot: u8,
) -> Result<(), RedeemRefusal> {
    // Far from the storm's networks.
    let here = visit(20_000 + u16::from(slot));
    let half = service.half_session(owner, &here).await;
    let redeemed = service.app.redeem(&half, &here, code, false).await;
    redeemed.map(|_| ())
}

/// Signs in with a code, from the beginning each time that no answer came.
async fn insist(app: &App, here: &Visit, address: &str, password: &str, code: &str) -> Told {
    let began = Instant::now();
    let mut lost = false;
    loop {
        assert!(began.elapsed() < Duration::from_mins(2), "nobody answers");
        if let Ok(PasswordSignIn::SecondStep(token)) =
            app.sign_in_with_password(here, address, password).await
            && let Ok(half) = app.half_session(&token, here).await
        {
            match app.redeem(&half, here, code, false).await {
                Ok(_) => return Told::In,
                Err(RedeemRefusal::Old(OldCode::Used { .. })) if lost => {
                    return Told::UsedMeanwhile;
                }
                Err(RedeemRefusal::Internal(_)) => lost = true,
                Err(other) => panic!("{other:?}"),
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}
