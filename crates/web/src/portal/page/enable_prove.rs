//! Enabling or renewing, step 3: one code of the new sheet, typed.

use super::enable_paper;
use super::flow::Flow;
use crate::portal::door::{Portal, go, heard_from};
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
use counterfoil_service::codes::{ProveRefusal, Proved};
use counterfoil_service::{FormField, Session};
use zeroize::Zeroizing;

/// The page. `/codes/enable/prove` and `/codes/renew/prove`.
#[derive(Debug, Template)]
#[template(path = "page/enable_prove.html")]
pub struct EnableProve {
    /// The frame.
    pub frame: Frame,
    /// Enabling or renewing.
    pub flow: Flow,
    /// What was typed, after something was wrong with it.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::EnableProve.path(), get(show).post(submit))
        .route(Route::RenewProve.path(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let status = portal.app.codes_status(signed_in.session.account).await?;
    if status.writing.is_some() {
        return Ok(go(flow.write()));
    }
    if status.shown_sheet.is_none() {
        let missing = frame.text("enable-paper-missing");
        return enable_paper::page(&portal, &signed_in, flow, frame.wrong_overall(missing)).await;
    }
    Ok(answer(&EnableProve {
        frame,
        flow,
        typed: String::new(),
    }))
}

/// The code as it was typed, or as it was read and then confirmed.
async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
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
        return Ok(answer(&EnableProve {
            frame: frame.wrong("code", late),
            flow,
            typed: String::new(),
        }));
    };
    let (app, session, visit) = signed_in.acting(&portal);
    let code = Zeroizing::clone(&typed);
    let proved =
        detached(async move { app.prove_codes(&session, &visit, &code, confirmed).await }).await?;
    let (words, now) = (frame.words(), portal.app.now());
    let (mut kept, mut heard) = (String::new(), None);
    let problem = match proved {
        Ok(proved) => return Ok(answer(&done(frame, flow, &proved))),
        Err(ProveRefusal::Confirm(read)) => {
            let sealed = portal
                .app
                .seal_field(&field(&signed_in.session), &read.text)?;
            return Ok(answer(&ReadAs::ask(
                frame,
                &read,
                sealed,
                flow.prove(),
                flow.prove(),
            )));
        }
        Err(ProveRefusal::Unreadable(why)) => {
            kept = typed.to_string();
            reading::refused(words, &why)
        }
        Err(ProveRefusal::Wrong(left)) => {
            heard = left.wait_until;
            refusal::wrong(words, &left, now, "enable-prove-wrong")
        }
        Err(ProveRefusal::Wait(until)) => {
            heard = Some(until);
            refusal::early(words, until, now)
        }
        Err(ProveRefusal::NothingShown) => {
            let late = frame.text("enable-prove-late");
            return enable_paper::page(&portal, &signed_in, flow, frame.wrong_overall(late)).await;
        }
        Err(ProveRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let page = answer(&EnableProve {
        frame: frame.wrong("code", problem),
        flow,
        typed: kept,
    });
    Ok(heard_from(page, heard, now))
}

const fn field(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "prove",
        account: session.account,
        bound_to: &session.hash,
    }
}

fn done(frame: Frame, flow: Flow, proved: &Proved) -> Message {
    if proved.at_once {
        return Message::about(
            frame,
            if flow.renews() {
                Topic::CodesRenewed
            } else {
                Topic::CodesOn
            },
        );
    }
    let from = frame.words().moment(proved.effective_at.as_micros());
    let paragraphs = vec![
        frame.one("codes-staged", "until", from),
        frame.text("codes-staged-lead"),
    ];
    Message::say(
        frame,
        "codes-staged-title",
        paragraphs,
        ("shell-back-home", Route::Home),
    )
}

#[cfg(test)]
impl super::samples::Sample for EnableProve {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame, flow| Self {
            frame,
            flow,
            typed: String::new(),
        };
        let wrong = frame
            .clone()
            .wrong("code", frame.text("enable-prove-wrong"));
        vec![
            ("enable", page(frame.clone(), Flow::Enable)),
            ("wrong", page(wrong, Flow::Enable)),
            ("renew", page(frame.clone(), Flow::Renew)),
        ]
    }
}
