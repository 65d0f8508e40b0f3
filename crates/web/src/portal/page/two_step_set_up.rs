//! Setting up the phone: a picture to scan, a key to type, six digits to prove it.

use crate::portal::door::{Portal, go, heard_from, with_session};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, qr, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::totp::{BegunTotp, BoundTotp, ProveTotpRefusal};
use std::fmt;
use zeroize::Zeroize;

/// The page. `/two-step/prove`; the secret is shown while it waits to be proved.
#[derive(Debug, Template)]
#[template(path = "page/two_step_set_up.html")]
pub struct TwoStepSetUp {
    /// The frame.
    pub frame: Frame,
    /// The secret, as a phone takes it.
    pub secret: PhoneSecret,
}

/// A TOTP secret on its way to a phone.
pub struct PhoneSecret {
    /// The `otpauth://` address as an SVG element ([`crate::portal::qr`]).
    pub qr: String,
    /// The key in base32, in groups of four.
    pub key: Vec<String>,
    /// The secret, sealed for the form that comes back with the proof; empty where the service keeps it meanwhile.
    pub sealed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::TwoStepProve.path(), get(show).post(prove))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame).await
}

/// The page as long as a key waits and a factor was proved lately; else the way to begin.
async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let Some(begun) = portal.app.begun_totp(&signed_in.session).await? else {
        return Ok(go(Route::TwoStep));
    };
    Ok(answer(&TwoStepSetUp {
        frame,
        secret: PhoneSecret::from(&begun),
    }))
}

async fn prove(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let (app, session, visit) = signed_in.acting(&portal);
    let digits = form.secret("digits");
    let bound = detached(async move { app.prove_totp(&session, &visit, &digits).await }).await?;
    let (words, now) = (frame.words(), portal.app.now());
    let mut heard = None;
    let problem = match bound {
        Ok(bound) => {
            let frame = signed_in.under(&bound.token).frame(&portal);
            return Ok(with_session(answer(&done(frame, &bound)), &bound.token));
        }
        Err(ProveTotpRefusal::NotSixDigits) => words.text("field-digits-not-six"),
        Err(ProveTotpRefusal::Wrong(left)) => {
            heard = left.wait_until;
            refusal::wrong(words, &left, now, "two-step-wrong")
        }
        Err(ProveTotpRefusal::Wait(until)) => {
            heard = Some(until);
            refusal::early(words, until, now)
        }
        Err(ProveTotpRefusal::NothingBegun) => {
            let paragraphs = vec![frame.text("two-step-late")];
            return Ok(answer(&Message::say(
                frame,
                "two-step-late-title",
                paragraphs,
                ("button-set-up-phone", Route::TwoStep),
            )));
        }
        Err(ProveTotpRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let page = page(&portal, &signed_in, frame.wrong("digits", problem)).await?;
    Ok(heard_from(page, heard, now))
}

fn done(frame: Frame, bound: &BoundTotp) -> Message {
    if bound.at_once {
        return Message::about(frame, Topic::PhoneOn);
    }
    let from = frame.words().moment(bound.effective_at.as_micros());
    let paragraphs = vec![
        frame.one("two-step-staged", "until", from),
        frame.text("two-step-staged-then"),
    ];
    Message::say(
        frame,
        "two-step-staged-title",
        paragraphs,
        ("shell-back-home", Route::Home),
    )
}

impl From<&BegunTotp> for PhoneSecret {
    fn from(begun: &BegunTotp) -> Self {
        let key = begun.key_text.split(' ').map(str::to_owned).collect();
        Self {
            qr: qr::svg(&begun.uri),
            key,
            sealed: String::new(),
        }
    }
}

impl fmt::Debug for PhoneSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneSecret(…)")
    }
}

impl Drop for PhoneSecret {
    fn drop(&mut self) {
        self.qr.zeroize();
        self.key.zeroize();
    }
}

impl PhoneSecret {
    /// From an `otpauth://` address, the key in base32 and the sealed secret.
    #[must_use]
    pub fn new(address: &str, base32: &str, sealed: String) -> Self {
        let key = base32
            .as_bytes()
            .chunks(4)
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect();
        Self {
            qr: qr::svg(address),
            key,
            sealed,
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for TwoStepSetUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let secret = || {
            PhoneSecret::new(
                "otpauth://totp/example.org%20mail:alice%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=example.org%20mail",
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "c2VhbGVk".into(),
            )
        };
        let wrong = frame.clone().wrong("digits", frame.text("two-step-wrong"));
        vec![
            (
                "empty",
                Self {
                    frame: frame.clone(),
                    secret: secret(),
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    secret: secret(),
                },
            ),
        ]
    }
}
