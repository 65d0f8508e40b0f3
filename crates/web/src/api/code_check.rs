//! `POST /api/v1/accounts/{account}/codes/check`: judges a whole code and doesn't spend it.

use super::body::Body;
use super::caller::Called;
use super::named::NamedAccount;
use super::set_activate::TypedCode;
use super::{Problem, refusal};
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts/{account}/codes/check", post(check_code))
}

/// A code that would be spent. It is no proof of anything: let nobody in for it.
#[derive(Serialize, ToSchema)]
pub(super) struct Checked {
    /// Its number on the sheet.
    slot: u8,
}

/// Check a code
///
/// A wrong one is counted as a wrong guess, and a right one takes none back. Only for owners who are signed in at the app.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/codes/check",
    tag = "codes",
    params(("account" = String, Path)),
    request_body = TypedCode,
    responses((status = 200, body = Checked))
)]
pub(super) async fn check_code(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
    body: Body<TypedCode>,
) -> Result<Json<Checked>, Problem> {
    let asking = asking.may(ApiScope::CodesCheck)?;
    let (caller, visit) = asking.visiting(body.says.from.as_ref())?;
    let app = Arc::clone(&portal.app);
    let slot = detached(async move {
        let TypedCode { code, confirm, .. } = body.says;
        app.check_for_app(&caller, account, &visit, &code.0, confirm)
            .await
    })
    .await?
    .map_err(|why| refusal::code(why, portal.app.now()))?;
    Ok(Json(Checked { slot: slot.get() }))
}
