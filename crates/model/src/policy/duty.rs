//! Codes that the operator requires: who has to have them when, and when an owner is told.

use super::Policy;
use crate::{Span, Timestamp};

/// So long before the day an owner is told, each once; and once when the day is known, and once when it has come.
pub const TOLD_BEFORE: [Span; 2] = [Span::days(14), Span::days(3)];

/// How an account stands towards the codes that are required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodesDuty {
    /// None are required.
    NotAsked,
    /// It has codes that its owner proved.
    Met,
    /// They are required from then on.
    By(Timestamp),
    /// They have been required since then: its owner makes some before anything else.
    Overdue(Timestamp),
}

impl CodesDuty {
    /// Whether the owner makes codes before anything else.
    #[must_use]
    pub const fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(_))
    }
}

/// How an account stands that somebody enrolled in at `enrolled_at`; `proved` says whether codes are in force or wait to be.
#[must_use]
pub fn codes_duty(
    policy: &Policy,
    enrolled_at: Timestamp,
    proved: bool,
    now: Timestamp,
) -> CodesDuty {
    let Some(from) = policy.codes_required_from else {
        return CodesDuty::NotAsked;
    };
    let until = from.max(enrolled_at + policy.codes_grace());
    if proved {
        CodesDuty::Met
    } else if now < until {
        CodesDuty::By(until)
    } else {
        CodesDuty::Overdue(until)
    }
}

/// What an owner was told of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReminderFacts {
    /// The day.
    pub until: Timestamp,
    /// When the owner was last told, and of which day.
    pub told: Option<(Timestamp, Timestamp)>,
}

/// Whether an owner without codes is to be told now.
#[must_use]
pub fn reminder_is_due(facts: &ReminderFacts, now: Timestamp) -> bool {
    let Some((told_at, told_of)) = facts.told else {
        return true;
    };
    // An earlier day than the one they know of.
    facts.until < told_of
        || TOLD_BEFORE
            .map(|before| facts.until - before)
            .into_iter()
            .chain([facts.until])
            .any(|at| told_at < at && at <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn day(n: i64) -> Timestamp {
        NOW + Span::days(n)
    }

    fn requiring(from: i64) -> Policy {
        Policy {
            codes_required_from: Some(day(from)),
            codes_grace_days: 7,
            ..Policy::default()
        }
    }

    #[test]
    fn codes_are_required_from_the_day_on() {
        let duty = |proved, now| codes_duty(&requiring(30), day(-100), proved, now);
        assert_eq!(duty(false, NOW), CodesDuty::By(day(30)));
        assert_eq!(
            duty(false, day(30) - Span::seconds(1)),
            CodesDuty::By(day(30))
        );
        assert_eq!(duty(false, day(30)), CodesDuty::Overdue(day(30)));
        assert_eq!(duty(true, day(31)), CodesDuty::Met);
        let none = codes_duty(&Policy::default(), day(-100), false, NOW);
        assert_eq!(none, CodesDuty::NotAsked);
    }

    #[test]
    fn a_new_owner_has_some_days_of_grace() {
        let duty = |enrolled, now| codes_duty(&requiring(-10), enrolled, false, now);
        assert_eq!(duty(day(0), day(6)), CodesDuty::By(day(7)));
        assert_eq!(duty(day(0), day(7)), CodesDuty::Overdue(day(7)));
        assert_eq!(duty(day(-100), NOW), CodesDuty::Overdue(day(-10)));
    }

    #[test]
    fn an_owner_is_told_at_first_two_weeks_before_three_days_before_and_on_the_day() {
        let (mut told, mut days) = (None, vec![]);
        for n in 0..60 {
            let facts = ReminderFacts {
                until: day(40),
                told,
            };
            if reminder_is_due(&facts, day(n)) {
                days.push(n);
                told = Some((day(n), day(40)));
            }
        }
        assert_eq!(days, [0, 26, 37, 40]);
    }

    #[test]
    fn an_earlier_day_is_told_at_once_and_a_later_one_in_its_time() {
        let told = Some((day(0), day(40)));
        let due = |until| reminder_is_due(&ReminderFacts { until, told }, day(1));
        assert!(due(day(30)));
        assert!(!due(day(40)) && !due(day(50)));
    }
}
