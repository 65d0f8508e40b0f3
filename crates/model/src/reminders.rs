//! When an owner is reminded: of a drill, of renewal.

use crate::{Span, Timestamp};

/// Days after proving on which the first drills are due.
const FIRST_DRILLS: [i64; 3] = [7, 30, 90];

/// After the first drills there is one every so many days.
const DRILL_EVERY: i64 = 180;

/// A drill that was held so recently counts for one that has become due since.
const STILL_COUNTS: Span = Span::days(7);

/// A sheet of that age is asked to be renewed.
pub const SHEET_AGE: Span = Span::days(365);

/// Whether a drill is due: 7, 30 and 90 days after the sheet was proved, then every 180 days.
#[must_use]
pub fn drill_is_due(proved_at: Timestamp, drilled_at: Option<Timestamp>, now: Timestamp) -> bool {
    next_drill_at(proved_at, drilled_at) <= now
}

/// When the next drill is due. It lies in the past while one is overdue.
#[must_use]
pub fn next_drill_at(proved_at: Timestamp, drilled_at: Option<Timestamp>) -> Timestamp {
    let covered = drilled_at.map_or(proved_at, |at| at + STILL_COUNTS);
    let first = FIRST_DRILLS.map(|days| proved_at + Span::days(days));
    if let Some(due) = first.into_iter().find(|due| *due > covered) {
        return due;
    }
    let every = Span::days(DRILL_EVERY);
    let last_of_first = first.into_iter().max().unwrap_or(proved_at);
    let past = (covered - last_of_first)
        .as_micros()
        .div_euclid(every.as_micros());
    last_of_first + Span::days(DRILL_EVERY.saturating_mul(past.saturating_add(1)))
}

/// Whether a sheet is so old that its owner is asked to renew it.
#[must_use]
pub fn sheet_is_old(proved_at: Timestamp, now: Timestamp) -> bool {
    now >= proved_at + SHEET_AGE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PROVED: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn day(n: i64) -> Timestamp {
        PROVED + Span::days(n)
    }

    #[test]
    fn drills_are_due_after_7_30_90_days_and_then_every_180() {
        assert!(!drill_is_due(PROVED, None, day(7) - Span::seconds(1)));
        assert!(drill_is_due(PROVED, None, day(7)));
        let mut due = vec![];
        let mut drilled = None;
        for n in 0..700 {
            if drill_is_due(PROVED, drilled, day(n)) {
                due.push(n);
                drilled = Some(day(n));
            }
        }
        assert_eq!(due, [7, 30, 90, 270, 450, 630]);
    }

    #[test]
    fn a_drill_that_was_missed_stays_due_and_one_drill_answers_all_missed() {
        assert!(drill_is_due(PROVED, None, day(100)));
        assert!(!drill_is_due(PROVED, Some(day(100)), day(100)));
        assert_eq!(next_drill_at(PROVED, Some(day(100))), day(270));
    }

    #[test]
    fn a_drill_of_last_week_counts_for_the_one_due_today() {
        assert!(!drill_is_due(PROVED, Some(day(25)), day(30)));
        assert!(drill_is_due(PROVED, Some(day(20)), day(30)));
    }

    #[test]
    fn a12_a_sheet_older_than_a_year_is_asked_to_be_renewed() {
        assert!(!sheet_is_old(PROVED, day(364)));
        assert!(sheet_is_old(PROVED, day(365)));
    }

    proptest! {
        #[test]
        fn the_next_drill_is_always_ahead_of_the_last(drilled in any::<i64>(), proved in any::<i64>()) {
            let (proved, drilled) = (Timestamp::from_micros(proved / 4), Timestamp::from_micros(drilled / 4));
            prop_assert!(next_drill_at(proved, Some(drilled)) > drilled);
        }
    }
}
