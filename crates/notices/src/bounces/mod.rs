//! Mails that come back: a small LMTP door (RFC 2033) for the mail server, which gives it whatever arrives at a return path.
//!
//! A return path names one notice and is signed, so nobody can say of another's address that mail doesn't reach it. What is
//! behind it is a port, [`Returns`]. There are limits on everything: on connections, lines, mails and time.

mod report;
mod session;

pub use report::{Report, read};

use async_trait::async_trait;
use counterfoil_model::NoticeId;
use counterfoil_store::repo::outbox::Reason;
use session::{Broken, Session};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Who knows where notices come back to, and what it means that one did.
#[async_trait]
pub trait Returns: Send + Sync {
    /// Where a notice comes back to when it isn't delivered; `None` when nobody listens there.
    fn return_path(&self, notice: NoticeId) -> Option<String>;

    /// The notice whose return path this address is; `None` for any that we didn't make.
    fn notice_of(&self, address: &str) -> Option<NoticeId>;

    /// The notice was refused for good, to a worker at once or in a mail that came back. This writes it down, whatever else it
    /// means.
    async fn came_back(&self, notice: NoticeId, reason: Reason<'_>) -> Returned;
}

/// What was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returned {
    /// It is written down, now or before.
    Noted,
    /// There is no such notice any more.
    Unknown,
    /// It can't be written down now; the mail server is to come again.
    Later,
}

/// Where the mail server finds us.
#[derive(Debug)]
pub enum Listener {
    /// An address of this machine.
    Tcp(TcpListener),
    /// A socket in the file system.
    Unix(UnixListener),
}

/// Connections at a time; Postfix opens twenty to one destination by default.
const CONNECTIONS: usize = 40;
/// How long one command or one mail may take, and how long a connection may be silent.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long accepting pauses after the system refused to.
const PAUSE: Duration = Duration::from_millis(100);

/// Takes mails until told to stop; one that is being read then is finished.
pub async fn serve(
    listener: Listener,
    returns: Arc<dyn Returns>,
    stopped: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut connections = JoinSet::new();
    let (stop, _) = watch::channel(false);
    tokio::pin!(stopped);
    loop {
        let accepted = tokio::select! {
            () = &mut stopped => break,
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
        };
        let stream = match accepted {
            Ok(stream) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection with mails that came back could not be accepted");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            // The mail server keeps the mail and comes again.
            tracing::warn!("too many connections with mails that came back");
            continue;
        };
        let (returns, told) = (Arc::clone(&returns), stop.subscribe());
        connections.spawn(async move {
            let _place = place;
            if let Err(error) = converse(stream, &*returns, told).await {
                tracing::warn!(%error, "a connection with mails that came back ended badly");
            }
        });
    }
    stop.send_replace(true);
    while connections.join_next().await.is_some() {}
}

async fn converse(
    stream: Box<dyn Stream>,
    returns: &dyn Returns,
    mut told: watch::Receiver<bool>,
) -> Result<(), Broken> {
    let mut session = Session::new(stream, returns);
    session.greet().await?;
    loop {
        let waited = tokio::select! {
            biased;
            waited = timeout(PATIENCE, session.waits()) => waited,
            () = is_told(&mut told) => return Ok(()),
        };
        if !matches!(waited, Ok(Ok(true))) {
            return waited.unwrap_or(Ok(false)).map(|_| ());
        }
        match timeout(PATIENCE, session.step()).await {
            Ok(Ok(true)) => {}
            Ok(ended) => return ended.map(|_| ()),
            Err(_) => return Err(Broken::Slow),
        }
    }
}

async fn is_told(told: &mut watch::Receiver<bool>) {
    // The sender lives as long as the door; if it is gone, so is the reason to go on.
    let _ = told.wait_for(|stopped| *stopped).await;
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

impl Listener {
    async fn accept(&self) -> io::Result<Box<dyn Stream>> {
        Ok(match self {
            Self::Tcp(listener) => Box::new(listener.accept().await?.0),
            Self::Unix(listener) => Box::new(listener.accept().await?.0),
        })
    }
}
