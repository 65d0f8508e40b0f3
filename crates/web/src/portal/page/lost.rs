//! "I lost my sheet": what happens, and one button. Whoever knows the password may press it, signed in or on the way in (N23).

use crate::portal::door::Portal;
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::Somebody;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

/// The page. `/codes/lost`.
#[derive(Debug, Template)]
#[template(path = "page/lost.html")]
pub struct Lost {
    /// The frame.
    pub frame: Frame,
    /// Unspent codes that stop working.
    pub left: usize,
    /// What opens the mailbox afterwards.
    pub after: After,
}

/// What opens the mailbox once the sheet is dead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The person is in, and can make a new sheet.
    SignedIn,
    /// The person is on the way in, and the phone goes on working.
    Phone,
    /// The person is on the way in, and nothing but the help desk is left.
    HelpDesk,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Lost.path(), get(show).post(submit))
}

async fn after(portal: &Portal, somebody: &Somebody) -> Result<After, Failure> {
    if somebody.signed_in {
        return Ok(After::SignedIn);
    }
    let phone = match portal.app.frozen(&somebody.session).await? {
        Some(frozen) => frozen.left.phone,
        None => portal.app.second_step(&somebody.session).await?.is_strong(),
    };
    Ok(if phone { After::Phone } else { After::HelpDesk })
}

async fn show(State(portal): State<Portal>, somebody: Somebody) -> Result<Response, Failure> {
    let status = portal.app.codes_status(somebody.session.account).await?;
    if status.sheet.is_none() && status.staged.is_none() {
        return Ok(answer(&nothing(somebody.frame, somebody.signed_in)));
    }
    let after = after(&portal, &somebody).await?;
    Ok(answer(&Lost {
        frame: somebody.frame,
        left: status.left,
        after,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    somebody: Somebody,
    _form: Form,
) -> Result<Response, Failure> {
    let after = after(&portal, &somebody).await?;
    let (app, session, visit) = (
        Arc::clone(&portal.app),
        somebody.session.clone(),
        somebody.visit.clone(),
    );
    let sheets = detached(async move { app.lose_sheet(&session, &visit).await }).await??;
    let frame = somebody.frame;
    if sheets.is_empty() {
        return Ok(answer(&nothing(frame, somebody.signed_in)));
    }
    let (then, next) = match after {
        After::SignedIn => return Ok(answer(&Message::about(frame, Topic::LostDone))),
        After::Phone => ("lost-done-phone", ("second-step-title", Route::SecondStep)),
        After::HelpDesk => ("lost-done-help-desk", ("shell-back-sign-in", Route::SignIn)),
    };
    let mut paragraphs = vec![frame.text("lost-done-lead"), frame.text(then)];
    if after == After::HelpDesk && !portal.help_line.is_empty() {
        paragraphs.push(portal.help_line.to_string());
    }
    Ok(answer(&Message::say(
        frame,
        "lost-done-title",
        paragraphs,
        next,
    )))
}

fn nothing(frame: Frame, signed_in: bool) -> Message {
    if signed_in {
        return Message::about(frame, Topic::NothingToLose);
    }
    let paragraphs = vec![frame.text("lost-nothing-lead")];
    Message::say(
        frame,
        "lost-nothing-title",
        paragraphs,
        ("shell-back-sign-in", Route::SignIn),
    )
}

impl Lost {
    const fn then(&self) -> &'static str {
        match self.after {
            After::SignedIn => "lost-then",
            After::Phone => "lost-then-phone",
            After::HelpDesk => "lost-then-help-desk",
        }
    }

    const fn keep_at(&self) -> Route {
        match self.after {
            After::SignedIn => Route::Codes,
            After::Phone | After::HelpDesk => Route::UseCode,
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for Lost {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |left, after| Self {
            frame: frame.clone(),
            left,
            after,
        };
        vec![
            ("some", page(8, After::SignedIn)),
            ("one", page(1, After::SignedIn)),
            ("waiting", page(0, After::SignedIn)),
            ("on_the_way_in", page(8, After::Phone)),
            ("on_the_way_in_without_phone", page(8, After::HelpDesk)),
        ]
    }
}
