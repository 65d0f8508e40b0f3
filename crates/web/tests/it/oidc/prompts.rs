//! Whom an app's request asks what, and how it survives the way through sign-in.

use super::ground::*;
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;

#[tokio::test]
async fn a_request_survives_the_password_and_the_second_step() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = app.browser(1);
    let hinted = authorize(&[("login_hint", &owner.address)]);
    let page = travel(&mut browser, &hinted).await.page();
    assert!(page.path.starts_with("/sign-in?to=app."), "{}", page.path);
    assert_eq!(page.form().value("address"), Some(owner.address.as_str()));
    assert!(!page.says("You were signed out because"));
    let wrong = browser
        .submit(
            &page,
            &[
                ("address", &owner.address),
                ("password", "not the password"),
            ],
        )
        .await;
    let page = browser
        .submit(
            &wrong,
            &[("address", &owner.address), ("password", &owner.password)],
        )
        .await;
    assert!(page.path.starts_with("/sign-in/second-step?to=app."));
    let page = browser
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    // Over a page that goes on by itself: a form's answer never leads to another site.
    assert!(page.path.starts_with("/oauth/continue?kept="), "{page:?}");
    page.must_say("You are signed in");
    let got = go_on(&mut browser, page).await.at_webmail();
    assert_eq!(got.get("state").map(String::as_str), Some("HnQbAQPSL0Qe"));
    let code = got.get("code").unwrap();
    assert_eq!(
        webmail(&app, "/oauth/token", &exchange(code)).await.status,
        200
    );
    app.deliver().await;
}

#[tokio::test]
async fn a_code_sign_in_ends_in_the_app_and_shows_in_amr_and_acr() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = travel(&mut browser, &authorize(&[])).await.page();
    let page = browser
        .submit(
            &page,
            &[("address", &owner.address), ("password", &owner.password)],
        )
        .await;
    let html = page.html();
    let (_, link) = html.split_once("href=\"/sign-in/code?to=").unwrap();
    let path = format!("/sign-in/code?to={}", link.split('"').next().unwrap());
    let page = browser.get(&path).await;
    // Also where the code had to be repaired and is asked about.
    let damaged = crate::place::damaged(sheet.code(4), 3);
    let page = browser.submit(&page, &[("code", &damaged)]).await;
    page.must_say("Is that your code?");
    let page = browser.submit(&page, &[]).await;
    page.must_say("You used code 4");
    page.must_say("Go back to the app");
    let replacement = page.shown_code().unwrap();
    let page = browser.submit(&page, &[("code", &replacement)]).await;
    let html = page.html();
    let (_, link) = html.split_once("href=\"/oauth/continue?kept=").unwrap();
    let path = format!("/oauth/continue?kept={}", link.split('"').next().unwrap());
    let got = travel(&mut browser, &path).await.at_webmail();
    let code = got.get("code").unwrap();
    let json = webmail(&app, "/oauth/token", &exchange(code)).await.json();
    let said = claims(field(&json, "id_token"));
    assert_eq!(said["amr"], serde_json::json!(["pwd", "code", "mfa"]));
    assert_eq!(said["acr"], "urn:counterfoil:acr:backup-code");
    app.deliver().await;
}

#[tokio::test]
async fn prompt_none_is_login_required_and_asks_nobody() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let none = authorize(&[("prompt", "none")]);
    let mut browser = app.browser(1);
    let got = travel(&mut browser, &none).await.at_webmail();
    assert_eq!(got.get("error").map(String::as_str), Some("login_required"));
    assert_eq!(got.get("state").map(String::as_str), Some("HnQbAQPSL0Qe"));
    browser.types_password(&owner).await;
    let got = travel(&mut browser, &none).await.at_webmail();
    assert_eq!(got.get("error").map(String::as_str), Some("login_required"));
    browser.types_digits(&app.next_digits(&owner)).await;
    assert!(
        travel(&mut browser, &none)
            .await
            .at_webmail()
            .contains_key("code")
    );
    app.clock.advance(Span::seconds(61));
    let old = authorize(&[("prompt", "none"), ("max_age", "60")]);
    let got = travel(&mut browser, &old).await.at_webmail();
    assert_eq!(got.get("error").map(String::as_str), Some("login_required"));
    app.deliver().await;
}

#[tokio::test]
async fn prompt_login_and_max_age_ask_for_a_fresh_sign_in() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    app.clock.advance(Span::seconds(100));
    assert!(
        travel(&mut browser, &authorize(&[("max_age", "100")]))
            .await
            .at_webmail()
            .contains_key("code")
    );
    for change in [("prompt", "login"), ("max_age", "99"), ("max_age", "0")] {
        app.clock.advance(Span::seconds(100));
        let asked_at = app.now().as_seconds();
        let page = travel(&mut browser, &authorize(&[change])).await.page();
        assert!(page.path.starts_with("/sign-in?to=anew."), "{}", page.path);
        // Taking the word away doesn't help.
        let skipped = page
            .path
            .replace("/sign-in?to=anew.", "/oauth/continue?kept=");
        let page = travel(&mut browser, &skipped).await.page();
        assert!(page.path.starts_with("/sign-in?to=anew."), "{}", page.path);
        let page = browser
            .submit(
                &page,
                &[("address", &owner.address), ("password", &owner.password)],
            )
            .await;
        let page = browser
            .submit(&page, &[("digits", &app.next_digits(&owner))])
            .await;
        let got = go_on(&mut browser, page).await.at_webmail();
        let json = webmail(&app, "/oauth/token", &exchange(got.get("code").unwrap()))
            .await
            .json();
        let said = claims(field(&json, "id_token"));
        assert!(
            said["auth_time"].as_i64().unwrap() >= asked_at,
            "{change:?}"
        );
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_request_is_kept_for_an_hour_and_for_one_browser() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = app.browser(1);
    let page = travel(&mut browser, &authorize(&[])).await.page();
    let kept = page
        .path
        .replace("/sign-in?to=app.", "/oauth/authorize?kept=");
    let mut other = signed_in(&app, &owner, 2).await;
    let refused = travel(&mut other, &kept).await.page();
    assert_eq!(refused.status, 400);
    refused.must_say("That took too long");
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    assert!(
        travel(&mut browser, &kept)
            .await
            .at_webmail()
            .contains_key("code")
    );
    app.clock.advance(Span::hours(1));
    assert_eq!(travel(&mut browser, &kept).await.page().status, 400);
    let long = authorize(&[
        ("nonce", &"n".repeat(900)),
        ("login_hint", &"x".repeat(4_000)),
    ]);
    let got = travel(&mut app.browser(3), &long).await.at_webmail();
    assert_eq!(
        got.get("error").map(String::as_str),
        Some("invalid_request")
    );
    app.deliver().await;
}

#[tokio::test]
async fn a_suspended_owner_gets_no_code() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    app.app.suspend(&owner.address, false).await.unwrap();
    let page = travel(&mut browser, &authorize(&[])).await.page();
    assert!(page.path.starts_with("/sign-in?to=app."), "{}", page.path);
    app.deliver().await;
}
