//! The operator's list of accounts.

use crate::{App, Fault};
use counterfoil_model::{AccountId, MailAddress, Timestamp};
use counterfoil_store::{Error, repo};

/// One line of the list.
#[derive(Clone, Debug)]
pub struct ListedAccount {
    /// The mailbox's address.
    pub address: String,
    /// The owner's name.
    pub name: String,
    /// `owner` or `operator`.
    pub role: String,
    /// `invited`, `active` or `suspended`.
    pub state: String,
    /// Since when it is frozen, if it is.
    pub frozen_at: Option<Timestamp>,
    /// Whether a password alone opens nothing.
    pub second_factor: bool,
    /// How many codes are left, if a sheet is in force.
    pub codes_left: Option<usize>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Whether it came from another system.
    pub imported: bool,
    /// Whether somebody signed in to it, in a browser or by a mail program.
    pub signed_in: bool,
}

impl App {
    /// All accounts, oldest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn list_accounts(&self) -> Result<Vec<ListedAccount>, Fault> {
        let accounts: Result<_, Error> = self
            .db
            .read("list_accounts", |tx| async move {
                Ok((
                    repo::account::list(&tx).await?,
                    repo::account::signed_in(&tx).await?,
                ))
            })
            .await;
        let (accounts, signed_in) = accounts?;
        let mut listed = Vec::new();
        for account in accounts {
            let status = self.codes_status(account.id).await?;
            listed.push(ListedAccount {
                address: account.address,
                name: account.name,
                role: account.role,
                state: account.state,
                frozen_at: account.frozen_at,
                second_factor: account.second_factor_since.is_some(),
                codes_left: status.sheet.map(|_| status.left),
                created_at: account.created_at,
                imported: account.imported_at.is_some(),
                signed_in: signed_in.contains(&account.id),
            });
        }
        Ok(listed)
    }

    /// The account that an address names, for an operator.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn account_of(&self, address: &str) -> Result<Option<AccountId>, Fault> {
        let Ok(address) = MailAddress::parse(address) else {
            return Ok(None);
        };
        let key = address.key();
        let found: Result<_, Error> = self
            .db
            .read("account_of", |tx| async move {
                repo::account::find(&tx, key).await
            })
            .await;
        Ok(found?)
    }
}
