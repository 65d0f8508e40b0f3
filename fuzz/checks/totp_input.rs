//! What must hold for every text that somebody types as six digits.

use counterfoil_model::totp::{self, SKEW, STEP_SECONDS, TotpSecret, TypedDigits};
use counterfoil_model::{Span, Timestamp};

/// Panics if the reader or the check breaks a promise.
///
/// What is read has exactly six digits in it; what is taken is a step around now and after the last one, is
/// never taken twice, and says nothing of itself in `Debug`.
pub(crate) fn check(bytes: &[u8]) {
    // The first eight bytes are the time, so that fuzzing reaches both ends of it.
    let (time, typed) = bytes.split_at(bytes.len().min(8));
    let micros = time
        .iter()
        .fold(0_i64, |micros, byte| (micros << 8) | i64::from(*byte));
    let now = Timestamp::from_micros(micros);
    let typed = String::from_utf8_lossy(typed);

    let Some(digits) = TypedDigits::read(&typed) else {
        return;
    };
    assert_eq!(typed.chars().filter(|c| c.is_numeric()).count(), 6);
    assert_eq!(format!("{digits:?}"), "TypedDigits(…)");

    let secret = TotpSecret::from_bytes(*b"12345678901234567890");
    let present = now.as_seconds().div_euclid(STEP_SECONDS);
    if let Some(step) = totp::check(&secret, &digits, now, None) {
        assert!((present - SKEW..=present + SKEW).contains(&step));
        for later in [now, now + Span::seconds(STEP_SECONDS)] {
            let again = totp::check(&secret, &digits, later, Some(step));
            assert!(
                again.is_none_or(|again| again > step),
                "a step is never taken twice"
            );
        }
    }
}
