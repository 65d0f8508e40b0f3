//! Step-up: the second factor once more, before something weighty.

use crate::place::Place;
use crate::portal::door::{Portal, go, go_to, heard_from, with_session};
use crate::portal::field::Field;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, PasskeyForm, TypedAnswer, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::passkey::Purpose;
use counterfoil_service::session::{Proof, StepUpRefusal, StepUpWays};
use serde::Deserialize;
use std::sync::Arc;

/// The page. `/step-up`.
#[derive(Debug, Template)]
#[template(path = "page/step_up.html")]
pub struct StepUp {
    /// The frame.
    pub frame: Frame,
    /// Where to go afterwards.
    pub to: Place,
    /// What it may be done by.
    pub ways: StepUpWays,
}

impl StepUp {
    fn field(&self) -> Field {
        let field = if self.ways.phone {
            let digits = self.frame.field("digits", "field-digits");
            digits.digits().hint("field-digits-hint")
        } else {
            let password = self.frame.field("password", "field-password");
            password.current_password()
        };
        if self.ways.passkey {
            field
        } else {
            field.first()
        }
    }

    fn by_passkey(&self) -> PasskeyForm {
        self.frame
            .passkey(Purpose::StepUp, Route::StepUp.path(), "button-use-passkey")
            .on_the_way(Some(&self.to))
            .first()
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::StepUp.path(), get(show).post(submit))
}

/// Where to go afterwards: `to` in the query or the form.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    to: String,
}

/// A page of ours; an app's request needs no step-up.
fn place(text: &str) -> Place {
    Place::read(text)
        .filter(|to| to.back_to_app().is_none())
        .unwrap_or(Place::Page(Route::Home))
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let ways = portal.app.step_up_ways(&signed_in.session).await?;
    let to = place(&asked.to);
    Ok(answer(&StepUp {
        frame: signed_in.frame(&portal),
        to,
        ways,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let to = place(form.text("to"));
    let ways = portal.app.step_up_ways(&signed_in.session).await?;
    let field = if ways.phone { "digits" } else { "password" };
    let answered = TypedAnswer::of(&form);
    let (app, visit, session, typed) = (
        Arc::clone(&portal.app),
        signed_in.visitor.visit.clone(),
        signed_in.session.clone(),
        form.secret(field),
    );
    let proved = detached(async move {
        let proof = match &answered {
            Some(answered) => Proof::Passkey(answered.answer()),
            None if ways.phone => Proof::Totp(&typed),
            None => Proof::Password(&typed),
        };
        app.step_up(&session, &visit, proof).await
    });
    let frame = signed_in.frame(&portal);
    let (words, now) = (frame.words(), portal.app.now());
    let (problem, until) = match proved.await? {
        Ok(token) => return Ok(with_session(go_to(&to.path()), &token)),
        Err(StepUpRefusal::NotSixDigits) => (words.text("field-digits-not-six"), None),
        Err(StepUpRefusal::Wrong(left)) => (
            refusal::wrong(words, &left, now, "step-up-wrong"),
            left.wait_until,
        ),
        Err(StepUpRefusal::Wait(until)) => (refusal::early(words, until, now), Some(until)),
        Err(StepUpRefusal::Passkey(refused)) => {
            let problem = refusal::passkey(words, &refused, now);
            let frame = match problem {
                Some(problem) => frame.wrong_overall(problem),
                None => frame,
            };
            return Ok(answer(&StepUp { frame, to, ways }));
        }
        // The phone or a passkey was set up between the page and its answer.
        Err(StepUpRefusal::StrongWanted) => {
            let ways = portal.app.step_up_ways(&signed_in.session).await?;
            return Ok(answer(&StepUp { frame, to, ways }));
        }
        Err(StepUpRefusal::Ended) => return Ok(go(Route::SignIn)),
        Err(StepUpRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let page = answer(&StepUp {
        frame: frame.wrong(field, problem),
        to,
        ways,
    });
    Ok(heard_from(page, until, now))
}

#[cfg(test)]
impl super::samples::Sample for StepUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame.clone().wrong("digits", frame.text("step-up-wrong"));
        let page = |frame: &Frame, to, passkey, phone| Self {
            frame: frame.clone(),
            to: Place::Page(to),
            ways: StepUpWays {
                passkey,
                phone,
                password: !passkey && !phone,
            },
        };
        vec![
            ("wrong", page(&wrong, Route::Renew, false, true)),
            ("phone", page(frame, Route::Renew, false, true)),
            ("passkey", page(frame, Route::Renew, true, false)),
            ("passkey_and_phone", page(frame, Route::Renew, true, true)),
            ("password", page(frame, Route::TwoStep, false, false)),
        ]
    }
}
