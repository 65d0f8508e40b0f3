//! A key may have been stolen: nothing new is made with it, and what rests on it must be renewed.

use super::renewal;
use crate::{App, Fault};
use counterfoil_model::key_rotation::{RENEW_WITHIN, RestsOn};
use counterfoil_model::{AccountId, KeyKind, KeySet, Timestamp, ToRenew};
use counterfoil_store::repo::stolen_key::StolenKey;
use counterfoil_store::{Error, Tx, repo};
use std::sync::{Arc, PoisonError};

/// What was said of keys that may have been stolen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theft {
    /// App passwords and API keys that rest on them end then.
    pub renew_by: Timestamp,
    /// How many API keys would have gone on beyond that.
    pub api_keys: u64,
}

impl App {
    /// Notes that these keys may have been stolen, and has everybody told who has something to renew: servers do that, beginning at once.
    /// One that was noted before stays as it was noted.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn say_stolen(&self, keys: &[(KeyKind, String)]) -> Result<Theft, Fault> {
        let now = self.now();
        let renew_by = now + RENEW_WITHIN;
        let said: Result<Theft, Error> = self
            .db
            .run("keys_stolen", |tx| async move {
                let mut api_keys = 0;
                for (kind, id) in keys {
                    let key = StolenKey {
                        kind: kind.name().to_owned(),
                        id: id.clone(),
                        said_at: now,
                        renew_by,
                    };
                    repo::stolen_key::say(&tx, &key).await?;
                    if *kind == KeyKind::PasswordPepper {
                        api_keys += repo::api_app::end_keys_by(&tx, id, renew_by).await?;
                    }
                }
                let subject = now.as_micros().to_string();
                repo::key_walk::begin(&tx, renewal::WALK, &subject, now).await?;
                Ok(Theft { renew_by, api_keys })
            })
            .await;
        Ok(said?)
    }

    /// Which keys may have been stolen, as far as this node has heard.
    pub(crate) fn known_stolen(&self) -> Arc<KeySet> {
        let kept = self.stolen.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&kept)
    }

    pub(super) fn keep_stolen(&self, stolen: KeySet) {
        *self.stolen.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(stolen);
    }

    /// What an owner has to renew.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn to_renew(&self, account: AccountId) -> Result<ToRenew, Fault> {
        let now = self.now();
        let found: Result<ToRenew, Error> = self
            .db
            .read("to_renew", |tx| async move {
                let stolen = stolen(&tx).await?;
                to_renew(&tx, account, &stolen, now).await
            })
            .await;
        Ok(found?)
    }
}

/// The keys that may have been stolen.
pub(super) async fn stolen(tx: &Tx) -> Result<KeySet, Error> {
    let keys = repo::stolen_key::list(tx).await?.into_iter();
    Ok(keys
        .filter_map(|key| Some((KeyKind::parse(&key.kind)?, key.id)))
        .collect())
}

/// What of an account, a mailbox or an app's, rests on them.
pub(crate) async fn to_renew(
    tx: &Tx,
    account: AccountId,
    stolen: &KeySet,
    now: Timestamp,
) -> Result<ToRenew, Error> {
    if stolen.is_empty() {
        return Ok(ToRenew::default());
    }
    let mut rests = RestsOn::default();
    if let Some(owner) = repo::account::load(tx, account).await? {
        rests.password = owner.password.map(|(_, pepper)| pepper);
    }
    let totps = repo::totp::list(tx, account).await?;
    if let Some(totp) = totps.iter().find(|totp| totp.in_force(now)) {
        rests.phone = crate::seal::key_of(&totp.secret).map(str::to_owned);
        rests.phone_exposed = totp.exposed_at.is_some();
    }
    let sets = repo::code_set::list(tx, account).await?;
    if let Some(set) = sets.iter().find(|set| set.in_force(now)) {
        for code in repo::code::list(tx, account, set.id).await? {
            rests.codes.insert(code.pepper);
            rests.tags.insert(code.tag_key);
        }
    }
    Ok(ToRenew::of(&rests, stolen))
}
