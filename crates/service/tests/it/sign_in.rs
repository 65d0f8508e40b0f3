//! Password first: half-sessions, one answer for everything that is wrong, and the lanes.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::sign_in::{PasswordSignIn, SignInRefusal, TotpRefusal};
use counterfoil_service::{LinkKind, Visit};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit, visit_from};
use counterfoil_testkit::story::TestOwner;
use std::sync::Arc;

on_both_engines! {
    without_a_second_factor_the_password_opens_the_account,
    with_a_second_factor_on_the_password_alone_opens_nothing,
    a_half_session_lasts_ten_minutes_and_is_bound_to_its_browser,
    a_half_session_becomes_one_session_at_most,
    unknown_wrong_locked_and_suspended_get_one_answer,
    the_address_is_compared_without_regard_to_case,
    from_the_sixth_wrong_password_a_network_waits_and_others_do_not,
    a_besieged_address_hears_networks_that_keep_within_three_tries_an_hour,
    a_known_device_has_its_own_lane,
    a_known_device_takes_no_try_from_its_network,
    a_password_judged_while_the_account_is_suspended_opens_nothing,
    the_right_password_forgets_the_wrong_ones,
    an_account_has_twenty_known_devices_at_most,
}

async fn tries(service: &TestService, visit: &Visit, owner: &TestOwner, password: &str) -> bool {
    match service
        .app
        .sign_in_with_password(visit, &owner.address, password)
        .await
    {
        Ok(_) => true,
        Err(SignInRefusal::Wrong) => false,
        Err(SignInRefusal::Internal(fault)) => panic!("{fault}"),
    }
}

async fn without_a_second_factor_the_password_opens_the_account(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    let Ok(PasswordSignIn::SignedIn(token)) = answer else {
        panic!("{answer:?}")
    };
    service.app.session(&token, &visit(2)).await.unwrap();
}

async fn with_a_second_factor_on_the_password_alone_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.bind_phone(&mut owner).await;
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    let Ok(PasswordSignIn::SecondStep(token)) = answer else {
        panic!("{answer:?}")
    };
    assert!(service.app.session(&token, &visit(2)).await.is_err());
    assert!(service.app.reset_grant(&token, &visit(2)).await.is_err());
    let half = service.app.half_session(&token, &visit(2)).await.unwrap();
    let step = service.app.second_step(&half).await.unwrap();
    assert!(step.totp);
    assert!(step.codes_left.is_none());
    // A session is no half-session either.
    assert!(
        service
            .app
            .half_session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
}

async fn a_half_session_lasts_ten_minutes_and_is_bound_to_its_browser(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.bind_phone(&mut owner).await;
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    let Ok(PasswordSignIn::SecondStep(token)) = answer else {
        panic!("{answer:?}")
    };
    assert!(service.app.half_session(&token, &visit(3)).await.is_err());
    // Another network with the same cookie is the same browser.
    service
        .app
        .half_session(&token, &visit_from(2, 9))
        .await
        .unwrap();
    service.clock.advance(Span::seconds(599));
    service.app.half_session(&token, &visit(2)).await.unwrap();
    service.clock.advance(Span::seconds(1));
    assert!(service.app.half_session(&token, &visit(2)).await.is_err());
}

async fn a_half_session_becomes_one_session_at_most(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    service
        .app
        .redeem(&half, &visit(2), sheet.code(1), false)
        .await
        .unwrap();
    let again = service
        .app
        .redeem(&half, &visit(2), sheet.code(2), false)
        .await;
    assert!(matches!(again, Err(RedeemRefusal::Ended)), "{again:?}");
    let digits = service.next_digits(&owner);
    let again = service
        .app
        .sign_in_with_totp(&half, &visit(2), &digits)
        .await;
    assert!(matches!(again, Err(TotpRefusal::Ended)), "{again:?}");
    // The code that opened nothing isn't used up.
    service
        .signed_in_by_code(&owner, &visit(3), sheet.code(2))
        .await;
}

async fn unknown_wrong_locked_and_suspended_get_one_answer(engine: Engine) {
    let service = TestService::on(engine).await;
    let (locked, _) = service.with_sheet().await;
    let suspended = service.owner().await;
    service
        .app
        .suspend(&suspended.address, false)
        .await
        .unwrap();
    for _ in 0..6 {
        assert!(!tries(&service, &visit(2), &locked, "wrong").await);
    }
    service.invitation("invited").await;
    let cases = [
        ("unknown", "nobody@mail.example", locked.password.as_str()),
        ("no address at all", "no address", locked.password.as_str()),
        ("invited", "invited@mail.example", ""),
        ("wrong", suspended.address.as_str(), "wrong"),
        ("locked", locked.address.as_str(), locked.password.as_str()),
        (
            "suspended",
            suspended.address.as_str(),
            suspended.password.as_str(),
        ),
        (
            "longer than any password",
            locked.address.as_str(),
            &"x".repeat(5_000),
        ),
    ];
    for (case, address, password) in cases {
        let answer = service
            .app
            .sign_in_with_password(&visit(2), address, password)
            .await;
        assert!(
            matches!(answer, Err(SignInRefusal::Wrong)),
            "{case}: {answer:?}"
        );
    }
}

async fn the_address_is_compared_without_regard_to_case(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let typed = format!("  {} ", owner.address.to_uppercase());
    service
        .app
        .sign_in_with_password(&visit(2), &typed, &owner.password)
        .await
        .unwrap();
}

async fn from_the_sixth_wrong_password_a_network_waits_and_others_do_not(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    for _ in 0..5 {
        assert!(!tries(&service, &visit(2), &owner, "wrong").await);
    }
    assert!(
        tries(&service, &visit(2), &owner, &owner.password).await,
        "five are forgiven"
    );
    for _ in 0..6 {
        assert!(!tries(&service, &visit(2), &owner, "wrong").await);
    }
    assert!(!tries(&service, &visit(2), &owner, &owner.password).await);
    assert!(
        !tries(&service, &visit_from(3, 2), &owner, &owner.password).await,
        "the whole /24 waits"
    );
    assert!(
        tries(&service, &visit(4), &owner, &owner.password).await,
        "another network doesn't"
    );
    service.clock.advance(Span::seconds(30));
    assert!(tries(&service, &visit(2), &owner, &owner.password).await);
}

async fn a_besieged_address_hears_networks_that_keep_within_three_tries_an_hour(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    for n in 0..100 {
        assert!(!tries(&service, &visit(100 + n), &owner, "wrong").await);
    }
    // A network that had its three wrong tries isn't heard within the hour, though its own clock would let it.
    for _ in 0..3 {
        assert!(!tries(&service, &visit(2), &owner, "wrong").await);
    }
    assert!(!tries(&service, &visit(2), &owner, &owner.password).await);
    // The password itself is never disabled: a network without failures is heard.
    assert!(tries(&service, &visit(3), &owner, &owner.password).await);
}

async fn a_known_device_has_its_own_lane(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    // The browser in which the owner enrolled, a week later, in a network from which somebody guesses.
    service.clock.advance(Span::days(7));
    let known = Visit {
        address: visit(2).address,
        ..owner.visit.clone()
    };
    for _ in 0..9 {
        assert!(!tries(&service, &visit(2), &owner, "wrong").await);
    }
    assert!(!tries(&service, &visit_from(3, 2), &owner, &owner.password).await);
    assert!(tries(&service, &known, &owner, &owner.password).await);
    // Its own wrong ones count on its own clock, and nowhere else.
    for _ in 0..6 {
        assert!(!tries(&service, &known, &owner, "wrong").await);
    }
    assert!(!tries(&service, &known, &owner, &owner.password).await);
    let elsewhere = Visit {
        address: visit(5).address,
        ..owner.visit.clone()
    };
    assert!(
        !tries(&service, &elsewhere, &owner, &owner.password).await,
        "the clock goes with the device"
    );
    service.clock.advance(Span::hours(1));
    assert!(tries(&service, &known, &owner, &owner.password).await);
}

async fn a_known_device_takes_no_try_from_its_network(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service.clock.advance(Span::days(7));
    for n in 0..100 {
        assert!(!tries(&service, &visit(100 + n), &owner, "wrong").await);
    }
    for _ in 0..5 {
        assert!(!tries(&service, &owner.visit, &owner, "wrong").await);
    }
    let neighbour = Visit {
        address: owner.visit.address,
        ..visit(3)
    };
    assert!(tries(&service, &neighbour, &owner, &owner.password).await);
}

/// The account is suspended while the slow hash runs: no session is left behind that would live when it is lifted.
async fn a_password_judged_while_the_account_is_suspended_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, other) = (service.owner().await, service.owner().await);
    let gate = service.faults.hold("sign_in_password", 2);
    let judged = {
        let (app, owner) = (Arc::clone(&service.app), owner.clone());
        tokio::spawn(async move {
            app.sign_in_with_password(&visit(2), &owner.address, &owner.password)
                .await
        })
    };
    gate.until(1).await;
    service.app.suspend(&owner.address, false).await.unwrap();
    assert!(tries(&service, &visit(3), &other, &other.password).await);
    let answer = judged.await.unwrap();
    assert!(matches!(answer, Err(SignInRefusal::Wrong)), "{answer:?}");
}

async fn the_right_password_forgets_the_wrong_ones(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    for _ in 0..4 {
        for _ in 0..5 {
            assert!(!tries(&service, &visit(2), &owner, "wrong").await);
        }
        assert!(tries(&service, &visit(2), &owner, &owner.password).await);
    }
    let links = service
        .links_to(owner.account, &owner.address, LinkKind::StopChange)
        .await;
    assert!(links.is_empty(), "{links:?}");
}

async fn an_account_has_twenty_known_devices_at_most(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    // The browser of the enrolment is the one that is unused for longest.
    for n in 0..20 {
        service.signed_in(&owner, &visit(100 + n)).await;
    }
    service.clock.advance(Span::days(7));
    let first = service
        .signed_in_by_code(&owner, &owner.visit, sheet.code(1))
        .await;
    assert!(first.held, "the twenty-first is forgotten");
    let last = service
        .signed_in_by_code(&owner, &visit(119), sheet.code(2))
        .await;
    assert!(!last.held);
}
