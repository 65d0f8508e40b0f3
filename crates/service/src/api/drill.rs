//! The drill for an app: the words beside two codes named at random. It spends and exposes nothing.

use super::Caller;
use super::codes::{Closed, open_account};
use crate::announce::Happening;
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::{App, Fault, FormField, Visit};
use counterfoil_core::{Slot, words};
use counterfoil_model::drill::{choose, is_word};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_store::{Error, repo};
use sha2::{Digest, Sha256};

/// A drill to be answered from paper.
#[derive(Clone, Debug)]
pub struct ApiDrill {
    /// The two codes whose words are asked for.
    pub slots: [Slot; 2],
    /// Goes to the app unseen and comes back with the answer within ten minutes.
    pub sealed: String,
}

/// Why a drill doesn't begin, or isn't passed.
#[derive(Debug, thiserror::Error)]
pub enum ApiDrillRefusal {
    /// Nothing is judged.
    #[error(transparent)]
    Closed(#[from] Closed),
    /// Fewer than two codes are left.
    #[error("there is nothing to drill with")]
    NothingToDrill,
    /// It was begun more than ten minutes ago, for another account or with another set.
    #[error("the drill is over")]
    Over,
    /// At least one word is wrong; which ones are right.
    #[error("a word is wrong")]
    Wrong {
        /// Whether the first and the second word were right.
        right: [bool; 2],
        /// What is left.
        left: TriesLeft,
    },
    /// Too many wrong ones; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ApiDrillRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Names two codes at random that can still be spent.
    ///
    /// # Errors
    /// [`ApiDrillRefusal`].
    pub async fn begin_drill_for_app(
        &self,
        caller: &Caller,
        account: AccountId,
    ) -> Result<ApiDrill, ApiDrillRefusal> {
        let now = self.now();
        let (set, codes) = self.drilled_set(caller, account, now).await?;
        let unspent: Vec<Slot> = codes
            .iter()
            .filter(|code| code.usable(now))
            .map(|code| code.slot)
            .collect();
        let slots = choose(&unspent, &mut self.chance()).ok_or(ApiDrillRefusal::NothingToDrill)?;
        let [first, second] = slots;
        let app = bound_to(caller);
        let field = drill_field(account, &app);
        Ok(ApiDrill {
            slots,
            sealed: self.seal_field(&field, &format!("{first} {second} {set}"))?,
        })
    }

    /// Judges the two words typed from paper.
    ///
    /// # Errors
    /// [`ApiDrillRefusal`].
    pub async fn answer_drill_for_app(
        &self,
        caller: &Caller,
        account: AccountId,
        visit: &Visit,
        sealed: &str,
        typed: [&str; 2],
    ) -> Result<(), ApiDrillRefusal> {
        let now = self.now();
        let (set, codes) = self.drilled_set(caller, account, now).await?;
        let text = self
            .open_field(&drill_field(account, &bound_to(caller)), sealed)
            .ok_or(ApiDrillRefusal::Over)?;
        let mut parts = text.split(' ');
        let mut right = [false; 2];
        for (typed, right) in typed.into_iter().zip(&mut right) {
            let slot: u8 = parts
                .next()
                .and_then(|slot| slot.parse().ok())
                .ok_or(ApiDrillRefusal::Over)?;
            let kept = codes
                .iter()
                .find(|code| code.slot.get() == slot)
                .ok_or(ApiDrillRefusal::Over)?;
            let word = self.drill_word(account, set, kept.slot, &kept.drill_word)?;
            let word =
                words::find(&word).ok_or(Fault::Broken("a drill word is not in the list"))?;
            *right = is_word(typed, word);
        }
        if parts.next() != Some(&set.to_string()) {
            return Err(ApiDrillRefusal::Over);
        }
        let judged: Result<_, Error> = self
            .db
            .run("api_drill", |tx| async move {
                if let Err(wait) = guess_is_heard(&tx, account, visit, now).await? {
                    return Ok(Err(ApiDrillRefusal::Wait(wait.until)));
                }
                if right == [true, true] {
                    right_guess(&tx, account, visit).await?;
                    repo::code_set::drilled(&tx, account, set, now).await?;
                    let passed = Happening::of(EventKind::DrillPassed).by(visit);
                    self.record(&tx, account, &passed, now).await?;
                    return Ok(Ok(()));
                }
                let left = self
                    .wrong_guess(&tx, account, visit, Guessed::Other, now)
                    .await?;
                let failed = Happening::of(EventKind::DrillFailed).by(visit);
                self.record(&tx, account, &failed, now).await?;
                Ok(Err(ApiDrillRefusal::Wrong { right, left }))
            })
            .await;
        judged?
    }

    async fn drilled_set(
        &self,
        caller: &Caller,
        account: AccountId,
        now: Timestamp,
    ) -> Result<(counterfoil_model::SetId, Vec<repo::code::Counterfoil>), ApiDrillRefusal> {
        let found: Result<_, Error> = self
            .db
            .read("api_drilled_set", |tx| async move {
                if let Err(closed) = open_account(&tx, caller, account).await? {
                    return Ok(Err(closed));
                }
                let sets = repo::code_set::list(&tx, account).await?;
                let Some(set) = sets.iter().find(|set| set.in_force(now)) else {
                    return Ok(Err(Closed::NoSet));
                };
                let codes = repo::code::list(&tx, account, set.id).await?;
                Ok(Ok((set.id, codes)))
            })
            .await;
        Ok(found??)
    }
}

fn bound_to(caller: &Caller) -> [u8; 32] {
    Sha256::digest(caller.app.as_bytes()).into()
}

const fn drill_field(account: AccountId, bound_to: &[u8; 32]) -> FormField<'_> {
    FormField {
        purpose: "api-drill",
        account,
        bound_to,
    }
}
