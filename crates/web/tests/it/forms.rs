//! Forms are taken from our own pages only, and only under our own name.

use crate::place::{every_path, rows};
use axum::body::Body;
use axum::http::header;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::story::TestOwner;

/// One browser before sign-in, one between the steps, one signed in.
async fn browsers(app: &TestApp, owner: &TestOwner) -> [Browser; 3] {
    let mut browsers = [app.browser(1), app.browser(2), app.browser(3)];
    let [before, half, inside] = &mut browsers;
    before.get("/sign-in").await;
    half.types_password(owner).await;
    inside.types_password(owner).await;
    let page = inside.types_digits(&app.next_digits(owner)).await;
    assert_eq!(page.path, "/", "{page:?}");
    browsers
}

fn token(text: &str) -> [(String, String); 1] {
    [("csrf".to_owned(), text.to_owned())]
}

#[tokio::test]
async fn no_address_takes_a_form_that_is_not_of_this_browser_and_session() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let browsers = browsers(&app, &owner).await;
    let foreign = app
        .browser(4)
        .get("/sign-in")
        .await
        .form()
        .value("csrf")
        .unwrap()
        .to_owned();
    let before = rows(&app).await;
    let mut refused = 0;
    for browser in browsers {
        let mut browser = browser;
        let own = browser
            .get("/forgotten")
            .await
            .form()
            .value("csrf")
            .unwrap()
            .to_owned();
        for path in every_path() {
            let evil =
                |request: axum::http::Request<Body>, name: &'static str, value: &'static str| {
                    let (mut parts, body) = request.into_parts();
                    parts.headers.remove("sec-fetch-site");
                    parts.headers.insert(name, value.parse().unwrap());
                    axum::http::Request::from_parts(parts, body)
                };
            let requests = [
                browser.form_request(&path, &[]),
                browser.form_request(&path, &token("")),
                browser.form_request(&path, &token(&foreign)),
                evil(
                    browser.form_request(&path, &token(&own)),
                    "sec-fetch-site",
                    "cross-site",
                ),
                evil(
                    browser.form_request(&path, &token(&own)),
                    "sec-fetch-site",
                    "same-site",
                ),
                evil(
                    browser.form_request(&path, &token(&own)),
                    header::ORIGIN.as_str(),
                    "https://evil.example",
                ),
            ];
            for (n, request) in requests.into_iter().enumerate() {
                let answer = browser.clone().send(Ok(request)).await;
                match answer.status.as_u16() {
                    403 => refused += 1,
                    // No such form, or not for somebody in this state: then it isn't read at all.
                    405 => {}
                    // To everybody but operators there is no desk; `desk::strangers` judges its forms.
                    404 if DESK.iter().any(|desk| path.starts_with(desk)) => {}
                    303 => assert!(
                        answer
                            .header_lines("location")
                            .concat()
                            .starts_with("/sign-in")
                            || path.starts_with("/forgotten"),
                        "{path}"
                    ),
                    other => panic!("{path} answered request {n} with {other}"),
                }
            }
        }
    }
    assert!(refused > 300, "only {refused} forms were judged");
    assert_eq!(rows(&app).await, before);
    app.deliver().await;
}

/// Where only operators have pages.
const DESK: [&str; 6] = [
    "/accounts",
    "/deliveries",
    "/desk/advisories",
    "/desk/apps",
    "/desk/keys",
    "/desk/policy",
];

#[tokio::test]
async fn our_own_forms_are_taken_from_browsers_that_name_no_origin() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = browser.get("/sign-in").await;
    let fields = page
        .form()
        .filled(&[("address", &owner.address), ("password", &owner.password)]);
    for origin in [None, Some("null"), Some("https://account.mail.example")] {
        let (mut parts, body) = browser.form_request("/sign-in", &fields).into_parts();
        parts.headers.remove("sec-fetch-site");
        parts.headers.remove(header::ORIGIN);
        if let Some(origin) = origin {
            parts
                .headers
                .insert(header::ORIGIN, origin.parse().unwrap());
        }
        let answer = browser
            .clone()
            .send(Ok(axum::http::Request::from_parts(parts, body)))
            .await;
        assert_eq!(
            answer.header_lines("location"),
            ["/sign-in/second-step"],
            "{origin:?}"
        );
    }
    app.deliver().await;
}

#[tokio::test]
async fn we_answer_under_our_own_name_only() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    for host in [
        "evil.example",
        "account.mail.example.evil.example",
        "account.mail.example:8443",
        "",
        "mail.example",
    ] {
        for path in ["/sign-in", "/forgotten", "/link/set-up/x", "/nothing"] {
            let mut request = browser.request("GET", path).body(Body::empty()).unwrap();
            request
                .headers_mut()
                .insert(header::HOST, host.parse().unwrap());
            let answer = browser.send(Ok(request)).await;
            assert_eq!(answer.status, 421, "{host} {path}");
            assert!(!answer.html().contains("evil"), "{host} {path}");
        }
    }
    let without = browser
        .request("GET", "/sign-in")
        .body(Body::empty())
        .map(|mut request| {
            request.headers_mut().remove(header::HOST);
            request
        });
    assert_eq!(browser.send(without).await.status, 421);
    assert_eq!(browser.get("/sign-in").await.status, 200);
}
