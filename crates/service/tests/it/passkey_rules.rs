//! What the rules of the door say of passkeys: mail programs, the hold, the freeze, re-enrolment, a restore.

use crate::ground::on_both_engines;
use crate::hold::{BURGLAR, held};
use crate::mail_sign_in::{admitted, tries};
use counterfoil_model::freeze::Taken;
use counterfoil_model::passkey::Purpose;
use counterfoil_model::{Span, Timestamp};
use counterfoil_service::freeze::FoundPasskeyRefusal;
use counterfoil_service::mail::MailAnswer;
use counterfoil_service::passkey::{
    AskPasskeyRefusal, PasskeyAnswer, PasskeyRefusal, RemovePasskeyRefusal,
};
use counterfoil_service::password::ResetRefusal;
use counterfoil_service::restore::Restored;
use counterfoil_service::sign_in::PasskeySignInRefusal;
use counterfoil_service::{LinkKind, SessionToken};
use counterfoil_store::Error;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::passkey::Device;
use counterfoil_testkit::service::{ISSUER, TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    an_account_with_only_a_passkey_opens_no_mailbox_by_password,
    after_a_code_on_a_strange_device_a_new_one_waits_and_none_is_removed,
    a_passkey_confirms_what_waits,
    no_passkey_opens_a_frozen_account,
    a_passkey_ends_a_freeze_unless_the_phone_was_taken,
    what_the_thaw_shut_its_owner_opens_again,
    a_suspended_account_is_opened_by_none,
    a_re_enrolment_ends_passkeys,
    n21_a_code_and_a_passkey_set_a_new_password,
    after_a_restore_a_passkey_opens_beside_the_password_first,
}

/// Somebody with a passkey and nothing else beside the password.
async fn with_passkey(service: &TestService) -> (TestOwner, Device) {
    let mut owner = service.owner().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "Phone").await;
    (owner, device)
}

async fn alone(
    service: &TestService,
    browser: u16,
    device: &mut Device,
) -> Result<SessionToken, PasskeySignInRefusal> {
    let answered = service.passkey_answer_alone(&visit(browser), device).await;
    service
        .app
        .sign_in_with_passkey_alone(&visit(browser), answered.answer())
        .await
}

async fn an_account_with_only_a_passkey_opens_no_mailbox_by_password(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (address, password) = (owner.address.clone(), owner.password.clone());
    let before = tries(&service, &address, &password, "imap", 7).await;
    assert_eq!(before, admitted(&owner));
    let mut owner = owner;
    let id = service
        .add_passkey(&mut owner, &mut Device::new(), "")
        .await;
    for protocol in ["imap", "smtp"] {
        let answer = tries(&service, &address, &password, protocol, 7).await;
        assert_eq!(answer, MailAnswer::Refused);
    }
    service
        .app
        .remove_passkey(&owner.session, &owner.visit, id)
        .await
        .unwrap();
    let after = tries(&service, &address, &password, "imap", 7).await;
    assert_eq!(after, admitted(&owner));
}

async fn after_a_code_on_a_strange_device_a_new_one_waits_and_none_is_removed(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let mut device = Device::new();
    let there = service.add_passkey(&mut owner, &mut device, "Mine").await;
    let session = service
        .signed_in_by_code(&owner, &visit(BURGLAR), sheet.code(1))
        .await;
    assert!(session.held);
    let refused = service
        .app
        .remove_passkey(&session, &visit(BURGLAR), there)
        .await;
    assert!(
        matches!(refused, Err(RemovePasskeyRefusal::NotBefore(_))),
        "{refused:?}"
    );
    let mut burglar = TestOwner {
        session,
        visit: visit(BURGLAR),
        ..owner.clone()
    };
    let mut theirs = Device::new();
    service
        .add_passkey(&mut burglar, &mut theirs, "Theirs")
        .await;
    assert!(!burglar.session.methods.has_bound());
    let refused = alone(&service, 9, &mut theirs).await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Wrong)),
        "{refused:?}"
    );
    // Its owner stops it from the notice; when the day is over it opens nothing.
    let links = service
        .links_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    let stopped = service
        .app
        .stop_change_by_link(links.last().unwrap(), &owner.visit)
        .await;
    stopped.unwrap();
    service.clock.advance(Span::hours(25));
    let refused = alone(&service, 9, &mut theirs).await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Wrong)),
        "{refused:?}"
    );
    alone(&service, 10, &mut device).await.unwrap();
}

async fn a_passkey_confirms_what_waits(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let mut device = Device::new();
    service.add_passkey(&mut owner, &mut device, "Mine").await;
    let session = service
        .signed_in_by_code(&owner, &visit(BURGLAR), sheet.code(1))
        .await;
    let mut owner = TestOwner {
        session,
        visit: visit(BURGLAR),
        ..owner
    };
    let mut new = Device::new();
    service.add_passkey(&mut owner, &mut new, "New").await;
    let answered = service
        .passkey_answer(&owner.session, Purpose::Confirm, &mut device)
        .await;
    let token = service
        .app
        .confirm_changes_by_passkey(&owner.session, &owner.visit, answered.answer())
        .await
        .unwrap();
    let session = service.app.session(&token, &owner.visit).await.unwrap();
    assert!(session.methods.has_bound());
    alone(&service, 9, &mut new).await.unwrap();
    // Whoever has the code alone has no passkey to confirm with.
    let (_, _, held) = held(&service).await;
    let asked = service.app.ask_passkey(&held, Purpose::Confirm).await;
    assert!(
        matches!(asked, Err(AskPasskeyRefusal::NoPasskey)),
        "{asked:?}"
    );
}

async fn no_passkey_opens_a_frozen_account(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, mut device) = with_passkey(&service).await;
    let half = service.half_session(&owner, &visit(2)).await;
    let asked_before = service
        .passkey_answer(&half, Purpose::SecondStep, &mut device)
        .await;
    let alone_before = service.passkey_answer_alone(&visit(3), &mut device).await;
    let (session, from) = (&owner.session, &owner.visit);
    service.app.freeze(session, from, None).await.unwrap();
    let refused = service
        .app
        .sign_in_with_passkey(&half, &visit(2), asked_before.answer())
        .await;
    assert!(matches!(refused, Err(PasskeyRefusal::Wrong)), "{refused:?}");
    let refused = service
        .app
        .sign_in_with_passkey_alone(&visit(3), alone_before.answer())
        .await;
    assert!(
        matches!(refused, Err(PasskeySignInRefusal::Wrong)),
        "{refused:?}"
    );
    let half = service.half_session(&owner, &visit(4)).await;
    let asked = service.app.ask_passkey(&half, Purpose::SecondStep).await;
    assert!(
        matches!(asked, Err(AskPasskeyRefusal::NoPasskey)),
        "{asked:?}"
    );
}

async fn a_passkey_ends_a_freeze_unless_the_phone_was_taken(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, mut device) = with_passkey(&service).await;
    let (session, from) = (&owner.session, &owner.visit);
    service.app.freeze(session, from, None).await.unwrap();
    let half = service.half_session(&owner, &visit(2)).await;
    let frozen = service.app.frozen(&half).await.unwrap().unwrap();
    assert!(frozen.left.phone && frozen.passkey && !frozen.totp);
    let answered = service
        .passkey_answer(&half, Purpose::Thaw, &mut device)
        .await;
    let refused = service
        .app
        .thaw_by_passkey(&half, &visit(2), Taken::Phone, answered.answer())
        .await;
    assert!(matches!(refused, Err(PasskeyRefusal::Wrong)), "{refused:?}");
    let answered = service
        .passkey_answer(&half, Purpose::Thaw, &mut device)
        .await;
    let token = service
        .app
        .thaw_by_passkey(&half, &visit(2), Taken::Unknown, answered.answer())
        .await
        .unwrap();
    let session = service.app.session(&token, &visit(2)).await.unwrap();
    assert_eq!(session.methods.to_string(), "pwd hwk");
    alone(&service, 3, &mut device).await.unwrap();
}

async fn what_the_thaw_shut_its_owner_opens_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let mut device = Device::counting();
    service.add_passkey(&mut owner, &mut device, "Phone").await;
    let (session, from) = (&owner.session, &owner.visit);
    let taken = Some(Taken::Phone);
    service.app.freeze(session, from, taken).await.unwrap();
    let half = service.half_session(&owner, &owner.visit).await;
    let thawed = service
        .app
        .thaw_by_code(&half, &owner.visit, Taken::Phone, sheet.code(2), false)
        .await
        .unwrap();
    let session = service.app.session(&thawed.token, &owner.visit).await;
    let session = session.unwrap();
    let stopped = service
        .app
        .stopped_by_a_freeze(owner.account)
        .await
        .unwrap();
    assert!(stopped.passkeys && stopped.phone);
    assert!(alone_is_refused(&service, 3, &mut device).await);
    let answered = service
        .passkey_answer(&session, Purpose::Found, &mut device)
        .await;
    let found = service
        .app
        .found_passkey(&session, &owner.visit, answered.answer())
        .await
        .unwrap();
    // A code on a device that isn't known opened this session, so it waits.
    assert!(!found.at_once);
    assert!(alone_is_refused(&service, 4, &mut device).await);
    service.clock.advance(Span::hours(25));
    alone(&service, 5, &mut device).await.unwrap();
    let again = service
        .app
        .found_passkey(&session, &owner.visit, answered.answer())
        .await;
    assert!(
        matches!(again, Err(FoundPasskeyRefusal::StepUpWanted)),
        "{again:?}"
    );
}

async fn alone_is_refused(service: &TestService, browser: u16, device: &mut Device) -> bool {
    matches!(
        alone(service, browser, device).await,
        Err(PasskeySignInRefusal::Wrong)
    )
}

async fn a_suspended_account_is_opened_by_none(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, mut device) = with_passkey(&service).await;
    service.app.suspend(&owner.address, false).await.unwrap();
    assert!(alone_is_refused(&service, 3, &mut device).await);
    service.app.suspend(&owner.address, true).await.unwrap();
    alone(&service, 4, &mut device).await.unwrap();
}

async fn a_re_enrolment_ends_passkeys(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, mut device) = with_passkey(&service).await;
    let link = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    let (secret, sealed) = service.app.begin_re_enrol(&link).await.unwrap();
    let phone = counterfoil_testkit::phone::Phone::with_key(&secret.key_text());
    service
        .app
        .re_enrol(
            &link,
            &visit(2),
            &sealed,
            "seven herons over the weir",
            &phone.digits(service.now()),
        )
        .await
        .unwrap();
    service.clock.advance(Span::hours(25));
    assert!(alone_is_refused(&service, 3, &mut device).await);
    let listed = service.app.passkeys(owner.account).await.unwrap();
    assert!(listed.is_empty(), "{listed:?}");
}

async fn restore(service: &TestService, made_at: Timestamp) {
    let app = &service.app;
    let restored = Restored {
        made_at,
        keep_sets: false,
    };
    let ended: Result<_, Error> = app
        .db()
        .run("test_restore", |tx| async move {
            app.end_after_restore(&tx, restored).await
        })
        .await;
    assert!(ended.unwrap().shut_out.is_empty());
}

async fn after_a_restore_a_passkey_opens_beside_the_password_first(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, mut device) = with_passkey(&service).await;
    restore(&service, service.now()).await;
    // It may have been removed since the backup was made, and is no more than the second of two factors.
    assert!(alone_is_refused(&service, 3, &mut device).await);
    let half = service.half_session(&owner, &visit(4)).await;
    let answered = service
        .passkey_answer(&half, Purpose::SecondStep, &mut device)
        .await;
    service
        .app
        .sign_in_with_passkey(&half, &visit(4), answered.answer())
        .await
        .unwrap();
    alone(&service, 5, &mut device).await.unwrap();
}

async fn n21_a_code_and_a_passkey_set_a_new_password(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, mut device) = with_passkey(&service).await;
    service.verify_outside(&owner).await;
    let sheet = service.sheet(&owner).await;
    let other = with_passkey(&service).await;
    let mut theirs = other.1;
    let asks = |device: Device| {
        let (app, mut device) = (service.app.clone(), device);
        async move {
            let asked = app
                .ask_any_passkey(&visit(2), Purpose::Reset)
                .await
                .unwrap();
            let credential = device.answer(ISSUER, &asked.options).await.unwrap();
            (asked.ceremony, credential)
        }
    };
    let grant = |ceremony: String, credential: String, code: String| {
        let (app, address) = (service.app.clone(), owner.address.clone());
        async move {
            let answer = PasskeyAnswer {
                ceremony: &ceremony,
                credential: &credential,
            };
            app.grant_reset_by_passkey(&visit(2), &address, &code, answer)
                .await
        }
    };
    // Another owner's passkey is none of this account; nor is the sheet touched by it.
    let (ceremony, credential) = asks(theirs.clone()).await;
    let refused = grant(ceremony, credential, sheet.code(2).to_owned()).await;
    assert!(matches!(refused, Err(ResetRefusal::Wrong)), "{refused:?}");
    // An answer that was given to sign in is none here.
    let answered = service.passkey_answer_alone(&visit(2), &mut theirs).await;
    let refused = grant(
        answered.ceremony,
        answered.credential,
        sheet.code(2).to_owned(),
    )
    .await;
    assert!(matches!(refused, Err(ResetRefusal::Ended)), "{refused:?}");
    let (ceremony, credential) = asks(device.clone()).await;
    let again = (ceremony.clone(), credential.clone());
    let granted = grant(ceremony, credential, sheet.code(2).to_owned()).await;
    let token = granted.unwrap();
    let refused = grant(again.0, again.1, sheet.code(3).to_owned()).await;
    assert!(matches!(refused, Err(ResetRefusal::Ended)), "{refused:?}");
    let session = service.app.reset_grant(&token, &visit(2)).await.unwrap();
    let new = "nine newts beneath a jetty";
    service
        .app
        .reset_password(&session, &visit(2), new)
        .await
        .unwrap();
    owner.password = new.to_owned();
    service.half_session(&owner, &visit(3)).await;
    alone(&service, 4, &mut device).await.unwrap();
}
