//! The same for everything else of which there is one: a TOTP step, a link, a grant, a proof, a replacement, a session.

use crate::enrol::ROOT;
use crate::ground::on_both_engines;
use crate::hands::{hands, successes};
use counterfoil_service::LinkKind;
use counterfoil_service::account::Enrolling;
use counterfoil_service::session::Proof;
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_totp_step_opens_one_session,
    a_set_up_link_enrols_one_operator,
    two_set_up_links_enrol_one_operator,
    an_invitation_is_accepted_once,
    an_address_is_invited_once,
    a_re_enrolment_link_is_used_once,
    a_reset_spends_its_code_and_step_once,
    a_reset_grant_is_used_once,
    a_sheet_is_proved_once,
    sheets_shown_in_parallel_leave_one,
    a_replacement_is_owed_once,
    a_session_steps_up_once,
    an_app_is_bound_once,
    a_hundred_wrong_guesses_in_parallel_are_all_counted,
}

async fn a_totp_step_opens_one_session(engine: Engine) {
    let service = TestService::on(engine).lanes(64).await;
    let owner = service.enrolled_owner().await;
    let mut halves = Vec::new();
    for n in 0..50 {
        halves.push(service.half_session(&owner, &visit(n)).await);
    }
    let digits = service.next_digits(&owner);
    let answers = hands!(service, 50, "sign_in_totp", |app, n| {
        let (half, digits) = (halves[n].clone(), digits.clone());
        async move {
            app.sign_in_with_totp(&half, &visit(u16::try_from(n).unwrap()), &digits)
                .await
        }
    });
    assert_eq!(successes(&answers), 1);
}

async fn a_set_up_link_enrols_one_operator(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    let link = service.app.make_set_up_link().await.unwrap().unwrap().0;
    let answers = hands!(service, 16, "accept_set_up", |app, n| {
        let link = link.clone();
        async move {
            let address = format!("root{n}@mail.example");
            app.accept_set_up(
                &link,
                &visit(1),
                Enrolling {
                    address: &address,
                    ..ROOT
                },
            )
            .await
        }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.app.list_accounts().await.unwrap().len(), 1);
}

async fn two_set_up_links_enrol_one_operator(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    // Made in parallel, so that both may stand: still there is one operator.
    let links = hands!(service, 8, "make_set_up_link", |app, _n| async move {
        app.make_set_up_link().await
    });
    let links: Vec<_> = links
        .into_iter()
        .map(|link| link.unwrap().unwrap().0)
        .collect();
    let answers = hands!(service, 8, "accept_set_up", |app, n| {
        let link = links[n].clone();
        async move {
            let address = format!("root{n}@mail.example");
            app.accept_set_up(
                &link,
                &visit(1),
                Enrolling {
                    address: &address,
                    ..ROOT
                },
            )
            .await
        }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.app.list_accounts().await.unwrap().len(), 1);
}

async fn an_invitation_is_accepted_once(engine: Engine) {
    let service = TestService::on(engine).lanes(64).await;
    let link = service.invitation("ann").await;
    let answers = hands!(service, 32, "accept_invitation", |app, _n| {
        let link = link.clone();
        async move {
            app.accept_invitation(
                &link,
                &visit(1),
                Enrolling {
                    address: "",
                    ..ROOT
                },
            )
            .await
        }
    });
    assert_eq!(successes(&answers), 1);
}

async fn an_address_is_invited_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let answers = hands!(service, 16, "invite", |app, _n| async move {
        app.invite("ann@mail.example", "Ann", "en", None).await
    });
    // Each is an invitation anew, to one account, and only the last link stands.
    assert_eq!(service.app.list_accounts().await.unwrap().len(), 1);
    let mut standing = 0;
    for answer in answers {
        let Ok(invited) = answer else { continue };
        let link = invited.link.unwrap();
        standing += usize::from(
            service
                .app
                .look_at_link(&link, LinkKind::Invitation)
                .await
                .is_ok(),
        );
    }
    assert_eq!(standing, 1);
}

async fn a_re_enrolment_link_is_used_once(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    let owner = service.enrolled_owner().await;
    let link = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    let (secret, sealed) = service.app.begin_re_enrol(&link).await.unwrap();
    let digits = Phone::with_key(&secret.key_text()).digits(service.now());
    let answers = hands!(service, 16, "re_enrol", |app, n| {
        let (link, sealed, digits) = (link.clone(), sealed.clone(), digits.clone());
        async move {
            app.re_enrol(
                &link,
                &visit(2),
                &sealed,
                &format!("a quarry of {n} wolves"),
                &digits,
            )
            .await
        }
    });
    assert_eq!(successes(&answers), 1);
}

async fn a_reset_spends_its_code_and_step_once(engine: Engine) {
    let service = TestService::on(engine).lanes(64).await;
    let (owner, sheet) = service.with_sheet().await;
    let digits = service.next_digits(&owner);
    // The same number beside different codes, too.
    let answers = hands!(service, 50, "grant_reset", |app, n| {
        let (owner, digits) = (owner.clone(), digits.clone());
        let code = sheet.codes[n % 2].clone();
        async move {
            app.grant_reset(
                &visit(u16::try_from(n).unwrap()),
                &owner.address,
                &code,
                &digits,
            )
            .await
        }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.events_of(owner.account, "code-redeemed").await, 1);
    assert_eq!(
        service.app.codes_status(owner.account).await.unwrap().left,
        9
    );
}

async fn a_reset_grant_is_used_once(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    let (owner, sheet) = service.with_sheet().await;
    let digits = service.next_digits(&owner);
    let token = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await
        .unwrap();
    let grant = service.app.reset_grant(&token, &visit(2)).await.unwrap();
    let answers = hands!(service, 16, "reset_password", |app, n| {
        let grant = grant.clone();
        async move {
            app.reset_password(&grant, &visit(2), &format!("a quarry of {n} wolves"))
                .await
        }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.events_of(owner.account, "password-reset").await, 1);
}

async fn a_sheet_is_proved_once(engine: Engine) {
    let service = TestService::on(engine).lanes(64).await;
    let owner = service.enrolled_owner().await;
    let sheet = service.shown_sheet(&owner).await;
    let answers = hands!(service, 50, "prove_codes", |app, n| {
        let (owner, code) = (owner.clone(), sheet.codes[n % 10].clone());
        async move {
            app.prove_codes(&owner.session, &owner.visit, &code, false)
                .await
        }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.events_of(owner.account, "codes-activated").await, 1);
}

async fn sheets_shown_in_parallel_leave_one(engine: Engine) {
    let service = TestService::on(engine)
        .lanes(16)
        .policy(|policy| policy.codes_per_sheet = 4)
        .await;
    let owner = service.enrolled_owner().await;
    let answers = hands!(service, 12, "show_codes", |app, _n| {
        let owner = owner.clone();
        async move { app.show_codes(&owner.session, &owner.visit, "").await }
    });
    assert_eq!(successes(&answers), 12);
    let mut numbers: Vec<i64> = answers
        .iter()
        .map(|shown| shown.as_ref().unwrap().number)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=12).collect::<Vec<_>>());
    let mut proved = 0;
    for (n, shown) in (0..).zip(answers) {
        let code = shown.unwrap().codes[0].code.text();
        // From a network of its own, because a wrong one is a guess.
        let here = visit(n);
        let proof = service.app.prove_codes(&owner.session, &here, &code, false);
        proved += usize::from(proof.await.is_ok());
    }
    assert_eq!(proved, 1);
}

async fn a_replacement_is_owed_once(engine: Engine) {
    let service = TestService::on(engine).lanes(32).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    service.signs_in_again(&mut owner).await;
    let drawn = hands!(service, 16, "draw_replacement", |app, _n| {
        let owner = owner.clone();
        async move { app.draw_replacement(&owner.session, &owner.visit).await }
    });
    let drawn: Vec<String> = drawn
        .into_iter()
        .map(|drawn| drawn.unwrap().drawn.code.text().to_string())
        .collect();
    // Only the last draw lives; all of them are typed back several times.
    let mut counted = 0;
    for code in &drawn {
        let here = &owner.visit;
        counted += usize::from(
            service
                .app
                .type_back_replacement(&owner.session, here, code, false)
                .await
                .is_ok(),
        );
    }
    assert_eq!(counted, 1);
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.left, status.replacement_owed), (10, false));
}

async fn a_session_steps_up_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let digits = service.next_digits(&owner);
    let answers = hands!(service, 50, "step_up_totp", |app, _n| {
        let (owner, digits) = (owner.clone(), digits.clone());
        async move {
            app.step_up(&owner.session, &owner.visit, Proof::Totp(&digits))
                .await
        }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.events_of(owner.account, "stepped-up").await, 1);
}

async fn an_app_is_bound_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service.app.begin_totp(&owner.session).await.unwrap();
    let begun = service
        .app
        .begun_totp(&owner.session)
        .await
        .unwrap()
        .unwrap();
    let digits = Phone::with_key(&begun.key_text).digits(service.now());
    let answers = hands!(service, 50, "prove_totp", |app, _n| {
        let (owner, digits) = (owner.clone(), digits.clone());
        async move { app.prove_totp(&owner.session, &owner.visit, &digits).await }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.events_of(owner.account, "totp-activated").await, 1);
}

/// Guesses that were let in at the same time are counted one by one: nobody gets more tries by asking quickly.
async fn a_hundred_wrong_guesses_in_parallel_are_all_counted(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let wrong = owner.phone().wrong_digits(service.now());
    let answers = hands!(service, 100, "sign_in_totp", |app, _n| {
        let (half, wrong) = (half.clone(), wrong.clone());
        async move { app.sign_in_with_totp(&half, &visit(2), &wrong).await }
    });
    let heard = answers
        .iter()
        .filter(|answer| matches!(answer, Err(TotpRefusal::Wrong(_))))
        .count();
    let waits = answers
        .iter()
        .filter(|answer| matches!(answer, Err(TotpRefusal::Wait(_))))
        .count();
    assert_eq!((heard, waits), (6, 94));
}
