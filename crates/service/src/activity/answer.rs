//! "That was me", and "that wasn't me": the second freezes the account, asks for another password, and tells the operators.

use super::feed::is_asked;
use crate::announce::Happening;
use crate::freeze::Freezing;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::activity::{Answer, MayAnswer, password_is_doubted};
use counterfoil_model::{AccountId, EventId, EventKind, Taken};
use counterfoil_store::{Error, Tx, repo};

/// Why nothing was noted.
#[derive(Debug, thiserror::Error)]
pub enum AnswerRefusal {
    /// There is no such event, or nobody is asked about it.
    #[error("there is no such event to answer for")]
    Unknown,
    /// It was answered already, or this device isn't older than the event.
    #[error("this can't be answered from this device")]
    NotHere,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for AnswerRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// What saying "that wasn't me" did.
#[derive(Clone, Copy, Debug)]
pub struct Denied {
    /// The freeze.
    pub freezing: Freezing,
    /// How many operators were told.
    pub operators: usize,
}

impl App {
    /// "That was me." Said once, from a device that is older than the event.
    ///
    /// # Errors
    /// [`AnswerRefusal`].
    pub async fn vouch_for(
        &self,
        session: &Session,
        visit: &Visit,
        event: EventId,
    ) -> Result<(), AnswerRefusal> {
        let (account, now) = (session.account, self.now());
        let noted: Result<_, Error> = self
            .db
            .run("activity_me", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(may) = self.may_answer(&tx, account, visit, event).await? else {
                    return Ok(None);
                };
                if !may.me || !repo::activity::answer_me(&tx, account, event, now).await? {
                    return Ok(Some(false));
                }
                let said = Happening::of(EventKind::EventAnswered)
                    .by(visit)
                    .with("answer", Answer::Me.as_str());
                self.tell(&tx, account, said, now).await?;
                Ok(Some(true))
            })
            .await;
        match noted? {
            Some(true) => Ok(()),
            Some(false) => Err(AnswerRefusal::NotHere),
            None => Err(AnswerRefusal::Unknown),
        }
    }

    /// "That wasn't me." In one transaction the account is frozen, another password is asked for once it is open again, and every operator
    /// hears of it. What was taken binds as with any freeze.
    ///
    /// # Errors
    /// [`AnswerRefusal`].
    pub async fn deny(
        &self,
        session: &Session,
        visit: &Visit,
        event: EventId,
        taken: Option<Taken>,
    ) -> Result<Denied, AnswerRefusal> {
        let taken = taken.filter(|_| self.freeze_answer_binds(session));
        let (account, now) = (session.account, self.now());
        let denied: Result<_, Error> = self
            .db
            .run("activity_not_me", |tx| async move {
                must_go_on(&tx, session).await?;
                let Some(may) = self.may_answer(&tx, account, visit, event).await? else {
                    return Ok(None);
                };
                if !may.not_me || !repo::activity::answer_not_me(&tx, account, event, now).await? {
                    return Ok(Some(None));
                }
                let said = Happening::of(EventKind::EventAnswered)
                    .by(visit)
                    .with("answer", Answer::NotMe.as_str());
                self.tell(&tx, account, said, now).await?;
                let frozen = self
                    .freeze_in(&tx, account, Some(visit), taken, now)
                    .await?;
                let Some(freezing) = frozen else {
                    return Ok(None);
                };
                repo::activity::doubt_password(&tx, account, now).await?;
                let address = session.owner.address.as_str();
                let reported =
                    || Happening::of(EventKind::IntruderReported).with("address", address);
                self.tell_each_operator(&tx, reported, now).await?;
                let operators = repo::account::operators(&tx).await?.len();
                Ok(Some(Some(Denied {
                    freezing,
                    operators,
                })))
            })
            .await;
        match denied? {
            Some(Some(denied)) => Ok(denied),
            Some(None) => Err(AnswerRefusal::NotHere),
            None => Err(AnswerRefusal::Unknown),
        }
    }

    /// Whether another password is asked for, since its owner said that somebody was in.
    pub(crate) async fn password_doubted(&self, account: AccountId) -> Result<bool, Fault> {
        let doubted: Result<_, Error> = self
            .db
            .read("password_doubted", |tx| async move {
                repo::activity::password_doubt(&tx, account).await
            })
            .await;
        let (doubted_at, set_at) = doubted?;
        Ok(password_is_doubted(doubted_at, set_at))
    }

    async fn may_answer(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        event: EventId,
    ) -> Result<Option<MayAnswer>, Error> {
        let found = repo::activity::find(tx, account, event).await?;
        let Some(entry) = found.filter(|entry| is_asked(&entry.event.kind)) else {
            return Ok(None);
        };
        let device = repo::device::load(tx, account, &visit.browser).await?;
        let given = entry.answer.as_ref();
        Ok(Some(MayAnswer::of(
            !entry.event.network.is_empty(),
            entry.event.at,
            given.and_then(|(answer, _)| Answer::parse(answer)),
            device.and_then(|device| device.trusted_since),
        )))
    }
}
