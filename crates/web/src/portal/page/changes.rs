//! Changes that wait: stopped with one button, or let happen at once with the phone that is on.

use crate::portal::door::{Portal, go, heard_from, with_session};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, PasskeyForm, TypedAnswer, Words, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::passkey::Purpose;
use counterfoil_model::{AddressChange, ChangeId};
use counterfoil_service::codes::{ConfirmRefusal, Waiting};
use counterfoil_service::passkey::{ListedPasskey, PasskeyRefusal};
use counterfoil_service::sign_in::TotpRefusal;

/// The page that asks for the phone's digits. `/changes/confirm`.
#[derive(Debug, Template)]
#[template(path = "page/changes_confirm.html")]
pub struct ChangesConfirm {
    /// The frame.
    pub frame: Frame,
    /// What would happen at once, one sentence each.
    pub changes: Vec<String>,
    /// Whether a passkey may be used: it comes first.
    pub passkey: bool,
    /// Whether the phone may.
    pub phone: bool,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::ChangesConfirm.path(), get(show).post(confirm))
        .route(ItemRoute::ChangeStop.pattern(), post(stop))
}

/// What a change does, as a sentence. `kind` as [`Waiting`] has it.
#[must_use]
pub fn what(words: &Words, kind: &str) -> String {
    words.text(match kind {
        "totp" => "change-totp",
        "passkey" => "change-passkey",
        "sheet" => "change-sheet",
        "replacement" => "change-replacement",
        "address-add" => "change-address-add",
        "address-remove" => "change-address-remove",
        "address-replace" => "change-address-replace",
        _ => "change-re-enrolment",
    })
}

/// Whether the phone that is on can let it happen at once: not where that phone is what waits, nor where addresses are asked.
#[must_use]
pub fn is_confirmable(change: &Waiting) -> bool {
    change.kind != "re-enrolment" && AddressChange::parse(&change.kind).is_none()
}

impl ChangesConfirm {
    fn by_passkey(&self) -> PasskeyForm {
        let page = Route::ChangesConfirm.path();
        self.frame
            .passkey(Purpose::Confirm, page, "button-use-passkey")
            .first()
    }
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame).await
}

async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let waiting = portal
        .app
        .waiting_changes(signed_in.session.account)
        .await?;
    let changes = waiting.iter().filter(|change| is_confirmable(change));
    let changes: Vec<String> = changes
        .map(|change| what(frame.words(), &change.kind))
        .collect();
    if changes.is_empty() {
        return Ok(go(Route::Home));
    }
    let home = portal
        .app
        .home(&signed_in.session, portal.notices_to_folder)
        .await?;
    Ok(answer(&ChangesConfirm {
        frame,
        changes,
        passkey: portal.app.has_passkeys() && home.passkeys.iter().any(ListedPasskey::works),
        phone: home.totp_since.is_some(),
    }))
}

async fn confirm(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let (app, session, visit) = signed_in.acting(&portal);
    let digits = form.secret("digits");
    let answered = TypedAnswer::of(&form);
    let confirmed = detached(async move {
        match &answered {
            Some(answered) => {
                app.confirm_changes_by_passkey(&session, &visit, answered.answer())
                    .await
            }
            None => app.confirm_changes(&session, &visit, &digits).await,
        }
    })
    .await?;
    let frame = signed_in.frame(&portal);
    let (words, now) = (frame.words(), portal.app.now());
    let mut heard = None;
    let problem = match confirmed {
        Ok(token) => {
            let frame = signed_in.under(&token).frame(&portal);
            return Ok(with_session(
                answer(&Message::about(frame, Topic::ChangesConfirmed)),
                &token,
            ));
        }
        Err(ConfirmRefusal::NothingWaits | ConfirmRefusal::Totp(TotpRefusal::Ended)) => {
            return Ok(go(Route::Home));
        }
        Err(
            ConfirmRefusal::Internal(fault)
            | ConfirmRefusal::Totp(TotpRefusal::Internal(fault))
            | ConfirmRefusal::Passkey(PasskeyRefusal::Internal(fault)),
        ) => return Err(fault.into()),
        Err(ConfirmRefusal::Passkey(refused)) => {
            let Some(problem) = refusal::passkey(words, &refused, now) else {
                return Ok(go(Route::Home));
            };
            return page(&portal, &signed_in, frame.wrong_overall(problem)).await;
        }
        Err(ConfirmRefusal::Totp(TotpRefusal::NotSixDigits)) => words.text("field-digits-not-six"),
        Err(ConfirmRefusal::Totp(TotpRefusal::NoApp)) => words.text("changes-no-phone"),
        Err(ConfirmRefusal::Totp(TotpRefusal::Wrong(left))) => {
            heard = left.wait_until;
            refusal::wrong(words, &left, now, "second-step-wrong")
        }
        Err(ConfirmRefusal::Totp(TotpRefusal::Wait(until))) => {
            heard = Some(until);
            refusal::early(words, until, now)
        }
    };
    let page = page(&portal, &signed_in, frame.wrong("digits", problem)).await?;
    Ok(heard_from(page, heard, now))
}

async fn stop(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id)
        .map(ChangeId::from_bytes)
        .ok_or(Failure::NotFound)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let stopped = detached(async move { app.stop_change(&session, &visit, id).await }).await??;
    // Stopped before, or in effect already: the first page says which.
    if !stopped {
        return Ok(go(Route::Home));
    }
    Ok(answer(&Message::about(
        signed_in.frame(&portal),
        Topic::ChangeStoppedHere,
    )))
}

#[cfg(test)]
impl super::samples::Sample for ChangesConfirm {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, kinds: &[&str]| Self {
            changes: kinds.iter().map(|kind| what(frame.words(), kind)).collect(),
            frame,
            passkey: false,
            phone: true,
        };
        let wrong = frame
            .clone()
            .wrong("digits", frame.text("second-step-wrong"));
        vec![
            ("one", page(frame.clone(), &["totp"])),
            ("wrong", page(wrong, &["sheet", "replacement"])),
            (
                "passkey",
                Self {
                    passkey: true,
                    phone: false,
                    ..page(frame.clone(), &["passkey"])
                },
            ),
        ]
    }
}
