//! Banners: every browser says what happened to the account until somebody at that browser has seen it.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::{Banner, Session, Visit};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit, visit_from};

on_both_engines! {
    what_an_intruder_does_stands_in_the_owners_browser_whatever_the_intruder_dismisses,
    what_was_done_at_this_browser_is_no_news_there_unless_its_cookies_were_copied,
    seeing_a_banner_hides_nothing_that_happens_later,
    a_browser_that_was_away_is_told_when_it_comes_back,
}

async fn banner(service: &TestService, session: &Session, visit: &Visit) -> Option<Banner> {
    let attention = service.app.attention(session, visit).await.unwrap();
    attention.banner
}

fn kinds(banner: Option<&Banner>) -> Vec<&str> {
    let events = banner.into_iter().flat_map(|banner| &banner.events);
    events.map(|event| event.kind.as_str()).collect()
}

async fn what_an_intruder_does_stands_in_the_owners_browser_whatever_the_intruder_dismisses(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    assert_eq!(banner(&service, &owner.session, &owner.visit).await, None);
    service.clock.advance(Span::seconds(1));
    let intruder = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(3))
        .await;
    assert_eq!(banner(&service, &intruder, &visit(2)).await, None);
    let far = service.now() + Span::days(999);
    let app = &service.app;
    app.banner_was_seen(&intruder, &visit(2), far)
        .await
        .unwrap();
    let shown = banner(&service, &owner.session, &owner.visit).await;
    assert!(
        kinds(shown.as_ref()).contains(&"code-redeemed"),
        "{shown:?}"
    );
    assert!(
        shown
            .unwrap()
            .events
            .iter()
            .any(|event| event.device == "Browser 2 on Linux")
    );
    // What the intruder dismissed for all time to come doesn't hide what happens next, not even from them.
    service.clock.advance(Span::seconds(1));
    app.lose_sheet(&owner.session, &owner.visit).await.unwrap();
    let shown = banner(&service, &intruder, &visit(2)).await;
    assert!(kinds(shown.as_ref()).contains(&"sheet-lost"), "{shown:?}");
}

async fn what_was_done_at_this_browser_is_no_news_there_unless_its_cookies_were_copied(
    engine: Engine,
) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let other = service.signed_in(&owner, &visit(2)).await;
    service.clock.advance(Span::seconds(1));
    service.app.lose_sheet(&other, &visit(2)).await.unwrap();
    assert_eq!(banner(&service, &other, &visit(2)).await, None);
    // The same cookies from elsewhere.
    let shown = banner(&service, &other, &visit_from(2, 9)).await;
    assert!(kinds(shown.as_ref()).contains(&"sheet-lost"), "{shown:?}");
}

async fn seeing_a_banner_hides_nothing_that_happens_later(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    service.clock.advance(Span::seconds(1));
    let other = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let shown = banner(&service, &owner.session, &owner.visit)
        .await
        .unwrap();
    // Between the page and the button something else happens.
    service.clock.advance(Span::seconds(1));
    service.app.lose_sheet(&other, &visit(2)).await.unwrap();
    let app = &service.app;
    app.banner_was_seen(&owner.session, &owner.visit, shown.until)
        .await
        .unwrap();
    let shown = banner(&service, &owner.session, &owner.visit).await;
    assert_eq!(kinds(shown.as_ref()), ["sheet-lost"]);
    let until = shown.unwrap().until;
    app.banner_was_seen(&owner.session, &owner.visit, until)
        .await
        .unwrap();
    assert_eq!(banner(&service, &owner.session, &owner.visit).await, None);
}

async fn a_browser_that_was_away_is_told_when_it_comes_back(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service
        .app
        .sign_out(&owner.session, &owner.visit)
        .await
        .unwrap();
    service.clock.advance(Span::days(3));
    for slot in 1..=5 {
        let half = service.half_session(&owner, &visit(slot)).await;
        let code = sheet.code(u8::try_from(slot).unwrap());
        service
            .app
            .redeem(&half, &visit(slot), code, false)
            .await
            .unwrap();
        service.clock.advance(Span::seconds(1));
    }
    service.signs_in_again(&mut owner).await;
    let shown = banner(&service, &owner.session, &owner.visit)
        .await
        .unwrap();
    assert_eq!(shown.events.len(), 3);
    assert!(shown.more >= 2, "{shown:?}");
    // A browser that is here for the first time has nothing to catch up with.
    let new = service.signed_in(&owner, &visit(77)).await;
    assert_eq!(banner(&service, &new, &visit(77)).await, None);
}
