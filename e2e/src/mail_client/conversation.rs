//! Lines to and fro on one connection.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

use data_encoding::BASE64;

/// Longer than any server here waits for another one.
const PATIENCE: Duration = Duration::from_mins(1);

/// What a server said to an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether it was a yes.
    pub yes: bool,
    /// The whole line, as a mail program may show it.
    pub text: String,
}

impl Answer {
    /// Stops the test unless it was a yes.
    pub fn is_yes(&self, what: &str) {
        assert!(self.yes, "{what}: {}", self.text);
    }

    /// Stops the test unless it was a no.
    pub fn is_no(&self, what: &str) {
        assert!(!self.yes, "{what} was accepted: {}", self.text);
    }
}

/// One connection to a server on this machine.
pub(super) struct Conversation {
    reader: BufReader<TcpStream>,
}

impl Conversation {
    pub(super) fn with(port: u16) -> Self {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .unwrap_or_else(|error| panic!("nobody on port {port}: {error}"));
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a socket has a patience");
        stream.set_nodelay(true).expect("a socket can be quick");
        Self {
            reader: BufReader::new(stream),
        }
    }

    pub(super) fn say(&mut self, line: &str) {
        // A server that has gone is noticed by what it doesn't answer.
        let _ = write!(self.reader.get_mut(), "{line}\r\n");
    }

    /// The next line without its end; nothing when the server has hung up.
    pub(super) fn hears(&mut self) -> Option<String> {
        let mut line = Vec::new();
        match self.reader.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(_) => Some(String::from_utf8_lossy(&line).trim_end().to_owned()),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => None,
            Err(error) => panic!("no answer: {error}"),
        }
    }

    /// The next line.
    pub(super) fn line(&mut self) -> String {
        self.hears().unwrap_or_else(|| "(hung up)".to_owned())
    }

    pub(super) fn bytes(&mut self, length: usize) -> String {
        let mut bytes = vec![0; length];
        self.reader
            .read_exact(&mut bytes)
            .expect("as many bytes as were announced");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// How long it took until the server had hung up; nothing when it hadn't by then.
    pub(super) fn hangs_up_within(&mut self, limit: Duration) -> Option<Duration> {
        let started = Instant::now();
        loop {
            let left = limit.checked_sub(started.elapsed())?;
            let soon = Some(left.max(Duration::from_millis(1)));
            self.reader
                .get_ref()
                .set_read_timeout(soon)
                .expect("a socket has a patience");
            let mut said = Vec::new();
            match self.reader.read_until(b'\n', &mut said) {
                Ok(0) => return Some(started.elapsed()),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::ConnectionReset => {
                    return Some(started.elapsed());
                }
                Err(_) => return None,
            }
        }
    }
}

/// The first message of SASL PLAIN (RFC 4616).
pub(super) fn plain(login: &str, password: &str) -> String {
    BASE64.encode(format!("\0{login}\0{password}").as_bytes())
}

/// The first message of XOAUTH2, as Google wrote it down.
pub(super) fn xoauth2(login: &str, token: &str) -> String {
    BASE64.encode(format!("user={login}\x01auth=Bearer {token}\x01\x01").as_bytes())
}

/// The first message of OAUTHBEARER (RFC 7628).
pub(super) fn oauthbearer(login: &str, token: &str) -> String {
    BASE64.encode(format!("n,a={login},\x01auth=Bearer {token}\x01\x01").as_bytes())
}
