//! Freezing the account: what it does, and one button. Whoever knows the password may press it, signed in or on the way in
//! (N23); only somebody signed in with two factors is asked what was taken.

use super::message::Message;
use crate::portal::door::{Portal, go, without_session};
use crate::portal::visitor::{Somebody, Visitor};
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::Taken;
use counterfoil_model::freeze::Left;
use std::sync::Arc;

/// The page. `/freeze`.
#[derive(Debug, Template)]
#[template(path = "page/freeze.html")]
pub struct Freeze {
    /// The frame.
    pub frame: Frame,
    /// What would be there to open the account with again.
    pub left: Left,
    /// Whether this person's word on what was taken counts, and is asked for.
    pub asks: bool,
    /// Where "no" leads.
    pub back: Route,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Freeze.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, somebody: Somebody) -> Result<Response, Failure> {
    if somebody.session.frozen {
        return Ok(go(Route::Frozen));
    }
    Ok(answer(&Freeze {
        left: portal.app.left_after_a_freeze(&somebody.session).await?,
        asks: portal.app.freeze_answer_binds(&somebody.session),
        back: if somebody.signed_in {
            Route::Home
        } else {
            Route::SecondStep
        },
        frame: somebody.frame,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    somebody: Somebody,
    form: Form,
) -> Result<Response, Failure> {
    let taken = Taken::parse(form.text("taken"));
    let (app, session, visit) = (
        Arc::clone(&portal.app),
        somebody.session.clone(),
        somebody.visit.clone(),
    );
    let frozen = detached(async move { app.freeze(&session, &visit, taken).await }).await??;
    if !frozen.began && !somebody.signed_in {
        return Ok(go(Route::Frozen));
    }
    let frame = Frame::new(
        somebody.frame.words().clone(),
        &portal.shell,
        &visitor.browser,
    );
    let paragraphs = vec![
        frame.text("freeze-done-lead"),
        frame.text("freeze-done-then"),
    ];
    let next = ("freeze-done-open", Route::SignIn);
    let page = Message::say(frame, "freeze-done-title", paragraphs, next);
    Ok(without_session(answer(&page)))
}

impl Freeze {
    fn choices(&self) -> Vec<(Taken, &'static str)> {
        choices(self.left)
    }
}

/// What can be answered, and what follows from it: where nothing is left, a person has to help.
pub(super) fn choices(left: Left) -> Vec<(Taken, &'static str)> {
    let mut choices = Vec::new();
    if left.phone {
        choices.push(match Taken::Phone.way_back(left) {
            Some(_) => (Taken::Phone, "freeze-taken-phone"),
            None => (Taken::Phone, "freeze-taken-phone-help"),
        });
    }
    if left.codes {
        choices.push(match Taken::Paper.way_back(left) {
            Some(_) => (Taken::Paper, "freeze-taken-paper"),
            None => (Taken::Paper, "freeze-taken-paper-help"),
        });
    }
    if left.phone && left.codes {
        choices.push((Taken::Unknown, "freeze-taken-unknown"));
    }
    choices
}

#[cfg(test)]
impl super::samples::Sample for Freeze {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |phone, codes, asks, back| Self {
            frame: frame.clone(),
            left: Left { phone, codes },
            asks,
            back,
        };
        vec![
            ("signed_in", page(true, true, true, Route::Home)),
            ("phone_only", page(true, false, true, Route::Home)),
            ("codes_only", page(false, true, true, Route::Home)),
            ("password_only", page(false, false, false, Route::Home)),
            ("on_the_way_in", page(true, true, false, Route::SecondStep)),
        ]
    }
}
