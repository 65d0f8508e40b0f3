//! Deliveries: notices on their way, why some didn't arrive, and sending them again. Never what a notice says.

use crate::portal::door::Portal;
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::{AccountId, NoticeId};
use counterfoil_service::desk::{Delivery, DeliveryState, DeskRefusal};
use serde::Deserialize;

/// The page. `/deliveries`.
#[derive(Debug, Template)]
#[template(path = "page/deliveries.html")]
pub struct Deliveries {
    /// The frame.
    pub frame: Frame,
    /// Which are listed.
    pub shown: DeliveryState,
    /// Newest first.
    pub list: Vec<Line>,
}

/// A notice of the list.
#[derive(Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// The account it is about, by id.
    pub account: String,
    /// That account's mailbox.
    pub mailbox: String,
    /// Where it goes.
    pub recipient: String,
    /// What happened to it, a sentence each.
    pub states: Vec<String>,
    /// Whether it can be sent again.
    pub again: bool,
}

/// What the page is asked for.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    show: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Deliveries.path(), get(show))
        .route(Route::DeliveriesResend.path(), post(resend_failed))
        .route(ItemRoute::DeliveryResend.pattern(), post(resend))
}

async fn show(
    State(portal): State<Portal>,
    operator: Operator,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let shown = DeliveryState::parse(&asked.show).unwrap_or_default();
    page(&portal, operator.frame(&portal), shown).await
}

async fn page(portal: &Portal, frame: Frame, shown: DeliveryState) -> Result<Response, Failure> {
    let now = portal.app.now();
    let list = portal.app.deliveries(shown).await?;
    let list = list
        .iter()
        .map(|delivery| Line::of(&frame, delivery, now))
        .collect();
    Ok(answer(&Deliveries { frame, shown, list }))
}

async fn resend(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id).ok_or(Failure::NotFound)?;
    let account = ItemRoute::id(form.text("account")).ok_or(Failure::NotFound)?;
    let one = (AccountId::from_bytes(account), NoticeId::from_bytes(id));
    let shown = DeliveryState::parse(form.text("show")).unwrap_or_default();
    send(&portal, &operator, Some(one), shown).await
}

async fn resend_failed(
    State(portal): State<Portal>,
    operator: Operator,
    _form: Form,
) -> Result<Response, Failure> {
    send(&portal, &operator, None, DeliveryState::Failed).await
}

async fn send(
    portal: &Portal,
    operator: &Operator,
    one: Option<(AccountId, NoticeId)>,
    shown: DeliveryState,
) -> Result<Response, Failure> {
    let (app, session, _) = operator.0.acting(portal);
    let sent: Result<u64, DeskRefusal> =
        detached(async move { app.resend_at_the_desk(&session, one).await }).await?;
    let frame = operator.frame(portal);
    let frame = match sent {
        Ok(0) => {
            let problem = frame.text("desk-resend-none");
            frame.wrong_overall(problem)
        }
        Ok(count) => {
            let done = frame.one("desk-resend-done", "count", count);
            frame.done(done)
        }
        Err(refusal) => match refused(frame, refusal, Route::Deliveries)? {
            Ok(frame) => frame,
            Err(elsewhere) => return Ok(elsewhere),
        },
    };
    page(portal, frame, shown).await
}

/// What a state is called.
const fn called(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Queued => "desk-delivery-queued",
        DeliveryState::Deferred => "desk-delivery-deferred",
        DeliveryState::Bounced => "desk-delivery-bounced",
        DeliveryState::Failed => "desk-delivery-failed",
        DeliveryState::Expired => "desk-delivery-expired",
        DeliveryState::Sent => "desk-delivery-sent",
    }
}

impl Deliveries {
    /// Every state: what it is called, its page, and whether it is shown.
    fn states(&self) -> Vec<(String, String, bool)> {
        DeliveryState::EVERY
            .into_iter()
            .map(|state| {
                (
                    self.frame.text(called(state)),
                    format!("{}?show={}", Route::Deliveries, state.as_str()),
                    state == self.shown,
                )
            })
            .collect()
    }

    /// What this list holds, and what to do about it.
    fn lead(&self) -> String {
        self.frame.text(match self.shown {
            DeliveryState::Queued => "desk-delivery-queued-lead",
            DeliveryState::Deferred => "desk-delivery-deferred-lead",
            DeliveryState::Bounced => "desk-delivery-bounced-lead",
            DeliveryState::Failed => "desk-delivery-failed-lead",
            DeliveryState::Expired => "desk-delivery-expired-lead",
            DeliveryState::Sent => "desk-delivery-sent-lead",
        })
    }
}

/// What was said last: "550 5.1.1", "connection 4.4.1", "report".
fn why(delivery: &Delivery) -> Option<String> {
    let word = delivery.last_error.as_ref()?;
    Some(match &delivery.status {
        Some(status) => format!("{word} {status}"),
        None => word.clone(),
    })
}

impl Line {
    fn of(frame: &Frame, delivery: &Delivery, now: counterfoil_model::Timestamp) -> Self {
        let moment = |at: counterfoil_model::Timestamp| frame.words().moment(at.as_micros());
        let state = DeliveryState::of(delivery);
        let mut states = vec![frame.one("desk-delivery-written", "at", moment(delivery.at))];
        if let Some(at) = delivery.handed_over_at {
            states.push(frame.one("desk-delivery-taken", "at", moment(at)));
        }
        if let Some(at) = delivery.delivered_at {
            states.push(frame.one("desk-delivery-delivered", "at", moment(at)));
        }
        if state != DeliveryState::Sent
            && state != DeliveryState::Expired
            && let Some(why) = why(delivery)
        {
            states.push(frame.two("desk-delivery-why", "count", delivery.attempts, "why", why));
        }
        if state == DeliveryState::Deferred {
            states.push(frame.one("desk-delivery-next", "at", moment(delivery.due_at)));
        }
        let over = delivery.expires_at.is_some_and(|end| end <= now);
        if over && state != DeliveryState::Sent {
            states.push(frame.text("desk-delivery-over"));
        }
        Self {
            id: delivery.id.to_string(),
            account: delivery.account.to_string(),
            mailbox: delivery.mailbox.clone(),
            recipient: delivery.recipient.clone(),
            again: matches!(
                state,
                DeliveryState::Failed | DeliveryState::Bounced | DeliveryState::Deferred
            ) && !over,
            states,
        }
    }

    fn again_at(&self) -> String {
        ItemRoute::DeliveryResend.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for Deliveries {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::{Span, Timestamp};
        let day = Timestamp::from_micros(1_795_442_700_000_000);
        let delivery = |state: &str, attempts, why: Option<&str>| Delivery {
            account: AccountId::from_bytes([7; 16]),
            mailbox: "alice@example.org".into(),
            id: NoticeId::from_bytes([9; 16]),
            recipient: "alice@elsewhere.example".into(),
            state: state.into(),
            at: day,
            attempts,
            due_at: day + Span::hours(1),
            handed_over_at: (state == "handed-over").then_some(day),
            delivered_at: (state == "handed-over").then(|| day + Span::seconds(30)),
            last_error: why.map(str::to_owned),
            status: None,
            transport: (state == "handed-over").then(|| "smtp".into()),
            reference: None,
            expires_at: None,
        };
        let page = |shown, list: &[Delivery]| Self {
            frame: frame.clone(),
            shown,
            list: list
                .iter()
                .map(|delivery| Line::of(frame, delivery, day))
                .collect(),
        };
        let late = Delivery {
            expires_at: Some(day),
            ..delivery("failed", 14, Some("451"))
        };
        vec![
            ("none", page(DeliveryState::Failed, &[])),
            (
                "failed",
                page(
                    DeliveryState::Failed,
                    &[delivery("failed", 1, Some("550")), late],
                ),
            ),
            (
                "bounced",
                page(
                    DeliveryState::Bounced,
                    &[Delivery {
                        status: Some("5.1.1".into()),
                        ..delivery("bounced", 1, Some("550"))
                    }],
                ),
            ),
            (
                "deferred",
                page(
                    DeliveryState::Deferred,
                    &[delivery("queued", 3, Some("connect"))],
                ),
            ),
            (
                "queued",
                page(DeliveryState::Queued, &[delivery("queued", 0, None)]),
            ),
            (
                "sent",
                page(DeliveryState::Sent, &[delivery("handed-over", 1, None)]),
            ),
            (
                "expired",
                page(
                    DeliveryState::Expired,
                    &[delivery("expired", 0, Some("expired"))],
                ),
            ),
        ]
    }
}
