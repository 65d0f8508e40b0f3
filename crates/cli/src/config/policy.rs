//! `[policy]`: what is asked of owners, as the file says it; operators set the rest at the desk.

use std::collections::BTreeSet;
use std::time::Duration;

use counterfoil_model::policy::House;
use counterfoil_model::{Policy, PolicyError, Setting, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{ConfigError, Span};

/// `[policy]`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicySettings {
    /// The names of settings that operators may not loosen.
    pub pinned: Vec<String>,
    /// A day, as 2027-03-31; empty for never.
    pub codes_required_from: String,
    /// Days that a new owner has at least.
    pub codes_grace_days: u32,
    /// 4 to 20.
    pub codes_per_sheet: u8,
    /// Whether an owner with a password alone may make codes the first second factor.
    pub codes_as_first_second_factor: bool,
    /// Whether enabling codes needs a verified address outside the mailbox.
    pub require_outside_address: bool,
    /// The fewest characters of a password that stands alone.
    pub password_least_alone: u32,
    /// The fewest characters of a password beside a second factor.
    pub password_least_beside: u32,
    /// A session ends after this long without a request.
    pub session_idle: Span,
    /// A session ends after this long whatever happens.
    pub session_absolute: Span,
    /// A change made after a code on an unknown device waits this long.
    pub hold: Span,
    /// Nothing is removed for this long after a code on an unknown device.
    pub removal_hold: Span,
    /// An app's access token is good for this long.
    pub access_token: Span,
    /// An app that didn't renew its tokens for this long signs in again.
    pub app_idle: Span,
    /// Days after which an app password stops working at the latest; 0 lets owners make some that never do.
    pub app_password_longest_days: u32,
    /// Recipients an hour that any account may write to.
    pub sending_floor: u32,
    /// Recipients an hour that no account may write to more than.
    pub sending_ceiling: u32,
    /// Days that a change of outside addresses waits.
    pub address_change_days: u32,
    /// Days after which an owner is asked about an outside address.
    pub address_review_days: u32,
    /// Which of these keys the file or the environment names.
    #[serde(skip)]
    pub written: BTreeSet<Setting>,
}

impl Default for PolicySettings {
    fn default() -> Self {
        let policy = Policy::default();
        let hours = |hours: u32| Span::of(Duration::from_hours(hours.into()));
        Self {
            pinned: Vec::new(),
            codes_required_from: String::new(),
            codes_grace_days: policy.codes_grace_days,
            codes_per_sheet: policy.codes_per_sheet,
            codes_as_first_second_factor: policy.codes_as_first_second_factor,
            require_outside_address: policy.require_outside_address,
            password_least_alone: policy.password_least_alone,
            password_least_beside: policy.password_least_beside,
            session_idle: Span::of(Duration::from_mins(30)),
            session_absolute: hours(12),
            hold: hours(policy.hold_hours),
            removal_hold: hours(policy.removal_hold_hours),
            access_token: Span::of(Duration::from_mins(policy.access_token_minutes.into())),
            app_idle: hours(policy.app_idle_days.saturating_mul(24)),
            app_password_longest_days: policy.app_password_longest_days,
            sending_floor: policy.sending_floor,
            sending_ceiling: policy.sending_ceiling,
            address_change_days: policy.address_change_days,
            address_review_days: policy.address_review_days,
            written: BTreeSet::new(),
        }
    }
}

/// The keys of `[policy]` that a table names.
pub(super) fn written(table: &toml::Table) -> BTreeSet<Setting> {
    let policy = table.get("policy").and_then(toml::Value::as_table);
    let names = policy.into_iter().flat_map(toml::Table::keys);
    names.filter_map(|name| Setting::parse(name)).collect()
}

/// What it means: a policy that can be used, and what is pinned in it.
pub(super) fn house(settings: &PolicySettings, zone: &TimeZone) -> Result<House, ConfigError> {
    check(settings)?;
    let whole = |span: Span, unit: u64| {
        u32::try_from(span.get().as_secs().div_ceil(unit)).unwrap_or(u32::MAX)
    };
    let base = Policy {
        codes_required_from: day(&settings.codes_required_from, zone)?,
        codes_grace_days: settings.codes_grace_days,
        codes_per_sheet: settings.codes_per_sheet,
        password_least_alone: settings.password_least_alone,
        password_least_beside: settings.password_least_beside,
        session_idle_minutes: whole(settings.session_idle, 60),
        session_absolute_hours: whole(settings.session_absolute, 60 * 60),
        codes_as_first_second_factor: settings.codes_as_first_second_factor,
        require_outside_address: settings.require_outside_address,
        hold_hours: whole(settings.hold, 60 * 60),
        removal_hold_hours: whole(settings.removal_hold, 60 * 60),
        access_token_minutes: whole(settings.access_token, 60),
        app_idle_days: whole(settings.app_idle, 24 * 60 * 60),
        app_password_longest_days: settings.app_password_longest_days,
        sending_floor: settings.sending_floor,
        sending_ceiling: settings.sending_ceiling,
        address_change_days: settings.address_change_days,
        address_review_days: settings.address_review_days,
    };
    base.validate().map_err(said)?;
    let pinned = settings.pinned.iter().map(|name| {
        Setting::parse(name).ok_or_else(|| {
            let message = format!("{name:?} is no setting; `counterfoil policy show` names them");
            ConfigError::invalid("policy.pinned", message)
        })
    });
    Ok(House {
        base,
        written: settings.written.clone(),
        pinned: pinned.collect::<Result<_, _>>()?,
    })
}

fn day(written: &str, zone: &TimeZone) -> Result<Option<Timestamp>, ConfigError> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    let invalid = || {
        let message = format!("{written:?} is no day; write one like \"2027-03-31\"");
        ConfigError::invalid("policy.codes_required_from", message)
    };
    let day: Date = written.trim().parse().map_err(|_| invalid())?;
    let begins = day.to_zoned(zone.clone()).map_err(|_| invalid())?;
    Ok(Some(Timestamp::from_micros(
        begins.timestamp().as_microsecond(),
    )))
}

fn said(error: PolicyError) -> ConfigError {
    let key = match error {
        PolicyError::OutOfRange { field, .. } | PolicyError::ShorterThan { field, .. } => field,
    };
    let message = match error {
        PolicyError::OutOfRange { min, max, .. } => format!("{key} must be from {min} to {max}"),
        PolicyError::ShorterThan { other, .. } => format!("{key} must not be less than {other}"),
    };
    ConfigError::invalid("policy", message)
}

fn check(policy: &PolicySettings) -> Result<(), ConfigError> {
    if !(4..=20).contains(&policy.codes_per_sheet) {
        let message = format!("is {}; a sheet has 4 to 20 codes", policy.codes_per_sheet);
        return Err(ConfigError::invalid("policy.codes_per_sheet", message));
    }
    if policy.app_password_longest_days > 3_650 {
        return Err(ConfigError::invalid(
            "policy.app_password_longest_days",
            "is more than ten years; 0 lets app passwords work until they are removed",
        ));
    }
    if policy.sending_floor == 0 || policy.sending_floor > policy.sending_ceiling {
        return Err(ConfigError::invalid(
            "policy.sending_floor",
            "must be 1 or more, and no more than policy.sending_ceiling",
        ));
    }
    if policy.sending_ceiling > 1_000_000 {
        return Err(ConfigError::invalid(
            "policy.sending_ceiling",
            "is more than a million recipients an hour, which is no limit",
        ));
    }
    if !(7..=30).contains(&policy.address_change_days) {
        return Err(ConfigError::invalid(
            "policy.address_change_days",
            "must be 7 to 30: an address that was removed hears of events for seven days at least",
        ));
    }
    if !(30..=730).contains(&policy.address_review_days) {
        return Err(ConfigError::invalid(
            "policy.address_review_days",
            "must be 30 to 730",
        ));
    }
    let idle = policy.session_idle.get();
    if idle < Duration::from_mins(1) {
        return Err(ConfigError::invalid(
            "policy.session_idle",
            "is shorter than a minute",
        ));
    }
    let minutes = Duration::from_mins;
    let token = policy.access_token.get();
    if !(minutes(1)..=minutes(60)).contains(&token) {
        let message = "must be between 1 minute and 60 minutes";
        return Err(ConfigError::invalid("policy.access_token", message));
    }
    let days = |days: u64| Duration::from_hours(24 * days);
    if !(days(1)..=days(365)).contains(&policy.app_idle.get()) {
        let message = "must be between 1 day and 365 days, written in hours: \"720 hours\"";
        return Err(ConfigError::invalid("policy.app_idle", message));
    }
    if policy.session_absolute.get() < idle {
        return Err(ConfigError::invalid(
            "policy.session_absolute",
            "is shorter than policy.session_idle",
        ));
    }
    Ok(())
}
