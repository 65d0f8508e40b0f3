//! The app passwords of an account, as their owner sees them.

use crate::{App, Fault};
use counterfoil_model::app_password::Scopes;
use counterfoil_model::{AccountId, AppPasswordId, Timestamp};
use counterfoil_store::{Error, repo};

/// One line of the list.
#[derive(Clone, Debug)]
pub struct ListedAppPassword {
    /// Its id.
    pub id: AppPasswordId,
    /// What it is called.
    pub label: String,
    /// What it may be used for; `None` when this version knows none of it.
    pub scopes: Option<Scopes>,
    /// When it was made.
    pub made_at: Timestamp,
    /// By which device and from where.
    pub made_by: String,
    /// When it stops or stopped working by itself.
    pub expires_at: Option<Timestamp>,
    /// Whether that has come.
    pub expired: bool,
    /// Last use, up to a few seconds.
    pub last_used_at: Option<Timestamp>,
    /// From which address.
    pub last_address: Option<String>,
    /// By which program, where one said its name.
    pub last_program: Option<String>,
}

impl App {
    /// Whether the main password still opens the mailbox to mail programs: until a second factor is on.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn main_password_opens_mail(&self, account: AccountId) -> Result<bool, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("main_password_opens_mail", |tx| async move {
                repo::account::load(&tx, account).await
            })
            .await;
        Ok(found?.is_some_and(|account| account.second_factor_since.is_none()))
    }

    /// The app passwords that nobody removed, oldest first; those that expired too, so that their owner sees why a program
    /// stopped.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn app_passwords(&self, account: AccountId) -> Result<Vec<ListedAppPassword>, Fault> {
        let now = self.now();
        let all: Result<_, Error> = self
            .db
            .read("app_passwords", |tx| async move {
                repo::app_password::list(&tx, account).await
            })
            .await;
        let listed = all?.into_iter().map(|kept| ListedAppPassword {
            expired: !kept.is_live(now),
            id: kept.id,
            scopes: Scopes::parse(&kept.scopes),
            label: kept.label,
            made_at: kept.made_at,
            made_by: kept.made_by,
            expires_at: kept.expires_at,
            last_used_at: kept.last_used_at,
            last_address: kept.last_address,
            last_program: kept.last_program,
        });
        Ok(listed.collect())
    }
}
