//! How a code reads while it is typed: a sentence for the line under its field. Knows the format and nothing else.

use crate::portal::door::Portal;
use crate::portal::reading::{Live, live};
use crate::portal::visitor::Visitor;
use crate::routes::Route;
use crate::shell::Form;
use axum::routing::post;
use axum::{Json, Router};

/// What the field asks. `/codes/read`.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::ReadCode.path(), post(read))
}

async fn read(visitor: Visitor, form: Form) -> Json<Live> {
    Json(live(&visitor.words, form.raw("code")))
}
