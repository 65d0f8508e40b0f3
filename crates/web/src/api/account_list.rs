//! `GET /api/v1/accounts`: the app's accounts, a page at a time, or the one of a reference.

use super::Problem;
use super::account::Account;
use super::caller::Called;
use crate::portal::door::Portal;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use counterfoil_model::{AccountId, ApiScope, Timestamp};
use data_encoding::BASE64URL_NOPAD;
use serde::Serialize;
use url::form_urlencoded;
use utoipa::ToSchema;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/accounts", get(list_accounts))
}

/// The most accounts of a page, and how many there are unless the program says otherwise.
const MOST: u8 = 100;

/// A page of accounts, oldest first.
#[derive(Serialize, ToSchema)]
pub(super) struct AccountPage {
    /// The accounts.
    accounts: Vec<Account>,
    /// What to send as `cursor` for the next page; null on the last one.
    next: Option<String>,
}

#[derive(Default)]
struct Asked {
    limit: Option<u8>,
    after: Option<(Timestamp, AccountId)>,
    reference: Option<String>,
}

/// List accounts
#[utoipa::path(
    get,
    path = "/api/v1/accounts",
    tag = "accounts",
    params(
        ("limit" = Option<u8>, Query, description = "1 to 100; 100 unless it is said", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
        ("reference" = Option<String>, Query, description = "Only the account that the app calls this")
    ),
    responses((status = 200, body = AccountPage))
)]
pub(super) async fn list_accounts(
    State(portal): State<Portal>,
    asking: Called,
    RawQuery(query): RawQuery,
) -> Result<Json<AccountPage>, Problem> {
    let caller = asking.may(ApiScope::AccountsRead)?.caller();
    let asked = read(query.as_deref().unwrap_or_default())?;
    if let Some(reference) = asked.reference {
        let found = portal
            .app
            .api_account_by_reference(&caller, &reference)
            .await?;
        let accounts = found.map(Account::from).into_iter().collect();
        let next = None;
        return Ok(Json(AccountPage { accounts, next }));
    }
    let limit = asked.limit.unwrap_or(MOST);
    // One more than asked for says whether there is another page.
    let mut found = portal
        .app
        .api_accounts(&caller, asked.after, limit + 1)
        .await?;
    let more = found.len() > usize::from(limit);
    found.truncate(usize::from(limit));
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| cursor(last.made_at, last.id));
    let accounts = found.into_iter().map(Account::from).collect();
    Ok(Json(AccountPage { accounts, next }))
}

fn cursor(at: Timestamp, id: AccountId) -> String {
    let mut bytes = at.as_micros().to_be_bytes().to_vec();
    bytes.extend_from_slice(id.as_bytes());
    BASE64URL_NOPAD.encode(&bytes)
}

fn place(cursor: &str) -> Option<(Timestamp, AccountId)> {
    let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
    let (at, id) = bytes.split_first_chunk::<8>()?;
    let at = Timestamp::from_micros(i64::from_be_bytes(*at));
    Some((at, AccountId::from_bytes(id.try_into().ok()?)))
}

fn read(query: &str) -> Result<Asked, Problem> {
    let refused = |code, hint, field: String| {
        Err(Problem::new(StatusCode::BAD_REQUEST, code, hint).about(field))
    };
    let mut asked = Asked::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "limit" => match value.parse() {
                Ok(limit @ 1..=MOST) => asked.limit = Some(limit),
                _ => return refused("parameter-invalid", "limit is 1 to 100.", name.into_owned()),
            },
            "cursor" => {
                asked.after = place(&value);
                if asked.after.is_none() {
                    let hint = "cursor is what the page before gave as next.";
                    return refused("parameter-invalid", hint, name.into_owned());
                }
            }
            "reference" => asked.reference = Some(value.into_owned()),
            _ => {
                let hint = "This parameter is not known. Compare it with the document.";
                let name = name.chars().take(64).collect();
                return refused("parameter-unknown", hint, name);
            }
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::{cursor, place, read};
    use counterfoil_model::{AccountId, Timestamp};

    #[test]
    fn a_cursor_comes_back_as_the_place_it_stands_for() {
        let here = (Timestamp::from_micros(-5), AccountId::from_bytes([7; 16]));
        assert_eq!(place(&cursor(here.0, here.1)), Some(here));
        for other in ["", "=", "AAAA", "not a cursor"] {
            assert_eq!(place(other), None, "{other}");
        }
    }

    #[test]
    fn a_parameter_that_is_none_is_refused_by_name() {
        for (query, field) in [
            ("limit=0", "limit"),
            ("limit=101", "limit"),
            ("limit=x", "limit"),
            ("cursor=x", "cursor"),
            ("sort=up", "sort"),
        ] {
            let refused = read(query).err().and_then(|refused| refused.field);
            assert_eq!(refused.as_deref(), Some(field), "{query}");
        }
        assert_eq!(read("limit=7").ok().and_then(|asked| asked.limit), Some(7));
    }
}
