//! The page behind a link of a mail: explains, and its button does it. Opening it changes nothing; nothing here signs in.

use super::message::{Message, Topic};
use crate::portal::door::Portal;
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer};
use crate::routes::{LinkRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::LinkToken;
use counterfoil_service::link::{LinkRefusal, LinkView};
use std::sync::Arc;

/// The page. Stops a change, or freezes the account.
#[derive(Debug, Template)]
#[template(path = "page/link.html")]
pub struct Link {
    /// The frame.
    pub frame: Frame,
    /// What it is about.
    pub title: String,
    /// What the button does.
    pub lead: String,
    /// What comes after that.
    pub then: Option<String>,
    /// The button.
    pub button: String,
    /// What to do if this is not what the reader expected.
    pub otherwise: String,
    /// Whether it stops somebody.
    pub danger: bool,
    /// Where the button goes: the link itself.
    pub action: String,
}

impl Link {
    /// Stops a change; `what` is the sentence that describes it.
    #[must_use]
    pub fn stop_change(frame: Frame, token: &str, what: &str) -> Self {
        Self {
            title: frame.text("stop-link-title"),
            lead: frame.one("stop-link-lead", "what", what),
            then: None,
            button: frame.text("stop-link-button"),
            otherwise: frame.text("stop-link-otherwise"),
            danger: true,
            action: LinkRoute::StopChange.with(token),
            frame,
        }
    }

    /// Freezes `account`.
    #[must_use]
    pub fn freeze(frame: Frame, token: &str, account: &str) -> Self {
        Self {
            title: frame.text("freeze-link-title"),
            lead: frame.one("freeze-link-lead", "account", account),
            then: Some(frame.text("freeze-link-then")),
            button: frame.text("freeze-button"),
            otherwise: frame.text("freeze-link-otherwise"),
            danger: true,
            action: LinkRoute::Freeze.with(token),
            frame,
        }
    }
}

/// These pages' addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(LinkRoute::StopChange.pattern(), get(show_stop).post(stop))
}

/// The link that a path names and what it says of itself, if it works.
pub(super) async fn look(
    portal: &Portal,
    token: &str,
    route: LinkRoute,
) -> Result<Option<(LinkToken, LinkView)>, Failure> {
    let Some(token) = LinkToken::parse(token) else {
        return Ok(None);
    };
    match portal.app.look_at_link(&token, route.kind()).await {
        Ok(view) => Ok(Some((token, view))),
        Err(LinkRefusal::Over) => Ok(None),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
}

/// The answer to a link that was used, has ended, or never was one.
pub(super) fn over(frame: Frame) -> Response {
    let mut response = answer(&Message::about(frame, Topic::LinkDead));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

async fn show_stop(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let Some(link) = LinkToken::parse(&token) else {
        return Ok(over(frame));
    };
    match portal.app.look_at_stop_link(&link).await {
        Ok(view) => {
            let what = match view.change.kind.as_str() {
                "totp" => "stop-what-totp",
                "passkey" => "stop-what-passkey",
                "sheet" => "stop-what-sheet",
                "replacement" => "stop-what-replacement",
                "address-add" => "stop-what-address-add",
                "address-remove" => "stop-what-address-remove",
                _ => "stop-what-re-enrolment",
            };
            let what = frame.one(what, "account", &view.address);
            Ok(answer(&Link::stop_change(frame, &token, &what)))
        }
        Err(LinkRefusal::Over) => Ok(over(frame)),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
}

async fn stop(
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
    let stopped = detached(async move { app.stop_change_by_link(&token, &visit).await });
    match stopped.await? {
        Ok(()) => Ok(answer(&Message::about(frame, Topic::ChangeStopped))),
        Err(LinkRefusal::Over) => Ok(over(frame)),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
}

#[cfg(test)]
impl super::samples::Sample for Link {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let stop = |what| {
            let what = frame.one(what, "account", "alice@example.org");
            Self::stop_change(frame.clone(), "dG9rZW4", &what)
        };
        vec![
            ("stop", stop("stop-what-totp")),
            ("stop_address", stop("stop-what-address-remove")),
            (
                "freeze",
                Self::freeze(frame.clone(), "dG9rZW4", "alice@example.org"),
            ),
        ]
    }
}
