//! Sign in: address and password, nothing else.

use crate::place::Place;
use crate::portal::door::{Portal, go, go_to, with_session};
use crate::portal::visitor::{SignedIn, Visitor};
use crate::portal::{Frame, PasskeyForm, TypedAnswer, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::passkey::Purpose;
use counterfoil_oidc::Parameters;
use counterfoil_service::sign_in::{PasskeySignInRefusal, PasswordSignIn, SignInRefusal};
use serde::Deserialize;
use std::sync::Arc;

/// The page. `/sign-in`.
#[derive(Debug, Template)]
#[template(path = "page/sign_in.html")]
pub struct SignIn {
    /// The frame.
    pub frame: Frame,
    /// What was typed.
    pub address: String,
    /// Where to go afterwards, if a session ended on the way there.
    pub to: Option<Place>,
    /// Whether a session just ended.
    pub ended: bool,
    /// Whether a passkey may be used here.
    pub passkeys: bool,
}

impl SignIn {
    fn passkey(&self) -> PasskeyForm {
        self.frame
            .passkey(Purpose::SignIn, Route::SignIn.path(), "button-use-passkey")
            .on_the_way(self.to.as_ref())
            .in_a_field()
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::SignIn.path(), get(show).post(submit))
}

/// Where to go afterwards, and whether the last try took too long.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    to: String,
    #[serde(default)]
    late: String,
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    Query(asked): Query<Asked>,
) -> Response {
    let to = Place::read(&asked.to);
    if signed_in.is_some() && !to.as_ref().is_some_and(Place::is_anew) {
        return to.map_or_else(|| go(Route::Home), |to| go_to(&to.path()));
    }
    let mut frame = visitor.frame(&portal);
    if !asked.late.is_empty() {
        let late = frame.text("sign-in-half-ended");
        frame = frame.warned(late);
    }
    answer(&SignIn {
        frame,
        address: hinted(&portal, &visitor, to.as_ref()),
        ended: matches!(to, Some(Place::Page(_))),
        passkeys: portal.app.has_passkeys(),
        to,
    })
}

/// The address that an app expects (`login_hint`); empty where none is.
fn hinted(portal: &Portal, visitor: &Visitor, to: Option<&Place>) -> String {
    let Some(Place::App(sealed) | Place::AppAnew(sealed)) = to else {
        return String::new();
    };
    let kept = portal.app.kept_request(&visitor.visit, sealed);
    let query = kept.map(|kept| kept.query).unwrap_or_default();
    let parameters = Parameters::read(query.as_bytes());
    let hint = parameters.one("login_hint").ok().flatten();
    hint.unwrap_or_default().to_owned()
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    form: Form,
) -> Result<Response, Failure> {
    let to = Place::read(form.text("to"));
    if let Some(typed) = TypedAnswer::of(&form) {
        return by_passkey(&portal, visitor, typed, to).await;
    }
    let (address, password) = (form.text("address").to_owned(), form.secret("password"));
    let (app, visit, typed) = (
        Arc::clone(&portal.app),
        visitor.visit.clone(),
        address.clone(),
    );
    let judged =
        detached(async move { app.sign_in_with_password(&visit, &typed, &password).await });
    match judged.await? {
        Ok(PasswordSignIn::SignedIn(token)) => {
            let next = to.map_or_else(|| Route::Home.path().to_owned(), |to| to.path());
            Ok(with_session(go_to(&next), &token))
        }
        Ok(PasswordSignIn::SecondStep(token)) => {
            let next = to.map_or_else(
                || Route::SecondStep.path().to_owned(),
                |to| to.after_second_step(),
            );
            Ok(with_session(go_to(&next), &token))
        }
        Err(SignInRefusal::Wrong) => {
            let frame = visitor.frame(&portal);
            let refused = frame.text("sign-in-refused");
            let frame = frame.wrong_overall(refused);
            Ok(answer(&SignIn {
                frame,
                address,
                to,
                ended: false,
                passkeys: portal.app.has_passkeys(),
            }))
        }
        Err(SignInRefusal::Internal(fault)) => Err(fault.into()),
    }
}

/// A passkey alone: it knows whose it is.
async fn by_passkey(
    portal: &Portal,
    visitor: Visitor,
    typed: TypedAnswer,
    to: Option<Place>,
) -> Result<Response, Failure> {
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let judged =
        detached(async move { app.sign_in_with_passkey_alone(&visit, typed.answer()).await });
    let frame = visitor.frame(portal);
    let refused = match judged.await? {
        Ok(token) => {
            let next = to.map_or_else(|| Route::Home.path().to_owned(), |to| to.path());
            return Ok(with_session(go_to(&next), &token));
        }
        Err(PasskeySignInRefusal::Over) => frame.text("passkey-over"),
        Err(PasskeySignInRefusal::Wrong) => frame.text("passkey-refused"),
        Err(PasskeySignInRefusal::Internal(fault)) => return Err(fault.into()),
    };
    Ok(answer(&SignIn {
        frame: frame.wrong_overall(refused),
        address: String::new(),
        to,
        ended: false,
        passkeys: true,
    }))
}

#[cfg(test)]
impl super::samples::Sample for SignIn {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let blank = |frame: Frame| Self {
            frame,
            address: String::new(),
            to: None,
            ended: false,
            passkeys: true,
        };
        let refused = frame.clone().wrong_overall(frame.text("sign-in-refused"));
        vec![
            ("empty", blank(frame.clone())),
            (
                "refused",
                Self {
                    address: "alice@example.org".into(),
                    ..blank(refused)
                },
            ),
            (
                "ended",
                Self {
                    to: Some(Place::Page(Route::Drill)),
                    ended: true,
                    passkeys: false,
                    ..blank(frame.clone())
                },
            ),
        ]
    }
}
