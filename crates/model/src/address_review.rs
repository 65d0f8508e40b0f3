//! "Is this address still yours?": when it is asked, and what is answered (P11).

use crate::{Span, Timestamp};

/// "Not now" beside one of them keeps the question away for so long.
pub const REVIEW_SNOOZE: Span = Span::days(14);

/// What an owner says of a recovery address when asked whether it is still theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewAnswer {
    /// It is.
    Yes,
    /// It isn't: it is to be removed.
    No,
    /// Ask again later.
    Later,
}

impl ReviewAnswer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Later];

    /// How it is stored and said in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Later => "later",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == text)
    }
}

/// From when on an owner is asked if a recovery address is still theirs: so long after it was verified or they last said yes,
/// and not while they asked to be left alone.
#[must_use]
pub fn address_review_at(
    verified_at: Timestamp,
    reviewed_at: Option<Timestamp>,
    snoozed_until: Option<Timestamp>,
    every: Span,
) -> Timestamp {
    let last = reviewed_at.map_or(verified_at, |at| at.max(verified_at));
    snoozed_until.map_or(last + every, |until| until.max(last + every))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROVED: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn day(n: i64) -> Timestamp {
        PROVED + Span::days(n)
    }

    #[test]
    fn p11_an_address_is_asked_about_every_180_days_and_a_no_and_a_later_are_heard() {
        let due = |reviewed, snoozed, now| {
            address_review_at(PROVED, reviewed, snoozed, Span::days(180)) <= now
        };
        assert!(!due(None, None, day(179)));
        assert!(due(None, None, day(180)));
        assert!(!due(Some(day(180)), None, day(359)));
        assert!(due(Some(day(180)), None, day(360)));
        assert!(!due(None, Some(day(194)), day(193)));
        assert!(due(None, Some(day(194)), day(194)));
        for answer in ReviewAnswer::ALL {
            assert_eq!(ReviewAnswer::parse(answer.as_str()), Some(answer));
        }
        assert_eq!(ReviewAnswer::parse("maybe"), None);
    }
}
