//! Passkeys: added, used, named and removed, as the script of the pages does it.

use super::{app, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::app::{PUBLIC_URL, TestApp};
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::passkey::Device;
use counterfoil_testkit::story::TestOwner;
use counterfoil_web::shell::cookie::SESSION;

/// Adds a passkey on the owner's page.
async fn adds(browser: &mut Browser, device: &mut Device, name: &str) {
    let page = browser.get("/passkeys").await;
    let page = browser
        .uses_passkey(&page, "register", device, &[("name", name)])
        .await;
    assert_eq!(page.title(), "Your passkey is ready", "{page:?}");
}

/// Somebody with a passkey and nothing else beside the password.
async fn with_passkey(app: &TestApp) -> (TestOwner, Browser, Device) {
    let owner = app.owner().await;
    let mut browser = signed_in(app, 1, &owner).await;
    let mut device = Device::counting();
    adds(&mut browser, &mut device, "Blue phone").await;
    (owner, browser, device)
}

#[tokio::test]
async fn a_passkey_is_added_and_is_the_second_step_from_then_on() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/").await;
    page.must_say("Do this next: add a second step");
    let page = browser.submit_to(&page, "/sign-out", &[]).await;
    drop(page);
    let mut browser = signed_in(&app, 1, &owner).await;
    // The way there leads past passkeys first.
    let page = browser.get("/two-step").await;
    let html = page.html();
    assert!(html.find("/passkeys") < html.find("Digits from your phone"));
    let mut device = Device::new();
    adds(&mut browser, &mut device, "Blue phone").await;
    let page = browser.get("/").await;
    page.must_say("One passkey lets you in");
    browser.get("/passkeys").await.must_say("Not used yet");

    let mut other = app.browser(2);
    let page = other.types_password(&owner).await;
    assert_eq!(page.path, "/sign-in/second-step");
    page.must_say("Now your second step");
    let page = other
        .uses_passkey(&page, "second-step", &mut device, &[])
        .await;
    assert_eq!(page.path, "/", "{page:?}");
    other.get("/passkeys").await.must_say("Last used on");
    app.deliver().await;
}

#[tokio::test]
async fn a_passkey_signs_in_without_address_and_password() {
    let app = app().await;
    let (_, _, mut device) = with_passkey(&app).await;
    let mut other = app.browser(2);
    let page = other.get("/sign-in?to=/codes").await;
    assert!(page.html().contains("autocomplete=\"username webauthn\""));
    let page = other.uses_passkey(&page, "sign-in", &mut device, &[]).await;
    assert_eq!(page.path, "/codes", "{page:?}");
    // Both factors at once: nothing more is asked for what needs two.
    other.get("/").await.must_say("One passkey lets you in");
    app.deliver().await;
}

#[tokio::test]
async fn an_answer_is_taken_once_and_in_time() {
    let app = app().await;
    let (_, _, mut device) = with_passkey(&app).await;
    let mut other = app.browser(2);
    let page = other.get("/sign-in").await;
    let (action, fields) = other
        .passkey_answer(&page, "sign-in", &mut device, &[])
        .await;
    let page = other.post(&action, &fields).await;
    assert_eq!(page.header_lines("location"), ["/"]);
    // Somebody who saw it sends it again, from the same browser even.
    let page = other.get("/").await;
    other.submit_to(&page, "/sign-out", &[]).await;
    let page = other.get("/sign-in").await;
    let token = page.form().value("csrf").unwrap().to_owned();
    let again: Vec<(String, String)> = fields
        .into_iter()
        .map(|(name, value)| match name.as_str() {
            "csrf" => (name, token.clone()),
            _ => (name, value),
        })
        .collect();
    let page = other.post(&action, &again).await;
    page.must_say("That took too long, so nothing was done");
    assert_eq!(other.cookie(SESSION), None);
    // And one that lay around for five minutes.
    let page = other.get("/sign-in").await;
    let (action, fields) = other
        .passkey_answer(&page, "sign-in", &mut device, &[])
        .await;
    app.clock.advance(Span::minutes(5));
    let page = other.post(&action, &fields).await;
    page.must_say("That took too long, so nothing was done");
    app.deliver().await;
}

#[tokio::test]
async fn whatever_is_wrong_with_a_passkey_alone_gets_one_answer() {
    let app = app().await;
    let (owner, mut browser, mut device) = with_passkey(&app).await;
    let mut copy = device.clone();
    let mut answers = Vec::new();
    let mut other = app.browser(2);
    let page = other.get("/sign-in").await;
    let page = other.uses_passkey(&page, "sign-in", &mut device, &[]).await;
    other.submit_to(&page, "/sign-out", &[]).await;
    // A copy whose counter is behind.
    let page = other.get("/sign-in").await;
    answers.push(other.uses_passkey(&page, "sign-in", &mut copy, &[]).await);
    // Suspended.
    app.app.suspend(&owner.address, false).await.unwrap();
    let page = other.get("/sign-in").await;
    answers.push(other.uses_passkey(&page, "sign-in", &mut device, &[]).await);
    app.app.suspend(&owner.address, true).await.unwrap();
    // Frozen.
    let page = browser.get("/freeze").await;
    if page.path == "/freeze" {
        browser.submit(&page, &[]).await;
    } else {
        let mut browser = signed_in_by_passkey(&app, 3, &owner, &mut device).await;
        let page = browser.get("/freeze").await;
        browser.submit(&page, &[]).await;
    }
    let page = other.get("/sign-in").await;
    answers.push(other.uses_passkey(&page, "sign-in", &mut device, &[]).await);
    // Nobody's.
    let page = other.get("/sign-in").await;
    let (action, mut fields) = other
        .passkey_answer(&page, "sign-in", &mut device, &[])
        .await;
    for (name, value) in &mut fields {
        if name == "credential" {
            *value = "{}".to_owned();
        }
    }
    answers.push(other.post(&action, &fields).await);
    for answer in &answers {
        assert_eq!(answer.status.as_u16(), 200);
        let problems = answer.problems();
        assert_eq!(
            problems,
            ["That passkey didn't work. Try again, or type your address and your password."]
        );
    }
    assert_eq!(other.cookie(SESSION), None);
    app.deliver().await;
}

async fn signed_in_by_passkey(
    app: &TestApp,
    n: u16,
    owner: &TestOwner,
    device: &mut Device,
) -> Browser {
    let mut browser = app.browser(n);
    let page = browser.types_password(owner).await;
    let page = browser
        .uses_passkey(&page, "second-step", device, &[])
        .await;
    assert_eq!(page.path, "/", "{page:?}");
    browser
}

#[tokio::test]
async fn a_step_up_asks_for_the_passkey_and_the_session_goes_on_under_a_new_id() {
    let app = app().await;
    let (_, mut browser, mut device) = with_passkey(&app).await;
    app.clock.advance(Span::minutes(11));
    let page = browser.get("/passkeys").await;
    let form = page.passkey_form("register");
    let asked = browser.passkey_question(&form, &[]).await;
    assert_eq!(asked["go"], "/step-up?to=/passkeys");
    let before = browser.cookie(SESSION).unwrap().to_owned();
    let page = browser.get("/step-up?to=/passkeys").await;
    let page = browser
        .uses_passkey(&page, "step-up", &mut device, &[])
        .await;
    assert_eq!(page.path, "/passkeys", "{page:?}");
    assert_ne!(browser.cookie(SESSION), Some(before.as_str()));
    let mut copied = app.browser(1);
    copied.get("/sign-in").await;
    copied.set_cookie(SESSION, &before);
    assert_eq!(copied.get("/").await.path, "/sign-in?to=/");
    app.deliver().await;
}

#[tokio::test]
async fn a_passkey_is_named_and_removed_and_the_page_says_what_is_left() {
    let app = app().await;
    let (owner, mut browser, mut device) = with_passkey(&app).await;
    let page = browser.get("/passkeys").await;
    let form = page.passkey_form("register");
    let asked = browser
        .passkey_question(&form, &[("name", "blue phone")])
        .await;
    assert_eq!(
        asked["problem"],
        "Another passkey of yours has this name. Choose another name."
    );
    let html = page.html();
    let own = html
        .split("href=\"/passkeys/")
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .unwrap();
    let page = browser.get(&format!("/passkeys/{own}/name")).await;
    let page = browser.submit(&page, &[("name", " Green phone ")]).await;
    page.must_say("The name is kept.");
    page.must_say("Green phone");
    let page = browser.get(&format!("/passkeys/{own}/remove")).await;
    page.must_say("Then the password alone opens your mailbox");
    let page = browser.submit(&page, &[]).await;
    page.must_say("“Green phone” is removed and opens nothing any more.");
    let mut other = app.browser(2);
    let page = other.get("/sign-in").await;
    let page = other.uses_passkey(&page, "sign-in", &mut device, &[]).await;
    page.must_say("That passkey didn't work");
    assert_eq!(other.types_password(&owner).await.path, "/");
    // Another owner's is nobody's.
    let stranger = app.owner().await;
    let mut theirs = signed_in(&app, 3, &stranger).await;
    for page in ["name", "remove"] {
        let page = theirs.get(&format!("/passkeys/{own}/{page}")).await;
        assert_eq!(page.status.as_u16(), 404);
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_passkey_opens_a_frozen_account_by_the_way_the_page_says() {
    let app = app().await;
    let (owner, mut browser, mut device) = with_passkey(&app).await;
    let page = browser.get("/freeze").await;
    browser.submit(&page, &[]).await;
    let mut other = app.browser(2);
    let page = other.types_password(&owner).await;
    assert_eq!(page.path, "/frozen");
    let page = other.get("/frozen/digits?taken=unknown").await;
    assert_eq!(page.title(), "Open it with your passkey");
    let page = other.uses_passkey(&page, "thaw", &mut device, &[]).await;
    assert_eq!(page.path, "/you-are-back", "{page:?}");
    app.deliver().await;
}

#[tokio::test]
async fn a_passkey_added_after_a_code_on_an_unknown_device_waits() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, sheet.code(1)).await;
    let mut device = Device::new();
    let page = browser.get("/passkeys").await;
    let page = browser
        .uses_passkey(&page, "register", &mut device, &[])
        .await;
    assert_eq!(page.title(), "Your passkey is ready, and waits");
    browser
        .get("/passkeys")
        .await
        .must_say("Starts to count on");
    let page = browser.get("/").await;
    page.must_say("A new passkey begins to open your account.");
    let mut other = app.browser(2);
    let page = other.get("/sign-in").await;
    let page = other.uses_passkey(&page, "sign-in", &mut device, &[]).await;
    page.must_say("That passkey didn't work");
    app.deliver().await;
}

#[tokio::test]
async fn nothing_is_asked_of_who_is_not_signed_in_or_comes_from_elsewhere() {
    let app = app().await;
    let (_, _, _) = with_passkey(&app).await;
    let mut other = app.browser(2);
    let page = other.get("/sign-in").await;
    let form = page.passkey_form("sign-in");
    for purpose in [
        "register",
        "step-up",
        "second-step",
        "thaw",
        "found",
        "confirm",
    ] {
        let mut form = form.clone();
        for (name, value) in &mut form.fields {
            if name == "for" {
                purpose.clone_into(value);
            }
        }
        let asked = other.passkey_question(&form, &[]).await;
        assert_eq!(asked["go"], "/sign-in?late=yes", "{purpose}");
    }
    let mut stale = form.clone();
    stale.fields.retain(|(name, _)| name != "csrf");
    let (_, at) = stale.asks.clone().unwrap();
    let page = other.post(&at, &stale.fields).await;
    assert!(page.status.is_client_error(), "{page:?}");
    assert!(PUBLIC_URL.starts_with("https://"));
    app.deliver().await;
}
