//! Inviting: seven days, to another address or on paper, because a new mailbox can't receive its own invitation.

use crate::announce::Happening;
use crate::{App, Fault, LinkKind, LinkToken, Session};
use counterfoil_model::{AccountId, AddressError, EventKind, MailAddress, Timestamp};
use counterfoil_store::repo::account::NewAccount;
use counterfoil_store::{Error, Tx, repo};

/// An account that waits for its owner.
#[derive(Debug)]
pub struct Invited {
    /// The account.
    pub account: AccountId,
    /// The link to be handed over on paper; `None` when it goes by mail.
    pub link: Option<LinkToken>,
}

/// Somebody to be invited.
#[derive(Debug)]
pub(crate) struct NewGuest<'a> {
    /// The mailbox's address.
    pub(crate) address: &'a MailAddress,
    /// What to call its owner.
    pub(crate) name: &'a str,
    /// BCP 47 tag.
    pub(crate) language: &'a str,
    /// Where the invitation is mailed; `None` for a link to be handed over.
    pub(crate) to: Option<&'a MailAddress>,
}

/// Why nobody is invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteRefusal {
    /// The mailbox's address can't be used.
    #[error("address: {0}")]
    Address(AddressError),
    /// The address for the invitation can't be used.
    #[error("to: {0}")]
    To(AddressError),
    /// The invitation would go to the mailbox that nobody can open yet.
    #[error("to: an invitation can't go to the mailbox it opens")]
    ToItself,
    /// Only operators invite.
    #[error("only an operator invites")]
    OperatorsOnly,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// The address has an account.
    #[error("address: this address has an account already")]
    Exists,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for InviteRefusal {
    fn from(error: Error) -> Self {
        if error.is_unique_violation() {
            Self::Exists
        } else {
            Self::Internal(error.into())
        }
    }
}

impl App {
    /// Whether this session may invite now: an operator's, with a factor proved lately.
    ///
    /// # Errors
    /// [`InviteRefusal::OperatorsOnly`], [`InviteRefusal::StepUpWanted`].
    pub fn may_invite(&self, session: &Session) -> Result<(), InviteRefusal> {
        if !session.owner.operator {
            Err(InviteRefusal::OperatorsOnly)
        } else if session.is_fresh(self.now()) {
            Ok(())
        } else {
            Err(InviteRefusal::StepUpWanted)
        }
    }

    /// Makes an account that waits for its owner, and an invitation to it: by mail to another address, or as a link to be
    /// printed. Somebody invited and not enrolled yet is invited again; the earlier link is void.
    ///
    /// # Errors
    /// [`InviteRefusal`].
    pub async fn invite(
        &self,
        address: &str,
        name: &str,
        language: &str,
        to: Option<&str>,
    ) -> Result<Invited, InviteRefusal> {
        let address = MailAddress::parse(address).map_err(InviteRefusal::Address)?;
        let to = to
            .map(MailAddress::parse)
            .transpose()
            .map_err(InviteRefusal::To)?;
        if to.as_ref() == Some(&address) {
            return Err(InviteRefusal::ToItself);
        }
        let (address, to) = (&address, to.as_ref());
        let (fresh, now) = (AccountId::draw(&mut self.chance()), self.now());
        let guest = &NewGuest {
            address,
            name,
            language,
            to,
        };
        let invited: Result<_, Error> = self
            .db
            .run("invite", |tx| async move {
                self.invite_in(&tx, guest, fresh, true, now).await
            })
            .await;
        invited?.ok_or(InviteRefusal::Exists)
    }

    /// Invites in this transaction. `None` when somebody enrolled at this address, or, unless `again`, when they were invited.
    pub(crate) async fn invite_in(
        &self,
        tx: &Tx,
        guest: &NewGuest<'_>,
        fresh: AccountId,
        again: bool,
        now: Timestamp,
    ) -> Result<Option<Invited>, Error> {
        let (typed, key) = (&guest.address.to_string(), guest.address.key());
        let account = if let Some(known) = repo::account::find(tx, key).await? {
            let waits = repo::account::load(tx, known)
                .await?
                .is_some_and(|account| account.state == "invited");
            if !waits || !again {
                return Ok(None);
            }
            repo::link::void(tx, known, LinkKind::Invitation.as_str(), now).await?;
            known
        } else {
            let new = NewAccount {
                id: fresh,
                address: typed,
                address_key: key,
                name: guest.name,
                language: guest.language,
                role: "owner",
                state: "invited",
            };
            repo::account::enter(tx, &new, now).await?;
            fresh
        };
        let invited = Happening::of(EventKind::AccountInvited).with("address", typed);
        let until = now + LinkKind::Invitation.lasts();
        let Some(to) = guest.to.map(MailAddress::for_mail) else {
            self.tell(tx, account, invited, now).await?;
            let link = self
                .make_link(tx, account, LinkKind::Invitation, None, until, now)
                .await?;
            return Ok(Some(Invited {
                account,
                link: Some(link),
            }));
        };
        let mailed = invited
            .link(LinkKind::Invitation, *account.as_bytes(), until)
            .only_to(&to);
        self.tell(tx, account, mailed, now).await?;
        Ok(Some(Invited {
            account,
            link: None,
        }))
    }
}
