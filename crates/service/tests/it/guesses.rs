//! Guesses wait longer each time, and a hundred in a row disable what they guess at (N11).

use crate::ground::{on_both_engines, stray_code};
use counterfoil_model::Span;
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit, visit_from};

on_both_engines! {
    from_the_sixth_wrong_code_a_guess_waits_and_the_wait_doubles,
    codes_totp_step_up_and_drill_share_one_clock,
    a_right_code_starts_the_count_anew,
    a_hundred_wrong_codes_in_a_row_disable_the_sheet,
    a_hundred_wrong_numbers_in_a_row_disable_the_app,
    whoever_knows_the_password_and_guesses_is_announced,
}

async fn from_the_sixth_wrong_code_a_guess_waits_and_the_wait_doubles(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    for n in 1..=6 {
        let wrong = service
            .app
            .redeem(&half, &visit(2), &stray_code(1, n), false)
            .await;
        let Err(RedeemRefusal::Wrong(left)) = wrong else {
            panic!("{wrong:?}")
        };
        assert_eq!(u64::from(left.before_wait), 6 - n);
        assert_eq!(u64::from(left.before_disabled), 100 - n);
    }
    for (n, wait) in (7..=10).zip([30, 60, 120, 240]) {
        let refused = service
            .app
            .redeem(&half, &visit(2), sheet.code(1), false)
            .await;
        let Err(RedeemRefusal::Wait(until)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(until, service.now() + Span::seconds(wait));
        service.clock.advance(Span::seconds(wait - 1));
        let early = service
            .app
            .redeem(&half, &visit(2), sheet.code(1), false)
            .await;
        assert!(matches!(early, Err(RedeemRefusal::Wait(_))), "{early:?}");
        service.clock.advance(Span::seconds(1));
        let half = service.half_session(&owner, &visit(2)).await;
        let wrong = service
            .app
            .redeem(&half, &visit(2), &stray_code(1, n), false)
            .await;
        assert!(matches!(wrong, Err(RedeemRefusal::Wrong(_))), "{wrong:?}");
    }
    // Somebody else's network doesn't wait, and neither does the owner's.
    service
        .signed_in_by_code(&owner, &visit(3), sheet.code(1))
        .await;
}

async fn codes_totp_step_up_and_drill_share_one_clock(engine: Engine) {
    use counterfoil_service::codes::DrillRefusal;
    use counterfoil_service::session::{Proof, StepUpRefusal};
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let here = visit_from(2, 60_001);
    let half = service.half_session(&owner, &here).await;
    for n in 0..2 {
        let wrong = service
            .app
            .redeem(&half, &here, &stray_code(1, n), false)
            .await;
        assert!(matches!(wrong, Err(RedeemRefusal::Wrong(_))), "{wrong:?}");
        let digits = owner.phone().wrong_digits(service.now());
        let wrong = service.app.sign_in_with_totp(&half, &here, &digits).await;
        assert!(matches!(wrong, Err(TotpRefusal::Wrong(_))), "{wrong:?}");
    }
    let digits = owner.phone().wrong_digits(service.now());
    let wrong = service
        .app
        .step_up(&owner.session, &owner.visit, Proof::Totp(&digits))
        .await;
    assert!(matches!(wrong, Err(StepUpRefusal::Wrong(_))), "{wrong:?}");
    let drill = service.app.begin_drill(&owner.session).await.unwrap();
    let wrong = service
        .app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, ["no", "no"])
        .await;
    assert!(
        matches!(wrong, Err(DrillRefusal::Wrong { .. })),
        "{wrong:?}"
    );
    // The sixth was the drill's; now everything waits.
    let waits = service.app.redeem(&half, &here, sheet.code(1), false).await;
    assert!(matches!(waits, Err(RedeemRefusal::Wait(_))), "{waits:?}");
    let digits = service.digits(&owner);
    let waits = service.app.sign_in_with_totp(&half, &here, &digits).await;
    assert!(matches!(waits, Err(TotpRefusal::Wait(_))), "{waits:?}");
    let waits = service
        .app
        .step_up(&owner.session, &owner.visit, Proof::Totp(&digits))
        .await;
    assert!(matches!(waits, Err(StepUpRefusal::Wait(_))), "{waits:?}");
    let words = drill.slots.map(|slot| sheet.word(slot.get()));
    let waits = service
        .app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, words)
        .await;
    assert!(matches!(waits, Err(DrillRefusal::Wait(_))), "{waits:?}");
    service.clock.advance(Span::seconds(30));
    service
        .app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, words)
        .await
        .unwrap();
}

async fn a_right_code_starts_the_count_anew(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for slot in 1..=3 {
        let half = service.half_session(&owner, &visit(2)).await;
        for n in 0..5 {
            let wrong = service
                .app
                .redeem(&half, &visit(2), &stray_code(9, n), false)
                .await;
            let Err(RedeemRefusal::Wrong(left)) = wrong else {
                panic!("{wrong:?}")
            };
            assert_eq!(u64::from(left.before_disabled), 99 - n);
        }
        service
            .app
            .redeem(&half, &visit(2), sheet.code(slot), false)
            .await
            .unwrap();
    }
}

async fn a_hundred_wrong_codes_in_a_row_disable_the_sheet(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for n in 1..=100 {
        // Waiting helps nobody: the count is the account's. Neither does another network.
        let visit = visit(2 + n % 3);
        service.clock.advance(Span::hours(1));
        let half = service.half_session(&owner, &visit).await;
        let wrong = service
            .app
            .redeem(&half, &visit, &stray_code(1, n.into()), false)
            .await;
        let Err(RedeemRefusal::Wrong(left)) = wrong else {
            panic!("{n}: {wrong:?}")
        };
        assert_eq!(left.before_disabled, 100 - u32::from(n));
    }
    service.clock.advance(Span::hours(1));
    let half = service.half_session(&owner, &visit(9)).await;
    let refused = service
        .app
        .redeem(&half, &visit(9), sheet.code(1), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::Old(_) | RedeemRefusal::NoSheet)),
        "{refused:?}"
    );
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert!(status.disabled && status.sheet.is_none());
    assert_eq!(
        service.told(owner.account, "codes-disabled").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    // The app still opens the account, and a new sheet is bound with it.
    let mut owner = owner;
    service.signs_in_again(&mut owner).await;
    let new = service.sheet(&owner).await;
    service
        .signed_in_by_code(&owner, &visit(10), new.code(1))
        .await;
}

async fn a_hundred_wrong_numbers_in_a_row_disable_the_app(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for n in 1..=100 {
        service.clock.advance(Span::hours(1));
        let half = service.half_session(&owner, &visit(2)).await;
        let wrong = service
            .app
            .sign_in_with_totp(&half, &visit(2), &owner.phone().wrong_digits(service.now()))
            .await;
        assert!(
            matches!(wrong, Err(TotpRefusal::Wrong(_))),
            "{n}: {wrong:?}"
        );
    }
    service.clock.advance(Span::hours(1));
    let half = service.half_session(&owner, &visit(2)).await;
    let refused = service
        .app
        .sign_in_with_totp(&half, &visit(2), &service.digits(&owner))
        .await;
    assert!(matches!(refused, Err(TotpRefusal::NoApp)), "{refused:?}");
    assert_eq!(service.events_of(owner.account, "totp-disabled").await, 1);
    service
        .app
        .redeem(&half, &visit(2), sheet.code(1), false)
        .await
        .unwrap();
}

async fn whoever_knows_the_password_and_guesses_is_announced(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    for n in 0..6 {
        let wrong = service
            .app
            .redeem(&half, &visit(2), &stray_code(1, n), false)
            .await;
        assert!(matches!(wrong, Err(RedeemRefusal::Wrong(_))), "{wrong:?}");
    }
    assert_eq!(
        service
            .told(owner.account, "second-step-refused")
            .await
            .len(),
        2
    );
    assert_eq!(
        service
            .told(owner.account, "guess-limit-reached")
            .await
            .len(),
        2
    );
}
