//! The check-up of an account: what is known of it, gathered; the judging is `model`'s.

mod put_off;

pub use put_off::PutOffRefusal;

use crate::app_password::ListedAppPassword;
use crate::home::Known;
use crate::{App, Attention, Fault, Session};
use counterfoil_model::check_up::{CheckUp, Facts, IDLE};
use counterfoil_store::{Error, repo};

/// What is known of the house by whoever runs its doors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Whether notices go to a folder of the operator's instead of by mail.
    pub notices_to_folder: bool,
    /// Whether the operator said how to reach a person.
    pub help_line: bool,
    /// Whether there is mail software that asks here who may read.
    pub mail_software: bool,
}

impl App {
    /// The check-up of whoever is signed in. `attention` is what their browser is told beside it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn check_up(
        &self,
        session: &Session,
        attention: &Attention,
        around: Surroundings,
    ) -> Result<CheckUp, Fault> {
        let known = self
            .known(session.account, around.notices_to_folder)
            .await?;
        let app_passwords = self.app_passwords(session.account).await?;
        self.check_up_of(&known, &app_passwords, attention, around)
            .await
    }

    pub(crate) async fn check_up_of(
        &self,
        known: &Known,
        app_passwords: &[ListedAppPassword],
        attention: &Attention,
        around: Surroundings,
    ) -> Result<CheckUp, Fault> {
        let now = self.now();
        let account = known.protection.account.id;
        let put_off: Result<_, Error> = self
            .db
            .read("put_off", |tx| async move {
                repo::snooze::practices(&tx, account).await
            })
            .await;
        let papers = self.papers_beside(&known.protection).await?;
        let idle = app_passwords
            .iter()
            .filter(|own| !own.expired && own.last_used_at.unwrap_or(own.made_at) + IDLE <= now);
        let facts = Facts {
            standing: known.facts.clone(),
            proved_once: known
                .protection
                .sets
                .iter()
                .any(|set| set.proved_at.is_some()),
            sheet_waits: known.codes.staged.is_some(),
            places: papers.here.iter().map(|place| place.kind).collect(),
            phrase: known.protection.account.phrase.is_some(),
            unread: attention.unread.len(),
            untold: attention
                .banner
                .as_ref()
                .map_or(0, |banner| banner.events.len() + banner.more),
            idle_programs: around.mail_software.then(|| idle.count()),
            help_line: around.help_line,
            put_off: put_off?,
        };
        Ok(CheckUp::of(&facts, now))
    }
}
