//! A forgotten password: one code beside six digits of the authenticator app, or beside a passkey, sets a new one (N21, A10). The answers tell a
//! stranger nothing: unknown address, no app, no sheet, wrong code and wrong factor get one answer and one slow hash.

use crate::announce::Happening;
use crate::codes::ReadBack;
use crate::guess::{Guessed, guess_is_heard, right_guess};
use crate::passkey::{PasskeyAnswer, PasskeyRefusal, Said};
use crate::session::{Kind, Opening};
use crate::sign_in::throttle::{Door, Tries};
use crate::slow_hash::{self, DigestOf};
use crate::{App, Fault, Session, SessionToken, Visit};
use counterfoil_core::{Attempt, Refusal, Salt};
use counterfoil_model::login::key_of_typed;
use counterfoil_model::passkey::Purpose;
use counterfoil_model::sign_in_throttle::Lane;
use counterfoil_model::totp::{self, TypedDigits};
use counterfoil_model::turns::Asker;
use counterfoil_model::{
    AccountId, EventKind, MailAddress, Method, Methods, PasswordRefusal, SetId, Timestamp, TotpId,
};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, account::Account, code::Counterfoil};
use std::sync::Arc;
use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential};

/// How the code of a reset reads, before anything is judged.
#[derive(Debug)]
pub enum ResetStep {
    /// Well: ask for the number.
    Number,
    /// After repair: ask the owner.
    Confirm(ReadBack),
    /// Not at all.
    Unreadable(Refusal),
}

/// Why no new password is set.
#[derive(Debug, thiserror::Error)]
pub enum ResetRefusal {
    /// One answer, whatever was wrong.
    #[error("that didn't work")]
    Wrong,
    /// The new password is too short, too long or too common.
    #[error(transparent)]
    New(#[from] PasswordRefusal),
    /// The grant is over: begin again.
    #[error("the reset took too long")]
    Ended,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ResetRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// The bound factor beside the code.
enum Bound {
    Number(TypedDigits),
    /// A passkey that named its account; nothing where the question was over or the answer is none.
    Passkey(Option<Box<(AccountId, DiscoverableAuthentication, PublicKeyCredential)>>),
}

/// The same, once the account was known.
enum Judged {
    Number(TypedDigits),
    Passkey(Option<Said>),
}

/// What was found of it.
enum Found {
    Number(Option<TotpId>, Option<totp::Step>),
    Passkey(Option<Said>),
}

impl Found {
    /// Whether it is right, and what was guessed at otherwise.
    const fn is_right(&self) -> bool {
        matches!(
            self,
            Self::Number(Some(_), Some(_)) | Self::Passkey(Some(_))
        )
    }
}

/// What the judging found of an account.
struct Candidate {
    account: Account,
    set: SetId,
    kept: Counterfoil,
}

impl App {
    /// Reads the code of a reset. Nothing is judged and nothing looked up, so a stranger learns nothing from it.
    #[must_use]
    pub fn read_reset_code(typed: &str) -> ResetStep {
        match Attempt::read(typed) {
            Err(refusal) => ResetStep::Unreadable(refusal),
            Ok(reading) if reading.repaired() => match Self::read_code(typed) {
                Ok(read) => ResetStep::Confirm(read),
                Err(refusal) => ResetStep::Unreadable(refusal),
            },
            Ok(_) => ResetStep::Number,
        }
    }

    /// Judges address, code and number together; the right ones are spent and grant a new password for ten minutes.
    ///
    /// # Errors
    /// [`ResetRefusal`].
    pub async fn grant_reset(
        &self,
        visit: &Visit,
        address: &str,
        code: &str,
        number: &str,
    ) -> Result<SessionToken, ResetRefusal> {
        let number = TypedDigits::read(number).ok_or(ResetRefusal::Wrong)?;
        self.grant(visit, address, code, Bound::Number(number))
            .await
    }

    /// The same with a passkey in place of the number.
    ///
    /// # Errors
    /// [`ResetRefusal`]; `Ended` where the question is over, and then nothing was judged.
    pub async fn grant_reset_by_passkey(
        &self,
        visit: &Visit,
        address: &str,
        code: &str,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, ResetRefusal> {
        let question = match self.spend_any_question(visit, Purpose::Reset, answer).await {
            Ok(question) => question,
            Err(PasskeyRefusal::Internal(fault)) => return Err(fault.into()),
            Err(_) => return Err(ResetRefusal::Ended),
        };
        let named = Self::named_by(answer.credential)
            .map(|(account, credential)| Box::new((account, question, credential)));
        self.grant(visit, address, code, Bound::Passkey(named))
            .await
    }

    /// Whether the code is the candidate's; where there is none it costs as much.
    async fn code_of_candidate(
        &self,
        lane: &slow_hash::Lane<'_>,
        candidate: Option<&Candidate>,
        attempt: &Arc<Attempt>,
    ) -> Result<bool, Fault> {
        if let Some(Candidate { account, set, kept }) = candidate {
            let of = DigestOf {
                pepper: &self.keys.code_pepper(&kept.pepper)?,
                account: account.id,
                set: *set,
                salt: kept.salt,
                cost: kept.cost,
            };
            return Ok(lane.attempt(attempt, of).await?.verify(&kept.digest));
        }
        let of = DigestOf {
            pepper: &self.keys.newest_code_pepper()?.1,
            account: AccountId::NOBODY,
            set: SetId::from_bytes([0; 16]),
            salt: Salt::from_bytes([0; 16]),
            cost: self.slow_hash.cost(),
        };
        lane.attempt(attempt, of).await?;
        Ok(false)
    }

    async fn grant(
        &self,
        visit: &Visit,
        address: &str,
        code: &str,
        bound: Bound,
    ) -> Result<SessionToken, ResetRefusal> {
        let reading = Attempt::read(code).map_err(|_| ResetRefusal::Wrong)?;
        let attempt = &Arc::new(reading.attempt);
        let tries = &self.tries(&key_of_typed(address), Door::Forgotten, visit.network())?;
        let lane = self.slow_hash.lane(self.reset_asker(tries).await?).await?;
        let now = self.now();
        let candidate = self.reset_candidate(visit, address, attempt).await?;
        let matches = self
            .code_of_candidate(&lane, candidate.as_ref(), attempt)
            .await?;
        // What names nobody costs one write as well.
        let Some(Candidate { account, set, kept }) = &candidate else {
            let counted: Result<(), Error> = self
                .db
                .run("reset_nobody", |tx| async move {
                    tries.failed(&tx, None, false, None, now).await
                })
                .await;
            counted?;
            return Err(ResetRefusal::Wrong);
        };
        let (account, set, from) = (account.id, *set, &visit.described());
        let bound = &self.judge_passkey_of(account, bound, now).await?;
        let granted: Result<_, Undone> = self
            .db
            .run("grant_reset", |tx| async move {
                if guess_is_heard(&tx, account, visit, now).await?.is_err() {
                    tries.failed(&tx, None, false, None, now).await?;
                    return Ok(None);
                }
                let found = match bound {
                    Judged::Number(number) => {
                        let (totp, step) = self.reset_number(&tx, account, number, now).await?;
                        Found::Number(totp, step)
                    }
                    Judged::Passkey(said) => Found::Passkey(*said),
                };
                if !(found.is_right() && matches) {
                    // A wrong code counts against the sheet only beside a right number or passkey, or whoever knows the
                    // address could drive the sheet to its hundred. Both wrong: the clock runs, nothing else.
                    let guessed = match found {
                        _ if found.is_right() => Guessed::Code(set),
                        Found::Number(Some(totp), None) if matches => Guessed::Totp(totp),
                        _ => Guessed::Other,
                    };
                    self.wrong_guess(&tx, account, visit, guessed, now).await?;
                    tries.failed(&tx, None, false, None, now).await?;
                    return Ok(None);
                }
                // Both are spent, or neither.
                let by = match found {
                    Found::Number(Some(totp), Some(step)) => {
                        if !repo::totp::spend_step(&tx, account, totp, step, now).await? {
                            return Err(Undone::SpentBefore);
                        }
                        Method::Totp
                    }
                    Found::Passkey(Some(said)) => {
                        let at = (crate::freeze::Door::SignIn, true);
                        let taken = self.take_passkey(&tx, account, visit, at, said, now);
                        if taken.await?.is_err() {
                            tries.failed(&tx, None, false, None, now).await?;
                            return Ok(None);
                        }
                        Method::Passkey
                    }
                    Found::Number(..) | Found::Passkey(None) => return Ok(None),
                };
                if !repo::code::spend(&tx, account, set, kept, from, now).await? {
                    return Err(Undone::SpentBefore);
                }
                repo::code_set::clear_failures(&tx, account, set).await?;
                right_guess(&tx, account, visit).await?;
                let codes = repo::code::list(&tx, account, set).await?;
                let left = codes.iter().filter(|code| code.usable(now)).count();
                let used = Happening::of(EventKind::CodeRedeemed)
                    .by(visit)
                    .with("code", kept.slot)
                    .with("left", left);
                self.tell(&tx, account, used, now).await?;
                let methods = Methods::NONE.with(Method::BackupCode).with(by);
                let grant = Opening {
                    account,
                    kind: Kind::Reset,
                    methods,
                    held: false,
                    started_at: now,
                    stepped_up_at: now,
                };
                Ok(Some(self.open_session(&tx, visit, grant).await?))
            })
            .await;
        match granted {
            Ok(Some(token)) => Ok(token),
            Ok(None) | Err(Undone::SpentBefore) => Err(ResetRefusal::Wrong),
            Err(Undone::Store(error)) => Err(error.into()),
        }
    }

    /// The answer of a passkey, judged by the account that address and code name: another's is wrong here.
    async fn judge_passkey_of(
        &self,
        account: AccountId,
        bound: Bound,
        now: Timestamp,
    ) -> Result<Judged, Fault> {
        let named = match bound {
            Bound::Number(number) => return Ok(Judged::Number(number)),
            Bound::Passkey(named) => named,
        };
        let Some((named, question, credential)) = named.map(|named| *named) else {
            return Ok(Judged::Passkey(None));
        };
        if named != account {
            return Ok(Judged::Passkey(None));
        }
        let protection = self.protection(account).await?;
        let said = self.judge_any(&protection, question, &credential, now)?;
        Ok(Judged::Passkey(said))
    }

    /// Who waits: what fails here counts in its network's hour, whether it names somebody or not.
    async fn reset_asker(&self, tries: &Tries) -> Result<Asker, Fault> {
        let now = self.now();
        let throttle: Result<_, Error> = self
            .db
            .read("reset_rank", |tx| async move { tries.throttle(&tx).await })
            .await;
        Ok(tries.asker(throttle?.rank(Lane::Network, now)))
    }

    /// The account, its sheet and the counterfoil that an address and a code name, if all of them are there.
    async fn reset_candidate(
        &self,
        visit: &Visit,
        address: &str,
        attempt: &Attempt,
    ) -> Result<Option<Candidate>, Fault> {
        let key = MailAddress::parse(address)
            .map(|address| address.key().to_owned())
            .unwrap_or_default();
        let (key, slot, now) = (&key, attempt.slot(), self.now());
        if !self.keys.tag_is_ours(attempt) {
            return Ok(None);
        }
        let found: Result<_, Error> = self
            .db
            .read("reset_candidate", |tx| async move {
                let Some(account) = repo::account::find(&tx, key).await? else {
                    return Ok(None);
                };
                if guess_is_heard(&tx, account, visit, now).await?.is_err() {
                    return Ok(None);
                }
                let Some(protection) = crate::protection::Protection::load(&tx, account).await?
                else {
                    return Ok(None);
                };
                let Some(set) = protection
                    .set(now)
                    .map(|set| set.id)
                    .filter(|_| protection.account.opens(now))
                else {
                    return Ok(None);
                };
                let kept = repo::code::load(&tx, account, set, slot)
                    .await?
                    .filter(|kept| kept.usable(now));
                Ok(kept.map(|kept| Candidate {
                    account: protection.account,
                    set,
                    kept,
                }))
            })
            .await;
        Ok(found?)
    }

    /// The app in force, and the step these digits belong to if they are right.
    async fn reset_number(
        &self,
        tx: &counterfoil_store::Tx,
        account: AccountId,
        number: &TypedDigits,
        now: counterfoil_model::Timestamp,
    ) -> Result<(Option<TotpId>, Option<totp::Step>), Error> {
        let protection = crate::protection::Protection::load(tx, account).await?;
        let Some(kept) = protection
            .as_ref()
            .and_then(|protection| protection.totp(now))
        else {
            return Ok((None, None));
        };
        let secret = self.totp_secret(account, kept).map_err(Error::internal)?;
        let step = totp::check(&secret, number, now, Some(kept.last_step));
        Ok((Some(kept.id), step))
    }

    /// Sets the new password by a grant. Every session ends; the owner signs in with it (no automatic sign-in).
    ///
    /// # Errors
    /// [`ResetRefusal`].
    pub async fn reset_password(
        &self,
        grant: &Session,
        visit: &Visit,
        new: &str,
    ) -> Result<(), ResetRefusal> {
        let owner = self.protection(grant.account).await?.account;
        let least = self.policy().await?.password_least(true);
        let new = self.check_password(new, &owner.address, &owner.name, least)?;
        let (phc, pepper) = &self.hash_password(owner.id, new.as_bytes()).await?;
        let now = self.now();
        let done: Result<_, Error> = self
            .db
            .run("reset_password", |tx| async move {
                if !repo::session::end(&tx, grant.account, &grant.hash, now).await? {
                    return Ok(false);
                }
                repo::account::set_password(&tx, grant.account, phc, pepper, now).await?;
                self.end_access(&tx, grant.account, now).await?;
                self.tell(
                    &tx,
                    grant.account,
                    Happening::of(EventKind::PasswordReset).by(visit),
                    now,
                )
                .await?;
                Ok(true)
            })
            .await;
        if done? {
            Ok(())
        } else {
            Err(ResetRefusal::Ended)
        }
    }
}

/// Undoes a grant of which one half was spent before.
enum Undone {
    SpentBefore,
    Store(Error),
}

impl From<Error> for Undone {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}
