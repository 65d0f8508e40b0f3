//! "I lost my sheet": the set dies at once, with any one factor (N12, N23), and the owner hears of it.

use crate::announce::Happening;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::EventKind;
use counterfoil_store::{Error, repo};

impl App {
    /// Kills the sheets of the account, from a session or a half-session. The account keeps asking for a second step.
    /// Gives the numbers of the sheets that died.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn lose_sheet(&self, session: &Session, visit: &Visit) -> Result<Vec<i64>, Fault> {
        let (account, now) = (session.account, self.now());
        let lost: Result<_, Error> = self
            .db
            .run("lose_sheet", |tx| async move {
                let sheets = repo::code_set::lose(&tx, account, now).await?;
                for kind in ["sheet", "replacement"] {
                    repo::change::stop_kind(&tx, account, kind, now).await?;
                }
                // What waits for a dead sheet must not be announced as if it took effect.
                for change in repo::change::waiting(&tx, account, now).await? {
                    if matches!(change.kind.as_str(), "sheet" | "replacement") {
                        repo::change::stop(&tx, account, change.id, now).await?;
                    }
                }
                for sheet in &sheets {
                    self.tell(
                        &tx,
                        account,
                        Happening::of(EventKind::SheetLost)
                            .by(visit)
                            .with("sheet", sheet),
                        now,
                    )
                    .await?;
                }
                Ok(sheets)
            })
            .await;
        Ok(lost?)
    }
}
