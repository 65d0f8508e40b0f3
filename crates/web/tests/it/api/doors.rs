//! Who is let in, and how anything else is refused.

use super::{Program, send};
use counterfoil_model::api_rate::PER_MINUTE;
use counterfoil_model::{ApiScope, ApiScopes};
use counterfoil_service::api::NewKey;
use counterfoil_store::driver::Engine;
use serde_json::json;

#[tokio::test]
async fn without_a_key_that_works_nobody_is_let_in() {
    let program = Program::on(Engine::Sqlite).await;
    let mut stranger = program.app.browser(51);
    let missing = send(&mut stranger, "GET", "/accounts", &[], String::new()).await;
    missing.must_refuse(401, "key-missing", None);
    assert_eq!(missing.page.header_lines("www-authenticate"), ["Bearer"]);
    let mut wrong = program.shop.key.clone();
    wrong.replace_range(
        40..41,
        if wrong.as_bytes()[40] == b'a' {
            "b"
        } else {
            "a"
        },
    );
    for key in ["nonsense", &wrong] {
        let header = format!("Bearer {key}");
        let headers = [("authorization", header.as_str())];
        let refused = send(&mut stranger, "GET", "/accounts", &headers, String::new()).await;
        refused.must_refuse(401, "key-invalid", None);
        let challenge = refused.page.header_lines("www-authenticate");
        assert_eq!(challenge, ["Bearer error=\"invalid_token\""]);
    }
    // A key in the address is no key, and Basic isn't either.
    let path = format!("/accounts?access_token={}", program.shop.key);
    let refused = send(&mut stranger, "GET", &path, &[], String::new()).await;
    refused.must_refuse(401, "key-missing", None);
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one line for each address")]
async fn a_key_does_what_its_scopes_say() {
    let mut program = Program::on(Engine::Sqlite).await;
    let account = program.app.api_account(&program.shop, "1").await;
    let (id, set) = (account.id, account.set);
    let typed = json!({ "code": account.codes[0] });
    let none = json!({});
    let new = json!({ "reference": "2" });
    let drill = json!({ "drill": "x", "words": ["a", "b"] });
    let cases = [
        (ApiScope::AccountsRead, "GET", "/accounts".to_owned(), None),
        (
            ApiScope::AccountsRead,
            "GET",
            format!("/accounts/{id}"),
            None,
        ),
        (
            ApiScope::AccountsRead,
            "GET",
            format!("/accounts/{id}/sets"),
            None,
        ),
        (
            ApiScope::AccountsRead,
            "GET",
            format!("/accounts/{id}/sets/{set}"),
            None,
        ),
        (
            ApiScope::AccountsWrite,
            "POST",
            "/accounts".to_owned(),
            Some(&new),
        ),
        (
            ApiScope::AccountsWrite,
            "POST",
            format!("/accounts/{id}/suspend"),
            None,
        ),
        (
            ApiScope::AccountsWrite,
            "POST",
            format!("/accounts/{id}/resume"),
            None,
        ),
        (
            ApiScope::AccountsWrite,
            "DELETE",
            format!("/accounts/{id}"),
            None,
        ),
        (
            ApiScope::SetsWrite,
            "POST",
            format!("/accounts/{id}/sets"),
            Some(&none),
        ),
        (
            ApiScope::SetsWrite,
            "POST",
            format!("/accounts/{id}/sets/{set}/activate"),
            Some(&typed),
        ),
        (
            ApiScope::SetsWrite,
            "POST",
            format!("/accounts/{id}/sets/{set}/retire"),
            None,
        ),
        (
            ApiScope::CodesRedeem,
            "POST",
            format!("/accounts/{id}/codes/redeem"),
            Some(&typed),
        ),
        (
            ApiScope::CodesRedeem,
            "GET",
            format!("/accounts/{id}/page-words"),
            None,
        ),
        (
            ApiScope::CodesCheck,
            "POST",
            format!("/accounts/{id}/codes/check"),
            Some(&typed),
        ),
        (
            ApiScope::CodesCheck,
            "POST",
            format!("/accounts/{id}/drills"),
            None,
        ),
        (
            ApiScope::CodesCheck,
            "POST",
            format!("/accounts/{id}/drills/answer"),
            Some(&drill),
        ),
    ];
    for (scope, method, path, body) in cases {
        let others: Vec<_> = ApiScope::ALL
            .iter()
            .copied()
            .filter(|own| *own != scope)
            .collect();
        program.shop = program.app.api_app("shop", &others).await;
        let refused = program.send(method, &path, &[], body).await;
        refused.must_refuse(403, "scope-missing", None);
        assert_eq!(refused.says["scope"], scope.as_str(), "{path}");
        let challenge = refused.page.header_lines("www-authenticate").concat();
        assert!(
            challenge.contains(&format!("scope=\"{scope}\"")),
            "{challenge}"
        );
    }
}

#[tokio::test]
async fn every_answer_says_how_often_a_key_is_heard() {
    let mut program = Program::on(Engine::Sqlite).await;
    let heard = program.get("/accounts").await;
    assert_eq!(heard.status, 200);
    let policy = heard.page.header_lines("ratelimit-policy").concat();
    assert_eq!(policy, format!("\"key\";q={PER_MINUTE};w=60"));
    assert!(
        heard
            .page
            .header_lines("ratelimit")
            .concat()
            .starts_with("\"key\";r=59")
    );
    let key = NewKey {
        app: "shop",
        label: "slow",
        scopes: ApiScopes::of(ApiScope::ALL),
        lasts: None,
        per_minute: 2,
    };
    let key = program.app.app.make_api_key(key).await.unwrap();
    program.shop.key = key.text().to_string();
    for _ in 0..2 {
        assert_eq!(program.get("/accounts").await.status, 200);
    }
    let refused = program.get("/accounts").await;
    refused.must_refuse(429, "too-many-requests", None);
    assert_eq!(refused.page.header_lines("retry-after"), ["60"]);
    assert_eq!(refused.page.header_lines("ratelimit"), ["\"key\";r=0;t=60"]);
    program
        .app
        .clock
        .advance(counterfoil_model::Span::minutes(1));
    assert_eq!(program.get("/accounts").await.status, 200);
}

#[tokio::test]
async fn what_a_program_did_not_mean_is_refused_as_a_problem() {
    let mut program = Program::on(Engine::Sqlite).await;
    let bearer = format!("Bearer {}", program.shop.key);
    let key = ("authorization", bearer.as_str());
    let json = ("content-type", "application/json");
    let mut http = program.app.browser(52);
    let mut post = async |headers: &[(&str, &str)], body: &str| {
        send(&mut http, "POST", "/accounts", headers, body.to_owned()).await
    };
    let text = ("content-type", "text/plain");
    post(&[key, text], "{}")
        .await
        .must_refuse(415, "body-not-json", None);
    post(&[key], "{}")
        .await
        .must_refuse(415, "body-not-json", None);
    post(&[key, json], "{")
        .await
        .must_refuse(400, "body-invalid", None);
    post(&[key, json], r#"["1",null,null]"#)
        .await
        .must_refuse(400, "body-invalid", None);
    let unknown = r#"{"reference":"1","admin":true}"#;
    post(&[key, json], unknown)
        .await
        .must_refuse(400, "field-unknown", Some("admin"));
    post(&[key, json], "{}")
        .await
        .must_refuse(400, "field-missing", Some("reference"));
    let number = r#"{"reference":7}"#;
    post(&[key, json], number)
        .await
        .must_refuse(400, "field-invalid", Some("reference"));
    let long = format!(r#"{{"reference":"{}"}}"#, "x".repeat(20_000));
    post(&[key, json], &long)
        .await
        .must_refuse(413, "body-too-large", None);
    let twice = [
        key,
        json,
        ("idempotency-key", "a"),
        ("idempotency-key", "b"),
    ];
    let refused = post(&twice, r#"{"reference":"1"}"#).await;
    refused.must_refuse(400, "idempotency-key-invalid", Some("Idempotency-Key"));

    let nowhere = program.get("/nowhere").await;
    nowhere.must_refuse(404, "path-unknown", None);
    let method = program.send("PUT", "/accounts", &[], None).await;
    method.must_refuse(405, "method-not-allowed", None);
    let allowed = method.page.header_lines("allow").concat();
    assert!(
        allowed.contains("GET") && allowed.contains("POST"),
        "{allowed}"
    );
    for id in ["x", "%FF", "00000000000000000000000000000000"] {
        let none = program.get(&format!("/accounts/{id}")).await;
        none.must_refuse(404, "account-unknown", None);
    }
    for (query, code, field) in [
        ("limit=0", "parameter-invalid", "limit"),
        ("cursor=x", "parameter-invalid", "cursor"),
        ("sort=x", "parameter-unknown", "sort"),
    ] {
        let refused = program.get(&format!("/accounts?{query}")).await;
        refused.must_refuse(400, code, Some(field));
    }
}

#[tokio::test]
async fn no_answer_sets_a_cookie_or_is_kept() {
    let mut program = Program::on(Engine::Sqlite).await;
    for path in ["/accounts", "/nowhere"] {
        let answer = program.get(path).await;
        assert!(answer.page.header_lines("set-cookie").is_empty(), "{path}");
        assert_eq!(answer.page.header_lines("cache-control"), ["no-store"]);
        assert_eq!(answer.page.header_lines("x-request-id").len(), 1);
    }
}
