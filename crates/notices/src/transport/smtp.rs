//! Mails by a mail server.
//!
//! This drives the connections of the SMTP library itself: its own pool puts a connection back that was given up in the
//! middle of a mail, and the next mail then reads the answers to that one. Here a connection is kept only after a clean
//! end, and since we know how far it came, a server that refuses us is told from a server that refuses a mail.

use super::{Receipt, Transport, TransportError};
use crate::Mail;
use async_trait::async_trait;
use counterfoil_model::EnhancedStatus;
use counterfoil_model::delivery::Meaning;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{self, Data, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};
use secrecy::{ExposeSecret as _, SecretString};
use std::error::Error as _;
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
    connection: AsyncSmtpConnection,
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

    async fn connection(&self) -> Result<AsyncSmtpConnection, TransportError> {
        while let Some(mut idle) = self.unpark() {
            let fresh = idle.since.elapsed() < KEPT;
            if fresh
                && matches!(
                    timeout(TO_ASK, idle.connection.test_connected()).await,
                    Ok(true)
                )
            {
                return Ok(idle.connection);
            }
        }
        timeout(TO_CONNECT, self.connect())
            .await
            .map_err(|_| TransportError::no_answer("timeout"))?
    }

    /// Connects and signs in. Whatever is wrong here is wrong with the server or how it is configured, not with the mail:
    /// it is worth trying again.
    async fn connect(&self) -> Result<AsyncSmtpConnection, TransportError> {
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
        Ok(connection)
    }

    fn park(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT_AT_MOST {
            idle.push(Idle {
                connection,
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
        let mut connection = self.connection().await?;
        let mut given = false;
        let sent = timeout(TO_SEND, send(&mut connection, mail, &mut given)).await;
        match sent {
            Ok(Ok(())) => {
                self.park(connection);
                Ok(Receipt::of(NAME, mail))
            }
            Ok(Err(error)) => {
                // So that nothing of this mail is left to be read as an answer to the next one.
                let _ = timeout(TO_ASK, connection.abort()).await;
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

/// One mail on a connection that stands. From `given` on the server may have taken it, whatever it says or doesn't.
async fn send(
    connection: &mut AsyncSmtpConnection,
    mail: &Mail,
    given: &mut bool,
) -> Result<(), TransportError> {
    let (envelope, text) = (mail.envelope(), mail.eml());
    let mut parameters = Vec::new();
    let mut addresses = envelope.from().into_iter().chain(envelope.to());
    if !addresses.all(|address| AsRef::<str>::as_ref(address).is_ascii()) {
        if !offers(connection, Extension::SmtpUtfEight) {
            return Err(TransportError::never("address").with_status(Some(NO_WAY_TO_SAY_IT)));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !text.is_ascii() {
        if !offers(connection, Extension::EightBitMime) {
            return Err(TransportError::never("8bit").with_status(Some(NO_WAY_TO_SAY_IT)));
        }
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    let sender = commands::Mail::new(envelope.from().cloned(), parameters);
    accepted(&connection.command(sender).await)?;
    for recipient in envelope.to() {
        let recipient = Rcpt::new(recipient.clone(), Vec::new());
        accepted(&connection.command(recipient).await)?;
    }
    match connection.command(Data).await {
        Ok(response) if response.code().severity == Severity::PositiveIntermediate => {}
        Ok(_) => return Err(TransportError::no_answer("answer")),
        Err(error) => return Err(judged(&error)),
    }
    *given = true;
    match connection.message(&text).await {
        Ok(response) if taken(&response) => Ok(()),
        // A server that answers has not taken it. From one that doesn't, nobody knows.
        Err(error) if error.status().is_none() => Err(TransportError::uncertain(reason(&error))),
        Ok(_) => Err(TransportError::uncertain("answer")),
        Err(error) => Err(judged(&error)),
    }
}

fn offers(connection: &AsyncSmtpConnection, extension: Extension) -> bool {
    connection.server_info().supports_feature(extension)
}

/// Whether the server goes on. The library also takes 3xx for a yes.
fn accepted(
    answer: &Result<Response, lettre::transport::smtp::Error>,
) -> Result<(), TransportError> {
    match answer {
        Ok(response) if taken(response) => Ok(()),
        Ok(_) => Err(TransportError::no_answer("answer")),
        Err(error) => Err(judged(error)),
    }
}

fn taken(response: &Response) -> bool {
    response.code().severity == Severity::PositiveCompletion
}

/// What is wrong before there is a mail is wrong with the server or how we come.
fn no_way(error: &lettre::transport::smtp::Error) -> TransportError {
    TransportError::no_answer(reason(error))
}

/// What an error on a connection that stands means for the mail. A server that asks for a login (RFC 4954, section 6: 530,
/// 534, 535, 538) says nothing of the mail, and an operator puts it right: that is tried again.
fn judged(error: &lettre::transport::smtp::Error) -> TransportError {
    let Some(code) = error.status().map(u16::from) else {
        return no_way(error);
    };
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    let status = EnhancedStatus::in_reply(code, &said).or_else(|| EnhancedStatus::of_reply(code));
    let again = status.is_some_and(|status| Meaning::of(status).is_worth_retrying());
    let (code, login) = (code.to_string(), matches!(code, 530 | 534 | 535 | 538));
    match (login, again || error.is_transient()) {
        (true, _) => TransportError::no_answer(code),
        (false, true) => TransportError::retry(code).with_status(status),
        (false, false) => TransportError::never(code).with_status(status),
    }
}

/// The status code, or one word; never what the server said.
fn reason(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => code.to_string(),
        None if error.is_tls() => "tls".into(),
        None if error.is_timeout() => "timeout".into(),
        None if error.is_client() => "client".into(),
        None if error.is_response() => "answer".into(),
        None => "connection".into(),
    }
}
