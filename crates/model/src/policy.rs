//! What an operator may set, with defaults that are safe.
//!
//! [`Policy`] is what holds at one moment. Where it comes from says [`House`]: the configuration, and over it what operators set
//! ([`Setting`] by setting). Whether a change happens at once or waits, [`decide`] says.

mod change;
mod duty;
mod house;
mod setting;

pub use change::{Decision, Direction, PolicyRefusal, WAIT, decide};
pub use duty::{CodesDuty, ReminderFacts, TOLD_BEFORE, codes_duty, reminder_is_due};
pub use house::{House, Origin, SetByOperator};
pub use setting::{Group, Said, Setting, Unit};

use crate::code_set::SHEET_SIZE;
use crate::password::{LENGTH_ALONE, LENGTH_BESIDE_SECOND_FACTOR};
use crate::session::SessionLimits;
use crate::{Span, Timestamp};

/// What is required of owners and granted to them. Every field has its unit in its name. Ranges are those of [`Setting`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// From when on every owner has to have backup codes; `None` for never.
    pub codes_required_from: Option<Timestamp>,
    /// Days that a new owner has at least before codes are required.
    pub codes_grace_days: u32,
    /// Codes on a new sheet, 4 to 20.
    pub codes_per_sheet: u8,
    /// The fewest characters of a new password that stands alone.
    pub password_least_alone: u32,
    /// The fewest characters of a new password beside a second factor; not more than `password_least_alone`.
    pub password_least_beside: u32,
    /// Minutes after which an unused session ends, 1 to 1,440.
    pub session_idle_minutes: u32,
    /// Hours after which every session ends, 1 to 720.
    pub session_absolute_hours: u32,
    /// Whether an account without a second factor may show codes by password alone.
    pub codes_as_first_second_factor: bool,
    /// Whether enabling codes asks for a verified outside address.
    pub require_outside_address: bool,
    /// Hours that a change made after a code on an unknown device waits, 1 to 168.
    pub hold_hours: u32,
    /// Hours after a code on an unknown device in which nothing is removed, 1 to 336; not shorter
    /// than `hold_hours`.
    pub removal_hold_hours: u32,
    /// Minutes that an app's access token is good for, 1 to 60.
    pub access_token_minutes: u32,
    /// Days after which an app that didn't renew its tokens has to sign in again, 1 to 365.
    pub app_idle_days: u32,
    /// Days after which an app password stops working at the latest, 0 to 3,650; 0 lets owners make some that never do.
    pub app_password_longest_days: u32,
    /// Recipients an hour that any account may write to without being asked, 1 to 1,000,000.
    pub sending_floor: u32,
    /// Recipients an hour that no account may write to more than, however much it sends usually; not less than
    /// `sending_floor`.
    pub sending_ceiling: u32,
    /// Days that a change of the recovery addresses waits, and that a removed one goes on hearing of events, 7 to 30.
    pub address_change_days: u32,
    /// Days after which an owner is asked whether a recovery address is still theirs, 30 to 730.
    pub address_review_days: u32,
}

/// A value of the policy can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Out of its range.
    #[error("{field} must be between {min} and {max}")]
    OutOfRange {
        /// The field's name.
        field: &'static str,
        /// The smallest value it may have.
        min: u32,
        /// The largest.
        max: u32,
    },
    /// Smaller than another one that it must not be smaller than.
    #[error("{field} must not be shorter than {other}")]
    ShorterThan {
        /// The field's name.
        field: &'static str,
        /// The other field's name.
        other: &'static str,
    },
}

impl PolicyError {
    /// The field that is wrong.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::OutOfRange { field, .. } | Self::ShorterThan { field, .. } => field,
        }
    }

    /// The Fluent id of its sentence. `refusal-policy-range` takes `min` and `max`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OutOfRange { .. } => "refusal-policy-range",
            Self::ShorterThan { .. } => "refusal-policy-shorter",
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            codes_required_from: None,
            codes_grace_days: 7,
            codes_per_sheet: SHEET_SIZE,
            password_least_alone: u32::try_from(LENGTH_ALONE).unwrap_or(u32::MAX),
            password_least_beside: u32::try_from(LENGTH_BESIDE_SECOND_FACTOR).unwrap_or(u32::MAX),
            session_idle_minutes: 60,
            session_absolute_hours: 24,
            codes_as_first_second_factor: false,
            require_outside_address: true,
            hold_hours: 24,
            removal_hold_hours: 48,
            access_token_minutes: 5,
            app_idle_days: 30,
            app_password_longest_days: 0,
            sending_floor: 100,
            sending_ceiling: 1_000,
            address_change_days: 7,
            address_review_days: 180,
        }
    }
}

impl Policy {
    /// Whether every value can be used.
    ///
    /// # Errors
    /// [`PolicyError`] of the first field that can't.
    pub fn validate(&self) -> Result<(), PolicyError> {
        for setting in Setting::ALL {
            let (min, max) = setting.range();
            if !(min..=max).contains(&setting.of(self)) {
                let number = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
                return Err(PolicyError::OutOfRange {
                    field: setting.name(),
                    min: number(min),
                    max: number(max),
                });
            }
        }
        let whole = |setting: Setting| setting.of(self);
        let orders = [
            (
                Setting::SessionAbsolute,
                whole(Setting::SessionAbsolute).saturating_mul(60),
                Setting::SessionIdle,
                whole(Setting::SessionIdle),
            ),
            (
                Setting::RemovalHold,
                whole(Setting::RemovalHold),
                Setting::Hold,
                whole(Setting::Hold),
            ),
            (
                Setting::SendingCeiling,
                whole(Setting::SendingCeiling),
                Setting::SendingFloor,
                whole(Setting::SendingFloor),
            ),
            (
                Setting::PasswordLeastAlone,
                whole(Setting::PasswordLeastAlone),
                Setting::PasswordLeastBeside,
                whole(Setting::PasswordLeastBeside),
            ),
        ];
        for (field, longer, other, shorter) in orders {
            if longer < shorter {
                return Err(PolicyError::ShorterThan {
                    field: field.name(),
                    other: other.name(),
                });
            }
        }
        Ok(())
    }

    /// Where two values contradict each other, the stricter one moves the other: what a node of another release or another
    /// configuration allowed never leaves a rule that can't hold.
    pub(crate) fn reconcile(&mut self) {
        self.removal_hold_hours = self.removal_hold_hours.max(self.hold_hours);
        let absolute = self.session_absolute_hours.saturating_mul(60);
        self.session_idle_minutes = self.session_idle_minutes.min(absolute);
        self.sending_floor = self.sending_floor.min(self.sending_ceiling);
        self.password_least_alone = self.password_least_alone.max(self.password_least_beside);
    }

    /// The fewest characters of a new password.
    #[must_use]
    pub fn password_least(&self, beside_second_factor: bool) -> usize {
        let least = if beside_second_factor {
            self.password_least_beside
        } else {
            self.password_least_alone
        };
        usize::try_from(least).unwrap_or(usize::MAX)
    }

    /// How long sessions last.
    #[must_use]
    pub fn session(&self) -> SessionLimits {
        SessionLimits {
            idle: Span::minutes(self.session_idle_minutes.into()),
            absolute: Span::hours(self.session_absolute_hours.into()),
        }
    }

    /// How long a new owner has at least before codes are required.
    #[must_use]
    pub fn codes_grace(&self) -> Span {
        Span::days(self.codes_grace_days.into())
    }

    /// How long a change made after a code on an unknown device waits.
    #[must_use]
    pub fn hold(&self) -> Span {
        Span::hours(self.hold_hours.into())
    }

    /// How long an app's access token is good for.
    #[must_use]
    pub fn access_token(&self) -> Span {
        Span::minutes(self.access_token_minutes.into())
    }

    /// How long a change of the recovery addresses waits, and how long a removed one goes on hearing of events.
    #[must_use]
    pub fn address_change(&self) -> Span {
        Span::days(self.address_change_days.into())
    }

    /// After how long an owner is asked whether a recovery address is still theirs.
    #[must_use]
    pub fn address_review(&self) -> Span {
        Span::days(self.address_review_days.into())
    }

    /// How long an app may go without renewing its tokens.
    #[must_use]
    pub fn app_idle(&self) -> Span {
        Span::days(self.app_idle_days.into())
    }

    /// How long after a code on an unknown device nothing is removed.
    #[must_use]
    pub fn removal_hold(&self) -> Span {
        Span::hours(self.removal_hold_hours.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(change: impl FnOnce(&mut Policy)) -> &'static str {
        let mut policy = Policy::default();
        change(&mut policy);
        policy.validate().unwrap_err().field()
    }

    #[test]
    fn the_defaults_are_the_rules_and_can_be_used() {
        let policy = Policy::default();
        assert_eq!(policy.validate(), Ok(()));
        assert_eq!(policy.codes_per_sheet, 10);
        assert!(!policy.codes_as_first_second_factor);
        assert!(policy.require_outside_address);
        assert_eq!(policy.codes_required_from, None);
        assert_eq!(
            (policy.password_least(false), policy.password_least(true)),
            (15, 8)
        );
        assert_eq!(
            (policy.hold(), policy.removal_hold()),
            (Span::hours(24), Span::hours(48))
        );
    }

    #[test]
    fn a_value_out_of_range_names_its_field() {
        assert_eq!(refused(|p| p.codes_per_sheet = 3), "codes_per_sheet");
        assert_eq!(refused(|p| p.codes_per_sheet = 21), "codes_per_sheet");
        assert_eq!(refused(|p| p.session_idle_minutes = 0), "session_idle");
        assert_eq!(
            refused(|p| p.session_absolute_hours = 721),
            "session_absolute"
        );
        assert_eq!(refused(|p| p.hold_hours = 0), "hold");
        assert_eq!(refused(|p| p.removal_hold_hours = 337), "removal_hold");
    }

    #[test]
    fn a_removed_address_hears_for_seven_days_at_least() {
        assert_eq!(Policy::default().address_change(), Span::days(7));
        assert_eq!(
            refused(|p| p.address_change_days = 6),
            "address_change_days"
        );
        assert_eq!(
            refused(|p| p.address_review_days = 731),
            "address_review_days"
        );
    }

    #[test]
    fn a_limit_that_contains_another_is_not_shorter() {
        assert_eq!(
            refused(|p| {
                p.session_absolute_hours = 1;
                p.session_idle_minutes = 61;
            }),
            "session_absolute"
        );
        assert_eq!(refused(|p| p.hold_hours = 49), "removal_hold");
        assert_eq!(
            refused(|p| p.password_least_beside = 16),
            "password_least_alone"
        );
        assert_eq!(refused(|p| p.sending_floor = 1_001), "sending_ceiling");
    }
}
