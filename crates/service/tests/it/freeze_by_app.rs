//! An app that its owner signed in to freezes the account, with the scope `freeze` and nothing else.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_model::freeze::Taken;
use counterfoil_service::freeze::FreezeByAppRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::apps::{webmail, wiki};
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_token_with_the_scope_freezes_and_says_so_again,
    a_token_without_it_freezes_nothing,
    what_was_taken_binds_by_two_factors_and_by_no_code,
}

async fn a_token_with_the_scope_freezes_and_says_so_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let token = service
        .signed_in_at(&wiki(), &owner, "openid freeze")
        .await
        .access_token;
    let app = &service.app;
    let first = app
        .freeze_by_app(&token, &visit(7), Some(Taken::Paper))
        .await
        .unwrap();
    assert_eq!((first.began, first.said), (true, Some(Taken::Paper)));
    assert_eq!(service.told(owner.account, "frozen").await.len(), 2);
    assert!(app.session(&owner.token, &owner.visit).await.is_err());
    service.clock.advance(Span::seconds(5));
    let again = app.freeze_by_app(&token, &visit(7), None).await.unwrap();
    assert_eq!(
        (again.began, again.since, again.said),
        (false, first.since, Some(Taken::Paper))
    );
    // It says so only of the freeze that it was ended by.
    let half = service.half_session(&owner, &visit(2)).await;
    let digits = service.next_digits(&owner);
    app.thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
    let over = app.freeze_by_app(&token, &visit(7), None).await;
    assert!(matches!(over, Err(FreezeByAppRefusal::Token)), "{over:?}");
    app.freeze_address(&owner.address, None).await.unwrap();
    let over = app.freeze_by_app(&token, &visit(7), None).await;
    assert!(matches!(over, Err(FreezeByAppRefusal::Token)), "{over:?}");
}

async fn a_token_without_it_freezes_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let issued = service
        .signed_in_at(&webmail(), &owner, "openid mail offline_access")
        .await;
    let refused = service
        .app
        .freeze_by_app(&issued.access_token, &visit(7), None)
        .await;
    assert!(
        matches!(refused, Err(FreezeByAppRefusal::Scope)),
        "{refused:?}"
    );
    let issued = service
        .signed_in_at(&wiki(), &owner, "openid freeze offline_access")
        .await;
    let refresh = issued.refresh_token.unwrap();
    for token in [refresh.as_str(), "", "nonsense"] {
        let refused = service.app.freeze_by_app(token, &visit(7), None).await;
        assert!(
            matches!(refused, Err(FreezeByAppRefusal::Token)),
            "{refused:?}"
        );
    }
    service.clock.advance(Span::hours(1));
    let late = service
        .app
        .freeze_by_app(&issued.access_token, &visit(7), None)
        .await;
    assert!(matches!(late, Err(FreezeByAppRefusal::Token)), "{late:?}");
    assert_eq!(service.events_of(owner.account, "frozen").await, 0);
}

async fn what_was_taken_binds_by_two_factors_and_by_no_code(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    owner.session = service
        .signed_in_by_code(&owner, &visit(9), sheet.code(1))
        .await;
    owner.visit = visit(9);
    let token = service
        .signed_in_at(&wiki(), &owner, "openid freeze")
        .await
        .access_token;
    let frozen = service
        .app
        .freeze_by_app(&token, &visit(7), Some(Taken::Phone))
        .await
        .unwrap();
    assert_eq!((frozen.began, frozen.said), (true, None));
}
