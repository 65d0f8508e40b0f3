//! Redeeming for an app: one code, spent one time. No session, no replacement: the app asks for a new set when it wants one.

use super::codes::{Closed, CodeRefusal, Judging, open_account};
use super::retry::{Earlier, Known, Undone};
use super::{Caller, RetryOf};
use crate::announce::Happening;
use crate::codes::{OldCode, Read, read};
use crate::guess::{Guessed, right_guess};
use crate::lanes::inside;
use crate::{App, Fault, Visit};
use counterfoil_core::Slot;
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{AccountId, EventKind, SetId, Timestamp};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, code::Counterfoil};
use serde::{Deserialize, Serialize};

/// A code that was spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiRedeemed {
    /// Its number.
    pub slot: Slot,
    /// How many codes are left.
    pub left: i64,
    /// When.
    pub spent_at: Timestamp,
    /// Whether an earlier request with the same `Idempotency-Key` spent it.
    pub again: bool,
}

/// What a redemption came to, as it is kept: times in microseconds.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
enum Outcome {
    Spent {
        slot: u8,
        left: i64,
        at: i64,
    },
    Wrong {
        before_wait: u32,
        before_disabled: u32,
        wait_until: Option<i64>,
    },
}

impl Outcome {
    fn said(self) -> Result<ApiRedeemed, CodeRefusal> {
        match self {
            Self::Spent { slot, left, at } => Ok(ApiRedeemed {
                slot: Slot::new(slot).ok_or(Fault::Broken("a kept slot is none"))?,
                left,
                spent_at: Timestamp::from_micros(at),
                again: true,
            }),
            Self::Wrong {
                before_wait,
                before_disabled,
                wait_until,
            } => Err(CodeRefusal::Wrong(TriesLeft {
                before_wait,
                before_disabled,
                wait_until: wait_until.map(Timestamp::from_micros),
            })),
        }
    }
}

/// When a code was used and from where, if it was.
fn used(kept: &Counterfoil) -> Option<(Timestamp, String)> {
    let at = kept.spent_at?;
    Some((at, kept.spent_from.clone().unwrap_or_default()))
}

impl App {
    /// Judges a typed code of an app's account; the right one is spent.
    ///
    /// # Errors
    /// [`CodeRefusal`].
    pub async fn redeem_for_app(
        &self,
        caller: &Caller,
        account: AccountId,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
        retry: Option<RetryOf<'_>>,
    ) -> Result<ApiRedeemed, CodeRefusal> {
        let known = self.known_request(caller, account, "redeem", retry)?;
        let attempt = match read(&self.keys, typed, confirmed) {
            // Nothing to find again and nothing to refuse yet: all there is to read is read at one blow.
            Read::Code(attempt) if known.is_new() => attempt,
            _ => {
                if let Some(said) = self.redeemed_before(caller, account, &known).await? {
                    return said.said();
                }
                self.read_for_app(account, visit, typed, confirmed).await?
            }
        };
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        let judging = self
            .judging_at_once(caller, account, visit, attempt.slot(), now)
            .await?;
        if let Err(wait) = judging.heard {
            return Err(CodeRefusal::Wait(wait.until));
        }
        let remembered = judging.remembered(now);
        let Some(set) = judging.active(now).map(|set| set.id) else {
            let old = self
                .search_remembered(&lane, account, &attempt, &remembered)
                .await?;
            return Err(old.map_or_else(
                || judging.closed().into(),
                |at| CodeRefusal::Old(OldCode::Replaced { at }),
            ));
        };
        let kept = judging.kept.as_ref();
        if !self.matches(&lane, account, set, kept, &attempt).await? {
            let old = self
                .search_remembered(&lane, account, &attempt, &remembered)
                .await?;
            if let Some(at) = old {
                return self
                    .tell_old_of_app(account, visit, attempt.slot(), OldCode::Replaced { at })
                    .await;
            }
            return self
                .wrong_code_of_app(caller, account, set, visit, &known, now)
                .await;
        }
        // A spent code costs what a wrong one costs: the remembered sets are asked as well.
        if let Some((at, from)) = kept.and_then(used) {
            self.search_remembered(&lane, account, &attempt, &remembered)
                .await?;
            return self
                .tell_old_of_app(account, visit, attempt.slot(), OldCode::Used { at, from })
                .await;
        }
        drop(lane);
        self.spend_for_app(caller, account, visit, set, &judging, &known)
            .await
    }

    /// What the same request came to before; refuses what is not judged at all.
    async fn redeemed_before(
        &self,
        caller: &Caller,
        account: AccountId,
        known: &Known,
    ) -> Result<Option<Outcome>, CodeRefusal> {
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("api_redeem_before", |tx| async move {
                let open = open_account(&tx, caller, account).await?;
                if matches!(open, Err(Closed::NoAccount)) {
                    return Ok(Err(Closed::NoAccount.into()));
                }
                match known.earlier(&tx, now).await? {
                    Earlier::OtherBody => Ok(Err(CodeRefusal::OtherRequest)),
                    Earlier::Same(outcome) => Ok(Ok(Some(outcome))),
                    Earlier::None => Ok(open.map(|_| None).map_err(CodeRefusal::Closed)),
                }
            })
            .await;
        found?
    }

    async fn spend_for_app(
        &self,
        caller: &Caller,
        account: AccountId,
        visit: &Visit,
        set: SetId,
        judging: &Judging,
        known: &Known,
    ) -> Result<ApiRedeemed, CodeRefusal> {
        let kept = judging.kept.as_ref();
        let kept = kept.ok_or(Fault::Broken("a code matched nothing"))?;
        let (app, from, now) = (caller.app.as_str(), &visit.described(), self.now());
        let spent: Result<_, Undone> = self
            .db
            .run("api_redeem", |tx| async move {
                if !repo::api_code::spend(&tx, app, account, set, kept, from, now).await? {
                    return Ok(None);
                }
                let left = repo::api_code::left(&tx, account, set, now).await?;
                let outcome = Outcome::Spent {
                    slot: kept.slot.get(),
                    left,
                    at: now.as_micros(),
                };
                known.keep(&tx, &outcome, now).await?;
                // A guess that is counted in this very moment stays counted.
                if judging.guessed {
                    repo::code_set::clear_failures(&tx, account, set).await?;
                    right_guess(&tx, account, visit).await?;
                }
                let used = Happening::of(EventKind::CodeRedeemed)
                    .by(visit)
                    .with("code", kept.slot)
                    .with("left", left);
                self.record(&tx, account, &used, now).await?;
                Ok(Some(left))
            })
            .await;
        match spent {
            Ok(Some(left)) => Ok(ApiRedeemed {
                slot: kept.slot,
                left,
                spent_at: now,
                again: false,
            }),
            // Spent, retired or suspended while the hash ran: by this very request, sent twice, or by another one.
            Ok(None) | Err(Undone::Raced) => {
                if let Some(said) = self.redeemed_before(caller, account, known).await? {
                    return said.said();
                }
                let after = self.code_of(account, set, kept.slot).await?;
                Err(after
                    .as_ref()
                    .and_then(used)
                    .map_or(Closed::NoSet.into(), |(at, from)| {
                        CodeRefusal::Old(OldCode::Used { at, from })
                    }))
            }
            Err(Undone::Store(error)) => Err(error.into()),
        }
    }

    async fn wrong_code_of_app(
        &self,
        caller: &Caller,
        account: AccountId,
        set: SetId,
        visit: &Visit,
        known: &Known,
        now: Timestamp,
    ) -> Result<ApiRedeemed, CodeRefusal> {
        let counted: Result<_, Undone> = self
            .db
            .run("api_redeem_wrong", |tx| async move {
                let left = self
                    .wrong_guess(&tx, account, visit, Guessed::Code(set), now)
                    .await?;
                let outcome = Outcome::Wrong {
                    before_wait: left.before_wait,
                    before_disabled: left.before_disabled,
                    wait_until: left.wait_until.map(Timestamp::as_micros),
                };
                known.keep(&tx, &outcome, now).await?;
                Ok(left)
            })
            .await;
        match counted {
            Ok(left) => Err(CodeRefusal::Wrong(left)),
            Err(Undone::Raced) => match self.redeemed_before(caller, account, known).await? {
                Some(said) => said.said(),
                None => Err(Closed::NoSet.into()),
            },
            Err(Undone::Store(error)) => Err(error.into()),
        }
    }

    async fn tell_old_of_app<T>(
        &self,
        account: AccountId,
        visit: &Visit,
        slot: Slot,
        old: OldCode,
    ) -> Result<T, CodeRefusal> {
        let now = self.now();
        let told: Result<(), Error> = self
            .db
            .run("api_old_code", |tx| async move {
                let typed = Happening::of(EventKind::OldCodeTyped)
                    .by(visit)
                    .with("code", slot);
                self.record(&tx, account, &typed, now).await?;
                Ok(())
            })
            .await;
        told?;
        Err(CodeRefusal::Old(old))
    }
}
