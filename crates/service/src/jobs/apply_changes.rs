//! Changes take effect by their own times; this only tells the owner that they did.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::EventKind;
use counterfoil_store::{Error, repo};

impl App {
    /// Tells of every change that took effect since the last time; how many there were.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn announce_applied_changes(&self) -> Result<usize, Fault> {
        let now = self.now();
        let due: Result<_, Error> = self
            .db
            .read("changes_due", |tx| async move {
                repo::change::due(&tx, now).await
            })
            .await;
        let mut told = 0;
        for change in &due? {
            let done: Result<_, Error> = self
                .db
                .run("change_applied", |tx| async move {
                    // Only one node gets to tell.
                    if !repo::change::applied(&tx, change.account, change.id).await? {
                        return Ok(0);
                    }
                    let happening =
                        Happening::of(EventKind::ChangeApplied).with("change", &change.kind);
                    self.tell(&tx, change.account, happening, now).await?;
                    Ok(1)
                })
                .await;
            told += done?;
        }
        Ok(told)
    }
}
