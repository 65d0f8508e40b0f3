//! Redeeming: what is read, what is asked, what is said of old codes.

use crate::ground::{
    foreign_code, on_both_engines, stray_code, with_unreadable_symbol, with_wrong_symbol,
};
use counterfoil_core::Refusal;
use counterfoil_model::{Method, Span};
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit, visit_from};

on_both_engines! {
    a_code_opens_the_door_once,
    a_repaired_code_is_asked_about_before_it_is_spent,
    any_unspent_code_opens_whatever_the_order,
    what_cannot_be_read_is_no_guess,
    a_foreign_tag_is_said_like_an_unreadable_code_and_is_no_guess,
    foreign_tags_are_heard_twenty_times_an_hour_per_half_session_and_network,
    a_spent_code_says_when_and_from_where_and_is_no_guess,
    only_the_last_two_sheets_are_recognised,
    the_page_words_are_shown_after_the_password,
    a_code_of_somebody_else_opens_nothing,
    with_three_left_the_owner_is_asked_to_renew,
}

async fn a_code_opens_the_door_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let redeemed = service
        .app
        .redeem(&half, &visit(2), sheet.code(4), false)
        .await
        .unwrap();
    assert_eq!((redeemed.slot.get(), redeemed.left), (4, 9));
    let session = service
        .app
        .session(&redeemed.token, &visit(2))
        .await
        .unwrap();
    assert!(session.methods.contains(Method::BackupCode) && session.methods.two_factors());
    assert!(session.held);
    assert_eq!(
        service.told(owner.account, "code-redeemed").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    let half = service.half_session(&owner, &visit(3)).await;
    let again = service
        .app
        .redeem(&half, &visit(3), sheet.code(4), false)
        .await;
    assert!(matches!(again, Err(RedeemRefusal::Old(_))), "{again:?}");
}

async fn a_repaired_code_is_asked_about_before_it_is_spent(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let typed = with_unreadable_symbol(&with_wrong_symbol(sheet.code(5), 7), 12).to_lowercase();
    let asked = service.app.redeem(&half, &visit(2), &typed, false).await;
    let Err(RedeemRefusal::Confirm(read)) = asked else {
        panic!("{asked:?}")
    };
    assert_eq!(read.text.as_str(), sheet.code(5));
    assert_eq!(
        (read.slot.get(), read.places.as_slice()),
        (5, [7, 12].as_slice())
    );
    assert_eq!(
        service.app.codes_status(owner.account).await.unwrap().left,
        10
    );
    // "Yes": what was read comes back, or what was typed.
    let redeemed = service
        .app
        .redeem(&half, &visit(2), &typed, true)
        .await
        .unwrap();
    assert_eq!(redeemed.slot.get(), 5);
}

async fn any_unspent_code_opens_whatever_the_order(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for (slot, left) in [(10, 9), (3, 8), (7, 7), (1, 6)] {
        let half = service.half_session(&owner, &visit(2)).await;
        let typed = sheet.code(slot).replace('-', " ").to_lowercase();
        let redeemed = service
            .app
            .redeem(&half, &visit(2), &typed, false)
            .await
            .unwrap();
        assert_eq!((redeemed.slot.get(), redeemed.left), (slot, left));
    }
}

async fn what_cannot_be_read_is_no_guess(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    for _ in 0..30 {
        let damaged = (1..=5).fold(sheet.code(1).to_owned(), |code, place| {
            with_unreadable_symbol(&code, place * 3)
        });
        for typed in [
            "",
            "7K3QF",
            damaged.as_str(),
            "u".repeat(20).as_str(),
            &sheet.code(1).repeat(2),
        ] {
            let refused = service.app.redeem(&half, &visit(2), typed, false).await;
            assert!(
                matches!(refused, Err(RedeemRefusal::Unreadable(_))),
                "{refused:?}"
            );
        }
    }
    let wrong = service
        .app
        .redeem(&half, &visit(2), &stray_code(1, 1), false)
        .await;
    let Err(RedeemRefusal::Wrong(left)) = wrong else {
        panic!("{wrong:?}")
    };
    assert_eq!((left.before_wait, left.before_disabled), (5, 99));
}

async fn a_foreign_tag_is_said_like_an_unreadable_code_and_is_no_guess(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let runs = service.app.slow_hash().runs();
    for seed in 0..8 {
        let refused = service
            .app
            .redeem(&half, &visit(2), &foreign_code(2, seed), false)
            .await;
        assert!(
            matches!(refused, Err(RedeemRefusal::Unreadable(Refusal::TooDamaged))),
            "{refused:?}"
        );
    }
    assert_eq!(
        service.app.slow_hash().runs(),
        runs,
        "no slow hash is spent on a foreign tag"
    );
    let wrong = service
        .app
        .redeem(&half, &visit(2), &stray_code(1, 1), false)
        .await;
    let Err(RedeemRefusal::Wrong(left)) = wrong else {
        panic!("{wrong:?}")
    };
    assert_eq!(left.before_wait, 5);
}

async fn foreign_tags_are_heard_twenty_times_an_hour_per_half_session_and_network(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let began = service.now();
    let half = service.half_session(&owner, &visit(2)).await;
    for seed in 0..20 {
        let refused = service
            .app
            .redeem(&half, &visit(2), &foreign_code(2, seed), false)
            .await;
        assert!(
            matches!(refused, Err(RedeemRefusal::Unreadable(_))),
            "{refused:?}"
        );
    }
    let refused = service
        .app
        .redeem(&half, &visit(2), &foreign_code(2, 21), false)
        .await;
    let Err(RedeemRefusal::Wait(until)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(until, began + Span::hours(1));
    // The network is full, whatever the half-session; and the half-session is, whatever the network.
    let other = service.half_session(&owner, &visit_from(3, 2)).await;
    let refused = service
        .app
        .redeem(&other, &visit_from(3, 2), &foreign_code(2, 22), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::Wait(_))),
        "{refused:?}"
    );
    let refused = service
        .app
        .redeem(&half, &visit_from(2, 9), &foreign_code(2, 23), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::Wait(_))),
        "{refused:?}"
    );
    // A code of ours is still heard.
    service
        .app
        .redeem(&half, &visit(2), sheet.code(1), false)
        .await
        .unwrap();
    service.clock.advance(Span::hours(1));
    let half = service.half_session(&owner, &visit(2)).await;
    let refused = service
        .app
        .redeem(&half, &visit(2), &foreign_code(2, 24), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::Unreadable(_))),
        "{refused:?}"
    );
}

async fn a_spent_code_says_when_and_from_where_and_is_no_guess(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let spent_at = service.now();
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    service.clock.advance(Span::days(3));
    let half = service.half_session(&owner, &visit(3)).await;
    for _ in 0..8 {
        let old = service
            .app
            .redeem(&half, &visit(3), sheet.code(1), false)
            .await;
        let Err(RedeemRefusal::Old(OldCode::Used { at, from })) = old else {
            panic!("{old:?}")
        };
        assert_eq!(
            (at, from.as_str()),
            (spent_at, "Browser 2 on Linux, 10.0.2.7")
        );
    }
    assert_eq!(service.events_of(owner.account, "old-code-typed").await, 8);
    service
        .app
        .redeem(&half, &visit(3), sheet.code(2), false)
        .await
        .unwrap();
}

async fn only_the_last_two_sheets_are_recognised(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, first) = service.with_sheet().await;
    let second = service.sheet(&owner).await;
    let third = service.sheet(&owner).await;
    let half = service.half_session(&owner, &visit(2)).await;
    for old in [&first, &second] {
        let refused = service
            .app
            .redeem(&half, &visit(2), old.code(2), false)
            .await;
        assert!(
            matches!(refused, Err(RedeemRefusal::Old(OldCode::Replaced { .. }))),
            "{refused:?}"
        );
    }
    // A sheet that was shown and never proved isn't one of the two.
    service.shown_sheet(&owner).await;
    let fourth = service.sheet(&owner).await;
    for old in [&second, &third] {
        let refused = service
            .app
            .redeem(&half, &visit(2), old.code(2), false)
            .await;
        assert!(
            matches!(refused, Err(RedeemRefusal::Old(OldCode::Replaced { .. }))),
            "{refused:?}"
        );
    }
    let forgotten = service
        .app
        .redeem(&half, &visit(2), first.code(2), false)
        .await;
    assert!(
        matches!(forgotten, Err(RedeemRefusal::Wrong(_))),
        "{forgotten:?}"
    );
    service
        .app
        .redeem(&half, &visit(2), fourth.code(2), false)
        .await
        .unwrap();
}

async fn the_page_words_are_shown_after_the_password(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let step = service.app.second_step(&half).await.unwrap();
    let words = step.page_words.unwrap().map(|word| word.to_string());
    assert_eq!(words, sheet.page_words);
    assert_eq!(
        (step.sheet, step.codes_left, step.totp),
        (Some(1), Some(10), true)
    );
}

async fn a_code_of_somebody_else_opens_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let (_, others) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    let refused = service
        .app
        .redeem(&half, &visit(2), others.code(1), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::Wrong(_))),
        "{refused:?}"
    );
}

async fn with_three_left_the_owner_is_asked_to_renew(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 5)
        .await;
    let (owner, sheet) = service.with_sheet().await;
    for (slot, renew) in [(1, false), (2, true), (3, true)] {
        service
            .signed_in_by_code(&owner, &visit(2), sheet.code(slot))
            .await;
        assert_eq!(
            service.app.codes_status(owner.account).await.unwrap().renew,
            renew,
            "{slot}"
        );
    }
}
