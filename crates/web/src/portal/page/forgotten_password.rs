//! Forgotten password, step 3: the new one. Afterwards its owner signs in with it; nothing here signs in.

use super::message::{Message, Topic};
use crate::portal::door::{Portal, go, without_session};
use crate::portal::visitor::Resetting;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::password::ResetRefusal;
use std::sync::Arc;

/// The page. `/forgotten/password`.
#[derive(Debug, Template)]
#[template(path = "page/forgotten_password.html")]
pub struct ForgottenPassword {
    /// The frame.
    pub frame: Frame,
    /// The account's address, for the password manager.
    pub address: String,
    /// The fewest characters for this account.
    pub least: usize,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::ForgottenPassword.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, resetting: Resetting) -> Response {
    let frame = resetting.visitor.frame(&portal);
    page(&portal, &resetting, frame)
}

async fn submit(
    State(portal): State<Portal>,
    resetting: Resetting,
    form: Form,
) -> Result<Response, Failure> {
    let frame = resetting.visitor.frame(&portal);
    if form.has("suggest") {
        return Ok(page(&portal, &resetting, frame));
    }
    let (app, visit, grant) = (
        Arc::clone(&portal.app),
        resetting.visitor.visit.clone(),
        resetting.grant.clone(),
    );
    let password = form.secret("password");
    let reset = detached(async move { app.reset_password(&grant, &visit, &password).await });
    match reset.await? {
        Ok(()) => {
            let mut done = Message::about(frame, Topic::ForgottenDone);
            if portal.app.asks_mail_software() {
                let look = done.frame.text("filters-look");
                done.paragraphs.push(look);
            }
            Ok(without_session(answer(&done)))
        }
        Err(ResetRefusal::New(refusal)) => {
            let problem = refusal::password(frame.words(), refusal);
            Ok(page(&portal, &resetting, frame.wrong("password", problem)))
        }
        Err(ResetRefusal::Ended | ResetRefusal::Wrong) => Ok(without_session(go(Route::Forgotten))),
        Err(ResetRefusal::Internal(fault)) => Err(fault.into()),
    }
}

fn page(portal: &Portal, resetting: &Resetting, frame: Frame) -> Response {
    answer(&ForgottenPassword {
        frame,
        address: resetting.grant.owner.address.clone(),
        // Whoever gets here has a second factor.
        least: resetting.grant.policy().password_least(true),
        suggestion: portal.app.suggest_passphrase().text().to_owned(),
    })
}

#[cfg(test)]
impl super::samples::Sample for ForgottenPassword {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            address: "alice@example.org".into(),
            least: 8,
            suggestion: "gravel otter window seldom cupboard".into(),
        };
        vec![("empty", page)]
    }
}
