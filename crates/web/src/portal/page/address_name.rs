//! The owner's own name for an outside address.

use super::addresses::{self, Typed};
use super::own_address::{OwnAddress, OwnAddressForm};
use crate::portal::door::Portal;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::outside_address::NameAddressRefusal;

/// The page. `/addresses/{id}/name`.
#[derive(Debug, Template)]
#[template(path = "page/address_name.html")]
pub struct AddressName {
    /// The frame.
    pub frame: Frame,
    /// The address's id.
    pub id: String,
    /// The address.
    pub address: String,
    /// What was typed, or what it is called.
    pub typed: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(ItemRoute::AddressName.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    OwnAddress { signed_in, address }: OwnAddress,
) -> Result<Response, Failure> {
    Ok(answer(&AddressName {
        frame: signed_in.frame(&portal),
        id: address.id.to_string(),
        address: address.address,
        typed: address.label.unwrap_or_default(),
    }))
}

async fn submit(
    State(portal): State<Portal>,
    OwnAddressForm {
        signed_in,
        address,
        form,
    }: OwnAddressForm,
) -> Result<Response, Failure> {
    let (app, session, _) = signed_in.acting(&portal);
    let typed = form.text("label").to_owned();
    let (id, label) = (address.id, typed.clone());
    let named =
        detached(async move { app.name_outside_address(&session, id, &label).await }).await?;
    let frame = signed_in.frame(&portal);
    match named {
        Ok(()) => {
            let named = frame.text("addresses-named");
            addresses::page(&portal, &signed_in, frame.done(named), Typed::default()).await
        }
        Err(NameAddressRefusal::Label(error)) => {
            let problem = refusal::label(frame.words(), error);
            Ok(answer(&AddressName {
                frame: frame.wrong("label", problem),
                id: address.id.to_string(),
                address: address.address,
                typed,
            }))
        }
        Err(NameAddressRefusal::Unknown) => Err(Failure::NotFound),
        Err(NameAddressRefusal::Internal(fault)) => Err(fault.into()),
    }
}

impl AddressName {
    fn name_at(&self) -> String {
        ItemRoute::AddressName.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for AddressName {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            id: "5f3a".into(),
            address: "alice@elsewhere.example".into(),
            typed: "At work".into(),
        };
        vec![("named", page)]
    }
}
