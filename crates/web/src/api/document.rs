//! `GET /api/v1/openapi.json`: the API as an `OpenAPI` 3.1 document, made from the handlers and their types.
//!
//! What every operation has in common, its refusals above all, is added here, so that no handler can forget it.

use super::problem::ProblemBody;
use crate::portal::door::Portal;
use axum::Router;
use axum::http::header;
use axum::routing::get;
use counterfoil_model::ApiScope;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

/// The document as it is committed; a test compares it with [`document`].
const COMMITTED: &str = include_str!("../../../../docs/openapi.json");

pub(super) fn routes() -> Router<Portal> {
    let answer = || async { ([(header::CONTENT_TYPE, "application/json")], COMMITTED) };
    Router::new().route("/openapi.json", get(answer))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Counterfoil",
        version = "1",
        description = "Backup codes on paper for the people of your app. An app sees the accounts that it made, and no others. \
                       Every refusal is application/problem+json with a code that never changes.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "Your Counterfoil")),
    tags(
        (name = "accounts", description = "The people of the app"),
        (name = "sets", description = "Sheets of codes"),
        (name = "codes", description = "Codes, one by one"),
        (name = "drills", description = "Finding out whether a sheet is still there"),
        (name = "events", description = "What happened"),
        (name = "mailboxes", description = "What an owner's mail program may do")
    ),
    paths(
        super::account_create::create_account,
        super::account_list::list_accounts,
        super::account_read::read_account,
        super::account_erase::erase_account,
        super::account_state::suspend_account,
        super::account_state::resume_account,
        super::set_issue::issue_set,
        super::set_read::list_sets,
        super::set_read::read_set,
        super::set_activate::activate_set,
        super::set_retire::retire_set,
        super::page_words::read_page_words,
        super::code_redeem::redeem_code,
        super::code_check::check_code,
        super::code_drill::begin_drill,
        super::code_drill::answer_drill,
        super::event_list::list_events,
        super::freeze::freeze,
    ),
    components(schemas(ProblemBody<'_>))
)]
struct Handlers;

/// The scope that an operation needs, and how it is refused beyond what every operation has.
fn terms(operation: &str) -> Option<(ApiScope, &'static [u16])> {
    Some(match operation {
        "create_account" => (ApiScope::AccountsWrite, &[409, 422]),
        "erase_account" | "suspend_account" | "resume_account" => (ApiScope::AccountsWrite, &[]),
        "list_accounts" => (ApiScope::AccountsRead, &[400]),
        "read_account" | "list_sets" | "read_set" => (ApiScope::AccountsRead, &[]),
        "issue_set" | "activate_set" => (ApiScope::SetsWrite, &[409, 422]),
        "retire_set" => (ApiScope::SetsWrite, &[409]),
        "redeem_code" => (ApiScope::CodesRedeem, &[409, 422]),
        "read_page_words" => (ApiScope::CodesRedeem, &[409]),
        "check_code" | "answer_drill" => (ApiScope::CodesCheck, &[409, 422]),
        "begin_drill" => (ApiScope::CodesCheck, &[409]),
        "list_events" => (ApiScope::EventsRead, &[400]),
        _ => return None,
    })
}

/// What each refusal means, wherever it occurs.
const fn meaning(status: u16) -> &'static str {
    match status {
        400 => "The body, a field or a parameter is wrong; `field` names it",
        401 => "No key, or none that works",
        403 => "The key lacks the scope; `scope` names it",
        404 => "The app has no such account, or the account no such set",
        409 => "It stands otherwise; `code` says how",
        413 => "The body has more than 16 KiB",
        415 => "The body is not JSON",
        422 => "It was understood, and the answer is no; `code` says why",
        429 => {
            "Too many requests of this key, or too many wrong codes for this account; wait as Retry-After says"
        }
        503 => "Too busy; try again as Retry-After says",
        _ => "Our mistake; the operator's log has the X-Request-Id",
    }
}

/// The document.
///
/// # Panics
/// Never: what can't be written is left out, and the test of the committed document sees it.
#[must_use]
pub fn document() -> Value {
    let mut document = serde_json::to_value(Handlers::openapi()).unwrap_or_default();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, operations) in paths.into_iter().flatten() {
        let operations = operations.as_object_mut().into_iter().flatten();
        for (_, operation) in operations {
            complete(path, operation);
        }
    }
    if let Some(components) = document
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        components.insert("securitySchemes".to_owned(), schemes());
    }
    document
}

fn schemes() -> Value {
    json!({
        "key": {
            "type": "http",
            "scheme": "bearer",
            "description": "An API key of the app, cfk_…, made by the operator. Scopes: what the key may do."
        },
        "owner": {
            "type": "http",
            "scheme": "bearer",
            "description": "An access token that the owner of a mailbox gave an app by signing in there (OpenID Connect)."
        }
    })
}

fn complete(path: &str, operation: &mut Value) {
    let name = operation["operationId"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let (security, extra) = match terms(&name) {
        Some((scope, extra)) => (json!([{ "key": [scope.as_str()] }]), extra),
        None => (json!([{ "owner": ["freeze"] }]), [].as_slice()),
    };
    let mut statuses = vec![401, 403, 429, 500, 503];
    statuses.extend_from_slice(extra);
    if operation.get("requestBody").is_some() {
        statuses.extend([400, 413, 415]);
    }
    if path.contains('{') {
        statuses.push(404);
    }
    statuses.sort_unstable();
    statuses.dedup();
    if let Some(operation) = operation.as_object_mut() {
        operation.insert("security".to_owned(), security);
        let responses = operation
            .entry("responses")
            .or_insert_with(|| Value::Object(Map::new()));
        for (_, answer) in responses.as_object_mut().into_iter().flatten() {
            if answer.get("description").is_none() {
                answer["description"] = "Done".into();
            }
        }
        for status in statuses {
            responses[status.to_string()] = refusal(status);
        }
    }
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        match parameter["name"].as_str().unwrap_or_default() {
            "account" | "set" => {
                parameter["schema"] = json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" });
            }
            "Idempotency-Key" => {
                parameter["schema"] = json!({
                    "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"
                });
                parameter["description"] =
                    "Something new for each request, such as a UUID. Sent again within a day, the request is done once.".into();
            }
            _ => {}
        }
    }
}

fn refusal(status: u16) -> Value {
    let headers = match status {
        401 | 403 => json!({
            "WWW-Authenticate": { "description": "As RFC 6750 has it", "schema": { "type": "string" } }
        }),
        429 | 503 => json!({
            "Retry-After": {
                "description": "Seconds to wait",
                "schema": { "type": "integer", "minimum": 1 }
            }
        }),
        _ => json!({}),
    };
    let mut refusal = Map::new();
    refusal.insert("description".to_owned(), meaning(status).into());
    refusal.insert(
        "content".to_owned(),
        json!({
            "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } }
        }),
    );
    if headers != json!({}) {
        refusal.insert("headers".to_owned(), headers);
    }
    refusal.into()
}
