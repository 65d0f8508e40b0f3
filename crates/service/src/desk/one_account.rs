//! One account as an operator sees it, and what an operator may do to it.

use crate::announce::Happening;
use crate::codes::CodesStatus;
use crate::desk::DeskRefusal;
use crate::freeze::Freezing;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{AccountId, EventKind, Timestamp};
use counterfoil_store::{Error, repo};

/// One account. What protects it is said; what would open it is not here.
#[derive(Clone, Debug)]
pub struct AccountView {
    /// Its id.
    pub id: AccountId,
    /// The mailbox's address.
    pub address: String,
    /// The owner's name.
    pub name: String,
    /// Whether it is an operator's.
    pub operator: bool,
    /// `invited`, `active` or `suspended`.
    pub state: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Whether it came from another system.
    pub imported: bool,
    /// Since when it is frozen.
    pub frozen_at: Option<Timestamp>,
    /// After a re-enrolment: nothing opens it before this.
    pub held_until: Option<Timestamp>,
    /// Until when its invitation works, if one does.
    pub invited_until: Option<Timestamp>,
    /// Since when an authenticator app works, if one does.
    pub phone_since: Option<Timestamp>,
    /// Passkeys in force.
    pub passkeys: usize,
    /// Where the codes stand.
    pub codes: CodesStatus,
    /// Verified outside addresses: how many.
    pub outside: usize,
    /// App passwords that work: how many.
    pub app_passwords: usize,
    /// When somebody last signed in with a browser.
    pub browser_at: Option<Timestamp>,
    /// When a mail program last signed in.
    pub mail_at: Option<Timestamp>,
    /// Changes that wait: how many.
    pub waiting: usize,
}

impl App {
    /// One account as an operator sees it; `None` if there is none.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn view_account(&self, account: AccountId) -> Result<Option<AccountView>, Fault> {
        let now = self.now();
        let line: Result<_, Error> = self
            .db
            .read("view_account", |tx| async move {
                repo::desk::accounts::one(&tx, account, now).await
            })
            .await;
        let Some(line) = line? else {
            return Ok(None);
        };
        let protection = self.protection(account).await?;
        let codes = self.codes_status(account).await?;
        let outside = self.outside_addresses(account).await?;
        let app_passwords = self.app_passwords(account).await?;
        let waiting = self.waiting_changes(account).await?;
        let phone_since = protection.kept_totp(now).and_then(|totp| totp.effective_at);
        Ok(Some(AccountView {
            id: account,
            operator: line.role == "operator",
            imported: line.imported_at.is_some(),
            held_until: protection.account.held_until.filter(|until| *until > now),
            invited_until: line
                .invited_until
                .filter(|until| line.state == "invited" && *until > now),
            phone_since,
            passkeys: protection.kept_passkeys(now).count(),
            codes,
            outside: outside.iter().filter(|address| address.counts()).count(),
            app_passwords: app_passwords.iter().filter(|own| !own.expired).count(),
            waiting: waiting.len(),
            address: line.address,
            name: line.name,
            state: line.state,
            created_at: line.created_at,
            frozen_at: line.frozen_at,
            browser_at: line.browser_at,
            mail_at: line.mail_at,
        }))
    }

    /// Suspends another's account for an operator: it only tightens, so it needs no step-up.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub async fn suspend_at_the_desk(
        &self,
        session: &Session,
        account: AccountId,
    ) -> Result<(), DeskRefusal> {
        self.may_use_the_desk(session)?;
        self.set_suspended(session, account, true).await
    }

    /// Lifts a suspension for an operator.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub async fn resume_at_the_desk(
        &self,
        session: &Session,
        account: AccountId,
    ) -> Result<(), DeskRefusal> {
        self.may_loosen(session)?;
        self.set_suspended(session, account, false).await
    }

    async fn set_suspended(
        &self,
        session: &Session,
        account: AccountId,
        suspended: bool,
    ) -> Result<(), DeskRefusal> {
        if account == session.account {
            return Err(DeskRefusal::Own);
        }
        let now = self.now();
        let (from, to, kind) = if suspended {
            ("active", "suspended", EventKind::AccountSuspended)
        } else {
            ("suspended", "active", EventKind::AccountUnsuspended)
        };
        let done: Result<_, Error> = self
            .db
            .run("suspend_at_the_desk", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                if !repo::account::set_state(&tx, account, from, to).await? {
                    return Ok(false);
                }
                self.end_access(&tx, account, now).await?;
                self.tell(&tx, account, Happening::of(kind), now).await?;
                Ok(true)
            })
            .await;
        if !done? {
            return Err(DeskRefusal::NotSo);
        }
        tracing::info!(operator = %session.account, %account, state = to, "an account was changed at the desk");
        Ok(())
    }

    /// Freezes another's account for an operator whose owner called: it only tightens, so it needs no step-up. What was taken is
    /// not said: the owner says it.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub async fn freeze_at_the_desk(
        &self,
        session: &Session,
        visit: &Visit,
        account: AccountId,
    ) -> Result<Freezing, DeskRefusal> {
        self.may_use_the_desk(session)?;
        let now = self.now();
        let frozen: Result<_, Error> = self
            .db
            .run("freeze_at_the_desk", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                self.freeze_in(&tx, account, None, None, now).await
            })
            .await;
        let frozen = frozen?.ok_or(DeskRefusal::NotSo)?;
        tracing::info!(operator = %session.account, %account, network = %visit.network(), "an account was frozen at the desk");
        Ok(frozen)
    }
}
