//! Erasing: the codes go, and whatever says who it was. That it was there, and what happened to it, stays.

use super::{AccountRefusal, Caller};
use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_store::{Error, repo};

/// How many accounts are looked up at a time when an app goes.
const BATCH: i64 = 100;

impl App {
    /// Erases an account of the app, for good. Its reference is free again.
    ///
    /// # Errors
    /// [`AccountRefusal`].
    pub async fn erase_api_account(
        &self,
        caller: &Caller,
        id: AccountId,
    ) -> Result<(), AccountRefusal> {
        if self.erase_account_of(&caller.app, id).await? {
            Ok(())
        } else {
            Err(AccountRefusal::Unknown)
        }
    }

    async fn erase_account_of(&self, app: &str, id: AccountId) -> Result<bool, Fault> {
        let now = self.now();
        let erased: Result<_, Error> = self
            .db
            .run("api_erase", |tx| async move {
                let Some(account) = repo::api_account::load(&tx, app, id).await? else {
                    return Ok(false);
                };
                if !repo::api_account::erase(&tx, app, &account, now).await? {
                    return Ok(false);
                }
                let erased = Happening::of(EventKind::AccountErased);
                self.record(&tx, id, &erased, now).await?;
                Ok(true)
            })
            .await;
        Ok(erased?)
    }

    /// Erases every account of an app, one transaction each.
    pub(super) async fn erase_accounts_of(&self, app: &str) -> Result<(), Fault> {
        loop {
            let first = (Timestamp::from_micros(i64::MIN), AccountId::NOBODY);
            let page: Result<_, Error> = self
                .db
                .read("api_erase_page", |tx| async move {
                    repo::api_account::page(&tx, app, first, BATCH).await
                })
                .await;
            let page = page?;
            if page.is_empty() {
                return Ok(());
            }
            for account in page {
                self.erase_account_of(app, account.id).await?;
            }
        }
    }
}
