//! After a code on a device that is not known: what waits, who stops it, who confirms it.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::codes::{ConfirmRefusal, RedeemRefusal};
use counterfoil_service::outside_address::{
    AddAddressRefusal, NewAddress, NotNow, RemoveAddressRefusal,
};
use counterfoil_service::password::PasswordChangeRefusal;
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_service::totp::RemoveTotpRefusal;
use counterfoil_service::{LinkKind, Session};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};

on_both_engines! {
    a_replacement_waits_a_day,
    a_new_sheet_waits_a_day_and_the_old_one_goes_on,
    a_new_app_waits_a_day_and_the_old_one_goes_on,
    a_notice_stops_what_waits,
    a_session_stops_what_waits,
    another_bound_factor_confirms_at_once,
    nothing_is_removed_for_two_days,
    on_a_known_device_nothing_waits,
}

pub(crate) const BURGLAR: u16 = 2;

/// A session opened by the first code of the sheet in a browser nobody knows.
pub(crate) async fn held(service: &TestService) -> (TestOwner, TestSheet, Session) {
    let (owner, sheet) = service.with_sheet().await;
    let session = service
        .signed_in_by_code(&owner, &visit(BURGLAR), sheet.code(1))
        .await;
    assert!(session.held);
    (owner, sheet, session)
}

/// A sheet drawn and proved in the held session.
pub(crate) async fn staged_sheet(service: &TestService, held: &Session) -> TestSheet {
    let shown = service
        .app
        .show_codes(held, &visit(BURGLAR), "")
        .await
        .unwrap();
    let sheet = TestSheet::from(&shown);
    let proved = service
        .app
        .prove_codes(held, &visit(BURGLAR), sheet.code(1), false)
        .await
        .unwrap();
    assert!(!proved.at_once);
    assert_eq!(proved.effective_at, service.now() + Span::hours(24));
    sheet
}

/// An app begun and proved in the held session, which goes on under a new id.
pub(crate) async fn staged_phone(service: &TestService, held: &Session) -> (Phone, Session) {
    service.app.begin_totp(held).await.unwrap();
    let begun = service.app.begun_totp(held).await.unwrap().unwrap();
    let phone = Phone::with_key(&begun.key_text);
    let digits = phone.digits(service.now());
    let bound = service
        .app
        .prove_totp(held, &visit(BURGLAR), &digits)
        .await
        .unwrap();
    assert!(!bound.at_once);
    let session = service
        .app
        .session(&bound.token, &visit(BURGLAR))
        .await
        .unwrap();
    assert!(session.held, "the hold goes with the session");
    (phone, session)
}

pub(crate) async fn opens(service: &TestService, owner: &TestOwner, code: &str) -> bool {
    let half = service.half_session(owner, &visit(7)).await;
    match service.app.redeem(&half, &visit(7), code, false).await {
        Ok(_) => true,
        Err(RedeemRefusal::Internal(fault)) => panic!("{fault}"),
        Err(_) => false,
    }
}

pub(crate) async fn phone_opens(service: &TestService, owner: &TestOwner, phone: &Phone) -> bool {
    service.clock.advance(Span::seconds(30));
    let half = service.half_session(owner, &visit(7)).await;
    match service
        .app
        .sign_in_with_totp(&half, &visit(7), &phone.digits(service.now()))
        .await
    {
        Ok(_) => true,
        Err(TotpRefusal::Internal(fault)) => panic!("{fault}"),
        Err(_) => false,
    }
}

async fn a_replacement_waits_a_day(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _, held) = held(&service).await;
    let drawn = service
        .app
        .draw_replacement(&held, &visit(BURGLAR))
        .await
        .unwrap();
    assert!(!drawn.at_once);
    let code = drawn.drawn.code.text().to_string();
    let back = service
        .app
        .type_back_replacement(&held, &visit(BURGLAR), &code, false)
        .await
        .unwrap();
    assert_eq!(
        (back.at_once, back.effective_at),
        (false, service.now() + Span::hours(24))
    );
    assert!(!opens(&service, &owner, &code).await);
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!(
        (status.left, status.total, status.replacement_owed),
        (9, None, false)
    );
    service.clock.advance(Span::hours(24));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 1);
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 0);
    assert!(opens(&service, &owner, &code).await);
    assert_eq!(service.told(owner.account, "change-applied").await.len(), 2);
}

async fn a_new_sheet_waits_a_day_and_the_old_one_goes_on(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, old, held) = held(&service).await;
    let new = staged_sheet(&service, &held).await;
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!(status.sheet, Some(1));
    assert_eq!(status.staged, Some((2, service.now() + Span::hours(24))));
    assert!(!opens(&service, &owner, new.code(1)).await);
    assert!(opens(&service, &owner, old.code(2)).await);
    service.clock.advance(Span::seconds(86_399));
    assert!(opens(&service, &owner, old.code(3)).await);
    service.clock.advance(Span::seconds(1));
    assert!(!opens(&service, &owner, old.code(4)).await);
    assert!(opens(&service, &owner, new.code(1)).await);
}

async fn a_new_app_waits_a_day_and_the_old_one_goes_on(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _, held) = held(&service).await;
    let (new, _) = staged_phone(&service, &held).await;
    assert!(!phone_opens(&service, &owner, &new).await);
    assert!(phone_opens(&service, &owner, owner.phone()).await);
    service.clock.advance(Span::hours(24));
    assert!(!phone_opens(&service, &owner, owner.phone()).await);
    assert!(phone_opens(&service, &owner, &new).await);
}

async fn a_notice_stops_what_waits(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, old, held) = held(&service).await;
    let replacement = service
        .app
        .draw_replacement(&held, &visit(BURGLAR))
        .await
        .unwrap()
        .drawn
        .code
        .text()
        .to_string();
    service
        .app
        .type_back_replacement(&held, &visit(BURGLAR), &replacement, false)
        .await
        .unwrap();
    let new = staged_sheet(&service, &held).await;
    let (phone, _) = staged_phone(&service, &held).await;
    assert_eq!(
        service
            .app
            .waiting_changes(owner.account)
            .await
            .unwrap()
            .len(),
        3
    );
    // Every recipient has links of their own; the outside address stops all three without signing in.
    assert_eq!(
        service
            .links_to(owner.account, &owner.address, LinkKind::StopChange)
            .await
            .len(),
        3
    );
    service.clock.advance(Span::hours(23));
    for link in service
        .links_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await
    {
        service
            .app
            .stop_change_by_link(&link, &visit(5))
            .await
            .unwrap();
        assert!(
            service
                .app
                .stop_change_by_link(&link, &visit(5))
                .await
                .is_err()
        );
    }
    for link in service
        .links_to(owner.account, &owner.address, LinkKind::StopChange)
        .await
    {
        assert!(
            service
                .app
                .stop_change_by_link(&link, &visit(5))
                .await
                .is_err(),
            "stopped already"
        );
    }
    assert_eq!(service.told(owner.account, "change-stopped").await.len(), 6);
    service.clock.advance(Span::hours(48));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 0);
    assert!(!opens(&service, &owner, new.code(1)).await);
    assert!(!opens(&service, &owner, &replacement).await);
    assert!(!phone_opens(&service, &owner, &phone).await);
    assert!(opens(&service, &owner, old.code(2)).await);
    assert!(phone_opens(&service, &owner, owner.phone()).await);
}

async fn a_session_stops_what_waits(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, old, held) = held(&service).await;
    let new = staged_sheet(&service, &held).await;
    service.signs_in_again(&mut owner).await;
    let [change] = service
        .app
        .waiting_changes(owner.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    assert_eq!(change.kind, "sheet");
    assert!(
        service
            .app
            .stop_change(&owner.session, &owner.visit, change.id)
            .await
            .unwrap()
    );
    assert!(
        !service
            .app
            .stop_change(&owner.session, &owner.visit, change.id)
            .await
            .unwrap()
    );
    service.clock.advance(Span::hours(24));
    assert!(!opens(&service, &owner, new.code(1)).await);
    assert!(opens(&service, &owner, old.code(2)).await);
}

async fn another_bound_factor_confirms_at_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, old, held) = held(&service).await;
    let new = staged_sheet(&service, &held).await;
    let wrong = owner.phone().wrong_digits(service.now());
    let refused = service
        .app
        .confirm_changes(&held, &visit(BURGLAR), &wrong)
        .await;
    assert!(
        matches!(refused, Err(ConfirmRefusal::Totp(TotpRefusal::Wrong(_)))),
        "{refused:?}"
    );
    let digits = service.next_digits(&owner);
    let token = service
        .app
        .confirm_changes(&held, &visit(BURGLAR), &digits)
        .await
        .unwrap();
    assert!(opens(&service, &owner, new.code(1)).await);
    assert!(!opens(&service, &owner, old.code(2)).await);
    assert!(
        service
            .app
            .waiting_changes(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(service.told(owner.account, "change-applied").await.len(), 2);
    // From then on this session stages nothing any more.
    let session = service.app.session(&token, &visit(BURGLAR)).await.unwrap();
    let shown = service
        .app
        .show_codes(&session, &visit(BURGLAR), "")
        .await
        .unwrap();
    let code = shown.codes[0].code.text();
    assert!(
        service
            .app
            .prove_codes(&session, &visit(BURGLAR), &code, false)
            .await
            .unwrap()
            .at_once
    );
}

async fn nothing_is_removed_for_two_days(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.session_absolute_hours = 72)
        .await;
    let (owner, _, held) = held(&service).await;
    let allowed_at = held.started_at + Span::hours(48);
    let here = visit(BURGLAR);
    let [outside] = service
        .app
        .outside_addresses(owner.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    let app = &service.app;
    let refused = app.remove_totp(&held, &here).await;
    assert!(
        matches!(refused, Err(RemoveTotpRefusal::NotBefore(at)) if at == allowed_at),
        "{refused:?}"
    );
    let refused = app.remove_outside_address(&held, &here, outside.id).await;
    assert!(
        matches!(refused, Err(RemoveAddressRefusal::NotNow(NotNow::Before(at))) if at == allowed_at),
        "{refused:?}"
    );
    let new = NewAddress {
        address: "burglar@elsewhere.example",
        label: "",
        replaces: None,
    };
    let refused = app.add_outside_address(&held, &here, new).await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::NotNow(NotNow::Before(at))) if at == allowed_at),
        "{refused:?}"
    );
    let refused = app
        .change_password(&held, &here, &owner.password, "a quarry of nine wolves")
        .await;
    assert!(
        matches!(refused, Err(PasswordChangeRefusal::NotBefore(at)) if at == allowed_at),
        "{refused:?}"
    );
    // Another factor confirms what is staged; what removes still waits.
    let digits = service.next_digits(&owner);
    let token = app.confirm_changes(&held, &here, &digits).await.unwrap();
    let confirmed = app.session(&token, &here).await.unwrap();
    let refused = app.remove_totp(&confirmed, &here).await;
    assert!(
        matches!(refused, Err(RemoveTotpRefusal::NotBefore(_))),
        "{refused:?}"
    );
    let refused = app
        .remove_outside_address(&confirmed, &here, outside.id)
        .await;
    assert!(
        matches!(
            refused,
            Err(RemoveAddressRefusal::NotNow(NotNow::Before(_)))
        ),
        "{refused:?}"
    );
}

async fn on_a_known_device_nothing_waits(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    service.clock.advance(Span::days(7));
    let session = service
        .signed_in_by_code(&owner, &owner.visit, sheet.code(1))
        .await;
    assert!(!session.held);
    let drawn = service
        .app
        .draw_replacement(&session, &owner.visit)
        .await
        .unwrap();
    let back = service
        .app
        .type_back_replacement(&session, &owner.visit, &drawn.drawn.code.text(), false)
        .await
        .unwrap();
    assert!(drawn.at_once && back.at_once);
    // A browser that only ever signed in by code is never known.
    service
        .signed_in_by_code(&owner, &visit(3), sheet.code(2))
        .await;
    service.clock.advance(Span::days(30));
    assert!(
        service
            .signed_in_by_code(&owner, &visit(3), sheet.code(3))
            .await
            .held
    );
}
