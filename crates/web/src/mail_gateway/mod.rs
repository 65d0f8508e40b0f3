//! What Dovecot asks: who a password or a token belongs to, and whether a login may go on.
//!
//! A door of its own, on an address of its own that only the mail software reaches: it takes raw passwords. It has no pages, no
//! cookies and nothing to GET. Every answer is one that both generations of Dovecot, 2.3 and 2.4, understand as it is meant;
//! docs/mail-gateway.md has them all.

mod introspect;
mod policy;
mod reply;
mod request;
mod token;

use crate::shell::Secret;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use counterfoil_lang::Sentences;
use counterfoil_service::App;
use secrecy::SecretString;
use std::fmt;
use std::sync::Arc;

/// What the gateway is built of.
pub struct Parts {
    /// The use cases.
    pub app: Arc<App>,
    /// By which introspection and password grant know their caller: `client_secret`, or the password of HTTP Basic.
    pub client_secret: SecretString,
    /// By which auth-policy knows its caller, as a Bearer token or the password of HTTP Basic.
    pub policy_secret: SecretString,
    /// Where people reach the portal, for the text that a frozen account's mail program shows.
    pub public_url: String,
    /// Every sentence.
    pub sentences: Arc<Sentences>,
}

/// What every handler of the gateway holds.
#[derive(Clone)]
pub(crate) struct Gateway {
    app: Arc<App>,
    client: Arc<Secret>,
    policy: Arc<Secret>,
    public_url: Arc<str>,
    sentences: Arc<Sentences>,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Parts")
    }
}

/// The longest request that is read, in octets: a password of 1,024 characters, each percent-encoded, fits many times.
const LONGEST: usize = 64 * 1024;

/// The gateway, to be served on an address that only the mail software reaches.
pub fn router(parts: Parts) -> Router {
    let gateway = Gateway {
        client: Arc::new(Secret::new(&parts.client_secret, parts.app.draw_bytes())),
        policy: Arc::new(Secret::new(&parts.policy_secret, parts.app.draw_bytes())),
        app: parts.app,
        public_url: parts.public_url.into(),
        sentences: parts.sentences,
    };
    Router::new()
        .route("/introspect", post(introspect::answer))
        .route("/token", post(token::answer))
        .route("/policy", post(policy::answer))
        .layer(DefaultBodyLimit::max(LONGEST))
        .with_state(gateway)
}
