//! When a change of the recovery addresses takes effect, and whether the addresses before it can stop it (N14, N24).
//!
//! Whoever holds a session must not move the notices away from their owner. So a change is announced to every address that
//! heard of events before it, waits, and while it waits each of them can stop it with one click. The other way round, a
//! thief who holds an old address must not keep the owner from getting rid of it for ever: an authenticator that was
//! bound well before the first change that was stopped, and was shown after the last of them was, has the last word.
//! The freeze stops that too.

use crate::{Policy, Span, Timestamp};

/// What is to happen to an address that counts, or is about to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddressChange {
    /// A verified address is to hear of events and to count.
    Add,
    /// An address that counts stops counting at once, and hears of events until its time comes.
    Remove,
    /// Both at once: a verified address takes the place of one that counts.
    Replace,
}

impl AddressChange {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Add, Self::Remove, Self::Replace];

    /// How a change that waits is stored: the end of a Fluent id.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Add => "address-add",
            Self::Remove => "address-remove",
            Self::Replace => "address-replace",
        }
    }

    /// Reads what [`Self::as_str`] wrote; `None` for a change of something else.
    #[must_use]
    pub fn parse(kind: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.as_str() == kind)
    }
}

/// Changes that addresses stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objections {
    /// How many, within [`REMEMBERED`].
    pub times: usize,
    /// When the first of these changes was asked for.
    pub first_asked_at: Timestamp,
    /// When the last of them was stopped.
    pub last_at: Timestamp,
}

/// An authenticator that is in force and is no mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrongFactor {
    /// Since when it is in force.
    pub since: Timestamp,
    /// When it was last shown in this session; `None` if it wasn't.
    pub shown_at: Option<Timestamp>,
}

/// What the decision rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddressFacts {
    /// Addresses that hear of events now, removed ones too: those that can stop the change.
    pub witnesses: usize,
    /// Changes that were stopped before.
    pub objections: Option<Objections>,
    /// The authenticator.
    pub strong_factor: Option<StrongFactor>,
}

/// When a change takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// At once.
    AtOnce,
    /// Then.
    At {
        /// When.
        at: Timestamp,
        /// Whether the addresses before it can stop it. The freeze, and its owner, always can.
        can_be_stopped: bool,
    },
}

/// Changes that were stopped longer ago than this don't matter any more.
pub const REMEMBERED: Span = Span::days(90);

/// After so many the authenticator has the last word: once may be the owner who stops a thief with the phone in hand.
pub const REPEATED: usize = 2;

/// When a change takes effect.
///
/// - The very first address counts at once: nobody could object, and until it counts nobody outside hears of anything (N24).
/// - The second one waits as long as other changes that loosen do: N14 wants a second one soon, promise 3 wants a delay as soon
///   as there is somebody to ask. A removed address still hears, so removing all and adding another isn't a way around.
/// - Everything else waits the policy's delay.
#[must_use]
pub fn effect(
    change: AddressChange,
    facts: &AddressFacts,
    policy: &Policy,
    now: Timestamp,
) -> Effect {
    let delay = policy.address_change();
    if overrides(facts, delay) {
        return Effect::At {
            at: now + delay,
            can_be_stopped: false,
        };
    }
    let wait = match (change, facts.witnesses) {
        (AddressChange::Add, 0) => return Effect::AtOnce,
        (AddressChange::Add, 1) => policy.hold().min(delay),
        _ => delay,
    };
    Effect::At {
        at: now + wait,
        can_be_stopped: true,
    }
}

/// Whether the authenticator has the last word: bound the whole delay before the first change that was stopped was asked
/// for, and shown after the last of them was stopped.
fn overrides(facts: &AddressFacts, delay: Span) -> bool {
    let (Some(objections), Some(factor)) = (facts.objections, facts.strong_factor) else {
        return false;
    };
    objections.times >= REPEATED
        && factor.since + delay <= objections.first_asked_at
        && factor.shown_at.is_some_and(|at| at > objections.last_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn ago(days: i64) -> Timestamp {
        NOW - Span::days(days)
    }

    /// Two changes stopped, the first asked for twenty days ago; the app is a year old and was just shown.
    fn blocked() -> AddressFacts {
        AddressFacts {
            witnesses: 2,
            objections: Some(Objections {
                times: 2,
                first_asked_at: ago(20),
                last_at: ago(3),
            }),
            strong_factor: Some(StrongFactor {
                since: ago(365),
                shown_at: Some(NOW),
            }),
        }
    }

    fn asked(change: AddressChange, facts: &AddressFacts) -> Effect {
        effect(change, facts, &Policy::default(), NOW)
    }

    fn waits(span: Span) -> Effect {
        Effect::At {
            at: NOW + span,
            can_be_stopped: true,
        }
    }

    #[test]
    fn n24_the_first_address_counts_at_once_the_second_after_a_day_others_after_seven() {
        let of = |witnesses| AddressFacts {
            witnesses,
            ..AddressFacts::default()
        };
        assert_eq!(asked(AddressChange::Add, &of(0)), Effect::AtOnce);
        assert_eq!(asked(AddressChange::Add, &of(1)), waits(Span::hours(24)));
        assert_eq!(asked(AddressChange::Add, &of(2)), waits(Span::days(7)));
        assert_eq!(asked(AddressChange::Remove, &of(1)), waits(Span::days(7)));
        assert_eq!(asked(AddressChange::Replace, &of(1)), waits(Span::days(7)));
    }

    #[test]
    fn an_old_authenticator_has_the_last_word_after_repeated_stops() {
        let last_word = Effect::At {
            at: NOW + Span::days(7),
            can_be_stopped: false,
        };
        for change in AddressChange::ALL {
            assert_eq!(asked(change, &blocked()), last_word);
        }
    }

    #[test]
    fn a_young_authenticator_one_not_shown_since_and_a_single_stop_override_nothing() {
        let factor = |since, shown_at| AddressFacts {
            strong_factor: Some(StrongFactor { since, shown_at }),
            ..blocked()
        };
        let once = AddressFacts {
            objections: Some(Objections {
                times: 1,
                ..blocked().objections.unwrap()
            }),
            ..blocked()
        };
        for facts in [
            factor(ago(26), Some(NOW)),
            factor(ago(365), Some(ago(3))),
            factor(ago(365), None),
            once,
        ] {
            assert_eq!(
                asked(AddressChange::Remove, &facts),
                waits(Span::days(7)),
                "{facts:?}"
            );
        }
    }

    #[test]
    fn what_is_stored_is_read_back() {
        for change in AddressChange::ALL {
            assert_eq!(AddressChange::parse(change.as_str()), Some(change));
        }
        assert_eq!(AddressChange::parse("totp"), None);
    }

    fn moments() -> impl Strategy<Value = Timestamp> {
        (0_i64..400).prop_map(ago)
    }

    proptest! {
        #[test]
        fn promise_3_nothing_that_somebody_could_stop_happens_at_once(
            change in proptest::sample::select(AddressChange::ALL.to_vec()),
            witnesses in 1_usize..7,
            times in 0_usize..5,
            moments in [moments(), moments(), moments(), moments()],
        ) {
            let [first_asked_at, last_at, since, shown_at] = moments;
            let facts = AddressFacts {
                witnesses,
                objections: (times > 0).then_some(Objections { times, first_asked_at, last_at }),
                strong_factor: Some(StrongFactor { since, shown_at: Some(shown_at) }),
            };
            match asked(change, &facts) {
                Effect::AtOnce => prop_assert!(false, "at once beside {witnesses} witnesses"),
                Effect::At { at, can_be_stopped: true } => prop_assert!(at >= NOW + Policy::default().hold()),
                // Whoever bound an authenticator for this, and whoever took a session that saw one before, can't override.
                Effect::At { at, can_be_stopped: false } => {
                    prop_assert!(times >= REPEATED);
                    prop_assert!(since + Span::days(7) <= first_asked_at);
                    prop_assert!(shown_at > last_at);
                    prop_assert_eq!(at, NOW + Span::days(7));
                }
            }
        }

        #[test]
        fn more_witnesses_never_shorten_a_wait(change in proptest::sample::select(AddressChange::ALL.to_vec()), witnesses in 0_usize..7) {
            let at = |witnesses| match asked(change, &AddressFacts { witnesses, ..AddressFacts::default() }) {
                Effect::AtOnce => NOW,
                Effect::At { at, .. } => at,
            };
            prop_assert!(at(witnesses) <= at(witnesses + 1));
        }
    }
}
