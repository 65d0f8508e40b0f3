//! How often a key may call: so many requests in each window of a minute.

use crate::{Span, Timestamp};

/// What a key may do in a minute unless the operator said otherwise.
pub const PER_MINUTE: u32 = 6_000;

/// How long a window is.
pub const WINDOW: Span = Span::minutes(1);

/// The requests of one key in its present window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateWindow {
    began_at: Timestamp,
    requests: u32,
}

/// Where a key stands after a request, for the `RateLimit` headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateStanding {
    /// So many requests a window.
    pub limit: u32,
    /// So many are left in this one.
    pub left: u32,
    /// Then the next one begins.
    pub reset_in: Span,
    /// Whether this request is heard.
    pub heard: bool,
}

impl RateWindow {
    /// A window that nobody asked in yet.
    #[must_use]
    pub const fn beginning(at: Timestamp) -> Self {
        Self {
            began_at: at,
            requests: 0,
        }
    }

    /// Counts a request. One that isn't heard is not counted, so whoever waits is heard. A clock that was set back begins a
    /// new window: it must not shut a key out.
    pub fn count(&mut self, limit: u32, now: Timestamp) -> RateStanding {
        if now < self.began_at || now - self.began_at >= WINDOW {
            *self = Self::beginning(now);
        }
        let heard = self.requests < limit;
        if heard {
            self.requests += 1;
        }
        RateStanding {
            limit,
            left: limit.saturating_sub(self.requests),
            reset_in: self.began_at + WINDOW - now,
            heard,
        }
    }

    /// Whether it says nothing any more.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        now - self.began_at >= WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    #[test]
    fn so_many_are_heard_in_a_window_and_as_many_in_the_next() {
        let mut window = RateWindow::beginning(NOW);
        let left: Vec<_> = (0..3).map(|_| window.count(2, NOW)).collect();
        assert_eq!(
            left.iter().map(|s| (s.heard, s.left)).collect::<Vec<_>>(),
            [(true, 1), (true, 0), (false, 0)]
        );
        let later = NOW + Span::seconds(45);
        assert_eq!(window.count(2, later).reset_in, Span::seconds(15));
        assert!(window.count(2, NOW + WINDOW).heard);
    }

    #[test]
    fn a_clock_set_back_shuts_nobody_out() {
        let mut window = RateWindow::beginning(NOW);
        assert!(window.count(1, NOW).heard);
        assert!(window.count(1, NOW - Span::hours(3)).heard);
    }
}
