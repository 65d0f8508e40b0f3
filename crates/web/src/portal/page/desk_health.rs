//! Health: what the doctor says of this installation, worst first, each with what to do about it.

use crate::portal::door::Portal;
use crate::portal::operator::Operator;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::Finding;

/// The page. `/desk/health`.
#[derive(Debug, Template)]
#[template(path = "page/desk_health.html")]
pub struct DeskHealth {
    /// The frame.
    pub frame: Frame,
    /// What doesn't work.
    pub failures: Vec<Said>,
    /// What works, and will hurt one day.
    pub warnings: Vec<Said>,
    /// What is well.
    pub well: Vec<Said>,
}

/// A finding, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// What was looked at.
    pub what: String,
    /// How it is, and what to do about it.
    pub how: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::DeskHealth.path(), get(show))
}

async fn show(State(portal): State<Portal>, operator: Operator) -> Response {
    let findings = portal.doctor.examine().await;
    answer(&DeskHealth::of(operator.frame(&portal), &findings))
}

impl DeskHealth {
    fn of(frame: Frame, findings: &[Finding]) -> Self {
        let mut page = Self {
            frame,
            failures: Vec::new(),
            warnings: Vec::new(),
            well: Vec::new(),
        };
        for finding in findings {
            let list = match finding {
                Finding::Fail(_) => &mut page.failures,
                Finding::Warn(_) => &mut page.warnings,
                Finding::Ok(_) => &mut page.well,
            };
            list.push(Said::of(finding.text()));
        }
        page
    }
}

impl Said {
    fn of(text: &str) -> Self {
        let (what, how) = text.split_once(": ").unwrap_or(("", text));
        Self {
            what: what.to_owned(),
            how: how.to_owned(),
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for DeskHealth {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let of = |findings: &[Finding]| Self::of(frame.clone(), findings);
        let well = Finding::Ok("public_url: https://account.example.org/".into());
        let warning = Finding::Warn("help_line: is missing; somebody who gets a notice they don't understand needs a person to ask".into());
        let failure = Finding::Fail("keys: none for sealing".into());
        vec![
            ("well", of(std::slice::from_ref(&well))),
            ("ill", of(&[well, warning, failure])),
        ]
    }
}
