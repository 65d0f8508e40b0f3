//! A forgotten password: one code and six digits set a new one (N21), and the answers tell a stranger nothing.

use crate::ground::{foreign_code, on_both_engines, stray_code};
use counterfoil_model::{PasswordRefusal, Span};
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::password::ResetRefusal;
use counterfoil_service::sign_in::{SignInRefusal, TotpRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_code_and_a_number_set_a_new_password_and_sign_nobody_in,
    every_wrong_reset_gets_one_answer,
    a_reset_spends_both_or_neither,
    the_grant_lasts_ten_minutes_is_used_once_and_is_no_session,
    wrong_numbers_beside_the_right_code_are_guesses_at_the_app,
    wrong_codes_beside_the_right_number_are_guesses_at_the_sheet,
    whoever_only_knows_the_address_disables_nothing_at_the_reset,
}

const NEW: &str = "eleven otters in a row";

async fn a_code_and_a_number_set_a_new_password_and_sign_nobody_in(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(3)).await;
    let digits = service.next_digits(&owner);
    let token = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await
        .unwrap();
    let grant = service.app.reset_grant(&token, &visit(2)).await.unwrap();
    let short = service.app.reset_password(&grant, &visit(2), "short").await;
    assert!(
        matches!(
            short,
            Err(ResetRefusal::New(PasswordRefusal::TooShort {
                least: 8,
                ..
            }))
        ),
        "{short:?}"
    );
    service
        .app
        .reset_password(&grant, &visit(2), NEW)
        .await
        .unwrap();
    // Every session ended, half ones too, and the old password with them.
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
    assert!(service.app.session(&token, &visit(2)).await.is_err());
    let dead = service
        .app
        .redeem(&half, &visit(3), sheet.code(2), false)
        .await;
    assert!(matches!(dead, Err(RedeemRefusal::Ended)), "{dead:?}");
    let old = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    assert!(matches!(old, Err(SignInRefusal::Wrong)), "{old:?}");
    let mut owner = owner;
    NEW.clone_into(&mut owner.password);
    service.signed_in(&owner, &visit(2)).await;
    for kind in ["code-redeemed", "password-reset"] {
        assert_eq!(service.told(owner.account, kind).await.len(), 2, "{kind}");
    }
    assert!(
        service
            .app
            .codes_status(owner.account)
            .await
            .unwrap()
            .replacement_owed
    );
}

async fn every_wrong_reset_gets_one_answer(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let (spent, used) = service.with_sheet().await;
    service
        .signed_in_by_code(&spent, &visit(9), used.code(1))
        .await;
    let no_sheet = service.enrolled_owner().await;
    let (suspended, theirs) = service.with_sheet().await;
    service
        .app
        .suspend(&suspended.address, false)
        .await
        .unwrap();
    let digits = |owner| service.next_digits(owner);
    let (right, no_code) = (digits(&owner), stray_code(1, 1));
    let cases = [
        (
            "unknown address",
            "nobody@mail.example".to_owned(),
            sheet.code(2).to_owned(),
            right.clone(),
        ),
        (
            "no address",
            "nobody".to_owned(),
            sheet.code(2).to_owned(),
            right.clone(),
        ),
        (
            "no sheet",
            no_sheet.address.clone(),
            no_code.clone(),
            digits(&no_sheet),
        ),
        (
            "suspended",
            suspended.address.clone(),
            theirs.code(2).to_owned(),
            digits(&suspended),
        ),
        (
            "spent code",
            spent.address.clone(),
            used.code(1).to_owned(),
            digits(&spent),
        ),
        ("wrong code", owner.address.clone(), no_code, right.clone()),
        (
            "missing slot",
            owner.address.clone(),
            stray_code(20, 1),
            right.clone(),
        ),
        (
            "foreign tag",
            owner.address.clone(),
            foreign_code(1, 1),
            right.clone(),
        ),
        (
            "unreadable",
            owner.address.clone(),
            "7K3QF".to_owned(),
            right,
        ),
        (
            "wrong number",
            owner.address.clone(),
            sheet.code(2).to_owned(),
            owner.phone().wrong_digits(service.now()),
        ),
        (
            "no number",
            owner.address.clone(),
            sheet.code(2).to_owned(),
            "12345".to_owned(),
        ),
    ];
    for (case, address, code, number) in cases {
        let answer = service
            .app
            .grant_reset(&visit(2), &address, &code, &number)
            .await;
        assert!(
            matches!(answer, Err(ResetRefusal::Wrong)),
            "{case}: {answer:?}"
        );
    }
}

async fn a_reset_spends_both_or_neither(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let digits = service.next_digits(&owner);
    let half = service.half_session(&owner, &visit(3)).await;
    service
        .app
        .sign_in_with_totp(&half, &visit(3), &digits)
        .await
        .unwrap();
    let answer = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await;
    assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
    assert_eq!(
        service.app.codes_status(owner.account).await.unwrap().left,
        10
    );
    let digits = service.next_digits(&owner);
    let answer = service
        .app
        .grant_reset(&visit(2), &owner.address, &stray_code(1, 1), &digits)
        .await;
    assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
    service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await
        .unwrap();
    let half = service.half_session(&owner, &visit(3)).await;
    let again = service
        .app
        .sign_in_with_totp(&half, &visit(3), &digits)
        .await;
    assert!(matches!(again, Err(TotpRefusal::Wrong(_))), "{again:?}");
}

async fn the_grant_lasts_ten_minutes_is_used_once_and_is_no_session(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let digits = service.next_digits(&owner);
    let token = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await
        .unwrap();
    assert!(service.app.session(&token, &visit(2)).await.is_err());
    assert!(service.app.half_session(&token, &visit(2)).await.is_err());
    assert!(service.app.reset_grant(&token, &visit(3)).await.is_err());
    let grant = service.app.reset_grant(&token, &visit(2)).await.unwrap();
    service.clock.advance(Span::minutes(10));
    assert!(service.app.reset_grant(&token, &visit(2)).await.is_err());

    let digits = service.next_digits(&owner);
    let token = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(2), &digits)
        .await
        .unwrap();
    let used = service.app.reset_grant(&token, &visit(2)).await.unwrap();
    service
        .app
        .reset_password(&used, &visit(2), NEW)
        .await
        .unwrap();
    for grant in [used, grant] {
        let again = service.app.reset_password(&grant, &visit(2), NEW).await;
        assert!(matches!(again, Err(ResetRefusal::Ended)), "{again:?}");
    }
}

/// Whoever found the sheet and guesses numbers runs into the same hundred as everybody (N11), from however many networks.
async fn wrong_numbers_beside_the_right_code_are_guesses_at_the_app(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let wrong = owner.phone().wrong_digits(service.now());
    for n in 0..100 {
        let answer = service
            .app
            .grant_reset(&visit(100 + n / 5), &owner.address, sheet.code(1), &wrong)
            .await;
        assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
    }
    assert_eq!(service.events_of(owner.account, "totp-disabled").await, 1);
    let digits = service.next_digits(&owner);
    let answer = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await;
    assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
}

async fn wrong_codes_beside_the_right_number_are_guesses_at_the_sheet(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for n in 0..6 {
        let digits = service.next_digits(&owner);
        let answer = service
            .app
            .grant_reset(&visit(2), &owner.address, &stray_code(1, n), &digits)
            .await;
        assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
    }
    // From the sixth on the network isn't heard, and the answer doesn't say so.
    let digits = owner.phone().digits(service.now());
    let answer = service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await;
    assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
    let half = service.half_session(&owner, &visit(2)).await;
    let waits = service
        .app
        .redeem(&half, &visit(2), sheet.code(1), false)
        .await;
    assert!(matches!(waits, Err(RedeemRefusal::Wait(_))), "{waits:?}");
    service.clock.advance(Span::seconds(30));
    service
        .app
        .grant_reset(
            &visit(2),
            &owner.address,
            sheet.code(1),
            &service.digits(&owner),
        )
        .await
        .unwrap();
}

/// A stranger has an old code of their own, whose tag is good, and no number: that is no guess at anybody's sheet or app.
async fn whoever_only_knows_the_address_disables_nothing_at_the_reset(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let wrong = owner.phone().wrong_digits(service.now());
    for n in 0..101 {
        let answer = service
            .app
            .grant_reset(
                &visit(100 + n / 5),
                &owner.address,
                &stray_code(1, n.into()),
                &wrong,
            )
            .await;
        assert!(matches!(answer, Err(ResetRefusal::Wrong)), "{answer:?}");
    }
    for kind in ["codes-disabled", "totp-disabled"] {
        assert_eq!(service.events_of(owner.account, kind).await, 0, "{kind}");
    }
    let digits = service.next_digits(&owner);
    service
        .app
        .grant_reset(&visit(2), &owner.address, sheet.code(1), &digits)
        .await
        .unwrap();
}
