//! Tokens: renewed, looked at, given back, and the keys that sign them.

use super::ground::*;
use axum::http::header;
use counterfoil_model::Span;
use counterfoil_oidc::{Algorithm, SigningKey, SigningKeys};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::service::ISSUER;
use serde_json::{Value, json};

fn renew(token: &str) -> [(&str, &str); 2] {
    [("grant_type", "refresh_token"), ("refresh_token", token)]
}

#[tokio::test]
async fn refresh_rotation_and_a_reused_refresh_token_ends_the_family() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let first = tokens(&app, &mut browser).await;
    app.clock.advance(Span::minutes(5));
    userinfo(&app, field(&first, "access_token"))
        .await
        .must_refuse(401, "invalid_token");
    let answer = webmail(&app, "/oauth/token", &renew(field(&first, "refresh_token"))).await;
    let second = answer.json();
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(second["expires_in"], 300);
    let said = claims(field(&second, "id_token"));
    assert_eq!(said["sub"], claims(field(&first, "id_token"))["sub"]);
    assert_eq!(
        userinfo(&app, field(&second, "access_token")).await.status,
        200
    );
    app.deliver().await;

    webmail(&app, "/oauth/token", &renew(field(&first, "refresh_token")))
        .await
        .must_refuse(400, "invalid_grant");
    userinfo(&app, field(&second, "access_token"))
        .await
        .must_refuse(401, "invalid_token");
    webmail(
        &app,
        "/oauth/token",
        &renew(field(&second, "refresh_token")),
    )
    .await
    .must_refuse(400, "invalid_grant");
    let mails = app.deliver().await;
    let told: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert!(told.contains(&owner.address.as_str()) && told.contains(&owner.outside.as_str()));
}

#[tokio::test]
async fn introspection_is_for_the_app_that_holds_the_token() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let held = tokens(&app, &mut browser).await;
    let access = field(&held, "access_token");
    let look = async |token: &str| {
        webmail(&app, "/oauth/introspect", &[("token", token)])
            .await
            .json()
    };
    let said = look(access).await;
    assert_eq!(said["active"], true);
    assert_eq!(said["username"], owner.address.as_str());
    assert_eq!(said["scope"], "openid email mail offline_access");
    assert_eq!(
        look(field(&held, "refresh_token")).await["token_type"],
        "refresh_token"
    );
    assert_eq!(look("no token").await, json!({ "active": false }));
    // By the wrong client: one without a secret may not ask, another one learns nothing.
    post(
        &app,
        "/oauth/introspect",
        &[("client_id", "wiki"), ("token", access)],
    )
    .await
    .must_refuse(401, "invalid_client");
    let forum = counterfoil_oidc::Client {
        id: "forum".into(),
        ..counterfoil_testkit::apps::webmail()
    };
    let secret = app.app.add_client(forum, true).await.unwrap().unwrap();
    let fields = [
        ("client_id", "forum"),
        ("client_secret", secret.as_str()),
        ("token", access),
    ];
    let answer = post(&app, "/oauth/introspect", &fields).await;
    assert_eq!(answer.json(), json!({ "active": false }));
    app.clock.advance(Span::minutes(5));
    assert_eq!(look(access).await, json!({ "active": false }));
    app.deliver().await;
}

#[tokio::test]
async fn revocation_answers_the_same_whatever_it_was() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let held = tokens(&app, &mut browser).await;
    let (access, refresh) = (field(&held, "access_token"), field(&held, "refresh_token"));
    let give_back = async |token: &str| {
        let fields = [("token", token), ("token_type_hint", "refresh_token")];
        let answer = webmail(&app, "/oauth/revoke", &fields).await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (200, 0));
    };
    give_back("no token").await;
    assert_eq!(userinfo(&app, access).await.status, 200);
    give_back(access).await;
    userinfo(&app, access)
        .await
        .must_refuse(401, "invalid_token");
    give_back(refresh).await;
    webmail(&app, "/oauth/token", &renew(refresh))
        .await
        .must_refuse(400, "invalid_grant");
    webmail(&app, "/oauth/revoke", &[])
        .await
        .must_refuse(400, "invalid_request");
    app.deliver().await;
}

#[tokio::test]
async fn userinfo_wants_a_live_token_in_a_header_or_a_form() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let held = tokens(&app, &mut browser).await;
    let access = field(&held, "access_token");
    let answer = post(&app, "/oauth/userinfo", &[("access_token", access)]).await;
    assert_eq!(answer.json()["email"], owner.address.as_str());
    let nothing = get(&app, &format!("/oauth/userinfo?access_token={access}")).await;
    assert_eq!(nothing.status, 401);
    let asked = nothing.headers.get(header::WWW_AUTHENTICATE).unwrap();
    assert_eq!(asked, "Bearer realm=\"Counterfoil\"");
    for dead in ["x", field(&held, "refresh_token"), field(&held, "id_token")] {
        let answer = userinfo(&app, dead).await;
        answer.must_refuse(401, "invalid_token");
        let asked = answer.headers.get(header::WWW_AUTHENTICATE).unwrap();
        assert!(asked.to_str().unwrap().contains("error=\"invalid_token\""));
    }
    let code = code(&mut browser, &[("scope", "email")]).await;
    let json = webmail(&app, "/oauth/token", &exchange(&code)).await.json();
    assert!(json.get("id_token").is_none() && json.get("refresh_token").is_none());
    userinfo(&app, field(&json, "access_token"))
        .await
        .must_refuse(403, "insufficient_scope");
    app.deliver().await;
}

#[tokio::test]
async fn discovery_says_what_there_is_and_every_address_answers() {
    let app = TestApp::on(Engine::Sqlite).await;
    let answer = get(&app, "/.well-known/openid-configuration").await;
    let said = answer.json();
    assert_eq!(said["issuer"], ISSUER);
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    let other = get(&app, "/.well-known/oauth-authorization-server").await;
    assert_eq!(other.json(), said);
    let addresses = said
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, _)| name.ends_with("_endpoint") || name.as_str() == "jwks_uri");
    let mut asked = 0;
    for (name, address) in addresses {
        let path = address.as_str().unwrap().strip_prefix(ISSUER).unwrap();
        let answer = get(&app, path).await;
        assert_ne!(answer.status, 404, "{name}");
        asked += 1;
    }
    assert_eq!(asked, 7);
    insta::assert_snapshot!(serde_json::to_string_pretty(&said).unwrap());
}

#[tokio::test]
async fn jwks_rotation_keeps_old_tokens_verifiable() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let kid_of = |tokens: &Value| {
        let header = field(tokens, "id_token")
            .split('.')
            .next()
            .unwrap()
            .to_owned();
        let header = data_encoding::BASE64URL_NOPAD
            .decode(header.as_bytes())
            .unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        assert_eq!(
            (header["alg"].as_str(), header["typ"].as_str()),
            (Some("RS256"), Some("JWT"))
        );
        header["kid"].as_str().unwrap().to_owned()
    };
    let before = tokens(&app, &mut browser).await;
    assert_eq!(kid_of(&before), "RS256-1");
    // Rotated, as the server does when it finds new files.
    let old = counterfoil_testkit::keys::signing_keys();
    let mut keys = old.into_keys();
    keys.extend(Algorithm::ALL.map(|algorithm| {
        let pem = SigningKey::draw_pem(algorithm).unwrap();
        SigningKey::from_pem(algorithm, &format!("{}-2", algorithm.name()), &pem).unwrap()
    }));
    app.app.set_signing_keys(SigningKeys::new(keys).unwrap());
    let after = tokens(&app, &mut browser).await;
    assert_eq!(kid_of(&after), "RS256-2");
    let published = get(&app, "/oauth/jwks").await.json();
    let kids: Vec<&str> = published["keys"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|key| key["kid"].as_str())
        .collect();
    assert_eq!(kids, ["ES256-1", "RS256-1", "ES256-2", "RS256-2"]);
    for held in [&before, &after] {
        let read = app
            .app
            .signing_keys()
            .read_own(field(held, "id_token"), ISSUER);
        assert_eq!(read.unwrap()["aud"], "webmail");
    }
    app.deliver().await;
}
