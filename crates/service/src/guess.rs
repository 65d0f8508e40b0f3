//! The guess clock that second steps, step-ups, drills and checks share.

use crate::announce::Happening;
use crate::{App, Counted, Fault, Visit};
use counterfoil_model::guesses::{FIRST_WAIT_AT, TriesLeft, Wait};
use counterfoil_model::{AccountId, EventKind, GuessClock, SetId, Timestamp, TotpId};
use counterfoil_store::repo::{self, clock::Failures};
use counterfoil_store::{Error, Tx};

/// With so many wrong second steps in a row the owner hears of it: somebody knows the password.
const TELL_AT: u32 = 3;

/// What was guessed at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Guessed {
    Code(SetId),
    Totp(TotpId),
    /// A drill word or a password at a step-up: the clock runs, nothing is disabled.
    Other,
}

pub(crate) fn clock_of(failures: Option<Failures>) -> GuessClock {
    failures.map_or(GuessClock::FRESH, |failures| GuessClock {
        failures: failures.count,
        last_failed_at: Some(failures.last_at),
    })
}

impl App {
    /// Whether a guess from here is heard now.
    pub(crate) async fn guess_is_heard(
        &self,
        account: AccountId,
        visit: &Visit,
        now: Timestamp,
    ) -> Result<Result<(), Wait>, Fault> {
        let heard: Result<_, Error> = self
            .db
            .read("guess_clock", |tx| async move {
                guess_is_heard(&tx, account, visit, now).await
            })
            .await;
        Ok(heard?)
    }

    /// Counts a wrong guess and does what it leads to: the clock, the disabling (N11), the notice. Gives what is left (N25).
    pub(crate) async fn wrong_guess(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        guessed: Guessed,
        now: Timestamp,
    ) -> Result<TriesLeft, Error> {
        self.meter.count(Counted::Guess(match guessed {
            Guessed::Code(_) => "code",
            Guessed::Totp(_) => "totp",
            Guessed::Other => "other",
        }));
        let clock = clock_of(
            repo::clock::guess_failed(tx, account, &visit.network().to_string(), now).await?,
        );
        let in_a_row = match guessed {
            Guessed::Code(set) => repo::code_set::fail(tx, account, set).await?,
            Guessed::Totp(totp) => repo::totp::fail(tx, account, totp).await?,
            Guessed::Other => 0,
        };
        let whole = GuessClock {
            failures: u32::try_from(in_a_row).unwrap_or(u32::MAX),
            last_failed_at: Some(now),
        };
        if whole.disables() {
            match guessed {
                Guessed::Code(set) => {
                    if let Some(sheet) = repo::code_set::disable(tx, account, set, now).await? {
                        self.tell(
                            tx,
                            account,
                            Happening::of(EventKind::CodesDisabled)
                                .by(visit)
                                .with("sheet", sheet),
                            now,
                        )
                        .await?;
                    }
                }
                Guessed::Totp(totp) => {
                    if repo::totp::disable(tx, account, totp, now).await? {
                        self.tell(
                            tx,
                            account,
                            Happening::of(EventKind::TotpDisabled).by(visit),
                            now,
                        )
                        .await?;
                    }
                }
                Guessed::Other => {}
            }
        }
        if clock.failures == TELL_AT {
            self.tell(
                tx,
                account,
                Happening::of(EventKind::SecondStepRefused).by(visit),
                now,
            )
            .await?;
        } else if clock.failures == FIRST_WAIT_AT {
            self.tell(
                tx,
                account,
                Happening::of(EventKind::GuessLimitReached).by(visit),
                now,
            )
            .await?;
        }
        let left = clock.tries_left(now);
        Ok(TriesLeft {
            before_disabled: left
                .before_disabled
                .min(whole.tries_left(now).before_disabled),
            ..left
        })
    }
}

/// Whether a guess from here is heard now, within a transaction.
pub(crate) async fn guess_is_heard(
    tx: &Tx,
    account: AccountId,
    visit: &Visit,
    now: Timestamp,
) -> Result<Result<(), Wait>, Error> {
    let clock = clock_of(repo::clock::guesses(tx, account, &visit.network().to_string()).await?);
    Ok(clock.allowed(now))
}

/// A right guess forgets the wrong ones. Writes nothing when there were none.
pub(crate) async fn right_guess(tx: &Tx, account: AccountId, visit: &Visit) -> Result<(), Error> {
    repo::clock::guess_cleared(tx, account, &visit.network().to_string()).await
}
