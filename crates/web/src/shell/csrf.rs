//! Forms that only our own pages can send. Two walls: what the browser says about where a request comes from, and a token in
//! every form that belongs to this browser and this session.

use super::browser::Browser;
use axum::http::{HeaderMap, header};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The name of the field that carries the token.
pub const FIELD: &str = "csrf";

/// The keys of the tokens, from the key ring's cookie keys: tokens are made with the first, and those of all are taken. They are asked
/// for each time, since they may be rotated while forms are open.
#[derive(Clone)]
pub struct CsrfKey(Source);

type Source = Arc<dyn Fn() -> Vec<Arc<Zeroizing<[u8; 32]>>> + Send + Sync>;

impl fmt::Debug for CsrfKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfKey(…)")
    }
}

impl CsrfKey {
    /// From 32 secret bytes that stay.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        let key = Arc::new(Zeroizing::new(bytes));
        Self::from_source(move || vec![Arc::clone(&key)])
    }

    /// From wherever the keys of the moment are.
    #[must_use]
    pub fn from_source(
        keys: impl Fn() -> Vec<Arc<Zeroizing<[u8; 32]>>> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(keys))
    }

    /// The token for a browser and its session:
    /// base64url of HMAC-SHA-256(key, `"counterfoil/csrf/v1"` ‖ 0x00 ‖ browser id, 16 bytes ‖ session cookie's value).
    #[must_use]
    pub fn token(&self, browser: &Browser) -> String {
        let keys = (self.0)();
        keys.first()
            .and_then(|key| mac(key, browser))
            .map(|mac| BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()))
            .unwrap_or_default()
    }

    /// Whether a token belongs to a browser and its session; compared in constant time.
    #[must_use]
    pub fn verifies(&self, token: &str, browser: &Browser) -> bool {
        let Ok(token) = BASE64URL_NOPAD.decode(token.as_bytes()) else {
            return false;
        };
        (self.0)()
            .iter()
            .any(|key| mac(key, browser).is_some_and(|mac| mac.verify_slice(&token).is_ok()))
    }
}

/// `None` never happens: HMAC takes keys of any length.
fn mac(key: &[u8; 32], browser: &Browser) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(b"counterfoil/csrf/v1\0");
    mac.update(browser.id.as_bytes());
    mac.update(browser.session.as_deref().unwrap_or_default().as_bytes());
    Some(mac)
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
    use super::{Arc, Browser, CsrfKey, Zeroizing, from_our_pages};
    use crate::shell::browser::BrowserId;
    use axum::http::{HeaderMap, HeaderValue};

    fn browser(id: u8, session: Option<&str>) -> Browser {
        Browser {
            id: BrowserId::from_bytes([id; 16]),
            session: session.map(str::to_owned),
            language: None,
            at: None,
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
    fn a_form_that_was_open_when_the_key_was_rotated_is_taken() {
        let keys = |bytes: &'static [u8]| {
            CsrfKey::from_source(move || {
                let keys = bytes.iter().map(|byte| Zeroizing::new([*byte; 32]));
                keys.map(Arc::new).collect()
            })
        };
        let alice = browser(1, Some("a"));
        let before = keys(&[1]).token(&alice);
        let after = keys(&[2, 1]);
        assert!(after.verifies(&before, &alice));
        assert_ne!(after.token(&alice), before);
        assert!(keys(&[2]).verifies(&after.token(&alice), &alice));
        // Nor does a key that is gone, or may have been stolen.
        assert!(!keys(&[2]).verifies(&before, &alice));
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
