//! Another address in the place of an outside address.

use super::addresses::{Typed, mail_code};
use super::own_address::{OwnAddress, OwnAddressForm};
use crate::portal::door::{Portal, go};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::SensitiveAction;
use counterfoil_service::outside_address::AddressState;

/// The page. `/addresses/{id}/change`.
#[derive(Debug, Template)]
#[template(path = "page/address_change.html")]
pub struct AddressChange {
    /// The frame.
    pub frame: Frame,
    /// The id of the address that is there.
    pub id: String,
    /// That address.
    pub address: String,
    /// What was typed.
    pub typed: Typed,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(ItemRoute::AddressChange.pattern(), get(show).post(submit))
}

async fn show(
    State(portal): State<Portal>,
    OwnAddress { signed_in, address }: OwnAddress,
) -> Result<Response, Failure> {
    if !matches!(address.state, AddressState::Verified { .. }) {
        return Ok(go(Route::Addresses));
    }
    let typed = Typed {
        address: String::new(),
        label: address.label.unwrap_or_default(),
    };
    Ok(answer(&AddressChange {
        frame: signed_in.frame_before(
            &portal,
            SensitiveAction::ChangeOutsideAddress,
            "addresses-not-before",
        ),
        id: address.id.to_string(),
        address: address.address,
        typed,
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
    let typed = Typed::of(&form);
    match mail_code(&portal, &signed_in, &typed, Some(address.id)).await? {
        Ok(asked) => Ok(asked),
        Err((field, problem)) => Ok(answer(&AddressChange {
            frame: signed_in.frame(&portal).wrong(field, problem),
            id: address.id.to_string(),
            address: address.address,
            typed,
        })),
    }
}

impl AddressChange {
    fn change_at(&self) -> String {
        ItemRoute::AddressChange.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for AddressChange {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, typed: &str| Self {
            frame,
            id: "5f3a".into(),
            address: "alice@elsewhere.example".into(),
            typed: Typed {
                address: typed.into(),
                label: "At work".into(),
            },
        };
        let wrong = frame
            .clone()
            .wrong("address", frame.text("addresses-twice"));
        vec![
            ("empty", page(frame.clone(), "")),
            ("wrong", page(wrong, "bob@elsewhere.example")),
        ]
    }
}
