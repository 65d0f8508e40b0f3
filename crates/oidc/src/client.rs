//! Apps that sign people in here. All are the operator's own, so nobody is asked for consent.

use crate::keys::Algorithm;
use crate::scope::{Scope, Scopes};
use crate::uri::{UriProblem, check_back_channel_uri, check_redirect_uri};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use sha2::{Digest, Sha256};
use std::fmt;

/// The longest id and the longest name, in bytes.
const LONGEST: usize = 64;
/// The most addresses of a kind.
const MOST_URIS: usize = 20;

/// SHA-256 of a client's secret: 256 random bits need no slow hash (N6).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SecretHash([u8; 32]);

impl SecretHash {
    /// Of this secret.
    #[must_use]
    pub fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret.as_bytes()).into())
    }

    /// As it is stored.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// As it is stored.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether it is the hash of this secret; compared in constant time.
    #[must_use]
    pub fn matches(&self, secret: &str) -> bool {
        verify_slices_are_equal(&self.0, &Self::of(secret).0).is_ok()
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash(…)")
    }
}

/// An app that signs people in here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// `client_id`: letters, digits, `-`, `_` and `.`.
    pub id: String,
    /// What owners call it: "Webmail".
    pub name: String,
    /// Hash of its secret; `None` for an app that can keep none (RFC 6749, section 2.1).
    pub secret: Option<SecretHash>,
    /// Where a code may be sent, compared byte by byte.
    pub redirect_uris: Vec<String>,
    /// Where people may be sent after signing out, compared byte by byte.
    pub post_logout_redirect_uris: Vec<String>,
    /// Where it is told that somebody signed out.
    pub back_channel_logout_uri: Option<String>,
    /// Whether it may ask for the scope `mail`.
    pub mail: bool,
    /// Whether it may come without PKCE, as Roundcube 1.6 does; only for clients with a secret.
    pub pkce_optional: bool,
    /// How its ID tokens are signed (`id_token_signed_response_alg`).
    pub signing: Algorithm,
}

/// Why a client can't be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClientProblem {
    /// Empty, too long, or with other characters in it.
    #[error("the id must be 1 to 64 of: letters, digits, - _ .")]
    Id,
    /// Empty, too long, or with control characters in it.
    #[error("the name must be 1 to 64 bytes of text")]
    Name,
    /// Nowhere to send anybody.
    #[error("at least one redirect address is needed, and at most 20")]
    RedirectUris,
    /// More than 20.
    #[error("at most 20 addresses for after signing out")]
    TooManyUris,
    /// An address that can't be registered.
    #[error("{uri} {problem}")]
    Uri {
        /// Which.
        uri: String,
        /// Why.
        problem: UriProblem,
    },
    /// Without a secret and without PKCE a stolen code is enough.
    #[error("a client without a secret can't do without PKCE")]
    PublicWithoutPkce,
}

impl Client {
    /// Whether it can be kept as it is.
    ///
    /// # Errors
    /// [`ClientProblem`]: the first one.
    pub fn check(&self) -> Result<(), ClientProblem> {
        let in_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        if self.id.is_empty() || self.id.len() > LONGEST || !self.id.bytes().all(in_id) {
            return Err(ClientProblem::Id);
        }
        let name = self.name.trim();
        if name.is_empty() || self.name.len() > LONGEST || self.name.chars().any(char::is_control) {
            return Err(ClientProblem::Name);
        }
        if self.redirect_uris.is_empty() || self.redirect_uris.len() > MOST_URIS {
            return Err(ClientProblem::RedirectUris);
        }
        if self.post_logout_redirect_uris.len() > MOST_URIS {
            return Err(ClientProblem::TooManyUris);
        }
        let problem = |uri: &String, problem| ClientProblem::Uri {
            uri: uri.clone(),
            problem,
        };
        for uri in self
            .redirect_uris
            .iter()
            .chain(&self.post_logout_redirect_uris)
        {
            check_redirect_uri(uri).map_err(|why| problem(uri, why))?;
        }
        if let Some(uri) = &self.back_channel_logout_uri {
            check_back_channel_uri(uri).map_err(|why| problem(uri, why))?;
        }
        if self.pkce_optional && self.secret.is_none() {
            return Err(ClientProblem::PublicWithoutPkce);
        }
        Ok(())
    }

    /// Whether this exact address is registered for codes.
    #[must_use]
    pub fn redirects_to(&self, uri: &str) -> bool {
        self.redirect_uris.iter().any(|own| own == uri)
    }

    /// Whether this exact address is registered for after signing out.
    #[must_use]
    pub fn leaves_to(&self, uri: &str) -> bool {
        self.post_logout_redirect_uris.iter().any(|own| own == uri)
    }

    /// Whether a request must come with PKCE (RFC 7636).
    #[must_use]
    pub const fn needs_pkce(&self) -> bool {
        self.secret.is_none() || !self.pkce_optional
    }

    /// What it gets of what it asked for.
    #[must_use]
    pub const fn grants(&self, asked: Scopes) -> Scopes {
        if self.mail {
            asked
        } else {
            asked.without(Scope::Mail)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Client {
        Client {
            id: "roundcube".into(),
            name: "Webmail".into(),
            secret: Some(SecretHash::of("secret")),
            redirect_uris: vec!["https://webmail.example/index.php/login/oauth".into()],
            post_logout_redirect_uris: Vec::new(),
            back_channel_logout_uri: None,
            mail: true,
            pkce_optional: true,
            signing: Algorithm::Rs256,
        }
    }

    fn refused(change: impl FnOnce(&mut Client)) -> ClientProblem {
        let mut client = client();
        change(&mut client);
        client.check().unwrap_err()
    }

    #[test]
    fn a_redirect_address_is_compared_byte_by_byte() {
        let client = client();
        assert_eq!(client.check(), Ok(()));
        assert!(client.redirects_to("https://webmail.example/index.php/login/oauth"));
        for other in [
            "https://webmail.example/index.php/login/oauth/",
            "https://webmail.example/index.php/login/oauth?x",
            "https://WEBMAIL.example/index.php/login/oauth",
            "https://webmail.example:443/index.php/login/oauth",
            "https://webmail.example/index.php/login/./oauth",
            "http://webmail.example/index.php/login/oauth",
            "",
        ] {
            assert!(!client.redirects_to(other), "{other}");
        }
    }

    #[test]
    fn without_a_secret_there_is_no_way_around_pkce() {
        assert_eq!(
            refused(|client| client.secret = None),
            ClientProblem::PublicWithoutPkce
        );
        let public = Client {
            secret: None,
            pkce_optional: false,
            ..client()
        };
        assert_eq!(public.check(), Ok(()));
        assert!(public.needs_pkce());
        assert!(!client().needs_pkce());
        // However it came to be marked so.
        let bent = Client {
            secret: None,
            ..client()
        };
        assert!(bent.needs_pkce());
    }

    #[test]
    fn what_can_not_be_kept() {
        assert_eq!(refused(|client| client.id.clear()), ClientProblem::Id);
        assert_eq!(
            refused(|client| client.id = "a b".into()),
            ClientProblem::Id
        );
        assert_eq!(
            refused(|client| client.name = " ".into()),
            ClientProblem::Name
        );
        assert_eq!(
            refused(|client| client.redirect_uris.clear()),
            ClientProblem::RedirectUris
        );
        let uri = "http://webmail.example/".to_owned();
        let problem = UriProblem::Scheme;
        assert_eq!(
            refused(|client| client.post_logout_redirect_uris = vec![uri.clone()]),
            ClientProblem::Uri {
                uri: uri.clone(),
                problem
            }
        );
    }

    #[test]
    fn mail_is_for_clients_that_are_marked() {
        let asked = Scopes::read("openid mail");
        assert!(client().grants(asked).contains(Scope::Mail));
        let other = Client {
            mail: false,
            ..client()
        };
        assert_eq!(other.grants(asked).to_string(), "openid");
    }

    #[test]
    fn a_secret_is_compared_by_its_hash_and_never_shown() {
        let hash = SecretHash::of("secret");
        assert!(hash.matches("secret"));
        assert!(!hash.matches("Secret"));
        assert!(!hash.matches(""));
        assert_eq!(format!("{hash:?}"), "SecretHash(…)");
    }
}
