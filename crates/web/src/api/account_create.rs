//! `POST /api/v1/accounts`: makes an account.

use super::account::Account;
use super::body::{Body, Retry};
use super::caller::Called;
use super::{Problem, refusal};
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use counterfoil_model::api_account::ApiAccountError;
use counterfoil_service::api::{CreateRefusal, NewApiAccount};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts", post(create_account))
}

/// A new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAccount {
    /// What the app calls it: 1 to 128 characters without blanks around them. No two of an app's accounts share one.
    #[schema(min_length = 1, max_length = 128, example = "customer-4711")]
    reference: String,
    /// What its owner is called.
    #[schema(max_length = 100)]
    name: Option<String>,
    /// BCP 47 tag of the owner's language.
    #[schema(max_length = 35, example = "en")]
    language: Option<String>,
}

/// Make an account
///
/// Sent again with the same Idempotency-Key, the answer is the same account.
#[utoipa::path(
    post,
    path = "/api/v1/accounts",
    tag = "accounts",
    params(("Idempotency-Key" = Option<String>, Header)),
    request_body = NewAccount,
    responses((status = 201, body = Account))
)]
pub(super) async fn create_account(
    State(portal): State<Portal>,
    asking: Called,
    body: Body<NewAccount>,
) -> Result<Response, Problem> {
    let caller = asking.may(ApiScope::AccountsWrite)?.caller();
    let app = Arc::clone(&portal.app);
    let made = detached(async move {
        let Body { says, retry } = body;
        let new = NewApiAccount {
            reference: &says.reference,
            name: says.name.as_deref(),
            language: says.language.as_deref(),
        };
        let retry = Retry::of(retry.as_ref());
        app.create_api_account(&caller, new, retry).await
    })
    .await?
    .map_err(refused)?;
    let place = HeaderValue::from_str(&format!("/api/v1/accounts/{}", made.id));
    let mut response = (StatusCode::CREATED, Json(Account::from(made))).into_response();
    if let Ok(place) = place {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

fn refused(refusal: CreateRefusal) -> Problem {
    match refusal {
        CreateRefusal::Part(part) => {
            let (field, hint) = match part {
                ApiAccountError::Reference => (
                    "reference",
                    "A reference has 1 to 128 characters, no control characters, and no blanks around it.",
                ),
                ApiAccountError::Name => (
                    "name",
                    "A name has at most 100 characters and no control characters.",
                ),
                ApiAccountError::Language => (
                    "language",
                    "A language is a BCP 47 tag such as en or pt-BR.",
                ),
            };
            Problem::new(StatusCode::BAD_REQUEST, "field-invalid", hint).about(field)
        }
        CreateRefusal::Taken(there) => Problem::new(
            StatusCode::CONFLICT,
            "reference-taken",
            "The app has an account of this reference: the one that is named.",
        )
        .about("reference")
        .with("account", there.to_string()),
        CreateRefusal::Erased => Problem::new(
            StatusCode::CONFLICT,
            "account-erased",
            "This request made an account that was erased since. Use a new Idempotency-Key.",
        ),
        CreateRefusal::OtherRequest => refusal::other_request(),
        CreateRefusal::Internal(fault) => fault.into(),
    }
}
