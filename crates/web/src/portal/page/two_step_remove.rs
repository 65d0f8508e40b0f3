//! Removing the phone: what opens the mailbox then, and one button.

use crate::portal::door::{Portal, go, go_to};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::SensitiveAction;
use counterfoil_service::totp::RemoveTotpRefusal;

/// The page. `/two-step/remove`.
#[derive(Debug, Template)]
#[template(path = "page/two_step_remove.html")]
pub struct TwoStepRemove {
    /// The frame.
    pub frame: Frame,
    /// Unspent backup codes: the only second step then. `None` where the password is all that is left.
    pub codes_left: Option<usize>,
    /// Passkeys that work: then they are the second step.
    pub passkeys: usize,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::TwoStepRemove.path(), get(show).post(submit))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame_before(
        &portal,
        SensitiveAction::RemoveFactor,
        "two-step-not-before",
    );
    let home = portal
        .app
        .home(&signed_in.session, portal.notices_to_folder)
        .await?;
    if home.totp_since.is_none() && !home.totp_disabled {
        return Ok(go(Route::TwoStep));
    }
    Ok(answer(&TwoStepRemove {
        frame,
        codes_left: home.codes.sheet.map(|_| home.codes.left),
        passkeys: home.passkeys.iter().filter(|own| own.works()).count(),
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    _form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let (app, session, visit) = signed_in.acting(&portal);
    match detached(async move { app.remove_totp(&session, &visit).await }).await? {
        Ok(()) => Ok(answer(&Message::about(frame, Topic::PhoneRemoved))),
        Err(RemoveTotpRefusal::StepUpWanted) => Ok(go_to(&Route::TwoStepRemove.after_step_up())),
        Err(RemoveTotpRefusal::NoApp) => Ok(go(Route::TwoStep)),
        Err(RemoveTotpRefusal::NotBefore(at)) => {
            let status = portal.app.codes_status(signed_in.session.account).await?;
            let not_before = frame.one(
                "two-step-not-before",
                "at",
                frame.words().moment(at.as_micros()),
            );
            let codes_left = status.sheet.map(|_| status.left);
            let passkeys = portal.app.passkeys(signed_in.session.account).await?;
            Ok(answer(&TwoStepRemove {
                frame: frame.wrong_overall(not_before),
                codes_left,
                passkeys: passkeys.iter().filter(|own| own.works()).count(),
            }))
        }
        Err(RemoveTotpRefusal::Internal(fault)) => Err(fault.into()),
    }
}

#[cfg(test)]
impl super::samples::Sample for TwoStepRemove {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let early = frame.clone().wrong_overall(frame.one(
            "two-step-not-before",
            "at",
            "25 November 2026 at 14:05",
        ));
        vec![
            (
                "codes",
                Self {
                    frame: frame.clone(),
                    codes_left: Some(8),
                    passkeys: 0,
                },
            ),
            (
                "plain",
                Self {
                    frame: frame.clone(),
                    codes_left: None,
                    passkeys: 0,
                },
            ),
            (
                "passkeys",
                Self {
                    frame: frame.clone(),
                    codes_left: None,
                    passkeys: 2,
                },
            ),
            (
                "early",
                Self {
                    frame: early,
                    codes_left: Some(1),
                    passkeys: 0,
                },
            ),
        ]
    }
}
