//! `Idempotency-Key` (rules.md, Apps): the same request comes to the same, for a day, and no code is kept for that.

use crate::ground::{on_both_engines, stray_code};
use counterfoil_model::{ApiScope, Span};
use counterfoil_service::api::{CodeRefusal, CreateRefusal, IssueRefusal, NewApiAccount, RetryOf};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use sha2::{Digest, Sha256};
use std::sync::Arc;

on_both_engines! {
    a_redeem_sent_again_gets_its_own_status,
    a_wrong_code_sent_again_is_one_guess,
    a_key_of_another_request_is_refused,
    an_issue_sent_again_draws_afresh_until_the_set_is_active,
    an_account_made_again_is_the_same_one,
    after_a_day_it_is_forgotten,
    twenty_of_one_request_at_once_spend_one_code,
}

#[expect(clippy::unnecessary_wraps, reason = "the use cases take an option")]
const fn key<'a>(key: &'a str, body: &'a str) -> Option<RetryOf<'a>> {
    Some(RetryOf {
        key,
        body: body.as_bytes(),
    })
}

const ROWS: Statement = Statement::new(
    "test_retry_rows",
    "SELECT retry_hash, body_hash, outcome FROM api_retry WHERE account_id = $1",
);

async fn a_redeem_sent_again_gets_its_own_status(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id, code) = (
        &service.app,
        &shop.caller,
        account.id,
        account.codes[0].as_str(),
    );
    let first = app
        .redeem_for_app(caller, id, &visit(2), code, false, key("k", code))
        .await
        .unwrap();
    service.clock.advance(Span::hours(23));
    let again = app
        .redeem_for_app(caller, id, &visit(5), code, false, key("k", code))
        .await
        .unwrap();
    assert_eq!(
        (again.slot, again.left, again.spent_at),
        (first.slot, 9, first.spent_at)
    );
    assert!(again.again && !first.again);
    let other = app
        .redeem_for_app(caller, id, &visit(2), code, false, key("l", code))
        .await;
    assert!(matches!(other, Err(CodeRefusal::Old(_))), "{other:?}");
    assert_eq!(service.events_of(id, "code-redeemed").await, 1);
    let rows = service.rows(&ROWS, &[id.into()]).await;
    assert_eq!(rows.len(), 1);
    let (hash, outcome): ([u8; 32], String) = (
        rows[0].get("body_hash").unwrap(),
        rows[0].get("outcome").unwrap(),
    );
    assert_ne!(
        hash,
        <[u8; 32]>::from(Sha256::digest(code)),
        "no plain hash"
    );
    assert!(!outcome.contains(&code[..4]), "{outcome}");
}

async fn a_wrong_code_sent_again_is_one_guess(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let wrong = stray_code(3, 1);
    for _ in 0..4 {
        let app = &service.app;
        let refused = app
            .redeem_for_app(
                &shop.caller,
                account.id,
                &visit(2),
                &wrong,
                false,
                key("k", &wrong),
            )
            .await;
        assert!(
            matches!(refused, Err(CodeRefusal::Wrong(left)) if left.before_disabled == 99),
            "{refused:?}"
        );
    }
}

async fn a_key_of_another_request_is_refused(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    let [one, two] = [account.codes[0].as_str(), account.codes[1].as_str()];
    app.redeem_for_app(caller, id, &visit(2), one, false, key("k", one))
        .await
        .unwrap();
    let refused = app
        .redeem_for_app(caller, id, &visit(2), two, false, key("k", two))
        .await;
    assert!(
        matches!(refused, Err(CodeRefusal::OtherRequest)),
        "{refused:?}"
    );
    let refused = app
        .issue_set(caller, id, &visit(2), "", None, key("k", one))
        .await;
    assert!(matches!(refused, Err(IssueRefusal::OtherRequest)));
    // Another account and another app have keys of their own.
    let next = service.api_account(&shop, "2").await;
    let code = next.codes[0].as_str();
    app.redeem_for_app(caller, next.id, &visit(2), code, false, key("k", code))
        .await
        .unwrap();
}

async fn an_issue_sent_again_draws_afresh_until_the_set_is_active(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    let from = &visit(2);
    let issue = || app.issue_set(caller, id, from, "Shop", None, key("k", "{}"));
    let first = issue().await.unwrap();
    let again = issue().await.unwrap();
    assert_eq!((first.id, first.sheet), (again.id, again.sheet));
    let [dead, good] = [&first, &again].map(|set| set.codes[0].code.text());
    assert_ne!(*dead, *good);
    let refused = app
        .activate_set(caller, id, first.id, &visit(2), &dead, false)
        .await;
    assert!(refused.is_err(), "the first draw is dead");
    // Also when the hour is over: nobody has had the codes yet.
    service.clock.advance(Span::hours(2));
    let late = issue().await.unwrap();
    assert_eq!(late.id, first.id);
    let code = late.codes[4].code.text();
    app.activate_set(caller, id, late.id, &visit(2), &code, false)
        .await
        .unwrap();
    let runs = app.slow_hash().runs();
    let active = issue().await;
    assert!(matches!(active, Err(IssueRefusal::Active)), "{active:?}");
    assert_eq!(app.slow_hash().runs(), runs, "nothing was drawn");
    app.retire_set(caller, id, late.id, &visit(2))
        .await
        .unwrap();
    assert!(matches!(issue().await, Err(IssueRefusal::Gone)));
}

async fn an_account_made_again_is_the_same_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let (app, caller) = (&service.app, &shop.caller);
    let new = NewApiAccount {
        reference: "1",
        name: None,
        language: None,
    };
    let first = app
        .create_api_account(caller, new, key("k", "1"))
        .await
        .unwrap();
    let again = app
        .create_api_account(caller, new, key("k", "1"))
        .await
        .unwrap();
    assert_eq!(first.id, again.id);
    let other = NewApiAccount {
        reference: "2",
        ..new
    };
    let refused = app.create_api_account(caller, other, key("k", "2")).await;
    assert!(matches!(refused, Err(CreateRefusal::OtherRequest)));
    app.erase_api_account(caller, first.id).await.unwrap();
    let erased = app.create_api_account(caller, new, key("k", "1")).await;
    assert!(matches!(erased, Err(CreateRefusal::Erased)));
}

async fn after_a_day_it_is_forgotten(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    let [one, two] = [account.codes[0].as_str(), account.codes[1].as_str()];
    app.redeem_for_app(caller, id, &visit(2), one, false, key("k", one))
        .await
        .unwrap();
    service.clock.advance(Span::hours(24));
    // Its key is free again, even before the job comes by.
    let next = app
        .redeem_for_app(caller, id, &visit(2), two, false, key("k", two))
        .await
        .unwrap();
    assert_eq!((next.left, next.again), (8, false));
    service.clock.advance(Span::hours(25));
    app.sweep().await.unwrap();
    assert!(service.rows(&ROWS, &[id.into()]).await.is_empty());
}

async fn twenty_of_one_request_at_once_spend_one_code(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let gate = service.faults.hold("api_redeem", 20);
    let hands: Vec<_> = (0..20)
        .map(|_| {
            let (app, caller) = (Arc::clone(&service.app), shop.caller.clone());
            let (id, code) = (account.id, account.codes[0].clone());
            tokio::spawn(async move {
                app.redeem_for_app(&caller, id, &visit(2), &code, false, key("k", "body"))
                    .await
            })
        })
        .collect();
    gate.until(20).await;
    let mut first = 0;
    for hand in hands {
        let spent = hand.await.unwrap().unwrap();
        assert_eq!((spent.slot.get(), spent.left), (1, 9));
        first += usize::from(!spent.again);
    }
    assert_eq!(
        first, 1,
        "every one is told that it is spent, and one spent it"
    );
    assert_eq!(service.events_of(account.id, "code-redeemed").await, 1);
}
