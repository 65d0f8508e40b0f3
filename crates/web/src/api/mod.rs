//! What programs call: JSON in, JSON out, and every refusal a problem by RFC 9457 with a code that never changes.

mod freeze;
mod problem;

use problem::Problem;

use crate::portal::door::Portal;
use axum::Router;

/// Every address of the API.
pub fn routes() -> Router<Portal> {
    freeze::routes()
}
