//! The pages that owners and operators see.

pub mod field;
mod frame;
pub mod page;
pub mod qr;
mod words;

pub use frame::{Frame, Problem};
pub use words::{Sayable, Words};

use crate::shell::Failure;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};

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
