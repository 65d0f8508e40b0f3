//! What every answer wears, on whichever page, whoever asks.

use crate::place::every_path;
use axum::body::Body;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::page::Page;
use counterfoil_web::portal::HEALTH;
use counterfoil_web::shell::cookie::{BROWSER, SESSION};

fn is_dressed(page: &Page) {
    let one = |name: &str| {
        let lines = page.header_lines(name);
        assert_eq!(lines.len(), 1, "{name} of {}: {lines:?}", page.path);
        lines.concat()
    };
    assert_eq!(one("cache-control"), "no-store", "{}", page.path);
    let policy = one("content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(part), "{}: {policy}", page.path);
    }
    assert!(
        !policy.contains("unsafe") && !policy.contains('*'),
        "{policy}"
    );
    assert_eq!(one("referrer-policy"), "no-referrer");
    assert_eq!(one("x-content-type-options"), "nosniff");
    assert_eq!(one("x-frame-options"), "DENY");
    assert!(one("strict-transport-security").starts_with("max-age=63072000"));
    assert!(page.header_lines("access-control-allow-origin").is_empty());
    for line in page.header_lines("set-cookie") {
        let ours = [BROWSER, SESSION]
            .iter()
            .any(|name| line.starts_with(&format!("{name}=")));
        assert!(ours && line.starts_with("__Host-"), "{}: {line}", page.path);
        for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
            assert!(line.contains(attribute), "{}: {line}", page.path);
        }
        assert!(!line.to_lowercase().contains("domain="), "{line}");
    }
}

#[tokio::test]
async fn every_answer_is_dressed_whoever_asks() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut half = app.browser(2);
    half.types_password(&owner).await;
    let mut inside = app.browser(3);
    inside.types_password(&owner).await;
    inside.types_digits(&app.next_digits(&owner)).await;
    let mut answers = 0;
    for browser in [app.browser(1), half.clone(), inside] {
        for path in every_path().iter().map(String::as_str).chain([
            "/nothing",
            "/codes/%00",
            "/sign-in?to=%2F%2Fevil",
        ]) {
            for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
                is_dressed(
                    &browser
                        .clone()
                        .send(browser.request(method, path).body(Body::empty()))
                        .await,
                );
                answers += 1;
            }
        }
    }
    assert!(answers > 1000);
    // Those that set the session's cookie and those that show a code, too.
    let page = half.types_code(sheet.code(2)).await;
    is_dressed(&page);
    assert!(page.shown_code().is_some() && page.header_lines("set-cookie").len() == 1);
    app.deliver().await;
}

#[tokio::test]
async fn a_session_ends_with_the_browser_and_no_cookie_is_for_scripts() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = browser.get("/sign-in").await;
    let fields = page
        .form()
        .filled(&[("address", &owner.address), ("password", &owner.password)]);
    let lines = browser
        .post("/sign-in", &fields)
        .await
        .header_lines("set-cookie");
    let [line] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    assert!(
        line.starts_with(SESSION) && !line.contains("Max-Age") && !line.contains("Expires"),
        "{line}"
    );
    app.deliver().await;
}

#[tokio::test]
async fn whoever_watches_the_server_gets_an_answer_and_no_cookie() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    let mut request = browser.request("GET", HEALTH).body(Body::empty()).unwrap();
    request
        .headers_mut()
        .insert("host", "10.0.0.7:8080".parse().unwrap());
    let page = browser.send(Ok(request)).await;
    assert_eq!((page.status.as_u16(), page.html().as_str()), (200, "ok"));
    assert_eq!(page.header_lines("cache-control"), ["no-store"]);
    assert!(page.header_lines("set-cookie").is_empty());
}

#[tokio::test]
async fn assets_may_be_kept_and_set_no_cookie() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    let html = browser.clone().get("/sign-in").await.html();
    let sheet = html
        .split("rel=\"stylesheet\" href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap()
        .to_owned();
    let page = browser.get(&sheet).await;
    assert_eq!(page.status, 200, "{sheet}");
    assert!(
        page.header_lines("cache-control")
            .concat()
            .contains("immutable")
    );
    assert!(page.header_lines("set-cookie").is_empty());
}
