//! The drill: the words beside two codes named at random. It spends and exposes nothing.

use crate::announce::Happening;
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::{App, Fault, FormField, Session, Visit};
use counterfoil_core::{Slot, words};
use counterfoil_model::drill::{choose, is_word};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::{EventKind, Timestamp};
use counterfoil_store::{Error, repo};

/// A drill to be answered from paper.
#[derive(Clone, Debug)]
pub struct Drill {
    /// The two codes whose words are asked for.
    pub slots: [Slot; 2],
    /// Goes into the form unseen and comes back with the answer.
    pub sealed: String,
}

/// Why a drill isn't passed.
#[derive(Debug, thiserror::Error)]
pub enum DrillRefusal {
    /// Fewer than two unspent codes, or no sheet in force.
    #[error("there is nothing to drill with")]
    NothingToDrill,
    /// The form is too old, or another session's.
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

impl From<Error> for DrillRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Names two unspent codes at random.
    ///
    /// # Errors
    /// [`DrillRefusal::NothingToDrill`].
    pub async fn begin_drill(&self, session: &Session) -> Result<Drill, DrillRefusal> {
        let now = self.now();
        let protection = self.protection(session.account).await?;
        let set = protection.set(now).ok_or(DrillRefusal::NothingToDrill)?;
        let codes = self.codes_of(session.account, set.id).await?;
        let unspent: Vec<Slot> = codes
            .iter()
            .filter(|code| code.usable(now))
            .map(|code| code.slot)
            .collect();
        let slots = choose(&unspent, &mut self.chance()).ok_or(DrillRefusal::NothingToDrill)?;
        let [first, second] = slots;
        Ok(Drill {
            slots,
            sealed: self.seal_field(
                &drill_field(session),
                &format!("{first} {second} {}", set.id),
            )?,
        })
    }

    /// The two codes that a drill's form asked for, to ask again.
    #[must_use]
    pub fn drill_slots(&self, session: &Session, sealed: &str) -> Option<[Slot; 2]> {
        let text = self.open_field(&drill_field(session), sealed)?;
        let mut parts = text.split(' ');
        let mut slot = || parts.next()?.parse().ok().and_then(Slot::new);
        Some([slot()?, slot()?])
    }

    /// Judges the two words typed from paper.
    ///
    /// # Errors
    /// [`DrillRefusal`].
    pub async fn answer_drill(
        &self,
        session: &Session,
        visit: &Visit,
        sealed: &str,
        typed: [&str; 2],
    ) -> Result<(), DrillRefusal> {
        let account = session.account;
        let [first, second] = self
            .drill_slots(session, sealed)
            .ok_or(DrillRefusal::Over)?;
        let now = self.now();
        let protection = self.protection(account).await?;
        let set = protection.set(now).ok_or(DrillRefusal::NothingToDrill)?.id;
        if !self
            .open_field(&drill_field(session), sealed)
            .is_some_and(|text| text.ends_with(&set.to_string()))
        {
            return Err(DrillRefusal::Over);
        }
        let mut right = [false; 2];
        for ((slot, typed), right) in [first, second].into_iter().zip(typed).zip(&mut right) {
            let kept = self
                .code_of(account, set, slot)
                .await?
                .ok_or(DrillRefusal::Over)?;
            let word = self.drill_word(account, set, slot, &kept.drill_word)?;
            let word =
                words::find(&word).ok_or(Fault::Broken("a drill word is not in the list"))?;
            *right = is_word(typed, word);
        }
        let passed = right == [true, true];
        let judged: Result<_, Error> = self
            .db
            .run("drill", |tx| async move {
                if let Err(wait) = guess_is_heard(&tx, account, visit, now).await? {
                    return Ok(Err(DrillRefusal::Wait(wait.until)));
                }
                if passed {
                    right_guess(&tx, account, visit).await?;
                    repo::code_set::drilled(&tx, account, set, now).await?;
                    self.tell(
                        &tx,
                        account,
                        Happening::of(EventKind::DrillPassed).by(visit),
                        now,
                    )
                    .await?;
                    return Ok(Ok(()));
                }
                let left = self
                    .wrong_guess(&tx, account, visit, Guessed::Other, now)
                    .await?;
                self.tell(
                    &tx,
                    account,
                    Happening::of(EventKind::DrillFailed).by(visit),
                    now,
                )
                .await?;
                Ok(Err(DrillRefusal::Wrong { right, left }))
            })
            .await;
        judged?
    }
}

const fn drill_field(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "drill",
        account: session.account,
        bound_to: &session.hash,
    }
}
