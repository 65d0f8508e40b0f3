//! Advisories as operators see them, and as anybody may.

use super::{Advisory, Spread};
use crate::{App, Fault};
use counterfoil_model::AdvisoryId;
use counterfoil_store::{Error, repo};

/// So many stand in a list, the newest first.
const LISTED: i64 = 200;
/// So many stand in the feed.
const FED: usize = 50;

impl App {
    /// Every advisory, the newest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn advisories(&self) -> Result<Vec<Advisory>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("advisories", |tx| async move {
                repo::advisory::list(&tx, LISTED).await
            })
            .await;
        Ok(found?)
    }

    /// One advisory and how far it is mailed and read.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn advisory(&self, id: AdvisoryId) -> Result<Option<(Advisory, Spread)>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("advisory", |tx| async move {
                let Some(advisory) = repo::advisory::load(&tx, id).await? else {
                    return Ok(None);
                };
                let spread = repo::advisory::spread(&tx, id).await?;
                Ok(Some((advisory, spread)))
            })
            .await;
        Ok(found?)
    }

    /// What anybody may read, the newest first: also what is over or was withdrawn, so that whoever follows it hears of that.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn public_advisories(&self) -> Result<Vec<Advisory>, Fault> {
        let out = self.advisories_that_are_out().await?;
        let public = out.into_iter().filter(|advisory| advisory.public);
        Ok(public.take(FED).collect())
    }

    pub(super) async fn advisories_that_are_out(&self) -> Result<Vec<Advisory>, Fault> {
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("advisories_out", |tx| async move {
                repo::advisory::out(&tx, LISTED, now).await
            })
            .await;
        Ok(found?)
    }
}
