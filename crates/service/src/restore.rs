//! After a restore: the database is as it was, and the world isn't. Codes may have been spent since, sessions ended, links used,
//! changes stopped. What can't be known is ended, and everybody is told why.

use crate::App;
use crate::announce::Happening;
use crate::protection::Protection;
use counterfoil_model::passkey::CEREMONY_LASTS;
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// What was restored.
#[derive(Clone, Copy, Debug)]
pub struct Restored {
    /// When the backup was made: what happened later is not in it.
    pub made_at: Timestamp,
    /// Whether sheets go on opening the door, because the operator knows that none was used since.
    pub keep_sets: bool,
}

/// What a restore ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndedByRestore {
    /// How many accounts there are.
    pub accounts: usize,
    /// How many accounts of apps there are.
    pub app_accounts: usize,
    /// How many sheets were retired.
    pub sheets: usize,
    /// Whose only second step was a sheet: their addresses. Nobody but an operator can let them in again.
    pub shut_out: Vec<String>,
    /// How many people were invited and need another invitation.
    pub invited: i64,
}

impl App {
    /// Ends what a backup holds open and what may have been used or taken away after it was made, in the transaction that
    /// restores it: sessions, grants, mail connections, links, changes that wait, and all sheets unless they are kept.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn end_after_restore(
        &self,
        tx: &Tx,
        restored: Restored,
    ) -> Result<EndedByRestore, Error> {
        let now = self.now();
        repo::restored::end_links(tx, now).await?;
        repo::passkey_ceremony::sweep(tx, now + CEREMONY_LASTS).await?;
        let mut ended = EndedByRestore {
            invited: repo::restored::invited(tx).await?,
            ..EndedByRestore::default()
        };
        for account in repo::account::list(tx).await? {
            ended.accounts += 1;
            if account.state == "invited" {
                continue;
            }
            self.end_access(tx, account.id, now).await?;
            self.stop_since(tx, account.id, restored.made_at).await?;
            // One that was removed since is among them. Beside the password it is what any factor from before is; alone it
            // would be both.
            repo::passkey::want_password(tx, account.id).await?;
            if !restored.keep_sets {
                let had_sheet = self.retire_sheets(tx, account.id, &mut ended).await?;
                let left = Protection::load(tx, account.id).await?;
                let strong = left.is_some_and(|left| left.left(now).phone);
                if had_sheet && !strong {
                    ended.shut_out.push(account.address);
                }
            }
            let sheets = if restored.keep_sets {
                "kept"
            } else {
                "retired"
            };
            let told = Happening::of(EventKind::BackupRestored)
                .with("sheets", sheets)
                .with("until", restored.made_at.as_micros());
            self.tell(tx, account.id, told, now).await?;
        }
        self.stop_policy_changes(tx, restored.made_at).await?;
        self.end_of_apps_after_restore(tx, restored, &mut ended)
            .await?;
        Ok(ended)
    }

    /// The same for the accounts of apps. The places in their feeds go on behind any that may have been handed out since: there were
    /// never as many events as microseconds.
    async fn end_of_apps_after_restore(
        &self,
        tx: &Tx,
        restored: Restored,
        ended: &mut EndedByRestore,
    ) -> Result<(), Error> {
        let now = self.now();
        repo::api_app::feed_from(tx, now.as_micros()).await?;
        for account in repo::api_account::list(tx).await? {
            ended.app_accounts += 1;
            repo::code_set::discard_shown(tx, account, restored.made_at).await?;
            let sheets = if restored.keep_sets {
                "kept"
            } else {
                self.retire_sheets(tx, account, ended).await?;
                "retired"
            };
            let told = Happening::of(EventKind::BackupRestored)
                .with("sheets", sheets)
                .with("until", restored.made_at.as_micros());
            self.record(tx, account, &told, now).await?;
        }
        Ok(())
    }

    /// What waited when the backup was made may have been stopped since: it never takes effect. The clock of this is the
    /// backup's, else what came due meanwhile would count as done.
    async fn stop_since(
        &self,
        tx: &Tx,
        account: AccountId,
        made_at: Timestamp,
    ) -> Result<(), Error> {
        for change in repo::change::waiting(tx, account, made_at).await? {
            self.stop_change_in(tx, account, change.id, None, made_at)
                .await?;
        }
        repo::totp::forget_pending(tx, account).await?;
        repo::code_set::discard_shown(tx, account, made_at).await?;
        Ok(())
    }

    async fn retire_sheets(
        &self,
        tx: &Tx,
        account: AccountId,
        ended: &mut EndedByRestore,
    ) -> Result<bool, Error> {
        let sheets = repo::code_set::retire(tx, account, self.now()).await?;
        ended.sheets += sheets.len();
        Ok(!sheets.is_empty())
    }
}
