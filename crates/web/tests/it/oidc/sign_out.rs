//! Signing out from an app: with proof at once, otherwise after a question, and never to a place that isn't registered.

use super::ground::*;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::apps::webmail as webmail_client;
use counterfoil_testkit::browser::Browser;
use counterfoil_web::shell::cookie::SESSION;
use url::form_urlencoded;

const BACK: &str = "https://webmail.mail.example/";

fn end_session(fields: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    format!("/oauth/end-session?{query}")
}

fn went_back(arrived: Arrived) {
    let Arrived::Away(url) = arrived else {
        panic!("{arrived:?}")
    };
    assert_eq!(url.as_str(), format!("{BACK}?state=bye%26bye"));
}

fn is_out(browser: &Browser) -> bool {
    browser.cookie(SESSION).is_none()
}

#[tokio::test]
async fn with_an_id_token_of_this_session_it_ends_at_once() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let held = tokens(&app, &mut browser).await;
    let hint = field(&held, "id_token");
    let path = end_session(&[
        ("id_token_hint", hint),
        ("post_logout_redirect_uri", BACK),
        ("state", "bye&bye"),
    ]);
    went_back(travel(&mut browser, &path).await);
    assert!(is_out(&browser));
    userinfo(&app, field(&held, "access_token"))
        .await
        .must_refuse(401, "invalid_token");
    // Again, with nobody signed in: there is nothing to ask.
    went_back(travel(&mut browser, &path).await);
    app.deliver().await;
}

#[tokio::test]
async fn without_proof_the_person_is_asked() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let other = app.enrolled_owner().await;
    let mut elsewhere = signed_in(&app, &other, 2).await;
    let foreign = tokens(&app, &mut elsewhere).await;
    let foreign = field(&foreign, "id_token");
    for fields in [
        &[("client_id", "webmail")][..],
        &[("id_token_hint", foreign)],
    ] {
        let mut browser = signed_in(&app, &owner, 1).await;
        let back = [("post_logout_redirect_uri", BACK), ("state", "bye&bye")];
        let path = end_session(&[fields, &back].concat());
        let page = travel(&mut browser, &path).await.page();
        page.must_say("Webmail asks to sign you out.");
        assert!(!is_out(&browser));
        let page = browser
            .submit_to(&page, "/oauth/end-session/confirm", &[])
            .await;
        assert!(is_out(&browser));
        page.must_say("You are signed out");
        went_back(go_on(&mut browser, page).await);
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_forged_hint_proves_nothing_and_no_foreign_place_is_gone_to() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let held = tokens(&app, &mut browser).await;
    let hint = field(&held, "id_token");
    let body = hint.split('.').nth(1).unwrap();
    let none =
        data_encoding::BASE64URL_NOPAD.encode(br#"{"alg":"none","typ":"JWT","kid":"RS256-1"}"#);
    let forged = format!("{none}.{body}.");
    let evil = "https://evil.example/";
    for fields in [
        &[
            ("id_token_hint", forged.as_str()),
            ("post_logout_redirect_uri", BACK),
        ][..],
        &[("post_logout_redirect_uri", BACK)],
        &[("post_logout_redirect_uri", evil), ("client_id", "webmail")],
        &[
            ("client_id", "wiki"),
            ("id_token_hint", hint),
            ("post_logout_redirect_uri", BACK),
        ],
    ] {
        let page = travel(&mut browser, &end_session(fields)).await.page();
        page.must_say("Sign out?");
        assert!(!is_out(&browser), "{fields:?}");
    }
    // Signed out for sure, and still nowhere.
    let fields = [("id_token_hint", hint), ("post_logout_redirect_uri", evil)];
    let page = travel(&mut browser, &end_session(&fields)).await.page();
    assert!(is_out(&browser));
    page.must_say("You are signed out");
    let page = travel(&mut browser, &end_session(&fields)).await.page();
    page.must_say("You are signed out");
    app.deliver().await;
}

#[tokio::test]
async fn a_form_of_an_app_comes_by_get_and_touches_no_cookie() {
    let app = TestApp::on(Engine::Sqlite).await;
    let answer = post(&app, "/oauth/end-session", &[("client_id", "webmail")]).await;
    assert_eq!(answer.status, 303);
    assert!(!answer.headers.contains_key("set-cookie"));
    // Nobody else's page can press our button.
    let answer = post(&app, "/oauth/end-session/confirm", &[("query", "")]).await;
    assert_eq!(answer.status, 403);
    assert_eq!(webmail_client().post_logout_redirect_uris, [BACK]);
}
