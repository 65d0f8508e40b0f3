//! The replacement of a spent code (N18).

use crate::ground::{on_both_engines, stray_code, with_wrong_symbol};
use counterfoil_model::Span;
use counterfoil_service::codes::{RedeemRefusal, ReplacementRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    spending_owes_a_replacement_that_counts_once_it_was_typed_back,
    a_replacement_is_drawn_again_if_the_answer_was_lost,
    two_spent_codes_are_replaced_one_after_the_other,
    no_slot_opens_twice_and_after_slot_31_a_new_sheet_is_asked_for,
    nothing_is_owed_for_a_sheet_that_was_replaced,
    drawing_asks_for_a_step_up_once_the_sign_in_is_stale,
}

/// Draws and types back at once; gives the new code.
async fn replaced(service: &TestService, owner: &TestOwner) -> (u8, String) {
    let drawn = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap();
    let text = drawn.drawn.code.text().to_string();
    let back = service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &text, false)
        .await
        .unwrap();
    assert!(back.at_once);
    (back.slot.get(), text)
}

async fn spending_owes_a_replacement_that_counts_once_it_was_typed_back(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let none = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await;
    assert!(
        matches!(none, Err(ReplacementRefusal::NoneOwed)),
        "{none:?}"
    );
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(4))
        .await;
    service.signs_in_again(&mut owner).await;
    assert!(
        service
            .app
            .codes_status(owner.account)
            .await
            .unwrap()
            .replacement_owed
    );
    let drawn = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap();
    assert_eq!(
        (
            drawn.replaces.get(),
            drawn.drawn.code.slot().get(),
            drawn.at_once
        ),
        (4, 11, true)
    );
    let text = drawn.drawn.code.text().to_string();

    // Before it was typed back it opens nothing and is still owed.
    let half = service.half_session(&owner, &visit(2)).await;
    let early = service.app.redeem(&half, &visit(2), &text, false).await;
    assert!(matches!(early, Err(RedeemRefusal::Wrong(_))), "{early:?}");
    let wrong = service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &stray_code(11, 1), false)
        .await;
    assert!(matches!(wrong, Err(ReplacementRefusal::Wrong)), "{wrong:?}");
    let wrong = service
        .app
        .type_back_replacement(&owner.session, &owner.visit, sheet.code(5), false)
        .await;
    assert!(matches!(wrong, Err(ReplacementRefusal::Wrong)), "{wrong:?}");
    let unclear = with_wrong_symbol(&text, 10);
    let confirm = service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &unclear, false)
        .await;
    assert!(
        matches!(confirm, Err(ReplacementRefusal::Confirm(_))),
        "{confirm:?}"
    );
    assert!(
        service
            .app
            .codes_status(owner.account)
            .await
            .unwrap()
            .replacement_owed
    );

    service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &unclear, true)
        .await
        .unwrap();
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!(
        (status.left, status.total, status.replacement_owed),
        (10, None, false)
    );
    service
        .app
        .redeem(&half, &visit(2), &text, false)
        .await
        .unwrap();
    assert_eq!(
        service.told(owner.account, "replacement-drawn").await.len(),
        2
    );
    assert_eq!(
        service
            .told(owner.account, "replacement-confirmed")
            .await
            .len(),
        2
    );
}

async fn a_replacement_is_drawn_again_if_the_answer_was_lost(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(4))
        .await;
    service.signs_in_again(&mut owner).await;
    let lost = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap();
    let lost = lost.drawn.code.text().to_string();
    let drawn = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap();
    let text = drawn.drawn.code.text().to_string();
    assert_ne!(lost, text);
    let dead = service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &lost, false)
        .await;
    assert!(matches!(dead, Err(ReplacementRefusal::Wrong)), "{dead:?}");
    service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &text, false)
        .await
        .unwrap();
    let again = service
        .app
        .type_back_replacement(&owner.session, &owner.visit, &text, false)
        .await;
    assert!(matches!(again, Err(ReplacementRefusal::Wrong)), "{again:?}");
    let none = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await;
    assert!(
        matches!(none, Err(ReplacementRefusal::NoneOwed)),
        "{none:?}"
    );
}

async fn two_spent_codes_are_replaced_one_after_the_other(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    for slot in [7, 2] {
        service
            .signed_in_by_code(&owner, &visit(2), sheet.code(slot))
            .await;
    }
    service.signs_in_again(&mut owner).await;
    for slot in [11, 12] {
        let (drawn, code) = replaced(&service, &owner).await;
        assert_eq!(drawn, slot);
        service.signed_in_by_code(&owner, &visit(2), &code).await;
    }
    // Those two were spent in turn.
    assert_eq!(replaced(&service, &owner).await.0, 13);
}

async fn no_slot_opens_twice_and_after_slot_31_a_new_sheet_is_asked_for(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 20)
        .await;
    let (mut owner, sheet) = service.with_sheet().await;
    service.signs_in_again(&mut owner).await;
    let mut slots = Vec::new();
    for slot in 1..=11 {
        service
            .signed_in_by_code(&owner, &visit(2), sheet.code(slot))
            .await;
        slots.push(replaced(&service, &owner).await.0);
    }
    assert_eq!(slots, (21..=31).collect::<Vec<u8>>());
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(12))
        .await;
    let full = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await;
    assert!(
        matches!(full, Err(ReplacementRefusal::SheetFull)),
        "{full:?}"
    );
    // Redeeming still works.
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(13))
        .await;
}

async fn nothing_is_owed_for_a_sheet_that_was_replaced(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    service.signs_in_again(&mut owner).await;
    service.sheet(&owner).await;
    let none = service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await;
    assert!(
        matches!(none, Err(ReplacementRefusal::NoneOwed)),
        "{none:?}"
    );
}

/// A session left open on somebody's table draws no code.
async fn drawing_asks_for_a_step_up_once_the_sign_in_is_stale(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let held = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    service.clock.advance(Span::minutes(10));
    for (session, from) in [(&owner.session, &owner.visit), (&held, &visit(2))] {
        let refused = service.app.draw_replacement(session, from).await;
        assert!(
            matches!(refused, Err(ReplacementRefusal::StepUpWanted)),
            "{refused:?}"
        );
    }
    assert_eq!(
        service.events_of(owner.account, "replacement-drawn").await,
        0
    );
    service.signs_in_again(&mut owner).await;
    service
        .app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap();
}
