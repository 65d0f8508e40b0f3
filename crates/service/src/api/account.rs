//! An app's accounts: made, read, listed, suspended, resumed.

use super::retry::{Earlier, Undone};
use super::{Caller, RetryOf};
use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::api_account::{ApiAccountError, check};
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_store::repo::api_account::ApiAccount;
use counterfoil_store::{Error, repo};
use serde::{Deserialize, Serialize};

/// What a new account is made of.
#[derive(Clone, Copy, Debug)]
pub struct NewApiAccount<'a> {
    /// What the app calls it; no two of an app's accounts share one.
    pub reference: &'a str,
    /// What its owner is called.
    pub name: Option<&'a str>,
    /// BCP 47 tag of the owner's language.
    pub language: Option<&'a str>,
}

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiAccountState {
    /// Its codes are judged.
    Active,
    /// Nothing is judged until the app resumes it.
    Suspended,
}

/// An account of the calling app.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    /// Its id.
    pub id: AccountId,
    /// What the app calls it.
    pub reference: String,
    /// What its owner is called.
    pub name: Option<String>,
    /// BCP 47 tag of the owner's language.
    pub language: Option<String>,
    /// Where it stands.
    pub state: ApiAccountState,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it got into that state.
    pub changed_at: Timestamp,
}

impl From<ApiAccount> for OwnAccount {
    fn from(kept: ApiAccount) -> Self {
        Self {
            state: if kept.is_active() {
                ApiAccountState::Active
            } else {
                ApiAccountState::Suspended
            },
            id: kept.id,
            reference: kept.reference,
            name: kept.name,
            language: kept.language,
            made_at: kept.made_at,
            changed_at: kept.changed_at,
        }
    }
}

/// Why no account is made.
#[derive(Debug, thiserror::Error)]
pub enum CreateRefusal {
    /// Part of it can't be taken.
    #[error(transparent)]
    Part(#[from] ApiAccountError),
    /// The app has an account of this reference: this one.
    #[error("the app has an account of this reference")]
    Taken(AccountId),
    /// It was made by this very request, and erased since.
    #[error("the account was erased")]
    Erased,
    /// The `Idempotency-Key` came with another request before.
    #[error("the idempotency key belongs to another request")]
    OtherRequest,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// Why nothing is said of an account.
#[derive(Debug, thiserror::Error)]
pub enum AccountRefusal {
    /// The app has none of this id.
    #[error("the app has no such account")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// What came of making an account.
enum Creation {
    Made(ApiAccount),
    Taken(AccountId),
    Erased,
    OtherRequest,
}

#[derive(Deserialize, Serialize)]
struct Made {
    account: [u8; 16],
}

impl App {
    /// Makes an account for the app.
    ///
    /// # Errors
    /// [`CreateRefusal`].
    pub async fn create_api_account(
        &self,
        caller: &Caller,
        new: NewApiAccount<'_>,
        retry: Option<RetryOf<'_>>,
    ) -> Result<OwnAccount, CreateRefusal> {
        check(new.reference, new.name, new.language)?;
        let known = &self.known_request(caller, AccountId::NOBODY, "create", retry)?;
        let (now, app) = (self.now(), caller.app.as_str());
        let account = &ApiAccount {
            id: AccountId::draw(&mut self.chance()),
            reference: new.reference.to_owned(),
            name: new.name.map(str::to_owned),
            language: new.language.map(str::to_owned),
            state: "active".to_owned(),
            made_at: now,
            changed_at: now,
        };
        let made: Result<_, Undone> = self
            .db
            .run("api_create", |tx| async move {
                match known.earlier::<Made>(&tx, now).await? {
                    Earlier::OtherBody => return Ok(Creation::OtherRequest),
                    Earlier::Same(made) => {
                        let id = AccountId::from_bytes(made.account);
                        let kept = repo::api_account::load(&tx, app, id).await?;
                        return Ok(kept.map_or(Creation::Erased, Creation::Made));
                    }
                    Earlier::None => {}
                }
                if !repo::api_account::enter(&tx, app, account).await? {
                    let there = repo::api_account::find(&tx, app, &account.reference).await?;
                    return there.map(Creation::Taken).ok_or(Undone::Raced);
                }
                let made = Made {
                    account: *account.id.as_bytes(),
                };
                known.keep(&tx, &made, now).await?;
                let made = Happening::of(EventKind::AccountCreated);
                self.record(&tx, account.id, &made, now).await?;
                Ok(Creation::Made(account.clone()))
            })
            .await;
        match made {
            Ok(Creation::Made(made)) => Ok(made.into()),
            Ok(Creation::Taken(there)) => Err(CreateRefusal::Taken(there)),
            Ok(Creation::Erased) => Err(CreateRefusal::Erased),
            Ok(Creation::OtherRequest) => Err(CreateRefusal::OtherRequest),
            // The one that was quicker has committed, so it is told like any other that came later.
            Err(Undone::Raced) => Err(Fault::Store(Error::Conflict).into()),
            Err(Undone::Store(error)) => Err(Fault::from(error).into()),
        }
    }

    /// One account of the app.
    ///
    /// # Errors
    /// [`AccountRefusal`].
    pub async fn api_account(
        &self,
        caller: &Caller,
        id: AccountId,
    ) -> Result<OwnAccount, AccountRefusal> {
        let app = caller.app.as_str();
        let found: Result<_, Error> = self
            .db
            .read("api_account", |tx| async move {
                repo::api_account::load(&tx, app, id).await
            })
            .await;
        found
            .map_err(Fault::from)?
            .map(OwnAccount::from)
            .ok_or(AccountRefusal::Unknown)
    }

    /// The account that the app's own reference names.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn api_account_by_reference(
        &self,
        caller: &Caller,
        reference: &str,
    ) -> Result<Option<OwnAccount>, Fault> {
        let app = caller.app.as_str();
        let found: Result<_, Error> = self
            .db
            .read("api_account_by_reference", |tx| async move {
                let Some(id) = repo::api_account::find(&tx, app, reference).await? else {
                    return Ok(None);
                };
                repo::api_account::load(&tx, app, id).await
            })
            .await;
        Ok(found?.map(OwnAccount::from))
    }

    /// The app's accounts, oldest first, from behind this one on (its `made_at` and id): at most `limit`.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn api_accounts(
        &self,
        caller: &Caller,
        after: Option<(Timestamp, AccountId)>,
        limit: u8,
    ) -> Result<Vec<OwnAccount>, Fault> {
        let app = caller.app.as_str();
        let after = after.unwrap_or((Timestamp::from_micros(i64::MIN), AccountId::NOBODY));
        let page: Result<_, Error> = self
            .db
            .read("api_accounts", |tx| async move {
                repo::api_account::page(&tx, app, after, i64::from(limit)).await
            })
            .await;
        Ok(page?.into_iter().map(OwnAccount::from).collect())
    }

    /// Suspends an account, or resumes it. Asked again, nothing changes.
    ///
    /// # Errors
    /// [`AccountRefusal`].
    pub async fn set_api_account_state(
        &self,
        caller: &Caller,
        id: AccountId,
        state: ApiAccountState,
    ) -> Result<OwnAccount, AccountRefusal> {
        let (from, to, kind) = match state {
            ApiAccountState::Active => ("suspended", "active", EventKind::AccountUnsuspended),
            ApiAccountState::Suspended => ("active", "suspended", EventKind::AccountSuspended),
        };
        let (now, app) = (self.now(), caller.app.as_str());
        let changed: Result<_, Error> = self
            .db
            .run("api_account_state", |tx| async move {
                if repo::api_account::set_state(&tx, app, id, from, to, now).await? {
                    self.record(&tx, id, &Happening::of(kind), now).await?;
                }
                repo::api_account::load(&tx, app, id).await
            })
            .await;
        changed
            .map_err(Fault::from)?
            .map(OwnAccount::from)
            .ok_or(AccountRefusal::Unknown)
    }
}
