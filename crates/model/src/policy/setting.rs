//! The settings of the policy, one by one: their names, units and ranges, and which way is the loose one.

use super::Policy;
use crate::Timestamp;
use crate::code_set::SHEET_SIZES;
use crate::password::{LENGTH_ALONE, LENGTH_BESIDE_SECOND_FACTOR, LONGEST_ASKED};

/// One value of the policy. On the command line, in the configuration and in storage it has the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Setting {
    /// From when on every owner has to have codes.
    CodesRequiredFrom,
    /// Days that a new owner has before that.
    CodesGrace,
    /// Codes on a new sheet.
    CodesPerSheet,
    /// Whether enabling codes asks for an outside address.
    RequireOutsideAddress,
    /// Whether codes may be the first second factor.
    CodesAsFirstSecondFactor,
    /// The fewest characters of a password that stands alone.
    PasswordLeastAlone,
    /// The fewest characters of a password beside a second factor.
    PasswordLeastBeside,
    /// An unused session ends.
    SessionIdle,
    /// Every session ends.
    SessionAbsolute,
    /// A change after a code on an unknown device waits.
    Hold,
    /// Nothing is removed after a code on an unknown device.
    RemovalHold,
    /// An app's access token ends.
    AccessToken,
    /// An app that didn't renew its tokens is signed out.
    AppIdle,
    /// An app password ends at the latest.
    AppPasswordLongest,
    /// Recipients an hour that any account may write to.
    SendingFloor,
    /// Recipients an hour that no account may write to more than.
    SendingCeiling,
    /// Days that a change of outside addresses waits.
    AddressChange,
    /// Days after which an owner is asked about an outside address.
    AddressReview,
}

/// What belongs together on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Backup codes.
    Codes,
    /// What counts as a second factor.
    Factors,
    /// Passwords.
    Passwords,
    /// How long a sign-in lasts.
    Sessions,
    /// What waits after a code.
    Holds,
    /// Apps and mail programs.
    Apps,
    /// How much mail leaves.
    Sending,
    /// Outside addresses.
    Addresses,
}

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 1 for yes, 0 for no.
    Switch,
    /// Microseconds since the epoch at which a day begins; 0 for never.
    Date,
    /// Codes.
    Codes,
    /// Characters.
    Characters,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days, and 0 for ever.
    DaysOrEver,
    /// Recipients an hour.
    Recipients,
}

/// How a value, or anything else that `model` has to say, is said: by the sentence of this id, which takes `count` or `date` if it takes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A sentence that needs nothing.
    Plain(&'static str),
    /// One that takes `count`.
    Count(&'static str, i64),
    /// One that takes `date`, the day that begins then.
    Date(&'static str, Timestamp),
}

/// Which way a setting gets looser.
enum Looser {
    Higher,
    Lower,
    /// Higher, and 0 is the highest: "never", "for ever".
    HigherAndZero,
    /// Neither way.
    Neither,
}

impl Group {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Codes,
        Self::Factors,
        Self::Passwords,
        Self::Sessions,
        Self::Holds,
        Self::Apps,
        Self::Sending,
        Self::Addresses,
    ];

    /// The Fluent id of its heading.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Codes => "policy-group-codes",
            Self::Factors => "policy-group-factors",
            Self::Passwords => "policy-group-passwords",
            Self::Sessions => "policy-group-sessions",
            Self::Holds => "policy-group-holds",
            Self::Apps => "policy-group-apps",
            Self::Sending => "policy-group-sending",
            Self::Addresses => "policy-group-addresses",
        }
    }

    /// Its settings, in the order of the page.
    pub fn settings(self) -> impl Iterator<Item = Setting> {
        Setting::ALL
            .into_iter()
            .filter(move |setting| setting.group() == self)
    }
}

impl Setting {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 18] = [
        Self::CodesRequiredFrom,
        Self::CodesGrace,
        Self::CodesPerSheet,
        Self::RequireOutsideAddress,
        Self::CodesAsFirstSecondFactor,
        Self::PasswordLeastAlone,
        Self::PasswordLeastBeside,
        Self::SessionIdle,
        Self::SessionAbsolute,
        Self::Hold,
        Self::RemovalHold,
        Self::AccessToken,
        Self::AppIdle,
        Self::AppPasswordLongest,
        Self::SendingFloor,
        Self::SendingCeiling,
        Self::AddressChange,
        Self::AddressReview,
    ];

    /// Its name in the configuration, on the command line and in storage.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CodesRequiredFrom => "codes_required_from",
            Self::CodesGrace => "codes_grace_days",
            Self::CodesPerSheet => "codes_per_sheet",
            Self::RequireOutsideAddress => "require_outside_address",
            Self::CodesAsFirstSecondFactor => "codes_as_first_second_factor",
            Self::PasswordLeastAlone => "password_least_alone",
            Self::PasswordLeastBeside => "password_least_beside",
            Self::SessionIdle => "session_idle",
            Self::SessionAbsolute => "session_absolute",
            Self::Hold => "hold",
            Self::RemovalHold => "removal_hold",
            Self::AccessToken => "access_token",
            Self::AppIdle => "app_idle",
            Self::AppPasswordLongest => "app_password_longest_days",
            Self::SendingFloor => "sending_floor",
            Self::SendingCeiling => "sending_ceiling",
            Self::AddressChange => "address_change_days",
            Self::AddressReview => "address_review_days",
        }
    }

    /// The setting of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// Where it stands on the page.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::CodesRequiredFrom
            | Self::CodesGrace
            | Self::CodesPerSheet
            | Self::RequireOutsideAddress => Group::Codes,
            Self::CodesAsFirstSecondFactor => Group::Factors,
            Self::PasswordLeastAlone | Self::PasswordLeastBeside => Group::Passwords,
            Self::SessionIdle | Self::SessionAbsolute => Group::Sessions,
            Self::Hold | Self::RemovalHold => Group::Holds,
            Self::AccessToken | Self::AppIdle | Self::AppPasswordLongest => Group::Apps,
            Self::SendingFloor | Self::SendingCeiling => Group::Sending,
            Self::AddressChange | Self::AddressReview => Group::Addresses,
        }
    }

    /// What its value counts.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::CodesRequiredFrom => Unit::Date,
            Self::CodesPerSheet => Unit::Codes,
            Self::RequireOutsideAddress | Self::CodesAsFirstSecondFactor => Unit::Switch,
            Self::PasswordLeastAlone | Self::PasswordLeastBeside => Unit::Characters,
            Self::SessionIdle | Self::AccessToken => Unit::Minutes,
            Self::SessionAbsolute | Self::Hold | Self::RemovalHold => Unit::Hours,
            Self::CodesGrace | Self::AppIdle | Self::AddressChange | Self::AddressReview => {
                Unit::Days
            }
            Self::AppPasswordLongest => Unit::DaysOrEver,
            Self::SendingFloor | Self::SendingCeiling => Unit::Recipients,
        }
    }

    /// The smallest and the largest value that it may ever have.
    #[must_use]
    pub fn range(self) -> (i64, i64) {
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        match self {
            Self::CodesRequiredFrom => (0, i64::MAX),
            Self::CodesGrace => (0, 90),
            Self::CodesPerSheet => (
                i64::from(*SHEET_SIZES.start()),
                i64::from(*SHEET_SIZES.end()),
            ),
            Self::RequireOutsideAddress | Self::CodesAsFirstSecondFactor => (0, 1),
            Self::PasswordLeastAlone => (number(LENGTH_ALONE), number(LONGEST_ASKED)),
            Self::PasswordLeastBeside => {
                (number(LENGTH_BESIDE_SECOND_FACTOR), number(LONGEST_ASKED))
            }
            Self::SessionIdle => (1, 1_440),
            Self::SessionAbsolute => (1, 720),
            Self::Hold => (1, 168),
            Self::RemovalHold => (1, 336),
            Self::AccessToken => (1, 60),
            Self::AppIdle => (1, 365),
            Self::AppPasswordLongest => (0, 3_650),
            Self::SendingFloor | Self::SendingCeiling => (1, 1_000_000),
            // An address that was removed hears of events for seven days at least.
            Self::AddressChange => (7, 30),
            Self::AddressReview => (30, 730),
        }
    }

    const fn looser(self) -> Looser {
        match self {
            Self::CodesPerSheet => Looser::Neither,
            Self::RequireOutsideAddress
            | Self::PasswordLeastAlone
            | Self::PasswordLeastBeside
            | Self::Hold
            | Self::RemovalHold
            | Self::AddressChange => Looser::Lower,
            Self::CodesGrace
            | Self::CodesAsFirstSecondFactor
            | Self::SessionIdle
            | Self::SessionAbsolute
            | Self::AccessToken
            | Self::AppIdle
            | Self::SendingFloor
            | Self::SendingCeiling
            | Self::AddressReview => Looser::Higher,
            Self::CodesRequiredFrom | Self::AppPasswordLongest => Looser::HigherAndZero,
        }
    }

    /// How strict a value is, as a number that only compares values of this setting; `None` where no value is stricter than another.
    #[must_use]
    pub const fn strictness(self, value: i64) -> Option<i64> {
        match self.looser() {
            Looser::Neither => None,
            Looser::Lower => Some(value),
            Looser::HigherAndZero if value == 0 => Some(i64::MIN),
            Looser::Higher | Looser::HigherAndZero => Some(value.saturating_neg()),
        }
    }

    /// Its value in a policy.
    #[must_use]
    pub fn of(self, policy: &Policy) -> i64 {
        match self {
            Self::CodesRequiredFrom => policy.codes_required_from.map_or(0, Timestamp::as_micros),
            Self::CodesGrace => policy.codes_grace_days.into(),
            Self::CodesPerSheet => policy.codes_per_sheet.into(),
            Self::RequireOutsideAddress => policy.require_outside_address.into(),
            Self::CodesAsFirstSecondFactor => policy.codes_as_first_second_factor.into(),
            Self::PasswordLeastAlone => policy.password_least_alone.into(),
            Self::PasswordLeastBeside => policy.password_least_beside.into(),
            Self::SessionIdle => policy.session_idle_minutes.into(),
            Self::SessionAbsolute => policy.session_absolute_hours.into(),
            Self::Hold => policy.hold_hours.into(),
            Self::RemovalHold => policy.removal_hold_hours.into(),
            Self::AccessToken => policy.access_token_minutes.into(),
            Self::AppIdle => policy.app_idle_days.into(),
            Self::AppPasswordLongest => policy.app_password_longest_days.into(),
            Self::SendingFloor => policy.sending_floor.into(),
            Self::SendingCeiling => policy.sending_ceiling.into(),
            Self::AddressChange => policy.address_change_days.into(),
            Self::AddressReview => policy.address_review_days.into(),
        }
    }

    /// Puts a value into a policy, moved into its range if it lies outside.
    pub fn put(self, policy: &mut Policy, value: i64) {
        let (min, max) = self.range();
        let value = value.clamp(min, max);
        let number = u32::try_from(value).unwrap_or(u32::MAX);
        match self {
            Self::CodesRequiredFrom => {
                policy.codes_required_from = (value != 0).then(|| Timestamp::from_micros(value));
            }
            Self::CodesGrace => policy.codes_grace_days = number,
            Self::CodesPerSheet => policy.codes_per_sheet = u8::try_from(value).unwrap_or(u8::MAX),
            Self::RequireOutsideAddress => policy.require_outside_address = value != 0,
            Self::CodesAsFirstSecondFactor => policy.codes_as_first_second_factor = value != 0,
            Self::PasswordLeastAlone => policy.password_least_alone = number,
            Self::PasswordLeastBeside => policy.password_least_beside = number,
            Self::SessionIdle => policy.session_idle_minutes = number,
            Self::SessionAbsolute => policy.session_absolute_hours = number,
            Self::Hold => policy.hold_hours = number,
            Self::RemovalHold => policy.removal_hold_hours = number,
            Self::AccessToken => policy.access_token_minutes = number,
            Self::AppIdle => policy.app_idle_days = number,
            Self::AppPasswordLongest => policy.app_password_longest_days = number,
            Self::SendingFloor => policy.sending_floor = number,
            Self::SendingCeiling => policy.sending_ceiling = number,
            Self::AddressChange => policy.address_change_days = number,
            Self::AddressReview => policy.address_review_days = number,
        }
    }

    /// How a value of it is said.
    #[must_use]
    pub const fn said(self, value: i64) -> Said {
        match (self.unit(), value) {
            (Unit::Switch, 0) => Said::Plain("policy-value-no"),
            (Unit::Switch, _) => Said::Plain("policy-value-yes"),
            (Unit::Date, 0) => Said::Plain("policy-value-never"),
            (Unit::Date, at) => Said::Date("policy-value-from", Timestamp::from_micros(at)),
            (Unit::DaysOrEver, 0) => Said::Plain("policy-value-ever"),
            (Unit::Codes, count) => Said::Count("policy-value-codes", count),
            (Unit::Characters, count) => Said::Count("policy-value-characters", count),
            (Unit::Minutes, count) => Said::Count("policy-value-minutes", count),
            (Unit::Hours, count) => Said::Count("policy-value-hours", count),
            (Unit::Days | Unit::DaysOrEver, count) => Said::Count("policy-value-days", count),
            (Unit::Recipients, count) => Said::Count("policy-value-recipients", count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_setting_has_a_name_of_its_own_and_a_place_on_the_page() {
        let names: BTreeSet<_> = Setting::ALL.iter().map(|setting| setting.name()).collect();
        assert_eq!(names.len(), Setting::ALL.len());
        for setting in Setting::ALL {
            assert_eq!(Setting::parse(setting.name()), Some(setting));
        }
        let shown: Vec<_> = Group::ALL.into_iter().flat_map(Group::settings).collect();
        assert_eq!(shown, Setting::ALL);
        assert_eq!(Setting::parse("hold_hours"), None);
    }

    #[test]
    fn never_and_for_ever_are_the_loosest() {
        for setting in [Setting::CodesRequiredFrom, Setting::AppPasswordLongest] {
            assert!(setting.strictness(0) < setting.strictness(3_650));
            assert!(setting.strictness(3_650) < setting.strictness(1));
        }
        assert_eq!(Setting::CodesPerSheet.strictness(4), None);
        assert!(Setting::Hold.strictness(48) > Setting::Hold.strictness(24));
        assert!(Setting::SessionIdle.strictness(48) < Setting::SessionIdle.strictness(24));
        assert!(
            Setting::CodesAsFirstSecondFactor.strictness(1)
                < Setting::CodesAsFirstSecondFactor.strictness(0)
        );
        assert!(
            Setting::RequireOutsideAddress.strictness(1)
                > Setting::RequireOutsideAddress.strictness(0)
        );
    }

    proptest! {
        #[test]
        fn what_is_put_is_in_its_range_and_touches_no_other(n in 0..Setting::ALL.len(), value in any::<i64>()) {
            let setting = Setting::ALL[n];
            let (before, mut policy) = (Policy::default(), Policy::default());
            setting.put(&mut policy, value);
            let (min, max) = setting.range();
            prop_assert_eq!(setting.of(&policy), value.clamp(min, max));
            for other in Setting::ALL.into_iter().filter(|other| *other != setting) {
                prop_assert_eq!(other.of(&policy), other.of(&before));
            }
        }
    }
}
