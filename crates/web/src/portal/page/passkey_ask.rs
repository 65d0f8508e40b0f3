//! Puts a question to a passkey: what the script of a page asks. `/passkey`. The answer comes back with the page's own form.

use crate::portal::door::Portal;
use crate::portal::refusal;
use crate::portal::visitor::{HalfSignedIn, SignInFirst, SignedIn, Visitor};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::passkey::Purpose;
use counterfoil_service::passkey::AskPasskeyRefusal;
use serde::Serialize;
use std::sync::Arc;

/// The question, or why there is none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Said {
    Asked {
        ceremony: String,
        options: serde_json::Value,
    },
    Problem {
        problem: String,
    },
    Go {
        go: String,
    },
}

/// What a page's script asks.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::PasskeyAsk.path(), post(ask))
}

async fn ask(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    half: Result<HalfSignedIn, SignInFirst>,
    form: Form,
) -> Result<Response, Failure> {
    let Some(purpose) = Purpose::parse(form.text("for")) else {
        return Err(Failure::NotFound);
    };
    let (app, visit) = (Arc::clone(&portal.app), visitor.visit.clone());
    let words = signed_in
        .as_ref()
        .map_or_else(|| visitor.words.clone(), |own| own.visitor.words.clone());
    let session = match purpose {
        Purpose::SignIn | Purpose::Reset => None,
        Purpose::SecondStep | Purpose::Thaw => half.ok().map(|half| half.half),
        _ => signed_in.map(|own| own.session),
    };
    let typed = form.text("name").to_owned();
    let asked = detached(async move {
        match (purpose, session) {
            (Purpose::SignIn | Purpose::Reset, _) => {
                Some(app.ask_any_passkey(&visit, purpose).await)
            }
            (_, None) => None,
            (Purpose::Register, Some(session)) => {
                Some(app.ask_for_new_passkey(&session, &typed).await)
            }
            (_, Some(session)) => Some(app.ask_passkey(&session, purpose).await),
        }
    })
    .await?;
    let problem = |text: String| Said::Problem { problem: text };
    let said = match asked {
        None => Said::Go {
            go: Route::SIGN_IN_LATE.to_owned(),
        },
        Some(Ok(asked)) => Said::Asked {
            ceremony: asked.ceremony,
            options: asked.options,
        },
        Some(Err(AskPasskeyRefusal::StepUpWanted)) => Said::Go {
            go: Route::Passkeys.after_step_up(),
        },
        Some(Err(AskPasskeyRefusal::Name(error))) => problem(refusal::passkey_name(&words, error)),
        Some(Err(AskPasskeyRefusal::TooMany)) => problem(refusal::enough_passkeys(&words)),
        Some(Err(AskPasskeyRefusal::NoPasskey)) => problem(words.text("passkey-none")),
        Some(Err(AskPasskeyRefusal::TooOften)) => problem(words.text("passkey-too-often")),
        Some(Err(AskPasskeyRefusal::Internal(fault))) => return Err(fault.into()),
    };
    let status = match said {
        Said::Problem { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Said::Asked { .. } | Said::Go { .. } => StatusCode::OK,
    };
    Ok((status, Json(said)).into_response())
}
