//! Advisories as those see them whom they concern.

use super::Advisory;
use crate::protection::Protection;
use crate::{App, Fault, Session};
use counterfoil_model::advisory::{Phase, Reader, Severity};
use counterfoil_model::{AccountId, AdvisoryId, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// An advisory on its page.
#[derive(Clone, Debug)]
pub struct ReadAdvisory {
    /// The advisory.
    pub advisory: Advisory,
    /// Where it is in its run.
    pub phase: Phase,
    /// Whether whoever is signed in still has to read it.
    pub unread: bool,
}

/// One that somebody has not read yet, as every page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadAdvisory {
    /// Its id.
    pub id: AdvisoryId,
    /// One line.
    pub title: String,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it was withdrawn since they read it.
    pub withdrawn: bool,
    /// Whether it was corrected.
    pub corrected: bool,
}

impl From<Advisory> for UnreadAdvisory {
    fn from(advisory: Advisory) -> Self {
        Self {
            id: advisory.id,
            title: advisory.title,
            severity: advisory.severity,
            withdrawn: advisory.run.withdrawn_at.is_some(),
            corrected: advisory.corrected_at.is_some(),
        }
    }
}

/// What decides which advisories concern the owner of an account.
pub(crate) fn reader_of(protection: &Protection, now: Timestamp) -> Reader {
    Reader {
        operator: protection.account.role == "operator",
        second_step: protection.account.second_factor_since.is_some(),
        codes: protection.kept_set(now).is_some(),
    }
}

/// Those that concern this reader and that they have not read, with when a letter named each; the gravest first.
pub(crate) async fn unread_in(
    tx: &Tx,
    account: AccountId,
    reader: Reader,
    now: Timestamp,
) -> Result<Vec<(Advisory, Option<Timestamp>)>, Error> {
    let mut unread = repo::advisory::unread(tx, account, now).await?;
    unread.retain(|(advisory, _)| advisory.audience.includes(reader));
    unread.sort_by_key(|(advisory, _)| std::cmp::Reverse(advisory.severity));
    Ok(unread)
}

impl App {
    /// The advisories that concern whoever is signed in, or else those that anybody may read; the newest first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn advisories_for(
        &self,
        session: Option<&Session>,
    ) -> Result<Vec<ReadAdvisory>, Fault> {
        let out = self.advisories_that_are_out().await?;
        let now = self.now();
        let Some(session) = session else {
            let public = out.into_iter().filter(|advisory| advisory.public);
            return Ok(public.map(|advisory| read(advisory, false, now)).collect());
        };
        let (reader, unread) = self.reading(session.account).await?;
        Ok(out
            .into_iter()
            .filter(|advisory| advisory.audience.includes(reader))
            .map(|advisory| {
                let open = unread.contains(&advisory.id);
                read(advisory, open, now)
            })
            .collect())
    }

    /// One of them; `None` also for one that concerns others.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn advisory_for(
        &self,
        session: Option<&Session>,
        id: AdvisoryId,
    ) -> Result<Option<ReadAdvisory>, Fault> {
        let mut all = self.advisories_for(session).await?.into_iter();
        Ok(all.find(|read| read.advisory.id == id))
    }

    /// Whoever is signed in has read it. False where it doesn't concern them.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn advisory_was_read(
        &self,
        session: &Session,
        id: AdvisoryId,
    ) -> Result<bool, Fault> {
        if self.advisory_for(Some(session), id).await?.is_none() {
            return Ok(false);
        }
        let (account, now) = (session.account, self.now());
        let noted: Result<(), Error> = self
            .db
            .run("advisory_read", |tx| async move {
                repo::advisory::read(&tx, account, id, now).await
            })
            .await;
        noted?;
        Ok(true)
    }

    async fn reading(&self, account: AccountId) -> Result<(Reader, Vec<AdvisoryId>), Fault> {
        let now = self.now();
        let reader = reader_of(&self.protection(account).await?, now);
        let unread: Result<_, Error> = self
            .db
            .read("advisories_unread", |tx| async move {
                unread_in(&tx, account, reader, now).await
            })
            .await;
        let ids = unread?.into_iter().map(|(advisory, _)| advisory.id);
        Ok((reader, ids.collect()))
    }
}

fn read(advisory: Advisory, unread: bool, now: Timestamp) -> ReadAdvisory {
    ReadAdvisory {
        phase: advisory.run.phase(now),
        advisory,
        unread,
    }
}
