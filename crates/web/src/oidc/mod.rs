//! The OpenID provider's door: what apps and their servers ask. Pages of it are in the portal's dress; the rest is JSON.
//!
//! A cross-site POST carries none of our cookies, so it would look like a fresh browser: machine answers set no cookie, and
//! where people are sent by POST they are sent on by GET first.

mod answer;
mod authorize;
mod client_form;
mod discovery;
mod end_session;
mod endpoint;
pub mod go_on;
mod introspect;
mod jwks;
mod revoke;
mod token;
mod userinfo;

pub use end_session::SignOutAsked;
pub use endpoint::Endpoint;

use crate::portal::door::Portal;
use axum::Router;

/// Every endpoint.
pub fn routes() -> Router<Portal> {
    [
        discovery::routes(),
        jwks::routes(),
        authorize::routes(),
        go_on::routes(),
        token::routes(),
        userinfo::routes(),
        introspect::routes(),
        revoke::routes(),
        end_session::routes(),
    ]
    .into_iter()
    .fold(Router::new(), Router::merge)
}
