//! The service gives every notice what its sentences need: stories through the real use cases, delivered to the last mail.

use crate::outbox::Known;
use crate::sample;
use counterfoil_lang::Sentences;
use counterfoil_model::{Enclosed, Span};
use counterfoil_notices::{OpenLink, Parts, Tally, deliver_due};
use counterfoil_service::{App, LinkKind};
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::outbox::Notice;
use counterfoil_testkit::mail_trap::{MailTrap, link_in};
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use std::collections::BTreeSet;
use std::sync::Arc;

struct Links(Arc<App>);

impl OpenLink for Links {
    fn open(&self, notice: &Notice) -> Option<Enclosed> {
        let enclosed = self.0.enclosed(notice).ok()?;
        Some(enclosed.under("https://account.example.org"))
    }
}

/// Delivers whatever is due; nothing may be left or fail. Gives the subjects.
async fn delivered(service: &TestService) -> BTreeSet<String> {
    let (trap, sentences, frame) = (MailTrap::new(), Sentences::load().unwrap(), sample::frame());
    let (links, returns) = (Links(Arc::clone(&service.app)), Known::of(&service.db));
    let parts = Parts {
        db: &service.db,
        transport: &trap,
        sentences: &sentences,
        frame: &frame,
        links: &links,
        returns: &returns,
    };
    let tally = deliver_due(parts, || service.now(), 1_000).await.unwrap();
    assert!(tally.handed_over > 0);
    assert_eq!(
        tally,
        Tally {
            handed_over: tally.handed_over,
            ..Tally::default()
        }
    );
    for mail in trap.mails() {
        assert!(
            mail.text.contains("This is about the account "),
            "{}",
            mail.text
        );
        assert_eq!(
            link_in(&mail).is_some(),
            mail.text.contains("/link/"),
            "{}",
            mail.text
        );
    }
    trap.mails().into_iter().map(|mail| mail.subject).collect()
}

fn assert_told(told: &BTreeSet<String>, subjects: &[&str]) {
    for subject in subjects {
        assert!(told.contains(*subject), "{subject} is not among {told:#?}");
    }
}

#[tokio::test]
async fn an_owner_enrols_uses_a_code_and_renews() {
    let service = TestService::on(Engine::Sqlite).await;
    let app = &service.app;
    let mailed = app
        .invite(
            "bob@mail.example",
            "Bob",
            "en",
            Some("bob@elsewhere.example"),
        )
        .await
        .unwrap();
    assert!(mailed.link.is_none());
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(4))
        .await;
    let half = service.half_session(&owner, &visit(3)).await;
    app.redeem(&half, &visit(3), sheet.code(4), false)
        .await
        .unwrap_err();
    let wrong = owner.phone().wrong_digits(service.now());
    for _ in 0..6 {
        app.sign_in_with_totp(&half, &visit(3), &wrong)
            .await
            .unwrap_err();
    }
    service.signs_in_again(&mut owner).await;
    let drawn = app
        .draw_replacement(&owner.session, &owner.visit)
        .await
        .unwrap();
    let text = drawn.drawn.code.text().to_string();
    app.type_back_replacement(&owner.session, &owner.visit, &text, false)
        .await
        .unwrap();
    service.sheet(&owner).await;
    app.lose_sheet(&owner.session, &owner.visit).await.unwrap();
    let address = &app.outside_addresses(owner.account).await.unwrap()[0];
    app.remove_outside_address(&owner.session, &owner.visit, address.id)
        .await
        .unwrap();
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    app.stop_change_by_link(&link, &visit(5)).await.unwrap();
    let new = "a quarry of nine wolves";
    app.change_password(&owner.session, &owner.visit, &owner.password, new)
        .await
        .unwrap();
    app.sign_out_everywhere(&owner.session, &owner.visit)
        .await
        .unwrap();
    app.suspend(&owner.address, false).await.unwrap();
    app.suspend(&owner.address, true).await.unwrap();

    assert_told(
        &delivered(&service).await,
        &[
            "You are invited to Exämple Mail",
            "Your account is open",
            "A phone is your second step",
            "An address for notices was added",
            "Your code from Exämple Mail",
            "An address for notices was confirmed",
            "New backup codes were drawn",
            "Your backup codes are on",
            "A sign-in from a new device",
            "A backup code opened your account",
            "An old backup code was typed",
            "The right password, then a wrong second step",
            "Somebody is guessing your second step",
            "A replacement code was drawn",
            "A replacement code works",
            "Your backup codes were renewed",
            "Your sheet was reported lost",
            "An address for notices was removed",
            "A change to your account was stopped",
            "Your password was changed",
            "You are signed out everywhere",
            "Your account is suspended",
            "Your account works again",
        ],
    );
}

#[tokio::test]
async fn what_a_burglar_asks_for_waits_and_the_owner_starts_again() {
    let service = TestService::on(Engine::Sqlite).await;
    let app = &service.app;
    let (owner, sheet) = service.with_sheet().await;
    let held = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let drawn = app.draw_replacement(&held, &visit(2)).await.unwrap();
    let text = drawn.drawn.code.text().to_string();
    app.type_back_replacement(&held, &visit(2), &text, false)
        .await
        .unwrap();
    let shown = app.show_codes(&held, &visit(2), "").await.unwrap();
    let code = shown.codes[0].code.text().to_string();
    app.prove_codes(&held, &visit(2), &code, false)
        .await
        .unwrap();
    app.begin_totp(&held).await.unwrap();
    let phone = Phone::with_key(&app.begun_totp(&held).await.unwrap().unwrap().key_text);
    app.prove_totp(&held, &visit(2), &phone.digits(service.now()))
        .await
        .unwrap();
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    app.stop_change_by_link(&link, &visit(5)).await.unwrap();
    let mut told = delivered(&service).await;

    service.clock.advance(Span::hours(25));
    assert!(app.announce_applied_changes().await.unwrap() > 0);
    let link = app.make_re_enrol_link(&owner.address).await.unwrap();
    let (secret, sealed) = app.begin_re_enrol(&link).await.unwrap();
    let digits = Phone::with_key(&secret.key_text()).digits(service.now());
    app.re_enrol(
        &link,
        &visit(3),
        &sealed,
        "a new moon over nine hills",
        &digits,
    )
    .await
    .unwrap();
    told.extend(delivered(&service).await);

    assert_told(
        &told,
        &[
            "A change to your account is waiting",
            "New backup codes are waiting",
            "A new phone is waiting",
            "A change to your account was stopped",
            "A change to your account took effect",
            "Your account is about to get a new password",
            "Your account has a new password and a new phone",
        ],
    );
}
