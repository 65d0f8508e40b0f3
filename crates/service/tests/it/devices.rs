//! The owner's list of browsers, and signing them out.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::devices::SignOutBrowserRefusal;
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::passkey::Device;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    every_browser_stands_once_with_how_it_signed_in,
    one_that_is_signed_out_is_forgotten_and_new_when_it_comes_again,
    all_others_are_signed_out_and_this_one_goes_on,
    a_session_id_never_survives_a_change_of_rights,
}

async fn every_browser_stands_once_with_how_it_signed_in(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    service.clock.advance(Span::minutes(1));
    service.signed_in(&owner, &visit(2)).await;
    service.clock.advance(Span::minutes(1));
    service
        .signed_in_by_code(&owner, &visit(3), sheet.code(2))
        .await;
    service.clock.advance(Span::minutes(1));
    let answered = service.passkey_answer_alone(&visit(4), &mut device).await;
    service
        .app
        .sign_in_with_passkey_alone(&visit(4), answered.answer())
        .await
        .unwrap();
    // Twice from one browser is one browser.
    service.clock.advance(Span::minutes(1));
    service.signed_in(&owner, &visit(2)).await;
    let session = service
        .app
        .session(&owner.token, &owner.visit)
        .await
        .unwrap();
    let browsers = service
        .app
        .own_browsers(&session, &owner.visit)
        .await
        .unwrap();
    let listed: Vec<(&str, bool, String)> = browsers
        .iter()
        .map(|own| {
            let methods = own.session.as_ref().unwrap().methods;
            (own.name.as_str(), own.current, methods.to_string())
        })
        .collect();
    let text = |methods: &str| methods.to_owned();
    assert_eq!(
        listed,
        [
            (owner.visit.device.as_str(), true, text("pwd otp hwk")),
            (visit(2).device.as_str(), false, text("pwd otp")),
            (visit(4).device.as_str(), false, text("hwk")),
            (visit(3).device.as_str(), false, text("pwd code")),
        ]
    );
    assert!(
        browsers
            .iter()
            .all(|own| own.first_seen_at <= own.last_seen_at)
    );
    // What is too old is no session, and the browser is remembered all the same.
    service.clock.advance(Span::days(2));
    let token = {
        let half = service.half_session(&owner, &owner.visit).await;
        let digits = service.next_digits(&owner);
        let signed_in = service.app.sign_in_with_totp(&half, &owner.visit, &digits);
        signed_in.await.unwrap()
    };
    let session = service.app.session(&token, &owner.visit).await.unwrap();
    let browsers = service
        .app
        .own_browsers(&session, &owner.visit)
        .await
        .unwrap();
    let open: Vec<bool> = browsers.iter().map(|own| own.session.is_some()).collect();
    assert_eq!(open, [true, false, false, false]);
}

async fn one_that_is_signed_out_is_forgotten_and_new_when_it_comes_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let told = "signed-in-from-new-device";
    let before = service.events_of(owner.account, told).await;
    for _ in 0..2 {
        service.signed_in(&owner, &visit(2)).await;
        assert_eq!(service.events_of(owner.account, told).await, before + 1);
    }
    let (session, from) = (&owner.session, &owner.visit);
    let browsers = service.app.own_browsers(session, from).await.unwrap();
    let other = browsers.iter().find(|own| !own.current).unwrap().id;
    // Another owner's list has no such browser.
    let stranger = service.owner().await;
    let refused = service
        .app
        .sign_out_browser(&stranger.session, &stranger.visit, other)
        .await;
    assert!(
        matches!(refused, Err(SignOutBrowserRefusal::Unknown)),
        "{refused:?}"
    );
    service
        .app
        .sign_out_browser(session, from, other)
        .await
        .unwrap();
    let browsers = service.app.own_browsers(session, from).await.unwrap();
    assert_eq!(browsers.len(), 1);
    assert_eq!(service.events_of(owner.account, "session-ended").await, 1);
    service.signed_in(&owner, &visit(2)).await;
    assert_eq!(service.events_of(owner.account, told).await, before + 2);
}

async fn all_others_are_signed_out_and_this_one_goes_on(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let digits = service.next_digits(&owner);
    let elsewhere = service
        .app
        .sign_in_with_totp(&half, &visit(2), &digits)
        .await
        .unwrap();
    service
        .app
        .sign_out_elsewhere(&owner.session, &owner.visit)
        .await
        .unwrap();
    assert!(service.app.session(&elsewhere, &visit(2)).await.is_err());
    let here = service.app.session(&owner.token, &owner.visit).await;
    let browsers = service
        .app
        .own_browsers(&here.unwrap(), &owner.visit)
        .await
        .unwrap();
    assert_eq!(browsers.len(), 1);
    assert_eq!(
        service.told(owner.account, "signed-out-elsewhere").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
}

async fn a_session_id_never_survives_a_change_of_rights(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let mut ids = vec![owner.token.clone()];
    // A second factor.
    service.bind_phone(&mut owner).await;
    ids.push(owner.token.clone());
    // Another one.
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "").await;
    ids.push(owner.token.clone());
    // A step-up.
    let answered = service
        .passkey_answer(
            &owner.session,
            counterfoil_model::passkey::Purpose::StepUp,
            &mut device,
        )
        .await;
    let proof = counterfoil_service::session::Proof::Passkey(answered.answer());
    let token = service
        .app
        .step_up(&owner.session, &owner.visit, proof)
        .await
        .unwrap();
    owner.session = service.app.session(&token, &owner.visit).await.unwrap();
    ids.push(token);
    // Another password.
    let new = "nine newts beneath a jetty";
    let token = service
        .app
        .change_password(&owner.session, &owner.visit, &owner.password, new)
        .await
        .unwrap();
    // Of all of them only the last is a session, and what the second step makes of a half-session is another one.
    for id in &ids {
        assert!(service.app.session(id, &owner.visit).await.is_err());
    }
    service.app.session(&token, &owner.visit).await.unwrap();
    owner.password = new.to_owned();
    let PasswordSignIn::SecondStep(half) = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, new)
        .await
        .unwrap()
    else {
        panic!("the password alone opened the account")
    };
    let session = service.app.half_session(&half, &visit(2)).await.unwrap();
    let digits = service.next_digits(&owner);
    let whole = service
        .app
        .sign_in_with_totp(&session, &visit(2), &digits)
        .await
        .unwrap();
    assert!(service.app.session(&half, &visit(2)).await.is_err());
    assert!(service.app.half_session(&half, &visit(2)).await.is_err());
    service.app.session(&whole, &visit(2)).await.unwrap();
}
