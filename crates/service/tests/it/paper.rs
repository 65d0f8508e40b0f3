//! Drill and check: is the sheet still there, and would it open the door?

use crate::ground::{on_both_engines, stray_code, with_unreadable_symbol};
use counterfoil_core::Slot;
use counterfoil_model::Span;
use counterfoil_service::codes::{CheckRefusal, DrillRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_drill_asks_for_two_words_and_spends_nothing,
    a_drill_is_bound_to_its_session_and_lasts_ten_minutes,
    a_drill_names_unspent_codes_of_the_sheet_in_force,
    checking_needs_another_factor_on_a_known_device,
    a_checked_code_is_announced_and_not_spent,
    a_wrong_check_is_a_guess_and_a_right_one_never_resets_the_count,
}

async fn a_drill_asks_for_two_words_and_spends_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let drill = service.app.begin_drill(&owner.session).await.unwrap();
    let [first, second] = drill.slots.map(|slot| sheet.word(slot.get()).to_owned());
    let (session, visit) = (&owner.session, &owner.visit);
    let half = service
        .app
        .answer_drill(session, visit, &drill.sealed, [&first, "nonsense"])
        .await;
    let Err(DrillRefusal::Wrong { right, left }) = half else {
        panic!("{half:?}")
    };
    assert_eq!((right, left.before_wait), ([true, false], 5));
    let shouted = format!(" {} ", second.to_uppercase());
    service
        .app
        .answer_drill(session, visit, &drill.sealed, [&first, &shouted])
        .await
        .unwrap();
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.left, status.drilled_at), (10, Some(service.now())));
    assert_eq!(service.events_of(owner.account, "drill-failed").await, 1);
    assert_eq!(service.events_of(owner.account, "drill-passed").await, 1);
    assert!(service.told(owner.account, "drill-passed").await.is_empty());
}

async fn a_drill_is_bound_to_its_session_and_lasts_ten_minutes(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let other = service.signed_in(&owner, &visit(2)).await;
    let drill = service.app.begin_drill(&owner.session).await.unwrap();
    let words = drill.slots.map(|slot| sheet.word(slot.get()));
    assert_eq!(
        service.app.drill_slots(&owner.session, &drill.sealed),
        Some(drill.slots)
    );
    assert!(service.app.drill_slots(&other, &drill.sealed).is_none());
    let moved = service
        .app
        .answer_drill(&other, &visit(2), &drill.sealed, words)
        .await;
    assert!(matches!(moved, Err(DrillRefusal::Over)), "{moved:?}");
    service.clock.advance(Span::minutes(10));
    let late = service
        .app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, words)
        .await;
    assert!(matches!(late, Err(DrillRefusal::Over)), "{late:?}");
}

async fn a_drill_names_unspent_codes_of_the_sheet_in_force(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 4)
        .await;
    let (mut owner, sheet) = service.with_sheet().await;
    for slot in [1, 3] {
        service
            .signed_in_by_code(&owner, &visit(2), sheet.code(slot))
            .await;
    }
    service.signs_in_again(&mut owner).await;
    let drill = service.app.begin_drill(&owner.session).await.unwrap();
    assert_eq!(drill.slots.map(Slot::get), [2, 4]);
    let new = service.sheet(&owner).await;
    let words = [new.word(2), new.word(4)];
    let old = service
        .app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, words)
        .await;
    assert!(matches!(old, Err(DrillRefusal::Over)), "{old:?}");
    service
        .app
        .lose_sheet(&owner.session, &owner.visit)
        .await
        .unwrap();
    let none = service.app.begin_drill(&owner.session).await;
    assert!(
        matches!(none, Err(DrillRefusal::NothingToDrill)),
        "{none:?}"
    );
}

async fn checking_needs_another_factor_on_a_known_device(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let young = service
        .app
        .check_code(&owner.session, &owner.visit, sheet.code(1), false)
        .await;
    assert!(
        matches!(
            young,
            Err(CheckRefusal::NotHere("check-needs-known-device"))
        ),
        "{young:?}"
    );
    service.clock.advance(Span::days(7));
    let by_code = service
        .signed_in_by_code(&owner, &owner.visit, sheet.code(1))
        .await;
    assert!(!by_code.held, "a known device holds nothing back");
    let refused = service
        .app
        .check_code(&by_code, &owner.visit, sheet.code(2), false)
        .await;
    assert!(
        matches!(
            refused,
            Err(CheckRefusal::NotHere("check-needs-another-factor"))
        ),
        "{refused:?}"
    );
    let stranger = service.signed_in(&owner, &visit(3)).await;
    let refused = service
        .app
        .check_code(&stranger, &visit(3), sheet.code(2), false)
        .await;
    assert!(
        matches!(
            refused,
            Err(CheckRefusal::NotHere("check-needs-known-device"))
        ),
        "{refused:?}"
    );
    service.signs_in_again(&mut owner).await;
    service
        .app
        .check_code(&owner.session, &owner.visit, sheet.code(2), false)
        .await
        .unwrap();
    service
        .app
        .lose_sheet(&owner.session, &owner.visit)
        .await
        .unwrap();
    let none = service
        .app
        .check_code(&owner.session, &owner.visit, sheet.code(2), false)
        .await;
    assert!(
        matches!(none, Err(CheckRefusal::NotHere("check-needs-a-sheet"))),
        "{none:?}"
    );
}

async fn a_checked_code_is_announced_and_not_spent(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service.clock.advance(Span::days(8));
    service.signs_in_again(&mut owner).await;
    let (session, here) = (&owner.session, &owner.visit);
    let unclear = with_unreadable_symbol(sheet.code(6), 20);
    let confirm = service.app.check_code(session, here, &unclear, false).await;
    assert!(
        matches!(confirm, Err(CheckRefusal::Confirm(_))),
        "{confirm:?}"
    );
    let checked = service
        .app
        .check_code(session, here, &unclear, true)
        .await
        .unwrap();
    assert_eq!((checked.slot.get(), checked.from), (6, None));
    assert_eq!(service.told(owner.account, "code-checked").await.len(), 2);
    let spent_at = service.now();
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(6))
        .await;
    let used = service
        .app
        .check_code(session, here, sheet.code(6), false)
        .await;
    let Err(CheckRefusal::Used { at }) = used else {
        panic!("{used:?}")
    };
    assert_eq!(at, spent_at);
}

async fn a_wrong_check_is_a_guess_and_a_right_one_never_resets_the_count(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service.clock.advance(Span::days(8));
    service.signs_in_again(&mut owner).await;
    let (session, here) = (&owner.session, &owner.visit);
    for n in 1..=6 {
        let wrong = service
            .app
            .check_code(session, here, &stray_code(1, n), false)
            .await;
        let Err(CheckRefusal::Wrong(left)) = wrong else {
            panic!("{wrong:?}")
        };
        assert_eq!(
            (u64::from(left.before_wait), u64::from(left.before_disabled)),
            (6 - n, 100 - n)
        );
        if n < 6 {
            service
                .app
                .check_code(session, here, sheet.code(2), false)
                .await
                .unwrap();
        }
    }
    let waits = service
        .app
        .check_code(session, here, sheet.code(2), false)
        .await;
    assert!(matches!(waits, Err(CheckRefusal::Wait(_))), "{waits:?}");
}
