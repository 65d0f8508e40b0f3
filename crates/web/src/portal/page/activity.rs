//! Activity: what happened to this account, newest first.

use crate::portal::door::{Portal, go_to};
use crate::portal::event::Event;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::Timestamp;

/// The page. `/activity`.
#[derive(Debug, Template)]
#[template(path = "page/activity.html")]
pub struct Activity {
    /// The frame.
    pub frame: Frame,
    /// Newest first.
    pub events: Vec<Event>,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Activity.path(), get(show))
        .route(Route::ActivitySeen.path(), post(seen))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let events = portal.app.recent_events(signed_in.session.account).await?;
    let events = events
        .iter()
        .map(|event| Event::of(frame.words(), event))
        .collect();
    Ok(answer(&Activity { frame, events }))
}

async fn seen(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    if let Ok(until) = form.text("until").parse() {
        let (app, session, visit) = signed_in.acting(&portal);
        let until = Timestamp::from_micros(until);
        detached(async move { app.banner_was_seen(&session, &visit, until).await }).await??;
    }
    Ok(go_to(Route::Home.path()))
}

#[cfg(test)]
impl super::samples::Sample for Activity {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let event = |what: &str, from: Option<&str>| Event {
            what: what.into(),
            when: "23 November 2026 at 14:05".into(),
            from: from.map(str::to_owned),
        };
        let events = vec![
            event("You signed in with code 7.", Some("Firefox, 198.51.100.7")),
            event("You changed your password.", None),
        ];
        vec![
            (
                "some",
                Self {
                    frame: frame.clone(),
                    events,
                },
            ),
            (
                "none",
                Self {
                    frame: frame.clone(),
                    events: Vec::new(),
                },
            ),
        ]
    }
}
