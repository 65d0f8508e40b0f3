//! One POST to somebody else's server, over TLS where the address begins with https. Redirects are not followed.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::HOST;
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::TlsConnector;
use url::Url;

/// A server that takes longer is called again later.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// Its name leads only to addresses that may not be called.
    Refused,
    /// It could not be reached, or gave no answer in time.
    Unreachable,
}

/// Calls servers by HTTP.
pub(crate) struct Outgoing {
    tls: TlsConnector,
}

impl Outgoing {
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

    /// Sends a body with these headers to an address that `may_call` lets through; the status of the answer. The name is looked
    /// up once: what was let through is what is called.
    pub(crate) async fn post(
        &self,
        uri: &str,
        headers: &[(&str, &str)],
        body: String,
        may_call: impl Fn(IpAddr) -> bool,
    ) -> Result<u16, NoAnswer> {
        let called = self.call(uri, headers, body, may_call);
        let called = tokio::time::timeout(PATIENCE, called).await;
        called.unwrap_or(Err(NoAnswer::Unreachable))
    }

    async fn call(
        &self,
        uri: &str,
        headers: &[(&str, &str)],
        body: String,
        may_call: impl Fn(IpAddr) -> bool,
    ) -> Result<u16, NoAnswer> {
        let url = Url::parse(uri).map_err(|_| NoAnswer::Unreachable)?;
        let host = url.host_str().ok_or(NoAnswer::Unreachable)?;
        let port = url.port_or_known_default().ok_or(NoAnswer::Unreachable)?;
        // Names and addresses alike; an IPv6 address stands in brackets in a URL only.
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let found = lookup_host((bare, port)).await;
        let found = found.map_err(|_| NoAnswer::Unreachable)?;
        let callable: Vec<_> = found.filter(|address| may_call(address.ip())).collect();
        if callable.is_empty() {
            return Err(NoAnswer::Refused);
        }
        let stream = TcpStream::connect(&*callable).await;
        let stream = stream.map_err(|_| NoAnswer::Unreachable)?;
        let request = request(&url, host, headers, body).ok_or(NoAnswer::Unreachable)?;
        let answered = if url.scheme() == "https" {
            let name = ServerName::try_from(bare.to_owned());
            let name = name.map_err(|_| NoAnswer::Unreachable)?;
            let stream = self.tls.connect(name, stream).await;
            post(stream.map_err(|_| NoAnswer::Unreachable)?, request).await
        } else {
            post(stream, request).await
        };
        answered.ok_or(NoAnswer::Unreachable)
    }
}

fn request(
    url: &Url,
    host: &str,
    headers: &[(&str, &str)],
    body: String,
) -> Option<Request<Full<Bytes>>> {
    let authority = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    let path = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(HOST, authority);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Full::new(Bytes::from(body))).ok()
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
