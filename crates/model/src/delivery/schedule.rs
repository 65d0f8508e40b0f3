//! When a notice is tried again, and when it isn't worth sending any more.

use super::Meaning;
use crate::{Span, Timestamp};

/// How long after the first, second … try the next one comes; after the last of them, every eight hours. Mail servers try for
/// days as well (RFC 5321, section 4.5.4.1).
const PAUSES: [Span; 5] = [
    Span::minutes(1),
    Span::minutes(5),
    Span::minutes(15),
    Span::hours(1),
    Span::hours(4),
];
const EVERY: Span = Span::hours(8);
/// For so long an address that says "not now" is asked again.
const FOR: Span = Span::hours(72);

/// The pause after so many tries, counted from 1, the last of which came to `meaning`; `None` when it was the last one.
///
/// A way that is shut says nothing of the notice, so it costs the notice nothing: it is tried until the way is open again, and
/// what must not arrive stale has an end of its own ([`what_is_left`]).
#[must_use]
pub fn pause_after(tries: u32, meaning: Meaning) -> Option<Span> {
    let tries = usize::try_from(tries.max(1)).unwrap_or(usize::MAX);
    let pause = PAUSES.get(tries - 1).copied().unwrap_or(EVERY);
    let first = PAUSES.iter().take(tries).map(|pause| pause.as_micros());
    let rest = i64::try_from(tries.saturating_sub(PAUSES.len())).unwrap_or(i64::MAX);
    let since_the_first = first
        .sum::<i64>()
        .saturating_add(rest.saturating_mul(EVERY.as_micros()));
    let goes_on = meaning == Meaning::NoWay || since_the_first <= FOR.as_micros();
    goes_on.then_some(pause)
}

/// What there is to send of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Left {
    /// All of it.
    Everything,
    /// What happened, but not the link, which leads nowhere any more.
    WithoutItsLink,
    /// Nothing: its link or its code was all that it was for.
    Nothing,
}

/// What is left of a notice whose link or code ends at `expires_at`, if it has any. `tells` says whether it tells of an event
/// by itself, as security notices do: they may be late and are never left out. An issued code, an invitation and the question
/// to a new address are nothing without their end.
#[must_use]
pub fn what_is_left(tells: bool, expires_at: Option<Timestamp>, now: Timestamp) -> Left {
    match expires_at {
        Some(end) if end <= now && tells => Left::WithoutItsLink,
        Some(end) if end <= now => Left::Nothing,
        _ => Left::Everything,
    }
}

#[cfg(test)]
mod tests {
    use super::{FOR, Left, Meaning, pause_after, what_is_left};
    use crate::{Span, Timestamp};
    use proptest::prelude::*;

    #[test]
    fn not_now_is_asked_again_in_minutes_then_in_hours_for_three_days() {
        let pauses: Vec<i64> = (1..)
            .map_while(|tries| pause_after(tries, Meaning::Later))
            .map(|pause| pause.as_micros() / 60_000_000)
            .collect();
        assert_eq!(
            pauses,
            [1, 5, 15, 60, 240, 480, 480, 480, 480, 480, 480, 480, 480]
        );
        let whole: i64 = pauses.iter().sum();
        assert!(whole <= 72 * 60 && whole + 480 > 72 * 60, "{whole}");
    }

    #[test]
    fn a_way_that_is_shut_is_tried_until_it_opens() {
        assert_eq!(
            pause_after(13, Meaning::NoWay),
            pause_after(13, Meaning::Later)
        );
        for tries in [14, 15, 100, u32::MAX] {
            assert_eq!(pause_after(tries, Meaning::NoWay), Some(Span::hours(8)));
            assert_eq!(pause_after(tries, Meaning::Later), None);
        }
    }

    #[test]
    fn a_security_notice_is_late_and_an_issued_code_never_is() {
        let now = Timestamp::from_micros(0) + FOR;
        let ended = Some(now);
        assert_eq!(what_is_left(true, ended, now), Left::WithoutItsLink);
        assert_eq!(what_is_left(false, ended, now), Left::Nothing);
        assert_eq!(what_is_left(true, None, now), Left::Everything);
        assert_eq!(what_is_left(false, None, now), Left::Everything);
        let later = Some(now + Span::seconds(1));
        assert_eq!(what_is_left(false, later, now), Left::Everything);
    }

    proptest! {
        #[test]
        fn a_notice_that_tells_is_never_left_out(end in proptest::option::of(any::<i32>()), now in any::<i32>()) {
            let at = |seconds: i32| Timestamp::from_micros(i64::from(seconds) * 1_000_000);
            prop_assert_ne!(what_is_left(true, end.map(at), at(now)), Left::Nothing);
        }
    }
}
