//! Letting apps in and sending them away.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::api_account::{NAME_MAX, is_app_id};
use counterfoil_model::{EventKind, Timestamp};
use counterfoil_store::{Error, repo};

/// An app, as operators see it.
#[derive(Clone, Debug)]
pub struct ListedApp {
    /// Its id.
    pub id: String,
    /// What operators call it.
    pub name: String,
    /// When it was let in.
    pub made_at: Timestamp,
    /// How many accounts it has.
    pub accounts: i64,
    /// How many of its keys work.
    pub keys: usize,
}

/// Why an app isn't let in.
#[derive(Debug, thiserror::Error)]
pub enum AddAppRefusal {
    /// The id can't be one.
    #[error("id: 1 to 64 letters, digits, - _ .")]
    Id,
    /// The name can't be one.
    #[error("name: 1 to 100 characters")]
    Name,
    /// There is one of this id.
    #[error("id: there is an app of this id")]
    Taken,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// Why an app isn't sent away.
#[derive(Debug, thiserror::Error)]
pub enum RemoveAppRefusal {
    /// There is none of this id.
    #[error("there is no app of this id")]
    Unknown,
    /// It has accounts, and nobody said that they may be erased.
    #[error("the app has {0} accounts")]
    HasAccounts(i64),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Lets an app in.
    ///
    /// # Errors
    /// [`AddAppRefusal`].
    pub async fn add_app(&self, id: &str, name: &str) -> Result<(), AddAppRefusal> {
        if !is_app_id(id) {
            return Err(AddAppRefusal::Id);
        }
        let name = name.trim();
        if name.is_empty() || name.chars().count() > NAME_MAX || name.contains(char::is_control) {
            return Err(AddAppRefusal::Name);
        }
        let now = self.now();
        let added: Result<_, Error> = self
            .db
            .run("api_app_add", |tx| async move {
                let added = repo::api_app::add(&tx, id, name, now).await?;
                if added {
                    let told = || Happening::of(EventKind::ApiAppAdded).with("app", id);
                    self.tell_each_operator(&tx, told, now).await?;
                }
                Ok(added)
            })
            .await;
        if added.map_err(Fault::from)? {
            Ok(())
        } else {
            Err(AddAppRefusal::Taken)
        }
    }

    /// Every app, by id.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn apps(&self) -> Result<Vec<ListedApp>, Fault> {
        let now = self.now();
        let listed: Result<_, Error> = self
            .db
            .read("api_apps", |tx| async move {
                let mut listed = Vec::new();
                for app in repo::api_app::list(&tx).await? {
                    let keys = repo::api_app::keys(&tx, &app.id).await?;
                    listed.push(ListedApp {
                        accounts: repo::api_account::count(&tx, &app.id).await?,
                        keys: keys.iter().filter(|key| key.works(now)).count(),
                        id: app.id,
                        name: app.name,
                        made_at: app.made_at,
                    });
                }
                Ok(listed)
            })
            .await;
        Ok(listed?)
    }

    /// Sends an app away: its keys are dead from now on. With `erase` its accounts are erased first.
    ///
    /// # Errors
    /// [`RemoveAppRefusal`].
    pub async fn remove_app(&self, id: &str, erase: bool) -> Result<(), RemoveAppRefusal> {
        if erase {
            self.erase_accounts_of(id).await?;
        }
        let now = self.now();
        let removed: Result<_, Error> = self
            .db
            .run("api_app_remove", |tx| async move {
                let accounts = repo::api_account::count(&tx, id).await?;
                if accounts > 0 {
                    return Ok(Err(RemoveAppRefusal::HasAccounts(accounts)));
                }
                if !repo::api_app::remove(&tx, id, now).await? {
                    return Ok(Err(RemoveAppRefusal::Unknown));
                }
                repo::app_event::forget_due(&tx, id).await?;
                repo::app_webhook::remove(&tx, id).await?;
                let told = || Happening::of(EventKind::ApiAppRemoved).with("app", id);
                self.tell_each_operator(&tx, told, now).await?;
                Ok(Ok(()))
            })
            .await;
        removed.map_err(Fault::from)?
    }
}
