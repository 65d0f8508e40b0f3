//! The guess clock: each wrong guess makes the next one wait longer, and a hundred in a row end it.
//!
//! Codes, TOTP, step-up, drill and check have one clock each. The waiting is judged by the clock of
//! (account, network), so that a stranger's guesses don't keep the owner out; the disabling is
//! judged by the clock of the account alone, so that a stranger with many networks gains nothing.

use crate::{Span, Timestamp};

/// So many wrong guesses in a row disable the authenticator (N11).
pub const DISABLE_AT: u32 = 100;

/// The first wrong guess that is followed by a wait.
pub const FIRST_WAIT_AT: u32 = 6;

const FIRST_WAIT_SECONDS: i64 = 30;
const LONGEST_WAIT_SECONDS: i64 = 60 * 60;

/// Wrong guesses in a row, and when the last one was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GuessClock {
    /// How many guesses in a row were wrong.
    pub failures: u32,
    /// When the last of them was; `None` while there is none.
    pub last_failed_at: Option<Timestamp>,
}

/// It is too early for another guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too early for another guess")]
pub struct Wait {
    /// From here on a guess is heard again.
    pub until: Timestamp,
}

impl Wait {
    /// How long that is from `now`, for `Retry-After`.
    #[must_use]
    pub fn left(self, now: Timestamp) -> Span {
        self.until - now
    }
}

/// What an owner is told beside the field (N25).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriesLeft {
    /// Guesses that are heard before the next wait; 0 while every guess is followed by one.
    pub before_wait: u32,
    /// Guesses before the authenticator is disabled.
    pub before_disabled: u32,
    /// Until when no guess is heard, if one has to wait now.
    pub wait_until: Option<Timestamp>,
}

impl GuessClock {
    /// A clock that no wrong guess has started: also what a success leaves.
    pub const FRESH: Self = Self {
        failures: 0,
        last_failed_at: None,
    };

    /// How long a guess waits after so many wrong ones: nothing up to the fifth, 30 s after the
    /// sixth, doubling to an hour.
    #[must_use]
    pub fn wait_after(failures: u32) -> Span {
        let Some(doublings) = failures.checked_sub(FIRST_WAIT_AT) else {
            return Span::seconds(0);
        };
        // Seven doublings are past the hour already; more must not shift the bits out.
        Span::seconds((FIRST_WAIT_SECONDS << doublings.min(7)).min(LONGEST_WAIT_SECONDS))
    }

    /// The moment from which a guess is heard, if there is a wait at all.
    #[must_use]
    pub fn wait_until(self) -> Option<Timestamp> {
        let wait = Self::wait_after(self.failures);
        self.last_failed_at
            .filter(|_| wait > Span::seconds(0))
            .map(|at| at + wait)
    }

    /// Whether a guess is heard now.
    ///
    /// # Errors
    /// [`Wait`], with the moment from which it is.
    pub fn allowed(self, now: Timestamp) -> Result<(), Wait> {
        match self.wait_until() {
            Some(until) if now < until => Err(Wait { until }),
            _ => Ok(()),
        }
    }

    /// The clock after one more wrong guess.
    #[must_use]
    pub fn after_failure(self, now: Timestamp) -> Self {
        // A clock that was set back must not shorten a wait.
        let at = self.last_failed_at.map_or(now, |last| last.max(now));
        Self {
            failures: self.failures.saturating_add(1),
            last_failed_at: Some(at),
        }
    }

    /// Whether what it guards is disabled and must be bound anew (N11).
    #[must_use]
    pub const fn disables(self) -> bool {
        self.failures >= DISABLE_AT
    }

    /// What an owner is told about it.
    #[must_use]
    pub fn tries_left(self, now: Timestamp) -> TriesLeft {
        TriesLeft {
            before_wait: FIRST_WAIT_AT.saturating_sub(self.failures),
            before_disabled: DISABLE_AT.saturating_sub(self.failures),
            wait_until: self.allowed(now).err().map(|wait| wait.until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn after(failures: u32) -> GuessClock {
        (0..failures).fold(GuessClock::FRESH, |clock, _| clock.after_failure(NOW))
    }

    #[test]
    fn five_wrong_guesses_wait_for_nothing_and_the_sixth_waits_thirty_seconds() {
        assert_eq!(after(5).allowed(NOW), Ok(()));
        let until = NOW + Span::seconds(30);
        assert_eq!(after(6).allowed(NOW), Err(Wait { until }));
        assert_eq!(after(6).allowed(until), Ok(()));
    }

    #[test]
    fn the_wait_doubles_to_an_hour_and_stays_there() {
        let waits: Vec<_> = (6..=14)
            .map(|n| GuessClock::wait_after(n).as_micros() / 1_000_000)
            .collect();
        assert_eq!(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert_eq!(GuessClock::wait_after(u32::MAX), Span::hours(1));
    }

    #[test]
    fn n11_the_hundredth_wrong_guess_disables() {
        assert!(!after(99).disables());
        assert!(after(100).disables());
    }

    #[test]
    fn n25_the_owner_is_told_how_many_tries_are_left() {
        let left = after(4).tries_left(NOW);
        assert_eq!(
            (left.before_wait, left.before_disabled, left.wait_until),
            (2, 96, None)
        );
        let left = after(7).tries_left(NOW);
        assert_eq!((left.before_wait, left.before_disabled), (0, 93));
        assert_eq!(left.wait_until, Some(NOW + Span::seconds(60)));
    }

    #[test]
    fn n25_at_least_ten_tries_are_heard_within_an_hour() {
        let mut clock = GuessClock::FRESH;
        let mut now = NOW;
        for _ in 0..10 {
            now = clock.wait_until().map_or(now, |until| until.max(now));
            clock = clock.after_failure(now);
        }
        assert!(now - NOW < Span::hours(1), "{:?}", now - NOW);
    }

    proptest! {
        #[test]
        fn more_wrong_guesses_never_wait_less(failures in 0_u32..10_000) {
            prop_assert!(GuessClock::wait_after(failures) <= GuessClock::wait_after(failures + 1));
        }

        #[test]
        fn a_clock_set_back_never_shortens_a_wait(
            failures in 0_u32..200, back in 0_i64..100_000_000_000,
        ) {
            let clock = after(failures);
            let later = clock.after_failure(Timestamp::from_micros(NOW.as_micros() - back));
            prop_assert!(later.wait_until() >= clock.wait_until());
            prop_assert_eq!(later.failures, failures + 1);
        }
    }
}
