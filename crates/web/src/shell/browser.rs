//! Who is asking, as far as the request says: which browser, which session it claims, for which page, and in which language.

use super::cookie;
use crate::way_back::is_page;
use axum::http::{HeaderMap, Uri, header};
use counterfoil_lang::Language;
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

/// What a request says of whoever sent it. Nothing in it is believed yet.
#[derive(Clone)]
pub struct Browser {
    /// Which browser; drawn fresh when it sent none.
    pub id: BrowserId,
    /// The session cookie's value, as it came.
    pub session: Option<String>,
    /// The language that was chosen in it.
    pub language: Option<Language>,
    /// The page it asks for, where a choice at the foot of that page leads back to; `None` where that is no page of ours.
    pub at: Option<String>,
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Browser")
            .field("session", &self.session.is_some())
            .finish_non_exhaustive()
    }
}

impl Browser {
    /// From a request, and whether it sent the browser's id; `fresh` is the one it gets otherwise.
    #[must_use]
    pub fn of(uri: &Uri, headers: &HeaderMap, fresh: impl FnOnce() -> BrowserId) -> (Self, bool) {
        let find = |name| {
            let mut lines = headers
                .get_all(header::COOKIE)
                .iter()
                .filter_map(|line| cookie::find(line.as_bytes(), name));
            lines.next().filter(|_| lines.next().is_none())
        };
        let known = find(cookie::BROWSER).and_then(BrowserId::parse);
        let at = uri.path_and_query().map_or("", |at| at.as_str());
        let browser = Self {
            id: known.unwrap_or_else(fresh),
            session: find(cookie::SESSION).map(str::to_owned),
            language: find(cookie::LANGUAGE).and_then(Language::parse),
            at: is_page(at).then(|| at.to_owned()),
        };
        (browser, known.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::{Browser, BrowserId};
    use axum::http::{HeaderMap, HeaderValue, Uri, header};
    use counterfoil_lang::Language;

    fn of(at: &'static str, cookies: &str) -> (Browser, bool) {
        let line = HeaderValue::from_str(cookies).unwrap();
        let headers = HeaderMap::from_iter([(header::COOKIE, line)]);
        let fresh = || BrowserId::from_bytes([9; 16]);
        Browser::of(&Uri::from_static(at), &headers, fresh)
    }

    #[test]
    fn reads_every_cookie_and_the_page() {
        let id = BrowserId::from_bytes([7; 16]);
        let line = format!(
            "__Host-counterfoil-browser={}; __Host-counterfoil-session=s; __Host-counterfoil-language=de",
            id.cookie_value()
        );
        let (browser, known) = of("/sign-in?to=/codes", &line);
        assert!(known);
        assert_eq!((browser.id, browser.session.as_deref()), (id, Some("s")));
        assert_eq!(browser.language, Some(Language::German));
        assert_eq!(browser.at.as_deref(), Some("/sign-in?to=/codes"));
    }

    #[test]
    fn what_is_not_ours_is_none() {
        let (browser, known) = of(
            "/sign-out",
            "__Host-counterfoil-browser=AAAA; __Host-counterfoil-language=tlh",
        );
        assert!(!known);
        assert_eq!(browser.id, BrowserId::from_bytes([9; 16]));
        assert_eq!(
            (browser.session, browser.language, browser.at),
            (None, None, None)
        );
    }
}
