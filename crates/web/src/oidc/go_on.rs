//! On the way back to an app. A form's answer must not lead to another site: browsers hold redirects after a form to the
//! page's `form-action`. So the way leads over a page, which goes on by itself.

use super::authorize::KEPT;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

/// The page. `/oauth/continue`, and the answer to whoever signed out at an app's wish.
#[derive(Debug, Template)]
#[template(path = "page/go_on.html")]
pub struct GoOn {
    /// The frame.
    pub frame: Frame,
    /// What happens.
    pub title: String,
    /// Where it leads.
    pub to: String,
}

/// `/oauth/continue`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::GoOn.path(), get(show))
}

#[derive(Deserialize)]
struct Kept {
    #[serde(default)]
    kept: String,
}

/// Where a kept request goes on.
#[must_use]
pub fn after_form(sealed: &str) -> String {
    format!("{}?{KEPT}={sealed}", Endpoint::GoOn)
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Query(kept): Query<Kept>,
) -> Response {
    let frame = visitor.frame(&portal);
    // Only what could be sealed by us: nothing else is put into the page.
    let ours = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let to = if kept.kept.bytes().all(ours) {
        format!("{}?{KEPT}={}", Endpoint::Authorize, kept.kept)
    } else {
        Route::Home.path().to_owned()
    };
    answer(&GoOn {
        title: frame.text("apps-going-on"),
        frame,
        to,
    })
}

#[cfg(test)]
impl crate::portal::page::samples::Sample for GoOn {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |title: &str, to: &str| Self {
            title: frame.text(title),
            frame: frame.clone(),
            to: to.to_owned(),
        };
        vec![
            (
                "signed_in",
                page("apps-going-on", "/oauth/authorize?kept=x"),
            ),
            (
                "signed_out",
                page("apps-signed-out-title", "https://webmail.example/"),
            ),
        ]
    }
}
