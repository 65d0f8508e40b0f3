//! Tells systemd how the server stands: `sd_notify(3)`, a datagram to the socket that `NOTIFY_SOCKET` names.
//!
//! Without that variable nobody listens, and nothing is said.

use std::os::linux::net::SocketAddrExt;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::sync::Arc;
use std::time::Duration;

use crate::monitor::Readiness;

/// Whoever started us.
pub(super) struct Supervisor {
    socket: Option<(UnixDatagram, SocketAddr)>,
    /// Half of the time after which silence counts as death.
    watchdog: Option<Duration>,
}

impl Supervisor {
    /// As the environment of this process says.
    pub(super) fn of_process() -> Self {
        let socket = std::env::var_os("NOTIFY_SOCKET").and_then(|name| {
            let address = match name.as_bytes().strip_prefix(b"@") {
                Some(name) => SocketAddr::from_abstract_name(name),
                None => SocketAddr::from_pathname(&name),
            };
            Some((UnixDatagram::unbound().ok()?, address.ok()?))
        });
        let watchdog = std::env::var("WATCHDOG_USEC")
            .ok()
            .and_then(|micros| micros.parse().ok())
            .map(|micros: u64| Duration::from_micros(micros / 2))
            .filter(|half| !half.is_zero());
        Self { socket, watchdog }
    }

    /// Requests are answered from now on.
    pub(super) fn ready(&self) {
        self.say("READY=1\nSTATUS=Serving");
    }

    /// The last requests are finished.
    pub(super) fn stopping(&self) {
        self.say("STOPPING=1\nSTATUS=Finishing what is under way");
    }

    /// Gives a sign of life as often as it is wanted, for as long as jobs move. A database that is away is no reason to be
    /// started again: it wouldn't come back sooner.
    pub(super) async fn keep_watchdog(&self, readiness: &Arc<Readiness>) {
        let Some(half) = self.watchdog.filter(|_| self.socket.is_some()) else {
            return std::future::pending().await;
        };
        loop {
            if readiness.is_moving() {
                self.say("WATCHDOG=1");
            }
            tokio::time::sleep(half).await;
        }
    }

    fn say(&self, text: &str) {
        if let Some((socket, address)) = &self.socket
            && let Err(error) = socket.send_to_addr(text.as_bytes(), address)
        {
            tracing::warn!(%error, "systemd could not be told how we stand");
        }
    }
}
