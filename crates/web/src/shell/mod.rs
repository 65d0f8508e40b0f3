//! What stands around every door: who may talk to us and how, cookies, forms, headers, failures.

pub mod browser;
pub mod client;
pub mod cookie;
pub mod csrf;
mod failure;
mod form;
mod guard;
pub(crate) mod headers;
mod public_url;
mod secret;
mod task;
mod upload;

pub use client::{ClientAddr, Network, TrustedProxies};
pub use failure::Failure;
pub use form::Form;
pub use guard::{LONGEST_FORM, RequestId, guarded};
pub use public_url::{BadPublicUrl, PublicUrl};
pub(crate) use secret::Secret;
pub use task::detached;
pub use upload::Upload;

use crate::assets::Assets;
use browser::BrowserId;
use counterfoil_lang::{Language, Sentences, TimeZone};
use csrf::CsrfKey;
use std::fmt;
use std::sync::Arc;

/// Where random bytes come from: the service's entropy in production, a seed in tests.
pub type Draw = Arc<dyn Fn() -> [u8; 16] + Send + Sync>;

/// What every page and every request needs, and no rule depends on.
pub struct Shell {
    /// Every sentence.
    pub sentences: Arc<Sentences>,
    /// Spoken to whoever asks for no language of ours.
    pub language: Language,
    /// Dates on pages are in this zone.
    pub time_zone: TimeZone,
    /// Where people reach us.
    pub public_url: PublicUrl,
    /// What the operator calls the mail service: "example.org mail".
    pub service_name: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// For the tokens in forms.
    pub csrf: CsrfKey,
    /// For browsers' ids and request ids.
    pub draw: Draw,
    /// Style sheet, fonts, scripts.
    pub assets: Arc<Assets>,
}

impl fmt::Debug for Shell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shell")
            .field("public_url", &self.public_url.origin())
            .finish_non_exhaustive()
    }
}

impl Shell {
    /// An id for a browser that came without one.
    #[must_use]
    pub fn new_browser(&self) -> BrowserId {
        BrowserId::from_bytes((self.draw)())
    }
}
