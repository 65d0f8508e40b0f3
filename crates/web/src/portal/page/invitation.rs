//! Invitation: a new account is taken by its owner.

use super::link;
use crate::portal::door::{Portal, go, with_session};
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{LinkRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::App;
use counterfoil_service::account::{EnrolRefusal, Enrolling};
use std::sync::Arc;

/// The page behind an invitation's link.
#[derive(Debug, Template)]
#[template(path = "page/invitation.html")]
pub struct Invitation {
    /// The frame.
    pub frame: Frame,
    /// The link's token.
    pub token: String,
    /// The account's address.
    pub address: String,
    /// What was typed, or what the operator wrote.
    pub name: String,
    /// The fewest characters of the password.
    pub least: usize,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
    /// The words that were typed, to stand in our mail.
    pub phrase: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(LinkRoute::Invitation.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    match link::look(&portal, &token, LinkRoute::Invitation).await? {
        Some((_, view)) => Ok(answer(&Invitation {
            frame,
            token,
            address: view.address,
            name: view.name,
            least: portal.app.policy().await?.password_least(false),
            suggestion: portal.app.suggest_passphrase().text().to_owned(),
            phrase: String::new(),
        })),
        None => Ok(link::over(frame)),
    }
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    let (name, password) = (form.text("name").to_owned(), form.secret("password"));
    let Some((link, view)) = link::look(&portal, &token, LinkRoute::Invitation).await? else {
        return Ok(link::over(frame));
    };
    let least = portal.app.policy().await?.password_least(false);
    let phrase = form.text("phrase").to_owned();
    let again = |frame| {
        let suggestion = portal.app.suggest_passphrase().text().to_owned();
        Ok(answer(&Invitation {
            frame,
            token,
            address: view.address,
            name: name.clone(),
            least,
            suggestion,
            phrase: phrase.clone(),
        }))
    };
    if form.has("suggest") {
        return again(frame);
    }
    if let Err(error) = App::check_phrase(&phrase) {
        let problem = refusal::phrase(frame.words(), error);
        return again(frame.wrong("phrase", problem));
    }
    let words = phrase.clone();
    let (app, visit, language, typed) = (
        Arc::clone(&portal.app),
        visitor.visit.clone(),
        visitor.language(),
        name.clone(),
    );
    let enrolled = detached(async move {
        let enrolling = Enrolling {
            address: "",
            name: &typed,
            language,
            password: &password,
        };
        let token = app.accept_invitation(&link, &visit, enrolling).await?;
        app.set_first_phrase(&token, &visit, &words).await?;
        Ok(token)
    });
    let frame = match enrolled.await? {
        Ok(token) => return Ok(with_session(go(Route::Home), &token)),
        Err(EnrolRefusal::LinkOver | EnrolRefusal::Address(_)) => return Ok(link::over(frame)),
        Err(EnrolRefusal::Internal(fault)) => return Err(fault.into()),
        Err(EnrolRefusal::Name) => {
            let problem = frame.text("field-name-wrong");
            frame.wrong("name", problem)
        }
        Err(EnrolRefusal::Password(refusal)) => {
            let problem = refusal::password(frame.words(), refusal);
            frame.wrong("password", problem)
        }
    };
    again(frame)
}

#[cfg(test)]
impl super::samples::Sample for Invitation {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            token: "dG9rZW4".into(),
            address: "alice@example.org".into(),
            name: String::new(),
            least: 15,
            suggestion: "gravel otter window seldom cupboard".into(),
            phrase: String::new(),
        };
        vec![("empty", page)]
    }
}
