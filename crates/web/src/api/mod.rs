//! What programs call: JSON in, JSON out, and every refusal a problem by RFC 9457 with a code that never changes.

mod account;
mod account_create;
mod account_erase;
mod account_list;
mod account_read;
mod account_state;
mod body;
mod caller;
mod code_check;
mod code_drill;
mod code_redeem;
mod document;
mod event_list;
mod freeze;
mod named;
mod page_words;
mod problem;
mod refusal;
mod set;
mod set_activate;
mod set_issue;
mod set_read;
mod set_retire;
mod time;

pub use document::document;
use problem::Problem;

use crate::portal::door::Portal;
use crate::shell::Failure;
use axum::Router;
use axum::http::{HeaderMap, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};

/// What every address of the API begins with.
pub const PREFIX: &str = "/api/v1";

/// Every address of the API.
pub fn routes(portal: &Portal) -> Router<Portal> {
    let of_apps = [
        account_create::routes(),
        account_list::routes(),
        account_read::routes(),
        account_state::routes(),
        account_erase::routes(),
        set_issue::routes(),
        set_read::routes(),
        set_activate::routes(),
        set_retire::routes(),
        code_redeem::routes(),
        code_check::routes(),
        code_drill::routes(),
        page_words::routes(),
        event_list::routes(),
    ];
    let of_apps = of_apps
        .into_iter()
        .fold(Router::new(), Router::merge)
        .route_layer(from_fn_with_state(portal.clone(), caller::known));
    Router::new()
        .nest(PREFIX, of_apps.merge(document::routes()))
        .merge(freeze::routes())
}

/// Whether whoever asks for this path is a program: it reads problems, not pages, and keeps no cookie.
#[must_use]
pub(crate) fn is_asked_at(path: &str) -> bool {
    path.starts_with("/api/")
}

/// What a program is told where a browser would get a page; what it may do instead is said as it was.
pub(crate) fn failed(failure: Failure, bare: &HeaderMap) -> Response {
    let mut response = Problem::from(failure).into_response();
    if let Some(methods) = bare.get(header::ALLOW) {
        let headers = response.headers_mut();
        headers.insert(header::ALLOW, methods.clone());
    }
    response
}
