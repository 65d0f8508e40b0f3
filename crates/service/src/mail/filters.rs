//! The account's mail filters: what they do with mail, and switching them off. An intruder who was thrown out may have left one
//! that goes on sending mail away.

use crate::announce::Happening;
use crate::{App, Fault, MailFilter, MailSystemError, Session, Visit};
use counterfoil_model::sieve::{self, Deed};
use counterfoil_model::{AccountId, EventKind};
use counterfoil_store::{Error, repo};
use std::collections::BTreeSet;

/// A filter as its owner is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedFilter {
    /// What it is called, fit to be shown.
    pub name: String,
    /// Whether it runs.
    pub runs: Runs,
    /// What it may do with a message, the weightiest first.
    pub deeds: Vec<Deed>,
}

impl ListedFilter {
    /// Whether it runs, and sends mail away or keeps it from its owner.
    #[must_use]
    pub fn is_worth_a_look(&self) -> bool {
        self.runs != Runs::No && self.deeds.iter().any(Deed::is_worth_a_look)
    }
}

/// Whether a filter runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// It is the one that is switched on.
    Active,
    /// The one that is switched on runs it too (`include`, RFC 6609).
    Included,
    /// It is kept and does nothing.
    No,
}

/// Why filters are neither shown nor switched off.
#[derive(Debug, thiserror::Error)]
pub enum FiltersRefusal {
    /// No mail software is in the configuration.
    #[error("there is no mail software")]
    NoMailSoftware,
    /// The mail software can't be reached or refuses; trying again may help.
    #[error(transparent)]
    MailSoftware(#[from] MailSystemError),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for FiltersRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// The account's filters: those that run first.
    ///
    /// # Errors
    /// [`FiltersRefusal`].
    pub async fn mail_filters(
        &self,
        account: AccountId,
    ) -> Result<Vec<ListedFilter>, FiltersRefusal> {
        let mail_system = self.mail_system.as_ref();
        let mail_system = mail_system.ok_or(FiltersRefusal::NoMailSoftware)?;
        let login = self.mail_login(account).await?;
        Ok(listed(&mail_system.filters(&login).await?))
    }

    /// Switches the filter off that runs; nothing is deleted. Tightening is immediate: a session is enough. Gives what it is
    /// called, or `None` when none ran.
    ///
    /// # Errors
    /// [`FiltersRefusal`].
    pub async fn switch_mail_filter_off(
        &self,
        session: &Session,
        visit: &Visit,
    ) -> Result<Option<String>, FiltersRefusal> {
        let (account, now) = (session.account, self.now());
        let mail_system = self.mail_system.as_ref();
        let mail_system = mail_system.ok_or(FiltersRefusal::NoMailSoftware)?;
        let login = self.mail_login(account).await?;
        let filters = listed(&mail_system.filters(&login).await?);
        let Some(active) = filters.iter().find(|filter| filter.runs == Runs::Active) else {
            return Ok(None);
        };
        // First the deed: an intruder's filter must go even when the database can't note it.
        mail_system.switch_filter_off(&login).await?;
        let told: Result<_, Error> = self
            .db
            .run("switch_mail_filter_off", |tx| async move {
                let happening = Happening::of(EventKind::FilterSwitchedOff)
                    .by(visit)
                    .with("label", &active.name);
                self.tell(&tx, account, happening, now).await
            })
            .await;
        told?;
        Ok(Some(active.name.clone()))
    }

    async fn mail_login(&self, account: AccountId) -> Result<String, FiltersRefusal> {
        let kept: Result<_, Error> = self
            .db
            .read("mail_login", |tx| async move {
                repo::account::load(&tx, account).await
            })
            .await;
        let kept = kept?.ok_or(Fault::Broken("a session without an account"))?;
        Ok(kept.mail_login())
    }
}

fn listed(filters: &[MailFilter]) -> Vec<ListedFilter> {
    let mut listed: Vec<ListedFilter> = filters
        .iter()
        .map(|filter| ListedFilter {
            name: sieve::shown(&filter.name),
            runs: if filter.active {
                Runs::Active
            } else {
                Runs::No
            },
            deeds: sieve::deeds(&filter.script),
        })
        .collect();
    // What a running filter includes runs too, and so on.
    loop {
        let included: BTreeSet<String> = listed
            .iter()
            .filter(|filter| filter.runs != Runs::No)
            .flat_map(|filter| &filter.deeds)
            .filter_map(|deed| match deed {
                Deed::Include { name, own: true } => Some(name.clone()),
                _ => None,
            })
            .collect();
        let mut changed = false;
        for filter in &mut listed {
            if filter.runs == Runs::No && included.contains(&filter.name) {
                filter.runs = Runs::Included;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    listed.sort_by_key(|filter| match filter.runs {
        Runs::Active => 0,
        Runs::Included => 1,
        Runs::No => 2,
    });
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(name: &str, active: bool, script: &str) -> MailFilter {
        MailFilter {
            name: name.into(),
            active,
            script: script.into(),
        }
    }

    #[test]
    fn what_the_running_filter_includes_runs_too_and_what_that_includes() {
        let filters = [
            filter("idle", false, "redirect \"a@x\";"),
            filter("last", false, "redirect :copy \"b@x\"; include \"first\";"),
            filter("first", true, "include :personal \"middle\"; keep;"),
            filter(
                "middle",
                false,
                "include \"last\"; include :global \"idle\";",
            ),
        ];
        let listed = listed(&filters);
        let runs: Vec<_> = listed
            .iter()
            .map(|filter| (filter.name.as_str(), filter.runs, filter.is_worth_a_look()))
            .collect();
        assert_eq!(
            runs,
            [
                ("first", Runs::Active, false),
                ("last", Runs::Included, true),
                ("middle", Runs::Included, false),
                ("idle", Runs::No, false),
            ]
        );
    }
}
