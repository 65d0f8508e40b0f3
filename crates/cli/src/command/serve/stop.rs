//! When the server is told to stop, and how everything in it hears of that.

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use crate::command::Failure;

/// What waits for the end holds this.
pub(super) type Stopped = watch::Receiver<bool>;

/// Done once the server stops.
pub(super) async fn wait(mut stopped: Stopped) {
    // The sender lives as long as the server; if it is gone, so is the reason to go on.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// SIGTERM and SIGINT, from now on.
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    pub(super) fn listen() -> Result<Self, Failure> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// The next one.
    pub(super) async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
