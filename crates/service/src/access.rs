//! Ending what is open: the one place that knows everything by which an account can be reached at a given moment.

use crate::openid::end::Why;
use crate::{App, Visit};
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_store::{Error, Tx, repo};

impl App {
    /// Ends everything that is open: sessions, what apps hold, and the connections of mail programs.
    pub(crate) async fn end_access(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<(), Error> {
        repo::session::end_all(tx, account, now).await?;
        let ended = repo::app_grant::end_all(tx, account, now).await?;
        self.grants_ended(tx, account, ended, Why::SignedOut(None), now)
            .await?;
        self.cut_off(tx, account, now).await
    }

    /// Ends everything that is open but one session and the apps that signed in from it.
    pub(crate) async fn end_other_access(
        &self,
        tx: &Tx,
        account: AccountId,
        keep: &[u8; 32],
        now: Timestamp,
    ) -> Result<(), Error> {
        repo::session::end_others(tx, account, keep, now).await?;
        let ended = repo::app_grant::end_of_others(tx, account, keep, now).await?;
        self.grants_ended(tx, account, ended, Why::SignedOut(None), now)
            .await?;
        self.cut_off(tx, account, now).await
    }

    /// Ends what apps hold that signed in from a session which has ended.
    pub(crate) async fn end_apps_of(
        &self,
        tx: &Tx,
        account: AccountId,
        session: &[u8; 32],
        visit: &Visit,
        now: Timestamp,
    ) -> Result<(), Error> {
        let ended = repo::app_grant::end_of_session(tx, account, session, now).await?;
        let why = Why::SignedOut(Some(visit));
        self.grants_ended(tx, account, ended, why, now).await
    }
}
