//! Authorization requests and codes.

use super::ground::*;
use axum::http::header;
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::apps::{CHALLENGE, VERIFIER, WEBMAIL_REDIRECT, WIKI_REDIRECT};
use counterfoil_testkit::service::ISSUER;

#[tokio::test]
async fn roundcube_signs_in_and_reads_who_it_is() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let got = travel(&mut browser, &authorize(&[])).await.at_webmail();
    // State echoed, and who answers (RFC 9207).
    assert_eq!(got.get("state").map(String::as_str), Some("HnQbAQPSL0Qe"));
    assert_eq!(got.get("iss").map(String::as_str), Some(ISSUER));
    let code = got.get("code").unwrap();
    let answer = webmail(&app, "/oauth/token", &exchange(code)).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(
        answer.headers.get(header::CACHE_CONTROL).unwrap(),
        "no-store"
    );
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    let json = answer.json();
    assert_eq!(json["token_type"], "Bearer");
    assert_eq!(json["expires_in"], 300);
    assert_eq!(json["scope"], "openid email mail offline_access");
    let said = claims(field(&json, "id_token"));
    assert_eq!(said["email"], owner.address.as_str());
    assert_eq!(said["preferred_username"], owner.address.as_str());
    assert_eq!(said["aud"], "webmail");
    assert_eq!(said["iss"], ISSUER);
    assert_eq!(said["amr"], serde_json::json!(["pwd", "otp", "mfa"]));
    let who = userinfo(&app, field(&json, "access_token")).await;
    assert_eq!(who.json()["sub"], said["sub"]);
    assert_eq!(who.json()["email"], owner.address.as_str());
    app.deliver().await;
}

#[tokio::test]
async fn wrong_redirect_and_unknown_client_are_pages_and_lead_nowhere() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    for change in [
        ("redirect_uri", "https://evil.example/"),
        (
            "redirect_uri",
            "https://webmail.mail.example/index.php/login/oauth/",
        ),
        ("redirect_uri", WIKI_REDIRECT),
        ("redirect_uri", ""),
        ("client_id", "nobody"),
        ("client_id", ""),
        ("client_id", "web\0mail"),
    ] {
        let page = travel(&mut browser, &authorize(&[change])).await.page();
        assert_eq!(page.status, 400, "{change:?}");
        page.must_say("That link doesn't fit");
        assert!(!page.html().contains("evil.example"));
    }
    let twice = format!("{}&client_id=webmail", authorize(&[]));
    assert_eq!(travel(&mut browser, &twice).await.page().status, 400);
    app.deliver().await;
}

#[tokio::test]
async fn each_wrong_request_goes_back_with_its_name_and_the_state() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    for (change, error) in [
        (("response_type", "token"), "unsupported_response_type"),
        (("response_type", ""), "invalid_request"),
        (("request", "e30."), "request_not_supported"),
        (
            ("request_uri", "https://a.example/"),
            "request_uri_not_supported",
        ),
        (("code_challenge", CHALLENGE), "invalid_request"),
        (("max_age", "soon"), "invalid_request"),
        (("prompt", "none login"), "invalid_request"),
    ] {
        let got = travel(&mut browser, &authorize(&[change]))
            .await
            .at_webmail();
        assert_eq!(
            got.get("error").map(String::as_str),
            Some(error),
            "{change:?}"
        );
        assert_eq!(got.get("state").map(String::as_str), Some("HnQbAQPSL0Qe"));
        assert!(!got.contains_key("code"));
    }
    app.deliver().await;
}

#[tokio::test]
async fn missing_pkce_for_a_public_client_and_for_one_that_is_not_marked() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let wiki = [("client_id", "wiki"), ("redirect_uri", WIKI_REDIRECT)];
    let Arrived::Away(url) = travel(&mut browser, &authorize(&wiki)).await else {
        panic!()
    };
    assert!(url.as_str().starts_with(WIKI_REDIRECT));
    assert!(url.query().unwrap().contains("error=invalid_request"));
    // With it, it works, without a secret and without mail.
    let pkce = [
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
        ("nonce", "n-0S6_WzA2Mj"),
    ];
    let path = authorize(&[&wiki[..], &pkce].concat());
    let Arrived::Away(url) = travel(&mut browser, &path).await else {
        panic!()
    };
    let code = url
        .query_pairs()
        .find(|(name, _)| name == "code")
        .unwrap()
        .1;
    let sent = [
        ("grant_type", "authorization_code"),
        ("client_id", "wiki"),
        ("redirect_uri", WIKI_REDIRECT),
        ("code", &code),
    ];
    post(&app, "/oauth/token", &sent)
        .await
        .must_refuse(400, "invalid_grant");
    let verified = [&sent[..], &[("code_verifier", VERIFIER)]].concat();
    let json = post(&app, "/oauth/token", &verified).await.json();
    assert_eq!(json["scope"], "openid email offline_access");
    assert_eq!(claims(field(&json, "id_token"))["nonce"], "n-0S6_WzA2Mj");
    app.deliver().await;
}

#[tokio::test]
async fn wrong_verifier() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let pkce = [
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let code = code(&mut browser, &pkce).await;
    let wrong = "x".repeat(43);
    for verifier in [wrong.as_str(), "short", ""] {
        let sent = [&exchange(&code)[..], &[("code_verifier", verifier)]].concat();
        webmail(&app, "/oauth/token", &sent)
            .await
            .must_refuse(400, "invalid_grant");
    }
    let sent = [&exchange(&code)[..], &[("code_verifier", VERIFIER)]].concat();
    assert_eq!(webmail(&app, "/oauth/token", &sent).await.status, 200);
    app.deliver().await;
}

#[tokio::test]
async fn expired_code_and_a_code_for_another_address_or_client() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let fresh = code(&mut browser, &[]).await;
    let mut elsewhere = exchange(&fresh);
    elsewhere[2].1 = WIKI_REDIRECT;
    webmail(&app, "/oauth/token", &elsewhere)
        .await
        .must_refuse(400, "invalid_grant");
    let sent = [
        &exchange(&fresh)[..],
        &[("client_id", "wiki"), ("code_verifier", VERIFIER)],
    ]
    .concat();
    post(&app, "/oauth/token", &sent)
        .await
        .must_refuse(400, "invalid_grant");
    app.clock.advance(Span::seconds(60));
    webmail(&app, "/oauth/token", &exchange(&fresh))
        .await
        .must_refuse(400, "invalid_grant");
    for odd in ["", "x", "€", &"a".repeat(77)] {
        let answer = webmail(&app, "/oauth/token", &exchange(odd)).await;
        assert_eq!(answer.status, 400);
    }
    app.deliver().await;
}

#[tokio::test]
async fn replayed_code_ends_what_came_of_it() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let code = code(&mut browser, &[]).await;
    let json = webmail(&app, "/oauth/token", &exchange(&code)).await.json();
    let (access, refresh) = (field(&json, "access_token"), field(&json, "refresh_token"));
    assert_eq!(userinfo(&app, access).await.status, 200);
    webmail(&app, "/oauth/token", &exchange(&code))
        .await
        .must_refuse(400, "invalid_grant");
    userinfo(&app, access)
        .await
        .must_refuse(401, "invalid_token");
    let sent = [("grant_type", "refresh_token"), ("refresh_token", refresh)];
    webmail(&app, "/oauth/token", &sent)
        .await
        .must_refuse(400, "invalid_grant");
    let mails = app.deliver().await;
    assert!(
        mails
            .iter()
            .any(|mail| mail.subject.contains("Webmail was signed out"))
    );
}

#[tokio::test]
async fn a_wrong_secret_and_two_ways_at_once_are_no_client() {
    let app = TestApp::on(Engine::Sqlite).await;
    let sent = [("grant_type", "refresh_token"), ("refresh_token", "x")];
    for credentials in [
        &[("client_id", "webmail"), ("client_secret", "wrong")][..],
        &[("client_id", "webmail")],
        &[("client_id", "nobody"), ("client_secret", WEBMAIL_REDIRECT)],
        &[("client_id", "wiki"), ("client_secret", "any")],
        &[],
    ] {
        let fields = [credentials, &sent].concat();
        for path in ["/oauth/token", "/oauth/introspect", "/oauth/revoke"] {
            let answer = post(&app, path, &fields).await;
            answer.must_refuse(401, "invalid_client");
            assert!(!answer.headers.contains_key(header::WWW_AUTHENTICATE));
        }
    }
    let basic = |pair: &str, body: &'static str| {
        request("POST", "/oauth/token")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(
                header::AUTHORIZATION,
                format!("Basic {}", data_encoding::BASE64.encode(pair.as_bytes())),
            )
            .body(axum::body::Body::from(body))
            .unwrap()
    };
    let refused = send(&app, basic("webmail:wrong", "grant_type=refresh_token")).await;
    refused.must_refuse(401, "invalid_client");
    assert!(refused.headers.contains_key(header::WWW_AUTHENTICATE));
    let right = format!("webmail:{}", counterfoil_testkit::apps::WEBMAIL_SECRET);
    let body = "grant_type=refresh_token&refresh_token=x";
    send(&app, basic(&right, body))
        .await
        .must_refuse(400, "invalid_grant");
    let body = "grant_type=refresh_token&refresh_token=x&client_secret=x";
    send(&app, basic(&right, body))
        .await
        .must_refuse(400, "invalid_request");
    // A body that is no form, and one that is too long.
    let json = request("POST", "/oauth/token")
        .header(header::CONTENT_TYPE, "application/json")
        .body(axum::body::Body::from("{}"))
        .unwrap();
    send(&app, json).await.must_refuse(400, "invalid_request");
    let long = "x".repeat(20_000);
    let answer = webmail(&app, "/oauth/token", &[("grant_type", &long)]).await;
    answer.must_refuse(400, "invalid_request");
}

#[tokio::test]
async fn a_request_by_post_is_made_by_get_and_touches_no_cookie() {
    let app = TestApp::on(Engine::Sqlite).await;
    let answer = post(
        &app,
        "/oauth/authorize",
        &[("client_id", "webmail"), ("state", "a&b")],
    )
    .await;
    assert_eq!(answer.status, 303);
    assert_eq!(
        answer.headers.get(header::LOCATION).unwrap(),
        "/oauth/authorize?client_id=webmail&state=a%26b"
    );
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
}
