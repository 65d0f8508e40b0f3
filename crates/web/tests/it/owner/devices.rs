//! Devices: one list of what reaches the account, and signing browsers out.

use super::{app, signed_in};
use counterfoil_testkit::passkey::Device;

#[tokio::test]
async fn one_page_lists_what_reaches_the_account_and_marks_this_browser() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let mut device = Device::new();
    let page = browser.get("/passkeys").await;
    browser
        .uses_passkey(&page, "register", &mut device, &[("name", "Blue phone")])
        .await;
    let mut other = app.browser(2);
    let page = other.get("/sign-in").await;
    other.uses_passkey(&page, "sign-in", &mut device, &[]).await;
    let page = browser.get("/devices").await;
    page.must_say("This is the one you are using now");
    page.must_say("Signed in by password and passkey on");
    page.must_say("Signed in by a passkey on");
    page.must_say("Blue phone");
    page.must_say("No app is signed in.");
    page.must_say("A browser is signed out by itself when it isn't used for");
    app.deliver().await;
}

#[tokio::test]
async fn one_browser_or_all_others_are_signed_out() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let mut second = signed_in(&app, 2, &owner).await;
    let mut third = signed_in(&app, 3, &owner).await;
    let page = browser.get("/devices").await;
    // This one has no button; the owner's first browser, from the story before, stands there as well.
    let buttons = page.html().matches("action=\"/devices/").count();
    assert_eq!(
        buttons, 4,
        "three browsers, and all others at once: {page:?}"
    );
    let html = page.html();
    let first = html
        .split("action=\"/devices/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let action = format!("/devices/{first}");
    let page = browser.submit_to(&page, &action, &[]).await;
    page.must_say("It is signed out and forgotten.");
    // The last used comes first.
    assert_eq!(third.get("/").await.path, "/sign-in?to=/");
    assert_eq!(second.get("/").await.path, "/");
    let page = browser
        .submit_to(&page, "/devices/sign-out-others", &[])
        .await;
    page.must_say("Every other browser is signed out and forgotten.");
    assert_eq!(second.get("/").await.path, "/sign-in?to=/");
    assert_eq!(browser.get("/").await.path, "/");
    let again = browser.get("/devices").await;
    assert!(!again.says("Sign out all others"));
    app.deliver().await;
}
