//! Programs that are known by a secret: the mail software, and e-mail providers. The name beside it says nothing.

use super::Form;
use axum::http::{HeaderMap, header};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use zeroize::Zeroizing;

/// A secret to compare with. It keeps a MAC under a key drawn at the start, and comparing is verifying that MAC: what is
/// presented takes the same time whatever it has in common with the secret.
pub(crate) struct Secret {
    fresh: Option<Hmac<Sha256>>,
    tag: Zeroizing<Vec<u8>>,
}

impl Secret {
    pub(crate) fn new(secret: &SecretString, key: [u8; 32]) -> Self {
        let fresh = Hmac::<Sha256>::new_from_slice(&key).ok();
        let tag = fresh.clone().map_or_else(Vec::new, |mac| {
            mac.chain_update(secret.expose_secret())
                .finalize()
                .into_bytes()
                .to_vec()
        });
        Self {
            fresh,
            tag: Zeroizing::new(tag),
        }
    }

    /// Whether this is it.
    pub(crate) fn is(&self, presented: &str) -> bool {
        self.fresh
            .clone()
            .is_some_and(|mac| mac.chain_update(presented).verify_slice(&self.tag).is_ok())
    }

    /// Whether the form has it as `client_secret`, or the headers have it.
    pub(crate) fn knows_client(&self, headers: &HeaderMap, form: &Form) -> bool {
        self.is(form.raw("client_secret")) || self.knows(headers)
    }

    /// Whether `Authorization` has it, as a Bearer token (RFC 6750, section 2.1) or as the password of Basic (RFC 7617).
    pub(crate) fn knows(&self, headers: &HeaderMap) -> bool {
        let Some((scheme, credentials)) = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.trim().split_once(' '))
        else {
            return false;
        };
        let credentials = credentials.trim();
        if scheme.eq_ignore_ascii_case("bearer") {
            return self.is(credentials);
        }
        scheme.eq_ignore_ascii_case("basic")
            && BASE64
                .decode(credentials.as_bytes())
                .map(Zeroizing::new)
                .ok()
                .and_then(|pair| {
                    let pair = std::str::from_utf8(&pair).ok()?;
                    Some(self.is(pair.split_once(':')?.1))
                })
                .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;
    use crate::shell::Form;
    use axum::http::{HeaderMap, HeaderValue, header};
    use secrecy::SecretString;

    fn secret(text: &str) -> Secret {
        Secret::new(&SecretString::from(text), [7; 32])
    }

    fn with(authorization: &str) -> HeaderMap {
        let value = HeaderValue::from_str(authorization).unwrap();
        HeaderMap::from_iter([(header::AUTHORIZATION, value)])
    }

    #[test]
    fn the_secret_comes_in_the_body_or_in_the_header() {
        let ours = secret("rs-secret");
        let body = Form::parse(b"token=t&client_id=dovecot&client_secret=rs-secret");
        assert!(ours.knows_client(&HeaderMap::new(), &body));
        let nothing = Form::parse(b"token=t");
        assert!(ours.knows_client(&with("Basic ZG92ZWNvdDpycy1zZWNyZXQ="), &nothing));
        assert!(ours.knows(&with(" bearer  rs-secret ")));
    }

    #[test]
    fn nothing_else_is_the_secret() {
        let ours = secret("rs-secret");
        for other in [
            "",
            "Basic",
            "Basic ====",
            "Basic cnMtc2VjcmV0",
            "Bearer rs-secre",
            "Bearer rs-secret2",
            "Bearer ",
            "Digest rs-secret",
        ] {
            assert!(!ours.knows(&with(other)), "{other}");
        }
        let form = Form::parse(b"client_secret=&client_id=rs-secret");
        assert!(!ours.knows_client(&HeaderMap::new(), &form));
    }
}
