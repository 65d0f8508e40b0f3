//! Enrolling: the first operator by the set-up link, everybody else by an invitation.

use crate::announce::Happening;
use crate::{App, Fault, LinkKind, LinkToken, SessionToken, Visit};
use counterfoil_model::password::{self, Context, NormalizedPassword};
use counterfoil_model::{
    AccountId, AddressError, EventKind, MailAddress, Method, Methods, PasswordRefusal,
};
use counterfoil_store::repo::account::NewAccount;
use counterfoil_store::{Error, repo};

/// What somebody who enrols typed.
#[derive(Clone, Copy, Debug)]
pub struct Enrolling<'a> {
    /// The mailbox's address; only by the set-up link, an invitation names it.
    pub address: &'a str,
    /// What to call them.
    pub name: &'a str,
    /// BCP 47 tag of the language of their pages, sheets and notices.
    pub language: &'a str,
    /// The password: alone until a second step is added.
    pub password: &'a str,
}

/// Why somebody isn't enrolled.
#[derive(Debug, thiserror::Error)]
pub enum EnrolRefusal {
    /// The link was used, has ended, or never was one.
    #[error("this link doesn't work any more")]
    LinkOver,
    /// The address can't be used.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The name is empty or longer than 80 characters.
    #[error("the name is empty or too long")]
    Name,
    /// The password is too short, too long or too common.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for EnrolRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

const NAME_MAX: usize = 80;

fn check_name(name: &str) -> Result<&str, EnrolRefusal> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(EnrolRefusal::Name);
    }
    Ok(name)
}

impl App {
    /// Judges a new password (P15) of at least so many characters.
    ///
    /// # Errors
    /// [`PasswordRefusal`].
    pub fn check_password(
        &self,
        password: &str,
        address: &str,
        name: &str,
        least: usize,
    ) -> Result<NormalizedPassword, PasswordRefusal> {
        let context = Context {
            least,
            address,
            name,
            service: &self.service_name,
            blocklist: &self.blocklist,
        };
        password::check(password, &context)
    }

    /// Enrols the first operator and signs them in.
    ///
    /// # Errors
    /// [`EnrolRefusal`].
    pub async fn accept_set_up(
        &self,
        token: &LinkToken,
        visit: &Visit,
        enrolling: Enrolling<'_>,
    ) -> Result<SessionToken, EnrolRefusal> {
        let name = check_name(enrolling.name)?;
        let address = MailAddress::parse(enrolling.address)?;
        let least = self.policy().await?.password_least(false);
        let password = self.check_password(enrolling.password, address.key(), name, least)?;
        if token.account() != AccountId::NOBODY {
            return Err(EnrolRefusal::LinkOver);
        }
        let account = AccountId::draw(&mut self.chance());
        let (phc, pepper) = &self.hash_password(account, password.as_bytes()).await?;
        let (hash, now, typed, key) = (
            token.hash(),
            self.now(),
            &address.to_string(),
            address.key(),
        );
        let enrolled: Result<_, Error> = self
            .db
            .run("accept_set_up", |tx| async move {
                // Once there is an operator the link is void, however many were printed.
                let used = repo::link::consume(
                    &tx,
                    AccountId::NOBODY,
                    &hash,
                    LinkKind::SetUp.as_str(),
                    now,
                )
                .await?;
                if used.is_none() || repo::account::any_operator(&tx).await? {
                    return Ok(None);
                }
                repo::link::void(&tx, AccountId::NOBODY, LinkKind::SetUp.as_str(), now).await?;
                let new = NewAccount {
                    id: account,
                    address: typed,
                    address_key: key,
                    name,
                    language: enrolling.language,
                    role: "operator",
                    state: "active",
                };
                repo::account::enter(&tx, &new, now).await?;
                repo::account::set_password(&tx, account, phc, pepper, now).await?;
                self.tell(
                    &tx,
                    account,
                    Happening::of(EventKind::AccountCreated).by(visit),
                    now,
                )
                .await?;
                let token = self
                    .finish_sign_in(
                        &tx,
                        account,
                        visit,
                        Methods::NONE.with(Method::Password),
                        now,
                    )
                    .await?;
                Ok(Some(token))
            })
            .await;
        match enrolled {
            Err(error) if error.is_unique_violation() => Err(EnrolRefusal::LinkOver),
            other => other?.ok_or(EnrolRefusal::LinkOver),
        }
    }

    /// Enrols somebody who was invited and signs them in.
    ///
    /// # Errors
    /// [`EnrolRefusal`].
    pub async fn accept_invitation(
        &self,
        token: &LinkToken,
        visit: &Visit,
        enrolling: Enrolling<'_>,
    ) -> Result<SessionToken, EnrolRefusal> {
        let name = check_name(enrolling.name)?;
        let view = self
            .look_at_link(token, LinkKind::Invitation)
            .await
            .map_err(|_| EnrolRefusal::LinkOver)?;
        let least = self.policy().await?.password_least(false);
        let password = self.check_password(enrolling.password, &view.address, name, least)?;
        let account = token.account();
        let (phc, pepper) = &self.hash_password(account, password.as_bytes()).await?;
        let (hash, now) = (token.hash(), self.now());
        let enrolled: Result<_, Error> = self
            .db
            .run("accept_invitation", |tx| async move {
                if repo::link::consume(&tx, account, &hash, LinkKind::Invitation.as_str(), now)
                    .await?
                    .is_none()
                {
                    return Ok(None);
                }
                if !repo::account::activate(&tx, account, name, enrolling.language, now).await? {
                    return Ok(None);
                }
                repo::account::set_password(&tx, account, phc, pepper, now).await?;
                self.tell(
                    &tx,
                    account,
                    Happening::of(EventKind::AccountCreated).by(visit),
                    now,
                )
                .await?;
                let token = self
                    .finish_sign_in(
                        &tx,
                        account,
                        visit,
                        Methods::NONE.with(Method::Password),
                        now,
                    )
                    .await?;
                Ok(Some(token))
            })
            .await;
        enrolled?.ok_or(EnrolRefusal::LinkOver)
    }
}
