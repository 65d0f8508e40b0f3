//! Who calls: a key that works, what it may do, and whether it is heard.

use crate::{App, Fault};
use counterfoil_model::api_rate::RateStanding;
use counterfoil_model::{ApiKeyId, ApiScope, ApiScopes, Span, Timestamp};
use counterfoil_store::{Error, repo};

/// How stale the note of a key's last use may get.
const USED_EVERY: Span = Span::minutes(1);

/// A program of another service, known by its key.
#[derive(Clone, Debug)]
pub struct Caller {
    pub(crate) app: String,
    key: ApiKeyId,
    scopes: ApiScopes,
}

impl Caller {
    /// The app's id.
    #[must_use]
    pub fn app(&self) -> &str {
        &self.app
    }

    /// The key's id, for the log.
    #[must_use]
    pub const fn key(&self) -> ApiKeyId {
        self.key
    }

    /// Whether its key may do this.
    #[must_use]
    pub const fn may(&self, scope: ApiScope) -> bool {
        self.scopes.contains(scope)
    }
}

/// Why a caller isn't known.
#[derive(Debug, thiserror::Error)]
pub enum CallerRefusal {
    /// No key that works.
    #[error("there is no such key")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Who calls with this key, and whether the request is heard or came too soon after too many others.
    ///
    /// # Errors
    /// [`CallerRefusal`].
    pub async fn api_caller(&self, key: &str) -> Result<(Caller, RateStanding), CallerRefusal> {
        let key = self.working_key(key).await?.ok_or(CallerRefusal::Unknown)?;
        let now = self.now();
        let standing = self.api_rates.count(key.id, key.per_minute, now);
        if standing.heard && key.last_used_at.is_none_or(|at| at + USED_EVERY <= now) {
            self.note_key_use(key.id, now).await;
        }
        let caller = Caller {
            app: key.app,
            key: key.id,
            scopes: key.scopes,
        };
        Ok((caller, standing))
    }

    /// Notes when a key was used last. That it can't be noted keeps no app from working.
    async fn note_key_use(&self, key: ApiKeyId, now: Timestamp) {
        let noted: Result<(), Error> = self
            .db
            .run("api_key_used", |tx| async move {
                repo::api_app::used(&tx, key, now).await
            })
            .await;
        if let Err(error) = noted {
            tracing::warn!(%error, "the last use of an API key could not be noted");
        }
    }
}
