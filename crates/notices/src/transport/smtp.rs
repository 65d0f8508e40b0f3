//! Mails by a mail server.
//!
//! This drives the connections of the SMTP library itself: its own pool puts a connection back that was given up in the
//! middle of a mail, and the next mail then reads the answers to that one. Here a connection is kept only after a clean
//! end, and since we know how far it came, a server that refuses us is told from a server that refuses a mail.

mod line;

use super::{Receipt, Transport, TransportError};
use crate::Mail;
use async_trait::async_trait;
use counterfoil_model::EnhancedStatus;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use line::{Line, no_way};
use secrecy::{ExposeSecret as _, SecretString};
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout};

/// Its name in the configuration.
const NAME: &str = "smtp";
/// The server has no extension for what we have to say (RFC 6531, section 3.5; RFC 3463: "conversion required but not
/// supported"). It is about this way out, so another is asked.
const NO_WAY_TO_SAY_IT: EnhancedStatus = EnhancedStatus::never(6, 3);
/// For connecting and signing in.
const TO_CONNECT: Duration = Duration::from_secs(30);
/// For one mail on a connection; both together stay under the ninety seconds of [`Transport::hand_over`].
const TO_SEND: Duration = Duration::from_secs(50);
/// For asking a kept connection whether it is still there.
const TO_ASK: Duration = Duration::from_secs(5);
/// A connection is kept for the next mail so long; servers hang up after a few minutes (RFC 5321 §4.5.3.2.7: five).
const KEPT: Duration = Duration::from_mins(1);
/// So many connections are kept.
const KEPT_AT_MOST: usize = 4;

/// A mail server that takes our notices.
#[derive(Clone, Debug)]
pub struct Server {
    /// Name or address.
    pub host: String,
    /// 465 for [`Security::Tls`], else 587 or 25.
    pub port: u16,
    /// How much encryption is insisted on.
    pub security: Security,
    /// `None` when the server takes mail from us without.
    pub login: Option<Login>,
    /// The name we greet with (RFC 5321 §4.1.1.1): the host of the public URL.
    pub hello: String,
    /// Authorities in PEM that are believed beside the system's own; empty for none.
    pub authorities: Vec<u8>,
}

/// How much encryption is insisted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// The connection begins with TLS (RFC 8314), with a valid certificate, or nothing is sent.
    Tls,
    /// The connection turns to TLS by STARTTLS, with a valid certificate, or nothing is sent.
    StartTls,
    /// STARTTLS when the server offers it, in clear when not. A login is never sent in clear.
    Opportunistic,
    /// In clear; only for a server on this machine.
    None,
}

impl Security {
    /// Encrypted on this port or not at all: port 465 begins with TLS, every other asks for it.
    #[must_use]
    pub const fn required(port: u16) -> Self {
        if port == 465 {
            Self::Tls
        } else {
            Self::StartTls
        }
    }
}

/// Who we are to the mail server.
#[derive(Clone, Debug)]
pub struct Login {
    /// The name.
    pub user: String,
    /// Its password.
    pub password: SecretString,
}

/// The server can't be asked like this.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// The authorities aren't certificates in PEM, or TLS has no use for them.
    #[error("the certificates for the mail server can't be used")]
    Certificates,
}

/// Hands mails to a mail server.
pub struct Smtp {
    server: Server,
    tls: TlsParameters,
    idle: Mutex<Vec<Idle>>,
}

struct Idle {
    line: Line,
    since: Instant,
}

impl Smtp {
    /// Reads the certificates; the server isn't asked before the first mail.
    ///
    /// # Errors
    /// [`SetUpError`].
    pub fn new(server: Server) -> Result<Self, SetUpError> {
        let mut tls = TlsParameters::builder(server.host.clone());
        if !server.authorities.is_empty() {
            let certificate =
                Certificate::from_pem(&server.authorities).map_err(|_| SetUpError::Certificates)?;
            tls = tls.add_root_certificate(certificate);
        }
        let tls = tls.build_rustls().map_err(|_| SetUpError::Certificates)?;
        Ok(Self {
            server,
            tls,
            idle: Mutex::new(Vec::new()),
        })
    }

    async fn line(&self) -> Result<Line, TransportError> {
        while let Some(mut idle) = self.unpark() {
            let fresh = idle.since.elapsed() < KEPT;
            if fresh
                && matches!(
                    timeout(TO_ASK, idle.line.connection.test_connected()).await,
                    Ok(true)
                )
            {
                return Ok(idle.line);
            }
        }
        timeout(TO_CONNECT, self.connect())
            .await
            .map_err(|_| TransportError::no_answer("timeout"))?
    }

    /// Connects and signs in. Whatever is wrong here is wrong with the server or how it is configured, not with the mail:
    /// it is worth trying again.
    async fn connect(&self) -> Result<Line, TransportError> {
        let server = &self.server;
        let hello = ClientId::Domain(server.hello.clone());
        let at_once = (server.security == Security::Tls).then(|| self.tls.clone());
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (server.host.as_str(), server.port),
            None,
            &hello,
            at_once,
            None,
        )
        .await
        .map_err(|error| no_way(&error))?;
        let turn = match server.security {
            Security::StartTls => true,
            Security::Opportunistic => connection.can_starttls(),
            Security::Tls | Security::None => false,
        };
        if turn {
            if !connection.can_starttls() {
                return Err(TransportError::no_answer("no tls"));
            }
            connection
                .starttls(self.tls.clone(), &hello)
                .await
                .map_err(|error| no_way(&error))?;
        }
        if let Some(login) = &server.login {
            if server.security == Security::Opportunistic && !connection.is_encrypted() {
                return Err(TransportError::no_answer("no tls"));
            }
            let credentials = Credentials::new(
                login.user.clone(),
                login.password.expose_secret().to_owned(),
            );
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .await
                .map_err(|error| no_way(&error))?;
        }
        Line::on(connection, hello).await
    }

    fn park(&self, line: Line) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT_AT_MOST {
            idle.push(Idle {
                line,
                since: Instant::now(),
            });
        }
    }

    fn unpark(&self) -> Option<Idle> {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
    }
}

#[async_trait]
impl Transport for Smtp {
    async fn hand_over(&self, mail: &Mail) -> Result<Receipt, TransportError> {
        let mut line = self.line().await?;
        let mut given = false;
        let sent = timeout(TO_SEND, line.send(mail, &mut given)).await;
        match sent {
            Ok(Ok(())) => {
                self.park(line);
                Ok(Receipt::of(NAME, mail))
            }
            Ok(Err(error)) => {
                // So that nothing of this mail is left to be read as an answer to the next one.
                let _ = timeout(TO_ASK, line.connection.abort()).await;
                Err(error)
            }
            Err(_) if given => Err(TransportError::uncertain("timeout")),
            Err(_) => Err(TransportError::no_answer("timeout")),
        }
    }

    fn reaches_people(&self) -> bool {
        true
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Smtp({}:{}, {:?})",
            self.server.host, self.server.port, self.server.security
        )
    }
}
