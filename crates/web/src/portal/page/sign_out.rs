//! Signing out here: one button on every page, no page of its own.

use super::message::{Message, Topic};
use crate::portal::answer;
use crate::portal::door::{Portal, go, without_session};
use crate::portal::visitor::SignedIn;
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use std::sync::Arc;

/// The button's address. `/sign-out`.
pub fn routes() -> Router<Portal> {
    Router::new().route(
        Route::SignOut.path(),
        post(submit).get(|| async { go(Route::Home) }),
    )
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
    detached(async move { app.sign_out(&session, &visit).await }).await??;
    Ok(without_session(answer(&Message::about(
        frame,
        Topic::SignedOut,
    ))))
}
