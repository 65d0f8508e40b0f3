//! The page of a frozen account, after the right password: since when, what was taken, and the way that is left.

use super::message::Message;
use crate::portal::door::{Portal, go};
use crate::portal::visitor::HalfSignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::Taken;
use counterfoil_model::freeze::{Left, SecondFactor};

/// The page. `/frozen`.
#[derive(Debug, Template)]
#[template(path = "page/frozen.html")]
pub struct Frozen {
    /// The frame.
    pub frame: Frame,
    /// Since when.
    pub since: String,
    /// What was said when it was frozen: then nothing is asked.
    pub said: Option<Taken>,
    /// What worked when it was frozen.
    pub left: Left,
}

/// One answer to "what was taken?".
struct Answer {
    title: &'static str,
    what: &'static str,
    to: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Frozen.path(), get(show))
        .route(Route::FrozenHelp.path(), get(help))
}

async fn show(State(portal): State<Portal>, half: HalfSignedIn) -> Result<Response, Failure> {
    let Some(frozen) = portal.app.frozen(&half.half).await? else {
        return Ok(go(Route::SecondStep));
    };
    let frame = half.visitor.frame(&portal);
    let leads_back = match frozen.said {
        Some(said) => said.way_back(frozen.left).is_some(),
        None => frozen.left.leads_back(),
    };
    if !leads_back {
        return Ok(answer(&person(
            &portal,
            frame,
            ("shell-back-sign-in", Route::SignIn),
        )));
    }
    Ok(answer(&Frozen {
        since: frame.words().moment(frozen.since.as_micros()),
        said: frozen.said,
        left: frozen.left,
        frame,
    }))
}

async fn help(State(portal): State<Portal>, half: HalfSignedIn) -> Response {
    if !half.half.frozen {
        return go(Route::SecondStep);
    }
    let frame = half.visitor.frame(&portal);
    answer(&person(&portal, frame, ("frozen-help-back", Route::Frozen)))
}

/// Where nothing is left that opens the account: how a re-enrolment goes, and whom to ask.
fn person(portal: &Portal, frame: Frame, next: (&str, Route)) -> Message {
    let mut paragraphs = vec![
        frame.text("frozen-help-lead"),
        frame.text("frozen-help-then"),
    ];
    if !portal.help_line.is_empty() {
        paragraphs.push(portal.help_line.to_string());
    }
    paragraphs.push(frame.text("frozen-help-stays"));
    Message::say(frame, "frozen-help-title", paragraphs, next)
}

/// Where an answer leads.
fn way(taken: Taken, left: Left) -> String {
    match taken.way_back(left) {
        Some(SecondFactor::Codes) => Route::FrozenCode.path().to_owned(),
        Some(SecondFactor::Phone) => Route::frozen_digits(taken),
        None => Route::FrozenHelp.path().to_owned(),
    }
}

impl Frozen {
    fn answers(&self) -> Vec<Answer> {
        let answer = |taken: Taken, title, what| Answer {
            title,
            what,
            to: way(taken, self.left),
        };
        let both = Answer {
            title: "frozen-all",
            what: "frozen-all-what",
            to: Route::FrozenHelp.path().to_owned(),
        };
        match self.left {
            Left { codes: false, .. } => vec![
                answer(Taken::Phone, "frozen-phone", "frozen-all-what"),
                answer(Taken::Unknown, "frozen-else", "frozen-else-phone"),
            ],
            Left { phone: false, .. } => vec![
                answer(Taken::Paper, "frozen-paper", "frozen-all-what"),
                answer(Taken::Phone, "frozen-else", "frozen-else-codes"),
            ],
            _ => vec![
                answer(Taken::Phone, "frozen-phone", "frozen-phone-what"),
                answer(Taken::Paper, "frozen-paper", "frozen-paper-what"),
                answer(Taken::Unknown, "frozen-unknown", "frozen-unknown-what"),
                both,
            ],
        }
    }

    /// What was said, and where it leads.
    fn answered(&self) -> Option<(String, String)> {
        let said = self.said?;
        let id = match said {
            Taken::Phone => "frozen-said-phone",
            Taken::Paper => "frozen-said-paper",
            Taken::Unknown => "frozen-said-unknown",
        };
        Some((self.frame.text(id), way(said, self.left)))
    }
}

#[cfg(test)]
impl super::samples::Sample for Frozen {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |said| Self {
            frame: frame.clone(),
            since: "23 November 2026 at 14:05".into(),
            said,
            left: Left {
                phone: true,
                codes: true,
            },
        };
        let only = |phone| Self {
            left: Left {
                phone,
                codes: !phone,
            },
            ..page(None)
        };
        vec![
            ("phone_only", only(true)),
            ("codes_only", only(false)),
            ("asks", page(None)),
            ("phone", page(Some(Taken::Phone))),
            ("paper", page(Some(Taken::Paper))),
            ("unknown", page(Some(Taken::Unknown))),
        ]
    }
}
