//! Passkeys: added, asked for, taken once; and what none of them opens.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_model::passkey::{AT_MOST, NameError, Purpose};
use counterfoil_service::passkey::{
    AddPasskeyRefusal, AskPasskeyRefusal, PasskeyRefusal, RemovePasskeyRefusal,
};
use counterfoil_service::sign_in::{PasskeySignInRefusal, PasswordSignIn};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::passkey::Device;
use counterfoil_testkit::service::{ISSUER, TestService, visit};

on_both_engines! {
    a_passkey_is_added_after_a_step_up_and_told,
    it_is_the_second_step_after_the_password,
    it_signs_in_alone_and_that_is_two_factors,
    no_question_is_answered_twice,
    no_answer_counts_elsewhere_or_too_late,
    another_sites_answer_opens_nothing,
    a_counter_that_goes_backwards_opens_nothing_and_is_told,
    a_removed_one_opens_nothing,
    names_are_the_owners_and_no_two_are_alike,
    removing_the_last_second_factor_lets_the_password_open,
}

async fn a_passkey_is_added_after_a_step_up_and_told(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.clock.advance(Span::minutes(11));
    let late = service
        .app
        .session(&owner.token, &owner.visit)
        .await
        .unwrap();
    let refused = service.app.ask_for_new_passkey(&late, "").await;
    assert!(
        matches!(refused, Err(AskPasskeyRefusal::StepUpWanted)),
        "{refused:?}"
    );
    let before = owner.token.clone();
    let signed_in = service
        .app
        .sign_in_with_password(&owner.visit, &owner.address, &owner.password)
        .await;
    let Ok(PasswordSignIn::SignedIn(token)) = signed_in else {
        panic!("{signed_in:?}")
    };
    owner.session = service.app.session(&token, &owner.visit).await.unwrap();
    let mut device = Device::new();
    service
        .add_passkey(&mut owner, &mut device, "My phone")
        .await;
    assert!(owner.session.methods.two_factors());
    // Under a new id: its rights have changed.
    assert!(service.app.session(&token, &owner.visit).await.is_err());
    assert!(service.app.session(&before, &owner.visit).await.is_ok());
    assert_eq!(
        service.told(owner.account, "passkey-added").await,
        [owner.address.as_str()]
    );
    // It is a second factor: the password alone opens nothing any more.
    service.half_session(&owner, &visit(2)).await;
}

async fn it_is_the_second_step_after_the_password(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut device = Device::counting();
    service.add_passkey(&mut owner, &mut device, "").await;
    let half = service.half_session(&owner, &visit(2)).await;
    assert!(service.app.second_step(&half).await.unwrap().passkey);
    let answered = service
        .passkey_answer(&half, Purpose::SecondStep, &mut device)
        .await;
    let token = service
        .app
        .sign_in_with_passkey(&half, &visit(2), answered.answer())
        .await
        .unwrap();
    let session = service.app.session(&token, &visit(2)).await.unwrap();
    assert_eq!(session.methods.to_string(), "pwd hwk");
    // And a step-up.
    service.clock.advance(Span::minutes(11));
    let session = service.app.session(&token, &visit(2)).await.unwrap();
    assert!(!session.is_fresh(service.now()));
    let ways = service.app.step_up_ways(&session).await.unwrap();
    assert!(ways.passkey && !ways.phone && !ways.password);
    let answered = service
        .passkey_answer(&session, Purpose::StepUp, &mut device)
        .await;
    let proof = counterfoil_service::session::Proof::Passkey(answered.answer());
    let stepped_up = service.app.step_up(&session, &visit(2), proof).await;
    let stepped_up = stepped_up.unwrap();
    let session = service.app.session(&stepped_up, &visit(2)).await.unwrap();
    assert!(session.is_fresh(service.now()));
    assert!(service.app.session(&token, &visit(2)).await.is_err());
}

async fn it_signs_in_alone_and_that_is_two_factors(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    let new = "signed-in-from-new-device";
    let before = service.told(owner.account, new).await.len();
    // As often as the owner likes: this one doesn't count.
    for browser in [2, 3] {
        let answered = service
            .passkey_answer_alone(&visit(browser), &mut device)
            .await;
        let token = service
            .app
            .sign_in_with_passkey_alone(&visit(browser), answered.answer())
            .await
            .unwrap();
        assert_eq!(token.account(), owner.account);
        let session = service.app.session(&token, &visit(browser)).await.unwrap();
        assert_eq!(session.methods.to_string(), "hwk");
        assert!(session.methods.two_factors());
    }
    assert_eq!(service.told(owner.account, new).await.len(), before + 2);
}

async fn no_question_is_answered_twice(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    let half = service.half_session(&owner, &visit(2)).await;
    let answered = service
        .passkey_answer(&half, Purpose::SecondStep, &mut device)
        .await;
    let answer = answered.answer();
    let once = service
        .app
        .sign_in_with_passkey(&half, &visit(2), answer)
        .await;
    once.unwrap();
    let again = service
        .app
        .sign_in_with_passkey(&half, &visit(2), answer)
        .await;
    assert!(matches!(again, Err(PasskeyRefusal::Over)), "{again:?}");
    let alone = service.passkey_answer_alone(&visit(3), &mut device).await;
    let answer = alone.answer();
    let racers = [
        service
            .app
            .sign_in_with_passkey_alone(&visit(3), answer)
            .await,
        service
            .app
            .sign_in_with_passkey_alone(&visit(3), answer)
            .await,
    ];
    assert!(
        matches!(racers, [Ok(_), Err(PasskeySignInRefusal::Over)]),
        "{racers:?}"
    );
}

async fn no_answer_counts_elsewhere_or_too_late(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    let half = service.half_session(&owner, &visit(2)).await;
    // Asked for a step-up, so it is no second step.
    let other = service
        .passkey_answer(&half, Purpose::StepUp, &mut device)
        .await;
    // Asked in another half-session.
    let elsewhere = service.half_session(&owner, &visit(3)).await;
    let theirs = service
        .passkey_answer(&elsewhere, Purpose::SecondStep, &mut device)
        .await;
    // Asked in time, answered too late.
    let late = service
        .passkey_answer(&half, Purpose::SecondStep, &mut device)
        .await;
    for (minutes, answered) in [(0, other), (0, theirs), (5, late)] {
        service.clock.advance(Span::minutes(minutes));
        let refused = service
            .app
            .sign_in_with_passkey(&half, &visit(2), answered.answer())
            .await;
        assert!(matches!(refused, Err(PasskeyRefusal::Over)), "{refused:?}");
    }
    // And alone: a question that was put to another browser.
    let answered = service.passkey_answer_alone(&visit(4), &mut device).await;
    let refused = service
        .app
        .sign_in_with_passkey_alone(&visit(5), answered.answer())
        .await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Over)),
        "{refused:?}"
    );
    service.app.sweep().await.unwrap();
}

async fn another_sites_answer_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    let asked = service
        .app
        .ask_any_passkey(&visit(2), Purpose::SignIn)
        .await
        .unwrap();
    // A browser refuses to ask for a passkey of ours there.
    let refused = device.answer("https://evil.example", &asked.options).await;
    assert!(refused.is_err(), "{refused:?}");
    // One that asks all the same signs where it was, and that isn't here: below our name, so the passkey itself is ours.
    let below = device
        .answer("https://evil.account.mail.example", &asked.options)
        .await
        .unwrap();
    let answer = counterfoil_service::passkey::PasskeyAnswer {
        ceremony: &asked.ceremony,
        credential: &below,
    };
    let refused = service
        .app
        .sign_in_with_passkey_alone(&visit(2), answer)
        .await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Wrong)),
        "{refused:?}"
    );
    // Nor is one made there.
    let asked = service
        .app
        .ask_for_new_passkey(&owner.session, "")
        .await
        .unwrap();
    let made = Device::new()
        .make("https://evil.account.mail.example", &asked.options)
        .await
        .unwrap();
    let answer = counterfoil_service::passkey::PasskeyAnswer {
        ceremony: &asked.ceremony,
        credential: &made,
    };
    let refused = service
        .app
        .add_passkey(&owner.session, &owner.visit, answer, "")
        .await;
    assert!(
        matches!(refused, Err(AddPasskeyRefusal::Refused)),
        "{refused:?}"
    );
    assert!(ISSUER.ends_with("account.mail.example"));
}

async fn a_counter_that_goes_backwards_opens_nothing_and_is_told(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut device = Device::counting();
    service
        .add_passkey(&mut owner, &mut device, "Security key")
        .await;
    let mut copy = device.clone();
    for browser in [2, 3] {
        let answered = service
            .passkey_answer_alone(&visit(browser), &mut device)
            .await;
        let opened = service
            .app
            .sign_in_with_passkey_alone(&visit(browser), answered.answer())
            .await;
        opened.unwrap();
    }
    let answered = service.passkey_answer_alone(&visit(4), &mut copy).await;
    let refused = service
        .app
        .sign_in_with_passkey_alone(&visit(4), answered.answer())
        .await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Wrong)),
        "{refused:?}"
    );
    assert_eq!(
        service.told(owner.account, "passkey-copied").await,
        [owner.address.as_str()]
    );
    // After the password it is said what is wrong.
    let half = service.half_session(&owner, &visit(5)).await;
    let answered = service
        .passkey_answer(&half, Purpose::SecondStep, &mut copy)
        .await;
    let refused = service
        .app
        .sign_in_with_passkey(&half, &visit(5), answered.answer())
        .await;
    assert!(
        matches!(refused, Err(PasskeyRefusal::Copied)),
        "{refused:?}"
    );
}

async fn a_removed_one_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    let mut device = Device::new();
    let id = service.add_passkey(&mut owner, &mut device, "").await;
    let half = service.half_session(&owner, &visit(2)).await;
    let asked_before = service
        .passkey_answer(&half, Purpose::SecondStep, &mut device)
        .await;
    service
        .app
        .remove_passkey(&owner.session, &owner.visit, id)
        .await
        .unwrap();
    assert_eq!(
        service.told(owner.account, "passkey-removed").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    let refused = service
        .app
        .sign_in_with_passkey(&half, &visit(2), asked_before.answer())
        .await;
    assert!(matches!(refused, Err(PasskeyRefusal::Wrong)), "{refused:?}");
    let alone = service.passkey_answer_alone(&visit(3), &mut device).await;
    let refused = service
        .app
        .sign_in_with_passkey_alone(&visit(3), alone.answer())
        .await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Wrong)),
        "{refused:?}"
    );
    let again = service
        .app
        .remove_passkey(&owner.session, &owner.visit, id)
        .await;
    assert!(
        matches!(again, Err(RemovePasskeyRefusal::Unknown)),
        "{again:?}"
    );
}

async fn names_are_the_owners_and_no_two_are_alike(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let first = service
        .add_passkey(&mut owner, &mut Device::new(), " My phone ")
        .await;
    let taken = service
        .app
        .ask_for_new_passkey(&owner.session, "my phone")
        .await;
    assert!(
        matches!(taken, Err(AskPasskeyRefusal::Name(NameError::Taken))),
        "{taken:?}"
    );
    for _ in 1..AT_MOST {
        service
            .add_passkey(&mut owner, &mut Device::new(), "")
            .await;
    }
    let listed = service.app.passkeys(owner.account).await.unwrap();
    let has = |name: &str| listed.iter().any(|own| own.name == name);
    assert!(has("My phone") && has(&owner.visit.device));
    assert!(has(&format!("{} 2", owner.visit.device)));
    let full = service.app.ask_for_new_passkey(&owner.session, "").await;
    assert!(matches!(full, Err(AskPasskeyRefusal::TooMany)), "{full:?}");
    let (session, from) = (&owner.session, &owner.visit);
    let renamed = service
        .app
        .rename_passkey(session, from, first, "Blue phone")
        .await;
    renamed.unwrap();
    let listed = service.app.passkeys(owner.account).await.unwrap();
    let own = listed.iter().find(|own| own.id == first).unwrap();
    assert_eq!(own.name, "Blue phone");
    // Another's can't be named, nor removed.
    let stranger = service.owner().await;
    let (theirs, from) = (&stranger.session, &stranger.visit);
    assert!(
        service
            .app
            .rename_passkey(theirs, from, first, "x")
            .await
            .is_err()
    );
    assert!(
        service
            .app
            .remove_passkey(theirs, from, first)
            .await
            .is_err()
    );
}

async fn removing_the_last_second_factor_lets_the_password_open(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let phone = service
        .add_passkey(&mut owner, &mut Device::new(), "Phone")
        .await;
    let key = service
        .add_passkey(&mut owner, &mut Device::new(), "Key")
        .await;
    let (_, left) = service
        .app
        .without_passkey(&owner.session, phone)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((left.passkeys, left.phone, left.codes), (1, false, None));
    for id in [phone, key] {
        service.half_session(&owner, &visit(2)).await;
        service
            .app
            .remove_passkey(&owner.session, &owner.visit, id)
            .await
            .unwrap();
    }
    let open = service
        .app
        .sign_in_with_password(&visit(3), &owner.address, &owner.password)
        .await;
    assert!(matches!(open, Ok(PasswordSignIn::SignedIn(_))), "{open:?}");
}
