//! Moments as programs read them: RFC 3339, in UTC, to the microsecond.

use counterfoil_model::Timestamp;

/// The moment as text.
pub(super) fn text(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::text;
    use counterfoil_model::Timestamp;

    #[test]
    fn a_moment_is_written_as_rfc_3339_has_it() {
        let at = Timestamp::from_micros(1_800_000_000_250_000);
        assert_eq!(text(at), "2027-01-15T08:00:00.25Z");
    }
}
