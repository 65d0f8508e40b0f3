//! The API of apps, as a program calls it.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "JSON that lacks what it should have stops the test"
)]

mod accounts;
mod codes;
mod doors;
mod sets;

use axum::body::Body;
use axum::http::StatusCode;
use counterfoil_model::ApiScope;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::api::TestApiApp;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use serde_json::Value;

/// A program of an app that may do everything.
pub(crate) struct Program {
    pub(crate) app: TestApp,
    pub(crate) shop: TestApiApp,
    http: Browser,
}

/// An answer: its status and its JSON.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) says: Value,
    pub(crate) page: Page,
}

impl Program {
    pub(crate) async fn on(engine: Engine) -> Self {
        let app = TestApp::on(engine).await;
        let shop = app.api_app("shop", ApiScope::ALL).await;
        let http = app.browser(50);
        Self { app, shop, http }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[], None).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &[], Some(body)).await
    }

    /// With an Idempotency-Key.
    pub(crate) async fn once(&mut self, key: &str, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &[("idempotency-key", key)], Some(body))
            .await
    }

    pub(crate) async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Answer {
        let bearer = format!("Bearer {}", self.shop.key);
        let mut all = vec![("authorization", bearer.as_str())];
        all.extend_from_slice(headers);
        if body.is_some() {
            all.push(("content-type", "application/json"));
        }
        let body = body.map(Value::to_string).unwrap_or_default();
        send(&mut self.http, method, path, &all, body).await
    }
}

pub(crate) async fn send(
    http: &mut Browser,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: String,
) -> Answer {
    let mut request = http.request(method, &format!("/api/v1{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let page = http.send(request.body(Body::from(body))).await;
    let says = serde_json::from_slice(&page.bytes).unwrap_or(Value::Null);
    Answer {
        status: page.status,
        says,
        page,
    }
}

impl Answer {
    /// A refusal of this status and code, about this field: whole, as RFC 9457 has it.
    #[track_caller]
    pub(crate) fn must_refuse(&self, status: u16, code: &str, field: Option<&str>) {
        assert_eq!(
            (self.status.as_u16(), &self.says["code"]),
            (status, &code.into()),
            "{}",
            self.says
        );
        assert_eq!(self.says["field"].as_str(), field, "{}", self.says);
        assert_eq!(self.says["status"], status);
        assert!(self.says["hint"].is_string() && self.says["title"].is_string());
        assert_eq!(self.says["type"], "about:blank");
        let kind = self.page.header_lines("content-type");
        assert_eq!(kind, ["application/problem+json"]);
    }
}
