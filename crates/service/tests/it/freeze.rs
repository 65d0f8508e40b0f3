//! The freeze: everything ends at once, nothing is destroyed, and what wasn't taken opens the account again.

use crate::app_password::made;
use crate::ground::{on_both_engines, stray_code};
use crate::invariants;
use crate::mail_sign_in::{admitted, tries};
use crate::openid::ends::Noting;
use counterfoil_model::Span;
use counterfoil_model::freeze::{Left, Taken};
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::freeze::FreezeRefusal;
use counterfoil_service::password::ResetRefusal;
use counterfoil_service::sign_in::{SignInRefusal, TotpRefusal};
use counterfoil_service::{MailSystem, Session};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::apps::webmail;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use std::sync::Arc;

on_both_engines! {
    a_freeze_ends_everything_that_is_open_and_tells_everyone,
    a_freeze_ends_app_passwords_and_tokens_and_cuts_connections_off,
    a_second_freeze_keeps_the_first_and_throws_nobody_out,
    no_door_opens_a_frozen_account_and_none_counts_a_guess,
    n23_one_factor_freezes_and_reports_the_sheet_lost,
    only_two_factors_on_no_strangers_device_say_what_was_taken,
    what_waits_is_stopped_and_what_was_shown_is_gone,
    an_operator_freezes_and_says_what_was_taken,
}

async fn freeze(service: &TestService, owner: &TestOwner, taken: Option<Taken>) {
    let frozen = service
        .app
        .freeze(&owner.session, &owner.visit, taken)
        .await
        .unwrap();
    assert!(frozen.began);
    assert_eq!(frozen.said, taken);
}

/// An owner with phone and sheet whose account is frozen, and a half-session of theirs since.
pub(crate) async fn frozen(
    service: &TestService,
    taken: Option<Taken>,
) -> (TestOwner, TestSheet, Session) {
    let (owner, sheet) = service.with_sheet().await;
    freeze(service, &owner, taken).await;
    let half = service.half_session(&owner, &visit(2)).await;
    (owner, sheet, half)
}

async fn a_freeze_ends_everything_that_is_open_and_tells_everyone(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let elsewhere = service.signed_in(&owner, &visit(3)).await;
    let half = service.half_session(&owner, &visit(4)).await;
    let digits = service.next_digits(&owner);
    let grant = service
        .app
        .grant_reset(&visit(5), &owner.address, sheet.code(1), &digits)
        .await
        .unwrap();
    let reset = service.app.reset_grant(&grant, &visit(5)).await.unwrap();
    let before = service.app.codes_status(owner.account).await.unwrap();

    freeze(&service, &owner, None).await;
    let signed_in = service.app.session(&owner.token, &owner.visit).await;
    assert!(signed_in.is_err(), "{signed_in:?}");
    assert!(service.app.sign_out(&elsewhere, &visit(3)).await.is_ok());
    assert_eq!(service.events_of(owner.account, "signed-out").await, 0);
    let code = service
        .app
        .redeem(&half, &visit(4), sheet.code(2), false)
        .await;
    assert!(matches!(code, Err(RedeemRefusal::Frozen)), "{code:?}");
    let reset = service
        .app
        .reset_password(&reset, &visit(5), "eleven otters in a row")
        .await;
    assert!(matches!(reset, Err(ResetRefusal::Ended)), "{reset:?}");
    assert!(service.app.reset_grant(&grant, &visit(5)).await.is_err());
    assert_eq!(service.told(owner.account, "frozen").await.len(), 2);
    let events = service.app.recent_events(owner.account).await.unwrap();
    let told = events.iter().find(|event| event.kind == "frozen").unwrap();
    assert_eq!(told.device, owner.visit.device);

    // Nothing is destroyed.
    let after = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!((after.sheet, after.left), (before.sheet, before.left));
    let half = service.half_session(&owner, &visit(2)).await;
    assert!(half.frozen);
    let seen = service.app.frozen(&half).await.unwrap().unwrap();
    assert_eq!((seen.since, seen.said), (service.now(), None));
    assert_eq!(
        seen.left,
        Left {
            phone: true,
            codes: true
        }
    );
    assert_eq!(seen.codes_left, Some(9));
    let words = seen.page_words.unwrap().map(|word| word.to_string());
    assert_eq!(words, sheet.page_words);
}

async fn a_second_freeze_keeps_the_first_and_throws_nobody_out(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _, half) = frozen(&service, None).await;
    let since = service.now();
    service.clock.advance(Span::minutes(1));
    let again = service.app.freeze(&half, &visit(2), None).await.unwrap();
    assert_eq!((again.since, again.began, again.said), (since, false, None));
    assert!(service.app.frozen(&half).await.unwrap().is_some());
    let answered = service
        .app
        .freeze_address(&owner.address, Some(Taken::Phone))
        .await
        .unwrap();
    assert_eq!(answered.said, Some(Taken::Phone));
    let other = service
        .app
        .freeze_address(&owner.address, Some(Taken::Paper))
        .await
        .unwrap();
    assert_eq!(other.said, Some(Taken::Phone), "the first answer stays");
    assert_eq!(service.events_of(owner.account, "frozen").await, 2);
}

async fn no_door_opens_a_frozen_account_and_none_counts_a_guess(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet, half) = frozen(&service, None).await;
    let app = &service.app;
    for n in 0..8 {
        let digits = service.next_digits(&owner);
        let totp = app.sign_in_with_totp(&half, &visit(2), &digits).await;
        assert!(matches!(totp, Err(TotpRefusal::NoApp)), "{totp:?}");
        let code = app.redeem(&half, &visit(2), &stray_code(1, n), false).await;
        assert!(matches!(code, Err(RedeemRefusal::Frozen)), "{code:?}");
        let reset = app
            .grant_reset(&visit(2), &owner.address, sheet.code(2), &digits)
            .await;
        assert!(matches!(reset, Err(ResetRefusal::Wrong)), "{reset:?}");
    }
    let step = app.second_step(&half).await.unwrap();
    assert_eq!((step.totp, step.codes_left), (false, None));
    assert_eq!(
        service
            .events_of(owner.account, "second-step-refused")
            .await,
        0
    );
    let wrong = app
        .sign_in_with_password(&visit(2), &owner.address, "wrong")
        .await;
    assert!(matches!(wrong, Err(SignInRefusal::Wrong)), "{wrong:?}");
    // Nothing was spent by any of that.
    let digits = service.next_digits(&owner);
    app.thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
    invariants::check(&service, owner.account).await;
}

async fn n23_one_factor_freezes_and_reports_the_sheet_lost(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let begun = service
        .app
        .freeze(&half, &visit(2), Some(Taken::Phone))
        .await
        .unwrap();
    assert_eq!((begun.began, begun.said), (true, None));
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
    let half = service.half_session(&owner, &visit(2)).await;
    let lost = service.app.lose_sheet(&half, &visit(2)).await.unwrap();
    assert_eq!(lost, [sheet.number]);
    let seen = service.app.frozen(&half).await.unwrap().unwrap();
    assert_eq!(seen.codes_left, None);
}

/// Whoever found the sheet and knows the password mustn't shut the owner's phone out by an answer.
async fn only_two_factors_on_no_strangers_device_say_what_was_taken(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let burglar = service
        .signed_in_by_code(&owner, &visit(9), sheet.code(1))
        .await;
    assert!(!service.app.freeze_answer_binds(&burglar));
    let begun = service
        .app
        .freeze(&burglar, &visit(9), Some(Taken::Phone))
        .await
        .unwrap();
    assert_eq!((begun.began, begun.said), (true, None));
    let half = service.half_session(&owner, &visit(2)).await;
    let digits = service.next_digits(&owner);
    service
        .app
        .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
}

async fn what_waits_is_stopped_and_what_was_shown_is_gone(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let (app, burglar) = (&service.app, visit(9));
    let held = service
        .signed_in_by_code(&owner, &burglar, sheet.code(1))
        .await;
    let shown = TestSheet::from(&app.show_codes(&held, &burglar, "").await.unwrap());
    app.prove_codes(&held, &burglar, shown.code(1), false)
        .await
        .unwrap();
    app.show_codes(&held, &burglar, "").await.unwrap();
    app.begin_totp(&held).await.unwrap();
    assert_eq!(app.waiting_changes(owner.account).await.unwrap().len(), 1);

    freeze(&service, &owner, None).await;
    assert_eq!(app.waiting_changes(owner.account).await.unwrap().len(), 0);
    assert_eq!(service.told(owner.account, "change-stopped").await.len(), 2);
    service.clock.advance(Span::hours(25));
    assert_eq!(app.announce_applied_changes().await.unwrap(), 0);
    let half = service.half_session(&owner, &visit(2)).await;
    let digits = service.next_digits(&owner);
    let token = app
        .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
    owner.session = app.session(&token, &visit(2)).await.unwrap();
    assert!(app.begun_totp(&owner.session).await.unwrap().is_none());
    let status = app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.shown_sheet, status.staged), (None, None));
    invariants::check(&service, owner.account).await;
}

async fn an_operator_freezes_and_says_what_was_taken(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    service.invitation("ann").await;
    for address in ["ann@mail.example", "nobody@mail.example"] {
        let refused = service.app.freeze_address(address, None).await;
        assert!(
            matches!(refused, Err(FreezeRefusal::Unknown)),
            "{refused:?}"
        );
    }
    let begun = service
        .app
        .freeze_address(&owner.address, Some(Taken::Paper))
        .await
        .unwrap();
    assert_eq!((begun.began, begun.said), (true, Some(Taken::Paper)));
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
    assert_eq!(service.told(owner.account, "frozen").await.len(), 2);
}

/// An intruder's mail program, its app password and a webmail are out with the freeze, and stay out when it ends.
async fn a_freeze_ends_app_passwords_and_tokens_and_cuts_connections_off(engine: Engine) {
    let mail = Arc::new(Noting::default());
    let service = TestService::on(engine)
        .mail_system(Arc::clone(&mail) as Arc<dyn MailSystem>)
        .await;
    let (owner, _) = service.with_sheet().await;
    let app_password = made(&service, &owner).await.text;
    let webmail = service
        .signed_in_at(&webmail(), &owner, "openid mail offline_access")
        .await;
    let reads = async || {
        let token = service.app.mail_token(&webmail.access_token).await.unwrap();
        let program = tries(&service, &owner.address, &app_password, "imap", 1).await;
        (token.is_some(), program == admitted(&owner))
    };
    assert_eq!(reads().await, (true, true));
    service.app.do_cut_offs().await.unwrap();
    mail.0.lock().unwrap().clear();

    freeze(&service, &owner, None).await;
    assert_eq!(reads().await, (false, false));
    assert_eq!(service.app.do_cut_offs().await.unwrap(), 1);
    assert_eq!(*mail.0.lock().unwrap(), [owner.address.as_str()]);
    let half = service.half_session(&owner, &visit(2)).await;
    let digits = service.next_digits(&owner);
    service
        .app
        .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
        .await
        .unwrap();
    assert_eq!(reads().await, (false, false));
    assert!(
        service
            .app
            .app_passwords(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
}
