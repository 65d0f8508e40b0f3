//! When an account is looked at for reminders, and what is mailed then: one letter a month at most.

use crate::{AccountId, EventKind, Span, Timestamp};

/// Two letters are never closer than this, so no month of the calendar has two.
pub const MAILS_APART: Span = Span::days(31);

/// No account goes longer without a look, so whatever begins without a date, such as an advisory, goes with a letter of that month.
pub const LONGEST_REST: Span = Span::days(30);

/// A yearly digest is that far from the one before.
const YEAR: Span = Span::days(365);

/// After something that changes what is due nobody is reminded for so long: the notice of it has just said so.
const SETTLES: Span = Span::days(1);

/// What is known of the letters an account got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// When its first year began.
    pub begun_at: Timestamp,
    /// The last letter, of either kind.
    pub mailed_at: Option<Timestamp>,
    /// The last digest.
    pub digest_at: Option<Timestamp>,
}

/// What is mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Letter {
    /// What is due.
    Reminder,
    /// What happened in a year and how the account stands, with what is due.
    Digest,
}

/// What a look comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// What is mailed now, if anything is.
    pub letter: Option<Letter>,
    /// When the account is looked at again; always later than now.
    pub again_at: Timestamp,
}

impl Round {
    /// Looks at an account of which `something_is_due` or not, which may change at `changes_at` by itself.
    #[must_use]
    pub fn look(
        &self,
        something_is_due: bool,
        changes_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Look {
        let rested = now + LONGEST_REST;
        if let Some(free_at) = self.mailed_at.map(|at| at + MAILS_APART)
            && now < free_at
        {
            return Look {
                letter: None,
                again_at: free_at,
            };
        }
        let digest_at = self.digest_at.unwrap_or(self.begun_at) + YEAR;
        let letter = if digest_at <= now {
            Some(Letter::Digest)
        } else if something_is_due {
            Some(Letter::Reminder)
        } else {
            None
        };
        let again_at = match letter {
            Some(_) => now + MAILS_APART,
            None => changes_at
                .into_iter()
                .chain([digest_at, rested])
                .filter(|at| *at > now)
                .min()
                .unwrap_or(rested),
        };
        Look { letter, again_at }
    }
}

/// When an account that was there before there were reminders is looked at first: each at a moment of its own within a month, so
/// that a house of a hundred thousand doesn't write to all of them in one night.
#[must_use]
pub fn first_look(account: AccountId, now: Timestamp) -> Timestamp {
    now + share_of(LONGEST_REST, account)
}

/// When an account is looked at after something changed what is due: a day later, and not all that changed at once in one minute.
#[must_use]
pub fn soon(account: AccountId, now: Timestamp) -> Timestamp {
    now + SETTLES + share_of(SETTLES, account)
}

/// The ids of accounts are random, so this spreads them evenly.
fn share_of(span: Span, account: AccountId) -> Span {
    let [high, low, ..] = *account.as_bytes();
    let share = i64::from(u16::from_be_bytes([high, low]));
    Span::seconds(span.as_micros() / 1_000_000 * share / i64::from(u16::MAX))
}

/// Whether an event may make something due earlier than was thought.
#[must_use]
pub const fn touches(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::AccountCreated
            | EventKind::AccountImported
            | EventKind::AccountReenrolled
            | EventKind::AccountUnsuspended
            | EventKind::CodeRedeemed
            | EventKind::CodesActivated
            | EventKind::CodesRenewed
            | EventKind::FoundAgain
            | EventKind::OutsideAddressVerified
            | EventKind::Thawed
            | EventKind::TotpActivated
    )
}
