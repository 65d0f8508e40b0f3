//! `POST /api/v1/freeze`, as a program calls it.

use axum::body::Body;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::apps::wiki;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::story::TestOwner;

async fn app() -> (TestApp, TestOwner) {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    (app, owner)
}

async fn post(program: &mut Browser, token: Option<&str>, kind: Option<&str>, body: &str) -> Page {
    let mut request = program.request("POST", "/api/v1/freeze");
    for (name, value) in [
        (
            "authorization",
            token.map(|token| format!("Bearer {token}")),
        ),
        ("content-type", kind.map(str::to_owned)),
    ] {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    program
        .send(request.body(Body::from(body.to_owned())))
        .await
}

fn json(page: &Page) -> serde_json::Value {
    serde_json::from_str(&page.html()).unwrap()
}

const JSON: Option<&str> = Some("application/json");

#[tokio::test]
async fn an_app_freezes_and_is_told_the_same_when_it_asks_again() {
    let (app, owner) = app().await;
    let issued = app.signed_in_at(&wiki(), &owner, "openid freeze").await;
    let token = Some(issued.access_token.as_str());
    let mut program = app.browser(40);
    let first = post(&mut program, token, JSON, r#"{"taken":"paper"}"#).await;
    assert_eq!(first.status, 200, "{first:?}");
    let said = json(&first);
    assert_eq!(
        (&said["frozen"], &said["began"]),
        (&true.into(), &true.into())
    );
    assert_eq!(said["taken"], "paper");
    let again = post(&mut program, token, None, "").await;
    let repeated = json(&again);
    assert_eq!(repeated["began"], false);
    assert_eq!(repeated["since"], said["since"]);
    assert_eq!(app.events_of(owner.account, "frozen").await, 1);
    app.deliver().await;
}

#[tokio::test]
async fn every_refusal_is_a_problem_with_a_code_and_a_hint() {
    let (app, owner) = app().await;
    let issued = app.signed_in_at(&wiki(), &owner, "openid freeze").await;
    let other = app.signed_in_at(&wiki(), &owner, "openid").await;
    let good = Some(issued.access_token.as_str());
    let mut program = app.browser(40);
    let cases = [
        (None, None, "", 401, "token-missing"),
        (Some("nonsense"), None, "", 401, "token-invalid"),
        (
            Some(other.access_token.as_str()),
            None,
            "",
            403,
            "scope-missing",
        ),
        (good, Some("text/plain"), "phone", 415, "body-not-json"),
        (good, JSON, "{", 400, "body-invalid"),
        (good, JSON, r#"{"why":"x"}"#, 400, "body-invalid"),
        (good, JSON, r#"{"taken":"mouse"}"#, 400, "taken-unknown"),
    ];
    for (token, kind, body, status, code) in cases {
        let page = post(&mut program, token, kind, body).await;
        assert_eq!(page.status, status, "{code}: {page:?}");
        assert_eq!(
            page.header_lines("content-type"),
            ["application/problem+json"]
        );
        let problem = json(&page);
        assert_eq!(problem["code"], code);
        assert_eq!(problem["status"], status);
        assert!(problem["hint"].is_string() && problem["title"].is_string());
        let field = (code == "taken-unknown").then_some("taken");
        assert_eq!(problem["field"].as_str(), field, "{code}");
        let challenges = page.header_lines("www-authenticate").len();
        assert_eq!(challenges, usize::from(status == 401 || status == 403));
    }
    assert_eq!(app.events_of(owner.account, "frozen").await, 0);
    app.deliver().await;
}
