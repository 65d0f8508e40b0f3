//! Reading the policy: what holds now, and for operators where each value comes from.

use crate::{App, Fault};
use counterfoil_model::policy::{House, Origin, SetByOperator};
use counterfoil_model::{AccountId, Policy, Setting, Timestamp};
use counterfoil_store::repo::policy::Change;
use counterfoil_store::{Error, Tx, repo};

/// A setting as operators see it.
#[derive(Clone, Debug)]
pub struct SettingView {
    /// Which one.
    pub setting: Setting,
    /// What holds now.
    pub value: i64,
    /// What the configuration says, or what Counterfoil comes with.
    pub base: i64,
    /// Where the value comes from.
    pub origin: Origin,
    /// Whether the configuration names it.
    pub written: bool,
    /// Whether the configuration pins it: it can only get stricter.
    pub pinned: bool,
    /// Who set it, if an operator did: an address, or `None` for the command line; and when.
    pub set_by: Option<(Option<String>, Timestamp)>,
    /// The change that waits, if one does.
    pub waiting: Option<WaitingSetting>,
}

/// A change that waits.
#[derive(Clone, Debug)]
pub struct WaitingSetting {
    /// What the setting becomes.
    pub to: i64,
    /// When.
    pub effective_at: Timestamp,
    /// Who asked for it: an address, or `None` for the command line.
    pub by: Option<String>,
}

impl App {
    /// What holds now.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn policy(&self) -> Result<Policy, Fault> {
        let policy: Result<_, Error> = self
            .db
            .read("policy", |tx| async move { self.policy_in(&tx).await })
            .await;
        Ok(policy?)
    }

    /// The same in a transaction that needs it.
    pub(crate) async fn policy_in(&self, tx: &Tx) -> Result<Policy, Error> {
        let now = self.now();
        let changes = repo::policy::standing(tx, now).await?;
        Ok(self.house.policy(&set(&changes), now))
    }

    /// What the configuration says, and what it pins.
    #[must_use]
    pub const fn house(&self) -> &House {
        &self.house
    }

    /// Every setting, in the order of the page.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn policy_settings(&self) -> Result<Vec<SettingView>, Fault> {
        let now = self.now();
        let views: Result<_, Error> = self
            .db
            .read("policy_settings", |tx| async move {
                let changes = repo::policy::standing(&tx, now).await?;
                let mut views = Vec::new();
                for setting in Setting::ALL {
                    views.push(self.view(&tx, setting, &changes, now).await?);
                }
                Ok(views)
            })
            .await;
        Ok(views?)
    }

    async fn view(
        &self,
        tx: &Tx,
        setting: Setting,
        changes: &[Change],
        now: Timestamp,
    ) -> Result<SettingView, Error> {
        let all = set(changes);
        let own = || changes.iter().filter(|own| own.set.setting == setting);
        let held = own().find(|own| own.set.in_force(now) && own.set.value.is_some());
        let set_by = match held {
            Some(held) => Some((who(tx, held.asked_by).await?, held.set.effective_at)),
            None => None,
        };
        let waiting = match own().find(|own| own.set.waits(now)) {
            Some(waits) => Some(WaitingSetting {
                to: waits.set.value.unwrap_or(setting.of(&self.house.base)),
                effective_at: waits.set.effective_at,
                by: who(tx, waits.asked_by).await?,
            }),
            None => None,
        };
        Ok(SettingView {
            setting,
            value: setting.of(&self.house.policy(&all, now)),
            base: setting.of(&self.house.base),
            origin: self.house.origin(setting, &all, now),
            written: self.house.written.contains(&setting),
            pinned: self.house.pinned.contains(&setting),
            set_by,
            waiting,
        })
    }
}

pub(super) fn set(changes: &[Change]) -> Vec<SetByOperator> {
    changes.iter().map(|change| change.set).collect()
}

/// The operator's address; `None` for the command line, and for an account that is gone.
pub(super) async fn who(tx: &Tx, operator: AccountId) -> Result<Option<String>, Error> {
    if operator == AccountId::NOBODY {
        return Ok(None);
    }
    let account = repo::account::load(tx, operator).await?;
    Ok(account.map(|account| account.address))
}
