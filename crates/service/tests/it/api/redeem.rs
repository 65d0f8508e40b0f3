//! Redeeming, checking and drilling for an app, by the rules of the door.

use crate::ground::{foreign_code, on_both_engines, stray_code, with_wrong_symbol};
use counterfoil_model::{ApiScope, Span};
use counterfoil_service::api::{ApiDrillRefusal, Closed, CodeRefusal};
use counterfoil_service::codes::OldCode;
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::api::{TestApiAccount, TestApiApp};
use counterfoil_testkit::service::{TestService, visit, visit_from};

on_both_engines! {
    a_code_is_spent_once_and_no_replacement_is_owed,
    a_repaired_code_is_asked_about_and_costs_nothing,
    n11_wrong_codes_wait_longer_and_disable_the_set,
    foreign_tags_are_no_guess_but_only_twenty_an_hour,
    a_check_spends_nothing_and_a_wrong_one_is_a_guess,
    a_drill_spends_nothing,
}

const OWED: Statement = Statement::new(
    "test_owed",
    "SELECT COUNT(*) AS n FROM code WHERE account_id = $1 AND replacement_owed = 1",
);

async fn shop(engine: Engine) -> (TestService, TestApiApp, TestApiAccount) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    (service, shop, account)
}

async fn a_code_is_spent_once_and_no_replacement_is_owed(engine: Engine) {
    let (service, shop, account) = shop(engine).await;
    let redeem = |code: &str| {
        let (app, code) = (service.app.clone(), code.to_owned());
        let (caller, id) = (shop.caller.clone(), account.id);
        async move {
            app.redeem_for_app(&caller, id, &visit(2), &code, false, None)
                .await
        }
    };
    let runs = service.app.slow_hash().runs();
    let spent = redeem(&account.codes[2]).await.unwrap();
    assert_eq!((spent.slot.get(), spent.left, spent.again), (3, 9, false));
    assert_eq!(service.app.slow_hash().runs() - runs, 1, "one slow hash");
    let again = redeem(&account.codes[2].to_lowercase()).await.unwrap_err();
    assert!(
        matches!(again, CodeRefusal::Old(OldCode::Used { at, .. }) if at == service.now()),
        "{again:?}"
    );
    assert_eq!(service.count(&OWED, &[account.id.into()]).await, 0);
    assert_eq!(service.events_of(account.id, "code-redeemed").await, 1);
    assert_eq!(service.events_of(account.id, "old-code-typed").await, 1);
}

async fn a_repaired_code_is_asked_about_and_costs_nothing(engine: Engine) {
    let (service, shop, account) = shop(engine).await;
    let typed = with_wrong_symbol(&account.codes[0], 9);
    let redeem = |confirmed| {
        let (service, typed, shop, id) = (&service, &typed, &shop, account.id);
        async move {
            let app = &service.app;
            app.redeem_for_app(&shop.caller, id, &visit(2), typed, confirmed, None)
                .await
        }
    };
    let asked = redeem(false).await.unwrap_err();
    let CodeRefusal::Confirm(read) = asked else {
        panic!("{asked:?}")
    };
    assert_eq!((&*read.text, &read.places), (&account.codes[0], &vec![9]));
    assert_eq!(redeem(true).await.unwrap().left, 9);
    let from = &visit(2);
    let unread =
        service
            .app
            .redeem_for_app(&shop.caller, account.id, from, "nonsense", false, None);
    assert!(matches!(unread.await, Err(CodeRefusal::Unreadable(_))));
}

async fn n11_wrong_codes_wait_longer_and_disable_the_set(engine: Engine) {
    let (service, shop, account) = shop(engine).await;
    let (app, id, caller) = (&service.app, account.id, &shop.caller);
    for n in 0..6 {
        let code = stray_code(4, n);
        let wrong = app
            .redeem_for_app(caller, id, &visit(3), &code, false, None)
            .await;
        assert!(matches!(wrong, Err(CodeRefusal::Wrong(_))), "{wrong:?}");
    }
    let good = account.codes[0].as_str();
    let waits = app
        .redeem_for_app(caller, id, &visit(3), good, false, None)
        .await;
    let until = service.now() + Span::seconds(30);
    assert!(
        matches!(waits, Err(CodeRefusal::Wait(at)) if at == until),
        "{waits:?}"
    );
    // A stranger's guesses don't make the owner wait, who sits in another network.
    for n in 6..100 {
        let code = stray_code(4, u64::from(n));
        let wrong = app
            .redeem_for_app(caller, id, &visit_from(9, 100 + n), &code, false, None)
            .await;
        assert!(matches!(wrong, Err(CodeRefusal::Wrong(_))), "{wrong:?}");
    }
    let disabled = app
        .redeem_for_app(caller, id, &visit(2), good, false, None)
        .await;
    assert!(
        matches!(
            disabled,
            Err(CodeRefusal::Old(OldCode::Replaced { .. }) | CodeRefusal::Closed(Closed::Disabled))
        ),
        "{disabled:?}"
    );
    assert_eq!(service.events_of(id, "codes-disabled").await, 1);
}

async fn foreign_tags_are_no_guess_but_only_twenty_an_hour(engine: Engine) {
    let (service, shop, account) = shop(engine).await;
    let runs = service.app.slow_hash().runs();
    for n in 0..25 {
        let code = foreign_code(2, n);
        let from = &visit(2);
        let refused =
            service
                .app
                .redeem_for_app(&shop.caller, account.id, from, &code, false, None);
        let refused = refused.await.unwrap_err();
        let unread = matches!(refused, CodeRefusal::Unreadable(_));
        assert_eq!(unread, n < 20, "{refused:?}");
        assert!(unread || matches!(refused, CodeRefusal::Wait(_)));
    }
    assert_eq!(service.app.slow_hash().runs(), runs, "nothing was hashed");
}

async fn a_check_spends_nothing_and_a_wrong_one_is_a_guess(engine: Engine) {
    let (service, shop, account) = shop(engine).await;
    let (app, id, caller) = (&service.app, account.id, &shop.caller);
    let good = account.codes[5].as_str();
    for _ in 0..2 {
        let slot = app
            .check_for_app(caller, id, &visit(2), good, false)
            .await
            .unwrap();
        assert_eq!(slot.get(), 6);
    }
    let wrong = app
        .check_for_app(caller, id, &visit(2), &stray_code(1, 5), false)
        .await;
    assert!(matches!(wrong, Err(CodeRefusal::Wrong(left)) if left.before_disabled == 99));
    app.check_for_app(caller, id, &visit(2), good, false)
        .await
        .unwrap();
    let wrong = app
        .check_for_app(caller, id, &visit(2), &stray_code(1, 6), false)
        .await;
    assert!(matches!(wrong, Err(CodeRefusal::Wrong(left)) if left.before_disabled == 98));
    app.redeem_for_app(caller, id, &visit(2), good, false, None)
        .await
        .unwrap();
    let spent = app.check_for_app(caller, id, &visit(2), good, false).await;
    assert!(matches!(spent, Err(CodeRefusal::Old(OldCode::Used { .. }))));
    assert_eq!(service.events_of(id, "code-checked").await, 4);
}

async fn a_drill_spends_nothing(engine: Engine) {
    let (service, shop, account) = shop(engine).await;
    let (app, id, caller) = (&service.app, account.id, &shop.caller);
    let drill = app.begin_drill_for_app(caller, id).await.unwrap();
    let word = |n: usize| account.words[usize::from(drill.slots[n].get()) - 1].as_str();
    let from = &visit(2);
    let answer = |typed| app.answer_drill_for_app(caller, id, from, &drill.sealed, typed);
    let wrong = answer([word(0), word(0)]).await.unwrap_err();
    assert!(
        matches!(
            wrong,
            ApiDrillRefusal::Wrong {
                right: [true, false],
                ..
            }
        ),
        "{wrong:?}"
    );
    answer([word(0), word(1)]).await.unwrap();
    let status = app.api_set(caller, id, account.set).await.unwrap();
    assert_eq!((status.left, status.drilled_at), (10, Some(service.now())));
    let other = service.api_app("other", ApiScope::ALL).await;
    let theirs = service.api_account(&other, "1").await;
    let moved = app
        .answer_drill_for_app(
            &other.caller,
            theirs.id,
            &visit(2),
            &drill.sealed,
            ["a", "b"],
        )
        .await;
    assert!(matches!(moved, Err(ApiDrillRefusal::Over)), "{moved:?}");
    service.clock.advance(Span::minutes(10));
    let late = answer([word(0), word(1)]).await;
    assert!(matches!(late, Err(ApiDrillRefusal::Over)), "{late:?}");
}
