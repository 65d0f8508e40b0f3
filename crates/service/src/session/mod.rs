//! Who is signed in: finding a session by its cookie, opening, rotating and ending it.

mod end;
mod step_up;
mod token;

pub use step_up::{Proof, StepUpRefusal, StepUpWays};
pub use token::SessionToken;

use crate::{App, Fault, Visit};
use counterfoil_model::hold::hold;
use counterfoil_model::policy::{CodesDuty, codes_duty};
use counterfoil_model::session::{half_session_is_live, step_up_is_fresh};
use counterfoil_model::{
    AccountId, Hold, HoldFacts, Methods, Policy, SensitiveAction, Span, Timestamp,
};
use counterfoil_store::repo;
use counterfoil_store::{Error, Tx};

/// How stale the note of a session's last use may get.
const SEEN_EVERY: Span = Span::minutes(1);

/// A session that was found by its cookie and is live.
#[derive(Clone, Debug)]
pub struct Session {
    /// The account it opens.
    pub account: AccountId,
    /// SHA-256 of its cookie's secret.
    pub hash: [u8; 32],
    /// What was proved in it.
    pub methods: Methods,
    /// When it began; kept when the id rotates.
    pub started_at: Timestamp,
    /// Opened by a code on a device that was not known: some things wait.
    pub held: bool,
    /// The account is frozen: only a half-session can be.
    pub frozen: bool,
    /// Whose mailbox it is.
    pub owner: Owner,
    stepped_up_at: Timestamp,
    policy: Policy,
    duty: CodesDuty,
}

/// Whose mailbox a session opens, as every page says it.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The mailbox's address.
    pub address: String,
    /// The owner's name.
    pub name: String,
    /// BCP 47 tag.
    pub language: String,
    /// Whether this is an operator.
    pub operator: bool,
}

/// The answer to whoever has no live session: sign in.
#[derive(Debug, thiserror::Error)]
pub enum NoSession {
    /// The cookie names no live session of this browser.
    #[error("no live session")]
    SignedOut,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for NoSession {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// Which kind of session a cookie must name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Half,
    Full,
    Reset,
}

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Full => "full",
            Self::Reset => "reset",
        }
    }
}

impl Session {
    /// Whether a factor was proved so recently that sensitive pages open.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        step_up_is_fresh(Some(self.stepped_up_at), now)
    }

    /// When a factor was last proved in it.
    pub(crate) const fn stepped_up_at(&self) -> Timestamp {
        self.stepped_up_at
    }

    /// When an action asked for in this session takes effect.
    #[must_use]
    pub fn hold(&self, action: SensitiveAction, app: &App) -> Hold {
        let facts = HoldFacts {
            code_used_at: self.held.then_some(self.started_at),
            known_device: false,
            other_factor_confirmed: self.methods.has_bound(),
        };
        hold(action, &facts, &self.policy, app.now())
    }

    /// The policy as it was when this request found its session.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How the account stands towards the codes that the operator requires.
    #[must_use]
    pub const fn codes_duty(&self) -> CodesDuty {
        self.duty
    }
}

impl App {
    /// The live session that this cookie names, if this browser holds it.
    ///
    /// # Errors
    /// [`NoSession`].
    pub async fn session(&self, token: &SessionToken, visit: &Visit) -> Result<Session, NoSession> {
        let now = self.now();
        let (session, seen_at) = self.find_session(token, visit, Kind::Full, now).await?;
        if seen_at + SEEN_EVERY <= now {
            let (account, hash) = (session.account, session.hash);
            let noted: Result<(), Error> = self
                .db
                .run("session_seen", |tx| async move {
                    repo::session::seen(&tx, account, &hash, now).await
                })
                .await;
            noted?;
        }
        Ok(session)
    }

    /// The live half-session that this cookie names: the password was right, the second step is open.
    ///
    /// # Errors
    /// [`NoSession`].
    pub async fn half_session(
        &self,
        token: &SessionToken,
        visit: &Visit,
    ) -> Result<Session, NoSession> {
        Ok(self
            .find_session(token, visit, Kind::Half, self.now())
            .await?
            .0)
    }

    /// The live grant to set a new password that this cookie names.
    ///
    /// # Errors
    /// [`NoSession`].
    pub async fn reset_grant(
        &self,
        token: &SessionToken,
        visit: &Visit,
    ) -> Result<Session, NoSession> {
        Ok(self
            .find_session(token, visit, Kind::Reset, self.now())
            .await?
            .0)
    }

    async fn find_session(
        &self,
        token: &SessionToken,
        visit: &Visit,
        kind: Kind,
        now: Timestamp,
    ) -> Result<(Session, Timestamp), NoSession> {
        let (account, hash) = (token.account(), token.hash());
        let found: Result<_, Error> = self
            .db
            .read("session_find", |tx| async move {
                let Some(session) = repo::session::load(&tx, account, &hash).await? else {
                    return Ok(None);
                };
                let account =
                    repo::account::load(&tx, account)
                        .await?
                        .filter(|account| match kind {
                            // Whoever typed the password of a frozen account may read that it is, and thaw it.
                            Kind::Half => account.opens(now),
                            Kind::Full | Kind::Reset => account.admits(now),
                        });
                let Some(account) = account else {
                    return Ok(None);
                };
                let policy = self.policy_in(&tx).await?;
                let duty = if policy.codes_required_from.is_some() {
                    let sets = repo::code_set::list(&tx, account.id).await?;
                    let proved = sets.iter().any(|set| set.goes_on(now));
                    codes_duty(&policy, account.enrolled_at, proved, now)
                } else {
                    CodesDuty::NotAsked
                };
                Ok(Some((session, account, policy, duty)))
            })
            .await;
        let (kept, account_row, policy, duty) = found?.ok_or(NoSession::SignedOut)?;
        let in_time = match kind {
            Kind::Full => policy.session().is_live(kept.started_at, kept.seen_at, now),
            Kind::Half | Kind::Reset => half_session_is_live(kept.started_at, now),
        };
        if kept.kind != kind.as_str()
            || kept.ended_at.is_some()
            || kept.browser_hash != visit.browser
            || !in_time
        {
            return Err(NoSession::SignedOut);
        }
        let methods = Methods::parse(&kept.methods)
            .map_err(|_| Fault::Broken("a session names an unknown method"))?;
        let frozen = account_row.is_frozen();
        let owner = Owner {
            operator: account_row.role == "operator",
            address: account_row.address,
            name: account_row.name,
            language: account_row.language,
        };
        let session = Session {
            account,
            hash,
            methods,
            started_at: kept.started_at,
            held: kept.held,
            frozen,
            owner,
            stepped_up_at: kept.stepped_up_at,
            policy,
            duty,
        };
        Ok((session, kept.seen_at))
    }

    /// Draws a token and opens its session in this transaction.
    pub(crate) async fn open_session(
        &self,
        tx: &Tx,
        visit: &Visit,
        opening: Opening,
    ) -> Result<SessionToken, Error> {
        let token = SessionToken::draw(opening.account, &mut self.chance());
        let session = repo::session::Session {
            hash: token.hash(),
            browser_hash: visit.browser,
            kind: opening.kind.as_str().to_owned(),
            methods: opening.methods.to_string(),
            held: opening.held,
            started_at: opening.started_at,
            seen_at: opening.stepped_up_at,
            stepped_up_at: opening.stepped_up_at,
            ended_at: None,
            network: visit.network().to_string(),
            device: visit.device.clone(),
        };
        repo::session::open(tx, opening.account, &session).await?;
        if opening.kind == Kind::Full {
            let now = opening.stepped_up_at;
            repo::browser_told::begin(tx, opening.account, &visit.browser, now).await?;
        }
        Ok(token)
    }

    /// Ends a session and opens it again under a new id: at every step-up, and when a factor is added.
    pub(crate) async fn rotate_session(
        &self,
        tx: &Tx,
        visit: &Visit,
        session: &Session,
        methods: Methods,
        now: Timestamp,
    ) -> Result<Option<SessionToken>, Error> {
        if !repo::session::end(tx, session.account, &session.hash, now).await? {
            return Ok(None);
        }
        let opening = Opening {
            account: session.account,
            kind: Kind::Full,
            methods,
            held: session.held,
            started_at: session.started_at,
            stepped_up_at: now,
        };
        let token = self.open_session(tx, visit, opening).await?;
        repo::app_grant::follow_session(tx, session.account, &session.hash, &token.hash()).await?;
        Ok(Some(token))
    }
}

/// Stops a transaction whose session was ended after its request found it: whoever was signed out acts no more.
pub(crate) async fn must_go_on(tx: &Tx, session: &Session) -> Result<(), Error> {
    let kept = repo::session::load(tx, session.account, &session.hash).await?;
    match kept {
        Some(kept) if kept.ended_at.is_none() => Ok(()),
        _ => Err(Error::internal("the session was ended meanwhile")),
    }
}

/// What a new session starts with.
pub(crate) struct Opening {
    pub(crate) account: AccountId,
    pub(crate) kind: Kind,
    pub(crate) methods: Methods,
    pub(crate) held: bool,
    pub(crate) started_at: Timestamp,
    pub(crate) stepped_up_at: Timestamp,
}
