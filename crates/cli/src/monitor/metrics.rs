//! What Prometheus reads. docs/monitoring.md lists it for people.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use counterfoil_service::{App, Counted, Meter};
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::outbox::Undelivered;
use counterfoil_store::{Ended, Error, Watch};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use super::Readiness;
use super::process::Process;

/// The outbox is counted once in this long, however often somebody asks.
const REMEMBERED: Duration = Duration::from_secs(5);

/// From a read by key to the longest that anybody waits.
const SECONDS: [f64; 11] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0,
];

type Count<L> = Family<L, Counter>;
type Seconds<L> = Family<L, Histogram, fn() -> Histogram>;
type Level<L> = Family<L, Gauge>;
type RealLevel<L> = Family<L, Gauge<f64, AtomicU64>>;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByRequest {
    door: &'static str,
    method: &'static str,
    route: String,
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByRoute {
    door: &'static str,
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByTransaction {
    name: &'static str,
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByName {
    name: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct BySignIn {
    way: &'static str,
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByOutcome {
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByDoor {
    door: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByPart {
    part: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByState {
    state: &'static str,
}

/// Not `job`: Prometheus itself calls what it scrapes so.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByJobOutcome {
    name: &'static str,
    outcome: &'static str,
}

/// Every number that is counted as it happens. What is a level is read when somebody asks.
pub(crate) struct Metrics {
    requests: Count<ByRequest>,
    request_seconds: Seconds<ByRoute>,
    transactions: Count<ByTransaction>,
    transaction_retries: Count<ByName>,
    transaction_seconds: Seconds<ByName>,
    sign_ins: Count<BySignIn>,
    redemptions: Count<ByOutcome>,
    guesses: Count<ByDoor>,
    throttle_refusals: Count<ByDoor>,
    mail_sign_ins: Count<ByOutcome>,
    outbox: tokio::sync::Mutex<Option<(Instant, Vec<Undelivered>)>>,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

fn seconds() -> Histogram {
    Histogram::new(SECONDS)
}

impl Metrics {
    pub(crate) fn new() -> Arc<Self> {
        let metrics = Self {
            requests: Family::default(),
            request_seconds: Family::new_with_constructor(seconds),
            transactions: Family::default(),
            transaction_retries: Family::default(),
            transaction_seconds: Family::new_with_constructor(seconds),
            sign_ins: Family::default(),
            redemptions: Family::default(),
            guesses: Family::default(),
            throttle_refusals: Family::default(),
            mail_sign_ins: Family::default(),
            outbox: tokio::sync::Mutex::default(),
        };
        metrics.begin_at_zero();
        Arc::new(metrics)
    }

    /// What alerts look at is there before it first happens: a counter that begins at one has never risen.
    fn begin_at_zero(&self) {
        for way in ["password", "totp", "passkey", "passkey-alone", "code"] {
            for outcome in ["signed-in", "wrong"] {
                self.sign_ins
                    .get_or_create(&BySignIn { way, outcome })
                    .inc_by(0);
            }
        }
        for outcome in ["spent", "wrong", "unreadable", "old", "wait"] {
            self.redemptions
                .get_or_create(&ByOutcome { outcome })
                .inc_by(0);
        }
        for door in ["code", "totp", "other"] {
            self.guesses.get_or_create(&ByDoor { door }).inc_by(0);
        }
        for door in ["password", "mail-password", "totp", "passkey", "code"] {
            self.throttle_refusals
                .get_or_create(&ByDoor { door })
                .inc_by(0);
        }
        for outcome in ["admitted", "refused", "failed"] {
            self.mail_sign_ins
                .get_or_create(&ByOutcome { outcome })
                .inc_by(0);
        }
    }

    /// A request was answered at a door.
    pub(super) fn request(
        &self,
        door: &'static str,
        method: &'static str,
        route: String,
        status: StatusCode,
        took: Duration,
    ) {
        let status = match status.as_u16() {
            100..=199 => "1xx",
            200..=299 => "2xx",
            300..=399 => "3xx",
            400..=499 => "4xx",
            _ => "5xx",
        };
        self.request_seconds
            .get_or_create(&ByRoute {
                door,
                route: route.clone(),
            })
            .observe(took.as_secs_f64());
        self.requests
            .get_or_create(&ByRequest {
                door,
                method,
                route,
                status,
            })
            .inc();
    }

    /// Everything, as Prometheus reads it.
    pub(super) async fn text(&self, readiness: &Readiness) -> Result<String, fmt::Error> {
        let mut registry = Registry::with_prefix("counterfoil");
        self.register_counts(&mut registry);
        register_build(&mut registry, readiness.app());
        register_slow_hashes(&mut registry, readiness.app());
        register_jobs(&mut registry, readiness);
        register_process(&mut registry);
        let ready: Level<ByPart> = Family::default();
        for part in readiness.parts().await {
            let level = i64::from(part.problem.is_none());
            ready.get_or_create(&ByPart { part: part.name }).set(level);
        }
        registry.register("ready", "Whether a part is ready (1) or not (0)", ready);
        match self.outbox(readiness.app()).await {
            Ok(undelivered) => register_outbox(&mut registry, readiness.app(), &undelivered),
            // That the database is away is said by `ready`; a level that isn't known isn't zero.
            Err(error) => tracing::debug!(%error, "the outbox could not be counted"),
        }
        let mut text = String::new();
        encode(&mut text, &registry)?;
        Ok(text)
    }

    fn register_counts(&self, registry: &mut Registry) {
        registry.register(
            "http_requests",
            "Requests that were answered, by the pattern of their route",
            self.requests.clone(),
        );
        registry.register_with_unit(
            "http_request_duration",
            "From a request's head to its answer's head",
            Unit::Seconds,
            self.request_seconds.clone(),
        );
        registry.register(
            "transactions",
            "Transactions of the database that ended",
            self.transactions.clone(),
        );
        registry.register(
            "transaction_retries",
            "Times that a transaction was run again because another got in its way",
            self.transaction_retries.clone(),
        );
        registry.register_with_unit(
            "transaction_duration",
            "From a transaction's first attempt to its end",
            Unit::Seconds,
            self.transaction_seconds.clone(),
        );
        registry.register(
            "sign_ins",
            "Steps of signing in to the portal",
            self.sign_ins.clone(),
        );
        registry.register(
            "redemptions",
            "Backup codes that were typed to get in",
            self.redemptions.clone(),
        );
        registry.register("guesses", "Wrong guesses", self.guesses.clone());
        registry.register(
            "throttle_refusals",
            "People who were not heard because of earlier wrong guesses",
            self.throttle_refusals.clone(),
        );
        registry.register(
            "mail_sign_ins",
            "Passwords of mail programs that were judged",
            self.mail_sign_ins.clone(),
        );
    }

    async fn outbox(&self, app: &App) -> Result<Vec<Undelivered>, Error> {
        let mut remembered = self.outbox.lock().await;
        if let Some((at, undelivered)) = remembered.as_ref()
            && at.elapsed() < REMEMBERED
        {
            return Ok(undelivered.clone());
        }
        let read = app.db().read("outbox_undelivered", |tx| async move {
            counterfoil_store::repo::outbox::undelivered(&tx).await
        });
        let undelivered: Vec<Undelivered> = read.await?;
        *remembered = Some((Instant::now(), undelivered.clone()));
        Ok(undelivered)
    }
}

fn register_build(registry: &mut Registry, app: &App) {
    let engine = match app.db().engine() {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgresql",
    };
    registry.register(
        "build",
        "What runs",
        Info::new(vec![
            ("version", env!("CARGO_PKG_VERSION")),
            ("engine", engine),
        ]),
    );
}

fn register_slow_hashes(registry: &mut Registry, app: &App) {
    let runs: Counter = Counter::default();
    runs.inc_by(app.slow_hash().runs());
    registry.register("slow_hashes", "Slow hashes that were run", runs);
}

fn register_jobs(registry: &mut Registry, readiness: &Readiness) {
    let rounds: Count<ByJobOutcome> = Family::default();
    let last: RealLevel<ByName> = Family::default();
    for pulse in readiness.pulses.all() {
        let name = pulse.job;
        let counts = [("well", &pulse.well), ("failed", &pulse.failed)];
        for (outcome, count) in counts {
            rounds
                .get_or_create(&ByJobOutcome { name, outcome })
                .inc_by(count.load(Ordering::Relaxed));
        }
        if let Some(at) = pulse.last_well() {
            last.get_or_create(&ByName { name })
                .set(unix_seconds(at.as_micros()));
        }
    }
    registry.register("job_rounds", "Times that a job looked around", rounds);
    registry.register_with_unit(
        "job_last_success_timestamp",
        "When a job's round ended well the last time, since 1970",
        Unit::Seconds,
        last,
    );
}

fn register_outbox(registry: &mut Registry, app: &App, undelivered: &[Undelivered]) {
    let notices: Level<ByState> = Family::default();
    let age: RealLevel<ByState> = Family::default();
    for state in ["queued", "failed", "bounced"] {
        let found = undelivered.iter().find(|found| found.state == state);
        let state = ByState { state };
        notices
            .get_or_create(&state)
            .set(found.map_or(0, |found| found.notices));
        let oldest = found.map_or(0, |found| {
            app.now()
                .as_micros()
                .saturating_sub(found.oldest_at.as_micros())
        });
        age.get_or_create(&state).set(unix_seconds(oldest.max(0)));
    }
    registry.register(
        "outbox_notices",
        "Notices that reached nobody so far",
        notices,
    );
    registry.register_with_unit(
        "outbox_oldest_age",
        "The age of the oldest of them; 0 when there is none",
        Unit::Seconds,
        age,
    );
}

fn register_process(registry: &mut Registry) {
    let process = Process::now();
    let levels = [
        (
            "process_resident_memory",
            "Memory of this process",
            Some(Unit::Bytes),
            process.resident,
        ),
        (
            "process_open_fds",
            "Files and connections that this process has open",
            None,
            process.open,
        ),
    ];
    for (name, help, unit, level) in levels {
        let Some(level) = level.and_then(|level| i64::try_from(level).ok()) else {
            continue;
        };
        let gauge: Gauge = Gauge::default();
        gauge.set(level);
        match unit {
            Some(unit) => registry.register_with_unit(name, help, unit, gauge),
            None => registry.register(name, help, gauge),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "microseconds of this century fit into 53 bits"
)]
fn unix_seconds(micros: i64) -> f64 {
    micros as f64 / 1_000_000.0
}

impl Meter for Metrics {
    fn count(&self, counted: Counted) {
        match counted {
            Counted::SignIn { way, outcome } => {
                self.sign_ins
                    .get_or_create(&BySignIn { way, outcome })
                    .inc();
            }
            Counted::Redemption(outcome) => {
                self.redemptions.get_or_create(&ByOutcome { outcome }).inc();
            }
            Counted::Guess(door) => {
                self.guesses.get_or_create(&ByDoor { door }).inc();
            }
            Counted::ThrottleRefusal(door) => {
                self.throttle_refusals.get_or_create(&ByDoor { door }).inc();
            }
            Counted::MailSignIn(outcome) => {
                self.mail_sign_ins
                    .get_or_create(&ByOutcome { outcome })
                    .inc();
            }
        }
    }
}

impl Watch for Metrics {
    fn ended(&self, transaction: &Ended) {
        let name = transaction.name;
        self.transaction_seconds
            .get_or_create(&ByName { name })
            .observe(transaction.took.as_secs_f64());
        let retries = u64::from(transaction.attempts.saturating_sub(1));
        self.transaction_retries
            .get_or_create(&ByName { name })
            .inc_by(retries);
        let outcome = transaction.outcome.name();
        self.transactions
            .get_or_create(&ByTransaction { name, outcome })
            .inc();
    }
}
