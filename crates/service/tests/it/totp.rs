//! The authenticator app: proved before it counts, no step twice.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_service::totp::{BeginTotpRefusal, ProveTotpRefusal, RemoveTotpRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    totp_binds_nothing_before_it_is_proved,
    no_step_is_taken_twice,
    a_step_used_to_prove_opens_nothing,
    a_new_app_ends_the_old_one,
    removing_the_last_second_factor_is_told_and_asks_for_a_step_up,
    a_key_that_was_shown_long_ago_binds_nothing,
}

async fn totp_binds_nothing_before_it_is_proved(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service.app.begin_totp(&owner.session).await.unwrap();
    let begun = service
        .app
        .begun_totp(&owner.session)
        .await
        .unwrap()
        .unwrap();
    let phone = Phone::with_key(&begun.key_text);
    assert!(begun.uri.contains(&*begun.key_text.replace(' ', "")));
    let wrong = phone.wrong_digits(service.now());
    let refused = service
        .app
        .prove_totp(&owner.session, &owner.visit, &wrong)
        .await;
    let Err(ProveTotpRefusal::Wrong(left)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(left.before_wait, 5);
    // Nothing counts yet: the password still opens the account.
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    assert!(
        matches!(
            answer,
            Ok(counterfoil_service::sign_in::PasswordSignIn::SignedIn(_))
        ),
        "{answer:?}"
    );
    let bound = service
        .app
        .prove_totp(&owner.session, &owner.visit, &phone.digits(service.now()))
        .await
        .unwrap();
    assert!(bound.at_once);
    // The session goes on under a new id.
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
    let session = service
        .app
        .session(&bound.token, &owner.visit)
        .await
        .unwrap();
    assert!(session.methods.two_factors());
    assert_eq!(
        service.told(owner.account, "totp-activated").await,
        [owner.address.as_str()]
    );
}

async fn no_step_is_taken_twice(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let digits = service.next_digits(&owner);
    let half = service.half_session(&owner, &visit(2)).await;
    service
        .app
        .sign_in_with_totp(&half, &visit(2), &digits)
        .await
        .unwrap();
    let half = service.half_session(&owner, &visit(2)).await;
    let again = service
        .app
        .sign_in_with_totp(&half, &visit(2), &digits)
        .await;
    assert!(matches!(again, Err(TotpRefusal::Wrong(_))), "{again:?}");
    // Neither is the step before it, though the clock would still allow it.
    let earlier = owner.phone().digits(service.now() - Span::seconds(30));
    let again = service
        .app
        .sign_in_with_totp(&half, &visit(2), &earlier)
        .await;
    assert!(matches!(again, Err(TotpRefusal::Wrong(_))), "{again:?}");
    let later = service.next_digits(&owner);
    service
        .app
        .sign_in_with_totp(&half, &visit(2), &later)
        .await
        .unwrap();
}

async fn a_step_used_to_prove_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.bind_phone(&mut owner).await;
    let half = service.half_session(&owner, &visit(2)).await;
    let again = service
        .app
        .sign_in_with_totp(&half, &visit(2), &service.digits(&owner))
        .await;
    assert!(matches!(again, Err(TotpRefusal::Wrong(_))), "{again:?}");
}

async fn a_new_app_ends_the_old_one(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    let old = owner.phone().clone();
    service.signs_in_again(&mut owner).await;
    service.bind_phone(&mut owner).await;
    service.clock.advance(Span::seconds(60));
    let half = service.half_session(&owner, &visit(2)).await;
    let refused = service
        .app
        .sign_in_with_totp(&half, &visit(2), &old.digits(service.now()))
        .await;
    assert!(matches!(refused, Err(TotpRefusal::Wrong(_))), "{refused:?}");
    service
        .app
        .sign_in_with_totp(&half, &visit(2), &service.digits(&owner))
        .await
        .unwrap();
}

async fn removing_the_last_second_factor_is_told_and_asks_for_a_step_up(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    service.clock.advance(Span::minutes(11));
    let refused = service.app.remove_totp(&owner.session, &owner.visit).await;
    assert!(
        matches!(refused, Err(RemoveTotpRefusal::StepUpWanted)),
        "{refused:?}"
    );
    let refused = service.app.begin_totp(&owner.session).await;
    assert!(
        matches!(refused, Err(BeginTotpRefusal::StepUpWanted)),
        "{refused:?}"
    );
    service.signs_in_again(&mut owner).await;
    service
        .app
        .remove_totp(&owner.session, &owner.visit)
        .await
        .unwrap();
    assert_eq!(
        service.told(owner.account, "totp-removed").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    let again = service.app.remove_totp(&owner.session, &owner.visit).await;
    assert!(matches!(again, Err(RemoveTotpRefusal::NoApp)), "{again:?}");
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    assert!(
        matches!(
            answer,
            Ok(counterfoil_service::sign_in::PasswordSignIn::SignedIn(_))
        ),
        "{answer:?}"
    );
}

async fn a_key_that_was_shown_long_ago_binds_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service.app.begin_totp(&owner.session).await.unwrap();
    let begun = service
        .app
        .begun_totp(&owner.session)
        .await
        .unwrap()
        .unwrap();
    let phone = Phone::with_key(&begun.key_text);
    service.clock.advance(Span::minutes(30));
    assert!(
        service
            .app
            .begun_totp(&owner.session)
            .await
            .unwrap()
            .is_none()
    );
    let refused = service
        .app
        .prove_totp(&owner.session, &owner.visit, &phone.digits(service.now()))
        .await;
    assert!(
        matches!(refused, Err(ProveTotpRefusal::NothingBegun)),
        "{refused:?}"
    );
}
