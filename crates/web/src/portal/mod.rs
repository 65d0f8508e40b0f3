//! The pages that owners and operators see.

mod before_codes;
mod device_name;
pub mod door;
pub mod event;
pub mod field;
mod fix;
mod frame;
mod letterhead;
pub mod operator;
pub mod page;
mod passkey_form;
pub mod qr;
pub mod reading;
pub mod refusal;
pub mod setting;
mod spelling;
pub mod visitor;
mod words;

pub use frame::{Frame, Problem};
pub use letterhead::{Letterhead, LogoError};
pub use passkey_form::{PasskeyForm, TypedAnswer};
pub use words::{Sayable, Words};

use door::Portal;

use crate::assets;
use crate::shell::{Failure, guarded};
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

/// A page as an answer. That a page can't be rendered is our mistake: the visitor gets the plain error, the log the cause.
pub fn answer(page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            Failure::Internal.into_response()
        }
    }
}

/// Where whatever watches the server asks whether it answers.
pub const HEALTH: &str = "/healthz";

/// The portal with its shell around it: what a server serves. Whoever asks for the health is no browser and may call us by any
/// name, so the shell doesn't stand around that.
pub fn router(portal: Portal) -> Router {
    let health = || async { ([(header::CACHE_CONTROL, "no-store")], "ok") };
    let routes = page::routes()
        .merge(crate::oidc::routes())
        .merge(crate::api::routes(&portal))
        .merge(crate::delivery_reports::routes(&portal))
        .merge(assets::routes());
    guarded(routes, &portal.shell)
        .with_state(portal)
        .route(HEALTH, get(health))
}
