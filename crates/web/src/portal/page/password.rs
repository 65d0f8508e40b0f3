//! A new password, by somebody who is signed in.

use crate::portal::door::{Portal, go_to, heard_from, with_session};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::SensitiveAction;
use counterfoil_service::password::PasswordChangeRefusal;

/// The page. `/password`.
#[derive(Debug, Template)]
#[template(path = "page/password.html")]
pub struct Password {
    /// The frame.
    pub frame: Frame,
    /// The account's address, for password managers.
    pub address: String,
    /// The fewest characters for this account.
    pub least: usize,
    /// A suggestion of the passphrase maker.
    pub suggestion: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Password.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame_before(
        &portal,
        SensitiveAction::ChangePassword,
        "password-not-before",
    );
    page(&portal, &signed_in, frame).await
}

async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let least = portal
        .app
        .shortest_password(signed_in.session.account)
        .await?;
    let suggestion = portal.app.suggest_passphrase().text().to_owned();
    Ok(answer(&Password {
        frame,
        address: signed_in.session.owner.address.clone(),
        least,
        suggestion,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    // Without script the button for another suggestion comes here.
    if form.has("suggest") {
        return page(&portal, &signed_in, frame).await;
    }
    let (current, new) = (form.secret("current"), form.secret("password"));
    let empty = [("current", &current), ("password", &new)]
        .into_iter()
        .filter(|(_, typed)| typed.is_empty());
    let missing = empty.fold(frame.clone(), |frame, (field, _)| {
        let problem = frame.text("password-missing");
        frame.wrong(field, problem)
    });
    if !missing.problems.is_empty() {
        return page(&portal, &signed_in, missing).await;
    }
    if current == new {
        let same = frame.text("password-same");
        return page(&portal, &signed_in, frame.wrong("password", same)).await;
    }
    let (app, session, visit) = signed_in.acting(&portal);
    let changed =
        detached(async move { app.change_password(&session, &visit, &current, &new).await })
            .await?;
    let (words, now) = (frame.words(), portal.app.now());
    let mut heard = None;
    let (field, problem) = match changed {
        Ok(token) => {
            let frame = signed_in.under(&token).frame(&portal);
            return Ok(with_session(
                answer(&Message::about(frame, Topic::PasswordChanged)),
                &token,
            ));
        }
        Err(PasswordChangeRefusal::OldWrong(left)) => {
            heard = left.wait_until;
            (
                "current",
                refusal::wrong(words, &left, now, "password-wrong"),
            )
        }
        Err(PasswordChangeRefusal::Wait(until)) => {
            heard = Some(until);
            ("current", refusal::early(words, until, now))
        }
        Err(PasswordChangeRefusal::New(why)) => ("password", refusal::password(words, why)),
        Err(PasswordChangeRefusal::NotBefore(at)) => {
            let not_before = words.one("password-not-before", "at", words.moment(at.as_micros()));
            return page(&portal, &signed_in, frame.wrong_overall(not_before)).await;
        }
        Err(PasswordChangeRefusal::Ended) => {
            return Ok(go_to(&Route::Password.after_sign_in()));
        }
        Err(PasswordChangeRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let page = page(&portal, &signed_in, frame.wrong(field, problem)).await?;
    Ok(heard_from(page, heard, now))
}

#[cfg(test)]
impl super::samples::Sample for Password {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("current", frame.text("password-wrong"))
            .wrong("password", frame.text("password-common"));
        let early = frame.clone().wrong_overall(frame.one(
            "password-not-before",
            "at",
            "25 November 2026 at 14:05",
        ));
        let page = |frame| Self {
            frame,
            address: "alice@example.org".into(),
            least: 15,
            suggestion: "gravel otter window seldom cupboard".into(),
        };
        vec![
            ("empty", page(frame.clone())),
            ("wrong", page(wrong)),
            ("early", page(early)),
        ]
    }
}
