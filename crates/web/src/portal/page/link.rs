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
use counterfoil_service::policy::PolicyStopView;
use std::sync::Arc;

#[cfg(test)]
use counterfoil_model::Setting;

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

    /// Stops a change of the policy; the setting, what it is and what it becomes are said in words.
    #[must_use]
    pub fn stop_policy(frame: Frame, token: &str, view: PolicyStopView) -> Self {
        let words = frame.words();
        let value = |value| words.setting_value(view.setting, value);
        let (setting, was) = (words.setting(view.setting), value(view.was));
        let now = value(view.becomes);
        let lead = [
            ("setting", setting.as_str().into()),
            ("was", was.as_str().into()),
            ("now", now.as_str().into()),
        ];
        Self {
            title: frame.text("stop-link-title"),
            lead: words.with("policy-stop-link-lead", &lead),
            then: None,
            button: frame.text("stop-link-button"),
            otherwise: frame.text("policy-stop-link-otherwise"),
            danger: true,
            action: LinkRoute::StopPolicy.with(token),
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
    Router::new()
        .route(LinkRoute::StopChange.pattern(), get(show_stop).post(stop))
        .route(
            LinkRoute::StopPolicy.pattern(),
            get(show_stop_policy).post(stop_policy),
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

/// The link that a path names: what isn't one is answered as one that has ended.
pub(super) fn named(token: &str) -> Result<LinkToken, LinkRefusal> {
    LinkToken::parse(token).ok_or(LinkRefusal::Over)
}

/// What a link's page answers: what is said of what was found, or that the link is over.
pub(super) fn opened<T>(
    frame: Frame,
    found: Result<T, LinkRefusal>,
    say: impl FnOnce(Frame, T) -> Response,
) -> Result<Response, Failure> {
    match found {
        Ok(found) => Ok(say(frame, found)),
        Err(LinkRefusal::Over) => Ok(over(frame)),
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
    let looked = match named(&token) {
        Ok(link) => portal.app.look_at_stop_link(&link).await,
        Err(over) => Err(over),
    };
    opened(visitor.frame(&portal), looked, |frame, view| {
        let what = match view.change.kind.as_str() {
            "totp" => "stop-what-totp",
            "passkey" => "stop-what-passkey",
            "sheet" => "stop-what-sheet",
            "replacement" => "stop-what-replacement",
            "address-add" => "stop-what-address-add",
            "address-remove" => "stop-what-address-remove",
            "address-replace" => "stop-what-address-replace",
            _ => "stop-what-re-enrolment",
        };
        let what = frame.one(what, "account", &view.address);
        answer(&Link::stop_change(frame, &token, &what))
    })
}

async fn stop(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let stopped =
        detached(async move { app.stop_change_by_link(&named(&token)?, &visit).await }).await?;
    opened(visitor.frame(&portal), stopped, |frame, ()| {
        answer(&Message::about(frame, Topic::ChangeStopped))
    })
}

async fn show_stop_policy(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let looked = match named(&token) {
        Ok(link) => portal.app.look_at_policy_stop_link(&link).await,
        Err(over) => Err(over),
    };
    opened(visitor.frame(&portal), looked, |frame, view| {
        answer(&Link::stop_policy(frame, &token, view))
    })
}

async fn stop_policy(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let stopped = detached(async move {
        app.stop_policy_change_by_link(&named(&token)?, &visit)
            .await
    })
    .await?;
    opened(visitor.frame(&portal), stopped, |frame, ()| {
        let said = vec![frame.text("policy-stopped"), frame.text("policy-stop-told")];
        let next = ("policy-title", Route::Policy);
        answer(&Message::say(frame, "stop-done-title", said, next))
    })
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
                "stop_policy",
                Self::stop_policy(
                    frame.clone(),
                    "dG9rZW4",
                    PolicyStopView {
                        setting: Setting::Hold,
                        was: 24,
                        becomes: 12,
                    },
                ),
            ),
            (
                "freeze",
                Self::freeze(frame.clone(), "dG9rZW4", "alice@example.org"),
            ),
        ]
    }
}
