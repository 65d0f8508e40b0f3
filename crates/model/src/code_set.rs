//! The life of a set of codes: what one sheet carries.

use crate::{Span, Timestamp};
use counterfoil_core::Slot;

/// A shown set that nobody proved is gone after an hour.
pub const PROVE_WITHIN: Span = Span::hours(1);

/// With so few codes left, or fewer, the owner is asked to renew.
pub const RENEW_AT: usize = 3;

/// How many codes a new sheet may have.
pub const SHEET_SIZES: std::ops::RangeInclusive<u8> = 4..=20;

/// How many it has unless the operator chose otherwise.
pub const SHEET_SIZE: u8 = 10;

/// How many codes are copied by hand: the fewest that a sheet may have.
pub const BY_HAND: u8 = *SHEET_SIZES.start();

/// Where a set stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetState {
    /// Drawn and shown, not usable until the owner proves it.
    Shown,
    /// Proved, but waiting for the end of a hold; the old set still works.
    Staged,
    /// Usable. An account has one at most.
    Active,
    /// Was active once: replaced, lost or disabled.
    Retired,
    /// Never became active: unproved in time, drawn again, or stopped in its hold.
    Discarded,
}

impl SetState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Shown,
        Self::Staged,
        Self::Active,
        Self::Retired,
        Self::Discarded,
    ];

    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Staged => "staged",
            Self::Active => "active",
            Self::Retired => "retired",
            Self::Discarded => "discarded",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether a set may go from here to there. Nothing comes back from retired or discarded.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Shown, Self::Active | Self::Staged | Self::Discarded)
                | (Self::Staged, Self::Active | Self::Discarded)
                | (Self::Active, Self::Retired)
        )
    }

    /// Whether its codes open anything.
    #[must_use]
    pub const fn opens(self) -> bool {
        matches!(self, Self::Active)
    }
}

/// Whether a shown set can still be proved.
#[must_use]
pub fn can_be_proved(shown_at: Timestamp, now: Timestamp) -> bool {
    now < shown_at + PROVE_WITHIN
}

/// The slot that a replacement takes: the one after the highest ever used in the set, so that no
/// slot is used twice; `None` after 31, when a new sheet is asked for instead.
#[must_use]
pub fn next_free_slot(used: impl IntoIterator<Item = Slot>) -> Option<Slot> {
    used.into_iter().max().map_or(Some(Slot::FIRST), Slot::next)
}

/// Whether the owner is asked to renew, with so many codes left.
#[must_use]
pub const fn asks_to_renew(left: usize) -> bool {
    left <= RENEW_AT
}

/// Codes as the first second factor, by password alone, only where the operator allows it; else
/// showing a set needs two factors in the session (N2).
#[must_use]
pub fn may_show(
    methods: crate::Methods,
    has_other_second_factor: bool,
    allowed_first: bool,
) -> bool {
    methods.two_factors()
        || (allowed_first && !has_other_second_factor && methods.contains(crate::Method::Password))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Method, Methods};
    use proptest::prelude::*;

    #[test]
    fn what_is_stored_is_read_back() {
        for state in SetState::ALL {
            assert_eq!(SetState::parse(state.as_str()), Some(state));
        }
        assert_eq!(SetState::parse("burnt"), None);
    }

    #[test]
    fn only_a_shown_or_staged_set_becomes_active_and_nothing_comes_back() {
        for state in SetState::ALL {
            let opens = matches!(state, SetState::Shown | SetState::Staged);
            assert_eq!(state.may_become(SetState::Active), opens, "{state:?}");
            assert!(!SetState::Retired.may_become(state));
            assert!(!SetState::Discarded.may_become(state));
            assert!(!state.may_become(state));
        }
    }

    #[test]
    fn unproved_after_an_hour_it_is_gone() {
        let shown = Timestamp::from_micros(5);
        assert!(can_be_proved(shown, shown + Span::minutes(59)));
        assert!(!can_be_proved(shown, shown + Span::minutes(60)));
    }

    #[test]
    fn n18_a_replacement_takes_the_next_slot_until_thirty_one() {
        let slots = |numbers: &[u8]| {
            numbers
                .iter()
                .filter_map(|n| Slot::new(*n))
                .collect::<Vec<_>>()
        };
        assert_eq!(next_free_slot(Slot::all().take(10)), Slot::new(11));
        assert_eq!(next_free_slot(slots(&[1, 3, 12])), Slot::new(13));
        assert_eq!(next_free_slot(Slot::all().take(30)), Some(Slot::LAST));
        assert_eq!(next_free_slot(Slot::all()), None);
        assert_eq!(next_free_slot([]), Some(Slot::FIRST));
    }

    #[test]
    fn three_left_asks_to_renew() {
        assert!(asks_to_renew(3));
        assert!(asks_to_renew(0));
        assert!(!asks_to_renew(4));
    }

    #[test]
    fn n2_showing_needs_two_factors_unless_the_operator_allows_codes_first() {
        let password = Methods::NONE.with(Method::Password);
        assert!(may_show(password.with(Method::Totp), true, false));
        assert!(!may_show(password, false, false));
        assert!(may_show(password, false, true));
        assert!(
            !may_show(password, true, true),
            "who has a second factor shows it"
        );
        assert!(!may_show(Methods::NONE.with(Method::Totp), false, true));
    }

    proptest! {
        #[test]
        fn no_slot_is_used_twice(used in proptest::collection::vec(1_u8..=31, 0..40)) {
            let used: Vec<_> = used.into_iter().filter_map(Slot::new).collect();
            if let Some(slot) = next_free_slot(used.iter().copied()) {
                prop_assert!(!used.contains(&slot));
            }
        }
    }
}
