//! When the next drill is due.

use crate::standing::SetFacts;
use crate::{Span, Timestamp};

/// Days after proving on which the first drills are due.
const FIRST_DRILLS: [i64; 3] = [7, 30, 90];

/// After the first drills there is one every so many days.
const DRILL_EVERY: i64 = 180;

/// A drill that was held so recently counts for one that has become due since.
const STILL_COUNTS: Span = Span::days(7);

/// When the next drill is due: 7, 30 and 90 days after the sheet was proved, then every 180 days, and when a new phone counts:
/// sheets are lost when people move house and when they change phones. It lies in the past while one is overdue.
#[must_use]
pub fn next_drill_at(sheet: &SetFacts, phone_since: Option<Timestamp>) -> Timestamp {
    let proved_at = sheet.proved_at;
    let covered = sheet.drilled_at.map_or(proved_at, |at| at + STILL_COUNTS);
    let by_age = next_by_age(proved_at, covered);
    let last_held = sheet.drilled_at.unwrap_or(proved_at) + STILL_COUNTS;
    phone_since
        .filter(|since| *since > last_held)
        .map_or(by_age, |since| since.min(by_age))
}

fn next_by_age(proved_at: Timestamp, covered: Timestamp) -> Timestamp {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PROVED: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn day(n: i64) -> Timestamp {
        PROVED + Span::days(n)
    }

    fn sheet(drilled_at: Option<Timestamp>) -> SetFacts {
        SetFacts {
            proved_at: PROVED,
            left: 10,
            drilled_at,
        }
    }

    fn is_due(drilled_at: Option<Timestamp>, now: Timestamp) -> bool {
        next_drill_at(&sheet(drilled_at), None) <= now
    }

    #[test]
    fn drills_are_due_after_7_30_90_days_and_then_every_180() {
        assert!(!is_due(None, day(7) - Span::seconds(1)));
        assert!(is_due(None, day(7)));
        let mut due = vec![];
        let mut drilled = None;
        for n in 0..700 {
            if is_due(drilled, day(n)) {
                due.push(n);
                drilled = Some(day(n));
            }
        }
        assert_eq!(due, [7, 30, 90, 270, 450, 630]);
    }

    #[test]
    fn a_drill_that_was_missed_stays_due_and_one_drill_answers_all_missed() {
        assert!(is_due(None, day(100)));
        assert!(!is_due(Some(day(100)), day(100)));
        assert_eq!(next_drill_at(&sheet(Some(day(100))), None), day(270));
    }

    #[test]
    fn a_drill_of_last_week_counts_for_the_one_due_today() {
        assert!(!is_due(Some(day(25)), day(30)));
        assert!(is_due(Some(day(20)), day(30)));
    }

    #[test]
    fn a_new_phone_makes_a_drill_due_unless_the_sheet_was_in_hand_lately() {
        let next = |drilled, phone| next_drill_at(&sheet(drilled), Some(phone));
        assert_eq!(next(Some(day(100)), day(120)), day(120));
        assert_eq!(next(Some(day(119)), day(120)), day(270));
        assert_eq!(next(Some(day(121)), day(120)), day(270));
        // Phone and sheet were set up together.
        assert_eq!(next(None, day(0)), day(7));
        assert_eq!(next(None, day(1)), day(7));
        // One that is overdue isn't put off by a new phone.
        assert_eq!(next(None, day(40)), day(7));
    }

    proptest! {
        #[test]
        fn the_next_drill_is_always_ahead_of_the_last(
            drilled in any::<i64>(), proved in any::<i64>(), phone in any::<Option<i64>>(),
        ) {
            let at = |micros: i64| Timestamp::from_micros(micros / 4);
            let drilled = at(drilled);
            let sheet = SetFacts { proved_at: at(proved), left: 10, drilled_at: Some(drilled) };
            prop_assert!(next_drill_at(&sheet, phone.map(at)) > drilled);
        }
    }
}
