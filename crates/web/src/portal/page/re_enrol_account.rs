//! Operators enrol an owner again who lost everything: one asks and says why, another confirms and hands the link over.

use crate::portal::door::{Portal, go, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::AccountId;
use counterfoil_service::LinkKind;
use counterfoil_service::account::{ReEnrolRequestRefusal as Refusal, WaitingReEnrolment};
use serde::Deserialize;
use std::fmt;
use zeroize::Zeroizing;

/// The page. `/accounts/re-enrol`.
#[derive(Debug, Template)]
#[template(path = "page/re_enrol_account.html")]
pub struct ReEnrolAccount {
    /// The frame.
    pub frame: Frame,
    /// What waits for a second operator.
    pub waiting: Vec<Waiting>,
    /// The mailbox, as it was typed.
    pub address: String,
    /// Why, as it was typed.
    pub reason: String,
    /// The link that was made just now, to be handed over.
    pub made: Option<HandedOver>,
}

/// A re-enrolment that waits.
#[derive(Debug)]
pub struct Waiting {
    /// The account's id.
    pub id: String,
    /// Its address.
    pub address: String,
    /// Why.
    pub reason: String,
    /// Who asked, and until when it can be confirmed, as a sentence.
    pub asked: String,
    /// Whether this operator may confirm it.
    pub confirmable: bool,
}

/// A link to be printed or copied. Shown once; `Debug` hides it.
pub struct HandedOver {
    /// Whose mailbox it opens.
    pub address: String,
    /// The link in full.
    pub link: Zeroizing<String>,
}

impl fmt::Debug for HandedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HandedOver")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    let back = || async { go(Route::ReEnrolAccount) };
    Router::new()
        .route(Route::ReEnrolAccount.path(), get(show).post(ask))
        .route(ItemRoute::ReEnrolConfirm.pattern(), post(confirm).get(back))
        .route(
            ItemRoute::ReEnrolWithdraw.pattern(),
            post(withdraw).get(back),
        )
}

/// To everybody but operators there is no such page; an operator first shows that it is still them.
fn elsewhere(portal: &Portal, signed_in: &SignedIn) -> Result<Option<Response>, Failure> {
    match portal.app.may_request_re_enrolments(&signed_in.session) {
        Err(Refusal::OperatorsOnly) => Err(Failure::NotFound),
        Err(Refusal::SecondFactorWanted) => Ok(Some(go(Route::TwoStep))),
        Err(Refusal::StepUpWanted) => Ok(Some(go_to(&Route::ReEnrolAccount.after_step_up()))),
        Err(Refusal::Internal(fault)) => Err(fault.into()),
        Ok(()) | Err(_) => Ok(None),
    }
}

/// Whom the page is opened for.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    address: String,
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if let Some(elsewhere) = elsewhere(&portal, &signed_in)? {
        return Ok(elsewhere);
    }
    let frame = signed_in.operators_frame(&portal);
    let typed = (asked.address, String::new());
    page(&portal, &signed_in, frame, Some(typed)).await
}

async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    typed: Option<(String, String)>,
) -> Result<Response, Failure> {
    let waiting = match portal.app.waiting_re_enrolments(&signed_in.session).await {
        Ok(waiting) => waiting,
        Err(Refusal::Internal(fault)) => return Err(fault.into()),
        Err(_) => return Err(Failure::NotFound),
    };
    let waiting = waiting
        .iter()
        .map(|request| Waiting::of(&frame, request))
        .collect();
    let (address, reason) = typed.unwrap_or_default();
    Ok(answer(&ReEnrolAccount {
        frame,
        waiting,
        address,
        reason,
        made: None,
    }))
}

async fn ask(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    if let Some(elsewhere) = elsewhere(&portal, &signed_in)? {
        return Ok(elsewhere);
    }
    let [address, reason] = ["address", "reason"].map(|field| form.text(field).to_owned());
    let (app, session, _) = signed_in.acting(&portal);
    let (whose, why) = (address.clone(), reason.clone());
    let asked =
        detached(async move { app.request_re_enrolment(&session, &whose, &why).await }).await?;
    let frame = signed_in.operators_frame(&portal);
    let words = frame.words();
    let (field, problem) = match asked {
        Ok(()) => {
            let done = frame.one("operator-re-enrol-asked", "address", &address);
            return page(&portal, &signed_in, frame.done(done), None).await;
        }
        Err(Refusal::Address(error)) => ("address", refusal::address(words, &error)),
        Err(Refusal::Unknown) => ("address", words.text("operator-re-enrol-unknown")),
        Err(Refusal::Own) => ("address", words.text("operator-re-enrol-own")),
        Err(Refusal::WaitsAlready) => ("address", words.text("operator-re-enrol-waits")),
        Err(Refusal::Reason) => ("reason", words.text("operator-re-enrol-no-reason")),
        Err(other) => return refused(&portal, &signed_in, other).await,
    };
    page(
        &portal,
        &signed_in,
        frame.wrong(field, problem),
        Some((address, reason)),
    )
    .await
}

/// What a refusal leads to that no field is to blame for.
async fn refused(
    portal: &Portal,
    signed_in: &SignedIn,
    refusal: Refusal,
) -> Result<Response, Failure> {
    let frame = signed_in.operators_frame(portal);
    let problem = match refusal {
        Refusal::Internal(fault) => return Err(fault.into()),
        Refusal::NotBefore(at) => frame.one(
            "operator-re-enrol-held",
            "until",
            frame.words().moment(at.as_micros()),
        ),
        _ => frame.text("operator-re-enrol-nothing"),
    };
    page(portal, signed_in, frame.wrong_overall(problem), None).await
}

async fn confirm(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    if let Some(elsewhere) = elsewhere(&portal, &signed_in)? {
        return Ok(elsewhere);
    }
    let account = account(&id)?;
    let (app, session, _) = signed_in.acting(&portal);
    let waiting = match app.waiting_re_enrolments(&session).await {
        Ok(waiting) => waiting,
        Err(other) => return refused(&portal, &signed_in, other).await,
    };
    let address = waiting
        .into_iter()
        .find(|request| request.account == account)
        .map(|request| request.address)
        .unwrap_or_default();
    let confirmed =
        detached(async move { app.confirm_re_enrolment(&session, account).await }).await?;
    match confirmed {
        Ok(token) => {
            let origin = portal.shell.public_url.origin();
            let link = Zeroizing::new(format!("{origin}{}", *LinkKind::ReEnrol.path(&token)));
            Ok(answer(&ReEnrolAccount {
                frame: signed_in.operators_frame(&portal),
                waiting: Vec::new(),
                address: String::new(),
                reason: String::new(),
                made: Some(HandedOver { address, link }),
            }))
        }
        Err(other) => refused(&portal, &signed_in, other).await,
    }
}

async fn withdraw(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let account = account(&id)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let withdrawn =
        detached(async move { app.withdraw_re_enrolment(&session, &visit, account).await });
    match withdrawn.await? {
        Ok(()) => {
            let frame = signed_in.operators_frame(&portal);
            let done = frame.text("operator-re-enrol-withdrawn");
            page(&portal, &signed_in, frame.done(done), None).await
        }
        Err(Refusal::OperatorsOnly) => Err(Failure::NotFound),
        Err(other) => refused(&portal, &signed_in, other).await,
    }
}

fn account(id: &str) -> Result<AccountId, Failure> {
    ItemRoute::id(id)
        .map(AccountId::from_bytes)
        .ok_or(Failure::NotFound)
}

impl Waiting {
    fn of(frame: &Frame, request: &WaitingReEnrolment) -> Self {
        Self {
            id: request.account.to_string(),
            address: request.address.clone(),
            reason: request.reason.clone(),
            asked: frame.two(
                "operator-re-enrol-asked-by",
                "operator",
                &request.asked_by,
                "until",
                frame.words().moment(request.expires_at.as_micros()),
            ),
            confirmable: request.confirmable,
        }
    }

    fn confirm_at(&self) -> String {
        ItemRoute::ReEnrolConfirm.of(&self.id)
    }

    fn withdraw_at(&self) -> String {
        ItemRoute::ReEnrolWithdraw.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for ReEnrolAccount {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let blank = |frame: Frame| Self {
            frame,
            waiting: Vec::new(),
            address: String::new(),
            reason: String::new(),
            made: None,
        };
        let waiting = |id: &str, confirmable| Waiting {
            id: id.into(),
            address: "alice@example.org".into(),
            reason: "Alice lost phone and sheet in a fire. She showed her passport at the desk."
                .into(),
            asked: frame.two(
                "operator-re-enrol-asked-by",
                "operator",
                "olga@example.org",
                "until",
                "24 November 2026 at 14:05",
            ),
            confirmable,
        };
        let wrong = frame
            .clone()
            .wrong("reason", frame.text("operator-re-enrol-no-reason"));
        let made = HandedOver {
            address: "alice@example.org".into(),
            link: "https://account.example.org/link/re-enrol/aaaabbbbccccddddeeeeffffgggghhhh"
                .to_owned()
                .into(),
        };
        vec![
            ("empty", blank(frame.clone())),
            (
                "waiting",
                Self {
                    waiting: vec![waiting("5f3a", true), waiting("7a01", false)],
                    ..blank(frame.clone())
                },
            ),
            (
                "wrong",
                Self {
                    address: "alice@example.org".into(),
                    ..blank(wrong)
                },
            ),
            (
                "made",
                Self {
                    made: Some(made),
                    ..blank(frame.clone())
                },
            ),
        ]
    }
}
