//! The phone as a second step: its state.

use crate::portal::door::{Portal, go, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::passkey::ListedPasskey;
use counterfoil_service::totp::BeginTotpRefusal;

/// The page. `/two-step`.
#[derive(Debug, Template)]
#[template(path = "page/two_step.html")]
pub struct TwoStep {
    /// The frame.
    pub frame: Frame,
    /// Since when it is on.
    pub since: Option<String>,
    /// When a phone that was set up begins to count.
    pub staged: Option<String>,
    /// Whether the last one was switched off by guesses.
    pub disabled: bool,
    /// Whether a freeze shut it, because it was taken.
    pub shut: bool,
    /// Passkeys that work, where browsers allow any: they come first.
    pub passkeys: Option<usize>,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::TwoStep.path(), get(show).post(begin))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let home = portal
        .app
        .home(&signed_in.session, portal.notices_to_folder)
        .await?;
    let staged = home
        .waiting
        .iter()
        .find(|change| change.kind == "totp")
        .map(|change| change.effective_at);
    let words = frame.words();
    Ok(answer(&TwoStep {
        since: home.totp_since.map(|at| words.date(at.as_micros())),
        staged: staged.map(|at| words.moment(at.as_micros())),
        disabled: home.totp_disabled && home.totp_since.is_none(),
        shut: home.stopped.phone,
        passkeys: portal.app.has_passkeys().then(|| works(&home.passkeys)),
        frame,
    }))
}

fn works(passkeys: &[ListedPasskey]) -> usize {
    passkeys.iter().filter(|own| own.works()).count()
}

async fn begin(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    _form: Form,
) -> Result<Response, Failure> {
    let (app, session, _) = signed_in.acting(&portal);
    match detached(async move { app.begin_totp(&session).await }).await? {
        Ok(()) => Ok(go(Route::TwoStepProve)),
        Err(BeginTotpRefusal::StepUpWanted) => Ok(go_to(&Route::TwoStep.after_step_up())),
        Err(BeginTotpRefusal::Internal(fault)) => Err(fault.into()),
    }
}

#[cfg(test)]
impl super::samples::Sample for TwoStep {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let off = || Self {
            frame: frame.clone(),
            since: None,
            staged: None,
            disabled: false,
            shut: false,
            passkeys: Some(0),
        };
        vec![
            ("off", off()),
            (
                "without_passkeys",
                Self {
                    passkeys: None,
                    ..off()
                },
            ),
            (
                "beside_passkeys",
                Self {
                    passkeys: Some(2),
                    ..off()
                },
            ),
            (
                "on",
                Self {
                    since: Some("1 September 2026".into()),
                    ..off()
                },
            ),
            (
                "staged",
                Self {
                    staged: Some("24 November 2026 at 14:05".into()),
                    ..off()
                },
            ),
            (
                "shut",
                Self {
                    shut: true,
                    ..off()
                },
            ),
            (
                "disabled",
                Self {
                    disabled: true,
                    ..off()
                },
            ),
        ]
    }
}
