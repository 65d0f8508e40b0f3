//! Changing the policy: what tightens happens at once, what loosens waits (promise 3).

use super::{House, PolicyError, SetByOperator, Setting, Unit};
use crate::{Span, Timestamp};

/// What loosens takes effect so long after it was asked for. The hold of owners is itself a setting, so this is not that hold.
pub const WAIT: Span = Span::hours(24);

/// Codes may be required from a day this far ahead at the latest.
const FARTHEST: Span = Span::days(730);

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Stricter: at once, and without a step-up.
    Tightens,
    /// Looser: after [`WAIT`], with a step-up.
    Loosens,
    /// Neither: at once, with a step-up.
    Sideways,
}

/// A change that may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What holds until then.
    pub from: i64,
    /// What holds after it.
    pub to: i64,
    /// Which way it goes.
    pub direction: Direction,
    /// When it takes effect.
    pub effective_at: Timestamp,
}

/// Why the policy isn't changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyRefusal {
    /// Out of the setting's range.
    #[error("take a value from {min} to {max}")]
    OutOfRange {
        /// The smallest value.
        min: i64,
        /// The largest.
        max: i64,
    },
    /// Codes can be required from today at the earliest, and from two years ahead at the latest.
    #[error("take a day from today on, within two years")]
    Day,
    /// It would contradict another setting, as that stands or will stand once what waits took effect.
    #[error("it doesn't go with {}", .0.name())]
    Contradicts(Setting),
    /// The configuration pins it, and this would be looser.
    #[error("the configuration pins it: it can only get stricter")]
    Pinned,
    /// It is so already, and nothing waits that would change it.
    #[error("it is so already")]
    Same,
}

impl Direction {
    /// Which way a setting goes from one value to another.
    #[must_use]
    pub fn of(setting: Setting, from: i64, to: i64) -> Self {
        match (setting.strictness(from), setting.strictness(to)) {
            (Some(from), Some(to)) if to < from => Self::Loosens,
            (Some(_), Some(_)) => Self::Tightens,
            _ => Self::Sideways,
        }
    }
}

/// Whether an operator may set a setting, and from when on it holds. `to` is the new value; `None` goes back to the
/// configuration's.
///
/// # Errors
/// [`PolicyRefusal`].
pub fn decide(
    house: &House,
    set: &[SetByOperator],
    setting: Setting,
    to: Option<i64>,
    now: Timestamp,
) -> Result<Decision, PolicyRefusal> {
    let value = to.unwrap_or_else(|| setting.of(&house.base));
    if to.is_some() {
        check_range(setting, value, now)?;
        if !house.allows(setting, value) {
            return Err(PolicyRefusal::Pinned);
        }
    }
    let from = setting.of(&house.policy(set, now));
    let direction = Direction::of(setting, from, value);
    let mut rest = set.to_vec();
    rest.retain(|own| own.setting != setting);
    let kept = |own: &&SetByOperator| own.setting == setting && own.ended_at.is_none();
    let newest = set.iter().filter(kept).max_by_key(|own| own.effective_at);
    let same = match newest {
        Some(newest) => newest.value == to,
        None => to.is_none(),
    };
    if same {
        return Err(PolicyRefusal::Same);
    }
    let effective_at = match direction {
        Direction::Loosens => now + WAIT,
        Direction::Tightens | Direction::Sideways => now,
    };
    // In force on its day, and still once everything that waits has taken effect.
    let changed = SetByOperator {
        setting,
        value: to,
        effective_at,
        ended_at: None,
    };
    rest.push(changed);
    let waiting = rest.iter().map(|own| own.effective_at);
    let last = waiting.max().unwrap_or(effective_at).max(effective_at);
    for at in [effective_at, last] {
        if let Err(error) = house.unreconciled(&rest, at).validate() {
            return Err(contradiction(setting, error));
        }
    }
    Ok(Decision {
        from,
        to: value,
        direction,
        effective_at,
    })
}

fn check_range(setting: Setting, value: i64, now: Timestamp) -> Result<(), PolicyRefusal> {
    let (min, max) = setting.range();
    if !(min..=max).contains(&value) {
        return Err(PolicyRefusal::OutOfRange { min, max });
    }
    if setting.unit() == Unit::Date && value != 0 {
        // Today has begun already, wherever the house is.
        let day = Timestamp::from_micros(value);
        if day <= now - Span::days(1) || day > now + FARTHEST {
            return Err(PolicyRefusal::Day);
        }
    }
    Ok(())
}

fn contradiction(setting: Setting, error: PolicyError) -> PolicyRefusal {
    let named = |name: &str| Setting::parse(name).filter(|other| *other != setting);
    let other = match error {
        PolicyError::ShorterThan { field, other } => named(field).or_else(|| named(other)),
        PolicyError::OutOfRange { field, .. } => named(field),
    };
    PolicyRefusal::Contradicts(other.unwrap_or(setting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn asked(setting: Setting, to: i64) -> Result<Decision, PolicyRefusal> {
        decide(&House::default(), &[], setting, Some(to), NOW)
    }

    #[test]
    fn what_tightens_happens_at_once_and_what_loosens_waits_a_day() {
        let tighter = [
            (Setting::Hold, 30),
            (Setting::SessionIdle, 15),
            (Setting::PasswordLeastBeside, 12),
            (Setting::CodesRequiredFrom, NOW.as_micros()),
            (Setting::AppPasswordLongest, 365),
            (Setting::CodesGrace, 0),
        ];
        for (setting, to) in tighter {
            let decision = asked(setting, to).unwrap();
            assert_eq!(
                (decision.direction, decision.effective_at),
                (Direction::Tightens, NOW),
                "{setting:?}"
            );
        }
        let looser = [
            (Setting::Hold, 2),
            (Setting::SessionIdle, 120),
            (Setting::CodesAsFirstSecondFactor, 1),
            (Setting::RequireOutsideAddress, 0),
            (Setting::CodesGrace, 30),
            (Setting::SendingFloor, 200),
        ];
        for (setting, to) in looser {
            let decision = asked(setting, to).unwrap();
            assert_eq!(
                (decision.direction, decision.effective_at),
                (Direction::Loosens, NOW + WAIT),
                "{setting:?}"
            );
        }
        let sideways = asked(Setting::CodesPerSheet, 4).unwrap();
        assert_eq!(
            (sideways.direction, sideways.effective_at),
            (Direction::Sideways, NOW)
        );
    }

    #[test]
    fn a_later_day_or_none_for_codes_loosens() {
        let day = NOW + Span::days(30);
        let set = [SetByOperator {
            setting: Setting::CodesRequiredFrom,
            value: Some(day.as_micros()),
            effective_at: NOW,
            ended_at: None,
        }];
        let to = |value| {
            decide(
                &House::default(),
                &set,
                Setting::CodesRequiredFrom,
                value,
                NOW,
            )
            .map(|decision| decision.direction)
        };
        let days = |n| Some((NOW + Span::days(n)).as_micros());
        assert_eq!(to(days(29)), Ok(Direction::Tightens));
        assert_eq!(to(days(31)), Ok(Direction::Loosens));
        assert_eq!(to(Some(0)), Ok(Direction::Loosens));
        assert_eq!(to(None), Ok(Direction::Loosens));
        assert_eq!(to(days(-1)), Err(PolicyRefusal::Day));
        assert_eq!(to(days(731)), Err(PolicyRefusal::Day));
    }

    #[test]
    fn the_floors_of_the_standards_hold() {
        let range = |min, max| Err(PolicyRefusal::OutOfRange { min, max });
        assert_eq!(asked(Setting::PasswordLeastAlone, 14), range(15, 24));
        assert_eq!(asked(Setting::PasswordLeastBeside, 7), range(8, 24));
        assert_eq!(asked(Setting::CodesPerSheet, 3), range(4, 20));
        assert_eq!(asked(Setting::CodesPerSheet, 21), range(4, 20));
        assert_eq!(asked(Setting::Hold, 0), range(1, 168));
    }

    #[test]
    fn a_value_that_contradicts_another_names_it() {
        let contradicts = |other| Err(PolicyRefusal::Contradicts(other));
        assert_eq!(asked(Setting::Hold, 49), contradicts(Setting::RemovalHold));
        assert_eq!(asked(Setting::RemovalHold, 23), contradicts(Setting::Hold));
        assert_eq!(
            asked(Setting::PasswordLeastBeside, 16),
            contradicts(Setting::PasswordLeastAlone)
        );
        // Fits now, but not tomorrow, when the shorter one that waits takes effect.
        let waits = SetByOperator {
            setting: Setting::RemovalHold,
            value: Some(30),
            effective_at: NOW + WAIT,
            ended_at: None,
        };
        let refused = decide(&House::default(), &[waits], Setting::Hold, Some(40), NOW);
        assert_eq!(refused, contradicts(Setting::RemovalHold));
    }

    #[test]
    fn what_is_pinned_only_gets_stricter() {
        let mut house = House::default();
        house.pinned.insert(Setting::Hold);
        let to = |value| decide(&house, &[], Setting::Hold, Some(value), NOW);
        assert_eq!(to(23), Err(PolicyRefusal::Pinned));
        assert_eq!(to(25).unwrap().direction, Direction::Tightens);
    }

    #[test]
    fn the_same_again_changes_nothing_but_takes_the_place_of_what_waits() {
        let house = House::default();
        let set = |value, effective_at| SetByOperator {
            setting: Setting::Hold,
            value,
            effective_at,
            ended_at: None,
        };
        let to = |set: &[SetByOperator], value| decide(&house, set, Setting::Hold, value, NOW);
        assert_eq!(to(&[], None), Err(PolicyRefusal::Same));
        let now = [set(Some(30), NOW)];
        assert_eq!(to(&now, Some(30)), Err(PolicyRefusal::Same));
        let waits = [set(Some(2), NOW + WAIT)];
        assert_eq!(to(&waits, Some(2)), Err(PolicyRefusal::Same));
        assert_eq!(to(&waits, Some(24)).unwrap().effective_at, NOW);
        assert_eq!(to(&waits, None).unwrap().effective_at, NOW);
    }

    proptest! {
        /// However operators change it, every moment's policy is one that they were allowed to make, and no stricter value
        /// gives way before a day has passed.
        #[test]
        fn loosening_never_shows_within_its_day(
            steps in proptest::collection::vec((0..Setting::ALL.len(), prop_oneof![Just(None), (0_i64..200).prop_map(Some)], 0_i64..40), 1..30),
        ) {
            let (house, mut set, mut now) = (House::default(), Vec::<SetByOperator>::new(), NOW);
            for (n, to, hours) in steps {
                now = now + Span::hours(hours);
                let setting = Setting::ALL[n];
                let before = setting.of(&house.policy(&set, now));
                let Ok(decision) = decide(&house, &set, setting, to, now) else { continue };
                for own in set.iter_mut().filter(|own| own.setting == setting) {
                    if own.waits(now) {
                        own.ended_at = Some(now);
                    } else if own.in_force(now) {
                        own.ended_at = Some(decision.effective_at);
                    }
                }
                set.push(SetByOperator { setting, value: to, effective_at: decision.effective_at, ended_at: None });
                let strict = |at| setting.strictness(setting.of(&house.policy(&set, at)));
                if decision.direction == Direction::Loosens {
                    prop_assert!(strict(now + WAIT - Span::seconds(1)) >= setting.strictness(before));
                } else {
                    prop_assert_eq!(setting.of(&house.policy(&set, now)), decision.to);
                }
                prop_assert_eq!(house.unreconciled(&set, now).validate(), Ok(()));
                prop_assert_eq!(house.unreconciled(&set, now + WAIT).validate(), Ok(()));
            }
        }
    }
}
