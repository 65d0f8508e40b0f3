//! `DELETE /api/v1/accounts/{account}`: erases an account, for good.

use super::Problem;
use super::caller::Called;
use super::named::NamedAccount;
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::delete;
use counterfoil_model::ApiScope;
use std::sync::Arc;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts/{account}", delete(erase_account))
}

/// Erase an account
///
/// Its codes and whatever says who it was are gone; its reference is free again. The events stay, without the places they
/// happened from.
#[utoipa::path(
    delete,
    path = "/api/v1/accounts/{account}",
    tag = "accounts",
    params(("account" = String, Path)),
    responses((status = 204, description = "It is erased"))
)]
pub(super) async fn erase_account(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<StatusCode, Problem> {
    let caller = asking.may(ApiScope::AccountsWrite)?.caller();
    let app = Arc::clone(&portal.app);
    detached(async move { app.erase_api_account(&caller, account).await }).await??;
    Ok(StatusCode::NO_CONTENT)
}
