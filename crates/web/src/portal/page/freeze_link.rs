//! "This wasn't me": the page behind the link of a notice. It can freeze the account and nothing else; nobody signs in by it.

use super::link::{Link, named, opened};
use super::message::Message;
use crate::portal::door::Portal;
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer};
use crate::routes::{LinkRoute, Route};
use crate::shell::{Failure, Form, detached};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::freeze::FreezeButton;
use counterfoil_service::freeze::FrozenByLink;
use std::sync::Arc;

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(LinkRoute::Freeze.pattern(), get(show).post(freeze))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let looked = match named(&token) {
        Ok(link) => portal.app.look_at_freeze_link(&link).await,
        Err(over) => Err(over),
    };
    opened(visitor.frame(&portal), looked, |frame, view| {
        if view.frozen {
            said(frame, FrozenByLink::Already)
        } else if view.button == FreezeButton::AsksForSignIn {
            said(frame, FrozenByLink::SignInFirst)
        } else {
            answer(&Link::freeze(frame, &token, &view.address))
        }
    })
}

async fn freeze(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let frozen = detached(async move { app.freeze_by_link(&named(&token)?, &visit).await }).await?;
    opened(visitor.frame(&portal), frozen, said)
}

/// What became of the account, and where its owner goes from here.
fn said(frame: Frame, frozen: FrozenByLink) -> Response {
    let (title, lead, then, next) = match frozen {
        FrozenByLink::Now => (
            "freeze-done-title",
            "freeze-done-lead",
            "freeze-done-then",
            ("freeze-done-open", Route::SignIn),
        ),
        FrozenByLink::Already => (
            "freeze-done-title",
            "freeze-link-already-lead",
            "freeze-done-then",
            ("freeze-done-open", Route::SignIn),
        ),
        FrozenByLink::SignInFirst => (
            "freeze-link-sign-in-title",
            "freeze-link-sign-in-lead",
            "freeze-link-sign-in-then",
            ("button-sign-in", Route::Freeze),
        ),
    };
    let paragraphs = vec![frame.text(lead), frame.text(then)];
    answer(&Message::say(frame, title, paragraphs, next))
}
