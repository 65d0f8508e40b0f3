//! The code that is mailed to an outside address, typed, and mailed once more.

use super::addresses::{self, Typed};
use super::own_address::{OwnAddress, OwnAddressForm};
use crate::portal::door::{Portal, go, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::OutsideAddressId;
use counterfoil_service::outside_address::{
    AddressState, ListedAddress, NotNow, ProveAddressRefusal, TryAgainRefusal,
};

/// The page. `/addresses/{id}/code`.
#[derive(Debug, Template)]
#[template(path = "page/address_code.html")]
pub struct AddressCode {
    /// The frame.
    pub frame: Frame,
    /// The address's id.
    pub id: String,
    /// The address.
    pub address: String,
    /// Whether the code that was mailed there still works.
    pub works: bool,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(ItemRoute::AddressCode.pattern(), get(show).post(submit))
        .route(ItemRoute::AddressSendAgain.pattern(), post(send_again))
}

async fn show(
    State(portal): State<Portal>,
    OwnAddress { signed_in, address }: OwnAddress,
) -> Result<Response, Failure> {
    if !takes_code(&address) {
        return Ok(go(Route::Addresses));
    }
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame, address).await
}

/// Whether a code is asked for it: it isn't verified, or notices came back from it.
const fn takes_code(address: &ListedAddress) -> bool {
    match address.state {
        AddressState::Unverified => true,
        AddressState::Waiting { .. } | AddressState::Verified { .. } => address.unreached.is_some(),
        AddressState::Removed { .. } => false,
    }
}

async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    address: ListedAddress,
) -> Result<Response, Failure> {
    let account = signed_in.session.account;
    Ok(answer(&AddressCode {
        works: portal.app.address_code_works(account, address.id).await?,
        id: address.id.to_string(),
        address: address.address,
        frame,
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
    let (app, session, visit) = signed_in.acting(&portal);
    let (id, code) = (address.id, form.secret("code"));
    let proved =
        detached(async move { app.prove_outside_address(&session, &visit, id, &code).await });
    let frame = signed_in.frame(&portal);
    let words = frame.words();
    let problem = match proved.await? {
        Ok(proved) => {
            let done = match proved.waits_until {
                None if proved.reached_again => {
                    frame.one("addresses-reached", "address", proved.address)
                }
                None => frame.one("addresses-confirmed", "address", proved.address),
                Some(until) => frame.two(
                    if proved.replaces {
                        "addresses-changed"
                    } else {
                        "addresses-confirmed-waits"
                    },
                    "address",
                    proved.address,
                    "until",
                    words.moment(until.as_micros()),
                ),
            };
            return addresses::page(&portal, &signed_in, frame.done(done), Typed::default()).await;
        }
        Err(ProveAddressRefusal::NotEightDigits) => words.text("addresses-code-not-eight"),
        Err(ProveAddressRefusal::Wrong(left)) => words.one("addresses-code-wrong", "left", left),
        Err(ProveAddressRefusal::Over) if takes_code(&address) => {
            return page(&portal, &signed_in, frame, address).await;
        }
        Err(ProveAddressRefusal::Over) => return Ok(go(Route::Addresses)),
        Err(ProveAddressRefusal::NotNow(NotNow::StepUpWanted)) => {
            return Ok(go_to(&Route::Addresses.after_step_up()));
        }
        Err(ProveAddressRefusal::NotNow(NotNow::Before(at))) => {
            words.one("addresses-not-before", "at", words.moment(at.as_micros()))
        }
        Err(ProveAddressRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame.wrong("code", problem), address).await
}

async fn send_again(
    State(portal): State<Portal>,
    OwnAddressForm {
        signed_in, address, ..
    }: OwnAddressForm,
) -> Result<Response, Failure> {
    if address.state != AddressState::Unverified {
        return try_again(&portal, &signed_in, address.id).await;
    }
    let typed = Typed {
        address: address.address,
        label: String::new(),
    };
    addresses::ask_or_list(&portal, &signed_in, typed, address.replaces).await
}

/// Mails a code to one that notices came back from; then that code is asked for.
async fn try_again(
    portal: &Portal,
    signed_in: &SignedIn,
    id: OutsideAddressId,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(portal);
    let words = frame.words();
    let (app, session, visit) = signed_in.acting(portal);
    let mailed = detached(async move { app.try_address_again(&session, &visit, id).await });
    let problem = match mailed.await? {
        Ok(()) => return Ok(go_to(&ItemRoute::AddressCode.of(id))),
        Err(TryAgainRefusal::Well) => words.text("addresses-well"),
        Err(TryAgainRefusal::TooOften(at)) => {
            words.one("addresses-too-often", "at", words.moment(at.as_micros()))
        }
        Err(TryAgainRefusal::NotNow(NotNow::StepUpWanted)) => {
            return Ok(go_to(&Route::Addresses.after_step_up()));
        }
        Err(TryAgainRefusal::NotNow(NotNow::Before(at))) => {
            words.one("addresses-not-before", "at", words.moment(at.as_micros()))
        }
        Err(TryAgainRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let frame = frame.wrong_overall(problem);
    addresses::page(portal, signed_in, frame, Typed::default()).await
}

impl AddressCode {
    fn at(&self, route: ItemRoute) -> String {
        route.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for AddressCode {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, works| Self {
            frame,
            id: "5f3a".into(),
            address: "alice@elsewhere.example".into(),
            works,
        };
        let wrong = frame
            .clone()
            .wrong("code", frame.one("addresses-code-wrong", "left", 9));
        vec![
            ("empty", page(frame.clone(), true)),
            ("wrong", page(wrong, true)),
            ("over", page(frame.clone(), false)),
        ]
    }
}
