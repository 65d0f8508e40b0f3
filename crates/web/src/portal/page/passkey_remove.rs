//! Removing a passkey: what opens the mailbox then, and one button.

use super::passkeys;
use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::{PasskeyId, SensitiveAction};
use counterfoil_service::passkey::{LeftWithoutPasskey, RemovePasskeyRefusal};

/// The page. `/passkeys/{id}/remove`.
#[derive(Debug, Template)]
#[template(path = "page/passkey_remove.html")]
pub struct PasskeyRemove {
    /// The frame.
    pub frame: Frame,
    /// The passkey's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What opens the mailbox without it.
    pub left: LeftWithoutPasskey,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(ItemRoute::PasskeyRemove.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let frame = signed_in.frame_before(
        &portal,
        SensitiveAction::RemoveFactor,
        "two-step-not-before",
    );
    page(&portal, &signed_in, frame, id).await
}

async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    id: String,
) -> Result<Response, Failure> {
    let own = ItemRoute::id(&id).map(PasskeyId::from_bytes);
    let own = own.ok_or(Failure::NotFound)?;
    let found = portal.app.without_passkey(&signed_in.session, own).await?;
    let (name, left) = found.ok_or(Failure::NotFound)?;
    Ok(answer(&PasskeyRemove {
        frame,
        id,
        name,
        left,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let own = ItemRoute::id(&id).map(PasskeyId::from_bytes);
    let own = own.ok_or(Failure::NotFound)?;
    let frame = signed_in.frame(&portal);
    let (app, session, visit) = signed_in.acting(&portal);
    match detached(async move { app.remove_passkey(&session, &visit, own).await }).await? {
        Ok(name) => {
            let said = frame.one("passkeys-removed", "name", name);
            passkeys::page(&portal, &signed_in, frame.done(said), String::new()).await
        }
        Err(RemovePasskeyRefusal::StepUpWanted) => Ok(go_to(&Route::Passkeys.after_step_up())),
        Err(RemovePasskeyRefusal::NotBefore(at)) => {
            let at = frame.words().moment(at.as_micros());
            let not_before = frame.one("two-step-not-before", "at", at);
            page(&portal, &signed_in, frame.wrong_overall(not_before), id).await
        }
        Err(RemovePasskeyRefusal::Unknown) => Err(Failure::NotFound),
        Err(RemovePasskeyRefusal::Internal(fault)) => Err(fault.into()),
    }
}

impl PasskeyRemove {
    fn remove_at(&self) -> String {
        ItemRoute::PasskeyRemove.of(&self.id)
    }

    /// What opens the mailbox then.
    fn then(&self) -> String {
        match self.left {
            LeftWithoutPasskey { passkeys, .. } if passkeys > 0 => {
                self.frame.one("passkeys-left-passkeys", "count", passkeys)
            }
            LeftWithoutPasskey { phone: true, .. } => self.frame.text("passkeys-left-phone"),
            LeftWithoutPasskey {
                codes: Some(left), ..
            } => self.frame.one("passkeys-left-codes", "left", left),
            _ => self.frame.text("passkeys-left-nothing"),
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for PasskeyRemove {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |passkeys, phone, codes| Self {
            frame: frame.clone(),
            id: "5f3a".into(),
            name: "Blue phone".into(),
            left: LeftWithoutPasskey {
                passkeys,
                phone,
                codes,
            },
        };
        vec![
            ("others", page(2, true, Some(8))),
            ("phone", page(0, true, None)),
            ("codes", page(0, false, Some(8))),
            ("nothing", page(0, false, None)),
        ]
    }
}
