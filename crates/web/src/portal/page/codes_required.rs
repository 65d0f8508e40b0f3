//! The operator requires codes, and this account has none: what is missing, and the one next step.

use crate::portal::door::{Portal, go};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::policy::CodesDuty;
use counterfoil_service::outside_address::ListedAddress;
use counterfoil_service::passkey::ListedPasskey;

/// The page. `/codes/required`.
#[derive(Debug, Template)]
#[template(path = "page/codes_required.html")]
pub struct CodesRequired {
    /// The frame.
    pub frame: Frame,
    /// Since when.
    pub day: String,
    /// What it takes: what each step is called, and whether it is done.
    pub steps: Vec<(&'static str, bool)>,
    /// The next step.
    pub next: (&'static str, Route),
    /// How to reach a person.
    pub help_line: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::CodesRequired.path(), get(show))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let CodesDuty::Overdue(since) = signed_in.session.codes_duty() else {
        return Ok(go(Route::Home));
    };
    let policy = signed_in.session.policy();
    let home = portal
        .app
        .home(&signed_in.session, portal.notices_to_folder)
        .await?;
    let strong = home.totp_since.is_some() || home.passkeys.iter().any(ListedPasskey::works);
    let outside = home.outside.iter().any(ListedAddress::counts);
    let mut steps = Vec::new();
    let mut next = if home.codes.shown_sheet.is_some() {
        ("button-prove", Route::EnableProve)
    } else {
        ("button-enable", Route::Enable)
    };
    // The first that is missing is the next one, so the last is looked at first.
    if policy.require_outside_address {
        steps.push(("home-outside", outside));
        if !outside {
            next = ("button-add-address", Route::Addresses);
        }
    }
    if !policy.codes_as_first_second_factor {
        steps.insert(0, ("policy-codes-step-second", strong));
        if !strong {
            next = ("button-add-second-step", Route::TwoStep);
        }
    }
    steps.push(("policy-codes-step-sheet", false));
    let frame = signed_in.operators_frame(&portal);
    Ok(answer(&CodesRequired {
        day: frame.words().date(since.as_micros()),
        frame,
        steps,
        next,
        help_line: portal.help_line.to_string(),
    }))
}

#[cfg(test)]
impl super::samples::Sample for CodesRequired {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |phone, outside, next| Self {
            frame: frame.clone(),
            day: "31 March 2027".into(),
            steps: vec![
                ("policy-codes-step-second", phone),
                ("home-outside", outside),
                ("policy-codes-step-sheet", false),
            ],
            next,
            help_line: "Call the help desk: +33 1 23 45 67 89".into(),
        };
        vec![
            (
                "bare",
                page(false, false, ("button-set-up-phone", Route::TwoStep)),
            ),
            ("ready", page(true, true, ("button-enable", Route::Enable))),
        ]
    }
}
