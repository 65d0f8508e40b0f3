//! Somebody who fills in forms without a browser: quick, many at a time, and patient with a server that goes away.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Error};
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// No answer takes longer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A client with cookies of its own, that asks one thing after the other on a connection it keeps.
#[derive(Debug)]
pub struct Hand {
    port: u16,
    host: String,
    from: Option<IpAddr>,
    cookies: BTreeMap<String, String>,
    /// The token of our forms, good until a cookie changes.
    token: Option<String>,
    stream: Option<TcpStream>,
}

/// What the server answered.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Everything before the body.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Reply {
    /// A header's value, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }

    /// Where to go next.
    #[must_use]
    pub fn leads_to(&self) -> &str {
        self.header("location").unwrap_or_default()
    }
}

impl Hand {
    /// Asks a port of this machine for what has this address from outside, like `http://localhost:8420`.
    #[must_use]
    pub fn new(port: u16, url: &str) -> Self {
        let host = url.split("://").nth(1).unwrap_or(url);
        Self {
            port,
            host: host.trim_end_matches('/').to_owned(),
            from: None,
            cookies: BTreeMap::new(),
            token: None,
            stream: None,
        }
    }

    /// As a proxy asks for somebody at this address.
    #[must_use]
    pub fn on_behalf_of(mut self, address: impl Into<IpAddr>) -> Self {
        self.from = Some(address.into());
        self
    }

    /// Loses a cookie.
    pub fn forget(&mut self, cookie: &str) {
        self.cookies.remove(cookie);
        self.token = None;
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// When the server went away.
    pub async fn get(&mut self, path: &str) -> io::Result<Reply> {
        let seen = self.ask("GET", path, String::new()).await?;
        // Reading may have set a cookie; the token is of that very answer.
        if let Some(token) = between(&seen.body, "name=\"csrf\" value=\"", "\"") {
            self.token = Some(token.to_owned());
        }
        Ok(seen)
    }

    /// Fills in the form of a page and sends it there; reads the page first, unless a form of ours was seen with these cookies.
    ///
    /// # Errors
    /// When the server went away. It may have done what was asked.
    pub async fn fill_in(&mut self, page: &str, fields: &[(&str, &str)]) -> io::Result<Reply> {
        if self.token.is_none() {
            let seen = self.get(page).await?;
            if self.token.is_none() {
                return Ok(seen);
            }
        }
        let token = self.token.clone().unwrap_or_default();
        let mut body = format!("csrf={}", encoded(&token));
        for (name, value) in fields {
            let _ = write!(body, "&{name}={}", encoded(value));
        }
        self.ask("POST", page, body).await
    }

    async fn ask(&mut self, method: &str, path: &str, body: String) -> io::Result<Reply> {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.host);
        if !cookies.is_empty() {
            let _ = write!(request, "Cookie: {}\r\n", cookies.join("; "));
        }
        if let Some(from) = self.from {
            let _ = write!(request, "X-Forwarded-For: {from}\r\n");
        }
        if method == "POST" {
            let _ = write!(
                request,
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
                body.len()
            );
        }
        let request = format!("{request}\r\n{body}");
        let reply = tokio::time::timeout(PATIENCE, self.exchange(&request)).await;
        let reply = reply.unwrap_or_else(|_| Err(Error::other("no answer within a minute")))?;
        self.keep_cookies(&reply.head);
        Ok(reply)
    }

    async fn exchange(&mut self, request: &str) -> io::Result<Reply> {
        // A kept connection may have been closed meanwhile; that is known before anything is answered, and what was asked on a
        // closed one wasn't heard. So a new one is taken for whatever isn't sure.
        let mut stream = match self.stream.take() {
            Some(stream) if is_open(&stream) => stream,
            _ => TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await?,
        };
        stream.set_nodelay(true)?;
        stream.write_all(request.as_bytes()).await?;
        let mut read = Vec::with_capacity(8192);
        let (head, length) = loop {
            if stream.read_buf(&mut read).await? == 0 {
                return Err(Error::other("the server hung up"));
            }
            if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
                let head: Vec<u8> = read.drain(..end + 4).collect();
                let head = String::from_utf8_lossy(&head).into_owned();
                let length = header(&head, "content-length").and_then(|value| value.parse().ok());
                break (head, length);
            }
        };
        let closes = header(&head, "connection").is_some_and(|value| value == "close");
        match length {
            Some(length) => {
                while read.len() < length {
                    if stream.read_buf(&mut read).await? == 0 {
                        return Err(Error::other("the server hung up"));
                    }
                }
                if !closes {
                    self.stream = Some(stream);
                }
            }
            None => {
                stream.read_to_end(&mut read).await?;
            }
        }
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Ok(Reply {
            status: status.ok_or_else(|| Error::other("no status"))?,
            body: String::from_utf8_lossy(&read).into_owned(),
            head,
        })
    }

    fn keep_cookies(&mut self, head: &str) {
        let lines = head.lines().filter_map(|line| line.split_once(':'));
        for (_, line) in lines.filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie")) {
            let pair = line.split(';').next().unwrap_or_default().trim();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
                self.token = None;
            }
        }
    }
}

fn is_open(stream: &TcpStream) -> bool {
    let error = stream.try_read(&mut [0]).err();
    error.is_some_and(|error| error.kind() == io::ErrorKind::WouldBlock)
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut headers = head.lines().filter_map(|line| line.split_once(':'));
    headers.find_map(|(own, value)| own.eq_ignore_ascii_case(name).then(|| value.trim()))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?
        .1
        .split_once(after)
        .map(|(found, _)| found)
}

/// As a form is sent (URL Standard, §5.2), without the finer points.
fn encoded(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    });
    encoded.collect()
}
