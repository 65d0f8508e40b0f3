//! Adding an outside address: it counts once whoever reads its mail confirmed it.

use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_model::{
    AddressError, EventKind, Hold, MailAddress, OutsideAddressId, SensitiveAction, Timestamp,
};
use counterfoil_store::{Error, repo};

/// Why an address isn't added.
#[derive(Debug, thiserror::Error)]
pub enum AddAddressRefusal {
    /// It can't be one.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// It is the mailbox itself, which can't be the only witness of its own recovery (N24).
    #[error("that is the mailbox itself")]
    TheMailbox,
    /// It is there already.
    #[error("that address is there already")]
    Known,
    /// Five is enough.
    #[error("there are five addresses already")]
    TooMany,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for AddAddressRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

const AT_MOST: usize = 5;

impl App {
    /// Adds an address and mails it a link; one that is there and not verified gets a new link.
    ///
    /// # Errors
    /// [`AddAddressRefusal`].
    pub async fn add_outside_address(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<(), AddAddressRefusal> {
        let (account, now) = (session.account, self.now());
        if !session.is_fresh(now) {
            return Err(AddAddressRefusal::StepUpWanted);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::ChangeOutsideAddress, self)
        {
            return Err(AddAddressRefusal::NotBefore(at));
        }
        let address = MailAddress::parse(typed)?;
        let (key, mail, fresh) = (
            address.key(),
            &address.for_mail(),
            OutsideAddressId::draw(&mut self.chance()),
        );
        let added: Result<_, Error> = self
            .db
            .run("add_outside_address", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(owner) = repo::account::load(&tx, account).await? else {
                    return Ok(Err(AddAddressRefusal::TheMailbox));
                };
                if MailAddress::parse(&owner.address).is_ok_and(|mailbox| mailbox.key() == key) {
                    return Ok(Err(AddAddressRefusal::TheMailbox));
                }
                let there = repo::outside_address::list(&tx, account).await?;
                let there: Vec<_> = there
                    .into_iter()
                    .filter(|address| address.removed_at.is_none())
                    .collect();
                let known = there.iter().find(|there| {
                    MailAddress::parse(&there.address).is_ok_and(|there| there.key() == key)
                });
                let id = match known {
                    Some(known) if known.verified_at.is_some() => {
                        return Ok(Err(AddAddressRefusal::Known));
                    }
                    Some(known) => known.id,
                    None if there.len() >= AT_MOST => return Ok(Err(AddAddressRefusal::TooMany)),
                    None => {
                        repo::outside_address::add(&tx, account, fresh, mail, now).await?;
                        fresh
                    }
                };
                let until = now + LinkKind::VerifyAddress.lasts();
                let added = Happening::of(EventKind::OutsideAddressAdded)
                    .by(visit)
                    .with("address", mail);
                self.tell(
                    &tx,
                    account,
                    added
                        .link(LinkKind::VerifyAddress, *id.as_bytes(), until)
                        .link_only_to(mail),
                    now,
                )
                .await?;
                Ok(Ok(()))
            })
            .await;
        added?
    }
}
