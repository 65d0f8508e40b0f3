//! `GET /api/v1/events`: what happened to the app's accounts, a page at a time.

use super::caller::Called;
use super::{Problem, time};
use crate::portal::door::Portal;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use counterfoil_service::app_events::{EventsRefusal, OwnEvent};
use serde::Serialize;
use std::collections::BTreeMap;
use url::form_urlencoded;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/events", get(list_events))
}

/// The most events of a page, and how many there are unless the program says otherwise.
const MOST: u8 = 100;

/// A page of events, in the order that never changes.
#[derive(Serialize, ToSchema)]
pub(super) struct EventPage {
    /// The events.
    events: Vec<Event>,
    /// What to send as `cursor` for the next page. Keep it: with nothing new yet, the next page begins there later.
    next: String,
    /// Whether there are more already.
    more: bool,
}

/// Something that happened to an account of the app.
#[derive(Serialize, ToSchema)]
pub(super) struct Event {
    /// Its id: 32 hexadecimal digits. A webhook's `webhook-id` is `evt_` and this.
    #[schema(example = "c3d2e1f00f1e2d3c4b5a69788796a5b4")]
    id: String,
    /// What happened. More kinds may come; leave out those you don't know.
    #[serde(rename = "type")]
    #[schema(example = "code-redeemed")]
    kind: String,
    /// When it happened. Pages are in the order in which events got their place, which may differ by moments.
    #[schema(format = DateTime)]
    at: String,
    /// The account's id.
    account: String,
    /// What the app calls the account; null once it is erased.
    reference: Option<String>,
    /// More of it, by name. Never a code.
    #[schema(example = json!({"code": "3", "left": "7"}))]
    details: BTreeMap<String, String>,
}

impl From<OwnEvent> for Event {
    fn from(own: OwnEvent) -> Self {
        Self {
            id: own.id.to_string(),
            kind: own.kind,
            at: time::text(own.at),
            account: own.account.to_string(),
            reference: own.reference,
            details: own.details,
        }
    }
}

#[derive(Default)]
struct Asked {
    limit: Option<u8>,
    cursor: Option<String>,
}

/// List events
///
/// Begin without a cursor and go on with `next`: every event is read once, also those that happen meanwhile. An event is here
/// a moment after it happened.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    tag = "events",
    params(
        ("limit" = Option<u8>, Query, description = "1 to 100; 100 unless it is said", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "`next` of the page before")
    ),
    responses((status = 200, body = EventPage))
)]
pub(super) async fn list_events(
    State(portal): State<Portal>,
    called: Called,
    RawQuery(query): RawQuery,
) -> Result<Json<EventPage>, Problem> {
    let reader = called.may(ApiScope::EventsRead)?.caller();
    let asked = read(query.as_deref().unwrap_or_default())?;
    let limit = asked.limit.unwrap_or(MOST);
    let page = portal
        .app
        .app_events(reader.app(), asked.cursor.as_deref(), limit)
        .await
        .map_err(refused)?;
    Ok(Json(EventPage {
        events: page.events.into_iter().map(Event::from).collect(),
        next: page.next,
        more: page.more,
    }))
}

fn refused(refusal: EventsRefusal) -> Problem {
    match refusal {
        EventsRefusal::Cursor => {
            parameter("cursor", "cursor is what the page before gave as next.")
        }
        EventsRefusal::Internal(fault) => fault.into(),
    }
}

fn parameter(name: &'static str, hint: &'static str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "parameter-invalid", hint).about(name)
}

fn read(query: &str) -> Result<Asked, Problem> {
    let mut asked = Asked::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "limit" => match value.parse() {
                Ok(limit @ 1..=MOST) => asked.limit = Some(limit),
                _ => return Err(parameter("limit", "limit is 1 to 100.")),
            },
            "cursor" => asked.cursor = Some(value.into_owned()),
            _ => {
                let hint = "This parameter is not known. Compare it with the document.";
                let name: String = name.chars().take(64).collect();
                let refused = Problem::new(StatusCode::BAD_REQUEST, "parameter-unknown", hint);
                return Err(refused.about(name));
            }
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_parameter_that_is_none_is_refused_by_name() {
        for (query, field) in [
            ("limit=0", "limit"),
            ("limit=101", "limit"),
            ("limit=x", "limit"),
            ("sort=up", "sort"),
        ] {
            let refused = read(query).err().and_then(|refused| refused.field);
            assert_eq!(refused.as_deref(), Some(field), "{query}");
        }
        let asked = read("limit=7&cursor=a%20b").unwrap_or_default();
        assert_eq!(
            (asked.limit, asked.cursor.as_deref()),
            (Some(7), Some("a b"))
        );
    }
}
