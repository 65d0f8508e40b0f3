//! Whether a password opens a mailbox over IMAP: tried, not concluded.

use secrecy::{ExposeSecret, SecretString};
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A refusal takes Dovecot two seconds, and a gateway that hangs five.
const PATIENCE: Duration = Duration::from_secs(20);
/// What a server says before and beside its answer.
const MOST_LINES: usize = 50;
const LONGEST_LINE: u64 = 64 << 10;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The mailbox is open.
    Yes,
    /// The password is not taken.
    No,
    /// Nobody could say now (RFC 5530: `UNAVAILABLE`).
    Unavailable,
}

/// Signs in with `LOGIN` (RFC 9051, section 6.2.3), in clear: only for an address of this machine.
///
/// # Errors
/// When nobody speaks IMAP there, or not in time.
pub async fn opens(address: SocketAddr, login: &str, password: &SecretString) -> io::Result<Opens> {
    let late = |_| io::Error::from(io::ErrorKind::TimedOut);
    tokio::time::timeout(PATIENCE, sign_in(address, login, password))
        .await
        .map_err(late)?
}

async fn sign_in(address: SocketAddr, login: &str, password: &SecretString) -> io::Result<Opens> {
    let mut server = BufReader::new(TcpStream::connect(address).await?);
    if !line(&mut server).await?.starts_with("* ") {
        return Err(no_imap());
    }
    // Literals, because they take any character.
    let password = password.expose_secret();
    server
        .write_all(format!("a LOGIN {{{}}}\r\n", login.len()).as_bytes())
        .await?;
    if let Some(answer) = go_ahead(&mut server).await? {
        return Ok(answer);
    }
    server
        .write_all(format!("{login} {{{}}}\r\n", password.len()).as_bytes())
        .await?;
    if let Some(answer) = go_ahead(&mut server).await? {
        return Ok(answer);
    }
    server.write_all(password.as_bytes()).await?;
    server.write_all(b"\r\n").await?;
    go_ahead(&mut server).await?.ok_or_else(no_imap)
}

/// Reads to the next `+`, which is `None`, or to the answer.
async fn go_ahead(server: &mut BufReader<TcpStream>) -> io::Result<Option<Opens>> {
    for _ in 0..MOST_LINES {
        let line = line(server).await?;
        if line.starts_with('+') {
            return Ok(None);
        }
        let Some(answer) = line.strip_prefix("a ") else {
            continue;
        };
        return match answer.split_whitespace().next() {
            Some("OK") => Ok(Some(Opens::Yes)),
            Some("NO") if answer.contains("[UNAVAILABLE]") => Ok(Some(Opens::Unavailable)),
            Some("NO") => Ok(Some(Opens::No)),
            _ => Err(no_imap()),
        };
    }
    Err(no_imap())
}

async fn line(server: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    let read = server.take(LONGEST_LINE).read_line(&mut line).await?;
    if read == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line)
}

fn no_imap() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "it doesn't speak IMAP")
}
