//! The check-up: how an account stands towards each practice, and the one button that mends what is missing (P18).
//!
//! It is no second opinion. What it knows are the facts of [`crate::standing`] and the dates of [`crate::reminders`]; it says of every
//! practice what those say of the most pressing one, and a test holds them together.

mod judge;
mod practice;

pub use practice::Practice;

use crate::policy::Said;
use crate::reminders::Pause;
use crate::standing::{self, Standing};
use crate::{Fix, PlaceKind, Span, Timestamp};

/// What is put off in a check-up comes back after so long.
pub const PUT_OFF: Pause = Pause::Month;

/// A mail program's password that nothing has used for so long is asked about.
pub const IDLE: Span = Span::days(180);

/// What is known of an account when its check-up is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, read from another place"
)]
pub struct Facts {
    /// What home goes by.
    pub standing: standing::Facts,
    /// Whether a sheet was ever proved.
    pub proved_once: bool,
    /// Whether a proved sheet waits to take effect.
    pub sheet_waits: bool,
    /// Where copies of the sheet lie, as far as it was noted.
    pub places: Vec<PlaceKind>,
    /// Whether the owner chose the words that stand in every notice.
    pub phrase: bool,
    /// Advisories that weren't read.
    pub unread: usize,
    /// Events that this browser wasn't told of.
    pub untold: usize,
    /// App passwords that nothing has used for long, where there is mail software.
    pub idle_programs: Option<usize>,
    /// Whether the operator said how to reach a person.
    pub help_line: bool,
    /// What was put off in a check-up, and until when.
    pub put_off: Vec<(Practice, Timestamp)>,
}

/// How an account stands towards one practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It is in place.
    Done,
    /// It is to be done.
    DoNow,
    /// Its owner put it off until then.
    Later(Timestamp),
    /// It has no meaning for this account now.
    NotApplicable,
}

impl State {
    /// Its name in a program's answer, and the end of its Fluent id.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::DoNow => "do-now",
            Self::Later(_) => "later",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// One line of a check-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which practice.
    pub practice: Practice,
    /// How the account stands towards it.
    pub state: State,
    /// Why.
    pub reason: Said,
    /// What mends it; always there when it is to be done or was put off.
    pub fix: Option<Fix>,
    /// Whether its owner may put it off.
    pub may_wait: bool,
}

/// A check-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckUp {
    /// Every practice that the product has, in their order.
    pub items: Vec<Item>,
    /// What home names.
    pressing: Option<Practice>,
}

impl CheckUp {
    /// The check-up of an account with these facts.
    #[must_use]
    pub fn of(facts: &Facts, now: Timestamp) -> Self {
        let items = Practice::ALL.into_iter();
        Self {
            items: items
                .map(|practice| judge::item(practice, facts, now))
                .collect(),
            pressing: Practice::of(Standing::of(&facts.standing, now).next),
        }
    }

    /// How many are in place.
    #[must_use]
    pub fn done(&self) -> usize {
        self.count(|state| state == State::Done)
    }

    /// How many there are to have in place.
    #[must_use]
    pub fn all(&self) -> usize {
        self.count(|state| state != State::NotApplicable)
    }

    /// Whether everything is in place.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.done() == self.all()
    }

    /// What to do first: what home names, or else the first that is to be done.
    #[must_use]
    pub fn first(&self) -> Option<&Item> {
        let mut to_do = self.items.iter().filter(|item| item.state == State::DoNow);
        let named = to_do
            .clone()
            .find(|item| Some(item.practice) == self.pressing);
        named.or_else(|| to_do.next())
    }

    fn count(&self, wanted: impl Fn(State) -> bool) -> usize {
        self.items.iter().filter(|item| wanted(item.state)).count()
    }
}

#[cfg(test)]
mod tests;
