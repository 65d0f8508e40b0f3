//! What happened, as a file of its owner's: a table, or JSON. Opening it changes nothing.

use super::activity::{Asked, Entry};
use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Words, event};
use crate::routes::Route;
use crate::shell::Failure;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use counterfoil_model::activity::{Answer, Show};
use counterfoil_service::activity;
use serde_json::json;

/// These files' addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::ActivityCsv.path(), get(csv))
        .route(Route::ActivityJson.path(), get(json))
}

async fn csv(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let show = Show::parse(&asked.show);
    let entries = portal.app.whole_activity(&signed_in.session, show).await?;
    let text = table(&signed_in.visitor.words, &entries);
    Ok(attachment("csv", "text/csv; charset=utf-8", text))
}

async fn json(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let show = Show::parse(&asked.show);
    let entries = portal.app.whole_activity(&signed_in.session, show).await?;
    let words = &signed_in.visitor.words;
    let events: Vec<serde_json::Value> =
        entries.iter().map(|entry| document(words, entry)).collect();
    let text = serde_json::to_string_pretty(&events).map_err(|_| Failure::Internal)?;
    Ok(attachment("json", "application/json", text))
}

/// As RFC 4180 has it, with names in the first line.
fn table(words: &Words, entries: &[activity::Entry]) -> String {
    let mut table = line(&[
        "at", "kind", "what", "device", "address", "country", "network", "answer",
    ]);
    for entry in entries {
        let (at, what, country) = (
            event::exact(entry.event.at),
            Entry::of(words, entry).event.what,
            entry.place.country.as_ref(),
        );
        table.push_str(&line(&[
            &at,
            &entry.event.kind,
            &what,
            &entry.event.device,
            &entry.event.from,
            country.map_or("", |country| country.code.as_str()),
            entry.place.network.as_deref().unwrap_or_default(),
            entry.answer.map_or("", |(answer, _)| answer.as_str()),
        ]));
    }
    table
}

/// One line. What a spreadsheet would take for a formula is a text: a device's name comes from whoever called.
fn line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

fn document(words: &Words, entry: &activity::Entry) -> serde_json::Value {
    let details: serde_json::Map<String, serde_json::Value> = (entry.event.details.iter())
        .map(|(name, value)| (name.clone(), value.as_str().into()))
        .collect();
    json!({
        "id": entry.id.to_string(),
        "at": event::exact(entry.event.at),
        "kind": entry.event.kind,
        "what": Entry::of(words, entry).event.what,
        "details": details,
        "device": entry.event.device,
        "address": entry.event.from,
        "country": entry.place.country.as_ref().map(|country| country.code.as_str()),
        "network": entry.place.network,
        "answer": entry.answer.map(|(answer, at)| json!({
            "said": match answer { Answer::Me => "me", Answer::NotMe => "not-me" },
            "at": event::exact(at),
        })),
    })
}

fn attachment(ending: &str, kind: &'static str, text: String) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let name = format!("attachment; filename=\"activity.{ending}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn no_cell_is_a_formula_or_ends_early() {
        assert_eq!(
            line(&["=1+1", "say \"hi\"", "a,b", "-7", "plain"]),
            "\"'=1+1\",\"say \"\"hi\"\"\",\"a,b\",\"'-7\",\"plain\"\r\n"
        );
    }
}
