//! What an owner is reminded of, and when: of a sheet that is old or nearly used up, of a drill, of addresses that may be old.
//!
//! Whatever is reminded of is here once: the badge, the page that lists it, the one next thing of home and the monthly mail all ask
//! [`Calendar::due`].

mod drill;
mod round;
mod snooze;

pub use drill::next_drill_at;
pub use round::{LONGEST_REST, Letter, Look, MAILS_APART, Round, first_look, soon, touches};
pub use snooze::{Pause, Snooze};

use crate::code_set::asks_to_renew;
use crate::standing::{NextThing, SetFacts};
use crate::{Span, Timestamp};

/// A sheet of that age is asked to be renewed.
pub const SHEET_AGE: Span = Span::days(365);

/// What an owner is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reminder {
    /// No code is left on the sheet.
    NoCodesLeft,
    /// Three or fewer codes are left.
    FewCodesLeft,
    /// The sheet is more than a year old.
    OldSheet,
    /// A drill is due.
    Drill,
    /// Nobody has said for a long time that the outside addresses are still right.
    AddressReview,
}

impl Reminder {
    /// Every one, the most pressing first.
    pub const ALL: [Self; 5] = [
        Self::NoCodesLeft,
        Self::FewCodesLeft,
        Self::OldSheet,
        Self::Drill,
        Self::AddressReview,
    ];

    /// How it is written in a notice's details.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoCodesLeft => "no-codes-left",
            Self::FewCodesLeft => "few-codes-left",
            Self::OldSheet => "old-sheet",
            Self::Drill => "drill",
            Self::AddressReview => "address-review",
        }
    }

    /// What it is about: that is what is put off.
    #[must_use]
    pub const fn topic(self) -> Topic {
        match self {
            Self::NoCodesLeft | Self::FewCodesLeft | Self::OldSheet => Topic::Sheet,
            Self::Drill => Topic::Drill,
            Self::AddressReview => Topic::Addresses,
        }
    }

    /// The same as the one next thing of home.
    #[must_use]
    pub const fn next_thing(self) -> NextThing {
        match self {
            Self::NoCodesLeft | Self::FewCodesLeft => NextThing::FewCodesLeft,
            Self::OldSheet => NextThing::OldSheet,
            Self::Drill => NextThing::Drill,
            Self::AddressReview => NextThing::ReviewAddresses,
        }
    }
}

/// What reminders are about. Of each, one is said at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The sheet: getting a new one answers every reminder about it.
    Sheet,
    /// Drills.
    Drill,
    /// Outside addresses.
    Addresses,
}

impl Topic {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Sheet, Self::Drill, Self::Addresses];

    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Drill => "drill",
            Self::Addresses => "addresses",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == text)
    }
}

/// Something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub reminder: Reminder,
    /// Since when. Whatever was put off before that was another occasion.
    pub since: Timestamp,
}

/// The dates of an account that reminders go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The sheet in force.
    pub sheet: Option<SetFacts>,
    /// Since when the phone is the second step.
    pub phone_since: Option<Timestamp>,
    /// From when on its owner is asked whether one of the outside addresses is still right.
    pub review_at: Option<Timestamp>,
    /// What was put off.
    pub snoozes: Vec<Snooze>,
}

impl Calendar {
    /// What is due now and not put off, the first thing to do first.
    ///
    /// A drill with a sheet that is to be renewed first is not asked for: the new sheet has drills of its own.
    #[must_use]
    pub fn due(&self, now: Timestamp) -> Vec<Due> {
        let awake = |due: &Due| !self.sleeps(due, now);
        let sheet = self.about_the_sheet(now).filter(awake);
        let drill = self.about_drills(now).filter(awake);
        let addresses = self.about_addresses(now).filter(awake);
        sheet.or(drill).into_iter().chain(addresses).collect()
    }

    /// What would be due of a topic if nothing had been put off.
    pub(crate) fn due_or_asleep(&self, topic: Topic, now: Timestamp) -> Option<Due> {
        match topic {
            Topic::Sheet => self.about_the_sheet(now),
            Topic::Drill => self.about_drills(now),
            Topic::Addresses => self.about_addresses(now),
        }
    }

    /// Until when something that would be due of a topic is put off.
    pub(crate) fn asleep_until(&self, topic: Topic, now: Timestamp) -> Option<Timestamp> {
        let due = self.due_or_asleep(topic, now)?;
        let snooze = self
            .snoozed(topic)
            .filter(|snooze| snooze.covers(&due, now));
        snooze.map(|snooze| snooze.until)
    }

    /// When [`Self::due`] may say something else than now, if nobody does anything.
    #[must_use]
    pub fn changes_at(&self, now: Timestamp) -> Option<Timestamp> {
        let sheet = self.sheet.iter().flat_map(|sheet| {
            [
                sheet.proved_at + SHEET_AGE,
                next_drill_at(sheet, self.phone_since),
            ]
        });
        let wakes = self.snoozes.iter().map(|snooze| snooze.until);
        let dates = sheet.chain(self.review_at).chain(wakes);
        dates.filter(|at| *at > now).min()
    }

    /// The snooze that puts this off from now on, or `None` where it can't be put off.
    #[must_use]
    pub fn snooze(&self, topic: Topic, pause: Pause, now: Timestamp) -> Option<Snooze> {
        let due = self.due(now);
        let due = due.iter().find(|due| due.reminder.topic() == topic)?;
        Snooze::of(due, self.snoozed(topic), pause, now)
    }

    /// Whether something that is due can be put off once more.
    #[must_use]
    pub fn may_snooze(&self, due: &Due) -> bool {
        snooze::may_snooze(due, self.snoozed(due.reminder.topic()))
    }

    fn about_the_sheet(&self, now: Timestamp) -> Option<Due> {
        let sheet = self.sheet?;
        let old_since = sheet.proved_at + SHEET_AGE;
        let (reminder, since) = match sheet.left {
            0 => (Reminder::NoCodesLeft, sheet.proved_at),
            left if asks_to_renew(left) => (Reminder::FewCodesLeft, sheet.proved_at),
            _ if old_since <= now => (Reminder::OldSheet, old_since),
            _ => return None,
        };
        Some(Due { reminder, since })
    }

    fn about_drills(&self, now: Timestamp) -> Option<Due> {
        let since = next_drill_at(&self.sheet?, self.phone_since);
        (since <= now).then_some(Due {
            reminder: Reminder::Drill,
            since,
        })
    }

    fn about_addresses(&self, now: Timestamp) -> Option<Due> {
        let since = self.review_at.filter(|at| *at <= now)?;
        Some(Due {
            reminder: Reminder::AddressReview,
            since,
        })
    }

    fn sleeps(&self, due: &Due, now: Timestamp) -> bool {
        self.snoozed(due.reminder.topic())
            .is_some_and(|snooze| snooze.covers(due, now))
    }

    fn snoozed(&self, topic: Topic) -> Option<&Snooze> {
        self.snoozes.iter().find(|snooze| snooze.topic == topic)
    }
}

#[cfg(test)]
mod tests;
