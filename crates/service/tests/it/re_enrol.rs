//! Re-enrolment, when everything is lost.

use crate::ground::on_both_engines;
use counterfoil_core::Cost;
use counterfoil_model::freeze::Taken;
use counterfoil_model::{PasswordRefusal, Span};
use counterfoil_service::LinkKind;
use counterfoil_service::account::{ReEnrolRefusal, SuspendRefusal};
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::freeze::Stopped;
use counterfoil_service::sign_in::{PasswordSignIn, SignInRefusal, TotpRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};

on_both_engines! {
    a_link_binds_a_new_password_and_app_and_nothing_opens_for_a_day,
    a_notice_stops_a_re_enrolment_and_the_account_stays_shut,
    the_link_lasts_a_day_and_a_new_one_voids_it,
    what_waited_before_a_re_enrolment_is_over,
    nobody_unknown_or_invited_is_enrolled_again,
    a_re_enrolment_ends_a_freeze_and_all_that_it_shut,
    a_re_enrolment_that_is_stopped_leaves_the_account_frozen_with_nothing_that_opens_it,
}

const NEW: &str = "a new moon over nine hills";

/// Uses the link as the owner would; gives the new phone.
async fn re_enrolled(service: &TestService, owner: &TestOwner) -> Phone {
    let link = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    let (secret, sealed) = service.app.begin_re_enrol(&link).await.unwrap();
    let phone = Phone::with_key(&secret.key_text());
    let digits = phone.digits(service.now());
    let done = service
        .app
        .re_enrol(&link, &visit(3), &sealed, NEW, &digits)
        .await
        .unwrap();
    assert_eq!(done.opens_at, service.now() + Span::hours(24));
    phone
}

async fn a_link_binds_a_new_password_and_app_and_nothing_opens_for_a_day(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let link = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err(),
        "sessions end at once"
    );
    let (secret, sealed) = service.app.begin_re_enrol(&link).await.unwrap();
    let phone = Phone::with_key(&secret.key_text());
    assert_eq!(
        service
            .app
            .re_enrol_secret(&link, &sealed)
            .unwrap()
            .as_bytes(),
        secret.as_bytes()
    );
    let (app, here) = (&service.app, visit(3));
    let wrong = app
        .re_enrol(
            &link,
            &here,
            &sealed,
            NEW,
            &phone.wrong_digits(service.now()),
        )
        .await;
    assert!(
        matches!(wrong, Err(ReEnrolRefusal::WrongNumber)),
        "{wrong:?}"
    );
    let short = app
        .re_enrol(&link, &here, &sealed, "short", &phone.digits(service.now()))
        .await;
    assert!(
        matches!(
            short,
            Err(ReEnrolRefusal::Password(PasswordRefusal::TooShort { .. }))
        ),
        "{short:?}"
    );
    app.re_enrol(&link, &here, &sealed, NEW, &phone.digits(service.now()))
        .await
        .unwrap();
    let again = app
        .re_enrol(&link, &here, &sealed, NEW, &phone.digits(service.now()))
        .await;
    assert!(matches!(again, Err(ReEnrolRefusal::LinkOver)), "{again:?}");
    for kind in ["reenrolment-opened", "account-reenrolled"] {
        assert_eq!(service.told(owner.account, kind).await.len(), 2, "{kind}");
    }
    for password in [owner.password.as_str(), NEW] {
        let answer = app
            .sign_in_with_password(&here, &owner.address, password)
            .await;
        assert!(matches!(answer, Err(SignInRefusal::Wrong)), "{answer:?}");
    }
    service.clock.advance(Span::hours(24));
    let old = app
        .sign_in_with_password(&here, &owner.address, &owner.password)
        .await;
    assert!(matches!(old, Err(SignInRefusal::Wrong)), "{old:?}");
    NEW.clone_into(&mut owner.password);
    let half = service.half_session(&owner, &here).await;
    assert!(
        app.redeem(&half, &here, sheet.code(1), false)
            .await
            .is_err()
    );
    assert!(
        app.sign_in_with_totp(&half, &here, &service.digits(&owner))
            .await
            .is_err()
    );
    app.sign_in_with_totp(&half, &here, &phone.digits(service.now()))
        .await
        .unwrap();
}

async fn a_notice_stops_a_re_enrolment_and_the_account_stays_shut(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    re_enrolled(&service, &owner).await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    service.clock.advance(Span::hours(23));
    service
        .app
        .stop_change_by_link(&link, &visit(5))
        .await
        .unwrap();
    service.clock.advance(Span::hours(2));
    let answer = service
        .app
        .sign_in_with_password(&visit(3), &owner.address, NEW)
        .await;
    assert!(matches!(answer, Err(SignInRefusal::Wrong)), "{answer:?}");
    let suspended = service.app.suspend(&owner.address, false).await;
    assert!(
        matches!(suspended, Err(SuspendRefusal::NotSo)),
        "{suspended:?}"
    );
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 0);
}

async fn the_link_lasts_a_day_and_a_new_one_voids_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let first = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    let second = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    assert!(matches!(
        service.app.begin_re_enrol(&first).await,
        Err(ReEnrolRefusal::LinkOver)
    ));
    // A secret sealed for one link binds nothing by another.
    let (secret, sealed) = service.app.begin_re_enrol(&second).await.unwrap();
    assert!(service.app.re_enrol_secret(&first, &sealed).is_none());
    let digits = Phone::with_key(&secret.key_text()).digits(service.now());
    let voided = service
        .app
        .re_enrol(&first, &visit(3), &sealed, NEW, &digits)
        .await;
    assert!(
        matches!(voided, Err(ReEnrolRefusal::LinkOver)),
        "{voided:?}"
    );
    service.clock.advance(Span::hours(24));
    assert!(matches!(
        service.app.begin_re_enrol(&second).await,
        Err(ReEnrolRefusal::LinkOver)
    ));
}

async fn what_waited_before_a_re_enrolment_is_over(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let held = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let shown = TestSheet::from(&service.app.show_codes(&held, &visit(2), "").await.unwrap());
    service
        .app
        .prove_codes(&held, &visit(2), shown.code(1), false)
        .await
        .unwrap();
    let old_links = service
        .links_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    re_enrolled(&service, &owner).await;
    let waiting = service.app.waiting_changes(owner.account).await.unwrap();
    assert_eq!(
        waiting
            .iter()
            .map(|change| change.kind.as_str())
            .collect::<Vec<_>>(),
        ["re-enrolment"]
    );
    for link in old_links {
        assert!(
            service
                .app
                .stop_change_by_link(&link, &visit(5))
                .await
                .is_err()
        );
    }
    service.clock.advance(Span::hours(25));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 1);
    let answer = service
        .app
        .sign_in_with_password(&visit(3), &owner.address, NEW)
        .await;
    assert!(
        matches!(answer, Ok(PasswordSignIn::SecondStep(_))),
        "{answer:?}"
    );
}

async fn nobody_unknown_or_invited_is_enrolled_again(engine: Engine) {
    let service = TestService::on(engine).cost(Cost::for_tests()).await;
    service.invitation("ann").await;
    for address in ["ann@mail.example", "nobody@mail.example"] {
        let refused = service.app.make_re_enrol_link(address).await;
        assert!(
            matches!(refused, Err(ReEnrolRefusal::Unknown)),
            "{refused:?}"
        );
    }
}

async fn a_re_enrolment_ends_a_freeze_and_all_that_it_shut(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .app
        .freeze_address(&owner.address, None)
        .await
        .unwrap();
    let half = service.half_session(&owner, &visit(2)).await;
    let opened = service
        .app
        .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(1), false)
        .await;
    opened.unwrap();
    service
        .app
        .freeze_address(&owner.address, Some(Taken::Paper))
        .await
        .unwrap();
    let phone = re_enrolled(&service, &owner).await;
    service.clock.advance(Span::hours(24));
    NEW.clone_into(&mut owner.password);
    let half = service.half_session(&owner, &visit(3)).await;
    assert!(!half.frozen);
    let digits = phone.digits(service.now());
    service
        .app
        .sign_in_with_totp(&half, &visit(3), &digits)
        .await
        .unwrap();
    let stopped = service
        .app
        .stopped_by_a_freeze(owner.account)
        .await
        .unwrap();
    assert_eq!(stopped, Stopped::default());
}

async fn a_re_enrolment_that_is_stopped_leaves_the_account_frozen_with_nothing_that_opens_it(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .app
        .freeze_address(&owner.address, None)
        .await
        .unwrap();
    let phone = re_enrolled(&service, &owner).await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    service
        .app
        .stop_change_by_link(&link, &visit(5))
        .await
        .unwrap();
    // An operator who lifts the suspension opens nothing either: neither to whoever used the link nor to anybody else.
    service.app.suspend(&owner.address, true).await.unwrap();
    service.clock.advance(Span::hours(25));
    NEW.clone_into(&mut owner.password);
    let half = service.half_session(&owner, &visit(3)).await;
    let seen = service.app.frozen(&half).await.unwrap().unwrap();
    assert!(!seen.left.leads_back());
    let digits = phone.digits(service.now());
    for taken in Taken::ALL {
        let number = service
            .app
            .thaw_by_totp(&half, &visit(3), taken, &digits)
            .await;
        assert!(matches!(number, Err(TotpRefusal::NoApp)), "{number:?}");
        let code = service
            .app
            .thaw_by_code(&half, &visit(3), taken, sheet.code(1), false)
            .await;
        assert!(matches!(code, Err(RedeemRefusal::Suspended)), "{code:?}");
    }
    // Another one does.
    re_enrolled(&service, &owner).await;
    service.clock.advance(Span::hours(24));
    assert!(!service.half_session(&owner, &visit(3)).await.frozen);
}
