//! Two changes that wait never meet: the last one stands, and what it would have ended goes on until then.

use crate::ground::on_both_engines;
use crate::hold::{BURGLAR, held, opens, phone_opens, staged_phone, staged_sheet};
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    of_two_staged_sheets_only_the_last_takes_effect,
    stopping_the_last_staged_sheet_leaves_the_old_one,
    a_sheet_proved_at_once_survives_a_staged_one,
    of_two_staged_apps_only_the_last_takes_effect,
}

async fn of_two_staged_sheets_only_the_last_takes_effect(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, old, held) = held(&service).await;
    let first = staged_sheet(&service, &held).await;
    service.clock.advance(Span::minutes(5));
    let second = staged_sheet(&service, &held).await;
    assert_eq!(
        service
            .app
            .waiting_changes(owner.account)
            .await
            .unwrap()
            .len(),
        1
    );
    // Until the second takes effect the old sheet goes on, past the moment of the first.
    service.clock.advance(Span::minutes(24 * 60 - 1));
    assert!(!opens(&service, &owner, first.code(1)).await);
    assert!(opens(&service, &owner, old.code(2)).await);
    service.clock.advance(Span::minutes(1));
    assert!(!opens(&service, &owner, first.code(1)).await);
    assert!(!opens(&service, &owner, old.code(3)).await);
    assert!(opens(&service, &owner, second.code(1)).await);
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 1);
}

async fn stopping_the_last_staged_sheet_leaves_the_old_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, old, held) = held(&service).await;
    let first = staged_sheet(&service, &held).await;
    service.clock.advance(Span::minutes(5));
    let second = staged_sheet(&service, &held).await;
    let stopped = service.app.waiting_changes(owner.account).await.unwrap();
    for change in stopped {
        assert!(
            service
                .app
                .stop_change(&held, &visit(BURGLAR), change.id)
                .await
                .unwrap()
        );
    }
    service.clock.advance(Span::hours(30));
    assert!(!opens(&service, &owner, first.code(1)).await);
    assert!(!opens(&service, &owner, second.code(1)).await);
    assert!(opens(&service, &owner, old.code(2)).await);
}

async fn a_sheet_proved_at_once_survives_a_staged_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, _, held) = held(&service).await;
    let staged = staged_sheet(&service, &held).await;
    service.signs_in_again(&mut owner).await;
    let new = service.sheet(&owner).await;
    assert!(
        service
            .app
            .waiting_changes(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
    let digits = service.next_digits(&owner);
    service
        .app
        .confirm_changes(&owner.session, &owner.visit, &digits)
        .await
        .unwrap();
    assert!(opens(&service, &owner, new.code(1)).await);
    service.clock.advance(Span::hours(30));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 0);
    assert!(!opens(&service, &owner, staged.code(1)).await);
    assert!(opens(&service, &owner, new.code(2)).await);
}

async fn of_two_staged_apps_only_the_last_takes_effect(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _, held) = held(&service).await;
    let (first, session) = staged_phone(&service, &held).await;
    service.clock.advance(Span::minutes(5));
    let (second, _) = staged_phone(&service, &session).await;
    assert_eq!(
        service
            .app
            .waiting_changes(owner.account)
            .await
            .unwrap()
            .len(),
        1
    );
    service.clock.advance(Span::minutes(24 * 60 - 2));
    assert!(!phone_opens(&service, &owner, &first).await);
    assert!(phone_opens(&service, &owner, owner.phone()).await);
    service.clock.advance(Span::minutes(2));
    assert!(!phone_opens(&service, &owner, &first).await);
    assert!(phone_opens(&service, &owner, &second).await);
    assert!(!phone_opens(&service, &owner, owner.phone()).await);
}
