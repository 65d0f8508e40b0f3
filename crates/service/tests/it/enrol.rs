//! Set-up link, invitation, and who may not be invited.

use crate::ground::on_both_engines;
use counterfoil_model::{PasswordRefusal, Span};
use counterfoil_service::account::{EnrolRefusal, Enrolling, InviteRefusal};
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_service::{LinkKind, LinkToken};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    the_set_up_link_works_once_and_only_while_there_is_no_operator,
    the_set_up_link_lasts_thirty_minutes_and_a_new_one_voids_it,
    an_invitation_goes_to_another_address_or_on_paper,
    an_invitation_works_once_and_for_seven_days,
    inviting_an_existing_account_is_refused,
    a_password_that_stands_alone_has_fifteen_characters,
    a_link_of_another_kind_opens_nothing,
}

pub(crate) const ROOT: Enrolling<'static> = Enrolling {
    address: "Root@Mail.Example",
    name: "Root",
    language: "en",
    password: "seven herons over the quiet weir",
};

async fn set_up_link(service: &TestService) -> Option<LinkToken> {
    service
        .app
        .make_set_up_link()
        .await
        .unwrap()
        .map(|link| link.0)
}

async fn the_set_up_link_works_once_and_only_while_there_is_no_operator(engine: Engine) {
    let service = TestService::on(engine).await;
    let link = set_up_link(&service).await.unwrap();
    let token = service
        .app
        .accept_set_up(&link, &visit(1), ROOT)
        .await
        .unwrap();
    let session = service.app.session(&token, &visit(1)).await.unwrap();
    assert_eq!(
        session.owner.address, "Root@Mail.Example",
        "as it was typed"
    );
    assert!(session.owner.operator);
    let mut events = service.events(session.account).await;
    events.sort();
    assert_eq!(events, ["account-created", "signed-in-from-new-device"]);
    let again = service.app.accept_set_up(&link, &visit(1), ROOT).await;
    assert!(matches!(again, Err(EnrolRefusal::LinkOver)), "{again:?}");
    assert!(set_up_link(&service).await.is_none());
}

async fn the_set_up_link_lasts_thirty_minutes_and_a_new_one_voids_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let first = set_up_link(&service).await.unwrap();
    let second = set_up_link(&service).await.unwrap();
    let voided = service.app.accept_set_up(&first, &visit(1), ROOT).await;
    assert!(matches!(voided, Err(EnrolRefusal::LinkOver)), "{voided:?}");
    service.clock.advance(Span::minutes(30));
    let late = service.app.accept_set_up(&second, &visit(1), ROOT).await;
    assert!(matches!(late, Err(EnrolRefusal::LinkOver)), "{late:?}");
    assert!(set_up_link(&service).await.is_some());
}

async fn an_invitation_goes_to_another_address_or_on_paper(engine: Engine) {
    let service = TestService::on(engine).await;
    let app = &service.app;
    let itself = app
        .invite("ann@mail.example", "Ann", "en", Some("ANN@MAIL.EXAMPLE"))
        .await;
    assert!(matches!(itself, Err(InviteRefusal::ToItself)), "{itself:?}");
    let mailed = app
        .invite("ann@mail.example", "Ann", "en", Some("ann@home.example"))
        .await
        .unwrap();
    assert!(mailed.link.is_none());
    let link = service
        .link_to(mailed.account, "ann@home.example", LinkKind::Invitation)
        .await;
    // The mailbox that nobody can open yet is not written to.
    let notices = service.notices(mailed.account).await;
    assert_eq!(notices.len(), 1, "{notices:?}");

    // Somebody who lost the invitation is invited again, on paper; the first link is void.
    let paper = app
        .invite("ann@mail.example", "Ann", "en", None)
        .await
        .unwrap();
    assert_eq!(paper.account, mailed.account);
    let enrolling = Enrolling {
        address: "",
        name: "Ann",
        language: "en",
        ..ROOT
    };
    let old = app.accept_invitation(&link, &visit(1), enrolling).await;
    assert!(matches!(old, Err(EnrolRefusal::LinkOver)), "{old:?}");
    app.accept_invitation(&paper.link.unwrap(), &visit(1), enrolling)
        .await
        .unwrap();
}

async fn an_invitation_works_once_and_for_seven_days(engine: Engine) {
    let service = TestService::on(engine).await;
    let enrolling = Enrolling {
        address: "",
        name: "Ann",
        language: "en",
        ..ROOT
    };
    let link = service.invitation("late").await;
    service.clock.advance(Span::days(7));
    let late = service
        .app
        .accept_invitation(&link, &visit(1), enrolling)
        .await;
    assert!(matches!(late, Err(EnrolRefusal::LinkOver)), "{late:?}");

    let link = service.invitation("ann").await;
    service.clock.advance(Span::seconds(7 * 86_400 - 1));
    service
        .app
        .accept_invitation(&link, &visit(1), enrolling)
        .await
        .unwrap();
    let again = service
        .app
        .accept_invitation(&link, &visit(1), enrolling)
        .await;
    assert!(matches!(again, Err(EnrolRefusal::LinkOver)), "{again:?}");
}

async fn inviting_an_existing_account_is_refused(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    for spelled in [owner.address.clone(), owner.address.to_uppercase()] {
        let refused = service.app.invite(&spelled, "Other", "en", None).await;
        assert!(matches!(refused, Err(InviteRefusal::Exists)), "{refused:?}");
    }
    service.app.suspend(&owner.address, false).await.unwrap();
    let refused = service
        .app
        .invite(&owner.address, "Other", "en", None)
        .await;
    assert!(matches!(refused, Err(InviteRefusal::Exists)), "{refused:?}");
}

async fn a_password_that_stands_alone_has_fifteen_characters(engine: Engine) {
    let service = TestService::on(engine).await;
    let link = service.invitation("ann").await;
    let enrolling = Enrolling {
        address: "",
        name: "Ann",
        language: "en",
        password: "fourteen chars",
    };
    let refused = service
        .app
        .accept_invitation(&link, &visit(1), enrolling)
        .await;
    let Err(EnrolRefusal::Password(PasswordRefusal::TooShort { least: 15, has: 14 })) = refused
    else {
        panic!("{refused:?}")
    };
    // The refusal used nothing up. Decomposed and composed forms are the same password.
    let decomposed = Enrolling {
        password: "cafe\u{301} under the arches",
        ..enrolling
    };
    service
        .app
        .accept_invitation(&link, &visit(1), decomposed)
        .await
        .unwrap();
    let signed_in = service
        .app
        .sign_in_with_password(&visit(1), "ann@mail.example", "caf\u{e9} under the arches")
        .await;
    assert!(
        matches!(signed_in, Ok(PasswordSignIn::SignedIn(_))),
        "{signed_in:?}"
    );
}

async fn a_link_of_another_kind_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let link = service.invitation("ann").await;
    let app = &service.app;
    assert!(app.freeze_by_link(&link, &visit(1)).await.is_err());
    assert!(app.stop_change_by_link(&link, &visit(1)).await.is_err());
    assert!(app.begin_re_enrol(&link).await.is_err());
    assert!(app.accept_set_up(&link, &visit(1), ROOT).await.is_err());
    app.look_at_link(&link, LinkKind::Invitation).await.unwrap();
}
