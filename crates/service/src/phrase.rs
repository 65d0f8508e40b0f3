//! The words that an owner chose so that real mail can be told from fake.
//!
//! They are sealed at rest, stand in every notice to an address that hears of events, and are shown to their owner only right
//! after a step-up: whoever sits down at an open session mustn't learn how to write mail that looks like ours.

use crate::announce::Happening;
use crate::outside_address::NotNow;
use crate::session::must_go_on;
use crate::{App, Fault, Session, SessionToken, Visit};
use counterfoil_model::{AccountId, EventKind, PhraseError, phrase};
use counterfoil_store::repo::account::Account;
use counterfoil_store::{Error, repo};
use zeroize::Zeroizing;

/// Why the phrase isn't changed.
#[derive(Debug, thiserror::Error)]
pub enum PhraseRefusal {
    /// It can't be one.
    #[error(transparent)]
    Phrase(#[from] PhraseError),
    /// Not in this session.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for PhraseRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

const PHRASE: &str = "phrase";

impl App {
    /// Sets the phrase; an empty one takes it away. The notice of it still carries the phrase before, by which its owner knows it.
    ///
    /// # Errors
    /// [`PhraseRefusal`].
    pub async fn set_phrase(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<(), PhraseRefusal> {
        let (account, now) = (session.account, self.now());
        self.may_change_addresses(session)?;
        let sealed = if typed.trim().is_empty() {
            None
        } else {
            let words = phrase(typed)?;
            Some(self.seal(PHRASE, &[account.as_bytes()], words.as_bytes())?)
        };
        let sealed = sealed.as_deref();
        let changed: Result<(), Error> = self
            .db
            .run("set_phrase", |tx| async move {
                must_go_on(&tx, session).await?;
                let changed = Happening::of(EventKind::PhraseChanged)
                    .by(visit)
                    .with("what", if sealed.is_some() { "set" } else { "gone" });
                self.tell(&tx, account, changed, now).await?;
                repo::account::set_phrase(&tx, account, sealed).await
            })
            .await;
        Ok(changed?)
    }

    /// Whether words could be a phrase, or are none at all.
    ///
    /// # Errors
    /// [`PhraseError`].
    pub fn check_phrase(typed: &str) -> Result<(), PhraseError> {
        if typed.trim().is_empty() {
            return Ok(());
        }
        phrase(typed).map(drop)
    }

    /// The phrase that was asked for at set-up, if one was given, in the session that has just begun.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn set_first_phrase(
        &self,
        token: &SessionToken,
        visit: &Visit,
        typed: &str,
    ) -> Result<(), Fault> {
        if typed.trim().is_empty() {
            return Ok(());
        }
        let Ok(session) = self.session(token, visit).await else {
            return Ok(());
        };
        match self.set_phrase(&session, visit, typed).await {
            Err(PhraseRefusal::Internal(fault)) => Err(fault),
            // It was checked before, and a session that has just begun may choose one.
            _ => Ok(()),
        }
    }

    /// Whether there is one.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn has_phrase(&self, account: AccountId) -> Result<bool, Fault> {
        Ok(self.protection(account).await?.account.phrase.is_some())
    }

    /// The phrase, for its owner's eyes.
    ///
    /// # Errors
    /// [`PhraseRefusal`].
    pub async fn phrase(
        &self,
        session: &Session,
    ) -> Result<Option<Zeroizing<String>>, PhraseRefusal> {
        self.may_change_addresses(session)?;
        let account = self.protection(session.account).await?.account;
        Ok(self.phrase_of(&account)?)
    }

    /// Seals a phrase once more, under the key in use.
    pub(crate) fn reseal_phrase(
        &self,
        account: AccountId,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        self.seal_again(PHRASE, &[account.as_bytes()], sealed)
    }

    /// The phrase of an account, to go into a notice.
    pub(crate) fn phrase_of(&self, account: &Account) -> Result<Option<Zeroizing<String>>, Fault> {
        let sealed = account.phrase.as_deref();
        sealed
            .map(|sealed| self.unseal_text(PHRASE, &[account.id.as_bytes()], sealed))
            .transpose()
    }
}
