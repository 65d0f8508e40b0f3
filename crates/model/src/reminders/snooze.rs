//! Putting a reminder off: for a week or a month, and not for ever where that would leave an owner without a way in.

use super::{Due, Reminder, Topic};
use crate::{Span, Timestamp};

/// For how long something is put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pause {
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
}

impl Pause {
    /// How it is written in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Week, Self::Month]
            .into_iter()
            .find(|pause| pause.as_str() == text)
    }

    /// How long that is.
    #[must_use]
    pub const fn span(self) -> Span {
        match self {
            Self::Week => Span::days(7),
            Self::Month => Span::days(30),
        }
    }
}

/// Something that was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snooze {
    /// What.
    pub topic: Topic,
    /// When its owner did so.
    pub made_at: Timestamp,
    /// When it comes back.
    pub until: Timestamp,
    /// How often in a row.
    pub times: i64,
}

impl Snooze {
    pub(super) fn of(
        due: &Due,
        before: Option<&Self>,
        pause: Pause,
        now: Timestamp,
    ) -> Option<Self> {
        may_snooze(due, before).then(|| Self {
            topic: due.reminder.topic(),
            made_at: now,
            until: now + pause.span(),
            times: times(due, before) + 1,
        })
    }

    /// Whether it keeps this quiet now: the same occasion, and one that may be put off.
    pub(super) fn covers(&self, due: &Due, now: Timestamp) -> bool {
        at_most(due.reminder) != Some(0) && self.made_at >= due.since && now < self.until
    }
}

/// How often in a row something may be put off; `None`: as often as its owner likes.
const fn at_most(reminder: Reminder) -> Option<i64> {
    match reminder {
        Reminder::NoCodesLeft => Some(0),
        Reminder::FewCodesLeft => Some(2),
        Reminder::OldSheet => Some(3),
        Reminder::Drill | Reminder::AddressReview => None,
    }
}

pub(super) fn may_snooze(due: &Due, before: Option<&Snooze>) -> bool {
    at_most(due.reminder).is_none_or(|most| times(due, before) < most)
}

/// How often this was put off, on this occasion.
fn times(due: &Due, before: Option<&Snooze>) -> i64 {
    before
        .filter(|before| before.made_at >= due.since)
        .map_or(0, |before| before.times)
}
