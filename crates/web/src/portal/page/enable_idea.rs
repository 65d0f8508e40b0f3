//! Enabling or renewing, step 1: what a code is, or what a new sheet does to the old one.

use super::flow::{Flow, in_the_way};
use crate::portal::door::{Portal, go};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::codes::ShowRefusal;

/// The page. `/codes/enable` and `/codes/renew`.
#[derive(Debug, Template)]
#[template(path = "page/enable_idea.html")]
pub struct EnableIdea {
    /// The frame.
    pub frame: Frame,
    /// Enabling or renewing.
    pub flow: Flow,
    /// Whether a sheet is in force.
    pub old_sheet: bool,
    /// What was answered to "your phone is in the river": `desk`, `paper`, `mailbox` or nothing.
    pub answer: String,
}

/// The answer that leads on.
pub const RIGHT_ANSWER: &str = "paper";

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Enable.path(), get(show).post(submit))
        .route(Route::Renew.path(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    match portal.app.may_show_codes(&signed_in.session).await {
        // Proving a factor again is for the moment before the sheet is made.
        Ok(()) | Err(ShowRefusal::StepUpWanted) => {}
        Err(refusal) => return in_the_way(frame, refusal, flow.idea()),
    }
    let old_sheet = portal
        .app
        .codes_status(signed_in.session.account)
        .await?
        .sheet
        .is_some();
    Ok(answer(&EnableIdea {
        frame,
        flow,
        old_sheet,
        answer: String::new(),
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
    form: Form,
) -> Response {
    let frame = signed_in.frame(&portal);
    let chosen = form.text("river");
    if flow.renews() || chosen == RIGHT_ANSWER {
        return go(flow.paper());
    }
    let problem = frame.text(match chosen {
        "desk" => "enable-river-not-desk",
        "mailbox" => "enable-river-not-mailbox",
        _ => "enable-river-not-answered",
    });
    let page = EnableIdea {
        frame: frame.wrong("river", problem),
        flow,
        old_sheet: false,
        answer: chosen.to_owned(),
    };
    answer(&page)
}

#[cfg(test)]
impl super::samples::Sample for EnableIdea {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = |answer: &str| {
            frame
                .clone()
                .wrong("river", frame.text(&format!("enable-river-not-{answer}")))
        };
        let page = |frame, answer: &str| Self {
            frame,
            flow: Flow::Enable,
            old_sheet: false,
            answer: answer.into(),
        };
        let renewal = |old_sheet| Self {
            flow: Flow::Renew,
            old_sheet,
            ..page(frame.clone(), "")
        };
        vec![
            ("empty", page(frame.clone(), "")),
            ("desk", page(wrong("desk"), "desk")),
            ("mailbox", page(wrong("mailbox"), "mailbox")),
            ("nothing", page(wrong("answered"), "")),
            ("renewal", renewal(true)),
            ("renewal_after_loss", renewal(false)),
        ]
    }
}
