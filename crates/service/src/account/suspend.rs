//! Suspending an account: everything that is open ends, nothing is destroyed.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::{AddressError, EventKind, MailAddress};
use counterfoil_store::{Error, repo};

/// Why an account isn't suspended, or its suspension isn't lifted.
#[derive(Debug, thiserror::Error)]
pub enum SuspendRefusal {
    /// The address can't be one.
    #[error("address: {0}")]
    Address(#[from] AddressError),
    /// No account has this address.
    #[error("address: no account has this address")]
    Unknown,
    /// It is suspended already, or isn't.
    #[error("address: the account is not in that state")]
    NotSo,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for SuspendRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Suspends an account and ends its sessions; `lift` opens it again.
    ///
    /// # Errors
    /// [`SuspendRefusal`].
    pub async fn suspend(&self, address: &str, lift: bool) -> Result<(), SuspendRefusal> {
        let address = &MailAddress::parse(address)?;
        let now = self.now();
        let (from, to, kind) = if lift {
            ("suspended", "active", EventKind::AccountUnsuspended)
        } else {
            ("active", "suspended", EventKind::AccountSuspended)
        };
        let done: Result<_, Error> = self
            .db
            .run("suspend", |tx| async move {
                let Some(account) = repo::account::find(&tx, address.key()).await? else {
                    return Ok(Err(SuspendRefusal::Unknown));
                };
                if !repo::account::set_state(&tx, account, from, to).await? {
                    return Ok(Err(SuspendRefusal::NotSo));
                }
                self.end_access(&tx, account, now).await?;
                self.tell(&tx, account, Happening::of(kind), now).await?;
                Ok(Ok(()))
            })
            .await;
        done?
    }
}
