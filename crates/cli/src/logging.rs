//! The log: to standard error, as text for people or JSON for machines.

use std::io;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{Layer, Registry, fmt};

use crate::config::{LogFormat, LogLevel, LogSettings};

/// Starts logging for the whole process.
///
/// The level is that of our own crates. Libraries speak from `warn` on: their details may hold what they carry.
///
/// # Errors
/// When logging was started before.
pub fn start(settings: LogSettings) -> Result<(), TryInitError> {
    let ours = match settings.level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
        LogLevel::Trace => LevelFilter::TRACE,
    };
    let levels = Targets::new()
        .with_default(ours.min(LevelFilter::WARN))
        .with_target("counterfoil", ours);
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(false);
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match settings.format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    tracing_subscriber::registry()
        .with(lines.with_filter(levels))
        .try_init()
}

/// A panic's text may hold what somebody typed: the log gets the place in our source, and nothing else.
pub fn say_only_where_it_panicked() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}
