//! What stands around every door, on a router of our own.

use crate::log;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::FromRef;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::routing::{get, post};
use counterfoil_lang::{Language, Sentences, TimeZone};
use counterfoil_web::assets::Assets;
use counterfoil_web::shell::browser::{Browser, BrowserId};
use counterfoil_web::shell::csrf::CsrfKey;
use counterfoil_web::shell::{Failure, Form, PublicUrl, Shell, TrustedProxies, guarded};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use tower::ServiceExt;

const HOST: &str = "account.example.org";

#[derive(Clone)]
struct Door(Arc<Shell>);

impl FromRef<Door> for Arc<Shell> {
    fn from_ref(door: &Door) -> Self {
        Self::clone(&door.0)
    }
}

fn shell(public_url: &str) -> Arc<Shell> {
    let drawn = AtomicU8::new(0);
    Arc::new(Shell {
        sentences: Arc::new(Sentences::load().unwrap()),
        language: Language::English,
        time_zone: TimeZone::UTC,
        public_url: PublicUrl::parse(public_url).unwrap(),
        service_name: "example.org mail".into(),
        trusted_proxies: TrustedProxies::default(),
        csrf: CsrfKey::new([7; 32]),
        draw: Arc::new(move || [drawn.fetch_add(1, Ordering::SeqCst); 16]),
        assets: Arc::new(Assets::embedded()),
    })
}

fn doors(shell: &Arc<Shell>) -> Router {
    let routes: Router<Door> = Router::new()
        .route(
            "/",
            get(|| async { "home" }).post(|form: Form| async move { form.text("name").to_owned() }),
        )
        .route("/link/stop/{token}", post(|_: Form| async { "stopped" }))
        .route("/panic", get(panics))
        .route("/busy", get(|| async { Failure::Busy(90) }));
    guarded(routes, shell).with_state(Door(Arc::clone(shell)))
}

async fn panics() -> &'static str {
    panic!("with a secret: sesame")
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

async fn ask(request: Request<Body>) -> Answer {
    let answer = doors(&shell("https://account.example.org"))
        .oneshot(request)
        .await
        .unwrap();
    let (parts, body) = answer.into_parts();
    let body = String::from_utf8(to_bytes(body, 1 << 20).await.unwrap().to_vec()).unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body,
    }
}

fn at(path: &str) -> Request<Body> {
    Request::get(path)
        .header(header::HOST, HOST)
        .body(Body::empty())
        .unwrap()
}

/// A form of this browser, with its token in front.
fn form(path: &str, session: Option<&str>, fields: &str) -> Request<Body> {
    let id = BrowserId::from_bytes([9; 16]);
    let browser = Browser {
        id,
        session: session.map(str::to_owned),
        language: None,
        at: None,
    };
    let token = CsrfKey::new([7; 32]).token(&browser);
    let session = session
        .map(|session| format!("; __Host-counterfoil-session={session}"))
        .unwrap_or_default();
    Request::post(path)
        .header(header::HOST, HOST)
        .header(
            header::COOKIE,
            format!("__Host-counterfoil-browser={}{session}", id.cookie_value()),
        )
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("csrf={token}&{fields}")))
        .unwrap()
}

#[tokio::test]
async fn every_answer_is_dressed() {
    for path in ["/", "/nothing", "/panic", "/busy"] {
        let headers = ask(at(path)).await.headers;
        let policy = headers["content-security-policy"].to_str().unwrap();
        for part in [
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"));
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(
            headers["cross-origin-opener-policy"], "same-origin",
            "{path}"
        );
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        assert!(
            headers["strict-transport-security"]
                .to_str()
                .unwrap()
                .starts_with("max-age="),
            "{path}"
        );
        assert_eq!(headers["x-request-id"].len(), 16, "{path}");
    }
}

#[tokio::test]
async fn without_tls_nobody_is_told_to_insist_on_it() {
    let shell = shell("http://localhost:8080");
    let request = Request::get("/")
        .header(header::HOST, "localhost:8080")
        .body(Body::empty())
        .unwrap();
    let answer = doors(&shell).oneshot(request).await.unwrap();
    assert!(!answer.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn a_browser_is_given_its_cookie_once() {
    let first = ask(at("/")).await;
    let line = first.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(line.starts_with("__Host-counterfoil-browser="), "{line}");
    assert!(
        line.contains("; Path=/; Secure; HttpOnly; SameSite=Lax"),
        "{line}"
    );
    let mut again = at("/");
    again.headers_mut().insert(
        header::COOKIE,
        line.split(';').next().unwrap().parse().unwrap(),
    );
    assert!(!ask(again).await.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn a_name_that_is_not_ours_is_not_answered() {
    let elsewhere = Request::get("/")
        .header(header::HOST, "evil.example")
        .body(Body::empty())
        .unwrap();
    let answer = ask(elsewhere).await;
    assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
    assert!(
        answer
            .body
            .contains("We answer only at account.example.org"),
        "{}",
        answer.body
    );
    assert!(!answer.body.contains("evil.example"));
}

#[tokio::test]
async fn a_form_of_ours_is_taken() {
    let answer = ask(form("/", None, "name=Alice")).await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::OK, "Alice")
    );
    let answer = ask(form("/", Some("s"), "name=Alice")).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_of_somebody_else_is_refused() {
    let mut foreign = form("/", None, "name=Mallory");
    foreign
        .headers_mut()
        .insert("sec-fetch-site", "cross-site".parse().unwrap());
    assert_eq!(ask(foreign).await.status, StatusCode::FORBIDDEN);

    let mut foreign = form("/", None, "name=Mallory");
    foreign
        .headers_mut()
        .insert(header::ORIGIN, "https://evil.example".parse().unwrap());
    assert_eq!(ask(foreign).await.status, StatusCode::FORBIDDEN);

    let mut without_token = form("/", None, "");
    *without_token.body_mut() = Body::from("name=Mallory");
    assert_eq!(ask(without_token).await.status, StatusCode::FORBIDDEN);

    // A token of before the sign-in is none of the session's.
    let mut stale = form("/", None, "name=Mallory");
    let cookie = format!(
        "{}; __Host-counterfoil-session=s",
        stale.headers()[header::COOKIE].to_str().unwrap()
    );
    stale
        .headers_mut()
        .insert(header::COOKIE, cookie.parse().unwrap());
    let answer = ask(stale).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("That page was too old"));
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused() {
    let mut json = form("/", None, "name=Alice");
    json.headers_mut()
        .insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
    assert_eq!(ask(json).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let long = ask(form("/", None, &format!("name={}", "a".repeat(17_000)))).await;
    assert_eq!(long.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(long.body.contains("That was too long"));
}

#[tokio::test]
async fn failures_are_pages_with_the_requests_id() {
    for (path, status, says) in [
        ("/nothing", StatusCode::NOT_FOUND, "There is nothing here"),
        (
            "/link/stop/sesame",
            StatusCode::METHOD_NOT_ALLOWED,
            "Nothing was changed",
        ),
        (
            "/panic",
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something broke on our side",
        ),
        (
            "/busy",
            StatusCode::SERVICE_UNAVAILABLE,
            "Try again in 2 minutes",
        ),
    ] {
        let answer = ask(at(path)).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.body.contains(says), "{path}: {}", answer.body);
        assert!(
            answer
                .body
                .contains(answer.headers["x-request-id"].to_str().unwrap()),
            "{path}"
        );
        assert!(
            answer.headers[header::CONTENT_TYPE]
                .to_str()
                .unwrap()
                .starts_with("text/html"),
            "{path}"
        );
        assert!(!answer.body.contains("sesame"), "{path}");
    }
    assert_eq!(ask(at("/busy")).await.headers[header::RETRY_AFTER], "90");
}

#[tokio::test]
async fn a_head_request_gets_no_body() {
    let head = Request::head("/nothing")
        .header(header::HOST, HOST)
        .body(Body::empty())
        .unwrap();
    let answer = ask(head).await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::NOT_FOUND, "")
    );
}

#[tokio::test]
async fn a_log_line_names_the_route_and_never_the_token() {
    log::listen();
    for path in [
        "/link/stop/sesame",
        "/nothing/sesame",
        "/?to=sesame",
        "//link/stop/sesame",
    ] {
        ask(at(path)).await;
    }
    ask(form("/link/stop/sesame", Some("sesame"), "name=sesame")).await;
    let log = log::heard();
    assert!(log.contains("/link/stop/{token}"), "{log}");
    assert!(log.contains("status=404"), "{log}");
    assert!(!log.contains("sesame"), "{log}");
}
