//! An app's accounts: its own, and nobody else's.

use crate::ground::on_both_engines;
use counterfoil_model::ApiScope;
use counterfoil_service::api::{
    AccountRefusal, ApiAccountState, Closed, CodeRefusal, CreateRefusal, NewApiAccount, SetRefusal,
};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    an_app_finds_its_accounts_page_by_page_and_by_reference,
    another_apps_account_is_none,
    nothing_of_a_suspended_account_is_judged,
    erasing_leaves_nothing_but_that_it_was_there,
    nobody_is_written_to_and_nobody_signs_in,
}

const fn named(reference: &str) -> NewApiAccount<'_> {
    NewApiAccount {
        reference,
        name: Some("Ann"),
        language: Some("en"),
    }
}

async fn an_app_finds_its_accounts_page_by_page_and_by_reference(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    for n in 0..7 {
        let reference = format!("customer {n}");
        let made = service
            .app
            .create_api_account(&shop.caller, named(&reference), None);
        assert_eq!(made.await.unwrap().reference, reference);
    }
    let (mut after, mut found) = (None, Vec::new());
    loop {
        let page = service
            .app
            .api_accounts(&shop.caller, after, 3)
            .await
            .unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.made_at, last.id));
        found.extend(page.into_iter().map(|own| own.reference));
    }
    found.sort();
    assert_eq!(
        found,
        (0..7).map(|n| format!("customer {n}")).collect::<Vec<_>>()
    );
    let one = service
        .app
        .api_account_by_reference(&shop.caller, "customer 3")
        .await;
    let one = one.unwrap().unwrap();
    let again = service
        .app
        .create_api_account(&shop.caller, named("customer 3"), None);
    assert!(matches!(again.await, Err(CreateRefusal::Taken(id)) if id == one.id));
    let bad = service
        .app
        .create_api_account(&shop.caller, named(" x"), None);
    assert!(matches!(bad.await, Err(CreateRefusal::Part(_))));
}

async fn another_apps_account_is_none(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let other = service.api_app("other", ApiScope::ALL).await.caller;
    let account = service.api_account(&shop, "1").await;
    let (id, code, app) = (account.id, account.codes[0].as_str(), &service.app);
    assert!(matches!(
        app.api_account(&other, id).await,
        Err(AccountRefusal::Unknown)
    ));
    assert!(app.api_accounts(&other, None, 10).await.unwrap().is_empty());
    assert!(matches!(
        app.redeem_for_app(&other, id, &visit(1), code, false, None)
            .await,
        Err(CodeRefusal::Closed(Closed::NoAccount))
    ));
    assert!(matches!(
        app.check_for_app(&other, id, &visit(1), code, false).await,
        Err(CodeRefusal::Closed(Closed::NoAccount))
    ));
    assert!(matches!(
        app.api_sets(&other, id).await,
        Err(SetRefusal::Code(CodeRefusal::Closed(Closed::NoAccount)))
    ));
    assert!(
        app.retire_set(&other, id, account.set, &visit(1))
            .await
            .is_err()
    );
    assert!(
        app.issue_set(&other, id, &visit(1), "", None, None)
            .await
            .is_err()
    );
    assert!(app.begin_drill_for_app(&other, id).await.is_err());
    assert!(app.page_words_for_app(&other, id).await.is_err());
    assert!(matches!(
        app.erase_api_account(&other, id).await,
        Err(AccountRefusal::Unknown)
    ));
    let suspended = app
        .set_api_account_state(&other, id, ApiAccountState::Suspended)
        .await;
    assert!(matches!(suspended, Err(AccountRefusal::Unknown)));
    // The same reference at another app is another account.
    assert_ne!(
        app.create_api_account(&other, named("1"), None)
            .await
            .unwrap()
            .id,
        id
    );
    // A mailbox is none of an app's accounts.
    let owner = service.enrolled_owner().await;
    let mailbox = app.api_account(&shop.caller, owner.account).await;
    assert!(matches!(mailbox, Err(AccountRefusal::Unknown)));
    assert!(
        app.redeem_for_app(&shop.caller, id, &visit(1), code, false, None)
            .await
            .is_ok()
    );
}

async fn nothing_of_a_suspended_account_is_judged(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (id, app) = (account.id, &service.app);
    for _ in 0..2 {
        let own = app.set_api_account_state(&shop.caller, id, ApiAccountState::Suspended);
        assert_eq!(own.await.unwrap().state, ApiAccountState::Suspended);
    }
    assert_eq!(service.events_of(id, "account-suspended").await, 1);
    let closed = |refused: CodeRefusal| matches!(refused, CodeRefusal::Closed(Closed::Suspended));
    let code = account.codes[0].as_str();
    let redeemed = app
        .redeem_for_app(&shop.caller, id, &visit(1), code, false, None)
        .await;
    assert!(closed(redeemed.unwrap_err()));
    let checked = app
        .check_for_app(&shop.caller, id, &visit(1), code, false)
        .await;
    assert!(closed(checked.unwrap_err()));
    assert!(
        app.issue_set(&shop.caller, id, &visit(1), "", None, None)
            .await
            .is_err()
    );
    let own = app.set_api_account_state(&shop.caller, id, ApiAccountState::Active);
    assert_eq!(own.await.unwrap().state, ApiAccountState::Active);
    let redeemed = app
        .redeem_for_app(&shop.caller, id, &visit(1), code, false, None)
        .await;
    assert_eq!(redeemed.unwrap().left, 9);
}

const LEFT_OVER: Statement = Statement::new(
    "test_left_over",
    "SELECT CAST((SELECT COUNT(*) FROM code WHERE account_id = $1) + (SELECT COUNT(*) FROM code_set WHERE account_id = $1) \
     + (SELECT COUNT(*) FROM api_retry WHERE account_id = $1) + (SELECT COUNT(*) FROM guess_clock WHERE account_id = $1) \
     + (SELECT COUNT(*) FROM api_account WHERE account_id = $1 AND (reference <> '' OR name IS NOT NULL)) \
     + (SELECT COUNT(*) FROM security_event WHERE account_id = $1 AND network <> '') AS BIGINT) AS n",
);

async fn erasing_leaves_nothing_but_that_it_was_there(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (id, app) = (account.id, &service.app);
    let stray = crate::ground::stray_code(3, 9);
    let wrong = app
        .redeem_for_app(&shop.caller, id, &visit(1), &stray, false, None)
        .await;
    assert!(matches!(wrong, Err(CodeRefusal::Wrong(_))), "{wrong:?}");
    assert!(service.count(&LEFT_OVER, &[id.into()]).await > 10);
    let before = service.events(id).await.len();
    app.erase_api_account(&shop.caller, id).await.unwrap();
    app.feed_events().await.unwrap();
    app.append_events().await.unwrap();
    assert_eq!(app.erase_events(None).await.unwrap(), before);
    assert_eq!(service.count(&LEFT_OVER, &[id.into()]).await, 0);
    assert_eq!(service.events(id).await, ["account-erased"]);
    assert!(matches!(
        app.api_account(&shop.caller, id).await,
        Err(AccountRefusal::Unknown)
    ));
    assert!(app.erase_api_account(&shop.caller, id).await.is_err());
    let new = app
        .create_api_account(&shop.caller, named("1"), None)
        .await
        .unwrap();
    assert_ne!(new.id, id);
}

async fn nobody_is_written_to_and_nobody_signs_in(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "ann@mail.example").await;
    let code = account.codes[1].as_str();
    let from = &visit(1);
    let spent = service
        .app
        .redeem_for_app(&shop.caller, account.id, from, code, false, None);
    spent.await.unwrap();
    assert!(service.notices(account.id).await.is_empty());
    assert!(service.app.list_accounts().await.unwrap().is_empty());
    assert_eq!(
        service.app.account_of("ann@mail.example").await.unwrap(),
        None
    );
    let mut events = service.events(account.id).await;
    events.sort();
    assert_eq!(
        events,
        [
            "account-created",
            "code-redeemed",
            "codes-activated",
            "codes-shown"
        ]
    );
}
