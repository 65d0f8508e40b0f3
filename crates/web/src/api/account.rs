//! An account of the calling app, as programs see it.

use super::named::NO_ACCOUNT;
use super::{Problem, time};
use counterfoil_service::api::{AccountRefusal, ApiAccountState, OwnAccount};
use serde::Serialize;
use utoipa::ToSchema;

/// An account of the calling app.
#[derive(Serialize, ToSchema)]
pub(super) struct Account {
    /// Its id: 32 hexadecimal digits.
    #[schema(example = "0f1e2d3c4b5a69788796a5b4c3d2e1f0")]
    id: String,
    /// What the app calls it.
    #[schema(example = "customer-4711")]
    reference: String,
    /// What its owner is called.
    name: Option<String>,
    /// BCP 47 tag of the owner's language.
    language: Option<String>,
    /// Where it stands.
    state: AccountState,
    /// When it was made.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it got into that state.
    #[schema(format = DateTime)]
    changed_at: String,
}

/// Where an account stands.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum AccountState {
    /// Its codes are judged.
    Active,
    /// Nothing is judged until the app resumes it.
    Suspended,
}

impl From<OwnAccount> for Account {
    fn from(own: OwnAccount) -> Self {
        Self {
            id: own.id.to_string(),
            reference: own.reference,
            name: own.name,
            language: own.language,
            state: match own.state {
                ApiAccountState::Active => AccountState::Active,
                ApiAccountState::Suspended => AccountState::Suspended,
            },
            created_at: time::text(own.made_at),
            changed_at: time::text(own.changed_at),
        }
    }
}

impl From<AccountRefusal> for Problem {
    fn from(refusal: AccountRefusal) -> Self {
        match refusal {
            AccountRefusal::Unknown => NO_ACCOUNT,
            AccountRefusal::Internal(fault) => fault.into(),
        }
    }
}
