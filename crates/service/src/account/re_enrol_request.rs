//! Re-enrolment by two operators: one asks and says why, another confirms within a day and hands the link over. Neither can do
//! it alone, and the owner hears of both (rules.md, Freeze).

use crate::announce::Happening;
use crate::{App, Fault, LinkToken, Session, Visit};
use counterfoil_model::{
    AccountId, AddressError, EventKind, Hold, MailAddress, SensitiveAction, Span, Timestamp,
};
use counterfoil_store::repo::{self, re_enrolment::Request};
use counterfoil_store::{Error, Tx};

/// A second operator confirms within so long.
const WAITS: Span = Span::hours(24);
/// The longest reason, in characters.
const REASON_MAX: usize = 300;

/// A re-enrolment that waits for a second operator.
#[derive(Clone, Debug)]
pub struct WaitingReEnrolment {
    /// Whose account it is.
    pub account: AccountId,
    /// Its address.
    pub address: String,
    /// Its owner's name.
    pub name: String,
    /// Why, in the words of the operator who asked.
    pub reason: String,
    /// That operator's address.
    pub asked_by: String,
    /// When.
    pub asked_at: Timestamp,
    /// From when on nobody can confirm it.
    pub expires_at: Timestamp,
    /// Whether the operator who reads this may confirm it: they neither asked for it nor own the account.
    pub confirmable: bool,
}

/// Why a re-enrolment isn't asked for or confirmed.
#[derive(Debug, thiserror::Error)]
pub enum ReEnrolRequestRefusal {
    /// Only operators do that.
    #[error("only an operator enrols somebody again")]
    OperatorsOnly,
    /// Two factors are needed in this session.
    #[error("a second step is needed first")]
    SecondFactorWanted,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// The address can't be one.
    #[error("address: {0}")]
    Address(#[from] AddressError),
    /// No active or suspended account has this address.
    #[error("address: no enrolled account has this address")]
    Unknown,
    /// Nobody does that for an account of their own.
    #[error("address: that is your own account")]
    Own,
    /// There is no reason, or it is longer than 300 characters.
    #[error("reason: say why, in at most 300 characters")]
    Reason,
    /// One waits already.
    #[error("address: a re-enrolment of this account waits already")]
    WaitsAlready,
    /// Nothing waits that this operator may confirm.
    #[error("nothing waits")]
    NothingWaits,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ReEnrolRequestRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

type Refusal = ReEnrolRequestRefusal;

impl App {
    /// Whether this session may ask for re-enrolments and confirm them now: an operator's, with two factors, one of them proved
    /// lately, and not held.
    ///
    /// # Errors
    /// [`ReEnrolRequestRefusal`], the first thing that is missing.
    pub fn may_request_re_enrolments(&self, session: &Session) -> Result<(), Refusal> {
        if !session.owner.operator {
            return Err(Refusal::OperatorsOnly);
        }
        if !session.methods.two_factors() {
            return Err(Refusal::SecondFactorWanted);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::RemoveFactor, self)
        {
            return Err(Refusal::NotBefore(at));
        }
        if session.is_fresh(self.now()) {
            Ok(())
        } else {
            Err(Refusal::StepUpWanted)
        }
    }

    /// Asks for a re-enrolment. Nothing opens and nothing ends; everybody whom the account tells hears of it.
    ///
    /// # Errors
    /// [`ReEnrolRequestRefusal`].
    pub async fn request_re_enrolment(
        &self,
        session: &Session,
        address: &str,
        reason: &str,
    ) -> Result<(), Refusal> {
        self.may_request_re_enrolments(session)?;
        let address = &MailAddress::parse(address)?;
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > REASON_MAX {
            return Err(Refusal::Reason);
        }
        let (operator, now) = (session.account, self.now());
        let asked: Result<_, Error> = self
            .db
            .run("request_re_enrolment", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                let Some(account) = self.enrolled_at(&tx, address).await? else {
                    return Ok(Err(Refusal::Unknown));
                };
                if account == operator {
                    return Ok(Err(Refusal::Own));
                }
                let request = Request {
                    account,
                    asked_by: operator,
                    reason: reason.to_owned(),
                    asked_at: now,
                    expires_at: now + WAITS,
                };
                if !repo::re_enrolment::ask(&tx, &request).await? {
                    return Ok(Err(Refusal::WaitsAlready));
                }
                let asked = Happening::of(EventKind::ReenrolmentAsked)
                    .with("until", (now + WAITS).as_micros());
                self.tell(&tx, account, asked, now).await?;
                Ok(Ok(()))
            })
            .await;
        asked?
    }

    /// What waits for a second operator, oldest first.
    ///
    /// # Errors
    /// [`ReEnrolRequestRefusal::OperatorsOnly`].
    pub async fn waiting_re_enrolments(
        &self,
        session: &Session,
    ) -> Result<Vec<WaitingReEnrolment>, Refusal> {
        if !session.owner.operator {
            return Err(Refusal::OperatorsOnly);
        }
        let (operator, now) = (session.account, self.now());
        let waiting: Result<_, Error> = self
            .db
            .read("waiting_re_enrolments", |tx| async move {
                let mut waiting = Vec::new();
                for request in repo::re_enrolment::waiting(&tx, now).await? {
                    let Some(account) = repo::account::load(&tx, request.account).await? else {
                        continue;
                    };
                    let asked_by = repo::account::load(&tx, request.asked_by).await?;
                    waiting.push(WaitingReEnrolment {
                        account: request.account,
                        address: account.address,
                        name: account.name,
                        reason: request.reason,
                        asked_by: asked_by
                            .map(|operator| operator.address)
                            .unwrap_or_default(),
                        asked_at: request.asked_at,
                        expires_at: request.expires_at,
                        confirmable: ![request.asked_by, request.account].contains(&operator),
                    });
                }
                Ok(waiting)
            })
            .await;
        Ok(waiting?)
    }

    /// Confirms what another operator asked for, and makes the link: it is handed over by this operator and never mailed.
    ///
    /// # Errors
    /// [`ReEnrolRequestRefusal`].
    pub async fn confirm_re_enrolment(
        &self,
        session: &Session,
        account: AccountId,
    ) -> Result<LinkToken, Refusal> {
        self.may_request_re_enrolments(session)?;
        let (operator, now) = (session.account, self.now());
        let confirmed: Result<_, Error> = self
            .db
            .run("confirm_re_enrolment", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                if repo::re_enrolment::confirm(&tx, account, operator, now)
                    .await?
                    .is_none()
                {
                    return Ok(None);
                }
                self.open_re_enrolment(&tx, account, now).await.map(Some)
            })
            .await;
        confirmed?.ok_or(Refusal::NothingWaits)
    }

    /// Takes a re-enrolment back that waits: any operator may, because it only tightens.
    ///
    /// # Errors
    /// [`ReEnrolRequestRefusal`].
    pub async fn withdraw_re_enrolment(
        &self,
        session: &Session,
        visit: &Visit,
        account: AccountId,
    ) -> Result<(), Refusal> {
        if !session.owner.operator {
            return Err(Refusal::OperatorsOnly);
        }
        let now = self.now();
        let withdrawn: Result<_, Error> = self
            .db
            .run("withdraw_re_enrolment", |tx| async move {
                if !repo::re_enrolment::withdraw(&tx, account, now).await? {
                    return Ok(false);
                }
                tracing::info!(%account, network = %visit.network(), "a re-enrolment was withdrawn");
                let stopped =
                    Happening::of(EventKind::ChangeStopped).with("change", "re-enrolment");
                self.tell(&tx, account, stopped, now).await?;
                Ok(true)
            })
            .await;
        if withdrawn? {
            Ok(())
        } else {
            Err(Refusal::NothingWaits)
        }
    }

    /// The account of this address, if somebody enrolled in it.
    pub(super) async fn enrolled_at(
        &self,
        tx: &Tx,
        address: &MailAddress,
    ) -> Result<Option<AccountId>, Error> {
        let Some(account) = repo::account::find(tx, address.key()).await? else {
            return Ok(None);
        };
        let kept = repo::account::load(tx, account).await?;
        Ok(kept
            .filter(|kept| kept.state != "invited")
            .map(|kept| kept.id))
    }
}
