//! The port to other people's web servers. Whoever starts a worker has a client for it; this crate has none.

use async_trait::async_trait;
use std::fmt;
use std::time::Duration;
use url::Url;
use zeroize::Zeroizing;

/// Calls a web server once.
#[async_trait]
pub trait Http: Send + Sync {
    /// Sends the request. Redirects are not followed.
    ///
    /// # Errors
    /// [`NoAnswer`]: whether the request may have arrived.
    async fn call(&self, request: Request<'_>) -> Result<Answer, NoAnswer>;
}

/// What is sent. Headers and body may hold secrets.
pub struct Request<'a> {
    /// `POST` or `PUT`.
    pub method: &'static str,
    /// Where to.
    pub url: &'a Url,
    /// Names and values.
    pub headers: Vec<(&'a str, Zeroizing<String>)>,
    /// What is said.
    pub body: Zeroizing<String>,
    /// For all of it.
    pub patience: Duration,
    /// An answer that is longer is an answer without a body.
    pub longest_answer: usize,
}

/// Neither headers nor body.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = (self.url.scheme(), self.url.host_str(), self.url.path());
        write!(f, "Request({} {place:?})", self.method)
    }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// `None` when it was longer than asked for, or broke off.
    pub body: Option<Vec<u8>>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// Nobody was reached, so nothing was sent.
    Unreachable,
    /// The request left and nothing came back: it may have been done.
    Lost,
}
