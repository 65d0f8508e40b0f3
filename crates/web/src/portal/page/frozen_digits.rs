//! Ending a freeze by the phone's six digits, because the paper was taken or nobody knows what was.

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
use counterfoil_model::Taken;
use counterfoil_service::sign_in::TotpRefusal;
use serde::Deserialize;
use std::sync::Arc;

/// The page. `/frozen/digits`.
#[derive(Debug, Template)]
#[template(path = "page/frozen_digits.html")]
pub struct FrozenDigits {
    /// The frame.
    pub frame: Frame,
    /// What was taken, as it was answered.
    pub taken: Taken,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::FrozenDigits.path(), get(show).post(submit))
}

/// The answer: `taken` in the query or the form.
#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    taken: String,
}

async fn show(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    Query(chosen): Query<Answer>,
) -> Response {
    match Taken::parse(&chosen.taken).filter(|_| half.half.frozen) {
        Some(taken) => answer(&FrozenDigits {
            frame: half.visitor.frame(&portal),
            taken,
        }),
        None => go(Route::Frozen),
    }
}

async fn submit(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let Some(taken) = Taken::parse(form.text("taken")) else {
        return Ok(go(Route::Frozen));
    };
    let (app, visit, half_session, digits) = (
        Arc::clone(&portal.app),
        half.visitor.visit.clone(),
        half.half.clone(),
        form.secret("digits"),
    );
    let thawed = detached(async move {
        app.thaw_by_totp(&half_session, &visit, taken, &digits)
            .await
    });
    let frame = half.visitor.frame(&portal);
    let now = portal.app.now();
    let (problem, until) = match thawed.await? {
        Ok(session) => return Ok(with_session(go(Route::YouAreBack), &session)),
        Err(TotpRefusal::Ended) => return Ok(go_to(Route::SIGN_IN_LATE)),
        Err(TotpRefusal::Internal(fault)) => return Err(fault.into()),
        Err(TotpRefusal::NoApp) => return Ok(go(Route::Frozen)),
        Err(TotpRefusal::NotSixDigits) => (frame.text("field-digits-not-six"), None),
        Err(TotpRefusal::Wrong(left)) => (
            refusal::wrong(frame.words(), &left, now, "second-step-wrong"),
            left.wait_until,
        ),
        Err(TotpRefusal::Wait(until)) => (refusal::early(frame.words(), until, now), Some(until)),
    };
    let page = answer(&FrozenDigits {
        frame: frame.wrong("digits", problem),
        taken,
    });
    Ok(heard_from(page, until, now))
}

#[cfg(test)]
impl super::samples::Sample for FrozenDigits {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("digits", frame.text("second-step-wrong"));
        let page = |frame| Self {
            frame,
            taken: Taken::Paper,
        };
        vec![("empty", page(frame.clone())), ("wrong", page(wrong))]
    }
}
