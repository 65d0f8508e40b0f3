//! What a path names: an account, or a set of it.

use super::Problem;
use crate::portal::door::Portal;
use crate::routes::ItemRoute;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use counterfoil_model::{AccountId, SetId};

/// The app has no such account: another app's is none.
pub(super) const NO_ACCOUNT: Problem = Problem::new(
    StatusCode::NOT_FOUND,
    "account-unknown",
    "This app has no account of this id. It may have been erased.",
);
/// The account has no such set.
pub(super) const NO_SET: Problem = Problem::new(
    StatusCode::NOT_FOUND,
    "set-unknown",
    "This account has no set of this id.",
);

/// `{account}` in the path.
pub(super) struct NamedAccount(pub(super) AccountId);

/// `{account}` and `{set}` in the path.
pub(super) struct NamedSet(pub(super) AccountId, pub(super) SetId);

async fn id(parts: &mut Parts, portal: &Portal, name: &str) -> Option<[u8; 16]> {
    let named = RawPathParams::from_request_parts(parts, portal)
        .await
        .ok()?;
    let text = named.iter().find(|(own, _)| *own == name)?.1;
    ItemRoute::id(text)
}

impl FromRequestParts<Portal> for NamedAccount {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let account = id(parts, portal, "account").await.ok_or(NO_ACCOUNT)?;
        Ok(Self(AccountId::from_bytes(account)))
    }
}

impl FromRequestParts<Portal> for NamedSet {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let account = id(parts, portal, "account").await.ok_or(NO_ACCOUNT)?;
        let set = id(parts, portal, "set").await.ok_or(NO_SET)?;
        Ok(Self(AccountId::from_bytes(account), SetId::from_bytes(set)))
    }
}
