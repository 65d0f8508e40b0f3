//! Many hands at once: exactly one gets what there is one of, and honest people don't get into each other's way.

use crate::ground::on_both_engines;
use counterfoil_core::Slot;
use counterfoil_model::{AccountId, SetId};
use counterfoil_service::Session;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement, repo};
use counterfoil_testkit::database::times;
use counterfoil_testkit::service::{TestService, visit};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

on_both_engines! {
    of_two_hundred_redemptions_held_before_the_write_one_succeeds,
    of_a_thousand_spends_at_the_store_one_succeeds,
    ten_different_codes_in_parallel_are_ten_successes,
    the_same_half_session_redeems_one_of_ten_codes,
}

const SPENT: Statement = Statement::new(
    "test_spent",
    "SELECT COUNT(*) AS n FROM code WHERE account_id = $1 AND spent_at IS NOT NULL",
);

/// Item 3: held at a barrier between verifying and spending.
async fn of_two_hundred_redemptions_held_before_the_write_one_succeeds(engine: Engine) {
    for round in 0..times(1) {
        let service = TestService::on(engine)
            .lanes(256)
            .seed(1 + round as u64)
            .await;
        let (owner, sheet) = service.with_sheet().await;
        let mut halves = Vec::new();
        for n in 0..200 {
            halves.push((service.half_session(&owner, &visit(n)).await, visit(n)));
        }
        let gate = service.faults.hold("redeem", 200);
        let hands: Vec<_> = halves
            .into_iter()
            .map(|(half, visit)| {
                let (app, code) = (Arc::clone(&service.app), sheet.code(3).to_owned());
                tokio::spawn(async move { app.redeem(&half, &visit, &code, false).await })
            })
            .collect();
        gate.until(200).await;
        let reached = gate.arrived();
        let (mut successes, mut used) = (0, 0);
        for hand in hands {
            match hand.await.unwrap() {
                Ok(redeemed) => {
                    assert_eq!(redeemed.left, 9);
                    successes += 1;
                }
                Err(RedeemRefusal::Old(OldCode::Used { .. })) => used += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        println!(
            "{engine:?}: {} of 200 reached the conditional write, {successes} succeeded",
            reached.min(200)
        );
        assert_eq!((reached.min(200), successes, used), (200, 1, 199));
        assert_eq!(service.count(&SPENT, &[owner.account.into()]).await, 1);
        assert_eq!(service.events_of(owner.account, "code-redeemed").await, 1);
    }
}

async fn of_a_thousand_spends_at_the_store_one_succeeds(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let set = set_of(&service, owner.account).await;
    for slot in 1..=u8::try_from(times(1)).unwrap() {
        let slot = Slot::new(slot).unwrap();
        let (account, now) = (owner.account, service.now());
        let kept: Result<_, Error> = service
            .db
            .read("test_load", |tx| async move {
                repo::code::load(&tx, account, set, slot).await
            })
            .await;
        let kept = Arc::new(kept.unwrap().unwrap());
        let reached = Arc::new(AtomicUsize::new(0));
        let gate = service.faults.hold("test_spend", 1_000);
        let db = service.app.db();
        let hands: Vec<_> = (0..1_000)
            .map(|_| {
                let (db, kept, reached) = (db.clone(), Arc::clone(&kept), Arc::clone(&reached));
                tokio::spawn(async move {
                    let (kept, reached) = (&kept, &reached);
                    db.run("test_spend", |tx| async move {
                        let spent = repo::code::spend(&tx, account, set, kept, "a test", now).await;
                        reached.fetch_add(1, Ordering::Relaxed);
                        spent
                    })
                    .await
                })
            })
            .collect();
        gate.until(1_000).await;
        let mut successes = 0;
        for hand in hands {
            let spent: Result<bool, Error> = hand.await.unwrap();
            successes += usize::from(spent.unwrap());
        }
        println!(
            "{engine:?}: 1,000 spends, {} reached the conditional write, {successes} succeeded",
            reached.load(Ordering::Relaxed)
        );
        assert!(reached.load(Ordering::Relaxed) >= 1_000);
        assert_eq!(successes, 1);
    }
}

async fn set_of(service: &TestService, account: AccountId) -> SetId {
    let sets: Result<_, Error> = service
        .db
        .read("test_sets", |tx| async move {
            repo::code_set::list(&tx, account).await
        })
        .await;
    sets.unwrap()[0].id
}

async fn ten_different_codes_in_parallel_are_ten_successes(engine: Engine) {
    for round in 0..times(2) {
        let service = TestService::on(engine).seed(1 + round as u64).await;
        let (owner, sheet) = service.with_sheet().await;
        let mut halves = Vec::new();
        for n in 0..10 {
            halves.push((service.half_session(&owner, &visit(n)).await, visit(n)));
        }
        let gate = service.faults.hold("redeem", 10);
        let hands: Vec<_> = halves
            .into_iter()
            .zip(&sheet.codes)
            .map(|((half, visit), code)| {
                let (app, code) = (Arc::clone(&service.app), code.clone());
                tokio::spawn(async move { app.redeem(&half, &visit, &code, false).await })
            })
            .collect();
        gate.until(10).await;
        let mut left = Vec::new();
        for hand in hands {
            left.push(hand.await.unwrap().unwrap().left);
        }
        left.sort_unstable();
        assert_eq!(left, (0..10).collect::<Vec<_>>());
        println!("{engine:?}: 10 different codes in parallel, 10 successes");
    }
}

async fn the_same_half_session_redeems_one_of_ten_codes(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let gate = service.faults.hold("redeem", 10);
    let hands: Vec<_> = sheet
        .codes
        .iter()
        .map(|code| {
            let (app, half, code): (_, Session, _) =
                (Arc::clone(&service.app), half.clone(), code.clone());
            tokio::spawn(async move { app.redeem(&half, &visit(2), &code, false).await })
        })
        .collect();
    gate.until(10).await;
    let mut successes = 0;
    for hand in hands {
        match hand.await.unwrap() {
            Ok(_) => successes += 1,
            Err(RedeemRefusal::Ended) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(successes, 1);
    assert_eq!(
        service.count(&SPENT, &[owner.account.into()]).await,
        1,
        "the other nine still open the door"
    );
}
