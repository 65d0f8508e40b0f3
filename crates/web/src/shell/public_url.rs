//! Where people reach us, and whether a request was meant for it.

use axum::http::{HeaderMap, Uri, header};
use thiserror::Error;
use url::Url;

/// The one public address of the portal: scheme, host and port, nothing else.
#[derive(Clone, Debug)]
pub struct PublicUrl {
    origin: String,
    authority: String,
    https: bool,
}

/// A text that can't be a public address.
#[derive(Debug, Error)]
pub enum BadPublicUrl {
    /// Not a URL at all.
    #[error("public_url is not a URL: {0}")]
    Syntax(#[from] url::ParseError),
    /// A URL of another kind.
    #[error("public_url must begin with https:// (or http:// for a trial on this machine)")]
    Scheme,
    /// More than scheme, host and port.
    #[error("public_url must be scheme and host only, such as https://account.example.org")]
    More,
}

impl PublicUrl {
    /// Reads `https://account.example.org`.
    ///
    /// # Errors
    /// When it is no URL, of another scheme, or holds a path, a query, a fragment or a user.
    pub fn parse(text: &str) -> Result<Self, BadPublicUrl> {
        let url = Url::parse(text)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(BadPublicUrl::Scheme);
        }
        let more = url.path() != "/"
            || url.query().is_some()
            || url.fragment().is_some()
            || !url.username().is_empty();
        let host = url.host_str().filter(|_| !more).ok_or(BadPublicUrl::More)?;
        let authority = url
            .port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Ok(Self {
            origin: format!("{}://{authority}", url.scheme()),
            authority,
            https: url.scheme() == "https",
        })
    }

    /// As browsers write it in `Origin`: `https://account.example.org`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host and port as a person types them: `account.example.org`.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Whether people come by TLS.
    #[must_use]
    pub const fn is_https(&self) -> bool {
        self.https
    }

    /// The whole address of one of our paths, for mails.
    #[must_use]
    pub fn of(&self, path: impl std::fmt::Display) -> String {
        format!("{}{path}", self.origin)
    }

    /// Whether a request names us: by `Host`, or by the authority of HTTP/2. Both, where both are there.
    #[must_use]
    pub fn is_meant(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next().map(|host| host.to_str().unwrap_or("?"));
        let named: Vec<&str> = uri
            .authority()
            .map(axum::http::uri::Authority::as_str)
            .into_iter()
            .chain(host)
            .collect();
        hosts.next().is_none() && !named.is_empty() && named.iter().all(|name| self.is_ours(name))
    }

    fn is_ours(&self, name: &str) -> bool {
        let default = if self.https { ":443" } else { ":80" };
        name.strip_suffix(default)
            .unwrap_or(name)
            .eq_ignore_ascii_case(&self.authority)
    }
}

#[cfg(test)]
mod tests {
    use super::PublicUrl;
    use axum::http::{HeaderMap, HeaderValue, Uri, header};

    fn meant(url: &str, uri: &'static str, hosts: &[&'static str]) -> bool {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(header::HOST, HeaderValue::from_static(host));
        }
        PublicUrl::parse(url)
            .unwrap()
            .is_meant(&Uri::from_static(uri), &headers)
    }

    #[test]
    fn only_a_request_that_names_us_is_meant_for_us() {
        let ours = "https://account.example.org";
        assert!(meant(ours, "/", &["account.example.org"]));
        assert!(meant(ours, "/", &["Account.Example.org:443"]));
        assert!(meant(ours, "https://account.example.org/", &[]));
        assert!(!meant(ours, "/", &[]));
        assert!(!meant(ours, "/", &["evil.example"]));
        assert!(!meant(ours, "/", &["account.example.org:8443"]));
        assert!(!meant(ours, "/", &["account.example.org", "evil.example"]));
        assert!(!meant(
            ours,
            "https://account.example.org/",
            &["evil.example"]
        ));
        assert!(meant("http://localhost:8080", "/", &["localhost:8080"]));
        assert!(!meant("http://localhost:8080", "/", &["127.0.0.1:8080"]));
    }

    #[test]
    fn a_public_url_is_scheme_and_host() {
        assert_eq!(
            PublicUrl::parse("https://account.example.org/")
                .unwrap()
                .origin(),
            "https://account.example.org"
        );
        assert_eq!(
            PublicUrl::parse("http://[::1]:8080").unwrap().authority(),
            "[::1]:8080"
        );
        for bad in [
            "account.example.org",
            "ftp://a.example",
            "https://a.example/x",
            "https://u@a.example",
            "https://a.example/?q",
        ] {
            assert!(PublicUrl::parse(bad).is_err(), "{bad}");
        }
    }
}
