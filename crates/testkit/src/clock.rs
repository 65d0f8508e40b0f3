//! A clock that stands still until a test moves it.

use counterfoil_model::{Span, Timestamp};
use counterfoil_service::Clock;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where a mock clock begins: a Monday morning, 2026-03-02T09:00:05Z, five seconds into a step of TOTP.
pub const MORNING: Timestamp = Timestamp::from_micros(1_772_442_005_000_000);

/// A clock that a test sets. Clones show the same time.
#[derive(Clone, Debug)]
pub struct MockClock(Arc<AtomicI64>);

impl MockClock {
    /// A clock that shows this time.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(now.as_micros())))
    }

    /// Shows another time from now on, earlier or later.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.as_micros(), Ordering::SeqCst);
    }

    /// Goes on by so much.
    pub fn advance(&self, by: Span) {
        self.0.fetch_add(by.as_micros(), Ordering::SeqCst);
    }
}

impl Default for MockClock {
    fn default() -> Self {
        Self::at(MORNING)
    }
}

impl Clock for MockClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_show_the_same_time() {
        let clock = MockClock::default();
        let other = clock.clone();
        clock.advance(Span::minutes(5));
        assert_eq!(other.now(), MORNING + Span::minutes(5));
        other.set(MORNING);
        assert_eq!(clock.now(), MORNING);
    }
}
