//! API keys: made, listed, revoked. An app may have several at a time, so that changing one loses nothing.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::api_key::LABEL_MAX;
use counterfoil_model::{ApiKey, ApiKeyId, ApiScopes, EventKind, Span, Timestamp};
use counterfoil_store::repo::api_app::Key;
use counterfoil_store::{Error, repo};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// What a new key is made of.
#[derive(Clone, Copy, Debug)]
pub struct NewKey<'a> {
    /// The app's id.
    pub app: &'a str,
    /// What operators call the key.
    pub label: &'a str,
    /// What it may do.
    pub scopes: ApiScopes,
    /// How long it works; for good if that isn't said.
    pub lasts: Option<Span>,
    /// Requests that are heard in a minute, on each node.
    pub per_minute: u32,
}

/// A key, as operators see it.
#[derive(Clone, Debug)]
pub struct ListedKey {
    /// Its id.
    pub id: ApiKeyId,
    /// What operators call it.
    pub label: String,
    /// What it may do.
    pub scopes: ApiScopes,
    /// Requests that are heard in a minute, on each node.
    pub per_minute: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was used last, to a minute.
    pub last_used_at: Option<Timestamp>,
    /// When it was revoked.
    pub ended_at: Option<Timestamp>,
    /// Whether it works now.
    pub works: bool,
}

/// Why no key is made.
#[derive(Debug, thiserror::Error)]
pub enum MakeKeyRefusal {
    /// There is no such app.
    #[error("there is no app of this id")]
    UnknownApp,
    /// It may do nothing.
    #[error("scope: a key needs at least one")]
    NoScope,
    /// The label is too long.
    #[error("label: at most 60 characters")]
    Label,
    /// It would never be heard, or would have ended already.
    #[error("a key lasts at least a moment and is heard at least once a minute")]
    Never,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Makes a key: the answer, shown this once. Only a keyed hash of it is kept.
    ///
    /// # Errors
    /// [`MakeKeyRefusal`].
    pub async fn make_api_key(&self, new: NewKey<'_>) -> Result<ApiKey, MakeKeyRefusal> {
        if new.scopes.is_empty() {
            return Err(MakeKeyRefusal::NoScope);
        }
        let label = new.label.trim();
        if label.chars().count() > LABEL_MAX || label.contains(char::is_control) {
            return Err(MakeKeyRefusal::Label);
        }
        if new.per_minute == 0 || new.lasts.is_some_and(|lasts| lasts <= Span::seconds(0)) {
            return Err(MakeKeyRefusal::Never);
        }
        let key = ApiKey::draw(&mut self.chance());
        let (pepper, pepper_key) = self.keys.newest_password_pepper()?;
        let now = self.now();
        let kept = &Key {
            id: key.id(),
            app: new.app.to_owned(),
            label: label.to_owned(),
            hash: hash(&pepper_key, &key)?.finalize().into_bytes().into(),
            pepper,
            scopes: new.scopes,
            per_minute: new.per_minute,
            made_at: now,
            expires_at: new.lasts.map(|lasts| now + lasts),
            last_used_at: None,
            ended_at: None,
        };
        let made: Result<_, Error> = self
            .db
            .run("api_key_make", |tx| async move {
                if repo::api_app::load(&tx, &kept.app).await?.is_none() {
                    return Ok(false);
                }
                repo::api_app::add_key(&tx, kept).await?;
                let told = || {
                    Happening::of(EventKind::ApiKeyMade)
                        .with("app", &kept.app)
                        .with("scopes", kept.scopes)
                };
                self.tell_each_operator(&tx, told, now).await?;
                Ok(true)
            })
            .await;
        if made.map_err(Fault::from)? {
            Ok(key)
        } else {
            Err(MakeKeyRefusal::UnknownApp)
        }
    }

    /// Every key of an app, oldest first, those that ended included.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn api_keys(&self, app: &str) -> Result<Vec<ListedKey>, Fault> {
        let now = self.now();
        let keys: Result<_, Error> = self
            .db
            .read("api_keys", |tx| async move {
                repo::api_app::keys(&tx, app).await
            })
            .await;
        let listed = keys?.into_iter().map(|key| ListedKey {
            works: key.works(now),
            id: key.id,
            label: key.label,
            scopes: key.scopes,
            per_minute: key.per_minute,
            made_at: key.made_at,
            expires_at: key.expires_at,
            last_used_at: key.last_used_at,
            ended_at: key.ended_at,
        });
        Ok(listed.collect())
    }

    /// Revokes a key: it is dead from now on. False when none of this id works.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn revoke_api_key(&self, id: ApiKeyId) -> Result<bool, Fault> {
        let now = self.now();
        let revoked: Result<_, Error> = self
            .db
            .run("api_key_revoke", |tx| async move {
                let revoked = repo::api_app::revoke(&tx, id, now).await?;
                if let Some(app) = &revoked {
                    let told = || Happening::of(EventKind::ApiKeyRevoked).with("app", app);
                    self.tell_each_operator(&tx, told, now).await?;
                }
                Ok(revoked.is_some())
            })
            .await;
        Ok(revoked?)
    }

    /// The key that this text is, if it works.
    pub(super) async fn working_key(&self, text: &str) -> Result<Option<Key>, Fault> {
        let Some(key) = ApiKey::parse(text) else {
            return Ok(None);
        };
        let (id, now) = (key.id(), self.now());
        let kept: Result<_, Error> = self
            .db
            .lookup(
                "api_key",
                |tx| async move { repo::api_app::key(&tx, id).await },
            )
            .await;
        let Some(kept) = kept?.filter(|kept| kept.works(now)) else {
            return Ok(None);
        };
        let pepper = self.keys.password_pepper(&kept.pepper)?;
        let same = hash(&pepper, &key)?.verify_slice(&kept.hash).is_ok();
        Ok(same.then_some(kept))
    }
}

/// HMAC-SHA-256 of a key under a pepper: as fast as it may be, because the key is 160 random bits (N6).
fn hash(pepper: &[u8; 32], key: &ApiKey) -> Result<Hmac<Sha256>, Fault> {
    let mac =
        Hmac::<Sha256>::new_from_slice(pepper).map_err(|_| Fault::Broken("a pepper has no key"))?;
    let secret = Zeroizing::new(key.as_bytes().to_vec());
    Ok(mac
        .chain_update(b"counterfoil/api-key/v1\0")
        .chain_update(key.id().as_bytes())
        .chain_update(&*secret))
}
