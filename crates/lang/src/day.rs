//! A day or a moment, as somebody types it.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// When that day begins there, or that moment is, in microseconds since the epoch: `2026-12-01`, or `2026-12-01T14:00`.
#[must_use]
pub fn typed_moment(text: &str, zone: &TimeZone) -> Option<i64> {
    let text = text.trim();
    let at: DateTime = match text.parse::<Date>() {
        Ok(day) if text.len() == 10 => day.into(),
        _ => text.parse().ok()?,
    };
    let zoned = at.to_zoned(zone.clone()).ok()?;
    Some(zoned.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::typed_moment;
    use jiff::tz::TimeZone;

    #[test]
    fn a_day_begins_where_its_reader_is() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let day = typed_moment("2026-12-01", &paris);
        assert_eq!(day, Some(1_796_079_600_000_000));
        assert_eq!(typed_moment(" 2026-12-01T00:00 ", &paris), day);
        assert_eq!(
            typed_moment("2026-12-01 14:30", &TimeZone::UTC),
            Some(1_796_135_400_000_000)
        );
        for wrong in [
            "",
            "tomorrow",
            "2026-13-01",
            "1.12.2026",
            "2026-12-01T25:00",
        ] {
            assert_eq!(typed_moment(wrong, &paris), None, "{wrong}");
        }
    }
}
