//! `counterfoil health`

use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use crate::command::Failure;
use crate::config::{Config, environment_of_process};

/// Ask the server on this machine whether it is ready
///
/// Where `metrics.listen` is set, prints one line a part: its name, a tab, and ok or what
/// is wrong. Else one word. Made for a container's health check: needs no other program.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil health

Status: 0 it wants requests, 1 it doesn't now, 2 it can't be reached."
)]
pub(crate) struct Health {}

/// How long the server may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// The answer is a few lines.
const LONGEST: u64 = 64 * 1024;

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let address = nearby(config.metrics_listen.unwrap_or(config.listen));
    let answer = ask(address).map_err(|error| format!("{address}: {error}"))?;
    let (status, body) = read(&answer).ok_or_else(|| format!("{address}: is no Counterfoil"))?;
    io::stdout().write_all(body.as_bytes())?;
    Ok(match status {
        200 => ExitCode::SUCCESS,
        503 => ExitCode::FAILURE,
        _ => return Err(format!("{address}: answers with {status}").into()),
    })
}

/// A server that listens everywhere is asked here.
fn nearby(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

fn ask(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET /readyz HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.take(LONGEST).read_to_string(&mut answer)?;
    Ok(answer)
}

/// The status and the body of an answer.
fn read(answer: &str) -> Option<(u16, &str)> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.strip_prefix("HTTP/1.")?.split(' ').nth(1)?;
    Some((status.parse().ok()?, body))
}

#[cfg(test)]
mod tests {
    use super::{nearby, read};

    #[test]
    fn everywhere_is_asked_here() {
        let nearby = |text: &str| nearby(text.parse().unwrap()).to_string();
        assert_eq!(nearby("0.0.0.0:8420"), "127.0.0.1:8420");
        assert_eq!(nearby("[::]:8420"), "[::1]:8420");
        assert_eq!(nearby("10.0.0.7:8420"), "10.0.0.7:8420");
    }

    #[test]
    fn an_answer_has_a_status_and_a_body() {
        let answer = "HTTP/1.0 503 Service Unavailable\r\nx: y\r\n\r\nnot ready\n";
        assert_eq!(read(answer), Some((503, "not ready\n")));
        assert_eq!(read("220 mail.example.org ESMTP\r\n\r\n"), None);
    }
}
