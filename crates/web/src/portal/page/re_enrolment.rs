//! Re-enrolment: a new password and phone, after everything was lost.

use super::link;
use super::message::{Message, Topic};
use super::two_step_set_up::PhoneSecret;
use crate::portal::door::Portal;
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{LinkRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::TotpSecret;
use counterfoil_service::account::ReEnrolRefusal;
use std::sync::Arc;

/// The page behind a re-enrolment link.
#[derive(Debug, Template)]
#[template(path = "page/re_enrolment.html")]
pub struct ReEnrolment {
    /// The frame.
    pub frame: Frame,
    /// The link's token.
    pub token: String,
    /// The account's address.
    pub address: String,
    /// The fewest characters of the password.
    pub least: usize,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
    /// The new phone's secret.
    pub secret: PhoneSecret,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(LinkRoute::ReEnrolment.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    page(&portal, visitor.frame(&portal), token, None).await
}

/// The page, with the secret that was shown before if it can still be opened and with a new one otherwise.
async fn page(
    portal: &Portal,
    frame: Frame,
    token: String,
    before: Option<&str>,
) -> Result<Response, Failure> {
    let Some((link, view)) = link::look(portal, &token, LinkRoute::ReEnrolment).await? else {
        return Ok(link::over(frame));
    };
    let shown = before.and_then(|sealed| {
        Some((
            portal.app.re_enrol_secret(&link, sealed)?,
            sealed.to_owned(),
        ))
    });
    let (secret, sealed) = match shown {
        Some(shown) => shown,
        None => match portal.app.begin_re_enrol(&link).await {
            Ok(begun) => begun,
            Err(ReEnrolRefusal::Internal(fault)) => return Err(fault.into()),
            Err(_) => return Ok(link::over(frame)),
        },
    };
    let secret = for_phone(portal, &secret, &view.address, sealed);
    let suggestion = portal.app.suggest_passphrase().text().to_owned();
    Ok(answer(&ReEnrolment {
        frame,
        token,
        address: view.address,
        least: portal.app.policy().await?.password_least(true),
        suggestion,
        secret,
    }))
}

fn for_phone(portal: &Portal, secret: &TotpSecret, address: &str, sealed: String) -> PhoneSecret {
    PhoneSecret::new(
        &secret.otpauth_uri(portal.app.service_name(), address),
        &secret.key_text().replace(' ', ""),
        sealed,
    )
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let sealed = form.text("sealed").to_owned();
    let Some((link, _)) = link::look(&portal, &token, LinkRoute::ReEnrolment).await? else {
        return Ok(link::over(frame));
    };
    if form.has("suggest") {
        return page(&portal, frame, token, Some(&sealed)).await;
    }
    let in_time = portal.app.re_enrol_secret(&link, &sealed).is_some();
    let (app, visit, secret) = (
        Arc::clone(&portal.app),
        visitor.visit.clone(),
        sealed.clone(),
    );
    let (password, digits) = (form.secret("password"), form.secret("digits"));
    let enrolled = detached(async move {
        app.re_enrol(&link, &visit, &secret, &password, &digits)
            .await
    });
    let frame = match enrolled.await? {
        Ok(_) => return Ok(answer(&Message::about(frame, Topic::ReEnrolled))),
        Err(ReEnrolRefusal::Internal(fault)) => return Err(fault.into()),
        Err(ReEnrolRefusal::LinkOver | ReEnrolRefusal::Unknown | ReEnrolRefusal::Address(_)) => {
            return Ok(link::over(frame));
        }
        Err(ReEnrolRefusal::Password(refusal)) => {
            let problem = refusal::password(frame.words(), refusal);
            frame.wrong("password", problem)
        }
        Err(ReEnrolRefusal::WrongNumber) => {
            let problem = frame.text(if in_time {
                "two-step-wrong"
            } else {
                "two-step-late"
            });
            frame.wrong("digits", problem)
        }
    };
    page(&portal, frame, token, Some(&sealed)).await
}

#[cfg(test)]
impl super::samples::Sample for ReEnrolment {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            token: "dG9rZW4".into(),
            address: "alice@example.org".into(),
            least: 8,
            suggestion: "gravel otter window seldom cupboard".into(),
            secret: PhoneSecret::new(
                "otpauth://totp/x?secret=GEZDGNBV",
                "GEZDGNBV",
                "c2VhbGVk".into(),
            ),
        };
        vec![("empty", page)]
    }
}
