//! The owner's list: apps that are signed in, and signing one out.

use crate::openid::end::Why;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{GrantId, Timestamp};
use counterfoil_oidc::{Scope, Scopes};
use counterfoil_store::{Error, repo};

/// An app that is signed in.
#[derive(Clone, Debug)]
pub struct OwnApp {
    /// The sign-in at it.
    pub grant: GrantId,
    /// What owners call it.
    pub name: String,
    /// Whether it reads mail.
    pub mail: bool,
    /// Since when.
    pub since: Timestamp,
    /// Last use.
    pub used_at: Timestamp,
    /// The address of the browser that signed in.
    pub network: String,
    /// That browser, in words.
    pub device: String,
}

/// Why an app was not signed out.
#[derive(Debug, thiserror::Error)]
pub enum SignOutAppRefusal {
    /// It isn't signed in, or no longer.
    #[error("that app is not signed in")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// The apps that are signed in, newest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn own_apps(&self, session: &Session) -> Result<Vec<OwnApp>, Fault> {
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("own_apps", |tx| async move {
                let mut apps = Vec::new();
                for grant in repo::app_grant::list(&tx, session.account, now).await? {
                    // What the operator removed is dead.
                    let Some(client) = self.client_in(&tx, &grant.client).await? else {
                        continue;
                    };
                    apps.push(OwnApp {
                        grant: grant.id,
                        mail: client
                            .grants(Scopes::read(&grant.scopes))
                            .contains(Scope::Mail),
                        name: client.name,
                        since: grant.opened_at.unwrap_or(grant.made_at),
                        used_at: grant.used_at,
                        network: grant.network,
                        device: grant.device,
                    });
                }
                Ok(apps)
            })
            .await;
        Ok(found?)
    }

    /// Signs one out.
    ///
    /// # Errors
    /// [`SignOutAppRefusal`].
    pub async fn sign_out_app(
        &self,
        session: &Session,
        visit: &Visit,
        grant: GrantId,
    ) -> Result<(), SignOutAppRefusal> {
        let now = self.now();
        let ended: Result<bool, Error> = self
            .db
            .run("sign_out_app", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                let Some(ended) = repo::app_grant::end(&tx, session.account, grant, now).await?
                else {
                    return Ok(false);
                };
                let why = Why::SignedOut(Some(visit));
                self.grants_ended(&tx, session.account, [ended], why, now)
                    .await?;
                Ok(true)
            })
            .await;
        if ended.map_err(Fault::from)? {
            Ok(())
        } else {
            Err(SignOutAppRefusal::Unknown)
        }
    }
}
