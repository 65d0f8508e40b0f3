//! The answer: the question is spent, the signature judged, and the passkey taken in the transaction of what it opens.

use super::ceremony::Question;
use crate::announce::Happening;
use crate::freeze::Door;
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::protection::Protection;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::passkey::{Purpose, counter_goes_on};
use counterfoil_model::{AccountId, CeremonyId, EventKind, PasskeyId, Timestamp};
use counterfoil_store::repo::{self, passkey::Passkey as Kept};
use counterfoil_store::{Error, Tx};
use data_encoding::HEXLOWER;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, DiscoverableKey, PublicKeyCredential,
    WebauthnError,
};

/// What a browser sent.
#[derive(Clone, Copy)]
pub struct PasskeyAnswer<'a> {
    /// The id of the question.
    pub ceremony: &'a str,
    /// What `navigator.credentials` gave, as JSON.
    pub credential: &'a str,
}

impl PasskeyAnswer<'_> {
    pub(super) fn ceremony(&self) -> Option<CeremonyId> {
        let bytes = HEXLOWER.decode(self.ceremony.as_bytes()).ok()?;
        Some(CeremonyId::from_bytes(bytes.try_into().ok()?))
    }
}

/// Why an answer leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyRefusal {
    /// The question is too old, was answered before, or was put to somebody else.
    #[error("the question can't be answered any more")]
    Over,
    /// It isn't the answer of a passkey that works here.
    #[error("that passkey doesn't open this")]
    Wrong,
    /// The counter went backwards: there may be two of this passkey.
    #[error("the passkey may have been copied")]
    Copied,
    /// Too many wrong tries; the next is heard then.
    #[error("too early for another try")]
    Wait(Timestamp),
    /// The session is over.
    #[error("the session is over")]
    Ended,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for PasskeyRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl PasskeyRefusal {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Over | Self::Ended => "ended",
            Self::Wrong | Self::Copied => "wrong",
            Self::Wait(_) => "wait",
            Self::Internal(_) => "failed",
        }
    }
}

/// An answer whose signature is right.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    pub(crate) passkey: PasskeyId,
    /// `None` where it went backwards already since the passkey was made.
    counter: Option<u32>,
}

/// The answer to a question isn't one of a passkey that we know, or nobody unlocked it.
struct Unproved;

/// The counter of an answer whose signature is right: `None` where it alone isn't, because it went backwards.
fn judged(result: Result<AuthenticationResult, WebauthnError>) -> Result<Option<u32>, Unproved> {
    match result {
        // Required already when the question was put.
        Ok(result) if result.user_verified() => Ok(Some(result.counter())),
        Err(WebauthnError::CredentialPossibleCompromise) => Ok(None),
        Ok(_) | Err(_) => Err(Unproved),
    }
}

impl App {
    /// Spends the question of a session or half-session and judges the signature.
    pub(crate) async fn hear_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        purpose: Purpose,
        answer: PasskeyAnswer<'_>,
    ) -> Result<Said, PasskeyRefusal> {
        let (account, now) = (session.account, self.now());
        let id = answer.ceremony().ok_or(PasskeyRefusal::Over)?;
        let spent: Result<_, Error> = self
            .db
            .run("passkey_answer", |tx| async move {
                let question = self
                    .spend_question(&tx, account, purpose, &session.hash, id)
                    .await?;
                let Some(Question::OneOf(question)) = question else {
                    return Ok(Err(PasskeyRefusal::Over));
                };
                if let Err(wait) = guess_is_heard(&tx, account, visit, now).await? {
                    return Ok(Err(PasskeyRefusal::Wait(wait.until)));
                }
                Ok(Ok((question, repo::passkey::list(&tx, account).await?)))
            })
            .await;
        let (question, kept) = spent??;
        let said = serde_json::from_str::<PublicKeyCredential>(answer.credential)
            .ok()
            .and_then(|credential| {
                let passkey = find(&kept, credential.get_credential_id())?.id;
                let webauthn = self.relying_party.webauthn()?;
                let result = webauthn.finish_passkey_authentication(&credential, &question);
                let counter = judged(result).ok()?;
                Some(Said { passkey, counter })
            });
        let Some(said) = said else {
            let counted: Result<_, Error> = self
                .db
                .run("passkey_wrong", |tx| async move {
                    self.wrong_guess(&tx, account, visit, Guessed::Other, now)
                        .await
                })
                .await;
            counted?;
            return Err(PasskeyRefusal::Wrong);
        };
        Ok(said)
    }

    /// The account that an answer to nobody's question names, and the passkey. Nothing is judged yet.
    pub(crate) fn named_by(credential: &str) -> Option<(AccountId, PublicKeyCredential)> {
        let credential: PublicKeyCredential = serde_json::from_str(credential).ok()?;
        let account = credential.get_user_unique_id()?.try_into().ok()?;
        Some((AccountId::from_bytes(account), credential))
    }

    /// Spends the question that was put before anybody had said who they are.
    pub(crate) async fn spend_any_question(
        &self,
        visit: &Visit,
        purpose: Purpose,
        answer: PasskeyAnswer<'_>,
    ) -> Result<DiscoverableAuthentication, PasskeyRefusal> {
        let id = answer.ceremony().ok_or(PasskeyRefusal::Over)?;
        let nobody = AccountId::NOBODY;
        let spent: Result<_, Error> = self
            .db
            .run("passkey_answer_alone", |tx| async move {
                self.spend_question(&tx, nobody, purpose, &visit.browser, id)
                    .await
            })
            .await;
        match spent? {
            Some(Question::Any(question)) => Ok(question),
            _ => Err(PasskeyRefusal::Over),
        }
    }

    /// Judges the signature of an answer that named its account itself, by one of its passkeys.
    pub(crate) fn judge_any(
        &self,
        protection: &Protection,
        question: DiscoverableAuthentication,
        credential: &PublicKeyCredential,
        now: Timestamp,
    ) -> Result<Option<Said>, Fault> {
        let webauthn = self.relying_party.webauthn();
        let kept = protection
            .passkeys(now)
            .find(|kept| kept.credential_id == credential.get_credential_id());
        let (Some(webauthn), Some(kept)) = (webauthn, kept) else {
            return Ok(None);
        };
        let known = self.credential(protection.account.id, kept)?;
        let key = DiscoverableKey::from(known);
        let result = webauthn.finish_discoverable_authentication_v2(credential, question, &key);
        Ok(judged(result).ok().map(|counter| Said {
            passkey: kept.id,
            counter,
        }))
    }

    /// Takes an answer in the transaction of what it opens: the passkey works at this door, and its counter went on. One that
    /// went backwards is told to the owner, and opens nothing.
    pub(crate) async fn take_passkey(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        (door, beside_password): (Door, bool),
        said: Said,
        now: Timestamp,
    ) -> Result<Result<(), PasskeyRefusal>, Error> {
        let id = said.passkey;
        if let Some(counter) = said.counter.map(i64::from)
            && match door {
                Door::SignIn => {
                    repo::passkey::take(tx, account, id, counter, beside_password, now).await?
                }
                Door::Thaw(_) => repo::passkey::take_to_thaw(tx, account, id, counter, now).await?,
            }
        {
            right_guess(tx, account, visit).await?;
            return Ok(Ok(()));
        }
        self.untaken(tx, account, visit, said, now).await.map(Err)
    }

    /// Why an answer whose signature is right isn't taken.
    pub(crate) async fn untaken(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        said: Said,
        now: Timestamp,
    ) -> Result<PasskeyRefusal, Error> {
        let all = repo::passkey::list(tx, account).await?;
        let Some(kept) = all.iter().find(|kept| kept.id == said.passkey) else {
            return Ok(PasskeyRefusal::Wrong);
        };
        let last = u32::try_from(kept.counter).unwrap_or(u32::MAX);
        if said
            .counter
            .is_some_and(|counter| counter_goes_on(last, counter))
        {
            return Ok(PasskeyRefusal::Wrong);
        }
        let copied = Happening::of(EventKind::PasskeyCopied)
            .by(visit)
            .with("label", &kept.name);
        self.tell(tx, account, copied, now).await?;
        Ok(PasskeyRefusal::Copied)
    }
}

impl Said {
    /// The counter as it is kept, if it went on since the passkey was made.
    pub(crate) fn counter(&self) -> Option<i64> {
        self.counter.map(i64::from)
    }
}

fn find<'k>(kept: &'k [Kept], credential_id: &[u8]) -> Option<&'k Kept> {
    kept.iter().find(|kept| kept.credential_id == credential_id)
}
