//! A browser in memory: it keeps cookies, follows redirects, and sends the forms that it was shown.

#![expect(
    clippy::panic,
    reason = "a request that no server could get must stop the test"
)]

use crate::page::{Page, PageForm};
use crate::story::TestOwner;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, header};
use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use tower::ServiceExt;
use url::form_urlencoded;

/// What it says of itself.
const AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
/// More redirects in a row than any page of ours leads through.
const MOST_HOPS: usize = 5;
/// More than any answer of ours, in bytes.
const LONGEST: usize = 4 << 20;

/// A browser. A clone has the same cookies, and from then on its own.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    origin: String,
    address: IpAddr,
    cookies: BTreeMap<String, String>,
    sent: usize,
}

impl Browser {
    /// A fresh one at this address, which knows the server under this origin.
    #[must_use]
    pub const fn new(router: Router, origin: String, address: IpAddr) -> Self {
        Self {
            router,
            origin,
            address,
            cookies: BTreeMap::new(),
            sent: 0,
        }
    }

    /// Opens a page and follows redirects.
    ///
    /// # Panics
    /// When redirects go round in circles, or elsewhere.
    pub async fn get(&mut self, path: &str) -> Page {
        let page = self
            .send(self.request("GET", path).body(Body::empty()))
            .await;
        self.follow(page).await
    }

    /// Fills in the first form of the page's main part, sends it, and follows redirects.
    ///
    /// # Panics
    /// When the form has no such field.
    pub async fn submit(&mut self, page: &Page, given: &[(&str, &str)]) -> Page {
        self.submit_form(&page.form(), given).await
    }

    /// Fills in the form of the page that is sent to this path, sends it, and follows redirects.
    ///
    /// # Panics
    /// When there is no such form or field.
    pub async fn submit_to(&mut self, page: &Page, action: &str, given: &[(&str, &str)]) -> Page {
        self.submit_form(&page.form_to(action), given).await
    }

    async fn submit_form(&mut self, form: &PageForm, given: &[(&str, &str)]) -> Page {
        let page = self.post(&form.action, &form.filled(given)).await;
        self.follow(page).await
    }

    /// Sends these fields as they are, and follows no redirect.
    ///
    /// # Panics
    /// When they can't be sent.
    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        let request = self.form_request(path, fields);
        self.send(Ok(request)).await
    }

    /// The request that [`post`](Self::post) would send.
    ///
    /// # Panics
    /// When the path is none.
    #[must_use]
    pub fn form_request(&self, path: &str, fields: &[(String, String)]) -> Request<Body> {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        // Under our referrer policy browsers name no origin with a form.
        let request = request
            .header(header::ORIGIN, "null")
            .body(Body::from(body));
        request.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A request of this browser, with its cookies, to be finished and given to [`send`](Self::send).
    #[must_use]
    pub fn request(&self, method: &str, path: &str) -> Builder {
        let host = self
            .origin
            .split_once("://")
            .map_or(self.origin.as_str(), |(_, host)| host);
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::USER_AGENT, AGENT)
            .header("sec-fetch-site", "same-origin")
            .extension(ConnectInfo(SocketAddr::new(self.address, 50_000)));
        if self.cookies.is_empty() {
            return request;
        }
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        request.header(header::COOKIE, cookies.join("; "))
    }

    /// Sends one request, keeps the cookies of its answer, and follows no redirect.
    ///
    /// # Panics
    /// When it is no request, or the answer has no end.
    pub async fn send(&mut self, request: Result<Request<Body>, axum::http::Error>) -> Page {
        let request = request.unwrap_or_else(|error| panic!("that is no request: {error}"));
        let path = request.uri().to_string();
        self.sent += 1;
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .unwrap_or_else(|never| match never {});
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, LONGEST)
            .await
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        self.keep(&parts.headers);
        Page {
            status: parts.status,
            headers: parts.headers,
            bytes,
            path,
            hops: Vec::new(),
        }
    }

    pub(crate) async fn follow(&mut self, mut page: Page) -> Page {
        let mut hops = Vec::new();
        while page.status.is_redirection() {
            let to = page.header_lines("location").concat();
            assert!(
                to.starts_with('/') && !to.starts_with("//"),
                "{} leads away, to {to}",
                page.path
            );
            hops.push(to.clone());
            assert!(
                hops.len() <= MOST_HOPS,
                "redirects go round in circles: {hops:?}"
            );
            page = self
                .send(self.request("GET", &to).body(Body::empty()))
                .await;
        }
        Page { hops, ..page }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = String::from_utf8_lossy(line.as_bytes());
            let (pair, attributes) = line.split_once(';').unwrap_or((&line, ""));
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            if value.is_empty() || attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The value of a cookie it holds.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Holds this cookie from now on.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// How many requests it sent so far.
    #[must_use]
    pub const fn sent(&self) -> usize {
        self.sent
    }

    /// Types the owner's address and password on the sign-in page.
    ///
    /// # Panics
    /// When there is no such page.
    pub async fn types_password(&mut self, owner: &TestOwner) -> Page {
        let page = self.get("/sign-in").await;
        self.submit(
            &page,
            &[("address", &owner.address), ("password", &owner.password)],
        )
        .await
    }

    /// Types six digits on the second step's page, after the password.
    ///
    /// # Panics
    /// When there is no such page.
    pub async fn types_digits(&mut self, digits: &str) -> Page {
        let page = self.get("/sign-in/second-step").await;
        self.submit(&page, &[("digits", digits)]).await
    }

    /// Types a code where one is asked for, after the password.
    ///
    /// # Panics
    /// When there is no such page.
    pub async fn types_code(&mut self, code: &str) -> Page {
        let page = self.get("/sign-in/code").await;
        self.submit(&page, &[("code", code)]).await
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Browser({}, {} cookies)",
            self.address,
            self.cookies.len()
        )
    }
}
