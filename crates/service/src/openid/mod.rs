//! The OpenID provider: apps that sign people in here, and what they hold.
//!
//! An app's sign-in is one *grant*. A code opens it, access and refresh tokens use it, and every check asks it, so that
//! ending it ends all of them at once. Tokens are opaque; only ID tokens and logout tokens are signed texts.

mod apps;
mod authorize;
mod back_channel;
mod clients;
pub(crate) mod end;
mod end_session;
mod exchange;
mod introspect;
mod issue;
mod kept_request;
mod live;
mod refresh;
mod revoke;
mod token;
mod userinfo;

pub use apps::{OwnApp, SignOutAppRefusal};
pub use authorize::AuthorizeFailure;
pub use clients::{AddClientRefusal, ClientRefusal, ClientSource, ListedClient};
pub use end_session::SigningOut;
pub use exchange::GrantRefusal;
pub use introspect::Introspected;
pub use issue::Issued;
pub use kept_request::KeptRequest;
pub use live::{MailToken, TokenOwner};
pub use token::AppToken;
pub use userinfo::UserInfoRefusal;

use crate::{App, BackChannel};
use counterfoil_oidc::{Client, SigningKeys};
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// What the provider is built of.
pub struct OpenIdParts {
    /// Who we are: scheme, host and port of the public address, nothing behind them.
    pub issuer: String,
    /// Clients of the configuration. One of these stands before one of the same id in the database.
    pub clients: Vec<Client>,
    /// The keys that sign.
    pub keys: SigningKeys,
    /// The way to apps' own servers; `None` where nobody is told of anything.
    pub back_channel: Option<Arc<dyn BackChannel>>,
}

impl fmt::Debug for OpenIdParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenIdParts")
            .field("issuer", &self.issuer)
            .field("clients", &self.clients)
            .field("keys", &self.keys)
            .finish_non_exhaustive()
    }
}

/// The provider's own state.
pub(crate) struct OpenId {
    pub(crate) issuer: String,
    pub(crate) clients: Vec<Client>,
    keys: RwLock<Arc<SigningKeys>>,
    pub(crate) back_channel: Option<Arc<dyn BackChannel>>,
}

impl OpenId {
    pub(crate) fn new(parts: OpenIdParts) -> Self {
        Self {
            issuer: parts.issuer,
            clients: parts.clients,
            keys: RwLock::new(Arc::new(parts.keys)),
            back_channel: parts.back_channel,
        }
    }
}

impl App {
    /// Who we are to apps: scheme, host and port.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.openid.issuer
    }

    /// The keys that sign now.
    #[must_use]
    pub fn signing_keys(&self) -> Arc<SigningKeys> {
        let keys = &self.openid.keys;
        Arc::clone(&keys.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on these keys sign: after a rotation.
    pub fn set_signing_keys(&self, keys: SigningKeys) {
        let own = &self.openid.keys;
        *own.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }
}
