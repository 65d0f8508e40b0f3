//! The second step of signing in: six digits of the phone, and the way out for who has none.

use crate::place::Place;
use crate::portal::door::{Portal, go, go_to, heard_from, with_session};
use crate::portal::visitor::HalfSignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::sign_in::TotpRefusal;
use serde::Deserialize;
use std::sync::Arc;

/// The page. `/sign-in/second-step`.
#[derive(Debug, Template)]
#[template(path = "page/second_step.html")]
pub struct SecondStep {
    /// The frame.
    pub frame: Frame,
    /// Whether backup codes are on.
    pub has_codes: bool,
    /// Whether a freeze shut them.
    pub codes_shut: bool,
    /// Where to go afterwards.
    pub to: Option<Place>,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::SecondStep.path(), get(show).post(submit))
}

/// Where to go afterwards: `to` in the query or the form.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    to: String,
}

/// Where a code is asked for instead.
fn code_page(to: Option<&Place>) -> String {
    to.map_or_else(|| Route::UseCode.path().to_owned(), Place::after_code)
}

impl SecondStep {
    fn code_at(&self) -> String {
        code_page(self.to.as_ref())
    }
}

async fn show(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if half.half.frozen {
        return Ok(go(Route::Frozen));
    }
    let step = portal.app.second_step(&half.half).await?;
    let to = Place::read(&asked.to);
    if !step.totp {
        return Ok(go_to(&code_page(to.as_ref())));
    }
    let frame = half.visitor.frame(&portal);
    Ok(answer(&SecondStep {
        frame,
        has_codes: step.codes_left.is_some(),
        codes_shut: step.codes_suspended,
        to,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    form: Form,
) -> Result<Response, Failure> {
    if half.half.frozen {
        return Ok(go(Route::Frozen));
    }
    let to = Place::read(form.text("to"));
    let (app, visit, session) = (
        Arc::clone(&portal.app),
        half.visitor.visit.clone(),
        half.half.clone(),
    );
    let digits = form.secret("digits");
    let judged = detached(async move { app.sign_in_with_totp(&session, &visit, &digits).await });
    let frame = half.visitor.frame(&portal);
    let now = portal.app.now();
    let (problem, until) = match judged.await? {
        Ok(token) => {
            let next = to.map_or_else(|| Route::Home.path().to_owned(), |to| to.path());
            return Ok(with_session(go_to(&next), &token));
        }
        Err(TotpRefusal::Ended) => return Ok(go_to(Route::SIGN_IN_LATE)),
        Err(TotpRefusal::Internal(fault)) => return Err(fault.into()),
        Err(TotpRefusal::NoApp) => return Ok(go_to(&code_page(to.as_ref()))),
        Err(TotpRefusal::NotSixDigits) => (frame.text("field-digits-not-six"), None),
        Err(TotpRefusal::Wrong(left)) => (
            refusal::wrong(frame.words(), &left, now, "second-step-wrong"),
            left.wait_until,
        ),
        Err(TotpRefusal::Wait(until)) => (refusal::early(frame.words(), until, now), Some(until)),
    };
    let step = portal.app.second_step(&half.half).await?;
    let page = answer(&SecondStep {
        frame: frame.wrong("digits", problem),
        has_codes: step.codes_left.is_some(),
        codes_shut: step.codes_suspended,
        to,
    });
    Ok(heard_from(page, until, now))
}

#[cfg(test)]
impl super::samples::Sample for SecondStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("digits", frame.text("second-step-wrong"));
        vec![
            (
                "empty",
                Self {
                    frame: frame.clone(),
                    has_codes: true,
                    codes_shut: false,
                    to: None,
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    has_codes: true,
                    codes_shut: false,
                    to: None,
                },
            ),
            (
                "no_codes",
                Self {
                    frame: frame.clone(),
                    has_codes: false,
                    codes_shut: false,
                    to: None,
                },
            ),
            (
                "codes_shut",
                Self {
                    frame: frame.clone(),
                    has_codes: false,
                    codes_shut: true,
                    to: None,
                },
            ),
        ]
    }
}
