//! `POST /api/v1/accounts/{account}/sets/{set}/retire`: ends a set.

use super::Problem;
use super::caller::Called;
use super::named::NamedSet;
use super::set::{Set, refused};
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use std::sync::Arc;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts/{account}/sets/{set}/retire", post(retire_set))
}

/// Retire a set
///
/// Its codes are spent no more: what to do when a sheet is lost. Asked again, nothing changes.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/sets/{set}/retire",
    tag = "sets",
    params(("account" = String, Path), ("set" = String, Path)),
    responses((status = 200, body = Set))
)]
pub(super) async fn retire_set(
    State(portal): State<Portal>,
    asking: Called,
    NamedSet(account, set): NamedSet,
) -> Result<Json<Set>, Problem> {
    let (caller, visit) = asking.may(ApiScope::SetsWrite)?.visiting(None)?;
    let app = Arc::clone(&portal.app);
    let retired = detached(async move { app.retire_set(&caller, account, set, &visit).await })
        .await?
        .map_err(|refusal| refused(refusal, portal.app.now()))?;
    Ok(Json(retired.into()))
}
