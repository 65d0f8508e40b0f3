//! What a notice carries: a link that freezes and does nothing else, and the words by which its owner knows it.

use crate::freeze::frozen;
use crate::ground::on_both_engines;
use counterfoil_model::freeze::{FreezeButton, Taken};
use counterfoil_model::{FREEZE_LINK_LASTS, PhraseError, Span};
use counterfoil_service::LinkKind;
use counterfoil_service::freeze::FrozenByLink;
use counterfoil_service::outside_address::NotNow;
use counterfoil_service::phrase::PhraseRefusal;
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_notices_link_freezes_once_and_says_so_to_whoever_comes_again,
    a_freeze_link_is_short_lived_and_of_one_kind,
    a_thaw_voids_older_links_and_after_two_the_button_asks_for_sign_in,
    a_code_goes_without_the_freeze_and_without_the_phrase,
    the_phrase_is_sealed_stands_in_notices_and_its_change_is_told_under_the_old_one,
}

const PHRASES: Statement = Statement::new(
    "test_phrases",
    "SELECT phrase FROM account WHERE phrase IS NOT NULL",
);

async fn a_notices_link_freezes_once_and_says_so_to_whoever_comes_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::Freeze)
        .await;
    let view = service.app.look_at_freeze_link(&link).await.unwrap();
    assert_eq!(
        (view.address.as_str(), view.button, view.frozen),
        (owner.address.as_str(), FreezeButton::Freezes, false)
    );
    let pressed = service.app.freeze_by_link(&link, &visit(9)).await;
    assert_eq!(pressed.unwrap(), FrozenByLink::Now);
    let pressed = service.app.freeze_by_link(&link, &visit(9)).await;
    assert_eq!(pressed.unwrap(), FrozenByLink::Already);
    assert!(service.app.look_at_freeze_link(&link).await.unwrap().frozen);
    assert_eq!(service.events_of(owner.account, "frozen").await, 1);
    // It signed nobody in, and the notice of the freeze has no such link.
    let ended = service.app.session(&owner.token, &owner.visit).await;
    assert!(ended.is_err());
    let notices = service.notices(owner.account).await;
    let frozen = notices.iter().filter(|notice| notice.kind == "frozen");
    for notice in frozen {
        let enclosed = service.app.enclosed(notice).unwrap();
        assert_eq!((enclosed.link, enclosed.freeze), (None, None));
    }
}

async fn a_freeze_link_is_short_lived_and_of_one_kind(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::Freeze)
        .await;
    assert!(
        service
            .app
            .stop_change_by_link(&link, &visit(9))
            .await
            .is_err()
    );
    service.clock.advance(FREEZE_LINK_LASTS);
    assert!(service.app.look_at_freeze_link(&link).await.is_err());
    assert!(service.app.freeze_by_link(&link, &visit(9)).await.is_err());
    let home = service.signed_in(&owner, &owner.visit).await;
    assert!(!home.frozen);
    let invitation = service.invitation("somebody").await;
    assert!(
        service
            .app
            .freeze_by_link(&invitation, &visit(9))
            .await
            .is_err()
    );
}

async fn a_thaw_voids_older_links_and_after_two_the_button_asks_for_sign_in(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, _, mut half) = frozen(&service, None).await;
    let app = &service.app;
    let older = service
        .link_to(owner.account, &owner.outside, LinkKind::Freeze)
        .await;
    for thaws in 1..=2 {
        let digits = service.next_digits(&owner);
        app.thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
            .await
            .unwrap();
        assert!(
            app.freeze_by_link(&older, &visit(9)).await.is_err(),
            "a link from before the freeze freezes nothing"
        );
        service.clock.advance(Span::minutes(1));
        let session = service.signed_in(&owner, &owner.visit).await;
        app.sign_out_everywhere(&session, &owner.visit)
            .await
            .unwrap();
        let newer = service
            .link_to(owner.account, &owner.outside, LinkKind::Freeze)
            .await;
        let pressed = app.freeze_by_link(&newer, &visit(9)).await.unwrap();
        if thaws == 1 {
            assert_eq!(pressed, FrozenByLink::Now);
            half = service.half_session(&owner, &visit(2)).await;
        } else {
            assert_eq!(pressed, FrozenByLink::SignInFirst);
            let view = app.look_at_freeze_link(&newer).await.unwrap();
            assert_eq!(view.button, FreezeButton::AsksForSignIn);
        }
    }
    service.signs_in_again(&mut owner).await;
    assert!(!owner.session.frozen);
    service.clock.advance(Span::days(31));
    service.signed_in(&owner, &visit(7)).await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::Freeze)
        .await;
    let pressed = app.freeze_by_link(&link, &visit(9)).await.unwrap();
    assert_eq!(
        pressed,
        FrozenByLink::Now,
        "thirty days later it freezes again"
    );
}

async fn a_code_goes_without_the_freeze_and_without_the_phrase(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service
        .app
        .set_phrase(&owner.session, &owner.visit, "the heron waits")
        .await
        .unwrap();
    service.verify_outside(&owner).await;
    let notices = service.notices(owner.account).await;
    let to_new = notices
        .iter()
        .find(|notice| notice.recipient == owner.outside && notice.kind == "outside-address-added");
    let enclosed = service.app.enclosed(to_new.unwrap()).unwrap();
    assert!(enclosed.code.is_some());
    assert_eq!((enclosed.freeze, enclosed.phrase), (None, None));
    let to_mailbox = notices
        .iter()
        .find(|notice| notice.recipient == owner.address && notice.kind == "outside-address-added");
    let enclosed = service.app.enclosed(to_mailbox.unwrap()).unwrap();
    assert!(enclosed.code.is_none() && enclosed.freeze.is_some() && enclosed.phrase.is_some());
}

async fn the_phrase_is_sealed_stands_in_notices_and_its_change_is_told_under_the_old_one(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    for (typed, error) in [
        ("heron", PhraseError::TooShort),
        ("see evil.example/now", PhraseError::Character),
    ] {
        let refused = app.set_phrase(session, here, typed).await;
        assert!(
            matches!(refused, Err(PhraseRefusal::Phrase(said)) if said == error),
            "{refused:?}"
        );
    }
    app.set_phrase(session, here, "the heron waits")
        .await
        .unwrap();
    let rows = service.rows(&PHRASES, &[]).await;
    let sealed: Vec<u8> = rows[0].get("phrase").unwrap();
    assert!(!sealed.windows(5).any(|window| window == b"heron"));
    app.set_phrase(session, here, "a lantern in the orchard")
        .await
        .unwrap();
    app.suspend(&owner.address, false).await.unwrap();
    let mut carried = Vec::new();
    for notice in service.notices(owner.account).await {
        let phrase = app.enclosed(&notice).unwrap().phrase;
        let phrase = phrase.map(|phrase| phrase.expose().to_owned());
        if notice.recipient == owner.outside && notice.kind == "phrase-changed" {
            carried.push(phrase);
        } else if notice.kind == "account-suspended" {
            assert_eq!(phrase.as_deref(), Some("a lantern in the orchard"));
        }
    }
    carried.sort();
    assert_eq!(carried, [None, Some("the heron waits".to_owned())]);

    app.suspend(&owner.address, true).await.unwrap();
    let session = service.signed_in(&owner, here).await;
    let shown = app.phrase(&session).await.unwrap();
    assert_eq!(
        shown.as_ref().map(|words| words.as_str()),
        Some("a lantern in the orchard")
    );
    service.clock.advance(Span::minutes(10));
    let hidden = app.phrase(&session).await;
    assert!(
        matches!(hidden, Err(PhraseRefusal::NotNow(NotNow::StepUpWanted))),
        "{hidden:?}"
    );
}
