//! Values of the policy as they are typed: numbers, yes or no, a day in the house's time zone.

use counterfoil_lang::TimeZone;
use counterfoil_model::Setting;
use counterfoil_model::policy::Unit;
use jiff::Timestamp;
use jiff::civil::Date;

/// What was typed for a setting; `None` for what can't be read.
#[must_use]
pub fn read(setting: Setting, typed: &str, zone: &TimeZone) -> Option<i64> {
    let typed = typed.trim();
    match (setting.unit(), typed) {
        (Unit::Switch, "yes" | "true") => Some(1),
        (Unit::Switch, "no" | "false")
        | (Unit::Date, "" | "never")
        | (Unit::DaysOrEver, "never") => Some(0),
        (Unit::Switch, _) => None,
        (Unit::Date, day) => {
            let day: Date = day.parse().ok()?;
            let begins = day.to_zoned(zone.clone()).ok()?;
            Some(begins.timestamp().as_microsecond())
        }
        (_, number) => number.parse().ok(),
    }
}

/// A value as [`read`] reads it.
#[must_use]
pub fn written(setting: Setting, value: i64, zone: &TimeZone) -> String {
    match (setting.unit(), value) {
        (Unit::Switch, 0) => "no".to_owned(),
        (Unit::Switch, _) => "yes".to_owned(),
        (Unit::Date | Unit::DaysOrEver, 0) => "never".to_owned(),
        (Unit::Date, micros) => Timestamp::from_microsecond(micros)
            .map(|at| zone.to_datetime(at).date().to_string())
            .unwrap_or_default(),
        (_, number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use counterfoil_lang::TimeZone;
    use counterfoil_model::{Policy, Setting};

    #[test]
    fn what_is_written_is_read_back_in_any_time_zone() {
        for zone in [
            "UTC",
            "Europe/Paris",
            "America/New_York",
            "Pacific/Auckland",
        ] {
            let zone = TimeZone::get(zone).unwrap();
            for setting in Setting::ALL {
                let value = setting.of(&Policy::default());
                let text = written(setting, value, &zone);
                assert_eq!(read(setting, &text, &zone), Some(value), "{setting:?}");
            }
            let day = read(Setting::CodesRequiredFrom, " 2027-03-31 ", &zone).unwrap();
            assert_eq!(
                written(Setting::CodesRequiredFrom, day, &zone),
                "2027-03-31"
            );
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let zone = TimeZone::UTC;
        for (setting, text) in [
            (Setting::Hold, "a day"),
            (Setting::Hold, ""),
            (Setting::Hold, "1.5"),
            (Setting::RequireOutsideAddress, "1"),
            (Setting::CodesRequiredFrom, "2027-02-30"),
            (Setting::CodesRequiredFrom, "31.3.2027"),
        ] {
            assert_eq!(read(setting, text, &zone), None, "{setting:?} {text}");
        }
    }
}
