//! The owner's own name for a passkey.

use super::passkeys;
use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::PasskeyId;
use counterfoil_service::passkey::{ListedPasskey, RenamePasskeyRefusal};

/// The page. `/passkeys/{id}/name`.
#[derive(Debug, Template)]
#[template(path = "page/passkey_name.html")]
pub struct PasskeyName {
    /// The frame.
    pub frame: Frame,
    /// The passkey's id.
    pub id: String,
    /// What was typed, or what it is called.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(ItemRoute::PasskeyName.pattern(), get(show).post(submit))
}

async fn find(portal: &Portal, signed_in: &SignedIn, id: &str) -> Result<ListedPasskey, Failure> {
    let id = ItemRoute::id(id).ok_or(Failure::NotFound)?;
    let list = portal.app.passkeys(signed_in.session.account).await?;
    let own = list.into_iter().find(|own| own.id.as_bytes() == &id);
    own.ok_or(Failure::NotFound)
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let own = find(&portal, &signed_in, &id).await?;
    Ok(answer(&PasskeyName {
        frame: signed_in.frame(&portal),
        id,
        typed: own.name,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let own: PasskeyId = find(&portal, &signed_in, &id).await?.id;
    let (app, session, visit) = signed_in.acting(&portal);
    let typed = form.text("name").to_owned();
    let name = typed.clone();
    let named =
        detached(async move { app.rename_passkey(&session, &visit, own, &name).await }).await?;
    let frame = signed_in.frame(&portal);
    match named {
        Ok(()) => {
            let named = frame.text("passkeys-named");
            passkeys::page(&portal, &signed_in, frame.done(named), String::new()).await
        }
        Err(RenamePasskeyRefusal::Name(error)) => {
            let problem = refusal::passkey_name(frame.words(), error);
            Ok(answer(&PasskeyName {
                frame: frame.wrong("name", problem),
                id,
                typed,
            }))
        }
        Err(RenamePasskeyRefusal::Unknown) => Err(Failure::NotFound),
        Err(RenamePasskeyRefusal::Internal(fault)) => Err(fault.into()),
    }
}

impl PasskeyName {
    fn name_at(&self) -> String {
        ItemRoute::PasskeyName.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for PasskeyName {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            id: "5f3a".into(),
            typed: "Blue phone".into(),
        };
        vec![("named", page)]
    }
}
