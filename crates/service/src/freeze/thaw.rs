//! Ending a freeze: the password, then what wasn't taken. One transaction opens the account, suspends what was taken and
//! opens the session, so an account is never open without its owner being in.

use super::Door;
use crate::announce::Happening;
use crate::codes::{RedeemRefusal, Redeemed};
use crate::passkey::{PasskeyAnswer, PasskeyRefusal};
use crate::protection::Protection;
use crate::sign_in::TotpRefusal;
use crate::{App, LinkKind, Session, SessionToken, Visit};
use counterfoil_model::freeze::{SecondFactor, Taken};
use counterfoil_model::passkey::Purpose;
use counterfoil_model::totp::TypedDigits;
use counterfoil_model::{EventKind, Method, Methods, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// Undoes a spending that opens no session: a half-session becomes one session, and nothing is used up for none.
pub(crate) enum Undone {
    /// The half-session, or the freeze, has ended.
    Ended,
    Store(Error),
}

impl From<Error> for Undone {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

impl App {
    /// Ends the freeze by six digits: what was taken is the paper, or nobody knows. Opens a session.
    ///
    /// # Errors
    /// [`TotpRefusal`]; `NoApp` where this answer leaves no app to open with, and then nothing was judged.
    pub async fn thaw_by_totp(
        &self,
        half: &Session,
        visit: &Visit,
        taken: Taken,
        typed: &str,
    ) -> Result<SessionToken, TotpRefusal> {
        let typed = &TypedDigits::read(typed).ok_or(TotpRefusal::NotSixDigits)?;
        let now = self.now();
        let thawed: Result<_, Undone> = self
            .db
            .run("thaw_by_totp", |tx| async move {
                let door = Door::Thaw(taken);
                if let Err(refusal) = self
                    .judge_totp(&tx, half.account, visit, door, typed, now)
                    .await?
                {
                    return Ok(Err(refusal));
                }
                let methods = half.methods.with(Method::Totp);
                self.thaw_in(&tx, half, visit, taken, methods, now)
                    .await
                    .map(Ok)
            })
            .await;
        match thawed {
            Ok(judged) => judged,
            Err(Undone::Ended) => Err(TotpRefusal::Ended),
            Err(Undone::Store(error)) => Err(error.into()),
        }
    }

    /// Ends the freeze by a passkey, where six digits would end it too.
    ///
    /// # Errors
    /// [`PasskeyRefusal`].
    pub async fn thaw_by_passkey(
        &self,
        half: &Session,
        visit: &Visit,
        taken: Taken,
        answer: PasskeyAnswer<'_>,
    ) -> Result<SessionToken, PasskeyRefusal> {
        let said = self
            .hear_passkey(half, visit, Purpose::Thaw, answer)
            .await?;
        let now = self.now();
        let thawed: Result<_, Undone> = self
            .db
            .run("thaw_by_passkey", |tx| async move {
                let protection = Protection::load(&tx, half.account).await?;
                let way = protection.and_then(|protection| protection.way_back(taken, now));
                if way != Some(SecondFactor::Phone) {
                    return Ok(Err(PasskeyRefusal::Wrong));
                }
                let at = (Door::Thaw(taken), true);
                if let Err(refusal) = self
                    .take_passkey(&tx, half.account, visit, at, said, now)
                    .await?
                {
                    return Ok(Err(refusal));
                }
                let methods = half.methods.with(Method::Passkey);
                self.thaw_in(&tx, half, visit, taken, methods, now)
                    .await
                    .map(Ok)
            })
            .await;
        match thawed {
            Ok(judged) => judged,
            Err(Undone::Ended) => Err(PasskeyRefusal::Ended),
            Err(Undone::Store(error)) => Err(error.into()),
        }
    }

    /// Ends the freeze by a code: what was taken is the phone. The code is spent and opens a session, held like every one
    /// that a code opens on a device that isn't known.
    ///
    /// # Errors
    /// [`RedeemRefusal`]; `Suspended` where this answer shuts the codes, and then nothing was judged.
    pub async fn thaw_by_code(
        &self,
        half: &Session,
        visit: &Visit,
        taken: Taken,
        typed: &str,
        confirmed: bool,
    ) -> Result<Redeemed, RedeemRefusal> {
        self.judge_code(Door::Thaw(taken), half, visit, typed, confirmed)
            .await
    }

    /// Ends the freeze and opens the session, after the second factor was spent in this transaction.
    pub(crate) async fn thaw_in(
        &self,
        tx: &Tx,
        half: &Session,
        visit: &Visit,
        taken: Taken,
        methods: Methods,
        now: Timestamp,
    ) -> Result<SessionToken, Undone> {
        let account = half.account;
        if !repo::freeze::thaw(tx, account, taken.as_str(), now).await?
            || !repo::session::end(tx, account, &half.hash, now).await?
        {
            return Err(Undone::Ended);
        }
        match taken.suspends() {
            SecondFactor::Phone => {
                repo::totp::suspend(tx, account, now).await?;
                repo::passkey::suspend(tx, account, now).await?;
            }
            SecondFactor::Codes => repo::code_set::suspend(tx, account, now).await?,
        }
        // Notices from before the freeze can't start another one.
        repo::link::void(tx, account, LinkKind::Freeze.as_str(), now).await?;
        // Whoever else typed the password while it was frozen begins again.
        repo::session::end_all(tx, account, now).await?;
        let thawed = Happening::of(EventKind::Thawed)
            .by(visit)
            .with("taken", taken.as_str());
        self.tell(tx, account, thawed, now).await?;
        Ok(self
            .finish_sign_in(tx, account, visit, methods, now)
            .await?)
    }
}
