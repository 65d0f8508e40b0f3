//! Another name for a passkey.

use super::add::names;
use crate::announce::Happening;
use crate::protection::Protection;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::passkey::{NameError, name};
use counterfoil_model::{EventKind, PasskeyId};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, passkey::Passkey as Kept};

/// Why it keeps its name.
#[derive(Debug, thiserror::Error)]
pub enum RenamePasskeyRefusal {
    /// The name can't be used.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The account has no such passkey.
    #[error("no such passkey")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RenamePasskeyRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Gives a passkey another name. It opens nothing more and nothing less, so it needs no step-up; it is told all the same,
    /// because the name is what its owner knows it by.
    ///
    /// # Errors
    /// [`RenamePasskeyRefusal`].
    pub async fn rename_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        id: PasskeyId,
        typed: &str,
    ) -> Result<(), RenamePasskeyRefusal> {
        let (account, now) = (session.account, self.now());
        let renamed: Result<_, Error> = self
            .db
            .run("rename_passkey", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(protection) = Protection::load(&tx, account).await? else {
                    return Ok(Err(RenamePasskeyRefusal::Unknown));
                };
                let (own, others): (Vec<&Kept>, Vec<&Kept>) =
                    protection.listed(now).partition(|kept| kept.id == id);
                let Some(own) = own.first() else {
                    return Ok(Err(RenamePasskeyRefusal::Unknown));
                };
                let wanted = match name(typed, &names(&others)) {
                    Ok(name) => name,
                    Err(error) => return Ok(Err(error.into())),
                };
                if repo::passkey::rename(&tx, account, id, wanted, now).await? {
                    let told = Happening::of(EventKind::PasskeyRenamed)
                        .by(visit)
                        .with("label", wanted)
                        .with("was", &own.name);
                    self.tell(&tx, account, told, now).await?;
                }
                Ok(Ok(()))
            })
            .await;
        renamed?
    }
}
