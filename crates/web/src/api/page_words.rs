//! `GET /api/v1/accounts/{account}/page-words`: what the app shows before it asks for a code.

use super::Problem;
use super::caller::Called;
use super::named::NamedAccount;
use super::set::refused;
use crate::portal::door::Portal;
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use serde::Serialize;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts/{account}/page-words", get(read_page_words))
}

/// The words on the active sheet. Show them after the first factor and before a code is typed: on a copied page they are
/// missing or wrong, and the owner notices.
#[derive(Serialize, ToSchema)]
pub(super) struct OnSheet {
    /// The set's id.
    set: String,
    /// The number printed on the sheet.
    sheet: i64,
    /// The two words.
    page_words: [String; 2],
}

/// Read the page words of the active set
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/page-words",
    tag = "codes",
    params(("account" = String, Path)),
    responses((status = 200, body = OnSheet))
)]
pub(super) async fn read_page_words(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
) -> Result<Json<OnSheet>, Problem> {
    let caller = asking.may(ApiScope::CodesRedeem)?.caller();
    let found = portal.app.page_words_for_app(&caller, account).await;
    let found = found.map_err(|refusal| refused(refusal, portal.app.now()))?;
    Ok(Json(OnSheet {
        set: found.set.to_string(),
        sheet: found.sheet,
        page_words: found.words.map(|word| word.to_string()),
    }))
}
