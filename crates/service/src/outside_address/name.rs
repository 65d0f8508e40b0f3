//! The owner's own name for an address. It changes nothing about who hears of what.

use super::add::label_of;
use crate::session::must_go_on;
use crate::{App, Fault, Session};
use counterfoil_model::OutsideAddressId;
use counterfoil_model::app_password::LabelError;
use counterfoil_store::{Error, repo};

/// Why an address isn't named.
#[derive(Debug, thiserror::Error)]
pub enum NameAddressRefusal {
    /// The name can't be used.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// There is no such address.
    #[error("that address isn't there")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for NameAddressRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Names an address; an empty name takes the one it has away.
    ///
    /// # Errors
    /// [`NameAddressRefusal`].
    pub async fn name_outside_address(
        &self,
        session: &Session,
        id: OutsideAddressId,
        typed: &str,
    ) -> Result<(), NameAddressRefusal> {
        let label = label_of(typed)?;
        let account = session.account;
        let named: Result<_, Error> = self
            .db
            .run("name_outside_address", |tx| async move {
                must_go_on(&tx, session).await?;
                repo::outside_address::name(&tx, account, id, label).await
            })
            .await;
        named?.map(drop).ok_or(NameAddressRefusal::Unknown)
    }
}
