//! Wrong passwords are told together. Not where they are typed: who types them must find no difference between an address that
//! somebody has and one that nobody has.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::EventKind;
use counterfoil_model::sign_in_throttle::{TOLD_AFTER, TOLD_EVERY, is_told};
use counterfoil_store::{Error, repo};

/// So many owners are told in one round.
const ROUND: i64 = 100;

impl App {
    /// Tells owners of wrong passwords once there are enough of them; how many owners that were.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn tell_of_refused_sign_ins(&self) -> Result<usize, Fault> {
        let now = self.now();
        let quiet_since = now - TOLD_EVERY;
        let untold: Result<_, Error> = self
            .db
            .read("refused_sign_ins", |tx| async move {
                repo::clock::untold(&tx, TOLD_AFTER, quiet_since, ROUND).await
            })
            .await;
        let mut told = 0;
        for untold in untold? {
            if !is_told(untold.failures, untold.told_at, now) {
                continue;
            }
            let done: Result<_, Error> = self
                .db
                .run("tell_refused_sign_ins", |tx| async move {
                    // Only one node gets to tell.
                    if !repo::clock::tell_once(&tx, untold.account, quiet_since, now).await? {
                        return Ok(0);
                    }
                    let refused =
                        Happening::of(EventKind::SignInRefused).with("count", untold.failures);
                    self.tell(&tx, untold.account, refused, now).await?;
                    Ok(1)
                })
                .await;
            told += done?;
        }
        Ok(told)
    }
}
