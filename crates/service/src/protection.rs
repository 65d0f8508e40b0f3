//! What protects an account, read in one go.

use crate::freeze::{Door, Stopped};
use crate::{App, Fault};
use counterfoil_core::Slot;
use counterfoil_model::freeze::{Left, SecondFactor, Taken, answer};
use counterfoil_model::{AccountId, SetId, Timestamp};
use counterfoil_store::repo::{
    self, account::Account, code::Counterfoil, code_set::CodeSet, passkey::Passkey, totp::Totp,
};
use counterfoil_store::{Error, Tx};

/// What protects an account now.
pub(crate) struct Protection {
    pub(crate) account: Account,
    pub(crate) totps: Vec<Totp>,
    pub(crate) passkeys: Vec<Passkey>,
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
        let passkeys = repo::passkey::list(tx, account.id).await?;
        let sets = repo::code_set::list(tx, account.id).await?;
        Ok(Some(Self {
            account,
            totps,
            passkeys,
            sets,
        }))
    }

    /// The authenticator app that opens the account now: none of a frozen one.
    pub(crate) fn totp(&self, now: Timestamp) -> Option<&Totp> {
        self.kept_totp(now).filter(|_| !self.account.is_frozen())
    }

    /// The passkeys that open the account now: none of a frozen one.
    pub(crate) fn passkeys(&self, now: Timestamp) -> impl Iterator<Item = &Passkey> {
        self.kept_passkeys(now)
            .filter(|_| !self.account.is_frozen())
    }

    /// The passkeys in force, which a freeze leaves as they are.
    pub(crate) fn kept_passkeys(&self, now: Timestamp) -> impl Iterator<Item = &Passkey> {
        self.passkeys
            .iter()
            .filter(move |passkey| passkey.in_force(now))
    }

    /// The passkeys that a freeze shut.
    pub(crate) fn suspended_passkeys(&self, now: Timestamp) -> impl Iterator<Item = &Passkey> {
        self.passkeys
            .iter()
            .filter(move |passkey| passkey.is_suspended(now))
    }

    /// The passkeys that stand on their owner's list: in force, waiting, or shut by a freeze.
    pub(crate) fn listed(&self, now: Timestamp) -> impl Iterator<Item = &Passkey> {
        self.passkeys
            .iter()
            .filter(move |passkey| passkey.is_there(now))
    }

    /// Whether a strong factor opens the account now: the authenticator app or a passkey.
    pub(crate) fn has_strong(&self, now: Timestamp) -> bool {
        self.totp(now).is_some() || self.passkeys(now).next().is_some()
    }

    /// The sheet whose codes open the account now: none of a frozen one.
    pub(crate) fn set(&self, now: Timestamp) -> Option<&CodeSet> {
        self.kept_set(now).filter(|_| !self.account.is_frozen())
    }

    /// The authenticator app in force, which a freeze leaves as it is.
    pub(crate) fn kept_totp(&self, now: Timestamp) -> Option<&Totp> {
        self.totps.iter().find(|totp| totp.in_force(now))
    }

    /// The sheet in force, which a freeze leaves as it is.
    pub(crate) fn kept_set(&self, now: Timestamp) -> Option<&CodeSet> {
        self.sets.iter().find(|set| set.in_force(now))
    }

    /// The authenticator app that is judged at this door.
    pub(crate) fn totp_at(&self, door: Door, now: Timestamp) -> Option<&Totp> {
        match door {
            Door::SignIn => self.totp(now),
            Door::Thaw(taken) => self
                .kept_totp(now)
                .filter(|_| self.way_back(taken, now) == Some(SecondFactor::Phone)),
        }
    }

    /// The sheet whose codes are judged at this door.
    pub(crate) fn set_at(&self, door: Door, now: Timestamp) -> Option<&CodeSet> {
        match door {
            Door::SignIn => self.set(now),
            Door::Thaw(taken) => self
                .kept_set(now)
                .filter(|_| self.way_back(taken, now) == Some(SecondFactor::Codes)),
        }
    }

    /// What was said to be taken when the account was frozen.
    pub(crate) fn said(&self) -> Option<Taken> {
        self.account.taken.as_deref().and_then(Taken::parse)
    }

    /// What opens the account if it wasn't taken.
    pub(crate) fn left(&self, now: Timestamp) -> Left {
        Left {
            phone: self.kept_totp(now).is_some() || self.kept_passkeys(now).next().is_some(),
            codes: self.kept_set(now).is_some(),
        }
    }

    /// The authenticator app that an earlier freeze shut, if nothing has taken its place.
    pub(crate) fn suspended_totp(&self, now: Timestamp) -> Option<&Totp> {
        let mut totps = self.totps.iter();
        totps
            .find(|totp| totp.is_suspended(now))
            .filter(|_| self.kept_totp(now).is_none())
    }

    /// The sheet that an earlier freeze shut, if nothing has taken its place.
    pub(crate) fn suspended_set(&self, now: Timestamp) -> Option<&CodeSet> {
        let mut sets = self.sets.iter();
        sets.find(|set| set.is_suspended(now))
            .filter(|_| self.kept_set(now).is_none())
    }

    /// What an earlier freeze left shut and nothing has replaced.
    pub(crate) fn stopped(&self, now: Timestamp) -> Stopped {
        Stopped {
            phone: self.suspended_totp(now).is_some(),
            codes: self.suspended_set(now).is_some(),
            passkeys: self.suspended_passkeys(now).next().is_some(),
        }
    }

    pub(crate) fn way_back(&self, taken: Taken, now: Timestamp) -> Option<SecondFactor> {
        if !self.account.is_frozen() {
            return None;
        }
        answer(self.said(), taken)?.way_back(self.left(now))
    }

    pub(crate) fn shown(&self, now: Timestamp) -> Option<&CodeSet> {
        self.sets.iter().find(|set| set.waits_for_proof(now))
    }

    /// The sheet that is being written by hand.
    pub(crate) fn being_written(&self, now: Timestamp) -> Option<&CodeSet> {
        self.sets.iter().find(|set| set.is_being_written(now))
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
            && !self.passkeys.iter().any(|passkey| passkey.goes_on(now))
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
