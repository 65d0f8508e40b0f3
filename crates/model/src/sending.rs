//! How much an account may send: a burst far over what it usually sends is held for somebody to look at.

use crate::{Policy, Span, Timestamp};

/// What an account usually sends is its busiest hour of so many days.
pub const REMEMBERED: Span = Span::days(30);

/// So many times its busiest hour is not yet a burst.
const TIMES: u32 = 3;

/// The hour a moment lies in: whole hours since the epoch.
#[must_use]
pub const fn hour_of(at: Timestamp) -> i64 {
    at.as_micros().div_euclid(Span::hours(1).as_micros())
}

/// Recipients an hour that an account may write to whose busiest hour had so many.
#[must_use]
pub fn allowance(policy: &Policy, busiest_hour: u32) -> u32 {
    busiest_hour
        .saturating_mul(TIMES)
        .max(policy.sending_floor)
        .min(policy.sending_ceiling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn allowed(busiest_hour: u32) -> u32 {
        allowance(&Policy::default(), busiest_hour)
    }

    #[test]
    fn a_quiet_account_has_the_floor_and_a_busy_one_three_times_its_busiest_hour_up_to_the_ceiling()
    {
        let allowances = [0, 5, 33, 34, 200, 333, 334, u32::MAX].map(allowed);
        assert_eq!(allowances, [100, 100, 100, 102, 600, 999, 1_000, 1_000]);
    }

    #[test]
    fn an_hour_begins_on_the_hour() {
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
        assert_eq!([0, 3_599, 3_600, -1].map(at).map(hour_of), [0, 0, 1, -1]);
    }

    proptest! {
        #[test]
        fn who_sent_more_may_send_no_less(one: u32, more: u32) {
            let (less, more) = (one.min(more), one.max(more));
            prop_assert!(allowed(less) <= allowed(more));
        }
    }
}
