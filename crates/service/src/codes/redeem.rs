//! Redeeming: a code that opens the door one time.

use super::read::{Read, ReadBack, read};
use crate::announce::Happening;
use crate::freeze::{Door, Undone};
use crate::guess::{Guessed, right_guess};
use crate::slow_hash::{DigestOf, Lane};
use crate::{App, Counted, Fault, Session, SessionToken, Visit};
use counterfoil_core::{Attempt, Refusal, Salt, Slot};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{AccountId, EventKind, Method, SetId, Timestamp};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, code::Counterfoil};
use std::sync::Arc;

/// A code that opened the door.
#[derive(Debug)]
pub struct Redeemed {
    /// The session it opened.
    pub token: SessionToken,
    /// Its number on the sheet.
    pub slot: Slot,
    /// How many codes are left.
    pub left: usize,
}

/// An old code, recognised: no guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OldCode {
    /// It was used.
    Used {
        /// When.
        at: Timestamp,
        /// From where, as told to the owner.
        from: String,
    },
    /// Its sheet was replaced.
    Replaced {
        /// When.
        at: Timestamp,
    },
}

/// Why a code doesn't open the door.
#[derive(Debug, thiserror::Error)]
pub enum RedeemRefusal {
    /// It can't be read, or carries no tag of ours. No guess.
    #[error("the code can't be read")]
    Unreadable(Refusal),
    /// It was read after repair: ask the owner. No guess.
    #[error("the code was read after repair")]
    Confirm(ReadBack),
    /// It was used, or its sheet was replaced. No guess.
    #[error("the code is an old one")]
    Old(OldCode),
    /// It is wrong.
    #[error("the code is wrong")]
    Wrong(TriesLeft),
    /// Too many wrong or unreadable ones; the next is heard then.
    #[error("too early for another code")]
    Wait(Timestamp),
    /// No sheet is in force.
    #[error("no sheet is in force")]
    NoSheet,
    /// The sheet was taken, as its owner said when the account was frozen or opened again. No guess.
    #[error("the sheet is suspended")]
    Suspended,
    /// The account is frozen: no code signs in. No guess.
    #[error("the account is frozen")]
    Frozen,
    /// The half-session is over: begin with the password.
    #[error("the sign-in took too long")]
    Ended,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RedeemRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl RedeemRefusal {
    const fn name(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Confirm(_) => "confirm",
            Self::Old(_) => "old",
            Self::Wrong(_) => "wrong",
            Self::Wait(_) => "wait",
            Self::NoSheet => "no-sheet",
            Self::Suspended => "suspended",
            Self::Frozen => "frozen",
            Self::Ended => "ended",
            Self::Internal(_) => "failed",
        }
    }
}

impl App {
    /// Judges a typed code inside a half-session; the right one is spent and signs in.
    ///
    /// # Errors
    /// [`RedeemRefusal`].
    pub async fn redeem(
        &self,
        half: &Session,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Redeemed, RedeemRefusal> {
        let judged = self
            .judge_code(Door::SignIn, half, visit, typed, confirmed)
            .await;
        self.count_redemption(&judged);
        judged
    }

    fn count_redemption(&self, judged: &Result<Redeemed, RedeemRefusal>) {
        let outcome = judged
            .as_ref()
            .map_or_else(RedeemRefusal::name, |_| "spent");
        self.meter.count(Counted::Redemption(outcome));
        if let Err(RedeemRefusal::Wait(_)) = judged {
            self.meter.count(Counted::ThrottleRefusal("code"));
        }
        let signed_in = if judged.is_ok() { "signed-in" } else { outcome };
        self.meter.count(Counted::SignIn {
            way: "code",
            outcome: signed_in,
        });
    }

    /// Judges a typed code at a door; the right one is spent and opens a session.
    pub(crate) async fn judge_code(
        &self,
        door: Door,
        half: &Session,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Redeemed, RedeemRefusal> {
        let account = half.account;
        self.codes_open(door, account).await?;
        let attempt = match read(&self.keys, typed, confirmed) {
            Read::Code(attempt) => attempt,
            Read::Repaired(read) => return Err(RedeemRefusal::Confirm(read)),
            Read::Unreadable(refusal) => return Err(RedeemRefusal::Unreadable(refusal)),
            Read::Foreign => return Err(self.foreign_code(half, visit).await?),
        };
        let asker = self.half_way(account, visit).await?;
        let lane = self.slow_hash.lane(asker).await?;
        let now = self.now();
        if let Err(wait) = self.guess_is_heard(account, visit, now).await? {
            return Err(RedeemRefusal::Wait(wait.until));
        }
        let protection = self.protection(account).await?;
        let Some(set) = protection.set_at(door, now) else {
            let otherwise = if protection.stopped(now).codes {
                RedeemRefusal::Suspended
            } else {
                RedeemRefusal::NoSheet
            };
            return Err(self
                .old_code_or(
                    otherwise,
                    &lane,
                    account,
                    &attempt,
                    &protection.remembered(now),
                    visit,
                )
                .await?);
        };
        let kept = self.code_of(account, set.id, attempt.slot()).await?;
        if !self
            .matches(&lane, account, set.id, kept.as_ref(), &attempt)
            .await?
        {
            return Err(self
                .wrong_code(
                    &lane,
                    account,
                    set.id,
                    &attempt,
                    &protection.remembered(now),
                    visit,
                )
                .await?);
        }
        let kept = kept.ok_or(Fault::Broken("a code matched nothing"))?;
        // A spent code costs what a wrong one costs: the remembered sheets are asked as well.
        if let Some(at) = kept.spent_at {
            self.search_remembered(&lane, account, &attempt, &protection.remembered(now))
                .await?;
            let from = kept.spent_from.clone().unwrap_or_default();
            return Err(self
                .tell_old(account, visit, &attempt, OldCode::Used { at, from })
                .await?);
        }
        drop(lane);
        self.spend(door, half, visit, set.id, &kept, now).await
    }

    /// Whether a code is judged at this door at all. Where a freeze shut the codes nothing is read, hashed or counted.
    async fn codes_open(&self, door: Door, account: AccountId) -> Result<(), RedeemRefusal> {
        let protection = self.protection(account).await?;
        match door {
            Door::SignIn if protection.account.is_frozen() => Err(RedeemRefusal::Frozen),
            Door::Thaw(_) if !protection.account.is_frozen() => Err(RedeemRefusal::Ended),
            Door::Thaw(_) if protection.set_at(door, self.now()).is_none() => {
                Err(RedeemRefusal::Suspended)
            }
            _ => Ok(()),
        }
    }

    async fn spend(
        &self,
        door: Door,
        half: &Session,
        visit: &Visit,
        set: SetId,
        kept: &Counterfoil,
        now: Timestamp,
    ) -> Result<Redeemed, RedeemRefusal> {
        let (account, from) = (half.account, &visit.described());
        let spent: Result<_, Undone> = self
            .db
            .run("redeem", |tx| async move {
                let spent = match door {
                    Door::SignIn => repo::code::spend(&tx, account, set, kept, from, now).await?,
                    Door::Thaw(_) => {
                        repo::code::spend_to_thaw(&tx, account, set, kept, from, now).await?
                    }
                };
                if !spent {
                    return Ok(Spending::TooLate);
                }
                repo::code_set::clear_failures(&tx, account, set).await?;
                right_guess(&tx, account, visit).await?;
                let codes = repo::code::list(&tx, account, set).await?;
                let left = codes.iter().filter(|code| code.usable(now)).count();
                let used = Happening::of(EventKind::CodeRedeemed)
                    .by(visit)
                    .with("code", kept.slot)
                    .with("left", left);
                self.tell(&tx, account, used, now).await?;
                let methods = half.methods.with(Method::BackupCode);
                let token = match door {
                    Door::SignIn => {
                        if !repo::session::end(&tx, account, &half.hash, now).await? {
                            return Err(Undone::Ended);
                        }
                        self.finish_sign_in(&tx, account, visit, methods, now)
                            .await?
                    }
                    Door::Thaw(taken) => {
                        self.thaw_in(&tx, half, visit, taken, methods, now).await?
                    }
                };
                Ok(Spending::Done(Redeemed {
                    token,
                    slot: kept.slot,
                    left,
                }))
            })
            .await;
        match spent {
            Ok(Spending::Done(redeemed)) => Ok(redeemed),
            Ok(Spending::TooLate) => {
                let after = self.code_of(account, set, kept.slot).await?;
                let used = after
                    .and_then(|code| Some((code.spent_at?, code.spent_from.unwrap_or_default())));
                if let Some((at, from)) = used {
                    return Err(RedeemRefusal::Old(OldCode::Used { at, from }));
                }
                // Frozen, opened or replaced while the hash ran.
                self.codes_open(door, account).await?;
                Err(RedeemRefusal::NoSheet)
            }
            Err(Undone::Ended) => Err(RedeemRefusal::Ended),
            Err(Undone::Store(error)) => Err(error.into()),
        }
    }

    /// Whether a code opens the door, or did. One slow hash, whether the slot has a row or not.
    pub(crate) async fn matches(
        &self,
        lane: &Lane<'_>,
        account: AccountId,
        set: SetId,
        kept: Option<&Counterfoil>,
        attempt: &Arc<Attempt>,
    ) -> Result<bool, Fault> {
        let same = self.is_code(lane, account, set, kept, attempt).await?;
        // A code that was drawn and not yet proved or not yet in force is no code.
        let counts = |kept: &Counterfoil| kept.spent_at.is_some() || kept.usable(self.now());
        Ok(same && kept.is_some_and(counts))
    }

    /// Whether a code is the one that was drawn. One slow hash, whether the slot has a row or not.
    pub(crate) async fn is_code(
        &self,
        lane: &Lane<'_>,
        account: AccountId,
        set: SetId,
        kept: Option<&Counterfoil>,
        attempt: &Arc<Attempt>,
    ) -> Result<bool, Fault> {
        if let Some(kept) = kept {
            let pepper = &self.keys.code_pepper(&kept.pepper)?;
            let of = DigestOf {
                pepper,
                account,
                set,
                salt: kept.salt,
                cost: kept.cost,
            };
            Ok(lane.attempt(attempt, of).await?.verify(&kept.digest))
        } else {
            let pepper = &self.keys.newest_code_pepper()?.1;
            let of = DigestOf {
                pepper,
                account,
                set,
                salt: Salt::from_bytes([0; 16]),
                cost: self.slow_hash.cost(),
            };
            lane.attempt(attempt, of).await?;
            Ok(false)
        }
    }

    /// A code that isn't the one on the sheet in force: an old sheet's, or a guess.
    async fn wrong_code(
        &self,
        lane: &Lane<'_>,
        account: AccountId,
        set: SetId,
        attempt: &Arc<Attempt>,
        remembered: &[(SetId, Timestamp)],
        visit: &Visit,
    ) -> Result<RedeemRefusal, Fault> {
        if let Some(at) = self
            .search_remembered(lane, account, attempt, remembered)
            .await?
        {
            return self
                .tell_old(account, visit, attempt, OldCode::Replaced { at })
                .await;
        }
        let now = self.now();
        let counted: Result<_, Error> = self
            .db
            .run("redeem_wrong", |tx| async move {
                self.wrong_guess(&tx, account, visit, Guessed::Code(set), now)
                    .await
            })
            .await;
        Ok(RedeemRefusal::Wrong(counted?))
    }

    async fn old_code_or(
        &self,
        otherwise: RedeemRefusal,
        lane: &Lane<'_>,
        account: AccountId,
        attempt: &Arc<Attempt>,
        remembered: &[(SetId, Timestamp)],
        visit: &Visit,
    ) -> Result<RedeemRefusal, Fault> {
        match self
            .search_remembered(lane, account, attempt, remembered)
            .await?
        {
            Some(at) => {
                self.tell_old(account, visit, attempt, OldCode::Replaced { at })
                    .await
            }
            None => Ok(otherwise),
        }
    }

    /// When the sheet was replaced that this code is from. Each remembered sheet costs one slow hash, whatever is found.
    pub(crate) async fn search_remembered(
        &self,
        lane: &Lane<'_>,
        account: AccountId,
        attempt: &Arc<Attempt>,
        remembered: &[(SetId, Timestamp)],
    ) -> Result<Option<Timestamp>, Fault> {
        let mut found = None;
        for (set, ended_at) in remembered {
            let kept = self.code_of(account, *set, attempt.slot()).await?;
            // Its pepper may be gone: then the sheet isn't recognised any more, at the same price.
            let keyed = kept.and_then(|kept| {
                let pepper = self.keys.code_pepper(&kept.pepper).ok()?;
                Some((kept, pepper))
            });
            let Some((kept, pepper)) = &keyed else {
                self.matches(lane, account, *set, None, attempt).await?;
                continue;
            };
            let of = DigestOf {
                pepper,
                account,
                set: *set,
                salt: kept.salt,
                cost: kept.cost,
            };
            if lane.attempt(attempt, of).await?.verify(&kept.digest) {
                found = Some(*ended_at);
            }
        }
        Ok(found)
    }

    async fn tell_old(
        &self,
        account: AccountId,
        visit: &Visit,
        attempt: &Arc<Attempt>,
        old: OldCode,
    ) -> Result<RedeemRefusal, Fault> {
        let (now, slot) = (self.now(), attempt.slot());
        let told: Result<(), Error> = self
            .db
            .run("old_code", |tx| async move {
                self.tell(
                    &tx,
                    account,
                    Happening::of(EventKind::OldCodeTyped)
                        .by(visit)
                        .with("code", slot),
                    now,
                )
                .await
            })
            .await;
        told?;
        Ok(RedeemRefusal::Old(old))
    }
}

enum Spending {
    Done(Redeemed),
    TooLate,
}
