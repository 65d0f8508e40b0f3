//! Step-up: a factor is proved again before a sensitive page, and the session's id rotates.

use crate::announce::Happening;
use crate::freeze::Door;
use crate::guess::{Guessed, right_guess};
use crate::lanes::inside;
use crate::passkey::{PasskeyAnswer, PasskeyRefusal};
use crate::sign_in::TotpRefusal;
use crate::{App, Fault, Session, SessionToken, Visit};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::passkey::Purpose;
use counterfoil_model::totp::TypedDigits;
use counterfoil_model::{EventKind, Method, Methods, Timestamp};
use counterfoil_store::{Error, Tx};

/// What is proved.
#[derive(Clone, Copy)]
pub enum Proof<'a> {
    /// Six digits of the authenticator app.
    Totp(&'a str),
    /// A passkey.
    Passkey(PasskeyAnswer<'a>),
    /// The password: where neither works, or the session was opened by a code because the app is gone.
    Password(&'a str),
}

/// What a step-up may be done by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepUpWays {
    /// A passkey, which is offered first.
    pub passkey: bool,
    /// The authenticator app.
    pub phone: bool,
    /// The password: where neither works, or a code opened the session because they are gone.
    pub password: bool,
}

/// Why a step-up failed.
#[derive(Debug, thiserror::Error)]
pub enum StepUpRefusal {
    /// Not six digits. No guess.
    #[error("that is not a number of six digits")]
    NotSixDigits,
    /// Wrong.
    #[error("that is wrong")]
    Wrong(TriesLeft),
    /// Too many wrong tries; the next is heard then.
    #[error("too early for another guess")]
    Wait(Timestamp),
    /// This account proves itself by its authenticator app or a passkey.
    #[error("the authenticator app or a passkey is asked for")]
    StrongWanted,
    /// The passkey didn't do.
    #[error(transparent)]
    Passkey(PasskeyRefusal),
    /// The session is over.
    #[error("the session is over")]
    Ended,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for StepUpRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl StepUpRefusal {
    fn of_passkey(refusal: PasskeyRefusal) -> Self {
        match refusal {
            PasskeyRefusal::Wait(until) => Self::Wait(until),
            PasskeyRefusal::Ended => Self::Ended,
            PasskeyRefusal::Internal(fault) => Self::Internal(fault),
            refusal => Self::Passkey(refusal),
        }
    }
}

impl App {
    /// What a step-up of this session may be done by.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn step_up_ways(&self, session: &Session) -> Result<StepUpWays, Fault> {
        let now = self.now();
        let by_code = session.methods.contains(Method::BackupCode);
        let protection = self.protection(session.account).await?;
        let works = protection.passkeys(now).next().is_some();
        let passkey = works && self.has_passkeys();
        let phone = !by_code && protection.totp(now).is_some();
        Ok(StepUpWays {
            passkey,
            phone,
            password: by_code || !(passkey || phone),
        })
    }

    /// Proves a factor again; the session goes on under a new id.
    ///
    /// # Errors
    /// [`StepUpRefusal`].
    pub async fn step_up(
        &self,
        session: &Session,
        visit: &Visit,
        proof: Proof<'_>,
    ) -> Result<SessionToken, StepUpRefusal> {
        match proof {
            Proof::Totp(typed) => self.step_up_by_totp(session, visit, typed).await,
            Proof::Passkey(answer) => self.step_up_by_passkey(session, visit, answer).await,
            Proof::Password(typed) => self.step_up_by_password(session, visit, typed).await,
        }
    }

    async fn step_up_by_totp(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<SessionToken, StepUpRefusal> {
        let typed = &TypedDigits::read(typed).ok_or(StepUpRefusal::NotSixDigits)?;
        let now = self.now();
        let judged: Result<_, Error> = self
            .db
            .run("step_up_totp", |tx| async move {
                match self
                    .judge_totp(&tx, session.account, visit, Door::SignIn, typed, now)
                    .await?
                {
                    Ok(()) => {}
                    Err(refusal) => return Ok(Err(refusal)),
                }
                let methods = session.methods.with(Method::Totp);
                let token = self.stepped_up(&tx, visit, session, methods, now).await?;
                Ok(token.ok_or(TotpRefusal::Ended))
            })
            .await;
        judged?.map_err(|refusal| match refusal {
            TotpRefusal::Wrong(left) => StepUpRefusal::Wrong(left),
            TotpRefusal::Wait(until) => StepUpRefusal::Wait(until),
            TotpRefusal::NotSixDigits => StepUpRefusal::NotSixDigits,
            TotpRefusal::NoApp | TotpRefusal::Ended => StepUpRefusal::Ended,
            TotpRefusal::Internal(fault) => StepUpRefusal::Internal(fault),
        })
    }

    async fn step_up_by_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, StepUpRefusal> {
        let said = self
            .hear_passkey(session, visit, Purpose::StepUp, answer)
            .await
            .map_err(StepUpRefusal::of_passkey)?;
        let now = self.now();
        let judged: Result<_, Error> = self
            .db
            .run("step_up_passkey", |tx| async move {
                let at = (Door::SignIn, true);
                let heard = self.take_passkey(&tx, session.account, visit, at, said, now);
                if let Err(refusal) = heard.await? {
                    return Ok(Err(refusal));
                }
                let methods = session.methods.with(Method::Passkey);
                let token = self.stepped_up(&tx, visit, session, methods, now).await?;
                Ok(token.ok_or(PasskeyRefusal::Ended))
            })
            .await;
        judged?.map_err(StepUpRefusal::of_passkey)
    }

    async fn step_up_by_password(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<SessionToken, StepUpRefusal> {
        if !self.step_up_ways(session).await?.password {
            return Err(StepUpRefusal::StrongWanted);
        }
        self.own_password_matches(session, visit, typed).await??;
        let now = self.now();
        let rotated: Result<_, Error> = self
            .db
            .run("step_up_password", |tx| async move {
                right_guess(&tx, session.account, visit).await?;
                self.stepped_up(&tx, visit, session, session.methods, now)
                    .await
            })
            .await;
        rotated?.ok_or(StepUpRefusal::Ended)
    }

    async fn stepped_up(
        &self,
        tx: &Tx,
        visit: &Visit,
        session: &Session,
        methods: Methods,
        now: Timestamp,
    ) -> Result<Option<SessionToken>, Error> {
        let token = self
            .rotate_session(tx, visit, session, methods, now)
            .await?;
        if token.is_some() {
            let stepped_up = Happening::of(EventKind::SteppedUp).by(visit);
            self.tell(tx, session.account, stepped_up, now).await?;
        }
        Ok(token)
    }

    /// Whether the signed-in owner typed their own password. A wrong one counts as a guess.
    pub(crate) async fn own_password_matches(
        &self,
        session: &Session,
        visit: &Visit,
        typed: &str,
    ) -> Result<Result<(), StepUpRefusal>, Fault> {
        let lane = self.slow_hash.lane(inside(session.account)).await?;
        let now = self.now();
        if let Err(wait) = self.guess_is_heard(session.account, visit, now).await? {
            return Ok(Err(StepUpRefusal::Wait(wait.until)));
        }
        let account = self.protection(session.account).await?.account;
        if self
            .judge_password(&lane, Some(account), typed)
            .await?
            .is_some()
        {
            return Ok(Ok(()));
        }
        let counted: Result<_, Error> = self
            .db
            .run("step_up_wrong", |tx| async move {
                self.wrong_guess(&tx, session.account, visit, Guessed::Other, now)
                    .await
            })
            .await;
        Ok(Err(StepUpRefusal::Wrong(counted?)))
    }
}
