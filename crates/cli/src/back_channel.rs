//! Calls an app's own server: one POST, over TLS where the address begins with https.

use async_trait::async_trait;
use counterfoil_service::{BackChannel, BackChannelError};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::Url;

/// An app that takes longer is called again later.
const PATIENCE: Duration = Duration::from_secs(5);

/// Calls apps by HTTP.
pub(crate) struct HttpBackChannel {
    tls: TlsConnector,
}

impl HttpBackChannel {
    /// Believes the certificates that the system believes.
    pub(crate) fn new() -> Result<Self, rustls::Error> {
        let mut roots = RootCertStore::empty();
        for certificate in rustls_native_certs::load_native_certs().certs {
            // One that can't be read is one that isn't believed.
            let _ = roots.add(certificate);
        }
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self {
            tls: TlsConnector::from(Arc::new(config)),
        })
    }

    async fn call(&self, uri: &str, body: String) -> Option<u16> {
        let url = Url::parse(uri).ok()?;
        let host = url.host_str()?;
        let port = url.port_or_known_default()?;
        // Names and addresses alike; an IPv6 address stands in brackets in a URL only.
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let stream = TcpStream::connect((bare, port)).await.ok()?;
        let authority = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        let path = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(HOST, authority)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::new(Bytes::from(body)))
            .ok()?;
        if url.scheme() == "https" {
            let name = ServerName::try_from(bare.to_owned()).ok()?;
            let stream = self.tls.connect(name, stream).await.ok()?;
            post(stream, request).await
        } else {
            post(stream, request).await
        }
    }
}

async fn post<S>(stream: S, request: Request<Full<Bytes>>) -> Option<u16>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .ok()?;
    let driven = tokio::spawn(connection);
    let answer = sender.send_request(request).await;
    driven.abort();
    answer.ok().map(|answer| answer.status().as_u16())
}

#[async_trait]
impl BackChannel for HttpBackChannel {
    async fn sign_out(&self, uri: &str, logout_token: &str) -> Result<(), BackChannelError> {
        // A signed token is base64url and dots: nothing in it needs encoding.
        let body = format!("logout_token={logout_token}");
        let called = tokio::time::timeout(PATIENCE, self.call(uri, body)).await;
        match called.ok().flatten() {
            Some(200 | 204) => Ok(()),
            Some(status) => Err(BackChannelError::Status(status)),
            None => Err(BackChannelError::Unreachable),
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
