//! Whether the line on a sheet still stands for the record: asked by whoever has the sheet. Nothing is changed by asking.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::audit::HeadLine;

/// The page. `/activity/record`.
#[derive(Debug, Template)]
#[template(path = "page/activity_record.html")]
pub struct ActivityRecord {
    /// The frame.
    pub frame: Frame,
    /// What was typed.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::ActivityRecord.path(), get(show).post(compare))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Response {
    answer(&ActivityRecord {
        frame: signed_in.frame(&portal),
        typed: String::new(),
    })
}

async fn compare(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let typed = form.text("line").to_owned();
    let Some(line) = HeadLine::read(&typed) else {
        let problem = frame.text("activity-record-unreadable");
        let frame = frame.wrong("line", problem);
        return Ok(answer(&ActivityRecord { frame, typed }));
    };
    let frame = if let Some(head) = portal.app.head_of_line(&line).await? {
        let at = frame.words().moment(head.at.as_micros());
        let fits = frame.one("activity-record-fits", "at", at);
        frame.done(fits)
    } else {
        let other = frame.text("activity-record-differs");
        frame.wrong("line", other)
    };
    Ok(answer(&ActivityRecord { frame, typed }))
}

#[cfg(test)]
impl super::samples::Sample for ActivityRecord {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, typed: &str| Self {
            frame,
            typed: typed.into(),
        };
        let line = "7K3Q F9XW 2MT4 HNJQ 1ZQ5";
        let fits = frame.one("activity-record-fits", "at", "23 November 2026 at 14:05");
        let other = frame.text("activity-record-differs");
        let unreadable = frame.text("activity-record-unreadable");
        vec![
            ("asks", page(frame.clone(), "")),
            ("fits", page(frame.clone().done(fits), line)),
            ("differs", page(frame.clone().wrong("line", other), line)),
            (
                "unreadable",
                page(frame.clone().wrong("line", unreadable), "7K3Q"),
            ),
        ]
    }
}
