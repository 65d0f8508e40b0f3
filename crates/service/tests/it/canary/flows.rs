//! Every flow, the refused ones and those with a failing database too, with each answer logged.

use super::Canaries;
use crate::enrol::ROOT;
use crate::ground::{foreign_code, stray_code, with_unreadable_symbol, with_wrong_symbol};
use crate::imported::{FIELD, PASSWORD, newcomer};
use counterfoil_model::{Span, Taken};
use counterfoil_service::LinkKind;
use counterfoil_service::account::Enrolling;
use counterfoil_service::password::imported::ImportedPassword;
use counterfoil_service::session::Proof;
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use std::fmt::Debug;

/// What an answer looks like when somebody logs it.
pub(super) fn log<T: Debug>(answer: T) -> T {
    tracing::info!(?answer);
    answer
}

pub(super) async fn run_every_flow(service: &TestService, canaries: &mut Canaries) {
    let app = &service.app;
    let set_up = app.make_set_up_link().await.unwrap().unwrap().0;
    canaries.link(&set_up);
    canaries.text("password", ROOT.password);
    canaries.token(&log(app.accept_set_up(&set_up, &visit(1), ROOT).await).unwrap());
    log(app
        .invite(
            "mailed@mail.example",
            "Mailed",
            "en",
            Some("mailed@elsewhere.example"),
        )
        .await
        .unwrap());
    refused_enrolments(service, canaries).await;

    let (mut owner, sheet) = service.with_sheet().await;
    owner_canaries(canaries, &owner);
    canaries.sheet(&sheet);
    sign_in_and_redeem(service, canaries, &mut owner, &sheet).await;
    paper(service, canaries, &mut owner, &sheet).await;
    password(service, canaries, &mut owner).await;
    held(service, canaries).await;
    frozen_and_thawed(service, canaries).await;
    lost_and_re_enrolled(service, canaries, &owner).await;
    imported(service, canaries).await;
    failing_database(service, canaries).await;
    super::mail::programs(service, canaries).await;
    super::api::programs(service, canaries).await;
    log(app.announce_applied_changes().await.unwrap());
    log(app.list_accounts().await.unwrap());
    app.sweep().await.unwrap();
}

async fn imported(service: &TestService, canaries: &mut Canaries) {
    canaries.text("imported password", PASSWORD);
    canaries.text("imported hash", FIELD.rsplit('$').next().unwrap());
    canaries.text("imported password in clear", "a brook of 4 trout");
    let newcomers = || {
        [
            newcomer("old1@mail.example", Some(FIELD)),
            newcomer("old2@mail.example", Some(FIELD)),
            newcomer("old3@mail.example", Some("{PLAIN}a brook of 4 trout")),
            newcomer("old4@mail.example", None),
        ]
    };
    for newcomer in newcomers() {
        if let Some(ImportedPassword::Hashed { hash, .. }) = log(&newcomer.password) {
            canaries.bytes("imported hash", hash);
        }
    }
    for _ in 0..2 {
        log(service
            .app
            .import_accounts(newcomers().into())
            .await
            .unwrap());
    }
    // The other one stays wrapped.
    for password in ["wrong", PASSWORD, PASSWORD] {
        let app = &service.app;
        let answer = log(app
            .sign_in_with_password(&visit(1), "old1@mail.example", password)
            .await);
        assert_eq!(answer.is_ok(), password == PASSWORD);
    }
}

fn owner_canaries(canaries: &mut Canaries, owner: &TestOwner) {
    canaries.text("password", &owner.password);
    canaries.token(&owner.token);
    canaries.phone(owner.phone());
}

async fn frozen_and_thawed(service: &TestService, canaries: &mut Canaries) {
    let (app, here) = (&service.app, visit(2));
    let (owner, sheet) = service.with_sheet().await;
    owner_canaries(canaries, &owner);
    canaries.sheet(&sheet);
    log(app
        .freeze(&owner.session, &owner.visit, None)
        .await
        .unwrap());
    let half = log(service.half_session(&owner, &here).await);
    log(app.frozen(&half).await.unwrap());
    for code in [stray_code(3, 1), with_wrong_symbol(sheet.code(3), 4)] {
        log(app
            .thaw_by_code(&half, &here, Taken::Phone, &code, false)
            .await)
        .unwrap_err();
    }
    let thawed = app
        .thaw_by_code(&half, &here, Taken::Phone, sheet.code(3), false)
        .await;
    canaries.token(&log(thawed).unwrap().token);

    let (owner, sheet) = service.with_sheet().await;
    owner_canaries(canaries, &owner);
    canaries.sheet(&sheet);
    let said = Some(Taken::Paper);
    log(app.freeze_address(&owner.address, said).await.unwrap());
    let half = log(service.half_session(&owner, &here).await);
    log(app
        .thaw_by_code(&half, &here, Taken::Paper, sheet.code(3), false)
        .await)
    .unwrap_err();
    let digits = service.next_digits(&owner);
    let thawed = app.thaw_by_totp(&half, &here, Taken::Paper, &digits).await;
    canaries.token(&log(thawed).unwrap());
    let refused = service.half_session(&owner, &visit(3)).await;
    log(app.redeem(&refused, &visit(3), sheet.code(4), false).await).unwrap_err();
}

async fn refused_enrolments(service: &TestService, canaries: &mut Canaries) {
    let link = service.invitation("refused").await;
    canaries.link(&link);
    for password in ["too short 42", "refusedrefusedrefused", "PASSWORDpassword"] {
        canaries.text("refused password", password);
        let enrolling = Enrolling {
            address: "",
            name: "Ann",
            language: "en",
            password,
        };
        log(service
            .app
            .accept_invitation(&link, &visit(1), enrolling)
            .await)
        .unwrap_err();
    }
}

async fn sign_in_and_redeem(
    service: &TestService,
    canaries: &mut Canaries,
    owner: &mut TestOwner,
    sheet: &TestSheet,
) {
    let app = &service.app;
    for password in ["my other password, mistyped", "canary in a coal mine 9"] {
        canaries.text("mistyped password", password);
        log(app
            .sign_in_with_password(&visit(2), &owner.address, password)
            .await)
        .unwrap_err();
        log(app
            .sign_in_with_password(&visit(2), "nobody@mail.example", password)
            .await)
        .unwrap_err();
    }
    let half = log(service.half_session(owner, &visit(2)).await);
    log(app.second_step(&half).await.unwrap().codes_left);
    let damaged = with_unreadable_symbol(&with_wrong_symbol(sheet.code(2), 8), 15);
    for typed in [
        stray_code(1, 1),
        stray_code(20, 2),
        foreign_code(3, 3),
        damaged.clone(),
        "nonsense".to_owned(),
    ] {
        if typed.len() > 20 && typed != damaged {
            canaries.code(&typed);
        }
        log(app.redeem(&half, &visit(2), &typed, false).await).unwrap_err();
    }
    log(app
        .sign_in_with_totp(&half, &visit(2), &owner.phone().wrong_digits(service.now()))
        .await)
    .unwrap_err();
    canaries.token(
        &log(app.redeem(&half, &visit(2), &damaged, true).await)
            .unwrap()
            .token,
    );
    let half = service.half_session(owner, &visit(2)).await;
    log(app.redeem(&half, &visit(2), sheet.code(2), false).await).unwrap_err();
    service.signs_in_again(owner).await;
    canaries.token(&owner.token);
    let drawn = log(app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap());
    let code = drawn.drawn.code.text().to_string();
    canaries.code(&code);
    canaries.word("drill word", drawn.drawn.word.as_str());
    log(app
        .type_back_replacement(&owner.session, &owner.visit, sheet.code(4), false)
        .await)
    .unwrap_err();
    log(app
        .type_back_replacement(&owner.session, &owner.visit, &code, false)
        .await
        .unwrap());
}

async fn paper(
    service: &TestService,
    canaries: &mut Canaries,
    owner: &mut TestOwner,
    sheet: &TestSheet,
) {
    let app = &service.app;
    let drill = log(app.begin_drill(&owner.session).await.unwrap());
    let words = drill.slots.map(|slot| {
        sheet
            .words
            .get(usize::from(slot.get()) - 1)
            .map_or("", String::as_str)
    });
    log(app
        .answer_drill(
            &owner.session,
            &owner.visit,
            &drill.sealed,
            ["canaries", words[1]],
        )
        .await)
    .unwrap_err();
    let _ = log(app
        .answer_drill(&owner.session, &owner.visit, &drill.sealed, words)
        .await);
    service.clock.advance(Span::days(8));
    service.signs_in_again(owner).await;
    log(app
        .check_code(&owner.session, &owner.visit, sheet.code(5), false)
        .await
        .unwrap());
    log(app
        .check_code(&owner.session, &owner.visit, &stray_code(5, 5), false)
        .await)
    .unwrap_err();
    let first = app
        .show_codes(&owner.session, &owner.visit, "")
        .await
        .unwrap();
    canaries.sheet(&TestSheet::from(&log(first)));
    let new = service.shown_sheet(owner).await;
    canaries.sheet(&new);
    log(app
        .prove_codes(
            &owner.session,
            &owner.visit,
            &with_wrong_symbol(new.code(1), 4),
            false,
        )
        .await)
    .unwrap_err();
    log(app
        .prove_codes(&owner.session, &owner.visit, sheet.code(5), false)
        .await)
    .unwrap_err();
    log(app
        .prove_codes(&owner.session, &owner.visit, new.code(1), false)
        .await
        .unwrap());
    let half = service.half_session(owner, &visit(4)).await;
    log(app.redeem(&half, &visit(4), sheet.code(5), false).await).unwrap_err();
    let digits = service.next_digits(owner);
    log(app
        .grant_reset(&visit(4), &owner.address, sheet.code(5), &digits)
        .await)
    .unwrap_err();
    let token = log(app
        .grant_reset(&visit(4), &owner.address, new.code(2), &digits)
        .await)
    .unwrap();
    canaries.token(&token);
    let grant = log(app.reset_grant(&token, &visit(4)).await.unwrap());
    "set anew: twelve swifts".clone_into(&mut owner.password);
    canaries.text("password", &owner.password);
    log(app.reset_password(&grant, &visit(4), &owner.password).await).unwrap();
    service.signs_in_again(owner).await;
}

async fn password(service: &TestService, canaries: &mut Canaries, owner: &mut TestOwner) {
    let app = &service.app;
    let new = "changed: thirteen swifts";
    canaries.text("password", new);
    log(app
        .change_password(&owner.session, &owner.visit, "not the old one: swifts", new)
        .await)
    .unwrap_err();
    canaries.text("mistyped password", "not the old one: swifts");
    let token = log(app
        .change_password(&owner.session, &owner.visit, &owner.password, new)
        .await)
    .unwrap();
    new.clone_into(&mut owner.password);
    owner.session = app.session(&token, &owner.visit).await.unwrap();
    let digits = service.next_digits(owner);
    owner.token = log(app
        .step_up(&owner.session, &owner.visit, Proof::Totp(&digits))
        .await)
    .unwrap();
    owner.session = log(app.session(&owner.token, &owner.visit).await.unwrap());
    canaries.token(&owner.token);
    log(app.home(&owner.session, true).await.unwrap());
    log(app.recent_events(owner.account).await.unwrap());
}

async fn held(service: &TestService, canaries: &mut Canaries) {
    let app = &service.app;
    let (owner, sheet) = service.with_sheet().await;
    owner_canaries(canaries, &owner);
    canaries.sheet(&sheet);
    let held = service
        .signed_in_by_code(&owner, &visit(5), sheet.code(1))
        .await;
    let shown = TestSheet::from(&app.show_codes(&held, &visit(5), "").await.unwrap());
    canaries.sheet(&shown);
    log(app
        .prove_codes(&held, &visit(5), shown.code(1), false)
        .await
        .unwrap());
    log(app.waiting_changes(owner.account).await.unwrap());
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    canaries.link(&link);
    log(app.stop_change_by_link(&link, &visit(6)).await).unwrap();
    app.begin_totp(&held).await.unwrap();
    let begun = app.begun_totp(&held).await.unwrap().unwrap();
    let phone = Phone::with_key(&begun.key_text);
    canaries.phone(&phone);
    canaries.token(
        &log(app
            .prove_totp(&held, &visit(5), &phone.digits(service.now()))
            .await)
        .unwrap()
        .token,
    );
}

async fn lost_and_re_enrolled(service: &TestService, canaries: &mut Canaries, owner: &TestOwner) {
    let app = &service.app;
    let half = service.half_session(owner, &visit(7)).await;
    log(app.lose_sheet(&half, &visit(7)).await.unwrap());
    let link = log(app.make_re_enrol_link(&owner.address).await.unwrap());
    canaries.link(&link);
    let (secret, sealed) = log(app.begin_re_enrol(&link).await.unwrap());
    let phone = Phone::with_key(&secret.key_text());
    canaries.phone(&phone);
    let password = "a quarry of nine wolves";
    canaries.text("password", password);
    let digits = phone.digits(service.now());
    log(app
        .re_enrol(&link, &visit(7), &sealed, password, &digits)
        .await
        .unwrap());
    log(app.suspend(&owner.address, false).await).unwrap();
}

/// What is said when the database fails at each await of a redemption.
async fn failing_database(service: &TestService, canaries: &mut Canaries) {
    let (owner, sheet) = service.with_sheet().await;
    owner_canaries(canaries, &owner);
    canaries.sheet(&sheet);
    let half = service.half_session(&owner, &visit(8)).await;
    for n in 1.. {
        service.faults.strike_at(n, When::Before, Fault::Fail);
        let answer = log(service
            .app
            .redeem(&half, &visit(8), sheet.code(1), false)
            .await);
        if service.faults.spare() || answer.is_ok() {
            break;
        }
    }
}
