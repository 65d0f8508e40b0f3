//! Where the policy comes from: what Counterfoil comes with, over it the configuration, over that what operators set.

use super::{Policy, Setting};
use crate::Timestamp;
use std::collections::BTreeSet;

/// The policy as the configuration has it, and what operators may not loosen.
#[derive(Clone, Debug, Default)]
pub struct House {
    /// What holds where operators set nothing. It can be used: whoever reads a configuration validates it.
    pub base: Policy,
    /// What the configuration says; the rest is as Counterfoil comes.
    pub written: BTreeSet<Setting>,
    /// What nobody may loosen beyond the configuration, neither at the desk nor on the command line.
    pub pinned: BTreeSet<Setting>,
}

/// What an operator set, as it is kept. It holds from `effective_at` until `ended_at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetByOperator {
    /// Which one.
    pub setting: Setting,
    /// What it is then; `None`: what the configuration says.
    pub value: Option<i64>,
    /// From when on.
    pub effective_at: Timestamp,
    /// Until when, if another took its place or somebody stopped it.
    pub ended_at: Option<Timestamp>,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is as Counterfoil comes.
    Default,
    /// The configuration says it.
    File,
    /// An operator set it.
    Operator,
    /// An operator set something looser, and the configuration pins it.
    Pinned,
}

impl SetByOperator {
    /// Whether it holds now.
    #[must_use]
    pub fn in_force(&self, now: Timestamp) -> bool {
        self.effective_at <= now && self.ended_at.is_none_or(|ended| now < ended)
    }

    /// Whether it will hold and nobody stopped it.
    #[must_use]
    pub fn waits(&self, now: Timestamp) -> bool {
        self.effective_at > now && self.ended_at.is_none()
    }
}

impl From<Policy> for House {
    fn from(base: Policy) -> Self {
        Self {
            base,
            ..Self::default()
        }
    }
}

impl House {
    /// What holds at a moment. Whatever is kept, it can be used, and nothing pinned is looser than the configuration.
    #[must_use]
    pub fn policy(&self, set: &[SetByOperator], now: Timestamp) -> Policy {
        let mut policy = self.unreconciled(set, now);
        policy.reconcile();
        policy
    }

    /// The same before contradictions are resolved.
    pub(super) fn unreconciled(&self, set: &[SetByOperator], now: Timestamp) -> Policy {
        let mut policy = self.base.clone();
        for own in set.iter().filter(|own| own.in_force(now)) {
            if let Some(value) = own.value.filter(|value| self.allows(own.setting, *value)) {
                own.setting.put(&mut policy, value);
            }
        }
        policy
    }

    /// Whether a value isn't looser than what the configuration pins.
    #[must_use]
    pub fn allows(&self, setting: Setting, value: i64) -> bool {
        let (min, max) = setting.range();
        let value = value.clamp(min, max);
        !self.pinned.contains(&setting)
            || setting.strictness(value) >= setting.strictness(setting.of(&self.base))
    }

    /// Where the value of a setting comes from.
    #[must_use]
    pub fn origin(&self, setting: Setting, set: &[SetByOperator], now: Timestamp) -> Origin {
        let own = set
            .iter()
            .find(|own| own.setting == setting && own.in_force(now))
            .and_then(|own| own.value);
        match own {
            Some(value) if self.allows(setting, value) => Origin::Operator,
            Some(_) => Origin::Pinned,
            None if self.written.contains(&setting) => Origin::File,
            None => Origin::Default,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn set(setting: Setting, value: Option<i64>) -> SetByOperator {
        SetByOperator {
            setting,
            value,
            effective_at: NOW,
            ended_at: None,
        }
    }

    #[test]
    fn the_operators_value_comes_before_the_files_and_that_before_the_default() {
        let mut house = House::default();
        assert_eq!(house.origin(Setting::Hold, &[], NOW), Origin::Default);
        house.base.hold_hours = 30;
        house.written.insert(Setting::Hold);
        assert_eq!(house.origin(Setting::Hold, &[], NOW), Origin::File);
        let own = [set(Setting::Hold, Some(36))];
        assert_eq!(house.policy(&own, NOW).hold_hours, 36);
        assert_eq!(house.origin(Setting::Hold, &own, NOW), Origin::Operator);
        let back = [set(Setting::Hold, None)];
        assert_eq!(house.policy(&back, NOW).hold_hours, 30);
        assert_eq!(house.origin(Setting::Hold, &back, NOW), Origin::File);
    }

    #[test]
    fn what_the_file_pins_is_never_looser_and_may_be_stricter() {
        let mut house = House::default();
        house.pinned.insert(Setting::Hold);
        let looser = [set(Setting::Hold, Some(2))];
        assert_eq!(house.policy(&looser, NOW).hold_hours, 24);
        assert_eq!(house.origin(Setting::Hold, &looser, NOW), Origin::Pinned);
        let stricter = [set(Setting::Hold, Some(40))];
        assert_eq!(house.policy(&stricter, NOW).hold_hours, 40);
    }

    #[test]
    fn a_value_holds_from_its_moment_until_its_end() {
        let house = House::default();
        let later = SetByOperator {
            effective_at: NOW + Span::hours(24),
            ended_at: Some(NOW + Span::hours(48)),
            ..set(Setting::Hold, Some(2))
        };
        let at = |hours| house.policy(&[later], NOW + Span::hours(hours)).hold_hours;
        assert_eq!([at(0), at(23), at(24), at(47), at(48)], [24, 24, 2, 2, 24]);
        assert!(!later.waits(NOW));
        let waiting = SetByOperator {
            ended_at: None,
            ..later
        };
        assert!(waiting.waits(NOW) && !waiting.waits(NOW + Span::hours(24)));
    }

    fn any_set() -> impl Strategy<Value = SetByOperator> {
        let value = prop_oneof![
            Just(None),
            any::<i64>().prop_map(Some),
            (0_i64..2_000).prop_map(Some)
        ];
        (0..Setting::ALL.len(), value).prop_map(|(n, value)| set(Setting::ALL[n], value))
    }

    proptest! {
        #[test]
        fn whatever_is_kept_the_policy_can_be_used(own in proptest::collection::vec(any_set(), 0..20)) {
            prop_assert_eq!(House::default().policy(&own, NOW).validate(), Ok(()));
        }

        #[test]
        fn nothing_pinned_is_looser_than_the_file(own in proptest::collection::vec(any_set(), 0..20)) {
            let house = House { pinned: Setting::ALL.into(), ..House::default() };
            let policy = house.policy(&own, NOW);
            for setting in Setting::ALL {
                prop_assert!(
                    setting.strictness(setting.of(&policy)) >= setting.strictness(setting.of(&house.base)),
                    "{:?}", setting
                );
            }
        }
    }
}
