//! The phone: set up, replaced, removed.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::phone::Phone;

/// The app that was given the key that the page shows.
pub(super) fn phone(page: &Page) -> Phone {
    let html = page.html();
    let key = html
        .split("class=\"key\">")
        .nth(1)
        .and_then(|rest| rest.split("</p>").next())
        .unwrap();
    let groups: Vec<&str> = key
        .split("class=\"group\">")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    assert_eq!(groups.len(), 8, "{key}");
    Phone::with_key(&groups.join(" "))
}

#[tokio::test]
async fn a_phone_is_scanned_and_proved() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/")
        .await
        .must_say("Do this next: add a second step");
    let page = fill(&mut browser, "/two-step", &[]).await;
    assert_eq!(page.path, "/two-step/prove");
    assert!(page.html().contains("<svg viewBox="));
    let phone = phone(&page);

    let page = browser.submit(&page, &[("digits", "12345")]).await;
    assert_eq!(page.problems(), ["Type the six digits, and nothing else."]);
    let page = browser
        .submit(&page, &[("digits", &phone.wrong_digits(app.now()))])
        .await;
    page.must_say("Those aren't the digits we expected");
    let page = browser
        .submit(&page, &[("digits", &phone.digits(app.now()))])
        .await;
    assert_eq!(page.title(), "Your phone is set up");
    browser
        .get("/two-step")
        .await
        .must_say("Your phone is your second step since");
    browser
        .get("/")
        .await
        .must_say("Do this next: add an outside address");

    let page = app.browser(2).types_password(&owner).await;
    assert_eq!(page.path, "/sign-in/second-step");
    app.deliver().await;
}

#[tokio::test]
async fn a_session_that_lay_around_shows_no_key() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = fill(&mut browser, "/two-step", &[]).await;
    assert!(page.html().contains("<svg viewBox="));
    app.clock.advance(Span::minutes(11));
    assert_eq!(browser.get("/two-step/prove").await.path, "/two-step");
    let page = fill(&mut browser, "/two-step", &[]).await;
    assert_eq!(page.path, "/step-up?to=/two-step");
    let page = browser
        .submit(&page, &[("password", &owner.password)])
        .await;
    assert_eq!(page.path, "/two-step");
    app.deliver().await;
}

#[tokio::test]
async fn a_phone_set_up_after_a_code_on_an_unknown_device_waits() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, sheet.code(1)).await;
    let page = fill(&mut browser, "/two-step", &[]).await;
    let new = phone(&page);
    let page = browser
        .submit(&page, &[("digits", &new.digits(app.now()))])
        .await;
    assert_eq!(page.title(), "Your phone is ready, and waits");
    browser
        .get("/two-step")
        .await
        .must_say("A new phone is set up. It starts to count on");
    let page = browser.get("/").await;
    page.must_say("A new phone becomes your second step.");

    // It opens nothing before, and the old one still does.
    let mut other = app.browser(2);
    other.types_password(&owner).await;
    let page = other.types_digits(&new.digits(app.now())).await;
    assert_eq!(page.path, "/sign-in/second-step");
    assert_eq!(other.types_digits(&app.next_digits(&owner)).await.path, "/");
    app.deliver().await;
}

#[tokio::test]
async fn removing_the_phone_says_what_opens_the_mailbox_then() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/two-step/remove").await;
    page.must_say("a backup code beside your password at every sign-in, and there are 10 left");
    let page = browser.submit(&page, &[]).await;
    assert_eq!(page.title(), "Your phone is removed");
    let mut other = app.browser(2);
    let page = other.types_password(&owner).await;
    assert_eq!(page.path, "/sign-in/code");
    other.types_code(sheet.code(1)).await.must_say("You're in");

    fill(&mut browser, "/codes/lost", &[]).await;
    assert_eq!(browser.get("/two-step/remove").await.path, "/two-step");
    app.deliver().await;
}

#[tokio::test]
async fn after_a_code_on_an_unknown_device_the_phone_stays() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, sheet.code(1)).await;
    let page = fill(&mut browser, "/two-step/remove", &[]).await;
    page.must_say("You can remove your phone from");
    app.deliver().await;
}
