//! `POST /api/v1/accounts/{account}/sets`: draws a set. Its codes are in this answer and nowhere else.

use super::body::{Body, Retry};
use super::caller::{Called, From};
use super::named::NamedAccount;
use super::{Problem, refusal, time};
use crate::portal::door::Portal;
use crate::shell::detached;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::ApiScope;
use counterfoil_service::api::{IssueRefusal, IssuedSet as Issued};
use serde::{Deserialize, Serialize, Serializer};
use std::sync::Arc;
use utoipa::ToSchema;
use zeroize::Zeroizing;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts/{account}/sets", post(issue_set))
}

/// What a new set is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSet {
    /// What it is called; printed on the sheet, so that its owner knows where it belongs.
    #[schema(max_length = 60)]
    label: Option<String>,
    /// How many codes; the operator's choice unless it is said.
    #[schema(minimum = 4, maximum = 20)]
    count: Option<u8>,
    from: Option<From>,
}

/// A set that was drawn just now. Put it on paper at once: no code of it is ever shown again.
#[derive(Serialize, ToSchema)]
pub(super) struct IssuedSet {
    /// Its id: 32 hexadecimal digits.
    id: String,
    /// The account's own number of it, to be printed.
    sheet: i64,
    /// What it is called.
    label: String,
    /// Always `shown`: nothing opens with it before one of its codes is typed back.
    state: super::set::SetState,
    /// The words to print on the sheet and to show before a code is asked for, so that a copied page is noticed.
    page_words: [&'static str; 2],
    /// The codes, by slot.
    codes: Vec<IssuedCode>,
    /// When it was drawn.
    #[schema(format = DateTime)]
    shown_at: String,
    /// Until when it can be activated.
    #[schema(format = DateTime)]
    activate_before: String,
}

/// A code to be put on paper.
#[derive(Serialize, ToSchema)]
pub(super) struct IssuedCode {
    /// Its number on the sheet.
    slot: u8,
    /// The code: 20 symbols in four groups.
    #[serde(serialize_with = "clear")]
    #[schema(value_type = String)]
    code: Zeroizing<String>,
    /// The word beside it, asked for in drills and never shown again.
    word: &'static str,
}

/// The one place where a code goes into an answer.
fn clear<S: Serializer>(code: &Zeroizing<String>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(code)
}

impl std::convert::From<Issued> for IssuedSet {
    fn from(issued: Issued) -> Self {
        Self {
            id: issued.id.to_string(),
            sheet: issued.sheet,
            label: issued.label,
            state: super::set::SetState::Shown,
            page_words: issued.page_words.map(counterfoil_core::Word::as_str),
            codes: issued
                .codes
                .into_iter()
                .map(|drawn| IssuedCode {
                    slot: drawn.code.slot().get(),
                    code: drawn.code.text(),
                    word: drawn.word.as_str(),
                })
                .collect(),
            shown_at: time::text(issued.shown_at),
            activate_before: time::text(issued.prove_before),
        }
    }
}

/// Issue a set of codes
///
/// A set that was issued before and waits to be activated is discarded; an active one stays until the new one is activated.
/// Sent again with the same Idempotency-Key, the answer is the same set with other codes, and those before are dead.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/sets",
    tag = "sets",
    params(("account" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSet,
    responses((status = 201, body = IssuedSet))
)]
pub(super) async fn issue_set(
    State(portal): State<Portal>,
    asking: Called,
    NamedAccount(account): NamedAccount,
    body: Body<NewSet>,
) -> Result<(StatusCode, Json<IssuedSet>), Problem> {
    let asking = asking.may(ApiScope::SetsWrite)?;
    let (caller, visit) = asking.visiting(body.says.from.as_ref())?;
    let app = Arc::clone(&portal.app);
    let issued = detached(async move {
        let label = body.says.label.unwrap_or_default();
        let retry = Retry::of(body.retry.as_ref());
        let count = body.says.count;
        app.issue_set(&caller, account, &visit, &label, count, retry)
            .await
    })
    .await?
    .map_err(refused)?;
    Ok((StatusCode::CREATED, Json(issued.into())))
}

fn refused(refusal: IssueRefusal) -> Problem {
    let invalid =
        |field, hint| Problem::new(StatusCode::BAD_REQUEST, "field-invalid", hint).about(field);
    let conflict = |code, hint| Problem::new(StatusCode::CONFLICT, code, hint);
    match refusal {
        IssueRefusal::Closed(why) => refusal::closed(why),
        IssueRefusal::Label => invalid(
            "label",
            "A label has at most 60 characters and no control characters.",
        ),
        IssueRefusal::Count => invalid("count", "A set has 4 to 20 codes."),
        IssueRefusal::OtherRequest => refusal::other_request(),
        IssueRefusal::Active => conflict(
            "set-active",
            "This request's set is active, and its codes are never shown again. Issue another one with a new Idempotency-Key.",
        ),
        IssueRefusal::Gone => conflict(
            "set-gone",
            "This request's set was discarded or retired. Issue another one with a new Idempotency-Key.",
        ),
        IssueRefusal::Internal(fault) => fault.into(),
    }
}
