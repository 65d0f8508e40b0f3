//! Adding an outside address: a code is mailed there, and it counts once its owner typed that code here (N19).
//!
//! A code rather than a link: a link would let whoever reads the mail of a mistyped address say yes, and become the witness of
//! somebody else's account. A code proves that one person reads that mail and is signed in here.

use super::change::NotNow;
use super::code::count_mailed_code;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::app_password::{LabelError, label};
use counterfoil_model::{
    AddressError, EventKind, IssuedCode, MailAddress, OutsideAddressId, Timestamp,
};
use counterfoil_store::{Error, Tx, repo};

/// What an owner wants.
#[derive(Clone, Copy, Debug)]
pub struct NewAddress<'a> {
    /// The address, as typed.
    pub address: &'a str,
    /// The owner's own name for it, as typed; empty for none.
    pub label: &'a str,
    /// The one whose place it takes, if it isn't added to the others.
    pub replaces: Option<OutsideAddressId>,
}

/// Why an address isn't added.
#[derive(Debug, thiserror::Error)]
pub enum AddAddressRefusal {
    /// It can't be one.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// Its name can't be used.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// It is the mailbox itself, which can't be the only witness of its own recovery (N24).
    #[error("that is the mailbox itself")]
    TheMailbox,
    /// It is there already.
    #[error("that address is there already")]
    Known,
    /// Five is enough.
    #[error("there are five addresses already")]
    TooMany,
    /// The one whose place it would take doesn't count.
    #[error("that address isn't there")]
    NothingToReplace,
    /// So many codes were mailed within the hour that the next one waits until then.
    #[error("too many codes were mailed")]
    TooOften(Timestamp),
    /// Not in this session.
    #[error(transparent)]
    NotNow(#[from] NotNow),
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
    /// Adds an address, to the others or in the place of one of them, and mails it a code; one that is there and not verified
    /// gets a new code. Nothing happens to the one whose place it takes before that code is typed.
    ///
    /// # Errors
    /// [`AddAddressRefusal`].
    pub async fn add_outside_address(
        &self,
        session: &Session,
        visit: &Visit,
        new: NewAddress<'_>,
    ) -> Result<OutsideAddressId, AddAddressRefusal> {
        let (account, now) = (session.account, self.now());
        self.may_change_addresses(session)?;
        let address = MailAddress::parse(new.address)?;
        let label = label_of(new.label)?;
        let (key, mail) = (address.key(), &address.for_mail());
        let fresh = OutsideAddressId::draw(&mut self.chance());
        let code = &IssuedCode::draw(&mut self.chance());
        let added: Result<_, Error> = self
            .db
            .run("add_outside_address", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(owner) = repo::account::load(&tx, account).await? else {
                    return Ok(Err(AddAddressRefusal::TheMailbox));
                };
                if is(&owner.address, key) {
                    return Ok(Err(AddAddressRefusal::TheMailbox));
                }
                let there = repo::outside_address::list(&tx, account).await?;
                let there: Vec<_> = there
                    .into_iter()
                    .filter(|address| address.removed_at.is_none())
                    .collect();
                if let Some(old) = new.replaces
                    && !there.iter().any(|own| own.id == old && own.counts(now))
                {
                    return Ok(Err(AddAddressRefusal::NothingToReplace));
                }
                // One that takes the place of another needs none of its own.
                let room = AT_MOST + usize::from(new.replaces.is_some());
                let known = there.iter().find(|there| is(&there.address, key));
                // To the spelling that was typed first: it is the one that will hear.
                let (id, to) = match known {
                    Some(known) if known.verified_at.is_some() => {
                        return Ok(Err(AddAddressRefusal::Known));
                    }
                    None if there.len() >= room => return Ok(Err(AddAddressRefusal::TooMany)),
                    Some(known) => (known.id, known.address.as_str()),
                    None => (fresh, mail.as_str()),
                };
                if let Err(until) = count_mailed_code(&tx, account, now).await? {
                    return Ok(Err(AddAddressRefusal::TooOften(until)));
                }
                if known.is_some() {
                    repo::outside_address::replace(&tx, account, id, new.replaces).await?;
                } else {
                    let replaces = new.replaces;
                    repo::outside_address::add(&tx, account, fresh, mail, label, replaces, now)
                        .await?;
                }
                self.mail_code(&tx, session, visit, (id, to), code, now)
                    .await?;
                Ok(Ok(id))
            })
            .await;
        added?
    }

    async fn mail_code(
        &self,
        tx: &Tx,
        session: &Session,
        visit: &Visit,
        (id, mail): (OutsideAddressId, &str),
        code: &IssuedCode,
        now: Timestamp,
    ) -> Result<(), Error> {
        let account = session.account;
        let until = self.keep_address_code(tx, account, id, code, now).await?;
        let added = Happening::of(EventKind::OutsideAddressAdded)
            .by(visit)
            .with("address", mail)
            .with("until", until.as_micros());
        self.tell(tx, account, added.code(code, until).only_to(mail), now)
            .await
    }
}

/// Whether a kept address is the one of this key, however it is spelled.
fn is(kept: &str, key: &str) -> bool {
    MailAddress::parse(kept).is_ok_and(|kept| kept.key() == key)
}

/// The owner's own name for an address, if there is one.
pub(super) fn label_of(typed: &str) -> Result<Option<&str>, LabelError> {
    match label(typed) {
        Ok(label) => Ok(Some(label)),
        Err(LabelError::Empty) => Ok(None),
        Err(error) => Err(error),
    }
}
