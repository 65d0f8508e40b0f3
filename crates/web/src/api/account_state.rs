//! `POST /api/v1/accounts/{account}/suspend` and `…/resume`: whether an account's codes are judged.

use super::Problem;
use super::account::Account;
use super::caller::Called;
use super::named::NamedAccount;
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::{AccountId, ApiScope};
use counterfoil_service::api::ApiAccountState;
use std::sync::Arc;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/accounts/{account}/suspend", post(suspend_account))
        .route("/accounts/{account}/resume", post(resume_account))
}

/// Suspend an account
///
/// Nothing of it is judged any more, and nothing is lost. Asked again, nothing changes.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/suspend",
    tag = "accounts",
    params(("account" = String, Path)),
    responses((status = 200, body = Account))
)]
pub(super) async fn suspend_account(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<Json<Account>, Problem> {
    set(&portal, asking, account, ApiAccountState::Suspended).await
}

/// Resume an account
///
/// Takes a suspension back. Asked again, nothing changes.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/resume",
    tag = "accounts",
    params(("account" = String, Path)),
    responses((status = 200, body = Account))
)]
pub(super) async fn resume_account(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<Json<Account>, Problem> {
    set(&portal, asking, account, ApiAccountState::Active).await
}

async fn set(
    portal: &Portal,
    asking: Called,
    account: AccountId,
    state: ApiAccountState,
) -> Result<Json<Account>, Problem> {
    let caller = asking.may(ApiScope::AccountsWrite)?.caller();
    let app = Arc::clone(&portal.app);
    let set =
        detached(async move { app.set_api_account_state(&caller, account, state).await }).await??;
    Ok(Json(set.into()))
}
