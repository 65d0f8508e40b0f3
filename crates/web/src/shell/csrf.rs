//! Forms that only our own pages can send. Two walls: what the browser says about where a request comes from, and a token in
//! every form that belongs to this browser and this session.

use super::browser::Browser;
use axum::http::{HeaderMap, header};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::ZeroizeOnDrop;

/// The name of the field that carries the token.
pub const FIELD: &str = "csrf";

/// The key of the tokens, from the key ring's cookie key.
#[derive(Clone, ZeroizeOnDrop)]
pub struct CsrfKey([u8; 32]);

impl fmt::Debug for CsrfKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfKey(…)")
    }
}

impl CsrfKey {
    /// From 32 secret bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The token for a browser and its session:
    /// base64url of HMAC-SHA-256(key, `"counterfoil/csrf/v1"` ‖ 0x00 ‖ browser id, 16 bytes ‖ session cookie's value).
    #[must_use]
    pub fn token(&self, browser: &Browser) -> String {
        self.mac(browser)
            .map(|mac| BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()))
            .unwrap_or_default()
    }

    /// Whether a token belongs to a browser and its session; compared in constant time.
    #[must_use]
    pub fn verifies(&self, token: &str, browser: &Browser) -> bool {
        let Ok(token) = BASE64URL_NOPAD.decode(token.as_bytes()) else {
            return false;
        };
        self.mac(browser)
            .is_some_and(|mac| mac.verify_slice(&token).is_ok())
    }

    /// `None` never happens: HMAC takes keys of any length.
    fn mac(&self, browser: &Browser) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(b"counterfoil/csrf/v1\0");
        mac.update(browser.id.as_bytes());
        mac.update(browser.session.as_deref().unwrap_or_default().as_bytes());
        Some(mac)
    }
}

/// Whether the browser says that a request comes from our own pages. `Sec-Fetch-Site` decides where it is sent; else `Origin`.
///
/// Under `Referrer-Policy: no-referrer` browsers send `Origin: null` with a form of our own (Fetch, "append a request `Origin`
/// header"), so `null` alone says nothing; the token decides then, as it does for a client that sends neither.
#[must_use]
pub fn from_our_pages(headers: &HeaderMap, our_origin: &str) -> bool {
    let text = |name| {
        headers
            .get(name)
            .map(|value: &axum::http::HeaderValue| value.to_str().unwrap_or("?"))
    };
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    text(header::ORIGIN.as_str()).is_none_or(|origin| origin == "null" || origin == our_origin)
}

#[cfg(test)]
mod tests {
    use super::{Browser, CsrfKey, from_our_pages};
    use crate::shell::browser::BrowserId;
    use axum::http::{HeaderMap, HeaderValue};

    fn browser(id: u8, session: Option<&str>) -> Browser {
        Browser {
            id: BrowserId::from_bytes([id; 16]),
            session: session.map(str::to_owned),
        }
    }

    #[test]
    fn a_token_fits_one_browser_and_one_session() {
        let key = CsrfKey::new([1; 32]);
        let token = key.token(&browser(1, Some("a")));
        assert!(key.verifies(&token, &browser(1, Some("a"))));
        assert!(!key.verifies(&token, &browser(2, Some("a"))));
        assert!(!key.verifies(&token, &browser(1, Some("b"))));
        assert!(!key.verifies(&token, &browser(1, None)));
        assert!(!CsrfKey::new([2; 32]).verifies(&token, &browser(1, Some("a"))));
        assert!(!key.verifies("", &browser(1, Some("a"))));
        assert!(!key.verifies("not base64!", &browser(1, Some("a"))));
    }

    #[test]
    fn another_site_is_turned_away() {
        let ours = "https://account.example.org";
        let with = |pairs: &[(&'static str, &'static str)]| {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
                .collect();
            from_our_pages(&headers, ours)
        };
        assert!(with(&[]));
        assert!(with(&[("origin", "https://account.example.org")]));
        assert!(with(&[
            ("origin", "null"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(!with(&[("origin", "https://evil.example")]));
        assert!(!with(&[
            ("origin", "null"),
            ("sec-fetch-site", "cross-site")
        ]));
        assert!(!with(&[("sec-fetch-site", "same-site")]));
        assert!(!with(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://account.example.org")
        ]));
    }
}
