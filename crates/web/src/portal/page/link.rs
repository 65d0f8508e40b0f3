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

/// The page. Verifies an outside address, puts one back, or stops a change.
#[derive(Debug, Template)]
#[template(path = "page/link.html")]
pub struct Link {
    /// The frame.
    pub frame: Frame,
    /// What it is about.
    pub title: String,
    /// What the button does.
    pub lead: String,
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
    /// Proves that an outside address is read by the owner of `account`.
    #[must_use]
    pub fn verify_address(frame: Frame, token: &str, account: &str) -> Self {
        Self {
            title: frame.text("addresses-link-title"),
            lead: frame.one("addresses-link-lead", "account", account),
            button: frame.text("addresses-link-button"),
            otherwise: frame.text("addresses-link-otherwise"),
            danger: false,
            action: LinkRoute::VerifyAddress.with(token),
            frame,
        }
    }

    /// Stops a change; `what` is the sentence that describes it.
    #[must_use]
    pub fn stop_change(frame: Frame, token: &str, what: &str) -> Self {
        Self {
            title: frame.text("stop-link-title"),
            lead: frame.one("stop-link-lead", "what", what),
            button: frame.text("stop-link-button"),
            otherwise: frame.text("stop-link-otherwise"),
            danger: true,
            action: LinkRoute::StopChange.with(token),
            frame,
        }
    }

    /// Puts an address back that was taken off the list of `account`.
    #[must_use]
    pub fn restore_address(frame: Frame, token: &str, account: &str) -> Self {
        Self {
            title: frame.text("addresses-restore-title"),
            lead: frame.one("addresses-restore-lead", "account", account),
            button: frame.text("addresses-restore-button"),
            otherwise: frame.text("addresses-restore-otherwise"),
            danger: false,
            action: LinkRoute::RestoreAddress.with(token),
            frame,
        }
    }
}

/// These pages' addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(
            LinkRoute::VerifyAddress.pattern(),
            get(show_verify).post(verify),
        )
        .route(LinkRoute::StopChange.pattern(), get(show_stop).post(stop))
        .route(
            LinkRoute::RestoreAddress.pattern(),
            get(show_restore).post(restore),
        )
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

async fn show_verify(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let found = look(&portal, &token, LinkRoute::VerifyAddress).await?;
    Ok(found.map_or_else(
        || over(frame.clone()),
        |(_, view)| answer(&Link::verify_address(frame.clone(), &token, &view.address)),
    ))
}

async fn show_restore(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let found = look(&portal, &token, LinkRoute::RestoreAddress).await?;
    Ok(found.map_or_else(
        || over(frame.clone()),
        |(_, view)| answer(&Link::restore_address(frame.clone(), &token, &view.address)),
    ))
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
                "sheet" => "stop-what-sheet",
                "replacement" => "stop-what-replacement",
                _ => "stop-what-re-enrolment",
            };
            let what = frame.one(what, "account", &view.address);
            Ok(answer(&Link::stop_change(frame, &token, &what)))
        }
        Err(LinkRefusal::Over) => Ok(over(frame)),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
}

async fn verify(
    portal: State<Portal>,
    visitor: Visitor,
    token: Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    press(
        portal,
        visitor,
        token,
        LinkRoute::VerifyAddress,
        Topic::AddressVerified,
    )
    .await
}

async fn restore(
    portal: State<Portal>,
    visitor: Visitor,
    token: Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    press(
        portal,
        visitor,
        token,
        LinkRoute::RestoreAddress,
        Topic::AddressRestored,
    )
    .await
}

async fn stop(
    portal: State<Portal>,
    visitor: Visitor,
    token: Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    press(
        portal,
        visitor,
        token,
        LinkRoute::StopChange,
        Topic::ChangeStopped,
    )
    .await
}

/// Does what the link is for, and says so.
async fn press(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    route: LinkRoute,
    done: Topic,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let Some(token) = LinkToken::parse(&token) else {
        return Ok(over(frame));
    };
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let used = detached(async move {
        match route {
            LinkRoute::VerifyAddress => app.verify_outside_address(&token, &visit).await.map(drop),
            LinkRoute::RestoreAddress => {
                app.restore_outside_address(&token, &visit).await.map(drop)
            }
            LinkRoute::StopChange => app.stop_change_by_link(&token, &visit).await,
            LinkRoute::SetUp | LinkRoute::Invitation | LinkRoute::ReEnrolment => {
                Err(LinkRefusal::Over)
            }
        }
    });
    match used.await? {
        Ok(()) => Ok(answer(&Message::about(frame, done))),
        Err(LinkRefusal::Over) => Ok(over(frame)),
        Err(LinkRefusal::Internal(fault)) => Err(fault.into()),
    }
}

#[cfg(test)]
impl super::samples::Sample for Link {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        vec![
            (
                "address",
                Self::verify_address(frame.clone(), "dG9rZW4", "alice@example.org"),
            ),
            (
                "restore",
                Self::restore_address(frame.clone(), "dG9rZW4", "alice@example.org"),
            ),
            (
                "stop",
                Self::stop_change(
                    frame.clone(),
                    "dG9rZW4",
                    &frame.one("stop-what-totp", "account", "alice@example.org"),
                ),
            ),
        ]
    }
}
