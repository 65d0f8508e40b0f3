//! Check: a whole code, not used up.

use crate::portal::door::{Portal, heard_from};
use crate::portal::page::message::{Message, Topic};
use crate::portal::page::read_as::ReadAs;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, reading, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::codes::{CheckRefusal, Checked};
use counterfoil_service::{FormField, Session};
use zeroize::Zeroizing;

/// The page. `/codes/check`.
#[derive(Debug, Template)]
#[template(path = "page/check.html")]
pub struct Check {
    /// The frame.
    pub frame: Frame,
    /// What was typed, after something was wrong with it.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Check.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    match portal
        .app
        .may_check(&signed_in.session, &signed_in.visitor.visit)
        .await
    {
        Ok(()) => Ok(answer(&Check {
            frame,
            typed: String::new(),
        })),
        Err(CheckRefusal::NotHere(why)) => Ok(not_here(frame, why)),
        Err(CheckRefusal::Internal(fault)) => Err(fault.into()),
        Err(_) => Err(Failure::Internal),
    }
}

/// Where no code can be checked: why, and the drill instead.
fn not_here(frame: Frame, why: &str) -> Response {
    let paragraphs = vec![frame.text(why), frame.text("check-not-here-then")];
    answer(&Message::say(
        frame,
        "check-not-here-title",
        paragraphs,
        ("button-drill", Route::Drill),
    ))
}

/// The code as it was typed, or as it was read and then confirmed.
async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let confirmed = form.has("sealed");
    let typed = if confirmed {
        portal
            .app
            .open_field(&field(&signed_in.session), form.raw("sealed"))
    } else {
        Some(form.secret("code"))
    };
    let Some(typed) = typed else {
        let late = frame.text("use-code-read-late");
        return Ok(answer(&Check {
            frame: frame.wrong("code", late),
            typed: String::new(),
        }));
    };
    let (app, session, visit) = signed_in.acting(&portal);
    let code = Zeroizing::clone(&typed);
    let checked =
        detached(async move { app.check_code(&session, &visit, &code, confirmed).await }).await?;
    let (words, now) = (frame.words(), portal.app.now());
    let (mut kept, mut heard) = (String::new(), None);
    let problem = match checked {
        Ok(checked) => return Ok(answer(&done(frame, &checked))),
        Err(CheckRefusal::NotHere(why)) => return Ok(not_here(frame, why)),
        Err(CheckRefusal::Confirm(read)) => {
            let sealed = portal
                .app
                .seal_field(&field(&signed_in.session), &read.text)?;
            return Ok(answer(&ReadAs::ask(
                frame,
                &read,
                sealed,
                Route::Check,
                Route::Check,
            )));
        }
        Err(CheckRefusal::Unreadable(why)) => {
            kept = typed.to_string();
            reading::refused(words, &why)
        }
        Err(CheckRefusal::Used { at }) => {
            words.one("check-used", "on", words.moment(at.as_micros()))
        }
        Err(CheckRefusal::Wrong(left)) => {
            heard = left.wait_until;
            refusal::wrong(words, &left, now, "check-wrong")
        }
        Err(CheckRefusal::Wait(until)) => {
            heard = Some(until);
            refusal::early(words, until, now)
        }
        Err(CheckRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let page = answer(&Check {
        frame: frame.wrong("code", problem),
        typed: kept,
    });
    Ok(heard_from(page, heard, now))
}

const fn field(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "check",
        account: session.account,
        bound_to: &session.hash,
    }
}

fn done(frame: Frame, checked: &Checked) -> Message {
    let Some(from) = checked.from else {
        return Message::about(frame, Topic::CheckDone);
    };
    let from = frame.words().moment(from.as_micros());
    let paragraphs = vec![
        frame.one("check-done-later", "from", from),
        frame.text("check-done-then"),
    ];
    Message::say(
        frame,
        "check-done-title",
        paragraphs,
        ("shell-back-home", Route::Home),
    )
}

#[cfg(test)]
impl super::samples::Sample for Check {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame| Self {
            frame,
            typed: String::new(),
        };
        let wrong = frame.clone().wrong("code", frame.text("check-wrong"));
        let used = frame.clone().wrong(
            "code",
            frame.one("check-used", "on", "3 March 2026 at 14:05"),
        );
        vec![
            ("empty", page(frame.clone())),
            ("wrong", page(wrong)),
            ("used", page(used)),
        ]
    }
}
