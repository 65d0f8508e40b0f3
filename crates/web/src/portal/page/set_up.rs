//! Set-up: the first operator.

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

/// The page behind the set-up link.
#[derive(Debug, Template)]
#[template(path = "page/set_up.html")]
pub struct SetUp {
    /// The frame.
    pub frame: Frame,
    /// The link's token.
    pub token: String,
    /// What was typed.
    pub address: String,
    /// What was typed.
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
    Router::new().route(LinkRoute::SetUp.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let frame = visitor.frame(&portal);
    match link::look(&portal, &token, LinkRoute::SetUp).await? {
        Some(_) => Ok(answer(&SetUp {
            frame,
            token,
            address: String::new(),
            name: String::new(),
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
    let (address, name, password) = (
        form.text("address").to_owned(),
        form.text("name").to_owned(),
        form.secret("password"),
    );
    let Some((link, _)) = link::look(&portal, &token, LinkRoute::SetUp).await? else {
        return Ok(link::over(frame));
    };
    let least = portal.app.policy().await?.password_least(false);
    let phrase = form.text("phrase").to_owned();
    let again = |frame| {
        let suggestion = portal.app.suggest_passphrase().text().to_owned();
        Ok(answer(&SetUp {
            frame,
            token,
            address: address.clone(),
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
    let (app, visit, language) = (
        Arc::clone(&portal.app),
        visitor.visit.clone(),
        visitor.language(),
    );
    let (typed_address, typed_name) = (address.clone(), name.clone());
    let enrolled = detached(async move {
        let enrolling = Enrolling {
            address: &typed_address,
            name: &typed_name,
            language,
            password: &password,
        };
        let token = app.accept_set_up(&link, &visit, enrolling).await?;
        app.set_first_phrase(&token, &visit, &words).await?;
        Ok(token)
    });
    let frame = match enrolled.await? {
        Ok(token) => return Ok(with_session(go(Route::Home), &token)),
        Err(EnrolRefusal::LinkOver) => return Ok(link::over(frame)),
        Err(EnrolRefusal::Internal(fault)) => return Err(fault.into()),
        Err(EnrolRefusal::Address(error)) => {
            let problem = refusal::address(frame.words(), &error);
            frame.wrong("address", problem)
        }
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
impl super::samples::Sample for SetUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame| Self {
            frame,
            token: "dG9rZW4".into(),
            address: String::new(),
            name: String::new(),
            least: 15,
            suggestion: "gravel otter window seldom cupboard".into(),
            phrase: String::new(),
        };
        let wrong = frame
            .clone()
            .wrong("address", frame.text("setup-address-wrong"))
            .wrong("password", frame.one("password-short", "least", 15_u8));
        vec![
            ("empty", page(frame.clone())),
            (
                "wrong",
                Self {
                    name: "Olga".into(),
                    address: "olga".into(),
                    ..page(wrong)
                },
            ),
        ]
    }
}
