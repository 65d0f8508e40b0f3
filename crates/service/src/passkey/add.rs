//! Adding a passkey: after a step-up, told on every channel, at once or after the hold.

use super::answer::PasskeyAnswer;
use super::ceremony::{AskPasskeyRefusal, Asked, Question};
use crate::announce::Happening;
use crate::protection::Protection;
use crate::{App, Fault, LinkKind, Session, SessionToken, Visit};
use counterfoil_model::passkey::{AT_MOST, NameError, Purpose, given_name, name};
use counterfoil_model::{ChangeId, EventKind, Hold, Method, PasskeyId, SensitiveAction, Timestamp};
use counterfoil_store::repo::{self, change::Change, passkey::Passkey as Kept};
use counterfoil_store::{Error, Tx};
use webauthn_rs::prelude::{Credential, RegisterPublicKeyCredential};

/// A passkey that was added.
#[derive(Debug)]
pub struct AddedPasskey {
    /// The session's new id: its rights have changed.
    pub token: SessionToken,
    /// What it is called.
    pub name: String,
    /// From when on it opens the door.
    pub effective_at: Timestamp,
    /// Whether that is now.
    pub at_once: bool,
}

/// Why none is added.
#[derive(Debug, thiserror::Error)]
pub enum AddPasskeyRefusal {
    /// The name can't be used.
    #[error(transparent)]
    Name(#[from] NameError),
    /// Twenty are enough.
    #[error("there are {AT_MOST} already")]
    TooMany,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// The question is too old, was answered before, or the session is over.
    #[error("the question can't be answered any more")]
    Over,
    /// It isn't a passkey that works here, or the account has it already.
    #[error("that passkey can't be used")]
    Refused,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for AddPasskeyRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// A passkey as it comes from the browser.
struct New {
    id: PasskeyId,
    credential_id: Vec<u8>,
    sealed: Vec<u8>,
    aaguid: [u8; 16],
    counter: i64,
}

impl App {
    /// Asks for a new passkey. The name is looked at first, so that no device makes one in vain; empty, it gets one later.
    ///
    /// # Errors
    /// [`AskPasskeyRefusal`].
    pub async fn ask_for_new_passkey(
        &self,
        session: &Session,
        typed: &str,
    ) -> Result<Asked, AskPasskeyRefusal> {
        let now = self.now();
        if !session.is_fresh(now) {
            return Err(AskPasskeyRefusal::StepUpWanted);
        }
        let protection = self.protection(session.account).await?;
        let there: Vec<&Kept> = protection.listed(now).collect();
        if there.len() >= AT_MOST {
            return Err(AskPasskeyRefusal::TooMany);
        }
        if !typed.trim().is_empty() {
            name(typed, &names(&there))?;
        }
        // Whoever lost one to a freeze may make it anew on the same device.
        let going_on: Vec<&Kept> = there.into_iter().filter(|own| own.goes_on(now)).collect();
        self.ask_for_new(session, &going_on).await
    }

    /// Adds the passkey that a browser made. From then on, or after the hold, it opens the account.
    ///
    /// # Errors
    /// [`AddPasskeyRefusal`].
    pub async fn add_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
        typed: &str,
    ) -> Result<AddedPasskey, AddPasskeyRefusal> {
        if !session.is_fresh(self.now()) {
            return Err(AddPasskeyRefusal::StepUpWanted);
        }
        let new = &self.new_passkey(session, answer).await?;
        let now = self.now();
        let (effective_at, at_once) = match session.hold(SensitiveAction::StageFactor, self) {
            Hold::AtOnce => (now, true),
            Hold::AfterDelay {
                takes_effect_at: at,
            }
            | Hold::NotBefore { allowed_at: at } => (at, false),
        };
        let account = session.account;
        let added: Result<_, Error> = self
            .db
            .run("add_passkey", |tx| async move {
                let Some(protection) = Protection::load(&tx, account).await? else {
                    return Ok(Err(AddPasskeyRefusal::Over));
                };
                let there: Vec<&Kept> = protection.listed(now).collect();
                if there.len() >= AT_MOST {
                    return Ok(Err(AddPasskeyRefusal::TooMany));
                }
                let called = if typed.trim().is_empty() {
                    given_name(&new.aaguid, &visit.device, &names(&there))
                } else {
                    match name(typed, &names(&there)) {
                        Ok(name) => name.to_owned(),
                        Err(error) => return Ok(Err(error.into())),
                    }
                };
                let methods = if at_once {
                    session.methods.with(Method::Passkey)
                } else {
                    session.methods
                };
                // Whoever was signed out meanwhile, or whose account was shut, adds nothing.
                if !protection.account.admits(now) {
                    return Ok(Err(AddPasskeyRefusal::Over));
                }
                let kept = kept(new, &called, effective_at, now);
                if !repo::passkey::add(&tx, account, &kept).await? {
                    return Ok(Err(AddPasskeyRefusal::Refused));
                }
                let rotated = self
                    .rotate_session(&tx, visit, session, methods, now)
                    .await?;
                let Some(token) = rotated else {
                    return Err(Error::internal("the session was ended meanwhile"));
                };
                if at_once && protection.account.second_factor_since.is_none() {
                    repo::account::set_second_factor(&tx, account, Some(now)).await?;
                }
                self.tell_added(&tx, session, visit, &kept, at_once).await?;
                Ok(Ok(AddedPasskey {
                    token,
                    name: called,
                    effective_at,
                    at_once,
                }))
            })
            .await;
        added?
    }

    /// Spends the question and judges what the browser made.
    async fn new_passkey(
        &self,
        session: &Session,
        answer: PasskeyAnswer<'_>,
    ) -> Result<New, AddPasskeyRefusal> {
        let account = session.account;
        let id = answer.ceremony().ok_or(AddPasskeyRefusal::Over)?;
        let spent: Result<_, Error> = self
            .db
            .run("passkey_made", |tx| async move {
                self.spend_question(&tx, account, Purpose::Register, &session.hash, id)
                    .await
            })
            .await;
        let Some(Question::Register(question)) = spent? else {
            return Err(AddPasskeyRefusal::Over);
        };
        let made: RegisterPublicKeyCredential =
            serde_json::from_str(answer.credential).map_err(|_| AddPasskeyRefusal::Refused)?;
        let webauthn = self.relying_party.webauthn();
        let webauthn = webauthn.ok_or(AddPasskeyRefusal::Refused)?;
        let passkey = webauthn
            .finish_passkey_registration(&made, &question)
            .map_err(|error| {
                tracing::info!(%error, "a new passkey was refused");
                AddPasskeyRefusal::Refused
            })?;
        let id = PasskeyId::draw(&mut self.chance());
        let sealed = self.seal_credential(account, id, &passkey)?;
        let credential = Credential::from(passkey);
        Ok(New {
            id,
            sealed,
            aaguid: aaguid(&made.response.attestation_object),
            counter: credential.counter.into(),
            credential_id: credential.cred_id,
        })
    }

    async fn tell_added(
        &self,
        tx: &Tx,
        session: &Session,
        visit: &Visit,
        kept: &Kept,
        at_once: bool,
    ) -> Result<(), Error> {
        let (account, now, at) = (session.account, kept.made_at, kept.effective_at);
        if at_once {
            let added = Happening::of(EventKind::PasskeyAdded)
                .by(visit)
                .with("label", &kept.name);
            return self.tell(tx, account, added, now).await;
        }
        let id = ChangeId::draw(&mut self.chance());
        let change = Change {
            account,
            id,
            kind: "passkey".to_owned(),
            subject: *kept.id.as_bytes(),
            slot: None,
            state: "waiting".to_owned(),
            asked_at: now,
            effective_at: at,
        };
        repo::change::ask(tx, &change).await?;
        let staged = Happening::of(EventKind::PasskeyStaged)
            .by(visit)
            .with("label", &kept.name)
            .with("until", at.as_micros())
            .link(LinkKind::StopChange, *id.as_bytes(), at);
        self.tell(tx, account, staged, now).await
    }
}

pub(super) fn names<'k>(there: &[&'k Kept]) -> Vec<&'k str> {
    there.iter().map(|kept| kept.name.as_str()).collect()
}

fn kept(new: &New, name: &str, effective_at: Timestamp, now: Timestamp) -> Kept {
    Kept {
        id: new.id,
        credential_id: new.credential_id.clone(),
        credential: new.sealed.clone(),
        name: name.to_owned(),
        aaguid: new.aaguid,
        state: "active".to_owned(),
        counter: new.counter,
        beside_password: false,
        made_at: now,
        last_used_at: None,
        effective_at,
        ended_at: None,
    }
}

/// The AAGUID in an attestation object (Web Authentication, sections 6.1 and 6.5.4): the text `authData`, a byte string, and in
/// that behind 32 bytes of the relying party, one of flags and four of the counter. All zeros where it isn't found: nothing but a
/// name comes of it.
fn aaguid(attestation: &[u8]) -> [u8; 16] {
    const KEY: &[u8] = b"\x68authData";
    let found = attestation
        .windows(KEY.len())
        .position(|window| window == KEY)
        .and_then(|at| attestation.get(at + KEY.len()..))
        .and_then(|rest| match rest.split_first()? {
            (0x58, rest) => rest.get(1..),
            (0x59, rest) => rest.get(2..),
            _ => None,
        });
    found
        .and_then(|data| data.get(37..53)?.try_into().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::aaguid;
    use proptest::prelude::*;

    #[test]
    fn the_aaguid_stands_behind_party_flags_and_counter() {
        let mut object = b"\xa3cfmtdnonegattStmt\xa0\x68authData\x58\x94".to_vec();
        object.extend([1; 32]);
        object.extend([0x45, 0, 0, 0, 7]);
        object.extend([9; 16]);
        object.extend([0; 95]);
        assert_eq!(aaguid(&object), [9; 16]);
        assert_eq!(aaguid(&object[..60]), [0; 16]);
    }

    proptest! {
        #[test]
        fn odd_bytes_have_none(object in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = aaguid(&object);
        }
    }
}
