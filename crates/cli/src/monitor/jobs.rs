//! What is done without anybody asking, and whether it still is.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use counterfoil_model::Timestamp;

/// However often a job looks around: it is not stuck before this long.
const PATIENCE: Duration = Duration::from_mins(3);

/// One job's heart.
#[derive(Debug)]
pub(crate) struct Pulse {
    pub(crate) job: &'static str,
    pub(crate) well: AtomicU64,
    pub(crate) failed: AtomicU64,
    beats: Mutex<Beats>,
}

#[derive(Debug)]
struct Beats {
    last: Instant,
    last_well: Option<Timestamp>,
}

impl Pulse {
    fn new(job: &'static str) -> Self {
        Self {
            job,
            well: AtomicU64::new(0),
            failed: AtomicU64::new(0),
            beats: Mutex::new(Beats {
                last: Instant::now(),
                last_well: None,
            }),
        }
    }

    /// A round ended, well or not.
    pub(crate) fn beat(&self, well: bool, now: Timestamp) {
        let mut beats = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        beats.last = Instant::now();
        if well {
            beats.last_well = Some(now);
            self.well.fetch_add(1, Ordering::Relaxed);
        } else {
            self.failed.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// When a round ended well the last time.
    pub(crate) fn last_well(&self) -> Option<Timestamp> {
        self.beats
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .last_well
    }

    /// Whether rounds still end. That they end badly is for the metrics: a node whose database is away, or whose app doesn't
    /// answer, helps nobody by leaving as well.
    fn is_moving(&self) -> bool {
        let beats = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        beats.last.elapsed() < PATIENCE
    }
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Pulses(Mutex<Vec<Arc<Pulse>>>);

impl Pulses {
    pub(super) fn begin(&self, job: &'static str) -> Arc<Pulse> {
        let pulse = Arc::new(Pulse::new(job));
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Arc::clone(&pulse));
        pulse
    }

    pub(super) fn all(&self) -> Vec<Arc<Pulse>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn are_moving(&self) -> bool {
        self.all().iter().all(|pulse| pulse.is_moving())
    }
}
