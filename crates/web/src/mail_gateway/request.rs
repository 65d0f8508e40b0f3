//! What Dovecot says about a login beside the password or token: `X-Dovecot-Auth-*`, sent with `send_auth_headers=yes`.

use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// The service that is signed in to: `imap`. Dovecot 2.3 calls the header `Service`, 2.4 `Protocol`.
pub(super) fn service(headers: &HeaderMap) -> &str {
    ["x-dovecot-auth-service", "x-dovecot-auth-protocol"]
        .into_iter()
        .find_map(|name| headers.get(name)?.to_str().ok())
        .unwrap_or_default()
}

/// The mail program's address, which comes with a port: `192.0.2.7:55580`, `[2001:db8::7]:55580`, and port 0 from Postfix.
pub(super) fn remote(headers: &HeaderMap) -> Option<IpAddr> {
    let text = headers.get("x-dovecot-auth-remote")?.to_str().ok()?;
    address(text)
}

/// An address with or without a port.
pub(super) fn address(text: &str) -> Option<IpAddr> {
    text.parse::<SocketAddr>()
        .map(|address| address.ip())
        .or_else(|_| text.parse())
        .ok()
}

#[cfg(test)]
mod tests {
    use super::{address, remote, service};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn both_generations_name_the_service() {
        assert_eq!(
            service(&headers(&[("x-dovecot-auth-service", "imap")])),
            "imap"
        );
        assert_eq!(
            service(&headers(&[("x-dovecot-auth-protocol", "sieve")])),
            "sieve"
        );
        assert_eq!(service(&headers(&[])), "");
    }

    #[test]
    fn an_address_comes_with_a_port_or_without() {
        for text in ["192.0.2.7:55580", "192.0.2.7:0", "192.0.2.7"] {
            assert_eq!(address(text), "192.0.2.7".parse().ok(), "{text}");
        }
        for text in ["[2001:db8::7]:993", "2001:db8::7"] {
            assert_eq!(address(text), "2001:db8::7".parse().ok(), "{text}");
        }
        for text in ["", "localhost:1", ":0"] {
            assert_eq!(address(text), None, "{text}");
        }
        assert_eq!(remote(&headers(&[])), None);
    }
}
