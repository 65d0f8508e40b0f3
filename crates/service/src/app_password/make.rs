//! Making an app password: after a step-up, told on every channel, shown once.

use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::app_password::{AT_MOST, LabelError, Lasts, Scopes, label};
use counterfoil_model::{AppPassword, AppPasswordId, EventKind, Hold, SensitiveAction, Timestamp};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, app_password::AppPassword as Kept};
use std::fmt;
use zeroize::Zeroizing;

/// What an owner wants.
#[derive(Clone, Copy, Debug)]
pub struct NewAppPassword<'a> {
    /// What it is called, as typed.
    pub label: &'a str,
    /// What it may be used for; `None` when nothing was ticked.
    pub scopes: Option<Scopes>,
    /// How long it works.
    pub lasts: Lasts,
}

/// An app password to be shown once.
pub struct MadeAppPassword {
    /// Its text, for the mail program.
    pub text: Zeroizing<String>,
    /// The user name that goes with it.
    pub login: String,
    /// What it is called.
    pub label: String,
    /// What it may be used for.
    pub scopes: Scopes,
    /// When it stops working by itself.
    pub expires_at: Option<Timestamp>,
}

impl fmt::Debug for MadeAppPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MadeAppPassword")
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}

/// Why none is made.
#[derive(Debug, thiserror::Error)]
pub enum MakeAppPasswordRefusal {
    /// The label can't be used.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// It would be good for nothing.
    #[error("nothing was chosen that it may be used for")]
    NoScope,
    /// The operator wants them to end sooner.
    #[error("it would work longer than {0} days")]
    TooLong(u32),
    /// Twenty-five are enough.
    #[error("there are {AT_MOST} already")]
    TooMany,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for MakeAppPasswordRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Makes an app password. It works from the moment it is shown.
    ///
    /// # Errors
    /// [`MakeAppPasswordRefusal`].
    pub async fn make_app_password(
        &self,
        session: &Session,
        visit: &Visit,
        new: NewAppPassword<'_>,
    ) -> Result<MadeAppPassword, MakeAppPasswordRefusal> {
        let (account, now) = (session.account, self.now());
        if !session.is_fresh(now) {
            return Err(MakeAppPasswordRefusal::StepUpWanted);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::MakeAppPassword, self)
        {
            return Err(MakeAppPasswordRefusal::NotBefore(at));
        }
        let label = label(new.label)?;
        let scopes = new.scopes.ok_or(MakeAppPasswordRefusal::NoScope)?;
        let longest = session.policy().app_password_longest_days;
        if !new.lasts.is_allowed(longest) {
            return Err(MakeAppPasswordRefusal::TooLong(longest));
        }
        let drawn = &AppPassword::draw(&mut self.chance());
        let kept = &Kept {
            id: AppPasswordId::draw(&mut self.chance()),
            label: label.to_owned(),
            scopes: scopes.to_string(),
            made_at: now,
            made_by: visit.described(),
            expires_at: new.lasts.expires_at(now),
            last_used_at: None,
            last_address: None,
            last_program: None,
            ended_at: None,
            ended_why: None,
        };
        let made: Result<_, Error> = self
            .db
            .run("make_app_password", |tx| async move {
                must_go_on(&tx, session).await?;
                let owner = repo::account::load(&tx, account).await?;
                let Some(owner) = owner.filter(|owner| owner.admits(now)) else {
                    return Err(Error::internal("the account was closed meanwhile"));
                };
                let there = repo::app_password::list(&tx, account).await?;
                if there.iter().filter(|own| own.is_live(now)).count() >= AT_MOST {
                    return Ok(None);
                }
                let login = owner.mail_login();
                let hashes = self
                    .app_password_hashes(account, &login, drawn)
                    .map_err(Error::internal)?;
                repo::app_password::make(&tx, account, kept, &hashes).await?;
                let made = Happening::of(EventKind::AppPasswordMade)
                    .by(visit)
                    .with("label", label);
                self.tell(&tx, account, made, now).await?;
                Ok(Some(login))
            })
            .await;
        let login = made?.ok_or(MakeAppPasswordRefusal::TooMany)?;
        Ok(MadeAppPassword {
            text: drawn.text(),
            login,
            label: label.to_owned(),
            scopes,
            expires_at: kept.expires_at,
        })
    }
}
