//! What Postfix asks before it takes a message: policy delegation (`SMTPD_POLICY_README`), at the end of a message.
//!
//! One block of `name=value` lines over TCP, an empty line, one `action=` back; a connection is used again and again. It is
//! read with limits on everything, because whoever signed in chose some of what stands in it.

mod reply;
mod request;

use counterfoil_lang::Sentences;
use counterfoil_service::App;
use counterfoil_service::mail::Sending;
use request::{BrokenRequest, Reader, Request};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// What the listener is built of.
#[derive(Clone)]
pub struct Parts {
    /// The use cases.
    pub app: Arc<App>,
    /// Every sentence.
    pub sentences: Arc<Sentences>,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Parts")
    }
}

/// Connections at a time: more than Postfix has processes by default.
const CONNECTIONS: usize = 512;
/// How long Postfix may keep a connection without asking: longer than its own `smtpd_policy_service_max_idle`.
const IDLE: Duration = Duration::from_mins(10);
/// How long one request may take to arrive, and one answer to leave.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long accepting pauses after the system refused to.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers on this listener until told to stop; then finishes the answers that are under way.
pub async fn serve(listener: TcpListener, parts: Parts, stopped: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut connections = JoinSet::new();
    let (stop, _) = tokio::sync::watch::channel(false);
    tokio::pin!(stopped);
    loop {
        let accepted = tokio::select! {
            () = &mut stopped => break,
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection of Postfix could not be accepted");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            // Postfix makes a temporary failure of it and comes back.
            tracing::warn!("Postfix has too many connections open to the sending policy");
            continue;
        };
        let (parts, mut told) = (parts.clone(), stop.subscribe());
        connections.spawn(async move {
            let _place = place;
            let told_to_stop = async move {
                let _stopped = told.wait_for(|stopped| *stopped).await;
            };
            if let Err(error) = converse(stream, &parts, told_to_stop).await {
                tracing::warn!(%error, "a connection of Postfix ended badly");
            }
        });
    }
    stop.send_replace(true);
    while connections.join_next().await.is_some() {}
}

/// Answers one request after the other until Postfix hangs up.
async fn converse(
    stream: TcpStream,
    parts: &Parts,
    stopped: impl Future<Output = ()>,
) -> Result<(), BrokenRequest> {
    stream.set_nodelay(true)?;
    let (reading, mut writing) = stream.into_split();
    let mut reader = Reader::new(reading);
    tokio::pin!(stopped);
    loop {
        let begun = tokio::select! {
            () = &mut stopped => return Ok(()),
            begun = tokio::time::timeout(IDLE, reader.begins()) => begun,
        };
        if !matches!(begun, Ok(Ok(true))) {
            return begun.unwrap_or(Ok(false)).map(|_| ()).map_err(Into::into);
        }
        let request = tokio::time::timeout(PATIENCE, reader.request())
            .await
            .map_err(|_| BrokenRequest::Slow)??;
        let answer = judge(parts, &request).await;
        tokio::time::timeout(PATIENCE, writing.write_all(answer.as_bytes()))
            .await
            .map_err(|_| BrokenRequest::Slow)??;
    }
}

/// The `action=` for one request.
async fn judge(parts: &Parts, request: &Request) -> String {
    // Only then is the number of recipients known, and only who signed in has an account.
    if !request.is_end_of_message() || request.sasl_username.is_empty() {
        return reply::nothing_against();
    }
    let app = Arc::clone(&parts.app);
    let (login, recipients, remote) = (
        request.sasl_username.clone(),
        request.recipient_count,
        request.client_address,
    );
    // In a task of its own: that Postfix hangs up doesn't end a transaction half-way.
    let judged = tokio::spawn(async move {
        let sending = Sending {
            login: &login,
            recipients,
            remote,
        };
        app.judge_sending(&sending).await
    })
    .await;
    match judged {
        Ok(Ok(answer)) => reply::of(&parts.sentences, &answer),
        Ok(Err(fault)) => {
            tracing::error!(error = %fault, "it could not be said whether an account may send");
            reply::later(&parts.sentences)
        }
        Err(_) => reply::later(&parts.sentences),
    }
}
