//! What judging a code needs, whichever way it is judged: the account, its sets, the clock, the typed text.

use super::Caller;
use crate::codes::{OldCode, Read, ReadBack, read};
use crate::guess::{clock_of, guess_is_heard};
use crate::{App, Fault, Visit};
use counterfoil_core::{Attempt, Refusal, Slot};
use counterfoil_model::guesses::{TriesLeft, Wait};
use counterfoil_model::{AccountId, SetId, Span, Timestamp};
use counterfoil_store::repo::{
    self, api_account::ApiAccount, code::Counterfoil, code_set::CodeSet,
};
use counterfoil_store::{Error, Tx};
use std::sync::Arc;

/// Why an account's codes aren't judged at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// The app has no such account.
    #[error("the app has no such account")]
    NoAccount,
    /// The app suspended it.
    #[error("the account is suspended")]
    Suspended,
    /// No set is active.
    #[error("no set is active")]
    NoSet,
    /// Too many wrong codes in a row disabled the last set (N11): issue another one.
    #[error("the set was disabled by too many wrong codes")]
    Disabled,
}

/// Why a code isn't good.
#[derive(Debug, thiserror::Error)]
pub enum CodeRefusal {
    /// Nothing is judged.
    #[error(transparent)]
    Closed(#[from] Closed),
    /// It can't be read, or carries no tag of ours. No guess.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// It was read after repair: ask the owner. No guess.
    #[error("the code was read after repair")]
    Confirm(ReadBack),
    /// It was spent, or its set retired. No guess.
    #[error("the code is an old one")]
    Old(OldCode),
    /// It is wrong.
    #[error("the code is wrong")]
    Wrong(TriesLeft),
    /// Too many wrong or unreadable ones; the next is heard then.
    #[error("too early for another code")]
    Wait(Timestamp),
    /// The `Idempotency-Key` came with another request before.
    #[error("the idempotency key belongs to another request")]
    OtherRequest,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for CodeRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// How many retired sets are recognised (rules.md, Redeeming).
const REMEMBERED_SETS: usize = 2;

/// So many codes with a foreign tag are read within an hour, per account and network.
const FOREIGN_PER_HOUR: u32 = 20;

/// An account's sets and the clock, read in one go once a lane is there.
pub(super) struct Judging {
    pub(super) sets: Vec<CodeSet>,
    pub(super) kept: Option<Counterfoil>,
    pub(super) heard: Result<(), Wait>,
    /// Whether there are wrong guesses that a right one forgets.
    pub(super) guessed: bool,
}

impl Judging {
    pub(super) fn active(&self, now: Timestamp) -> Option<&CodeSet> {
        self.sets.iter().find(|set| set.in_force(now))
    }

    /// The sets that ended last, newest first.
    pub(super) fn remembered(&self, now: Timestamp) -> Vec<(SetId, Timestamp)> {
        let retired = self.sets.iter().filter(|set| set.retired(now));
        retired
            .filter_map(|set| set.ended_at.map(|at| (set.id, at)))
            .take(REMEMBERED_SETS)
            .collect()
    }

    /// Why there is no active set.
    pub(super) fn closed(&self) -> Closed {
        let proved = self.sets.iter().find(|set| set.proved_at.is_some());
        if proved.is_some_and(|set| set.state == "disabled") {
            Closed::Disabled
        } else {
            Closed::NoSet
        }
    }
}

/// The account of this app, if its codes are judged.
pub(super) async fn open_account(
    tx: &Tx,
    caller: &Caller,
    account: AccountId,
) -> Result<Result<ApiAccount, Closed>, Error> {
    let kept = repo::api_account::load(tx, &caller.app, account).await?;
    Ok(match kept {
        None => Err(Closed::NoAccount),
        Some(kept) if !kept.is_active() => Err(Closed::Suspended),
        Some(kept) => Ok(kept),
    })
}

impl App {
    /// Reads a typed code as the rules have it; foreign tags are counted.
    pub(super) async fn read_for_app(
        &self,
        account: AccountId,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Arc<Attempt>, CodeRefusal> {
        match read(&self.keys, typed, confirmed) {
            Read::Code(attempt) => Ok(attempt),
            Read::Repaired(read) => Err(CodeRefusal::Confirm(read)),
            Read::Unreadable(refusal) => Err(CodeRefusal::Unreadable(refusal)),
            Read::Foreign => Err(self.foreign_code_of_app(account, visit).await?),
        }
    }

    /// The sets of an account, the code of a slot in the set that `choose` picks, and whether a guess is heard.
    pub(super) async fn judging(
        &self,
        account: AccountId,
        visit: &Visit,
        slot: Slot,
        choose: impl Fn(&[CodeSet]) -> Option<SetId> + Send + Sync,
        now: Timestamp,
    ) -> Result<Judging, Fault> {
        let choose = &choose;
        let found: Result<_, Error> = self
            .db
            .read("api_judging", |tx| async move {
                let sets = repo::code_set::list(&tx, account).await?;
                let kept = match choose(&sets) {
                    Some(set) => repo::code::load(&tx, account, set, slot).await?,
                    None => None,
                };
                let heard = guess_is_heard(&tx, account, visit, now).await?;
                Ok(Judging {
                    sets,
                    kept,
                    heard,
                    guessed: true,
                })
            })
            .await;
        Ok(found?)
    }

    /// The same for the set in force, read at one blow and with the account itself, which may be closed.
    pub(super) async fn judging_at_once(
        &self,
        caller: &Caller,
        account: AccountId,
        visit: &Visit,
        slot: Slot,
        now: Timestamp,
    ) -> Result<Judging, CodeRefusal> {
        let (app, network) = (caller.app.as_str(), &visit.network().to_string());
        let found: Result<_, Error> = self
            .db
            .lookup("api_judge", |tx| async move {
                repo::api_code::judge(&tx, app, account, slot, network).await
            })
            .await;
        let judged = found?.ok_or(Closed::NoAccount)?;
        if !judged.active {
            return Err(Closed::Suspended.into());
        }
        let (mut sets, mut kept) = (Vec::new(), None);
        for (set, code) in judged.sets {
            if kept.is_none() && set.in_force(now) {
                kept = code;
            }
            sets.push(set);
        }
        let in_force = sets.iter().find(|set| set.in_force(now));
        let failed = in_force.is_some_and(|set| set.failures > 0);
        Ok(Judging {
            guessed: failed || judged.guesses.is_some(),
            heard: clock_of(judged.guesses).allowed(now),
            sets,
            kept,
        })
    }

    /// A readable code with a foreign tag: said like one that can't be read, no guess, but only so many an hour.
    async fn foreign_code_of_app(
        &self,
        account: AccountId,
        visit: &Visit,
    ) -> Result<CodeRefusal, Fault> {
        let now = self.now();
        let scope = &format!("codes:{}", visit.network());
        // A flood is read away; only the first of each hour are written.
        let hour: Result<_, Error> = self
            .db
            .read("api_foreign_code", |tx| async move {
                repo::clock::hour(&tx, account, scope).await
            })
            .await;
        let hour = hour?;
        if hour.recent(now) >= FOREIGN_PER_HOUR {
            let since = hour.since.unwrap_or(now);
            return Ok(CodeRefusal::Wait(since + Span::hours(1)));
        }
        let counted: Result<(), Error> = self
            .db
            .run("api_foreign_code", |tx| async move {
                repo::clock::hour_failed(&tx, account, scope, now).await
            })
            .await;
        counted?;
        Ok(CodeRefusal::Unreadable(Refusal::TooDamaged))
    }
}
