//! Drill: the words beside two codes. Spends and shows nothing.

use crate::portal::door::{Portal, heard_from};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_core::Slot;
use counterfoil_service::codes::{Drill as Begun, DrillRefusal};

/// The page. `/codes/drill`.
#[derive(Debug, Template)]
#[template(path = "page/drill.html")]
pub struct Drill {
    /// The frame.
    pub frame: Frame,
    /// The number of the first code.
    pub first: u8,
    /// The number of the second.
    pub second: u8,
    /// Both numbers, sealed for this session.
    pub sealed: String,
    /// What was typed for the first.
    pub typed_first: String,
    /// What was typed for the second.
    pub typed_second: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Drill.path(), get(show).post(submit))
}

impl Drill {
    fn ask(frame: Frame, slots: [Slot; 2], sealed: String) -> Self {
        let [first, second] = slots.map(Slot::get);
        Self {
            frame,
            first,
            second,
            sealed,
            typed_first: String::new(),
            typed_second: String::new(),
        }
    }
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    begin(&portal, &signed_in, signed_in.frame(&portal)).await
}

/// Names two codes. Nothing is written: the form carries which.
async fn begin(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    match portal.app.begin_drill(&signed_in.session).await {
        Ok(Begun { slots, sealed }) => Ok(answer(&Drill::ask(frame, slots, sealed))),
        Err(DrillRefusal::Internal(fault)) => Err(fault.into()),
        Err(_) => Ok(answer(&Message::about(frame, Topic::NothingToDrill))),
    }
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let sealed = form.raw("sealed").to_owned();
    let (first, second) = (
        form.text("word-1").to_owned(),
        form.text("word-2").to_owned(),
    );
    let (app, session, visit) = signed_in.acting(&portal);
    let (field, words) = (sealed.clone(), [first.clone(), second.clone()]);
    let answered = detached(async move {
        let [first, second] = &words;
        app.answer_drill(&session, &visit, &field, [first, second])
            .await
    });
    let now = portal.app.now();
    let heard;
    let problems = match answered.await? {
        Ok(()) => return Ok(answer(&Message::about(frame, Topic::DrillDone))),
        Err(DrillRefusal::NothingToDrill) => {
            return Ok(answer(&Message::about(frame, Topic::NothingToDrill)));
        }
        Err(DrillRefusal::Over) => return again(&portal, &signed_in, frame).await,
        Err(DrillRefusal::Internal(fault)) => return Err(fault.into()),
        Err(DrillRefusal::Wait(until)) => {
            heard = Some(until);
            vec![("word-1", refusal::early(frame.words(), until, now))]
        }
        Err(DrillRefusal::Wrong { right, left }) => {
            heard = left.wait_until;
            let problem = refusal::wrong(frame.words(), &left, now, "drill-wrong");
            let wrong = ["word-1", "word-2"]
                .into_iter()
                .zip(right)
                .filter(|(_, right)| !right);
            wrong.map(|(field, _)| (field, problem.clone())).collect()
        }
    };
    let Some(slots) = portal.app.drill_slots(&signed_in.session, &sealed) else {
        return again(&portal, &signed_in, frame).await;
    };
    let frame = problems
        .into_iter()
        .fold(frame, |frame, (field, problem)| frame.wrong(field, problem));
    let page = answer(&Drill {
        typed_first: first,
        typed_second: second,
        ..Drill::ask(frame, slots, sealed)
    });
    Ok(heard_from(page, heard, now))
}

/// The form was too old: two other codes.
async fn again(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let over = frame.text("drill-over");
    begin(portal, signed_in, frame.wrong_overall(over)).await
}

#[cfg(test)]
impl super::samples::Sample for Drill {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame, typed: &str| Self {
            frame,
            first: 3,
            second: 8,
            sealed: "c2VhbGVk".into(),
            typed_first: typed.into(),
            typed_second: String::new(),
        };
        let wrong = frame.clone().wrong("word-1", frame.text("drill-wrong"));
        let over = frame.clone().wrong_overall(frame.text("drill-over"));
        vec![
            ("empty", page(frame.clone(), "")),
            ("wrong", page(wrong, "violin")),
            ("over", page(over, "")),
        ]
    }
}
