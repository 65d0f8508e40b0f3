//! Whether requests should be sent to this node.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use counterfoil_service::{App, KeyKind};
use counterfoil_store::Error;

use super::jobs::Pulses;
use super::{Metrics, Pulse};

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);
/// Whoever asks again within this long hears the same, so that asking costs nothing.
const REMEMBERED: Duration = Duration::from_secs(1);

/// Where the server is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Requests are answered.
    Serving = 0,
    /// Requests under way are finished, and no more are taken.
    Stopping = 1,
}

/// What is asked of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    /// What is wrong with it, in words that hold no secret.
    pub(crate) problem: Option<&'static str>,
}

/// Judges the parts that a request needs.
pub(crate) struct Readiness {
    app: Arc<App>,
    pub(super) metrics: Arc<Metrics>,
    phase: AtomicU8,
    pub(super) pulses: Pulses,
    database: tokio::sync::Mutex<Option<(Instant, [Part; 2])>>,
    told: std::sync::Mutex<bool>,
}

impl Readiness {
    pub(crate) fn new(app: Arc<App>, metrics: Arc<Metrics>) -> Self {
        Self {
            app,
            metrics,
            phase: AtomicU8::new(Phase::Serving as u8),
            pulses: Pulses::default(),
            database: tokio::sync::Mutex::default(),
            told: std::sync::Mutex::new(true),
        }
    }

    /// From now on the server is in this phase.
    pub(crate) fn enter(&self, phase: Phase) {
        self.phase.store(phase as u8, Ordering::SeqCst);
    }

    /// A job begins; it is expected to beat from now on.
    pub(crate) fn begin(&self, job: &'static str) -> Arc<Pulse> {
        self.pulses.begin(job)
    }

    /// Whether every job still looks around.
    pub(crate) fn is_moving(&self) -> bool {
        self.pulses.are_moving()
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    /// Every part, in the order in which they are best looked at.
    pub(crate) async fn parts(&self) -> Vec<Part> {
        let stopping = self.phase.load(Ordering::SeqCst) != Phase::Serving as u8;
        let [database, schema] = self.database().await;
        let parts = vec![
            Part {
                name: "serving",
                problem: stopping.then_some("the server is stopping"),
            },
            database,
            schema,
            Part {
                name: "keys",
                problem: self.keys(),
            },
            Part {
                name: "jobs",
                problem: (!self.is_moving()).then_some("a job is stuck"),
            },
        ];
        self.tell(&parts);
        parts
    }

    /// A change is worth a line of the log; the same answer again is not.
    fn tell(&self, parts: &[Part]) {
        let broken = parts.iter().find(|part| part.problem.is_some());
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let ready = broken.is_none();
        if std::mem::replace(&mut *told, ready) == ready {
            return;
        }
        if let Some(part) = broken {
            let problem = part.problem.unwrap_or_default();
            tracing::warn!(part = part.name, problem, "not ready");
        } else {
            tracing::info!("ready");
        }
    }

    fn keys(&self) -> Option<&'static str> {
        let keys = self.app.keys();
        let loaded = keys.cookie_key().is_ok() && !keys.ids(KeyKind::CodePepper).is_empty();
        (!loaded).then_some("a key is missing")
    }

    async fn database(&self) -> [Part; 2] {
        let mut remembered = self.database.lock().await;
        if let Some((at, parts)) = *remembered
            && at.elapsed() < REMEMBERED
        {
            return parts;
        }
        let checked = tokio::time::timeout(PATIENCE, counterfoil_store::check(self.app.db())).await;
        let (database, schema) = match checked {
            Ok(Ok(())) => (None, None),
            Ok(Err(Error::SchemaUnknown { .. })) => (
                None,
                Some("the database has another schema than this program knows"),
            ),
            Ok(Err(_)) => (Some("the database can't be read"), None),
            Err(_) => (Some("the database doesn't answer"), None),
        };
        let parts = [
            Part {
                name: "database",
                problem: database,
            },
            Part {
                name: "schema",
                problem: schema,
            },
        ];
        *remembered = Some((Instant::now(), parts));
        parts
    }
}
