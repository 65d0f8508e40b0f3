//! Many hands at once: one code is spent one time.

use crate::ground::on_both_engines;
use counterfoil_model::ApiScope;
use counterfoil_service::api::{ApiAccountState, CodeRefusal};
use counterfoil_service::codes::OldCode;
use counterfoil_store::Error;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use std::sync::Arc;

on_both_engines! {
    of_two_hundred_redemptions_held_before_the_write_one_spends,
    a_set_that_is_retired_while_the_hash_runs_spends_nothing,
}

async fn of_two_hundred_redemptions_held_before_the_write_one_spends(engine: Engine) {
    let service = TestService::on(engine).lanes(256).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let gate = service.faults.hold("api_redeem", 200);
    let hands: Vec<_> = (0..200)
        .map(|n| {
            let (app, caller) = (Arc::clone(&service.app), shop.caller.clone());
            let (id, code) = (account.id, account.codes[3].clone());
            tokio::spawn(async move {
                app.redeem_for_app(&caller, id, &visit(n), &code, false, None)
                    .await
            })
        })
        .collect();
    gate.until(200).await;
    let reached = gate.arrived().min(200);
    let (mut spent, mut used) = (0, 0);
    for hand in hands {
        match hand.await.unwrap() {
            Ok(redeemed) => {
                assert_eq!(redeemed.left, 9);
                spent += 1;
            }
            Err(CodeRefusal::Old(OldCode::Used { .. })) => used += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    println!("{engine:?}: {reached} of 200 reached the conditional write, {spent} spent the code");
    assert_eq!((reached, spent, used), (200, 1, 199));
    assert_eq!(service.events_of(account.id, "code-redeemed").await, 1);
}

async fn a_set_that_is_retired_while_the_hash_runs_spends_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    for suspend in [false, true] {
        let account = service.api_account(&shop, &format!("{suspend}")).await;
        let gate = service.faults.hold("api_redeem", 2);
        let (app, caller) = (Arc::clone(&service.app), shop.caller.clone());
        let (id, code) = (account.id, account.codes[0].clone());
        let hand = tokio::spawn(async move {
            app.redeem_for_app(&caller, id, &visit(2), &code, false, None)
                .await
        });
        gate.until(1).await;
        if suspend {
            let suspended = ApiAccountState::Suspended;
            service
                .app
                .set_api_account_state(&shop.caller, id, suspended)
                .await
                .unwrap();
        } else {
            service
                .app
                .retire_set(&shop.caller, id, account.set, &visit(1))
                .await
                .unwrap();
        }
        let opened: Result<(), Error> = service
            .app
            .db()
            .run("api_redeem", |_tx| async { Ok(()) })
            .await;
        opened.unwrap();
        let refused = hand.await.unwrap();
        assert!(
            matches!(refused, Err(CodeRefusal::Closed(_))),
            "{refused:?}"
        );
        assert_eq!(service.events_of(id, "code-redeemed").await, 0);
    }
}
