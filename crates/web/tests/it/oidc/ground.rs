//! A webmail and its browser.

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, StatusCode, header};
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::apps::{WEBMAIL_REDIRECT, WEBMAIL_SECRET};
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::story::TestOwner;
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;
use url::{Url, form_urlencoded};

/// An answer to a program.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The text of a field.
    pub(crate) fn text(&self, name: &str) -> String {
        let json = self.json();
        let text = json.get(name).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("no {name} in {json}"))
            .to_owned()
    }

    /// It is refused by this name, is not kept by anybody and sets no cookie.
    pub(crate) fn must_refuse(&self, status: u16, error: &str) {
        assert_eq!(
            (self.status.as_u16(), self.text("error").as_str()),
            (status, error)
        );
        assert_eq!(self.headers.get(header::CACHE_CONTROL).unwrap(), "no-store");
        assert!(!self.headers.contains_key(header::SET_COOKIE));
    }
}

/// A request of an app's server.
pub(crate) fn request(method: &str, path: &str) -> Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "account.mail.example")
        .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 9], 4_000))))
}

pub(crate) async fn send(app: &TestApp, request: Request<Body>) -> Answer {
    let answer = app.router().oneshot(request).await.unwrap();
    let (parts, body) = answer.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: to_bytes(body, 1 << 20).await.unwrap().to_vec(),
    }
}

pub(crate) async fn get(app: &TestApp, path: &str) -> Answer {
    send(app, request("GET", path).body(Body::empty()).unwrap()).await
}

/// A form of an app's server.
pub(crate) async fn post(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let request = request("POST", path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body));
    send(app, request.unwrap()).await
}

/// A form of the webmail's server, with its secret.
pub(crate) async fn webmail(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Answer {
    let own = [("client_id", "webmail"), ("client_secret", WEBMAIL_SECRET)];
    post(app, path, &[&own, fields].concat()).await
}

/// Roundcube's request with these parameters added, changed or, where they are empty, taken away.
pub(crate) fn authorize(changes: &[(&str, &str)]) -> String {
    let mut pairs = vec![
        ("response_type", "code"),
        ("client_id", "webmail"),
        ("scope", "openid email mail offline_access"),
        ("redirect_uri", WEBMAIL_REDIRECT),
        ("state", "HnQbAQPSL0Qe"),
    ];
    for (name, value) in changes {
        pairs.retain(|(own, _)| own != name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    format!("/oauth/authorize?{query}")
}

/// Where a browser ends up.
#[derive(Debug)]
pub(crate) enum Arrived {
    /// At a page of ours.
    At(Page),
    /// At an app.
    Away(Url),
}

impl Arrived {
    pub(crate) fn page(self) -> Page {
        match self {
            Self::At(page) => page,
            Self::Away(url) => panic!("it left, to {url}"),
        }
    }

    /// The parameters that the webmail got.
    pub(crate) fn at_webmail(self) -> BTreeMap<String, String> {
        let url = match self {
            Self::Away(url) => url,
            Self::At(page) => panic!("it stayed: {page:?}"),
        };
        assert!(url.as_str().starts_with(WEBMAIL_REDIRECT), "{url}");
        url.query_pairs().into_owned().collect()
    }
}

/// Opens an address and follows redirects, also those of a page, until a page stays or an app is reached.
pub(crate) async fn travel(browser: &mut Browser, path: &str) -> Arrived {
    let mut next = path.to_owned();
    for _ in 0..8 {
        let page = browser
            .send(browser.request("GET", &next).body(Body::empty()))
            .await;
        next = if page.status.is_redirection() {
            page.header_lines("location").concat()
        } else {
            match refresh(&page) {
                Some(to) => to,
                None => return Arrived::At(page),
            }
        };
        if !next.starts_with('/') {
            return Arrived::Away(Url::parse(&next).unwrap());
        }
    }
    panic!("it goes round in circles, to {next}")
}

/// Goes on from a page that goes on by itself.
pub(crate) async fn go_on(browser: &mut Browser, page: Page) -> Arrived {
    match refresh(&page) {
        Some(to) if to.starts_with('/') => travel(browser, &to).await,
        Some(to) => Arrived::Away(Url::parse(&to).unwrap()),
        None => Arrived::At(page),
    }
}

fn refresh(page: &Page) -> Option<String> {
    let html = page.html();
    let (_, rest) = html.split_once("<meta http-equiv=\"refresh\" content=\"0;url=")?;
    let to = rest.split('"').next()?;
    Some(to.replace("&#38;", "&").replace("&amp;", "&"))
}

/// A browser in which the owner is signed in.
pub(crate) async fn signed_in(app: &TestApp, owner: &TestOwner, n: u16) -> Browser {
    let mut browser = app.browser(n);
    browser.types_password(owner).await;
    let page = browser.types_digits(&app.next_digits(owner)).await;
    assert_eq!(page.path, "/", "{page:?}");
    browser
}

/// A code for the webmail.
pub(crate) async fn code(browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    let arrived = travel(browser, &authorize(changes)).await;
    arrived.at_webmail().remove("code").unwrap()
}

/// What the webmail's server sends for a code.
pub(crate) fn exchange(code: &str) -> [(&str, &str); 3] {
    [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", WEBMAIL_REDIRECT),
    ]
}

/// The webmail's tokens after a sign-in.
pub(crate) async fn tokens(app: &TestApp, browser: &mut Browser) -> Value {
    let code = code(browser, &[]).await;
    let answer = webmail(app, "/oauth/token", &exchange(&code)).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

/// A field of the webmail's tokens.
pub(crate) fn field<'a>(tokens: &'a Value, name: &str) -> &'a str {
    tokens.get(name).and_then(Value::as_str).unwrap()
}

/// The claims of a signed text, unread otherwise.
pub(crate) fn claims(token: &str) -> Value {
    let body = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&BASE64URL_NOPAD.decode(body.as_bytes()).unwrap()).unwrap()
}

/// What userinfo answers to a token.
pub(crate) async fn userinfo(app: &TestApp, token: &str) -> Answer {
    let request = request("GET", "/oauth/userinfo")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .body(Body::empty());
    send(app, request.unwrap()).await
}
