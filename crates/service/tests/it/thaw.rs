//! Ending a freeze: what wasn't taken opens the account again, and what was stays shut until something takes its place.

use crate::freeze::frozen;
use crate::ground::{on_both_engines, stray_code};
use crate::invariants;
use counterfoil_model::Span;
use counterfoil_model::freeze::Taken;
use counterfoil_service::LinkKind;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_service::freeze::Stopped;
use counterfoil_service::password::ResetRefusal;
use counterfoil_service::sign_in::{PasswordSignIn, TotpRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    phone_taken_a_code_opens_and_the_phone_stays_shut_until_another_takes_its_place,
    paper_taken_the_phone_opens_and_the_sheet_stays_shut_until_another_takes_its_place,
    not_known_counts_as_paper_taken,
    what_was_said_with_the_freeze_binds,
    a_thaw_happens_once_and_ends_the_other_half_sessions,
    a_code_that_thaws_on_an_unknown_device_is_held_like_any_other,
    wrong_ones_are_guesses_at_the_frozen_page_too,
    with_a_password_alone_nobody_thaws,
    a_lost_sheet_does_not_thaw,
    a_frozen_account_is_frozen_again_after_a_thaw,
}

async fn phone_taken_a_code_opens_and_the_phone_stays_shut_until_another_takes_its_place(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet, half) = frozen(&service, None).await;
    let app = &service.app;
    let digits = service.next_digits(&owner);
    let opened = app
        .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(1), false)
        .await
        .unwrap();
    assert_eq!((opened.slot.get(), opened.left), (1, 9));
    let session = app.session(&opened.token, &visit(2)).await.unwrap();
    assert_eq!(session.methods.to_string(), "pwd code");
    for kind in ["thawed", "code-redeemed"] {
        assert_eq!(service.told(owner.account, kind).await.len(), 2, "{kind}");
    }
    invariants::check(&service, owner.account).await;
    let stopped = app.stopped_by_a_freeze(owner.account).await.unwrap();
    assert_eq!(
        stopped,
        Stopped {
            phone: true,
            codes: false,
            passkeys: false,
        }
    );

    // The phone opens nothing: not at sign-in, not for a new password, and it can't say that it is still its owner.
    let half = service.half_session(&owner, &visit(3)).await;
    let step = app.second_step(&half).await.unwrap();
    assert_eq!((step.totp, step.codes_left), (false, Some(9)));
    let totp = app.sign_in_with_totp(&half, &visit(3), &digits).await;
    assert!(matches!(totp, Err(TotpRefusal::NoApp)), "{totp:?}");
    let reset = app
        .grant_reset(&visit(3), &owner.address, sheet.code(2), &digits)
        .await;
    assert!(matches!(reset, Err(ResetRefusal::Wrong)), "{reset:?}");
    assert!(app.step_up_ways(&session).await.unwrap().password);
    let confirm = app.confirm_changes(&session, &visit(2), &digits).await;
    assert!(confirm.is_err(), "{confirm:?}");

    // Another phone, after the hold of a code on an unknown device, takes its place.
    let old = owner.phone.take().unwrap();
    owner.session = session;
    owner.visit = visit(2);
    service.bind_phone(&mut owner).await;
    assert!(app.stopped_by_a_freeze(owner.account).await.unwrap().phone);
    service.clock.advance(Span::hours(24));
    assert_eq!(
        app.stopped_by_a_freeze(owner.account).await.unwrap(),
        Stopped::default()
    );
    let half = service.half_session(&owner, &visit(3)).await;
    let wrong = app
        .sign_in_with_totp(&half, &visit(3), &old.digits(service.now()))
        .await;
    assert!(matches!(wrong, Err(TotpRefusal::Wrong(_))), "{wrong:?}");
    service.signed_in(&owner, &visit(3)).await;
}

async fn paper_taken_the_phone_opens_and_the_sheet_stays_shut_until_another_takes_its_place(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet, half) = frozen(&service, None).await;
    let app = &service.app;
    for n in 0..8 {
        let code = app
            .thaw_by_code(&half, &visit(2), Taken::Paper, &stray_code(1, n), false)
            .await;
        assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
    }
    let digits = service.next_digits(&owner);
    let token = app
        .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
    owner.session = app.session(&token, &visit(2)).await.unwrap();
    owner.visit = visit(2);
    assert_eq!(service.told(owner.account, "thawed").await.len(), 2);
    assert!(app.stopped_by_a_freeze(owner.account).await.unwrap().codes);

    // Its codes open nothing, say so after the right password, and are no guesses.
    let half = service.half_session(&owner, &visit(3)).await;
    for n in 0..8 {
        let code = if n == 0 {
            sheet.code(1).to_owned()
        } else {
            stray_code(1, n)
        };
        let code = app.redeem(&half, &visit(3), &code, false).await;
        assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
    }
    let digits = service.next_digits(&owner);
    let reset = app
        .grant_reset(&visit(3), &owner.address, sheet.code(2), &digits)
        .await;
    assert!(matches!(reset, Err(ResetRefusal::Wrong)), "{reset:?}");
    let status = app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.sheet, status.suspended), (None, true));

    let new = service.sheet(&owner).await;
    assert_eq!(service.events_of(owner.account, "codes-renewed").await, 1);
    assert_eq!(
        app.stopped_by_a_freeze(owner.account).await.unwrap(),
        Stopped::default()
    );
    let old = app.redeem(&half, &visit(3), sheet.code(1), false).await;
    assert!(
        matches!(old, Err(RedeemRefusal::Old(OldCode::Replaced { .. }))),
        "{old:?}"
    );
    app.redeem(&half, &visit(3), new.code(1), false)
        .await
        .unwrap();
    invariants::check(&service, owner.account).await;
}

async fn not_known_counts_as_paper_taken(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet, half) = frozen(&service, Some(Taken::Unknown)).await;
    let code = service
        .app
        .thaw_by_code(&half, &visit(2), Taken::Unknown, sheet.code(1), false)
        .await;
    assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
    let digits = service.next_digits(&owner);
    service
        .app
        .thaw_by_totp(&half, &visit(2), Taken::Unknown, &digits)
        .await
        .unwrap();
    let stopped = service
        .app
        .stopped_by_a_freeze(owner.account)
        .await
        .unwrap();
    assert!(stopped.codes && !stopped.phone);
}

async fn what_was_said_with_the_freeze_binds(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet, half) = frozen(&service, Some(Taken::Phone)).await;
    let seen = service.app.frozen(&half).await.unwrap().unwrap();
    assert_eq!(seen.said, Some(Taken::Phone));
    for taken in [Taken::Paper, Taken::Unknown] {
        let digits = service.next_digits(&owner);
        let phone = service
            .app
            .thaw_by_totp(&half, &visit(2), taken, &digits)
            .await;
        assert!(matches!(phone, Err(TotpRefusal::NoApp)), "{phone:?}");
        let code = service
            .app
            .thaw_by_code(&half, &visit(2), taken, sheet.code(1), false)
            .await;
        assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
    }
    service
        .app
        .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(1), false)
        .await
        .unwrap();
}

async fn a_thaw_happens_once_and_ends_the_other_half_sessions(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet, half) = frozen(&service, None).await;
    let other = service.half_session(&owner, &visit(9)).await;
    let digits = service.next_digits(&owner);
    service
        .app
        .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
    for (half, from) in [(&half, visit(2)), (&other, visit(9))] {
        let code = service
            .app
            .thaw_by_code(half, &from, Taken::Phone, sheet.code(1), false)
            .await;
        assert!(matches!(code, Err(RedeemRefusal::Ended)), "{code:?}");
        let digits = service.next_digits(&owner);
        let signed_in = service.app.sign_in_with_totp(half, &from, &digits).await;
        assert!(
            matches!(signed_in, Err(TotpRefusal::Ended)),
            "{signed_in:?}"
        );
    }
    assert_eq!(service.events_of(owner.account, "thawed").await, 1);
}

async fn a_code_that_thaws_on_an_unknown_device_is_held_like_any_other(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    service.clock.advance(Span::days(8));
    for (from, held) in [(visit(9), true), (owner.visit.clone(), false)] {
        let half = service.half_session(&owner, &from).await;
        service.app.freeze(&half, &from, None).await.unwrap();
        let half = service.half_session(&owner, &from).await;
        let code = sheet.code(if held { 1 } else { 2 });
        let opened = service
            .app
            .thaw_by_code(&half, &from, Taken::Phone, code, false)
            .await
            .unwrap();
        let session = service.app.session(&opened.token, &from).await.unwrap();
        assert_eq!(session.held, held);
    }
}

async fn wrong_ones_are_guesses_at_the_frozen_page_too(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet, half) = frozen(&service, None).await;
    let wrong = owner.phone().wrong_digits(service.now());
    for n in 0..6 {
        if n % 2 == 0 {
            let code = service
                .app
                .thaw_by_code(&half, &visit(2), Taken::Phone, &stray_code(1, n), false)
                .await;
            assert!(matches!(code, Err(RedeemRefusal::Wrong(_))), "{code:?}");
        } else {
            let number = service
                .app
                .thaw_by_totp(&half, &visit(2), Taken::Paper, &wrong)
                .await;
            assert!(matches!(number, Err(TotpRefusal::Wrong(_))), "{number:?}");
        }
    }
    let code = service
        .app
        .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(1), false)
        .await;
    assert!(matches!(code, Err(RedeemRefusal::Wait(_))), "{code:?}");
    assert_eq!(service.events_of(owner.account, "thawed").await, 0);
}

async fn with_a_password_alone_nobody_thaws(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    freeze_alone(&service, &owner).await;
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    let Ok(PasswordSignIn::SecondStep(token)) = answer else {
        panic!("{answer:?}")
    };
    let half = service.app.half_session(&token, &visit(2)).await.unwrap();
    let seen = service.app.frozen(&half).await.unwrap().unwrap();
    assert!(!seen.left.leads_back());
    for taken in Taken::ALL {
        let totp = service
            .app
            .thaw_by_totp(&half, &visit(2), taken, "123456")
            .await;
        assert!(matches!(totp, Err(TotpRefusal::NoApp)), "{totp:?}");
        let code = service
            .app
            .thaw_by_code(&half, &visit(2), taken, &stray_code(1, 1), false)
            .await;
        assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
    }
}

async fn a_lost_sheet_does_not_thaw(engine: Engine) {
    let service = TestService::on(engine).await;
    let (_, sheet, half) = frozen(&service, None).await;
    service.app.lose_sheet(&half, &visit(2)).await.unwrap();
    let code = service
        .app
        .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(1), false)
        .await;
    assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
}

async fn a_frozen_account_is_frozen_again_after_a_thaw(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet, half) = frozen(&service, None).await;
    let opened = service
        .app
        .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(1), false)
        .await
        .unwrap();
    let session = service.app.session(&opened.token, &visit(2)).await.unwrap();
    service.clock.advance(Span::hours(1));
    let again = service.app.freeze(&session, &visit(2), None).await.unwrap();
    assert_eq!((again.began, again.since), (true, service.now()));
    // What the first freeze shut stays shut, whatever is answered now.
    let half = service.half_session(&owner, &visit(3)).await;
    let digits = service.next_digits(&owner);
    let phone = service
        .app
        .thaw_by_totp(&half, &visit(3), Taken::Paper, &digits)
        .await;
    assert!(matches!(phone, Err(TotpRefusal::NoApp)), "{phone:?}");
    service
        .app
        .thaw_by_code(&half, &visit(3), Taken::Phone, sheet.code(2), false)
        .await
        .unwrap();
    assert!(
        service
            .links_to(owner.account, &owner.outside, LinkKind::StopChange)
            .await
            .is_empty()
    );
}

async fn freeze_alone(service: &TestService, owner: &TestOwner) {
    let begun = service
        .app
        .freeze(&owner.session, &owner.visit, Some(Taken::Phone))
        .await
        .unwrap();
    assert_eq!(
        (begun.began, begun.said),
        (true, None),
        "one factor binds nobody"
    );
}
