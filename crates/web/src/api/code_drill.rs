//! `POST /api/v1/accounts/{account}/drills` and `…/drills/answer`: the words beside two codes named at random.

use super::body::{Body, Typed};
use super::caller::{Called, From};
use super::named::NamedAccount;
use super::{Problem, refusal};
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::{ApiScope, Timestamp};
use counterfoil_service::api::ApiDrillRefusal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/accounts/{account}/drills", post(begin_drill))
        .route("/accounts/{account}/drills/answer", post(answer_drill))
}

/// A drill to be answered from paper, within ten minutes.
#[derive(Serialize, ToSchema)]
pub(super) struct Drill {
    /// The numbers of the two codes whose words to ask for.
    slots: [u8; 2],
    /// To be sent back with the words.
    drill: String,
}

/// The words as their owner typed them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DrillAnswer {
    /// `drill` as it was given.
    #[schema(max_length = 1000)]
    drill: String,
    /// The two words, in the order of `slots`.
    #[schema(value_type = Vec<String>, min_items = 2, max_items = 2)]
    words: Vec<Typed>,
    /// Where the owner sits.
    from: Option<From>,
}

/// Begin a drill
///
/// Names two codes at random that can still be spent. Nothing is spent or shown.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/drills",
    tag = "drills",
    params(("account" = String, Path)),
    responses((status = 200, body = Drill))
)]
pub(super) async fn begin_drill(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<Json<Drill>, Problem> {
    let caller = asking.may(ApiScope::CodesCheck)?.caller();
    let drill = portal.app.begin_drill_for_app(&caller, account).await;
    let drill = drill.map_err(|why| refused(why, portal.app.now()))?;
    Ok(Json(Drill {
        slots: drill.slots.map(counterfoil_core::Slot::get),
        drill: drill.sealed,
    }))
}

/// Answer a drill
///
/// 204 when both words are right.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/drills/answer",
    tag = "drills",
    params(("account" = String, Path)),
    request_body = DrillAnswer,
    responses((status = 204, description = "Both words are right"))
)]
pub(super) async fn answer_drill(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
    body: Body<DrillAnswer>,
) -> Result<StatusCode, Problem> {
    let asking = asking.may(ApiScope::CodesCheck)?;
    let (caller, visit) = asking.visiting(body.says.from.as_ref())?;
    let DrillAnswer { drill, words, .. } = body.says;
    let Ok([first, second]) = <[Typed; 2]>::try_from(words) else {
        let hint = "There are two words, in the order of slots.";
        return Err(Problem::new(StatusCode::BAD_REQUEST, "field-invalid", hint).about("words"));
    };
    let app = Arc::clone(&portal.app);
    detached(async move {
        let typed = [first.0.as_str(), second.0.as_str()];
        app.answer_drill_for_app(&caller, account, &visit, &drill, typed)
            .await
    })
    .await?
    .map_err(|why| refused(why, portal.app.now()))?;
    Ok(StatusCode::NO_CONTENT)
}

fn refused(refusal: ApiDrillRefusal, now: Timestamp) -> Problem {
    match refusal {
        ApiDrillRefusal::Closed(why) => refusal::closed(why),
        ApiDrillRefusal::NothingToDrill => Problem::new(
            StatusCode::CONFLICT,
            "nothing-to-drill",
            "Fewer than two codes are left. Issue another set.",
        ),
        ApiDrillRefusal::Over => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "drill-over",
            "This drill is older than ten minutes, or another account's or set's. Begin another one.",
        )
        .about("drill"),
        ApiDrillRefusal::Wrong { right, left } => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "drill-wrong",
            "At least one word is wrong; right says which ones are right.",
        )
        .about("words")
        .with("right", right.to_vec())
        .with("tries", refusal::tries(left)),
        ApiDrillRefusal::Wait(until) => refusal::wait(until, now),
        ApiDrillRefusal::Internal(fault) => fault.into(),
    }
}
