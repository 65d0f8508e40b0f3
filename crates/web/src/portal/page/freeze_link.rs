//! "This wasn't me": the page behind the link of a notice. It can freeze the account and nothing else; nobody signs in by it.

use super::link::{Link, over};
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
use counterfoil_service::LinkToken;
use counterfoil_service::freeze::FrozenByLink;
use counterfoil_service::link::LinkRefusal;
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
    let frame = visitor.frame(&portal);
    let Some(link) = LinkToken::parse(&token) else {
        return Ok(over(frame));
    };
    match portal.app.look_at_freeze_link(&link).await {
        Ok(view) if view.frozen => Ok(said(frame, FrozenByLink::Already)),
        Ok(view) if view.button == FreezeButton::AsksForSignIn => {
            Ok(said(frame, FrozenByLink::SignInFirst))
        }
        Ok(view) => Ok(answer(&Link::freeze(frame, &token, &view.address))),
        Err(LinkRefusal::Over) => Ok(over(frame)),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
}

async fn freeze(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let Some(token) = LinkToken::parse(&token) else {
        return Ok(over(frame));
    };
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    match detached(async move { app.freeze_by_link(&token, &visit).await }).await? {
        Ok(frozen) => Ok(said(frame, frozen)),
        Err(LinkRefusal::Over) => Ok(over(frame)),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
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
