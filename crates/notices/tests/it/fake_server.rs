//! A mail server small enough to misbehave on demand.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What the server says where; `None` hangs up instead.
#[derive(Clone, Debug)]
pub(crate) struct Manners {
    pub(crate) greeting: Option<&'static str>,
    pub(crate) starttls: bool,
    /// Whether it reports what becomes of a mail.
    pub(crate) reports: bool,
    pub(crate) login: Option<&'static str>,
    pub(crate) sender: Option<&'static str>,
    pub(crate) recipient: Option<&'static str>,
    pub(crate) data: Option<&'static str>,
    pub(crate) end_of_data: Option<&'static str>,
    /// After a mail the server hangs up.
    pub(crate) hangs_up_after: bool,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            greeting: Some("220 fake.example"),
            starttls: false,
            reports: false,
            login: Some("235 come in"),
            sender: Some("250 ok"),
            recipient: Some("250 ok"),
            data: Some("354 go on"),
            end_of_data: Some("250 taken"),
            hangs_up_after: false,
        }
    }
}

/// What the server saw.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) connections: u32,
    pub(crate) commands: Vec<String>,
    pub(crate) mails: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct FakeServer {
    pub(crate) port: u16,
    pub(crate) seen: Arc<Mutex<Seen>>,
}

impl FakeServer {
    /// Serves until the test ends. With `tls` given, connections begin with TLS unless the manners offer STARTTLS.
    pub(crate) async fn start(manners: Manners, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            seen: Arc::default(),
        };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serving.seen.lock().unwrap().connections += 1;
                tokio::spawn(serving.clone().serve(stream, manners.clone(), tls.clone()));
            }
        });
        server
    }

    /// How many mails it has taken.
    pub(crate) fn count(&self) -> usize {
        self.seen.lock().unwrap().mails.len()
    }

    pub(crate) fn commands(&self) -> Vec<String> {
        self.seen.lock().unwrap().commands.clone()
    }

    pub(crate) fn mails(&self) -> Vec<String> {
        self.seen.lock().unwrap().mails.clone()
    }

    async fn serve(
        self,
        stream: TcpStream,
        manners: Manners,
        tls: Option<TlsAcceptor>,
    ) -> Option<()> {
        match tls {
            Some(tls) if !manners.starttls => {
                let mut stream = BufReader::new(tls.accept(stream).await.ok()?);
                self.talk(&mut stream, &manners, false).await.map(|_| ())
            }
            tls => {
                let mut stream = BufReader::new(stream);
                if self.talk(&mut stream, &manners, true).await? {
                    let secured = tls?.accept(stream.into_inner()).await.ok()?;
                    let quiet = Manners {
                        greeting: Some(""),
                        starttls: false,
                        ..manners
                    };
                    self.talk(&mut BufReader::new(secured), &quiet, false)
                        .await?;
                }
                Some(())
            }
        }
    }

    /// `Some(true)` when the client now begins with TLS.
    async fn talk<S>(
        &self,
        stream: &mut BufReader<S>,
        manners: &Manners,
        clear: bool,
    ) -> Option<bool>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let greeting = manners.greeting?;
        if !greeting.is_empty() {
            say(stream, greeting).await?;
        }
        loop {
            let command = read(stream).await?;
            self.seen.lock().unwrap().commands.push(command.clone());
            let verb = command
                .split([' ', ':'])
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            let answer = match verb.as_str() {
                "EHLO" if manners.starttls => {
                    Some("250-fake.example\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS")
                }
                "EHLO" if manners.reports => Some("250-fake.example\r\n250-DSN\r\n250 AUTH PLAIN"),
                "EHLO" => Some("250-fake.example\r\n250 AUTH PLAIN LOGIN"),
                "AUTH" => manners.login,
                "MAIL" => manners.sender,
                "RCPT" => manners.recipient,
                "DATA" => manners.data,
                "STARTTLS" if clear => {
                    say(stream, "220 go ahead").await?;
                    return Some(true);
                }
                "QUIT" => {
                    say(stream, "221 bye").await?;
                    return Some(false);
                }
                _ => Some("250 ok"),
            };
            say(stream, answer?).await?;
            if verb == "DATA" && answer.is_some_and(|answer| answer.starts_with('3')) {
                let mut mail = String::new();
                loop {
                    match read(stream).await?.as_str() {
                        "." => break,
                        line => mail = mail + line + "\r\n",
                    }
                }
                let end = manners.end_of_data?;
                self.seen.lock().unwrap().mails.push(mail);
                say(stream, end).await?;
                if manners.hangs_up_after {
                    return None;
                }
            }
        }
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut BufReader<S>,
    line: &str,
) -> Option<()> {
    stream
        .write_all(format!("{line}\r\n").as_bytes())
        .await
        .ok()?;
    stream.flush().await.ok()
}

async fn read<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> Option<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end().to_owned())
}
