//! Freezing, signing in and thawing at once: nobody stays in who shouldn't, and a freeze ends once.

use crate::ground::on_both_engines;
use crate::invariants;
use counterfoil_model::freeze::Taken;
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_service::{Session, Visit};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use std::sync::Arc;

on_both_engines! {
    of_two_hundred_who_thaw_two_ways_one_is_let_in,
    whoever_redeems_while_the_account_is_frozen_is_not_in_afterwards,
    of_a_hundred_freezes_one_begins_it,
}

const OPEN: Statement = Statement::new(
    "test_open_sessions",
    "SELECT COUNT(*) AS n FROM session WHERE account_id = $1 AND ended_at IS NULL AND kind <> 'half'",
);

async fn of_two_hundred_who_thaw_two_ways_one_is_let_in(engine: Engine) {
    let service = TestService::on(engine).lanes(256).await;
    let (owner, sheet) = service.with_sheet().await;
    service
        .app
        .freeze_address(&owner.address, None)
        .await
        .unwrap();
    let mut halves = Vec::new();
    for n in 0..200 {
        halves.push((service.half_session(&owner, &visit(n)).await, visit(n)));
    }
    let digits = service.next_digits(&owner);
    let (by_code, by_totp) = (
        service.faults.hold("redeem", 100),
        service.faults.hold("thaw_by_totp", 100),
    );
    let thaw_by_code = |(half, from): (Session, Visit)| {
        let (app, code) = (Arc::clone(&service.app), sheet.code(3).to_owned());
        tokio::spawn(async move {
            let thawed = app
                .thaw_by_code(&half, &from, Taken::Phone, &code, false)
                .await;
            match thawed {
                Ok(_) => Some(Taken::Phone),
                Err(RedeemRefusal::Old(_) | RedeemRefusal::Ended | RedeemRefusal::NoSheet) => None,
                Err(other) => panic!("{other:?}"),
            }
        })
    };
    let thaw_by_totp = |(half, from): (Session, Visit)| {
        let (app, digits) = (Arc::clone(&service.app), digits.clone());
        tokio::spawn(async move {
            let thawed = app.thaw_by_totp(&half, &from, Taken::Paper, &digits).await;
            match thawed {
                Ok(_) => Some(Taken::Paper),
                Err(TotpRefusal::NoApp | TotpRefusal::Wrong(_) | TotpRefusal::Ended) => None,
                Err(other) => panic!("{other:?}"),
            }
        })
    };
    // The last of each opens its gate, when all others stand before the write.
    let mut hands = Vec::new();
    let mut halves = halves.into_iter();
    hands.extend(halves.by_ref().take(99).map(thaw_by_code));
    hands.extend(halves.by_ref().take(99).map(thaw_by_totp));
    by_code.until(99).await;
    by_totp.until(99).await;
    hands.extend(halves.next().map(thaw_by_code));
    by_code.until(100).await;
    hands.extend(halves.next().map(thaw_by_totp));
    by_totp.until(100).await;
    let reached = by_code.arrived().min(100) + by_totp.arrived().min(100);
    let mut let_in = Vec::new();
    for hand in hands {
        let_in.extend(hand.await.unwrap());
    }
    println!(
        "{engine:?}: {reached} of 200 thaws reached the conditional write, {} succeeded",
        let_in.len()
    );
    assert_eq!((reached, let_in.len()), (200, 1));
    let stopped = service
        .app
        .stopped_by_a_freeze(owner.account)
        .await
        .unwrap();
    let by_code = let_in == [Taken::Phone];
    assert_eq!((stopped.phone, stopped.codes), (by_code, !by_code));
    assert_eq!(service.count(&OPEN, &[owner.account.into()]).await, 1);
    assert_eq!(service.events_of(owner.account, "thawed").await, 1);
    let spent = service.events_of(owner.account, "code-redeemed").await;
    assert_eq!(spent, usize::from(by_code));
    invariants::check(&service, owner.account).await;
}

async fn whoever_redeems_while_the_account_is_frozen_is_not_in_afterwards(engine: Engine) {
    let service = TestService::on(engine)
        .lanes(256)
        .policy(|policy| policy.codes_per_sheet = 20)
        .await;
    let (owner, sheet) = service.with_sheet().await;
    let mut halves = Vec::new();
    for n in 0..180 {
        halves.push((service.half_session(&owner, &visit(n)).await, visit(n)));
    }
    let redeeming = service.faults.hold("redeem", 180);
    let freezing = service.faults.hold("freeze", 20);
    let freeze = || {
        let (app, session, from) = (
            Arc::clone(&service.app),
            owner.session.clone(),
            owner.visit.clone(),
        );
        tokio::spawn(async move { app.freeze(&session, &from, None).await })
    };
    let mut freezes: Vec<_> = (1..20).map(|_| freeze()).collect();
    freezing.until(19).await;
    let hands: Vec<_> = halves
        .into_iter()
        .zip(0_u8..)
        .map(|((half, visit), n)| {
            let (app, code) = (Arc::clone(&service.app), sheet.code(1 + n % 20).to_owned());
            tokio::spawn(async move { app.redeem(&half, &visit, &code, false).await })
        })
        .collect();
    // All have verified their code and stand before the write; now the last freeze opens the other gate.
    redeeming.until(180).await;
    freezes.push(freeze());
    let (mut redeemed, mut frozen) = (0, 0);
    for hand in hands {
        match hand.await.unwrap() {
            Ok(_) => redeemed += 1,
            Err(RedeemRefusal::Frozen) => frozen += 1,
            Err(RedeemRefusal::Old(_) | RedeemRefusal::Ended | RedeemRefusal::NoSheet) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    for freeze in freezes {
        freeze.await.unwrap().unwrap();
    }
    println!(
        "{engine:?}: {} of 180 redemptions reached the conditional write, {redeemed} were in before the freeze, {frozen} were told of it",
        redeeming.arrived().min(180)
    );
    assert_eq!(service.count(&OPEN, &[owner.account.into()]).await, 0);
    assert_eq!(service.events_of(owner.account, "frozen").await, 1);
    invariants::check(&service, owner.account).await;
}

async fn of_a_hundred_freezes_one_begins_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let gate = service.faults.hold("freeze", 100);
    let hands: Vec<_> = (0..100)
        .map(|_| {
            let (app, session, from) = (
                Arc::clone(&service.app),
                owner.session.clone(),
                owner.visit.clone(),
            );
            tokio::spawn(async move { app.freeze(&session, &from, Some(Taken::Phone)).await })
        })
        .collect();
    gate.until(100).await;
    let mut began = 0;
    for hand in hands {
        let frozen = hand.await.unwrap().unwrap();
        assert_eq!(frozen.said, Some(Taken::Phone));
        began += usize::from(frozen.began);
    }
    assert_eq!(began, 1);
    assert_eq!(service.told(owner.account, "frozen").await.len(), 2);
}
