//! What protects an account, read in one go.

use crate::{App, Fault};
use counterfoil_core::Slot;
use counterfoil_model::{AccountId, SetId, Timestamp};
use counterfoil_store::repo::{
    self, account::Account, code::Counterfoil, code_set::CodeSet, totp::Totp,
};
use counterfoil_store::{Error, Tx};

/// What protects an account now.
pub(crate) struct Protection {
    pub(crate) account: Account,
    pub(crate) totps: Vec<Totp>,
    pub(crate) sets: Vec<CodeSet>,
}

/// How many retired sheets are recognised (rules.md, Redeeming).
const REMEMBERED_SHEETS: usize = 2;

impl Protection {
    pub(crate) async fn load(tx: &Tx, account: AccountId) -> Result<Option<Self>, Error> {
        let Some(account) = repo::account::load(tx, account).await? else {
            return Ok(None);
        };
        let totps = repo::totp::list(tx, account.id).await?;
        let sets = repo::code_set::list(tx, account.id).await?;
        Ok(Some(Self {
            account,
            totps,
            sets,
        }))
    }

    pub(crate) fn totp(&self, now: Timestamp) -> Option<&Totp> {
        self.totps.iter().find(|totp| totp.in_force(now))
    }

    pub(crate) fn set(&self, now: Timestamp) -> Option<&CodeSet> {
        self.sets.iter().find(|set| set.in_force(now))
    }

    pub(crate) fn shown(&self, now: Timestamp) -> Option<&CodeSet> {
        self.sets.iter().find(|set| set.waits_for_proof(now))
    }

    /// Whether no second factor is in force or waits to be.
    pub(crate) fn is_password_alone(&self, now: Timestamp) -> bool {
        let goes_on = |state: &str, ended_at: Option<Timestamp>| {
            state == "active" && ended_at.is_none_or(|at| now < at)
        };
        let mut sets = self.sets.iter();
        let mut totps = self.totps.iter();
        !sets.any(|set| goes_on(&set.state, set.ended_at))
            && !totps.any(|totp| goes_on(&totp.state, totp.ended_at))
    }

    /// The sheets that were replaced last, newest first.
    pub(crate) fn remembered(&self, now: Timestamp) -> Vec<(SetId, Timestamp)> {
        let retired = self.sets.iter().filter(|set| set.retired(now));
        retired
            .filter_map(|set| set.ended_at.map(|at| (set.id, at)))
            .take(REMEMBERED_SHEETS)
            .collect()
    }
}

impl App {
    /// What protects the account; a session for an account that is gone is a fault.
    pub(crate) async fn protection(&self, account: AccountId) -> Result<Protection, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("protection", |tx| async move {
                Protection::load(&tx, account).await
            })
            .await;
        found?.ok_or(Fault::Broken("the account is gone"))
    }

    /// All codes of a set.
    pub(crate) async fn codes_of(
        &self,
        account: AccountId,
        set: SetId,
    ) -> Result<Vec<Counterfoil>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("codes_of", |tx| async move {
                repo::code::list(&tx, account, set).await
            })
            .await;
        Ok(found?)
    }

    /// One code of a set.
    pub(crate) async fn code_of(
        &self,
        account: AccountId,
        set: SetId,
        slot: Slot,
    ) -> Result<Option<Counterfoil>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("code_of", |tx| async move {
                repo::code::load(&tx, account, set, slot).await
            })
            .await;
        Ok(found?)
    }
}
