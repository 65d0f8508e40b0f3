//! The words that stand in every notice, so that real mail can be told from fake. Shown to their owner right after a step-up only.

use super::message::Message;
use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::{PHRASE_MAX, PHRASE_MIN};
use counterfoil_service::outside_address::NotNow;
use counterfoil_service::phrase::PhraseRefusal;

/// The page. `/phrase`.
#[derive(Debug, Template)]
#[template(path = "page/phrase.html")]
pub struct Phrase {
    /// The frame.
    pub frame: Frame,
    /// What was typed, or what the words are.
    pub typed: String,
    /// The fewest characters.
    pub least: usize,
    /// The most.
    pub most: usize,
}

impl Phrase {
    fn new(frame: Frame, typed: &str) -> Self {
        Self {
            frame,
            typed: typed.to_owned(),
            least: PHRASE_MIN,
            most: PHRASE_MAX,
        }
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Phrase.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    match portal.app.phrase(&signed_in.session).await {
        Ok(words) => {
            let words = words.as_ref().map_or("", |words| words.as_str());
            Ok(answer(&Phrase::new(frame, words)))
        }
        Err(refusal) => refused(frame, refusal, ""),
    }
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let (app, session, visit) = signed_in.acting(&portal);
    let typed = form.text("phrase").to_owned();
    let words = typed.clone();
    let set = detached(async move { app.set_phrase(&session, &visit, &words).await }).await?;
    let frame = signed_in.frame(&portal);
    match set {
        Ok(()) => {
            let id = if typed.trim().is_empty() {
                "phrase-gone"
            } else {
                "phrase-done"
            };
            let said = vec![frame.text(id)];
            let next = ("shell-back-home", Route::Home);
            Ok(answer(&Message::say(frame, "phrase-title", said, next)))
        }
        Err(refusal) => refused(frame, refusal, &typed),
    }
}

fn refused(frame: Frame, refusal: PhraseRefusal, typed: &str) -> Result<Response, Failure> {
    let words = frame.words();
    let problem = match refusal {
        PhraseRefusal::Phrase(error) => refusal::phrase(words, error),
        PhraseRefusal::NotNow(NotNow::StepUpWanted) => {
            return Ok(go_to(&Route::Phrase.after_step_up()));
        }
        PhraseRefusal::NotNow(NotNow::Before(at)) => {
            words.one("addresses-not-before", "at", words.moment(at.as_micros()))
        }
        PhraseRefusal::Internal(fault) => return Err(fault.into()),
    };
    Ok(answer(&Phrase::new(frame.wrong("phrase", problem), typed)))
}

#[cfg(test)]
impl super::samples::Sample for Phrase {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("phrase", frame.text("phrase-character"));
        vec![
            ("none", Self::new(frame.clone(), "")),
            (
                "some",
                Self::new(frame.clone(), "the heron waits by the weir"),
            ),
            ("wrong", Self::new(wrong, "see evil.example/now")),
        ]
    }
}
