//! Who asked how often on this node.

use counterfoil_model::Timestamp;
use counterfoil_model::api_rate::{RateStanding, RateWindow};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// The requests of each caller on this node, in windows of a minute.
#[derive(Debug)]
pub struct Rates<K>(Mutex<Windows<K>>);

#[derive(Debug)]
struct Windows<K> {
    of: HashMap<K, RateWindow>,
    /// With so many, those that are over are forgotten: twice as many as were left the last time, so that nobody who comes from
    /// ever new places makes each request look at all of them.
    tidy_at: usize,
}

const FEWEST: usize = 1_024;

impl<K> Default for Rates<K> {
    fn default() -> Self {
        Self(Mutex::new(Windows {
            of: HashMap::new(),
            tidy_at: FEWEST,
        }))
    }
}

impl<K: Eq + Hash> Rates<K> {
    /// Counts a request of a caller who may make `limit` a minute.
    pub fn count(&self, caller: K, limit: u32, now: Timestamp) -> RateStanding {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.of.len() >= windows.tidy_at {
            windows.of.retain(|_, window| !window.is_over(now));
            windows.tidy_at = windows.of.len().saturating_mul(2).max(FEWEST);
        }
        windows
            .of
            .entry(caller)
            .or_insert(RateWindow::beginning(now))
            .count(limit, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterfoil_model::Span;

    #[test]
    fn each_caller_has_a_window_and_those_that_are_over_are_forgotten() {
        let now = Timestamp::from_micros(1_800_000_000_000_000);
        let rates = Rates::default();
        assert!(rates.count(0, 1, now).heard);
        assert!(!rates.count(0, 1, now).heard);
        assert!(rates.count(1, 1, now).heard);
        for caller in 2..5_000 {
            rates.count(caller, 1, now);
        }
        assert!(!rates.count(0, 1, now).heard);
        let later = now + Span::minutes(2);
        for caller in 5_000..12_000 {
            rates.count(caller, 1, later);
        }
        assert!(rates.0.lock().unwrap().of.len() < 8_000);
    }
}
