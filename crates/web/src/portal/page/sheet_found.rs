//! "I have that sheet after all": one code of it, not spent, opens what a freeze had shut.

use super::message::Message;
use super::read_as::ReadAs;
use crate::portal::door::{Portal, go, go_to, heard_from};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, reading, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::freeze::FoundRefusal;
use counterfoil_service::{FormField, Session};

/// The page. `/codes/found`.
#[derive(Debug, Template)]
#[template(path = "page/sheet_found.html")]
pub struct SheetFound {
    /// The frame.
    pub frame: Frame,
    /// What was typed, after something was wrong with it.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::SheetFound.path(), get(show).post(submit))
}

const fn sealed_for(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "found",
        account: session.account,
        bound_to: &session.hash,
    }
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let account = signed_in.session.account;
    if !portal.app.stopped_by_a_freeze(account).await?.codes {
        return Ok(go(Route::Codes));
    }
    Ok(match portal.app.may_lift(&signed_in.session) {
        Err(FoundRefusal::StepUpWanted) => go_to(&Route::SheetFound.after_step_up()),
        Err(_) => go(Route::Codes),
        Ok(()) => answer(&SheetFound {
            frame: signed_in.frame(&portal),
            typed: String::new(),
        }),
    })
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let page = |frame: Frame, typed: &str| {
        answer(&SheetFound {
            frame,
            typed: typed.to_owned(),
        })
    };
    let (typed, confirmed) = if form.has("sealed") {
        let sealed = form.text("sealed");
        let Some(read) = portal
            .app
            .open_field(&sealed_for(&signed_in.session), sealed)
        else {
            let late = frame.text("use-code-read-late");
            return Ok(page(frame.wrong("code", late), ""));
        };
        (read, true)
    } else {
        (form.secret("code"), false)
    };
    let (app, session, visit) = signed_in.acting(&portal);
    let code = typed.clone();
    let found = detached(async move { app.found_sheet(&session, &visit, &code, confirmed).await });
    let now = portal.app.now();
    match found.await? {
        Ok(found) => {
            let done = if found.at_once {
                frame.text("found-codes-done")
            } else {
                let at = frame.words().moment(found.effective_at.as_micros());
                frame.one("found-codes-waits", "until", at)
            };
            let next = ("shell-back-home", Route::Home);
            let page = Message::say(frame, "found-codes-title", vec![done], next);
            Ok(answer(&page))
        }
        Err(FoundRefusal::Confirm(read)) => {
            let field = sealed_for(&signed_in.session);
            let sealed = portal.app.seal_field(&field, &read.text)?;
            let (yes, no) = (Route::SheetFound, Route::SheetFound);
            Ok(answer(&ReadAs::ask(frame, &read, sealed, yes, no)))
        }
        Err(FoundRefusal::Unreadable(refusal)) => {
            let problem = reading::refused(frame.words(), &refusal);
            Ok(page(frame.wrong("code", problem), &typed))
        }
        Err(FoundRefusal::Wrong(left)) => {
            let problem = refusal::wrong(frame.words(), &left, now, "found-wrong");
            let wrong = page(frame.wrong("code", problem), "");
            Ok(heard_from(wrong, left.wait_until, now))
        }
        Err(FoundRefusal::Wait(until)) => {
            let problem = refusal::early(frame.words(), until, now);
            let wait = page(frame.wrong("code", problem), "");
            Ok(heard_from(wait, Some(until), now))
        }
        Err(FoundRefusal::StepUpWanted) => Ok(go_to(&Route::SheetFound.after_step_up())),
        Err(FoundRefusal::Internal(fault)) => Err(fault.into()),
        Err(
            FoundRefusal::SecondFactorWanted
            | FoundRefusal::NothingShut
            | FoundRefusal::NotSixDigits,
        ) => Ok(go(Route::Codes)),
    }
}

#[cfg(test)]
impl super::samples::Sample for SheetFound {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame.clone().wrong("code", frame.text("found-wrong"));
        let page = |frame| Self {
            frame,
            typed: String::new(),
        };
        vec![("empty", page(frame.clone())), ("wrong", page(wrong))]
    }
}
