//! Removing an outside address: it keeps hearing of events, and can put itself back, for seven days.

use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_model::{EventKind, Hold, OutsideAddressId, SensitiveAction, Timestamp};
use counterfoil_store::{Error, repo};

/// Why an address isn't removed.
#[derive(Debug, thiserror::Error)]
pub enum RemoveAddressRefusal {
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// It isn't there.
    #[error("that address isn't there")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for RemoveAddressRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Removes an address.
    ///
    /// # Errors
    /// [`RemoveAddressRefusal`].
    pub async fn remove_outside_address(
        &self,
        session: &Session,
        visit: &Visit,
        id: OutsideAddressId,
    ) -> Result<(), RemoveAddressRefusal> {
        let (account, now) = (session.account, self.now());
        if !session.is_fresh(now) {
            return Err(RemoveAddressRefusal::StepUpWanted);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::ChangeOutsideAddress, self)
        {
            return Err(RemoveAddressRefusal::NotBefore(at));
        }
        let removed: Result<_, Error> = self
            .db
            .run("remove_outside_address", |tx| async move {
                must_go_on(&tx, session).await?;
                let removed = repo::outside_address::remove(&tx, account, id, now).await?;
                let Some((address, verified)) = removed else {
                    return Ok(false);
                };
                let until = now + LinkKind::RestoreAddress.lasts();
                let mut told = Happening::of(EventKind::OutsideAddressRemoved)
                    .by(visit)
                    .with("address", &address);
                // Nobody who reads an unverified address has asked to hear from us.
                if verified {
                    told = told
                        .link(LinkKind::RestoreAddress, *id.as_bytes(), until)
                        .link_only_to(&address);
                }
                self.tell(&tx, account, told, now).await?;
                Ok(true)
            })
            .await;
        if removed? {
            Ok(())
        } else {
            Err(RemoveAddressRefusal::Unknown)
        }
    }
}
