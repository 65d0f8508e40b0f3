//! `POST /api/v1/accounts/{account}/sets/{set}/activate`: one code of a shown set is typed back.

use super::Problem;
use super::body::{Body, Typed};
use super::caller::{Called, From};
use super::named::NamedSet;
use super::set::{Set, refused};
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route(
        "/accounts/{account}/sets/{set}/activate",
        post(activate_set),
    )
}

/// A code as its owner typed it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedCode {
    /// The code. Case, blanks and hyphens don't matter; `?` stands for a symbol that can't be read.
    #[schema(value_type = String, max_length = 200)]
    pub(super) code: Typed,
    /// The owner was shown what was read after repair, and it is what the sheet says.
    #[serde(default)]
    pub(super) confirm: bool,
    /// Where the owner sits.
    pub(super) from: Option<From>,
}

/// Activate a set
///
/// The code is checked and not spent. The set that was active before retires at the same moment. Asked again with a code of
/// the set, nothing changes.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/sets/{set}/activate",
    tag = "sets",
    params(("account" = String, Path), ("set" = String, Path)),
    request_body = TypedCode,
    responses((status = 200, body = Set))
)]
pub(super) async fn activate_set(
    State(portal): State<Portal>,
    asking: Called,
    NamedSet(account, set): NamedSet,
    body: Body<TypedCode>,
) -> Result<Json<Set>, Problem> {
    let asking = asking.may(ApiScope::SetsWrite)?;
    let (caller, visit) = asking.visiting(body.says.from.as_ref())?;
    let app = Arc::clone(&portal.app);
    let activated = detached(async move {
        let TypedCode { code, confirm, .. } = body.says;
        app.activate_set(&caller, account, set, &visit, &code.0, confirm)
            .await
    })
    .await?
    .map_err(|refusal| refused(refusal, portal.app.now()))?;
    Ok(Json(activated.into()))
}
