//! A new password, and the help beside its field.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_testkit::browser::Browser;

const NEW: &str = "quiet otters paint the harbour";

#[tokio::test]
async fn a_new_password_signs_other_devices_out() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let (mut here, mut elsewhere) = (
        signed_in(&app, 1, &owner).await,
        signed_in(&app, 2, &owner).await,
    );
    let page = here.get("/password").await;
    page.must_say("At least 8 characters");
    let page = here
        .submit(&page, &[("current", &owner.password), ("password", NEW)])
        .await;
    assert_eq!(page.title(), "Your password is changed");
    assert_eq!(here.get("/").await.path, "/");
    assert_eq!(elsewhere.get("/").await.path, "/sign-in?to=/");

    let mut browser = app.browser(3);
    browser
        .types_password(&owner)
        .await
        .must_say("That didn't work");
    let page = fill(
        &mut browser,
        "/sign-in",
        &[("address", &owner.address), ("password", NEW)],
    )
    .await;
    assert_eq!(page.path, "/sign-in/second-step");
    app.deliver().await;
}

#[tokio::test]
async fn every_refusal_stands_beside_its_field_and_no_password_comes_back() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let local = owner.address.as_str();
    for (current, new, problems) in [
        ("", "", vec!["Type a password.", "Type a password."]),
        (
            owner.password.as_str(),
            "too short",
            vec!["That is too short. Take at least 15 characters."],
        ),
        (
            &owner.password,
            local,
            vec!["That is your address or a name, so thieves try it first. Take another."],
        ),
        (
            &owner.password,
            &owner.password,
            vec!["That is your password already. Take another."],
        ),
        ("wrong", NEW, vec!["That isn't your password now."]),
    ] {
        let page = fill(
            &mut browser,
            "/password",
            &[("current", current), ("password", new)],
        )
        .await;
        assert_eq!(page.problems(), problems, "{new}");
        let form = page.form();
        assert_eq!(
            (form.value("current"), form.value("password")),
            (Some(""), Some(""))
        );
    }
    app.deliver().await;
}

#[tokio::test]
async fn after_a_code_on_an_unknown_device_it_waits_two_days() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, sheet.code(1)).await;
    let page = fill(
        &mut browser,
        "/password",
        &[("current", &owner.password), ("password", NEW)],
    )
    .await;
    page.must_say("You can change your password from");
    app.deliver().await;
}

#[tokio::test]
async fn without_script_the_button_suggests_other_words() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/password").await;
    let other = browser
        .submit(&page, &[("current", "typed"), ("suggest", "again")])
        .await;
    assert!(other.problems().is_empty());
    assert_ne!(words(&page.html()), words(&other.html()));
    app.deliver().await;
}

fn words(html: &str) -> &str {
    html.split("data-suggestion>")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .unwrap()
}

async fn ask(browser: &mut Browser, path: &str, field: (&str, &str)) -> serde_json::Value {
    let token = browser
        .get("/password")
        .await
        .form()
        .value("csrf")
        .unwrap()
        .to_owned();
    let fields = [
        ("csrf".to_owned(), token),
        (field.0.to_owned(), field.1.to_owned()),
    ];
    let answer = browser.post(path, &fields).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    serde_json::from_slice(&answer.bytes).unwrap()
}

#[tokio::test]
async fn the_script_is_told_how_strong_a_password_is_and_other_words() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let weak = ask(
        &mut browser,
        "/password/strength",
        ("password", "qwertyuiop"),
    )
    .await;
    assert_eq!(weak["good"], false);
    let own = ask(
        &mut browser,
        "/password/strength",
        ("password", &owner.address),
    )
    .await;
    assert_eq!(own["good"], false);
    let strong = ask(&mut browser, "/password/strength", ("password", NEW)).await;
    assert_eq!(strong["good"], true);
    assert_eq!(strong["text"], "Very strong");
    let suggested = ask(&mut browser, "/password/passphrase", ("unused", "")).await;
    assert_eq!(suggested["text"].as_str().unwrap().split(' ').count(), 6);

    let unasked = browser.post("/password/passphrase", &[]).await;
    assert_eq!(unasked.status, 403, "a form without our token");
    app.deliver().await;
}
