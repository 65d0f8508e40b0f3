//! Forgotten password, step 2: a passkey or the phone's six digits. Here everything is judged at once, and every refusal is one answer.

use super::forgotten::{Claim, late};
use crate::portal::door::{Portal, go, with_session};
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, PasskeyForm, TypedAnswer, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::passkey::Purpose;
use counterfoil_model::totp::TypedDigits;
use counterfoil_service::password::ResetRefusal;
use std::sync::Arc;

/// The page. `/forgotten/second-step`, and the answer to the first step.
#[derive(Debug, Template)]
#[template(path = "page/forgotten_second_step.html")]
pub struct ForgottenSecondStep {
    /// The frame.
    pub frame: Frame,
    /// Address and code, sealed for this browser.
    pub sealed: String,
    /// Whether a passkey may be used here, whoever it is.
    pub passkeys: bool,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(
        Route::ForgottenSecondStep.path(),
        get(|| async { go(Route::Forgotten) }).post(submit),
    )
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    form: Form,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let sealed = form.text("sealed").to_owned();
    let Some(claim) = Claim::unseal(&portal.app, &visitor, &sealed) else {
        return Ok(late(frame));
    };
    let passkeys = portal.app.has_passkeys();
    if let Some(typed) = TypedAnswer::of(&form) {
        return by_passkey(&portal, &visitor, claim, typed, sealed).await;
    }
    let digits = form.secret("digits");
    if TypedDigits::read(&digits).is_none() {
        let problem = frame.text("field-digits-not-six");
        return Ok(answer(&ForgottenSecondStep {
            frame: frame.wrong("digits", problem),
            sealed,
            passkeys,
        }));
    }
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let granted = detached(async move {
        app.grant_reset(&visit, &claim.address, &claim.code, &digits)
            .await
    });
    match granted.await? {
        Ok(token) => Ok(with_session(go(Route::ForgottenPassword), &token)),
        Err(ResetRefusal::Internal(fault)) => Err(fault.into()),
        Err(ResetRefusal::Wrong | ResetRefusal::New(_) | ResetRefusal::Ended) => {
            let problem = frame.text("forgotten-refused");
            Ok(answer(&ForgottenSecondStep {
                frame: frame.wrong_overall(problem),
                sealed,
                passkeys,
            }))
        }
    }
}

async fn by_passkey(
    portal: &Portal,
    visitor: &Visitor,
    claim: Claim,
    typed: TypedAnswer,
    sealed: String,
) -> Result<Response, Failure> {
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let granted = detached(async move {
        let answer = typed.answer();
        app.grant_reset_by_passkey(&visit, &claim.address, &claim.code, answer)
            .await
    });
    let frame = visitor.frame(portal);
    let problem = match granted.await? {
        Ok(token) => return Ok(with_session(go(Route::ForgottenPassword), &token)),
        Err(ResetRefusal::Internal(fault)) => return Err(fault.into()),
        Err(ResetRefusal::Ended) => frame.text("passkey-over"),
        Err(ResetRefusal::Wrong | ResetRefusal::New(_)) => frame.text("forgotten-refused"),
    };
    Ok(answer(&ForgottenSecondStep {
        frame: frame.wrong_overall(problem),
        sealed,
        passkeys: true,
    }))
}

impl ForgottenSecondStep {
    fn by_passkey(&self) -> PasskeyForm {
        let page = Route::ForgottenSecondStep.path();
        self.frame
            .passkey(Purpose::Reset, page, "button-use-passkey")
            .carrying("sealed", &self.sealed)
    }
}

#[cfg(test)]
impl super::samples::Sample for ForgottenSecondStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame| Self {
            frame,
            sealed: "c2VhbGVk".into(),
            passkeys: true,
        };
        let refused = frame.clone().wrong_overall(frame.text("forgotten-refused"));
        vec![("empty", page(frame.clone())), ("refused", page(refused))]
    }
}
