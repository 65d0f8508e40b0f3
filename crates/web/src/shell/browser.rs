//! Who is asking, as far as cookies say: which browser, and which session it claims.

use super::cookie;
use axum::http::{HeaderMap, header};
use data_encoding::BASE64URL_NOPAD;
use std::fmt;

/// Sixteen random bytes that tell one browser from another.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BrowserId([u8; 16]);

impl BrowserId {
    /// From random bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The sixteen bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// As it stands in the cookie.
    #[must_use]
    pub fn cookie_value(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    fn parse(value: &str) -> Option<Self> {
        BASE64URL_NOPAD
            .decode(value.as_bytes())
            .ok()?
            .try_into()
            .ok()
            .map(Self)
    }
}

impl fmt::Debug for BrowserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BrowserId(…)")
    }
}

/// What the cookies of a request say. Nothing in it is believed yet.
#[derive(Clone)]
pub struct Browser {
    /// Which browser; drawn fresh when it sent none.
    pub id: BrowserId,
    /// The session cookie's value, as it came.
    pub session: Option<String>,
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Browser")
            .field("session", &self.session.is_some())
            .finish_non_exhaustive()
    }
}

impl Browser {
    /// From the headers of a request, with the browser's id if it sent one.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> (Option<BrowserId>, Option<String>) {
        let find = |name| {
            let mut lines = headers
                .get_all(header::COOKIE)
                .iter()
                .filter_map(|line| cookie::find(line.as_bytes(), name));
            lines.next().filter(|_| lines.next().is_none())
        };
        (
            find(cookie::BROWSER).and_then(BrowserId::parse),
            find(cookie::SESSION).map(str::to_owned),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Browser, BrowserId};
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn reads_both_cookies() {
        let id = BrowserId::from_bytes([7; 16]);
        let line = format!(
            "__Host-counterfoil-browser={}; __Host-counterfoil-session=s",
            id.cookie_value()
        );
        let headers =
            HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(&line).unwrap())]);
        assert_eq!(Browser::of(&headers), (Some(id), Some("s".to_owned())));
    }

    #[test]
    fn a_browser_id_of_another_length_is_none() {
        let headers = HeaderMap::from_iter([(
            header::COOKIE,
            HeaderValue::from_static("__Host-counterfoil-browser=AAAA"),
        )]);
        assert_eq!(Browser::of(&headers).0, None);
    }
}
