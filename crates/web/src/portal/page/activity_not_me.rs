//! "That wasn't me": what freezing does, one button, and then what was stopped and what to do now.

use super::activity::{Entry, event_id, said_already};
use super::freeze::choices;
use crate::portal::door::{Portal, without_session};
use crate::portal::visitor::{SignedIn, Visitor};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::Taken;
use counterfoil_model::activity::Answer;
use counterfoil_model::freeze::Left;
use counterfoil_service::activity::AnswerRefusal;

/// The page. `/activity/event/{id}/not-me`.
#[derive(Debug, Template)]
#[template(path = "page/activity_not_me.html")]
pub struct ActivityNotMe {
    /// The frame.
    pub frame: Frame,
    /// The event.
    pub entry: Entry,
    /// What would be there to open the account with again.
    pub left: Left,
    /// Whether this person's word on what was taken counts, and is asked for.
    pub asks: bool,
}

/// The answer to its form.
#[derive(Debug, Template)]
#[template(path = "page/activity_denied.html")]
pub struct ActivityDenied {
    /// The frame.
    pub frame: Frame,
    /// What would be there to open the account with again.
    pub left: Left,
    /// Whether there is an operator who was told.
    pub operators: bool,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(ItemRoute::ActivityNotMe.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let (app, session) = (&portal.app, &signed_in.session);
    let entry = app.activity_entry(session, event_id(&id)?).await?;
    let entry = entry.ok_or(Failure::NotFound)?;
    let frame = signed_in.frame(&portal);
    if matches!(entry.answer, Some((Answer::NotMe, _))) {
        return Ok(answer(&said_already(frame)));
    }
    if !entry.may.not_me {
        return Err(Failure::NotFound);
    }
    Ok(answer(&ActivityNotMe {
        entry: Entry::of(frame.words(), &entry),
        left: app.left_after_a_freeze(session).await?,
        asks: app.freeze_answer_binds(session),
        frame,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: SignedIn,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let (event, taken) = (event_id(&id)?, Taken::parse(form.text("taken")));
    let left = portal.app.left_after_a_freeze(&signed_in.session).await?;
    let (app, session, visit) = signed_in.acting(&portal);
    let denied = detached(async move { app.deny(&session, &visit, event, taken).await }).await?;
    let words = signed_in.visitor.words.clone();
    match denied {
        Ok(denied) => {
            let frame = Frame::new(words, &portal.shell, &visitor.browser);
            Ok(without_session(answer(&ActivityDenied {
                frame,
                left,
                operators: denied.operators > 0,
            })))
        }
        Err(AnswerRefusal::NotHere) => Ok(answer(&said_already(signed_in.frame(&portal)))),
        Err(AnswerRefusal::Unknown) => Err(Failure::NotFound),
        Err(AnswerRefusal::Internal(fault)) => Err(fault.into()),
    }
}

impl ActivityNotMe {
    fn choices(&self) -> Vec<(Taken, &'static str)> {
        choices(self.left)
    }
}

#[cfg(test)]
impl super::samples::Sample for ActivityNotMe {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |phone, codes, asks| Self {
            entry: super::activity::sample::entry(frame),
            frame: frame.clone(),
            left: Left { phone, codes },
            asks,
        };
        vec![
            ("asks", page(true, true, true)),
            ("password_only", page(false, false, false)),
        ]
    }
}

#[cfg(test)]
impl super::samples::Sample for ActivityDenied {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |phone, operators| Self {
            frame: frame.clone(),
            left: Left {
                phone,
                codes: phone,
            },
            operators,
        };
        vec![("done", page(true, true)), ("help", page(false, false))]
    }
}
