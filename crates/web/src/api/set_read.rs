//! `GET /api/v1/accounts/{account}/sets` and `…/sets/{set}`: where sets stand. Never a code.

use super::Problem;
use super::caller::Called;
use super::named::{NamedAccount, NamedSet};
use super::set::{Set, refused};
use crate::portal::door::Portal;
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use serde::Serialize;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/accounts/{account}/sets", get(list_sets))
        .route("/accounts/{account}/sets/{set}", get(read_set))
}

/// The sets of an account.
#[derive(Serialize, ToSchema)]
pub(super) struct Sets {
    /// The newest first, fifty at most.
    sets: Vec<Set>,
}

/// List an account's sets
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/sets",
    tag = "sets",
    params(("account" = String, Path)),
    responses((status = 200, body = Sets))
)]
pub(super) async fn list_sets(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<Json<Sets>, Problem> {
    let caller = asking.may(ApiScope::AccountsRead)?.caller();
    let listed = portal.app.api_sets(&caller, account).await;
    let listed = listed.map_err(|refusal| refused(refusal, portal.app.now()))?;
    let sets = listed.into_iter().map(Set::from).collect();
    Ok(Json(Sets { sets }))
}

/// Read where a set stands
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/sets/{set}",
    tag = "sets",
    params(("account" = String, Path), ("set" = String, Path)),
    responses((status = 200, body = Set))
)]
pub(super) async fn read_set(
    State(portal): State<Portal>,
    asking: Called,
    NamedSet(account, set): NamedSet,
) -> Result<Json<Set>, Problem> {
    let caller = asking.may(ApiScope::AccountsRead)?.caller();
    let status = portal.app.api_set(&caller, account, set).await;
    let status = status.map_err(|refusal| refused(refusal, portal.app.now()))?;
    Ok(Json(status.into()))
}
