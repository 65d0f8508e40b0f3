//! "I have that phone after all": six digits of it open what a freeze had shut.

use crate::portal::door::{Portal, go, go_to, heard_from};
use crate::portal::page::message::Message;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::freeze::FoundRefusal;

/// The page. `/two-step/found`.
#[derive(Debug, Template)]
#[template(path = "page/phone_found.html")]
pub struct PhoneFound {
    /// The frame.
    pub frame: Frame,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::PhoneFound.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let account = signed_in.session.account;
    if !portal.app.stopped_by_a_freeze(account).await?.phone {
        return Ok(go(Route::TwoStep));
    }
    Ok(match portal.app.may_lift(&signed_in.session) {
        Err(FoundRefusal::StepUpWanted) => go_to(&Route::PhoneFound.after_step_up()),
        Err(_) => go(Route::TwoStep),
        Ok(()) => answer(&PhoneFound {
            frame: signed_in.frame(&portal),
        }),
    })
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let (app, session, visit) = signed_in.acting(&portal);
    let digits = form.secret("digits");
    let found = detached(async move { app.found_phone(&session, &visit, &digits).await });
    let frame = signed_in.frame(&portal);
    let now = portal.app.now();
    let (problem, until) = match found.await? {
        Ok(found) => {
            let done = if found.at_once {
                frame.text("found-phone-done")
            } else {
                let at = frame.words().moment(found.effective_at.as_micros());
                frame.one("found-phone-waits", "until", at)
            };
            let next = ("shell-back-home", Route::Home);
            let page = Message::say(frame, "found-phone-title", vec![done], next);
            return Ok(answer(&page));
        }
        Err(FoundRefusal::StepUpWanted) => {
            return Ok(go_to(&Route::PhoneFound.after_step_up()));
        }
        Err(FoundRefusal::Internal(fault)) => return Err(fault.into()),
        Err(FoundRefusal::NotSixDigits) => (frame.text("field-digits-not-six"), None),
        Err(FoundRefusal::Wrong(left)) => (
            refusal::wrong(frame.words(), &left, now, "found-wrong"),
            left.wait_until,
        ),
        Err(FoundRefusal::Wait(until)) => (refusal::early(frame.words(), until, now), Some(until)),
        Err(_) => return Ok(go(Route::TwoStep)),
    };
    let page = answer(&PhoneFound {
        frame: frame.wrong("digits", problem),
    });
    Ok(heard_from(page, until, now))
}

#[cfg(test)]
impl super::samples::Sample for PhoneFound {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame.clone().wrong("digits", frame.text("found-wrong"));
        let page = |frame| Self { frame };
        vec![("empty", page(frame.clone())), ("wrong", page(wrong))]
    }
}
