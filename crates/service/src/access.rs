//! Ending what is open: the one place that knows everything by which an account can be reached at a given moment.

use crate::App;
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_store::{Error, Tx, repo};

impl App {
    /// Ends everything that is open: sessions, and the connections of mail programs.
    pub(crate) async fn end_access(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<(), Error> {
        repo::session::end_all(tx, account, now).await?;
        self.cut_off(tx, account, now).await
    }

    /// Ends everything that is open but one session.
    pub(crate) async fn end_other_access(
        &self,
        tx: &Tx,
        account: AccountId,
        keep: &[u8; 32],
        now: Timestamp,
    ) -> Result<(), Error> {
        repo::session::end_others(tx, account, keep, now).await?;
        self.cut_off(tx, account, now).await
    }
}
