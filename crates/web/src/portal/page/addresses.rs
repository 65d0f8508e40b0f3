//! Outside addresses: where notices go besides the mailbox.

use super::own_address::OwnAddressForm;
use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::address_review::ReviewAnswer;
use counterfoil_model::delivery::Reach;
use counterfoil_model::{OutsideAddressId, SensitiveAction};
use counterfoil_service::outside_address::{
    AddAddressRefusal, AddressState as Standing, ListedAddress, NewAddress, NotNow,
    RemoveAddressRefusal,
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
    pub typed: Typed,
    /// Whether the owner chose words that stand in our mail.
    pub phrase: bool,
}

/// What was typed into the form.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The address.
    pub address: String,
    /// The owner's own name for it.
    pub label: String,
}

impl Typed {
    pub(super) fn of(form: &Form) -> Self {
        Self {
            address: form.text("address").to_owned(),
            label: form.text("label").to_owned(),
        }
    }
}

/// One of them.
#[derive(Debug)]
pub struct OutsideAddress {
    /// Its id.
    pub id: String,
    /// The address.
    pub address: String,
    /// The owner's own name for it.
    pub label: Option<String>,
    /// What it is good for.
    pub state: AddressState,
    /// That notices came back from it; `None` while none did.
    pub unreached: Option<String>,
    /// Whether its owner is asked if it is still theirs.
    pub review: bool,
    /// The change that its owner can stop: it is removed, and not gone yet.
    pub change: Option<String>,
}

/// What an outside address is good for.
#[derive(Debug, PartialEq, Eq)]
pub enum AddressState {
    /// It hears of everything.
    Verified {
        /// Since when.
        on: String,
    },
    /// It hears, and counts for nothing: it is on this mail service too.
    Inside {
        /// Since when.
        on: String,
    },
    /// Its code is on its way.
    Unverified,
    /// Its code was right, and it waits.
    Waiting {
        /// Until then.
        until: String,
    },
    /// Removed; notices still go there.
    Leaving {
        /// Until then.
        until: String,
    },
}

impl OutsideAddress {
    fn of(frame: &Frame, listed: ListedAddress) -> Self {
        let words = frame.words();
        let date = |at: counterfoil_model::Timestamp| words.date(at.as_micros());
        let moment = |at: counterfoil_model::Timestamp| words.moment(at.as_micros());
        let state = match listed.state {
            Standing::Verified { since } if listed.inside => {
                AddressState::Inside { on: date(since) }
            }
            Standing::Verified { since } => AddressState::Verified { on: date(since) },
            Standing::Unverified => AddressState::Unverified,
            Standing::Waiting { until } => AddressState::Waiting {
                until: moment(until),
            },
            Standing::Removed { until } => AddressState::Leaving {
                until: moment(until),
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
            label: listed.label,
            review: listed.review_due,
            change: listed
                .change
                .filter(|_| matches!(listed.state, Standing::Removed { .. }))
                .map(|change| change.to_string()),
            state,
        }
    }

    fn unverified(&self) -> bool {
        self.state == AddressState::Unverified
    }

    const fn leaving(&self) -> bool {
        matches!(self.state, AddressState::Leaving { .. })
    }

    fn counts(&self) -> bool {
        matches!(self.state, AddressState::Verified { .. })
    }

    /// Whether its owner can show that it works again.
    fn may_try(&self) -> bool {
        self.unreached.is_some() && !self.unverified() && !self.leaving()
    }

    /// Whether another can take its place.
    const fn may_change(&self) -> bool {
        matches!(
            self.state,
            AddressState::Verified { .. } | AddressState::Inside { .. }
        )
    }

    fn at(&self, route: ItemRoute) -> String {
        route.of(&self.id)
    }

    /// Where a removed one is put back: its removal is a change that waits.
    fn keep_at(&self) -> Option<String> {
        self.change
            .as_ref()
            .map(|change| ItemRoute::ChangeStop.of(change))
    }
}

impl Addresses {
    /// Whether there is one that counts, and no second on its way: N24 wants two.
    fn wants_second(&self) -> bool {
        let counting = self.list.iter().filter(|entry| entry.counts()).count();
        let coming = self.list.iter().any(|entry| {
            matches!(
                entry.state,
                AddressState::Unverified | AddressState::Waiting { .. }
            )
        });
        counting == 1 && !coming
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Addresses.path(), get(show).post(add))
        .route(ItemRoute::AddressReview.pattern(), post(review))
        .route(ItemRoute::AddressRemove.pattern(), post(remove))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame_before(
        &portal,
        SensitiveAction::ChangeOutsideAddress,
        "addresses-not-before",
    );
    page(&portal, &signed_in, frame, Typed::default()).await
}

pub(super) async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    typed: Typed,
) -> Result<Response, Failure> {
    let account = signed_in.session.account;
    let list = portal.app.outside_addresses(account).await?;
    let list = list
        .into_iter()
        .map(|address| OutsideAddress::of(&frame, address))
        .collect();
    let phrase = portal.app.has_phrase(account).await?;
    Ok(answer(&Addresses {
        frame,
        list,
        typed,
        phrase,
    }))
}

async fn add(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let typed = Typed::of(&form);
    ask_or_list(&portal, &signed_in, typed, None).await
}

/// Asks for the code that is mailed, or shows the list with what is wrong.
pub(super) async fn ask_or_list(
    portal: &Portal,
    signed_in: &SignedIn,
    typed: Typed,
    replaces: Option<OutsideAddressId>,
) -> Result<Response, Failure> {
    match mail_code(portal, signed_in, &typed, replaces).await? {
        Ok(asked) => Ok(asked),
        Err((field, problem)) => {
            let frame = signed_in.frame(portal).wrong(field, problem);
            page(portal, signed_in, frame, typed).await
        }
    }
}

/// Adds an address, to the others or in the place of one, or mails another code to one that waits for it; then that code is asked
/// for. What is wrong with it belongs to a field.
pub(super) async fn mail_code(
    portal: &Portal,
    signed_in: &SignedIn,
    typed: &Typed,
    replaces: Option<OutsideAddressId>,
) -> Result<Result<Response, (&'static str, String)>, Failure> {
    let (app, session, visit) = signed_in.acting(portal);
    let new = typed.clone();
    let added = detached(async move {
        let new = NewAddress {
            address: &new.address,
            label: &new.label,
            replaces,
        };
        app.add_outside_address(&session, &visit, new).await
    });
    let frame = signed_in.frame(portal);
    let words = frame.words();
    Ok(Err(match added.await? {
        Ok(id) => return Ok(Ok(go_to(&ItemRoute::AddressCode.of(id)))),
        Err(AddAddressRefusal::Address(error)) => ("address", refusal::address(words, &error)),
        Err(AddAddressRefusal::Label(error)) => ("label", refusal::label(words, error)),
        Err(AddAddressRefusal::TheMailbox) => ("address", words.text("addresses-own")),
        Err(AddAddressRefusal::Known) => ("address", words.text("addresses-twice")),
        Err(AddAddressRefusal::TooMany) => ("address", words.text("addresses-full")),
        Err(AddAddressRefusal::NothingToReplace) => {
            ("address", words.text("addresses-change-gone"))
        }
        Err(AddAddressRefusal::TooOften(at)) => (
            "address",
            words.one("addresses-too-often", "at", words.moment(at.as_micros())),
        ),
        Err(AddAddressRefusal::NotNow(NotNow::StepUpWanted)) => {
            return Ok(Ok(go_to(&Route::Addresses.after_step_up())));
        }
        Err(AddAddressRefusal::NotNow(NotNow::Before(at))) => (
            "address",
            words.one("addresses-not-before", "at", words.moment(at.as_micros())),
        ),
        Err(AddAddressRefusal::Internal(fault)) => return Err(fault.into()),
    }))
}

async fn review(
    State(portal): State<Portal>,
    OwnAddressForm {
        signed_in,
        address,
        form,
    }: OwnAddressForm,
) -> Result<Response, Failure> {
    let answer = ReviewAnswer::parse(form.text("answer")).ok_or(Failure::NotFound)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let id = address.id;
    let answered = detached(async move {
        app.answer_address_review(&session, &visit, id, answer)
            .await
    });
    let thanks = match answer {
        ReviewAnswer::Yes => "addresses-reviewed",
        ReviewAnswer::Later => "addresses-reviewed-later",
        ReviewAnswer::No => return removed(&portal, &signed_in, address, answered.await?).await,
    };
    let frame = signed_in.frame(&portal);
    match answered.await? {
        Ok(()) => {
            let thanks = frame.text(thanks);
            page(&portal, &signed_in, frame.done(thanks), Typed::default()).await
        }
        Err(RemoveAddressRefusal::Internal(fault)) => Err(fault.into()),
        // Removed a moment ago, on another page: the list says so.
        Err(_) => page(&portal, &signed_in, frame, Typed::default()).await,
    }
}

async fn remove(
    State(portal): State<Portal>,
    OwnAddressForm {
        signed_in, address, ..
    }: OwnAddressForm,
) -> Result<Response, Failure> {
    let (app, session, visit) = signed_in.acting(&portal);
    let id = address.id;
    let gone =
        detached(async move { app.remove_outside_address(&session, &visit, id).await }).await?;
    removed(&portal, &signed_in, address, gone).await
}

/// The list after one was to be removed.
async fn removed(
    portal: &Portal,
    signed_in: &SignedIn,
    address: ListedAddress,
    removed: Result<(), RemoveAddressRefusal>,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(portal);
    let frame = match removed {
        Ok(()) => {
            let list = portal
                .app
                .outside_addresses(signed_in.session.account)
                .await?;
            let stays = list.into_iter().find(|listed| listed.id == address.id);
            let said = match stays.map(|listed| listed.state) {
                Some(Standing::Removed { until }) => frame.two(
                    "addresses-removed",
                    "address",
                    address.address,
                    "until",
                    frame.words().moment(until.as_micros()),
                ),
                _ => frame.one("addresses-gone", "address", address.address),
            };
            frame.done(said)
        }
        Err(RemoveAddressRefusal::NotNow(NotNow::StepUpWanted)) => {
            return Ok(go_to(&Route::Addresses.after_step_up()));
        }
        Err(RemoveAddressRefusal::NotNow(NotNow::Before(at))) => {
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
    page(portal, signed_in, frame, Typed::default()).await
}

#[cfg(test)]
impl super::samples::Sample for Addresses {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let entry = |address: &str, state| OutsideAddress {
            id: "5f3a".into(),
            address: address.into(),
            label: None,
            state,
            unreached: None,
            review: false,
            change: None,
        };
        let good = || AddressState::Verified {
            on: "1 September 2026".into(),
        };
        let moment = || "30 November 2026 at 14:05".to_owned();
        let list = || {
            let mut due = entry("alice@elsewhere.example", good());
            due.label = Some("My sister's".into());
            due.review = true;
            let long = "alice.with.a.very.long.name@a-long-domain.elsewhere.example";
            let mut old = entry(
                "old@elsewhere.example",
                AddressState::Leaving { until: moment() },
            );
            old.change = Some("5f3b".into());
            let inside = AddressState::Inside {
                on: "1 September 2026".into(),
            };
            vec![
                due,
                entry(long, AddressState::Unverified),
                entry(
                    "new@elsewhere.example",
                    AddressState::Waiting { until: moment() },
                ),
                entry("bob@example.org", inside),
                old,
            ]
        };
        let page = |frame: &Frame, list| Self {
            frame: frame.clone(),
            list,
            typed: Typed::default(),
            phrase: false,
        };
        let unreached = OutsideAddress {
            unreached: Some(frame.one("addresses-bouncing", "since", "20 November 2026")),
            ..entry("alice@elsewhere.example", good())
        };
        let wrong = frame
            .clone()
            .wrong("address", frame.text("refusal-address-incomplete"));
        vec![
            ("none", page(frame, Vec::new())),
            (
                "one",
                Self {
                    phrase: true,
                    ..page(frame, vec![entry("alice@elsewhere.example", good())])
                },
            ),
            ("some", page(frame, list())),
            ("unreached", page(frame, vec![unreached])),
            (
                "wrong",
                Self {
                    typed: Typed {
                        address: "alice".into(),
                        label: "At work".into(),
                    },
                    ..page(&wrong, list())
                },
            ),
        ]
    }
}
