//! Forgotten password, step 1: the address and one backup code.
//!
//! Nothing is looked up here and nothing is judged: the code is read by its format alone, so a stranger learns nothing. Address
//! and code travel to the next step sealed for this browser.

use super::forgotten_second_step::ForgottenSecondStep;
use super::read_as::ReadAs;
use crate::portal::door::{Portal, go};
use crate::portal::visitor::Visitor;
use crate::portal::{Frame, answer, reading, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::{AccountId, MailAddress};
use counterfoil_service::password::ResetStep;
use counterfoil_service::{App, Fault, FormField};
use zeroize::Zeroizing;

/// The page. `/forgotten`.
#[derive(Debug, Template)]
#[template(path = "page/forgotten.html")]
pub struct Forgotten {
    /// The frame.
    pub frame: Frame,
    /// The address that was typed.
    pub address: String,
    /// The code that was typed, after something was wrong with it.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Forgotten.path(), get(show).post(submit))
        .route(
            Route::ForgottenConfirm.path(),
            get(|| async { go(Route::Forgotten) }).post(confirm),
        )
}

/// Address and code, on their way from the first step to the second.
pub(super) struct Claim {
    pub(super) address: String,
    pub(super) code: Zeroizing<String>,
}

const fn sealed_for(visitor: &Visitor) -> FormField<'_> {
    FormField {
        purpose: "forgotten",
        account: AccountId::NOBODY,
        bound_to: &visitor.visit.browser,
    }
}

impl Claim {
    fn seal(&self, app: &App, visitor: &Visitor) -> Result<String, Fault> {
        let both = Zeroizing::new(format!("{}\n{}", self.address, *self.code));
        app.seal_field(&sealed_for(visitor), &both)
    }

    /// Opens what an earlier step sealed for this browser, within ten minutes.
    pub(super) fn unseal(app: &App, visitor: &Visitor, sealed: &str) -> Option<Self> {
        let both = app.open_field(&sealed_for(visitor), sealed)?;
        let (address, code) = both.split_once('\n')?;
        Some(Self {
            address: address.to_owned(),
            code: Zeroizing::new(code.to_owned()),
        })
    }
}

async fn show(State(portal): State<Portal>, visitor: Visitor) -> Response {
    answer(&Forgotten {
        frame: visitor.frame(&portal),
        address: String::new(),
        typed: String::new(),
    })
}

async fn submit(
    State(portal): State<Portal>,
    visitor: Visitor,
    form: Form,
) -> Result<Response, Failure> {
    let (address, code) = (form.text("address").to_owned(), form.secret("code"));
    let mut frame = visitor.frame(&portal);
    if let Err(error) = MailAddress::parse(&address) {
        let problem = refusal::address(frame.words(), &error);
        frame = frame.wrong("address", problem);
    }
    match App::read_reset_code(&code) {
        ResetStep::Unreadable(refusal) => {
            let problem = reading::refused(frame.words(), &refusal);
            frame = frame.wrong("code", problem);
        }
        ResetStep::Confirm(read) if frame.problems.is_empty() => {
            let sealed = Claim {
                address,
                code: read.text.clone(),
            }
            .seal(&portal.app, &visitor)?;
            let ask = ReadAs::ask(
                frame,
                &read,
                sealed.clone(),
                Route::ForgottenConfirm,
                Route::Forgotten,
            );
            return Ok(answer(&ask.before(sealed)));
        }
        ResetStep::Number if frame.problems.is_empty() => {
            let sealed = Claim { address, code }.seal(&portal.app, &visitor)?;
            return Ok(answer(&ForgottenSecondStep {
                frame,
                sealed,
                passkeys: portal.app.has_passkeys(),
            }));
        }
        ResetStep::Confirm(_) | ResetStep::Number => {}
    }
    Ok(answer(&Forgotten {
        frame,
        address,
        typed: code.to_string(),
    }))
}

async fn confirm(State(portal): State<Portal>, visitor: Visitor, form: Form) -> Response {
    let frame = visitor.frame(&portal);
    let sealed = form.text("sealed").to_owned();
    let Some(claim) = Claim::unseal(&portal.app, &visitor, &sealed) else {
        return late(frame);
    };
    if form.has("again") {
        return answer(&Forgotten {
            frame,
            address: claim.address,
            typed: String::new(),
        });
    }
    answer(&ForgottenSecondStep {
        frame,
        sealed,
        passkeys: portal.app.has_passkeys(),
    })
}

/// The first step again, for whoever took more than ten minutes.
pub(super) fn late(frame: Frame) -> Response {
    let late = frame.text("use-code-read-late");
    answer(&Forgotten {
        frame: frame.wrong("code", late),
        address: String::new(),
        typed: String::new(),
    })
}

#[cfg(test)]
impl super::samples::Sample for Forgotten {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let wrong = frame
            .clone()
            .wrong("code", frame.text("use-code-unreadable"));
        let late = frame
            .clone()
            .wrong("code", frame.text("use-code-read-late"));
        let page = |frame, address: &str| Self {
            frame,
            address: address.into(),
            typed: String::new(),
        };
        vec![
            ("empty", page(frame.clone(), "")),
            (
                "wrong",
                Self {
                    typed: "7K3QF 9XW2M".into(),
                    ..page(wrong, "alice@example.org")
                },
            ),
            ("late", page(late, "")),
        ]
    }
}
