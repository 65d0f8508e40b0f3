//! Ending a freeze by a passkey or the phone's six digits, because the paper was taken or nobody knows what was.

use crate::portal::door::{Portal, go, go_to, heard_from, with_session};
use crate::portal::visitor::HalfSignedIn;
use crate::portal::{Frame, PasskeyForm, TypedAnswer, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::Taken;
use counterfoil_model::passkey::Purpose;
use counterfoil_service::passkey::PasskeyRefusal;
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
    /// Whether a passkey may be used: it comes first.
    pub passkey: bool,
    /// Whether the phone's digits may.
    pub phone: bool,
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
) -> Result<Response, Failure> {
    match Taken::parse(&chosen.taken) {
        Some(taken) => page(&portal, &half, half.visitor.frame(&portal), taken).await,
        None => Ok(go(Route::Frozen)),
    }
}

async fn page(
    portal: &Portal,
    half: &HalfSignedIn,
    frame: Frame,
    taken: Taken,
) -> Result<Response, Failure> {
    let Some(frozen) = portal.app.frozen(&half.half).await? else {
        return Ok(go(Route::Frozen));
    };
    Ok(answer(&FrozenDigits {
        frame,
        taken,
        passkey: frozen.passkey && portal.app.has_passkeys(),
        phone: frozen.totp,
    }))
}

impl FrozenDigits {
    fn by_passkey(&self) -> PasskeyForm {
        let page = Route::FrozenDigits.path();
        self.frame
            .passkey(Purpose::Thaw, page, "frozen-passkey-button")
            .carrying("taken", self.taken.as_str())
            .first()
    }
}

async fn by_passkey(
    portal: &Portal,
    half: &HalfSignedIn,
    taken: Taken,
    typed: TypedAnswer,
) -> Result<Response, Failure> {
    let (app, visit, session) = (
        Arc::clone(&portal.app),
        half.visitor.visit.clone(),
        half.half.clone(),
    );
    let thawed = detached(async move {
        app.thaw_by_passkey(&session, &visit, taken, typed.answer())
            .await
    });
    let frame = half.visitor.frame(portal);
    match thawed.await? {
        Ok(session) => Ok(with_session(go(Route::YouAreBack), &session)),
        Err(PasskeyRefusal::Internal(fault)) => Err(fault.into()),
        Err(refused) => match refusal::passkey(frame.words(), &refused, portal.app.now()) {
            Some(problem) => page(portal, half, frame.wrong_overall(problem), taken).await,
            None => Ok(go_to(Route::SIGN_IN_LATE)),
        },
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
    if let Some(typed) = TypedAnswer::of(&form) {
        return by_passkey(&portal, &half, taken, typed).await;
    }
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
    let page = page(&portal, &half, frame.wrong("digits", problem), taken).await?;
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
            passkey: false,
            phone: true,
        };
        let passkey = Self {
            passkey: true,
            phone: false,
            ..page(frame.clone())
        };
        vec![
            ("empty", page(frame.clone())),
            ("wrong", page(wrong)),
            ("passkey", passkey),
        ]
    }
}
