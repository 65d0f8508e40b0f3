//! `POST /api/v1/accounts/{account}/codes/redeem`: spends a code.

use super::body::{Body, Retry};
use super::caller::Called;
use super::named::NamedAccount;
use super::set_activate::TypedCode;
use super::{Problem, refusal, time};
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
    Router::new().route("/accounts/{account}/codes/redeem", post(redeem_code))
}

/// A code that was spent: let its owner in.
#[derive(Serialize, ToSchema)]
pub(super) struct Redeemed {
    /// Its number on the sheet.
    slot: u8,
    /// How many codes are left.
    left: i64,
    /// When it was spent.
    #[schema(format = DateTime)]
    spent_at: String,
}

/// Redeem a code
///
/// The answer is 200 for exactly one request, and for that one sent again with the same Idempotency-Key. Whatever else it is,
/// let nobody in.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/codes/redeem",
    tag = "codes",
    params(("account" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = TypedCode,
    responses((status = 200, body = Redeemed))
)]
pub(super) async fn redeem_code(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
    body: Body<TypedCode>,
) -> Result<Json<Redeemed>, Problem> {
    let asking = asking.may(ApiScope::CodesRedeem)?;
    let (caller, visit) = asking.visiting(body.says.from.as_ref())?;
    let app = Arc::clone(&portal.app);
    let spent = detached(async move {
        let Body { says, retry } = body;
        let retry = Retry::of(retry.as_ref());
        app.redeem_for_app(&caller, account, &visit, &says.code.0, says.confirm, retry)
            .await
    })
    .await?
    .map_err(|why| refusal::code(why, portal.app.now()))?;
    Ok(Json(Redeemed {
        slot: spent.slot.get(),
        left: spent.left,
        spent_at: time::text(spent.spent_at),
    }))
}
