//! An app's sets: shown, activated, retired, and what is said of them.

use crate::ground::{on_both_engines, stray_code};
use counterfoil_model::{ApiScope, SetId, Span};
use counterfoil_service::api::{
    ApiSetState, Closed, CodeRefusal, IssueRefusal, NewApiAccount, SetRefusal,
};
use counterfoil_service::codes::OldCode;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_set_opens_nothing_before_a_code_of_it_is_typed_back,
    a_shown_set_is_gone_after_an_hour_and_when_another_is_issued,
    the_new_set_retires_the_old_one_and_its_codes_are_recognised,
    a_retired_set_spends_nothing,
    only_a_set_that_fits_on_paper_is_issued,
    the_page_words_are_those_that_were_issued,
}

async fn a_set_opens_nothing_before_a_code_of_it_is_typed_back(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let new = NewApiAccount {
        reference: "1",
        name: None,
        language: None,
    };
    let (app, caller) = (&service.app, &shop.caller);
    let id = app.create_api_account(caller, new, None).await.unwrap().id;
    let issued = app
        .issue_set(caller, id, &visit(1), " My shop ", Some(6), None)
        .await
        .unwrap();
    assert_eq!(
        (issued.sheet, issued.label.as_str(), issued.codes.len()),
        (1, "My shop", 6)
    );
    assert_eq!(issued.prove_before, service.now() + Span::hours(1));
    let code = issued.codes[0].code.text();
    let early = app
        .redeem_for_app(caller, id, &visit(1), &code, false, None)
        .await;
    assert!(
        matches!(early, Err(CodeRefusal::Closed(Closed::NoSet))),
        "{early:?}"
    );
    let wrong = app
        .activate_set(caller, id, issued.id, &visit(1), &stray_code(1, 4), false)
        .await;
    assert!(
        matches!(wrong, Err(SetRefusal::Code(CodeRefusal::Wrong(_)))),
        "{wrong:?}"
    );
    for _ in 0..2 {
        let set = app
            .activate_set(caller, id, issued.id, &visit(1), &code, false)
            .await
            .unwrap();
        assert_eq!(
            (set.state, set.left, set.total),
            (ApiSetState::Active, 6, 6)
        );
        assert_eq!(set.activated_at, Some(service.now()));
    }
    assert_eq!(service.events_of(id, "codes-activated").await, 1);
    let unknown = app.api_set(caller, id, SetId::from_bytes([9; 16])).await;
    assert!(matches!(unknown, Err(SetRefusal::Unknown)));
}

async fn a_shown_set_is_gone_after_an_hour_and_when_another_is_issued(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    let first = app
        .issue_set(caller, id, &visit(1), "", None, None)
        .await
        .unwrap();
    let second = app
        .issue_set(caller, id, &visit(1), "", None, None)
        .await
        .unwrap();
    let code = first.codes[0].code.text();
    let gone = app
        .activate_set(caller, id, first.id, &visit(1), &code, false)
        .await;
    assert!(
        matches!(gone, Err(SetRefusal::NotShown(ApiSetState::Discarded))),
        "{gone:?}"
    );
    service.clock.advance(Span::hours(1));
    let code = second.codes[0].code.text();
    let late = app
        .activate_set(caller, id, second.id, &visit(1), &code, false)
        .await;
    assert!(
        matches!(late, Err(SetRefusal::NotShown(ApiSetState::Discarded))),
        "{late:?}"
    );
    let states: Vec<_> = app.api_sets(caller, id).await.unwrap();
    let states: Vec<_> = states
        .into_iter()
        .map(|set| (set.sheet, set.state))
        .collect();
    assert_eq!(
        states,
        [
            (3, ApiSetState::Discarded),
            (2, ApiSetState::Discarded),
            (1, ApiSetState::Active)
        ],
        "the old set stays"
    );
}

async fn the_new_set_retires_the_old_one_and_its_codes_are_recognised(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    let issued = app
        .issue_set(caller, id, &visit(1), "", None, None)
        .await
        .unwrap();
    let old = account.codes[7].as_str();
    assert!(
        app.check_for_app(caller, id, &visit(1), old, false)
            .await
            .is_ok()
    );
    let code = issued.codes[0].code.text();
    app.activate_set(caller, id, issued.id, &visit(1), &code, false)
        .await
        .unwrap();
    let replaced = app
        .redeem_for_app(caller, id, &visit(1), old, false, None)
        .await;
    let at_now = |at| at == service.now();
    assert!(
        matches!(replaced, Err(CodeRefusal::Old(OldCode::Replaced { at })) if at_now(at)),
        "{replaced:?}"
    );
    let status = app.api_set(caller, id, account.set).await.unwrap();
    assert_eq!((status.state, status.left), (ApiSetState::Retired, 0));
    assert_eq!(service.events_of(id, "codes-renewed").await, 1);
}

async fn a_retired_set_spends_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    for _ in 0..2 {
        let status = app
            .retire_set(caller, id, account.set, &visit(1))
            .await
            .unwrap();
        assert_eq!(status.state, ApiSetState::Retired);
        assert_eq!(status.ended_at, Some(service.now()));
    }
    assert_eq!(service.events_of(id, "codes-retired").await, 1);
    let code = account.codes[0].as_str();
    let dead = app
        .redeem_for_app(caller, id, &visit(1), code, false, None)
        .await;
    assert!(
        matches!(dead, Err(CodeRefusal::Old(OldCode::Replaced { .. }))),
        "{dead:?}"
    );
    let other = stray_code(2, 3);
    let none = app
        .redeem_for_app(caller, id, &visit(1), &other, false, None)
        .await;
    assert!(
        matches!(none, Err(CodeRefusal::Closed(Closed::NoSet))),
        "{none:?}"
    );
}

async fn only_a_set_that_fits_on_paper_is_issued(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    for count in [0, 3, 21, 255] {
        let refused = app
            .issue_set(caller, id, &visit(1), "", Some(count), None)
            .await;
        assert!(matches!(refused, Err(IssueRefusal::Count)), "{count}");
    }
    for label in ["x".repeat(61), "a\nb".to_owned()] {
        let refused = app
            .issue_set(caller, id, &visit(1), &label, None, None)
            .await;
        assert!(matches!(refused, Err(IssueRefusal::Label)), "{label:?}");
    }
}

async fn the_page_words_are_those_that_were_issued(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let account = service.api_account(&shop, "1").await;
    let (app, caller, id) = (&service.app, &shop.caller, account.id);
    let issued = app
        .issue_set(caller, id, &visit(1), "", None, None)
        .await
        .unwrap();
    let code = issued.codes[0].code.text();
    app.activate_set(caller, id, issued.id, &visit(1), &code, false)
        .await
        .unwrap();
    let shown = app.page_words_for_app(caller, id).await.unwrap();
    assert_eq!((shown.set, shown.sheet), (issued.id, 2));
    assert_eq!(
        shown.words.map(|word| word.to_string()),
        issued.page_words.map(|word| word.as_str().to_owned())
    );
}
