//! Wrong passwords: who has to wait, keyed by what was typed, whether or not it exists.
//!
//! A password is never disabled by guesses, or anybody could lock anybody out. Instead there are
//! three lanes. A known device is judged by its own clock alone. A network that failed less than three
//! times within the hour is heard, whatever was before; from then on it is judged by its own clock for that
//! address. When an address is guessed at from many networks, only those are heard that keep within the three.

use crate::guesses::{DISABLE_AT, GuessClock, Wait};
use crate::turns::Rank;
use crate::{Span, Timestamp};

/// So many tries an hour are always left to a network without recent failures.
pub const TRIES_ALWAYS_LEFT: u32 = 3;

/// After so many wrong passwords in a row the owner hears of them, in one notice.
pub const TOLD_AFTER: u32 = 10;
/// And no sooner than so long after the last such notice, or whoever types them could fill a mailbox.
pub const TOLD_EVERY: Span = Span::days(1);

/// Whether the owner hears of so many wrong passwords that weren't told. Nothing else is ever told together or put off: not a
/// code that was used, not a recovery that began, not a factor that was removed.
#[must_use]
pub fn is_told(untold: u32, told_at: Option<Timestamp>, now: Timestamp) -> bool {
    untold >= TOLD_AFTER && told_at.is_none_or(|at| at + TOLD_EVERY <= now)
}

/// Wrong passwords from one network within an hour, whatever addresses were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HourCount {
    /// When the hour began: with its first failure. `None` while there is none.
    pub since: Option<Timestamp>,
    /// Failures in that hour.
    pub failures: u32,
}

impl HourCount {
    fn ends_at(self) -> Option<Timestamp> {
        self.since.map(|since| since + Span::hours(1))
    }

    /// Failures that still count.
    #[must_use]
    pub fn recent(self, now: Timestamp) -> u32 {
        if self.ends_at().is_some_and(|end| now < end) {
            self.failures
        } else {
            0
        }
    }

    /// The count after one more failure.
    #[must_use]
    pub fn after_failure(self, now: Timestamp) -> Self {
        match self.recent(now) {
            0 => Self {
                since: Some(now),
                failures: 1,
            },
            n => Self {
                failures: n.saturating_add(1),
                ..self
            },
        }
    }
}

/// Where a sign-in comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// A known device of the account, with its own clock.
    KnownDevice(GuessClock),
    /// Any other browser.
    Network,
}

/// What is known about wrong passwords when an address is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignInThrottle {
    /// For this address from this network.
    pub here: GuessClock,
    /// For this address from any network outside known devices.
    pub everywhere: GuessClock,
    /// From this network for any address.
    pub network: HourCount,
}

impl SignInThrottle {
    /// Whether this password is judged now. The answer to one that isn't must be the same as to a
    /// wrong one in everything but the wait, which an unknown address gets as well.
    ///
    /// # Errors
    /// [`Wait`], with the moment from which one is.
    pub fn allowed(&self, lane: Lane, now: Timestamp) -> Result<(), Wait> {
        if let Lane::KnownDevice(clock) = lane {
            return clock.allowed(now);
        }
        if self.network.recent(now) < TRIES_ALWAYS_LEFT {
            return Ok(());
        }
        self.here.allowed(now)?;
        let besieged = self.everywhere.failures >= DISABLE_AT;
        if !besieged {
            return Ok(());
        }
        Err(Wait {
            until: self.network.ends_at().unwrap_or(now),
        })
    }

    /// In which rank this sign-in waits for its slow hash: whoever has failed lately waits behind those who haven't, and a known
    /// device behind nobody unless it guesses itself.
    #[must_use]
    pub fn rank(&self, lane: Lane, now: Timestamp) -> Rank {
        match lane {
            Lane::KnownDevice(clock) if clock.allowed(now).is_ok() => Rank::Known,
            Lane::Network if self.network.recent(now) < TRIES_ALWAYS_LEFT => Rank::Stranger,
            Lane::KnownDevice(_) | Lane::Network => Rank::Suspect,
        }
    }

    /// The counts after a wrong password from a browser outside the lane of known devices; such a
    /// device's failure counts on its own clock only.
    #[must_use]
    pub fn after_failure(&self, now: Timestamp) -> Self {
        Self {
            here: self.here.after_failure(now),
            everywhere: self.everywhere.after_failure(now),
            network: self.network.after_failure(now),
        }
    }

    /// The counts after the right password: the address is fresh, the network keeps its hour, so
    /// that a guesser can't clear it with an account of their own.
    #[must_use]
    pub fn after_success(&self) -> Self {
        Self {
            here: GuessClock::FRESH,
            everywhere: GuessClock::FRESH,
            network: self.network,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn besieged() -> SignInThrottle {
        let everywhere = GuessClock {
            failures: 5_000,
            last_failed_at: Some(NOW),
        };
        SignInThrottle {
            everywhere,
            ..SignInThrottle::default()
        }
    }

    #[test]
    fn one_network_waits_from_its_sixth_wrong_password() {
        let five = (0..5).fold(SignInThrottle::default(), |t, _| t.after_failure(NOW));
        assert_eq!(five.allowed(Lane::Network, NOW), Ok(()));
        let six = five.after_failure(NOW);
        assert_eq!(
            six.allowed(Lane::Network, NOW).unwrap_err().until,
            NOW + Span::seconds(30)
        );
    }

    #[test]
    fn a_network_without_recent_failures_always_keeps_three_tries_an_hour() {
        let mut throttle = besieged();
        for _ in 0..3 {
            assert_eq!(throttle.allowed(Lane::Network, NOW), Ok(()));
            throttle = throttle.after_failure(NOW);
        }
        let until = NOW + Span::hours(1);
        assert_eq!(throttle.allowed(Lane::Network, NOW), Err(Wait { until }));
        assert_eq!(throttle.allowed(Lane::Network, until), Ok(()));
    }

    #[test]
    fn an_hour_of_peace_gives_a_network_its_three_tries_back() {
        let mut throttle = (0..40).fold(besieged(), |t, _| t.after_failure(NOW));
        let mut now = NOW + Span::hours(1);
        for _ in 0..3 {
            assert_eq!(throttle.allowed(Lane::Network, now), Ok(()));
            now = now + Span::seconds(1);
            throttle = throttle.after_failure(now);
        }
        assert!(throttle.allowed(Lane::Network, now).is_err());
    }

    #[test]
    fn who_failed_lately_waits_behind_those_who_have_not() {
        let mut throttle = besieged();
        for _ in 0..3 {
            assert_eq!(throttle.rank(Lane::Network, NOW), Rank::Stranger);
            throttle = throttle.after_failure(NOW);
        }
        assert_eq!(throttle.rank(Lane::Network, NOW), Rank::Suspect);
        let device = Lane::KnownDevice(GuessClock::FRESH);
        assert_eq!(throttle.rank(device, NOW), Rank::Known);
        let guessing = (0..6).fold(GuessClock::FRESH, |clock, _| clock.after_failure(NOW));
        assert_eq!(
            throttle.rank(Lane::KnownDevice(guessing), NOW),
            Rank::Suspect
        );
    }

    #[test]
    fn a_known_device_has_its_own_lane() {
        let closed = (0..9).fold(besieged(), |t, _| t.after_failure(NOW));
        assert!(closed.allowed(Lane::Network, NOW).is_err());
        assert_eq!(
            closed.allowed(Lane::KnownDevice(GuessClock::FRESH), NOW),
            Ok(())
        );
        let own = GuessClock {
            failures: 6,
            last_failed_at: Some(NOW),
        };
        assert!(
            SignInThrottle::default()
                .allowed(Lane::KnownDevice(own), NOW)
                .is_err()
        );
    }

    #[test]
    fn the_right_password_clears_the_address_but_not_the_network() {
        let after = besieged().after_failure(NOW).after_success();
        assert_eq!(after.everywhere, GuessClock::FRESH);
        assert_eq!(after.network.recent(NOW), 1);
    }

    #[test]
    fn an_hour_begins_with_its_first_failure() {
        let first = HourCount::default().after_failure(NOW);
        let late = NOW + Span::minutes(59);
        assert_eq!(first.after_failure(late).recent(late), 2);
        assert_eq!(first.after_failure(NOW + Span::hours(1)).failures, 1);
    }
}
