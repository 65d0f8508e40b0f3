//! Changing the policy: what tightens holds at once, what loosens waits a day, and every operator hears of it.

use super::read::{set, who};
use crate::announce::Happening;
use crate::desk::DeskRefusal;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_model::policy::{Decision, Direction, PolicyRefusal, SetByOperator, decide};
use counterfoil_model::{AccountId, ChangeId, EventKind, Setting, Timestamp};
use counterfoil_store::repo::policy::Change;
use counterfoil_store::{Error, Tx, repo};

/// Why the policy isn't changed.
#[derive(Debug, thiserror::Error)]
pub enum PolicyChangeRefusal {
    /// This operator may not, or not yet.
    #[error(transparent)]
    Desk(#[from] DeskRefusal),
    /// The value can't be taken.
    #[error(transparent)]
    Value(#[from] PolicyRefusal),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for PolicyChangeRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// Who changes it.
#[derive(Clone, Copy)]
pub(super) enum By<'a> {
    Operator(&'a Session, &'a Visit),
    /// Whoever has the link of an operator's notice: it can only stop.
    Link(AccountId, &'a Visit),
    CommandLine,
}

/// What operators are told of a change.
#[derive(Clone, Copy)]
enum Told {
    Changed,
    Waits,
    Stopped,
}

impl By<'_> {
    const fn account(self) -> AccountId {
        match self {
            Self::Operator(session, _) => session.account,
            Self::Link(account, _) => account,
            Self::CommandLine => AccountId::NOBODY,
        }
    }
}

impl App {
    /// Changes a setting for an operator; `None` goes back to what the configuration says. What tightens needs no step-up.
    ///
    /// # Errors
    /// [`PolicyChangeRefusal`].
    pub async fn set_policy_at_the_desk(
        &self,
        session: &Session,
        visit: &Visit,
        setting: Setting,
        to: Option<i64>,
    ) -> Result<Decision, PolicyChangeRefusal> {
        self.may_use_the_desk(session)?;
        self.change_policy(By::Operator(session, visit), setting, to)
            .await
    }

    /// The same for whoever runs the command line, who holds the keys of the house. It waits as well, and is told.
    ///
    /// # Errors
    /// [`PolicyChangeRefusal`].
    pub async fn set_policy(
        &self,
        setting: Setting,
        to: Option<i64>,
    ) -> Result<Decision, PolicyChangeRefusal> {
        self.change_policy(By::CommandLine, setting, to).await
    }

    async fn change_policy(
        &self,
        by: By<'_>,
        setting: Setting,
        to: Option<i64>,
    ) -> Result<Decision, PolicyChangeRefusal> {
        let (now, id) = (self.now(), ChangeId::draw(&mut self.chance()));
        let changed: Result<_, Error> = self
            .db
            .run("change_policy", |tx| async move {
                let standing = set(&repo::policy::standing(&tx, now).await?);
                let decision = match decide(&self.house, &standing, setting, to, now) {
                    Ok(decision) => decision,
                    Err(refusal) => return Ok(Err(refusal.into())),
                };
                if let By::Operator(session, _) = by {
                    crate::session::must_go_on(&tx, session).await?;
                    if decision.direction != Direction::Tightens
                        && let Err(refusal) = self.may_loosen(session)
                    {
                        return Ok(Err(PolicyChangeRefusal::Desk(refusal)));
                    }
                }
                let change = Change {
                    id,
                    set: SetByOperator {
                        setting,
                        value: to,
                        effective_at: decision.effective_at,
                        ended_at: None,
                    },
                    former: decision.from,
                    becomes: decision.to,
                    asked_by: by.account(),
                    asked_at: now,
                };
                repo::policy::enter(&tx, &change, now).await?;
                let told = if decision.effective_at > now {
                    Told::Waits
                } else {
                    Told::Changed
                };
                self.tell_operators(&tx, by, told, &change, now).await?;
                Ok(Ok(decision))
            })
            .await;
        let decision = changed??;
        tracing::info!(
            operator = %by.account(), setting = setting.name(), from = decision.from, to = decision.to,
            effective_at = decision.effective_at.as_micros(), "the policy was changed"
        );
        Ok(decision)
    }

    /// Stops a change that waits, for an operator: it only tightens, so it needs no step-up. False if none waits.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub async fn stop_policy_change_at_the_desk(
        &self,
        session: &Session,
        visit: &Visit,
        setting: Setting,
    ) -> Result<bool, DeskRefusal> {
        self.may_use_the_desk(session)?;
        let now = self.now();
        let stopped: Result<_, Error> = self
            .db
            .run("stop_policy_change", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                self.stop_policy_in(&tx, By::Operator(session, visit), setting, now)
                    .await
            })
            .await;
        Ok(stopped?)
    }

    /// The same for the command line.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn stop_policy_change(&self, setting: Setting) -> Result<bool, Fault> {
        let now = self.now();
        let stopped: Result<_, Error> = self
            .db
            .run("stop_policy_change", |tx| async move {
                self.stop_policy_in(&tx, By::CommandLine, setting, now)
                    .await
            })
            .await;
        Ok(stopped?)
    }

    /// Stops what an operator asked for whose account is frozen: whoever asked isn't known any more.
    pub(crate) async fn stop_policy_changes_of(
        &self,
        tx: &Tx,
        operator: AccountId,
    ) -> Result<(), Error> {
        let now = self.now();
        for setting in repo::policy::asked_by(tx, operator, now).await? {
            self.stop_policy_in(tx, By::CommandLine, setting, now)
                .await?;
        }
        Ok(())
    }

    /// Stops everything that waited when a backup was made, in the house that was restored from it: it may have been stopped since.
    pub(crate) async fn stop_policy_changes(
        &self,
        tx: &Tx,
        made_at: Timestamp,
    ) -> Result<(), Error> {
        for setting in Setting::ALL {
            self.stop_policy_in(tx, By::CommandLine, setting, made_at)
                .await?;
        }
        Ok(())
    }

    pub(super) async fn stop_policy_in(
        &self,
        tx: &Tx,
        by: By<'_>,
        setting: Setting,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let standing = repo::policy::standing(tx, now).await?;
        let waits = |change: &&Change| change.set.setting == setting && change.set.waits(now);
        let Some(change) = standing.iter().find(waits) else {
            return Ok(false);
        };
        if !repo::policy::stop(tx, setting, now).await? {
            return Ok(false);
        }
        self.tell_operators(tx, by, Told::Stopped, change, now)
            .await?;
        tracing::info!(operator = %by.account(), setting = setting.name(), "a change of the policy was stopped");
        Ok(true)
    }

    /// The job: tells operators of what took effect after its wait; how many changes there were.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn announce_policy_changes(&self) -> Result<usize, Fault> {
        let now = self.now();
        let due: Result<_, Error> = self
            .db
            .read("policy_due", |tx| async move {
                repo::policy::due(&tx, now).await
            })
            .await;
        let mut told = 0;
        for change in &due? {
            let done: Result<_, Error> = self
                .db
                .run("policy_told", |tx| async move {
                    // Only one node gets to tell.
                    if !repo::policy::told(&tx, change.id, now).await? {
                        return Ok(0);
                    }
                    self.tell_operators(&tx, By::CommandLine, Told::Changed, change, now)
                        .await?;
                    Ok(1)
                })
                .await;
            told += done?;
        }
        Ok(told)
    }

    /// Tells every operator: the setting, what it was and becomes, who asked for it, and when it holds.
    async fn tell_operators(
        &self,
        tx: &Tx,
        by: By<'_>,
        told: Told,
        change: &Change,
        now: Timestamp,
    ) -> Result<(), Error> {
        let asked_by = who(tx, change.asked_by)
            .await?
            .unwrap_or_else(|| "command-line".to_owned());
        let kind = match told {
            Told::Changed => EventKind::PolicyChanged,
            Told::Waits => EventKind::PolicyChangeWaits,
            Told::Stopped => EventKind::PolicyChangeStopped,
        };
        for operator in repo::account::operators(tx).await? {
            let mut happening = Happening::of(kind)
                .with("setting", change.set.setting.name())
                .with("was", change.former)
                .with("now", change.becomes)
                .with("by", &asked_by)
                .with("until", change.set.effective_at.as_micros());
            if let By::Operator(_, visit) | By::Link(_, visit) = by {
                happening = happening.by(visit);
            }
            if matches!(told, Told::Waits) {
                let (id, at) = (*change.id.as_bytes(), change.set.effective_at);
                happening = happening.link(LinkKind::StopPolicy, id, at);
            }
            self.tell(tx, operator, happening, now).await?;
        }
        Ok(())
    }
}
