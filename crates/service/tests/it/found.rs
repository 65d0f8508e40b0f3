//! "I found it again": what a freeze had shut works again, when its owner proves it beside two other factors.

use crate::freeze::frozen;
use crate::ground::{on_both_engines, stray_code, with_wrong_symbol};
use crate::invariants;
use counterfoil_model::Span;
use counterfoil_model::freeze::Taken;
use counterfoil_service::LinkKind;
use counterfoil_service::freeze::{FoundRefusal, Stopped};
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use std::sync::Arc;

on_both_engines! {
    a_sheet_that_was_found_works_again_once_a_code_of_it_was_typed,
    a_phone_that_was_found_waits_a_day_after_a_code_on_an_unknown_device,
    a_stopped_phone_stays_shut,
    nothing_is_lifted_by_one_factor_a_stale_session_or_beside_another,
    wrong_ones_are_guesses_at_what_was_found,
    a_sheet_is_lifted_once,
}

/// An owner who opened the account again with the phone: the sheet is shut.
async fn sheet_shut(service: &TestService) -> (TestOwner, TestSheet) {
    let (mut owner, sheet, half) = frozen(service, None).await;
    let digits = service.next_digits(&owner);
    owner.visit = visit(2);
    owner.token = service
        .app
        .thaw_by_totp(&half, &owner.visit, Taken::Paper, &digits)
        .await
        .unwrap();
    owner.session = service
        .app
        .session(&owner.token, &owner.visit)
        .await
        .unwrap();
    (owner, sheet)
}

/// An owner who opened it with code 1: the phone is shut.
async fn phone_shut(service: &TestService) -> (TestOwner, TestSheet) {
    let (mut owner, sheet, half) = frozen(service, None).await;
    owner.visit = visit(2);
    let opened = service
        .app
        .thaw_by_code(&half, &owner.visit, Taken::Phone, sheet.code(1), false)
        .await
        .unwrap();
    owner.session = service
        .app
        .session(&opened.token, &owner.visit)
        .await
        .unwrap();
    (owner, sheet)
}

async fn a_sheet_that_was_found_works_again_once_a_code_of_it_was_typed(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = sheet_shut(&service).await;
    let app = &service.app;
    let unclear = with_wrong_symbol(sheet.code(4), 7);
    let asked = app
        .found_sheet(&owner.session, &owner.visit, &unclear, false)
        .await;
    assert!(matches!(asked, Err(FoundRefusal::Confirm(_))), "{asked:?}");
    let found = app
        .found_sheet(&owner.session, &owner.visit, &unclear, true)
        .await
        .unwrap();
    assert!(found.at_once);
    assert_eq!(service.told(owner.account, "found-again").await.len(), 2);
    let status = app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.sheet, status.left), (Some(sheet.number), 10));
    service
        .signed_in_by_code(&owner, &visit(3), sheet.code(4))
        .await;
    invariants::check(&service, owner.account).await;
}

async fn a_phone_that_was_found_waits_a_day_after_a_code_on_an_unknown_device(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = phone_shut(&service).await;
    let digits = service.next_digits(&owner);
    let found = service
        .app
        .found_phone(&owner.session, &owner.visit, &digits)
        .await
        .unwrap();
    assert_eq!(
        (found.at_once, found.effective_at),
        (false, service.now() + Span::hours(24))
    );
    assert_eq!(
        service.told(owner.account, "change-scheduled").await.len(),
        2
    );
    let half = service.half_session(&owner, &visit(3)).await;
    let digits = service.next_digits(&owner);
    let early = service
        .app
        .sign_in_with_totp(&half, &visit(3), &digits)
        .await;
    assert!(matches!(early, Err(TotpRefusal::NoApp)), "{early:?}");
    service.clock.advance(Span::hours(24));
    service.signed_in(&owner, &visit(3)).await;
    let stopped = service
        .app
        .stopped_by_a_freeze(owner.account)
        .await
        .unwrap();
    assert_eq!(stopped, Stopped::default());
}

async fn a_stopped_phone_stays_shut(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = phone_shut(&service).await;
    let digits = service.next_digits(&owner);
    service
        .app
        .found_phone(&owner.session, &owner.visit, &digits)
        .await
        .unwrap();
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    service
        .app
        .stop_change_by_link(&link, &visit(5))
        .await
        .unwrap();
    service.clock.advance(Span::hours(25));
    let half = service.half_session(&owner, &visit(3)).await;
    let digits = service.next_digits(&owner);
    let late = service
        .app
        .sign_in_with_totp(&half, &visit(3), &digits)
        .await;
    assert!(matches!(late, Err(TotpRefusal::NoApp)), "{late:?}");
}

async fn nothing_is_lifted_by_one_factor_a_stale_session_or_beside_another(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let alone = service.owner().await;
    let one = app
        .found_phone(&alone.session, &alone.visit, "123456")
        .await;
    assert!(
        matches!(one, Err(FoundRefusal::SecondFactorWanted)),
        "{one:?}"
    );

    let (mut owner, sheet) = sheet_shut(&service).await;
    let nothing = app
        .found_phone(&owner.session, &owner.visit, &service.digits(&owner))
        .await;
    assert!(
        matches!(nothing, Err(FoundRefusal::NothingShut)),
        "{nothing:?}"
    );
    service.clock.advance(Span::minutes(10));
    let stale = app
        .found_sheet(&owner.session, &owner.visit, sheet.code(1), false)
        .await;
    assert!(
        matches!(stale, Err(FoundRefusal::StepUpWanted)),
        "{stale:?}"
    );
    service.signs_in_again(&mut owner).await;
    service.sheet(&owner).await;
    let beside = app
        .found_sheet(&owner.session, &owner.visit, sheet.code(1), false)
        .await;
    assert!(
        matches!(beside, Err(FoundRefusal::NothingShut)),
        "{beside:?}"
    );
}

async fn wrong_ones_are_guesses_at_what_was_found(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = sheet_shut(&service).await;
    for n in 0..6 {
        let wrong = service
            .app
            .found_sheet(&owner.session, &owner.visit, &stray_code(1, n), false)
            .await;
        assert!(matches!(wrong, Err(FoundRefusal::Wrong(_))), "{wrong:?}");
    }
    let waits = service
        .app
        .found_sheet(&owner.session, &owner.visit, sheet.code(1), false)
        .await;
    assert!(matches!(waits, Err(FoundRefusal::Wait(_))), "{waits:?}");
    assert!(
        service
            .app
            .stopped_by_a_freeze(owner.account)
            .await
            .unwrap()
            .codes
    );
}

async fn a_sheet_is_lifted_once(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    let (owner, sheet) = sheet_shut(&service).await;
    let gate = service.faults.hold("found_sheet", 20);
    let hands: Vec<_> = (0..20)
        .map(|_| {
            let (app, session, from, code) = (
                Arc::clone(&service.app),
                owner.session.clone(),
                owner.visit.clone(),
                sheet.code(2).to_owned(),
            );
            tokio::spawn(async move { app.found_sheet(&session, &from, &code, false).await })
        })
        .collect();
    gate.until(20).await;
    let mut lifted = 0;
    for hand in hands {
        match hand.await.unwrap() {
            Ok(_) => lifted += 1,
            Err(FoundRefusal::NothingShut) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(lifted, 1);
    assert_eq!(service.events_of(owner.account, "found-again").await, 1);
}
