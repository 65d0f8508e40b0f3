//! The question: drawn, kept sealed for five minutes, and spent by its answer.

use crate::{App, Fault, Session, Visit};
use counterfoil_model::passkey::{ASKED_AN_HOUR, CEREMONY_LASTS, NameError, Purpose};
use counterfoil_model::{AccountId, CeremonyId, Span};
use counterfoil_store::repo::{self, passkey::Passkey as Kept, passkey_ceremony::Ceremony};
use counterfoil_store::{Error, Tx};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyAuthentication, PasskeyRegistration, Uuid,
};

/// A question on its way to a browser.
#[derive(Debug)]
pub struct Asked {
    /// Its id, which comes back with the answer.
    pub ceremony: String,
    /// What `navigator.credentials` takes, as JSON.
    pub options: serde_json::Value,
}

/// Why nothing is asked.
#[derive(Debug, thiserror::Error)]
pub enum AskPasskeyRefusal {
    /// The name can't be used.
    #[error(transparent)]
    Name(#[from] NameError),
    /// There are so many that there is room for none.
    #[error("there are enough passkeys")]
    TooMany,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// No passkey works here, or none of this account.
    #[error("no passkey works")]
    NoPasskey,
    /// The network asked too often.
    #[error("too many questions")]
    TooOften,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for AskPasskeyRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// What an answer is judged by.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// A new passkey.
    Register(PasskeyRegistration),
    /// One of these.
    OneOf(PasskeyAuthentication),
    /// Whichever the browser has.
    Any(DiscoverableAuthentication),
}

const QUESTION: &str = "passkey-question";
const CREDENTIAL: &str = "passkey";

impl App {
    /// Whether browsers allow passkeys at the public address.
    #[must_use]
    pub const fn has_passkeys(&self) -> bool {
        self.relying_party.webauthn().is_some()
    }

    /// Asks a passkey of the account of this session or half-session.
    ///
    /// # Errors
    /// [`AskPasskeyRefusal`].
    pub async fn ask_passkey(
        &self,
        session: &Session,
        purpose: Purpose,
    ) -> Result<Asked, AskPasskeyRefusal> {
        let now = self.now();
        let webauthn = self
            .relying_party
            .webauthn()
            .ok_or(AskPasskeyRefusal::NoPasskey)?;
        if purpose == Purpose::Found && !session.is_fresh(now) {
            return Err(AskPasskeyRefusal::StepUpWanted);
        }
        let protection = self.protection(session.account).await?;
        let asked: Vec<&Kept> = match purpose {
            Purpose::Thaw => protection.kept_passkeys(now).collect(),
            Purpose::Found => protection.suspended_passkeys(now).collect(),
            _ => protection.passkeys(now).collect(),
        };
        if asked.is_empty() {
            return Err(AskPasskeyRefusal::NoPasskey);
        }
        let credentials = asked
            .into_iter()
            .map(|kept| self.credential(session.account, kept))
            .collect::<Result<Vec<_>, Fault>>()?;
        let (options, state) = webauthn
            .start_passkey_authentication(&credentials)
            .map_err(|_| Fault::Broken("no question can be put to the passkeys"))?;
        let question = Question::OneOf(state);
        self.keep_question(session.account, purpose, session.hash, &question, &options)
            .await
    }

    /// Asks whichever passkey a browser has, before anybody has proved who they are: it names none, so it tells nothing.
    ///
    /// # Errors
    /// [`AskPasskeyRefusal`].
    pub async fn ask_any_passkey(
        &self,
        visit: &Visit,
        purpose: Purpose,
    ) -> Result<Asked, AskPasskeyRefusal> {
        let now = self.now();
        let webauthn = self
            .relying_party
            .webauthn()
            .ok_or(AskPasskeyRefusal::NoPasskey)?;
        let scope = &format!("passkey-asked:{}", visit.network());
        let counted: Result<_, Error> = self
            .db
            .run("passkey_asked", |tx| async move {
                let hour = repo::clock::hour(&tx, AccountId::NOBODY, scope).await?;
                let goes_on = hour.since.is_some_and(|since| now < since + Span::hours(1));
                if goes_on && hour.failures >= ASKED_AN_HOUR {
                    return Ok(false);
                }
                repo::clock::hour_failed(&tx, AccountId::NOBODY, scope, now).await?;
                Ok(true)
            })
            .await;
        if !counted? {
            return Err(AskPasskeyRefusal::TooOften);
        }
        let (mut options, state) = webauthn
            .start_discoverable_authentication()
            .map_err(|_| Fault::Broken("no question can be put to a passkey"))?;
        // The page says whether the browser offers it in a field or is asked by a button.
        options.mediation = None;
        let question = Question::Any(state);
        self.keep_question(
            AccountId::NOBODY,
            purpose,
            visit.browser,
            &question,
            &options,
        )
        .await
    }

    /// Asks for a new passkey of this account, besides those it has.
    pub(super) async fn ask_for_new(
        &self,
        session: &Session,
        there: &[&Kept],
    ) -> Result<Asked, AskPasskeyRefusal> {
        let webauthn = self
            .relying_party
            .webauthn()
            .ok_or(AskPasskeyRefusal::NoPasskey)?;
        let ids = there
            .iter()
            .map(|kept| kept.credential_id.clone())
            .collect();
        let (options, state) = webauthn
            .start_passkey_registration(
                user_id(session.account),
                &session.owner.address,
                &session.owner.name,
                Some(ids),
            )
            .map_err(|_| Fault::Broken("no question can be put to a new passkey"))?;
        let mut options = serde_json::to_value(options).map_err(unwritten)?;
        // Kept where it can be found without an address, if there is room; else it is a second step all the same.
        if let Some(selection) = options
            .pointer_mut("/publicKey/authenticatorSelection")
            .and_then(serde_json::Value::as_object_mut)
        {
            selection.insert("residentKey".to_owned(), "preferred".into());
        }
        let question = Question::Register(state);
        self.keep_question(
            session.account,
            Purpose::Register,
            session.hash,
            &question,
            &options,
        )
        .await
    }

    async fn keep_question(
        &self,
        account: AccountId,
        purpose: Purpose,
        bound_to: [u8; 32],
        question: &Question,
        options: &impl Serialize,
    ) -> Result<Asked, AskPasskeyRefusal> {
        let id = CeremonyId::draw(&mut self.chance());
        let plain = serde_json::to_vec(question).map_err(unwritten)?;
        let ceremony = &Ceremony {
            id,
            purpose: purpose.as_str(),
            bound_to,
            question: self.seal(QUESTION, &[account.as_bytes(), id.as_bytes()], &plain)?,
            expires_at: self.now() + CEREMONY_LASTS,
        };
        let kept: Result<(), Error> = self
            .db
            .run("passkey_ask", |tx| async move {
                repo::passkey_ceremony::begin(&tx, account, ceremony).await
            })
            .await;
        kept?;
        Ok(Asked {
            ceremony: id.to_string(),
            options: serde_json::to_value(options).map_err(unwritten)?,
        })
    }

    /// Spends the question that an answer names: once, for the purpose and the session or browser it was put for.
    pub(super) async fn spend_question(
        &self,
        tx: &Tx,
        account: AccountId,
        purpose: Purpose,
        bound_to: &[u8; 32],
        ceremony: CeremonyId,
    ) -> Result<Option<Question>, Error> {
        let now = self.now();
        let spent =
            repo::passkey_ceremony::spend(tx, account, ceremony, purpose.as_str(), bound_to, now)
                .await?;
        let Some(sealed) = spent else {
            return Ok(None);
        };
        let plain = self
            .unseal(
                QUESTION,
                &[account.as_bytes(), ceremony.as_bytes()],
                &sealed,
            )
            .map_err(Error::internal)?;
        serde_json::from_slice(&plain)
            .map(Some)
            .map_err(Error::internal)
    }

    /// The public key of a passkey and what was said of it.
    pub(super) fn credential(&self, account: AccountId, kept: &Kept) -> Result<Passkey, Fault> {
        let bound = [account.as_bytes().as_slice(), kept.id.as_bytes().as_slice()];
        let plain = self.unseal(CREDENTIAL, &bound, &kept.credential)?;
        serde_json::from_slice(&plain).map_err(|_| Fault::Broken("a passkey is damaged"))
    }

    pub(super) fn seal_credential(
        &self,
        account: AccountId,
        id: counterfoil_model::PasskeyId,
        credential: &Passkey,
    ) -> Result<Vec<u8>, Fault> {
        let plain = serde_json::to_vec(credential)
            .map_err(|_| Fault::Broken("a passkey can't be written"))?;
        self.seal(CREDENTIAL, &[account.as_bytes(), id.as_bytes()], &plain)
    }

    /// Seals a passkey once more, under the key in use.
    pub(crate) fn reseal_passkey(
        &self,
        account: AccountId,
        id: counterfoil_model::PasskeyId,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        self.seal_again(CREDENTIAL, &[account.as_bytes(), id.as_bytes()], sealed)
    }
}

fn unwritten(_: serde_json::Error) -> Fault {
    Fault::Broken("a question to a passkey can't be written")
}

/// What an authenticator knows an account by: our own id, which says nothing about the person.
pub(super) const fn user_id(account: AccountId) -> Uuid {
    Uuid::from_bytes(*account.as_bytes())
}
