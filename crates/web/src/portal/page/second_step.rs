//! The second step of signing in: six digits of the phone, and the way out for who has none.

use crate::place::Place;
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
use counterfoil_model::passkey::Purpose;
use counterfoil_service::passkey::PasskeyRefusal;
use counterfoil_service::sign_in::TotpRefusal;
use serde::Deserialize;
use std::sync::Arc;

/// The page. `/sign-in/second-step`.
#[derive(Debug, Template)]
#[template(path = "page/second_step.html")]
#[expect(clippy::struct_excessive_bools, reason = "each way is there or isn't")]
pub struct SecondStep {
    /// The frame.
    pub frame: Frame,
    /// Whether a passkey works: it comes first.
    pub passkey: bool,
    /// Whether the phone's digits do.
    pub phone: bool,
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

    fn by_passkey(&self) -> PasskeyForm {
        let page = Route::SecondStep.path();
        self.frame
            .passkey(Purpose::SecondStep, page, "button-use-passkey")
            .on_the_way(self.to.as_ref())
            .first()
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
    if !step.totp && !step.passkey {
        return Ok(go_to(&code_page(to.as_ref())));
    }
    let frame = half.visitor.frame(&portal);
    Ok(answer(&SecondStep {
        frame,
        passkey: step.passkey,
        phone: step.totp,
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
    if let Some(typed) = TypedAnswer::of(&form) {
        return by_passkey(&portal, &half, typed, to).await;
    }
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
        passkey: step.passkey,
        phone: step.totp,
        has_codes: step.codes_left.is_some(),
        codes_shut: step.codes_suspended,
        to,
    });
    Ok(heard_from(page, until, now))
}

async fn by_passkey(
    portal: &Portal,
    half: &HalfSignedIn,
    typed: TypedAnswer,
    to: Option<Place>,
) -> Result<Response, Failure> {
    let (app, visit, session) = (
        Arc::clone(&portal.app),
        half.visitor.visit.clone(),
        half.half.clone(),
    );
    let judged = detached(async move {
        app.sign_in_with_passkey(&session, &visit, typed.answer())
            .await
    });
    let frame = half.visitor.frame(portal);
    let refusal = match judged.await? {
        Ok(token) => {
            let next = to.map_or_else(|| Route::Home.path().to_owned(), |to| to.path());
            return Ok(with_session(go_to(&next), &token));
        }
        Err(PasskeyRefusal::Internal(fault)) => return Err(fault.into()),
        Err(refusal) => refusal,
    };
    let Some(problem) = refusal::passkey(frame.words(), &refusal, portal.app.now()) else {
        return Ok(go_to(Route::SIGN_IN_LATE));
    };
    let step = portal.app.second_step(&half.half).await?;
    Ok(answer(&SecondStep {
        frame: frame.wrong_overall(problem),
        passkey: step.passkey,
        phone: step.totp,
        has_codes: step.codes_left.is_some(),
        codes_shut: step.codes_suspended,
        to,
    }))
}

#[cfg(test)]
impl super::samples::Sample for SecondStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("digits", frame.text("second-step-wrong"));
        let page = |frame: &Frame| Self {
            frame: frame.clone(),
            passkey: false,
            phone: true,
            has_codes: true,
            codes_shut: false,
            to: None,
        };
        let both = Self {
            passkey: true,
            ..page(frame)
        };
        let passkey = Self {
            passkey: true,
            phone: false,
            ..page(&frame.clone().wrong_overall(frame.text("passkey-wrong")))
        };
        let no_codes = Self {
            has_codes: false,
            ..page(frame)
        };
        let codes_shut = Self {
            has_codes: false,
            codes_shut: true,
            ..page(frame)
        };
        vec![
            ("empty", page(frame)),
            ("wrong", page(&wrong)),
            ("passkey_and_phone", both),
            ("passkey", passkey),
            ("no_codes", no_codes),
            ("codes_shut", codes_shut),
        ]
    }
}
