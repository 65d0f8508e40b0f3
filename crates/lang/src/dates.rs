//! Dates, times and lengths of time in full, as people say them.

use crate::{Arg, Language, Sentences};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

impl Sentences {
    /// A moment in a time zone, to the minute: "3 March 2026 at 14:05". `micros` are microseconds since
    /// 1970-01-01T00:00:00Z; what lies outside of the years -9999 to 9999 is shown as their end.
    #[must_use]
    pub fn moment(&self, language: Language, micros: i64, zone: &TimeZone) -> String {
        let local = zone.to_datetime(timestamp(micros));
        let date = self.civil_date(language, local.date());
        let hour = format!("{:02}", local.hour());
        let minute = format!("{:02}", local.minute());
        self.text(
            language,
            "moment-in-full",
            &[
                ("date", date.into()),
                ("hour", hour.into()),
                ("minute", minute.into()),
            ],
        )
    }

    /// The day of a moment in a time zone: "23 November 2026".
    #[must_use]
    pub fn date(&self, language: Language, micros: i64, zone: &TimeZone) -> String {
        self.civil_date(language, zone.to_datetime(timestamp(micros)).date())
    }

    /// A length of time in its largest whole unit, rounded up: "30 seconds", "2 minutes", "1 hour", "7 days". From two
    /// days on it is counted in days.
    #[must_use]
    pub fn wait(&self, language: Language, seconds: u64) -> String {
        const MINUTE: u64 = 60;
        const HOUR: u64 = 60 * MINUTE;
        const DAY: u64 = 24 * HOUR;
        let count = |unit: u64| [("count", Arg::from(seconds.div_ceil(unit)))];
        if seconds > HOUR * 47 {
            self.text(language, "wait-days", &count(DAY))
        } else if seconds > MINUTE * 59 {
            self.text(language, "wait-hours", &count(HOUR))
        } else if seconds > 59 {
            self.text(language, "wait-minutes", &count(MINUTE))
        } else {
            self.text(language, "wait-seconds", &count(1))
        }
    }

    fn civil_date(&self, language: Language, date: Date) -> String {
        let month = self.text(language, &format!("month-{}", date.month()), &[]);
        self.text(
            language,
            "date-in-full",
            &[
                ("day", i64::from(date.day()).into()),
                ("month", month.into()),
                ("year", i64::from(date.year()).into()),
            ],
        )
    }
}

fn timestamp(micros: i64) -> Timestamp {
    let end = if micros < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_microsecond(micros).unwrap_or(end)
}
