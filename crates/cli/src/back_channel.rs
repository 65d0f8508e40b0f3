//! Tells an app's own server that somebody signed out. The operator names that server, so it may be anywhere.

use crate::outgoing::Outgoing;
use async_trait::async_trait;
use counterfoil_service::{BackChannel, BackChannelError};

/// Calls apps by HTTP.
pub(crate) struct HttpBackChannel(Outgoing);

impl HttpBackChannel {
    /// Believes the certificates that the system believes.
    pub(crate) fn new() -> Result<Self, rustls::Error> {
        Ok(Self(Outgoing::new()?))
    }
}

#[async_trait]
impl BackChannel for HttpBackChannel {
    async fn sign_out(&self, uri: &str, logout_token: &str) -> Result<(), BackChannelError> {
        // A signed token is base64url and dots: nothing in it needs encoding.
        let body = format!("logout_token={logout_token}");
        let form = [("content-type", "application/x-www-form-urlencoded")];
        match self.0.post(uri, &form, body, |_| true).await {
            Ok(200 | 204) => Ok(()),
            Ok(status) => Err(BackChannelError::Status(status)),
            Err(_) => Err(BackChannelError::Unreachable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;

    /// A server that answers once with this status; what it was sent.
    fn answering(status: &'static str) -> (String, std::thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut got = String::new();
            let mut buffer = [0; 4096];
            while !got.ends_with("logout_token=a.b.c") {
                let read = stream.read(&mut buffer).unwrap();
                got.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
            }
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").unwrap();
            got
        });
        (format!("http://{address}/out?of=here"), thread)
    }

    #[tokio::test]
    async fn an_app_is_called_by_a_form() {
        let calls = HttpBackChannel::new().unwrap();
        let (uri, app) = answering("200 OK");
        assert_eq!(calls.sign_out(&uri, "a.b.c").await, Ok(()));
        let got = app.join().unwrap();
        assert!(got.starts_with("POST /out?of=here HTTP/1.1\r\n"), "{got}");
        assert!(got.contains("application/x-www-form-urlencoded"));
        let (uri, app) = answering("400 Bad Request");
        let refused = calls.sign_out(&uri, "a.b.c").await;
        assert_eq!(refused, Err(BackChannelError::Status(400)));
        app.join().unwrap();
        for nowhere in ["http://127.0.0.1:1/", "https://127.0.0.1:1/", "nowhere"] {
            let refused = calls.sign_out(nowhere, "a.b.c").await;
            assert_eq!(refused, Err(BackChannelError::Unreachable));
        }
    }

    #[tokio::test]
    async fn a_server_without_tls_is_not_told_over_https() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        let calls = HttpBackChannel::new().unwrap();
        let uri = format!("https://{address}/");
        let refused = calls.sign_out(&uri, "a.b.c").await;
        assert_eq!(refused, Err(BackChannelError::Unreachable));
    }
}
