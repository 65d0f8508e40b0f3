//! Sessions end in time, rotate at every step-up, and sealed form fields stay with them.

use crate::ground::on_both_engines;
use counterfoil_model::{AccountId, Span};
use counterfoil_service::password::PasswordChangeRefusal;
use counterfoil_service::session::{Proof, StepUpRefusal};
use counterfoil_service::sign_in::SignInRefusal;
use counterfoil_service::{FormField, SessionToken};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_session_ends_unused_after_an_hour_and_used_after_a_day,
    a_session_is_bound_to_its_browser,
    a_step_up_rotates_the_id,
    a_step_up_asks_for_the_app_unless_a_code_opened_the_session,
    signing_out_ends_one_session_and_everywhere_ends_all,
    changing_the_password_ends_every_other_session,
    a_step_up_in_a_session_that_was_ended_changes_nothing,
    a_sealed_field_is_bound_to_session_account_purpose_and_ten_minutes,
}

async fn a_session_ends_unused_after_an_hour_and_used_after_a_day(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service.clock.advance(Span::seconds(3_599));
    service
        .app
        .session(&owner.token, &owner.visit)
        .await
        .unwrap();
    for _ in 0..23 {
        service.clock.advance(Span::minutes(59));
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .unwrap();
    }
    service.clock.advance(Span::minutes(23));
    service
        .app
        .session(&owner.token, &owner.visit)
        .await
        .unwrap();
    service.clock.advance(Span::minutes(1));
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err(),
        "a day, used or not"
    );

    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await
        .unwrap();
    let counterfoil_service::sign_in::PasswordSignIn::SignedIn(token) = answer else {
        panic!()
    };
    service.clock.advance(Span::minutes(60));
    assert!(
        service.app.session(&token, &visit(2)).await.is_err(),
        "an hour unused"
    );
}

async fn a_session_is_bound_to_its_browser(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let other = service.owner().await;
    assert!(service.app.session(&owner.token, &visit(2)).await.is_err());
    assert!(
        service
            .app
            .session(&owner.token, &other.visit)
            .await
            .is_err()
    );
    let text = owner.token.text();
    let read = SessionToken::parse(&text).unwrap();
    service.app.session(&read, &owner.visit).await.unwrap();
    assert!(SessionToken::parse(&text[1..]).is_none());
}

async fn a_step_up_rotates_the_id(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    service.clock.advance(Span::minutes(15));
    assert!(!owner.session.is_fresh(service.now()));
    let (session, here) = (&owner.session, &owner.visit);
    let short = service
        .app
        .step_up(session, here, Proof::Totp("12345"))
        .await;
    assert!(
        matches!(short, Err(StepUpRefusal::NotSixDigits)),
        "{short:?}"
    );
    let digits = service.digits(&owner);
    let token = service
        .app
        .step_up(session, here, Proof::Totp(&digits))
        .await
        .unwrap();
    assert!(
        service.app.session(&owner.token, here).await.is_err(),
        "the old id is over"
    );
    let fresh = service.app.session(&token, here).await.unwrap();
    assert!(fresh.is_fresh(service.now()));
    assert_eq!(fresh.started_at, session.started_at);
    assert_eq!(service.events_of(owner.account, "stepped-up").await, 1);
}

async fn a_step_up_asks_for_the_app_unless_a_code_opened_the_session(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let refused = service
        .app
        .step_up(
            &owner.session,
            &owner.visit,
            Proof::Password(&owner.password),
        )
        .await;
    assert!(
        matches!(refused, Err(StepUpRefusal::StrongWanted)),
        "{refused:?}"
    );
    let by_code = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    assert!(service.app.step_up_ways(&by_code).await.unwrap().password);
    let wrong = service
        .app
        .step_up(&by_code, &visit(2), Proof::Password("wrong"))
        .await;
    let Err(StepUpRefusal::Wrong(left)) = wrong else {
        panic!("{wrong:?}")
    };
    assert_eq!(left.before_wait, 5);
    let token = service
        .app
        .step_up(&by_code, &visit(2), Proof::Password(&owner.password))
        .await
        .unwrap();
    assert!(
        service.app.session(&token, &visit(2)).await.unwrap().held,
        "the hold goes with it"
    );
}

async fn signing_out_ends_one_session_and_everywhere_ends_all(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let second = service.signed_in(&owner, &visit(2)).await;
    let third = service.signed_in(&owner, &visit(3)).await;
    service.app.sign_out(&second, &visit(2)).await.unwrap();
    service.app.sign_out(&second, &visit(2)).await.unwrap();
    assert_eq!(service.events_of(owner.account, "signed-out").await, 1);
    service
        .app
        .session(&owner.token, &owner.visit)
        .await
        .unwrap();
    service
        .app
        .sign_out_everywhere(&third, &visit(3))
        .await
        .unwrap();
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
    assert_eq!(
        service
            .told(owner.account, "signed-out-everywhere")
            .await
            .len(),
        2
    );
}

async fn changing_the_password_ends_every_other_session(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    let other = service.half_session(&owner, &visit(2)).await;
    let new = "nine bright lanterns";
    let (session, here) = (&owner.session, &owner.visit);
    let wrong = service
        .app
        .change_password(session, here, "wrong", new)
        .await;
    assert!(
        matches!(wrong, Err(PasswordChangeRefusal::OldWrong(_))),
        "{wrong:?}"
    );
    let common = service
        .app
        .change_password(session, here, &owner.password, "password1234")
        .await;
    assert!(
        matches!(common, Err(PasswordChangeRefusal::New(_))),
        "{common:?}"
    );
    let token = service
        .app
        .change_password(session, here, &owner.password, new)
        .await
        .unwrap();
    service.app.session(&token, here).await.unwrap();
    assert!(service.app.session(&owner.token, here).await.is_err());
    let digits = service.next_digits(&owner);
    assert!(
        service
            .app
            .sign_in_with_totp(&other, &visit(2), &digits)
            .await
            .is_err()
    );
    let old = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    assert!(matches!(old, Err(SignInRefusal::Wrong)), "{old:?}");
    new.clone_into(&mut owner.password);
    service.signed_in(&owner, &visit(2)).await;
}

/// The session was ended while its request was under way: whoever lost it binds and changes nothing with it.
async fn a_step_up_in_a_session_that_was_ended_changes_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let stolen = service.signed_in(&owner, &visit(2)).await;
    service.app.begin_totp(&stolen).await.unwrap();
    let begun = service.app.begun_totp(&stolen).await.unwrap().unwrap();
    let theirs = counterfoil_testkit::phone::Phone::with_key(&begun.key_text);
    service
        .app
        .sign_out_everywhere(&owner.session, &owner.visit)
        .await
        .unwrap();
    let bound = service
        .app
        .prove_totp(&stolen, &visit(2), &theirs.digits(service.now()))
        .await;
    assert!(bound.is_err(), "{bound:?}");
    let new = "a door that was shut";
    let changed = service
        .app
        .change_password(&stolen, &visit(2), &owner.password, new)
        .await;
    assert!(
        matches!(changed, Err(PasswordChangeRefusal::Ended)),
        "{changed:?}"
    );
    let digits = service.next_digits(&owner);
    let confirmed = service
        .app
        .confirm_changes(&stolen, &visit(2), &digits)
        .await;
    assert!(confirmed.is_err(), "{confirmed:?}");
    let shown = service.app.show_codes(&stolen, &visit(2), "").await;
    assert!(shown.is_err(), "{shown:?}");
    // The owner's password and phone still open the account.
    service.signed_in(&owner, &visit(3)).await;
    assert_eq!(service.events_of(owner.account, "totp-activated").await, 1);
    assert_eq!(service.events_of(owner.account, "codes-shown").await, 0);
}

async fn a_sealed_field_is_bound_to_session_account_purpose_and_ten_minutes(engine: Engine) {
    let service = TestService::on(engine).await;
    let (one, other) = ([1; 32], [2; 32]);
    let account = AccountId::from_bytes([7; 16]);
    let field = FormField {
        purpose: "code",
        account,
        bound_to: &one,
    };
    let sealed = service
        .app
        .seal_field(&field, "7K3QF-9XW2M-T4HNJ-Q1ZQ5")
        .unwrap();
    let open = |field| service.app.open_field(&field, &sealed);
    assert_eq!(open(field).unwrap().as_str(), "7K3QF-9XW2M-T4HNJ-Q1ZQ5");
    assert!(
        open(FormField {
            bound_to: &other,
            ..field
        })
        .is_none()
    );
    assert!(
        open(FormField {
            purpose: "drill",
            ..field
        })
        .is_none()
    );
    assert!(
        open(FormField {
            account: AccountId::NOBODY,
            ..field
        })
        .is_none()
    );
    assert!(service.app.open_field(&field, &sealed[4..]).is_none());
    assert!(service.app.open_field(&field, "").is_none());
    assert!(!sealed.contains("7K3QF"));
    assert_ne!(
        sealed,
        service
            .app
            .seal_field(&field, "7K3QF-9XW2M-T4HNJ-Q1ZQ5")
            .unwrap(),
        "a nonce each time"
    );
    service.clock.advance(Span::seconds(599));
    assert!(open(field).is_some());
    service.clock.advance(Span::seconds(1));
    assert!(open(field).is_none());
}
