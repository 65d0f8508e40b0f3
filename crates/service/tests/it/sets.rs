//! The life of a set: shown, active, retired.

use crate::ground::{on_both_engines, stray_code, with_wrong_symbol};
use counterfoil_model::Span;
use counterfoil_service::codes::{OldCode, ProveRefusal, RedeemRefusal, ShowRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    showing_needs_a_session_with_two_factors,
    the_operator_may_allow_codes_as_the_first_second_factor,
    showing_asks_for_a_fresh_step_up_and_an_outside_address,
    a_shown_set_opens_nothing_before_it_is_proved,
    proving_checks_a_code_and_spends_nothing,
    unproved_after_an_hour_the_new_set_is_gone_and_the_old_one_stays,
    printing_again_kills_the_first_draw,
    proving_a_new_set_retires_the_old_one,
    sheets_are_numbered_and_words_are_all_different,
    the_label_has_room_for_sixty_characters,
}

async fn showing_needs_a_session_with_two_factors(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.verify_outside(&owner).await;
    let refused = service
        .app
        .show_codes(&owner.session, &owner.visit, "")
        .await;
    assert!(
        matches!(refused, Err(ShowRefusal::SecondFactorWanted)),
        "{refused:?}"
    );
    service.bind_phone(&mut owner).await;
    service
        .app
        .show_codes(&owner.session, &owner.visit, "")
        .await
        .unwrap();
}

async fn the_operator_may_allow_codes_as_the_first_second_factor(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| {
            policy.codes_as_first_second_factor = true;
            policy.require_outside_address = false;
        })
        .await;
    let owner = service.owner().await;
    let sheet = service.sheet(&owner).await;
    // From then on the password alone opens nothing.
    let session = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(2))
        .await;
    assert!(session.methods.two_factors());
}

async fn showing_asks_for_a_fresh_step_up_and_an_outside_address(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.bind_phone(&mut owner).await;
    let refused = service
        .app
        .show_codes(&owner.session, &owner.visit, "")
        .await;
    assert!(
        matches!(refused, Err(ShowRefusal::OutsideAddressWanted)),
        "{refused:?}"
    );
    service.verify_outside(&owner).await;
    service.clock.advance(Span::minutes(10));
    let refused = service
        .app
        .show_codes(&owner.session, &owner.visit, "")
        .await;
    assert!(
        matches!(refused, Err(ShowRefusal::StepUpWanted)),
        "{refused:?}"
    );
}

async fn a_shown_set_opens_nothing_before_it_is_proved(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let shown = service.shown_sheet(&owner).await;
    let half = service.half_session(&owner, &visit(2)).await;
    let refused = service
        .app
        .redeem(&half, &visit(2), shown.code(1), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::NoSheet)),
        "{refused:?}"
    );
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.sheet, status.shown_sheet), (None, Some(1)));
    let step = service.app.second_step(&half).await.unwrap();
    assert!(step.codes_left.is_none() && step.page_words.is_none());
}

async fn proving_checks_a_code_and_spends_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let shown = service.shown_sheet(&owner).await;
    let (app, visit_) = (&service.app, &owner.visit);
    let wrong = app
        .prove_codes(&owner.session, visit_, &stray_code(1, 1), false)
        .await;
    let Err(ProveRefusal::Wrong(left)) = wrong else {
        panic!("{wrong:?}")
    };
    assert_eq!(left.before_wait, 5);
    let damaged = with_wrong_symbol(shown.code(3), 9);
    let confirm = app
        .prove_codes(&owner.session, visit_, &damaged, false)
        .await;
    let Err(ProveRefusal::Confirm(read)) = confirm else {
        panic!("{confirm:?}")
    };
    assert_eq!(
        (read.text.as_str(), read.places.as_slice()),
        (shown.code(3), [9].as_slice())
    );
    let proved = app
        .prove_codes(&owner.session, visit_, &damaged, true)
        .await
        .unwrap();
    assert!(proved.at_once);
    let status = app.codes_status(owner.account).await.unwrap();
    assert_eq!(
        (status.sheet, status.left, status.total),
        (Some(1), 10, Some(10))
    );
    service
        .signed_in_by_code(&owner, &visit(2), shown.code(3))
        .await;
    let again = app
        .prove_codes(&owner.session, visit_, shown.code(3), false)
        .await;
    assert!(
        matches!(again, Err(ProveRefusal::NothingShown)),
        "{again:?}"
    );
}

async fn unproved_after_an_hour_the_new_set_is_gone_and_the_old_one_stays(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, old) = service.with_sheet().await;
    let new = service.shown_sheet(&owner).await;
    service.clock.advance(Span::seconds(3_569));
    service.signs_in_again(&mut owner).await;
    assert_eq!(
        service
            .app
            .codes_status(owner.account)
            .await
            .unwrap()
            .shown_sheet,
        Some(2)
    );
    service.clock.advance(Span::seconds(1));
    let late = service
        .app
        .prove_codes(&owner.session, &owner.visit, new.code(1), false)
        .await;
    assert!(matches!(late, Err(ProveRefusal::NothingShown)), "{late:?}");
    assert_eq!(
        service
            .app
            .codes_status(owner.account)
            .await
            .unwrap()
            .shown_sheet,
        None
    );
    service
        .signed_in_by_code(&owner, &visit(2), old.code(1))
        .await;
}

async fn printing_again_kills_the_first_draw(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let first = service.shown_sheet(&owner).await;
    let second = service.shown_sheet(&owner).await;
    let dead = service
        .app
        .prove_codes(&owner.session, &owner.visit, first.code(1), false)
        .await;
    assert!(matches!(dead, Err(ProveRefusal::Wrong(_))), "{dead:?}");
    service
        .app
        .prove_codes(&owner.session, &owner.visit, second.code(1), false)
        .await
        .unwrap();
    let half = service.half_session(&owner, &visit(2)).await;
    let dead = service
        .app
        .redeem(&half, &visit(2), first.code(1), false)
        .await;
    assert!(matches!(dead, Err(RedeemRefusal::Wrong(_))), "{dead:?}");
}

async fn proving_a_new_set_retires_the_old_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, old) = service.with_sheet().await;
    let replaced_at = service.now();
    let new = service.sheet(&owner).await;
    let half = service.half_session(&owner, &visit(2)).await;
    let refused = service
        .app
        .redeem(&half, &visit(2), old.code(1), false)
        .await;
    let Err(RedeemRefusal::Old(OldCode::Replaced { at })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(at, replaced_at);
    service
        .app
        .redeem(&half, &visit(2), new.code(1), false)
        .await
        .unwrap();
    let kinds = service.events(owner.account).await;
    let sheets = kinds.iter().filter(|kind| kind.starts_with("codes-"));
    let mut sheets: Vec<&str> = sheets.map(String::as_str).collect();
    sheets.sort_unstable();
    assert_eq!(
        sheets,
        [
            "codes-activated",
            "codes-renewed",
            "codes-shown",
            "codes-shown"
        ]
    );
}

async fn sheets_are_numbered_and_words_are_all_different(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 20)
        .await;
    let owner = service.enrolled_owner().await;
    let first = service.shown_sheet(&owner).await;
    let second = service.shown_sheet(&owner).await;
    assert_eq!(
        (first.number, second.number, second.codes.len()),
        (1, 2, 20)
    );
    let mut words: Vec<&String> = second.words.iter().chain(&second.page_words).collect();
    words.sort();
    words.dedup();
    assert_eq!(words.len(), 22);
    for (code, symbol) in second.codes.iter().zip("123456789ABCDEFGHJKM".chars()) {
        assert!(code.starts_with(symbol), "{symbol}");
    }
}

async fn the_label_has_room_for_sixty_characters(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let refused = service
        .app
        .show_codes(&owner.session, &owner.visit, &"ü".repeat(61))
        .await;
    assert!(
        matches!(refused, Err(ShowRefusal::LabelTooLong)),
        "{refused:?}"
    );
    service
        .app
        .show_codes(&owner.session, &owner.visit, &"ü".repeat(60))
        .await
        .unwrap();
}
