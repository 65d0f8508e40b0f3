//! `GET /api/v1/accounts/{account}`: one account.

use super::Problem;
use super::account::Account;
use super::caller::Called;
use super::named::NamedAccount;
use crate::portal::door::Portal;
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use counterfoil_model::ApiScope;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts/{account}", get(read_account))
}

/// Read an account
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}",
    tag = "accounts",
    params(("account" = String, Path)),
    responses((status = 200, body = Account))
)]
pub(super) async fn read_account(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<Json<Account>, Problem> {
    let caller = asking.may(ApiScope::AccountsRead)?.caller();
    let own = portal.app.api_account(&caller, account).await?;
    Ok(Json(own.into()))
}
