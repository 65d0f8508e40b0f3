//! Outside addresses: where notices go besides the mailbox.

use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::delivery::Reach;
use counterfoil_model::{OutsideAddressId, SensitiveAction};
use counterfoil_service::outside_address::{
    AddAddressRefusal, AddressState as Standing, ListedAddress, RemoveAddressRefusal,
};

/// The page. `/addresses`.
#[derive(Debug, Template)]
#[template(path = "page/addresses.html")]
pub struct Addresses {
    /// The frame.
    pub frame: Frame,
    /// In the order they were added.
    pub list: Vec<OutsideAddress>,
    /// What was typed.
    pub typed: String,
}

/// One of them.
#[derive(Debug)]
pub struct OutsideAddress {
    /// Its id.
    pub id: String,
    /// The address.
    pub address: String,
    /// What it is good for.
    pub state: AddressState,
    /// That notices came back from it; `None` while none did.
    pub unreached: Option<String>,
}

/// What an outside address is good for.
#[derive(Debug, PartialEq, Eq)]
pub enum AddressState {
    /// Its owner followed the link.
    Verified {
        /// When.
        on: String,
    },
    /// The link is on its way.
    Unverified,
    /// Removed; notices still go there.
    Leaving {
        /// Until then.
        until: String,
    },
}

impl OutsideAddress {
    fn of(frame: &Frame, listed: ListedAddress) -> Self {
        let words = frame.words();
        let state = match listed.state {
            Standing::Verified { since } => AddressState::Verified {
                on: words.date(since.as_micros()),
            },
            Standing::Unverified => AddressState::Unverified,
            Standing::Removed { until } => AddressState::Leaving {
                until: words.date(until.as_micros()),
            },
        };
        Self {
            id: listed.id.to_string(),
            unreached: listed.unreached.map(|(since, reach)| {
                let id = match reach {
                    Reach::Unreachable => "addresses-unreachable",
                    Reach::Bouncing | Reach::Good => "addresses-bouncing",
                };
                frame.one(id, "since", words.date(since.as_micros()))
            }),
            address: listed.address,
            state,
        }
    }

    fn unverified(&self) -> bool {
        self.state == AddressState::Unverified
    }

    const fn leaving(&self) -> bool {
        matches!(self.state, AddressState::Leaving { .. })
    }

    fn remove_at(&self) -> String {
        ItemRoute::AddressRemove.of(&self.id)
    }

    fn send_again_at(&self) -> String {
        ItemRoute::AddressSendAgain.of(&self.id)
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Addresses.path(), get(show).post(add))
        .route(ItemRoute::AddressSendAgain.pattern(), post(send_again))
        .route(ItemRoute::AddressRemove.pattern(), post(remove))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame_before(
        &portal,
        SensitiveAction::ChangeOutsideAddress,
        "addresses-not-before",
    );
    page(&portal, &signed_in, frame, String::new()).await
}

async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    typed: String,
) -> Result<Response, Failure> {
    let list = portal
        .app
        .outside_addresses(signed_in.session.account)
        .await?;
    let list = list
        .into_iter()
        .map(|address| OutsideAddress::of(&frame, address))
        .collect();
    Ok(answer(&Addresses { frame, list, typed }))
}

async fn add(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let typed = form.text("address").to_owned();
    mail_link(&portal, &signed_in, typed).await
}

async fn send_again(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let address = find(&portal, &signed_in, &id).await?;
    mail_link(&portal, &signed_in, address.address).await
}

/// Adds an address, or mails its link again if it waits to be confirmed.
async fn mail_link(
    portal: &Portal,
    signed_in: &SignedIn,
    typed: String,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(portal);
    let (app, session, visit) = signed_in.acting(portal);
    let address = typed.clone();
    let added =
        detached(async move { app.add_outside_address(&session, &visit, &address).await }).await?;
    let words = frame.words();
    let problem = match added {
        Ok(()) => {
            let sent = frame.one("addresses-sent", "address", typed);
            return page(portal, signed_in, frame.done(sent), String::new()).await;
        }
        Err(AddAddressRefusal::Address(error)) => refusal::address(words, &error),
        Err(AddAddressRefusal::TheMailbox) => words.text("addresses-own"),
        Err(AddAddressRefusal::Known) => words.text("addresses-twice"),
        Err(AddAddressRefusal::TooMany) => words.text("addresses-full"),
        Err(AddAddressRefusal::StepUpWanted) => {
            return Ok(go_to(&Route::Addresses.after_step_up()));
        }
        Err(AddAddressRefusal::NotBefore(at)) => {
            words.one("addresses-not-before", "at", words.moment(at.as_micros()))
        }
        Err(AddAddressRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(portal, signed_in, frame.wrong("address", problem), typed).await
}

async fn remove(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let address = find(&portal, &signed_in, &id).await?;
    let frame = signed_in.frame(&portal);
    let (app, session, visit) = signed_in.acting(&portal);
    let id = address.id;
    let removed =
        detached(async move { app.remove_outside_address(&session, &visit, id).await }).await?;
    let frame = match removed {
        Ok(()) => {
            let said = frame.one("addresses-removed", "address", address.address);
            frame.done(said)
        }
        Err(RemoveAddressRefusal::StepUpWanted) => {
            return Ok(go_to(&Route::Addresses.after_step_up()));
        }
        Err(RemoveAddressRefusal::NotBefore(at)) => {
            let not_before = frame.one(
                "addresses-not-before",
                "at",
                frame.words().moment(at.as_micros()),
            );
            frame.wrong_overall(not_before)
        }
        // Removed a moment ago, on another page: the list says so.
        Err(RemoveAddressRefusal::Unknown) => frame,
        Err(RemoveAddressRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame, String::new()).await
}

/// The address of this account that a path names.
async fn find(portal: &Portal, signed_in: &SignedIn, id: &str) -> Result<ListedAddress, Failure> {
    let id = ItemRoute::id(id)
        .map(OutsideAddressId::from_bytes)
        .ok_or(Failure::NotFound)?;
    let list = portal
        .app
        .outside_addresses(signed_in.session.account)
        .await?;
    list.into_iter()
        .find(|address| address.id == id)
        .ok_or(Failure::NotFound)
}

#[cfg(test)]
impl super::samples::Sample for Addresses {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let entry = |address: &str, state| OutsideAddress {
            id: "5f3a".into(),
            address: address.into(),
            state,
            unreached: None,
        };
        let list = || {
            vec![
                entry(
                    "alice@elsewhere.example",
                    AddressState::Verified {
                        on: "1 September 2026".into(),
                    },
                ),
                entry(
                    "alice.with.a.very.long.name@a-long-domain.elsewhere.example",
                    AddressState::Unverified,
                ),
                entry(
                    "old@elsewhere.example",
                    AddressState::Leaving {
                        until: "30 November 2026".into(),
                    },
                ),
            ]
        };
        let verified = AddressState::Verified {
            on: "1 September 2026".into(),
        };
        let unreached = OutsideAddress {
            unreached: Some(frame.one("addresses-bouncing", "since", "20 November 2026")),
            ..entry("alice@elsewhere.example", verified)
        };
        let wrong = frame
            .clone()
            .wrong("address", frame.text("refusal-address-incomplete"));
        vec![
            (
                "none",
                Self {
                    frame: frame.clone(),
                    list: Vec::new(),
                    typed: String::new(),
                },
            ),
            (
                "some",
                Self {
                    frame: frame.clone(),
                    list: list(),
                    typed: String::new(),
                },
            ),
            (
                "unreached",
                Self {
                    frame: frame.clone(),
                    list: vec![unreached],
                    typed: String::new(),
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    list: list(),
                    typed: "alice".into(),
                },
            ),
        ]
    }
}
