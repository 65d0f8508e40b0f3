//! Signing out everywhere: what it means, and one button.

use super::message::{Message, Topic};
use crate::portal::door::{Portal, without_session};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

/// The page. `/sign-out/everywhere`.
#[derive(Debug, Template)]
#[template(path = "page/sign_out_everywhere.html")]
pub struct SignOutEverywhere {
    /// The frame.
    pub frame: Frame,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::SignOutEverywhere.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Response {
    answer(&SignOutEverywhere {
        frame: signed_in.frame(&portal),
    })
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    _form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.visitor.frame(&portal);
    let (app, visit, session) = (
        Arc::clone(&portal.app),
        signed_in.visitor.visit,
        signed_in.session,
    );
    detached(async move { app.sign_out_everywhere(&session, &visit).await }).await??;
    Ok(without_session(answer(&Message::about(
        frame,
        Topic::SignedOut,
    ))))
}

#[cfg(test)]
impl super::samples::Sample for SignOutEverywhere {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![(
            "empty",
            Self {
                frame: frame.clone(),
            },
        )]
    }
}
