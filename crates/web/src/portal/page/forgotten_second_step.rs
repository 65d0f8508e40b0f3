//! Forgotten password, step 2: the phone's six digits. Here everything is judged at once, and every refusal is one answer.

use super::forgotten::{Claim, late};
use crate::portal::door::{Portal, go, with_session};
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
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
    let digits = form.secret("digits");
    if TypedDigits::read(&digits).is_none() {
        let problem = frame.text("field-digits-not-six");
        return Ok(answer(&ForgottenSecondStep {
            frame: frame.wrong("digits", problem),
            sealed,
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
            }))
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for ForgottenSecondStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame| Self {
            frame,
            sealed: "c2VhbGVk".into(),
        };
        let refused = frame.clone().wrong_overall(frame.text("forgotten-refused"));
        vec![("empty", page(frame.clone())), ("refused", page(refused))]
    }
}
