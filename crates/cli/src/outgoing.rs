//! One request to somebody else's server, over TLS where the address begins with https. Redirects are not followed.

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::HOST;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;
use url::Url;

/// A server that takes longer is called again later.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// Its name leads only to addresses that may not be called.
    Refused,
    /// It could not be reached: nothing was sent.
    Unreachable,
    /// It was, and gave no answer, or none in time.
    Silent,
}

/// What is sent.
pub(crate) struct Call<'a> {
    /// `POST` or `PUT`.
    pub(crate) method: &'a str,
    /// Where to.
    pub(crate) uri: &'a str,
    /// Names and values.
    pub(crate) headers: &'a [(&'a str, &'a str)],
    /// What is said.
    pub(crate) body: String,
    /// For all of it.
    pub(crate) patience: Duration,
    /// So much of an answer's body is read.
    pub(crate) longest_answer: usize,
}

/// What came back.
pub(crate) struct Answered {
    /// The status.
    pub(crate) status: u16,
    /// Names in lower case, and values; those that are text.
    pub(crate) headers: Vec<(String, String)>,
    /// `None` when it was longer, or broke off.
    pub(crate) body: Option<Vec<u8>>,
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

    /// Sends a body with these headers to an address that `may_call` lets through; the status of the answer.
    pub(crate) async fn post(
        &self,
        uri: &str,
        headers: &[(&str, &str)],
        body: String,
        may_call: impl Fn(IpAddr) -> bool,
    ) -> Result<u16, NoAnswer> {
        let call = Call {
            method: "POST",
            uri,
            headers,
            body,
            patience: PATIENCE,
            longest_answer: 0,
        };
        self.call(call, may_call).await.map(|answer| answer.status)
    }

    /// Sends a request to an address that `may_call` lets through. The name is looked up once: what was let through is what is
    /// called.
    pub(crate) async fn call(
        &self,
        call: Call<'_>,
        may_call: impl Fn(IpAddr) -> bool,
    ) -> Result<Answered, NoAnswer> {
        let end = Instant::now() + call.patience;
        let url = Url::parse(call.uri).map_err(|_| NoAnswer::Unreachable)?;
        let longest = call.longest_answer;
        let request = request(&url, call).ok_or(NoAnswer::Unreachable)?;
        let stream = timeout_at(end, connect(&url, may_call)).await;
        let stream = stream.unwrap_or(Err(NoAnswer::Unreachable))?;
        if url.scheme() == "https" {
            let name = ServerName::try_from(bare(&url).to_owned());
            let name = name.map_err(|_| NoAnswer::Unreachable)?;
            let stream = timeout_at(end, self.tls.connect(name, stream)).await;
            let stream = stream.map_err(|_| NoAnswer::Unreachable)?;
            send(
                stream.map_err(|_| NoAnswer::Unreachable)?,
                request,
                longest,
                end,
            )
            .await
        } else {
            send(stream, request, longest, end).await
        }
    }
}

/// Names and addresses alike; an IPv6 address stands in brackets in a URL only.
fn bare(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default();
    host.trim_start_matches('[').trim_end_matches(']')
}

async fn connect(url: &Url, may_call: impl Fn(IpAddr) -> bool) -> Result<TcpStream, NoAnswer> {
    let port = url.port_or_known_default().ok_or(NoAnswer::Unreachable)?;
    let found = lookup_host((bare(url), port)).await;
    let found = found.map_err(|_| NoAnswer::Unreachable)?;
    let callable: Vec<_> = found.filter(|address| may_call(address.ip())).collect();
    if callable.is_empty() {
        return Err(NoAnswer::Refused);
    }
    let stream = TcpStream::connect(&*callable).await;
    stream.map_err(|_| NoAnswer::Unreachable)
}

fn request(url: &Url, call: Call<'_>) -> Option<Request<Full<Bytes>>> {
    let host = url.host_str()?;
    let authority = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    let path = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let mut request = Request::builder()
        .method(call.method)
        .uri(path)
        .header(HOST, authority);
    for (name, value) in call.headers {
        request = request.header(*name, *value);
    }
    request.body(Full::new(Bytes::from(call.body))).ok()
}

async fn send<S>(
    stream: S,
    request: Request<Full<Bytes>>,
    longest: usize,
    end: Instant,
) -> Result<Answered, NoAnswer>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| NoAnswer::Unreachable)?;
    let driven = tokio::spawn(connection);
    let answered = timeout_at(end, sender.send_request(request)).await;
    let read = match answered {
        Ok(Ok(answer)) => Ok(read(answer, longest, end).await),
        Ok(Err(_)) | Err(_) => Err(NoAnswer::Silent),
    };
    driven.abort();
    read
}

async fn read(answer: Response<Incoming>, longest: usize, end: Instant) -> Answered {
    let headers = answer.headers().iter();
    let text = |(name, value): (&hyper::header::HeaderName, &hyper::header::HeaderValue)| {
        let value = value.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    };
    let (status, headers) = (answer.status().as_u16(), headers.filter_map(text).collect());
    let body = match longest {
        0 => None,
        longest => timeout_at(end, Limited::new(answer.into_body(), longest).collect())
            .await
            .ok()
            .and_then(Result::ok)
            .map(|body| body.to_bytes().to_vec()),
    };
    Answered {
        status,
        headers,
        body,
    }
}
