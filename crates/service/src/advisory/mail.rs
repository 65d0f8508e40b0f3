//! Critical advisories are mailed at once, a batch of accounts in each transaction. What was mailed and how far we are is written down
//! together, so a node that dies leaves nobody out and writes to nobody twice.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::EventKind;
use counterfoil_store::repo::advisory::{Advisory, Recipient};
use counterfoil_store::{Error, repo};

/// So many accounts are looked at in one transaction.
const AT_ONCE: i64 = 50;

impl App {
    /// Writes the mails of one batch of the advisory that has waited longest; how many accounts were mailed, or `None` when nothing
    /// is to be mailed.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn mail_advisories(&self) -> Result<Option<usize>, Fault> {
        let now = self.now();
        let mailed: Result<Option<usize>, Error> = self
            .db
            .run("advisory_mail", |tx| async move {
                let Some(mailing) = repo::advisory::mail_due(&tx, now).await? else {
                    return Ok(None);
                };
                let Some(advisory) = repo::advisory::load(&tx, mailing.id).await? else {
                    return Ok(None);
                };
                let behind = mailing.after;
                let found = repo::advisory::recipients(&tx, behind, AT_ONCE, now).await?;
                let full = i64::try_from(found.len()).is_ok_and(|found| found == AT_ONCE);
                let inside = |one: &&Recipient| mailing.end.is_none_or(|end| one.account <= end);
                let batch: Vec<&Recipient> = found.iter().take_while(inside).collect();
                let more = full && batch.len() == found.len();
                let last = batch.last().map_or(behind, |one| one.account);
                let concerned = |one: &&&Recipient| advisory.audience.includes(one.reader);
                let concerned: Vec<&&Recipient> = batch.iter().filter(concerned).collect();
                let count = i64::try_from(concerned.len()).unwrap_or(i64::MAX);
                let again_at = more.then_some(now);
                if !repo::advisory::mail_batch(&tx, &mailing, &advisory, last, count, again_at)
                    .await?
                {
                    return Ok(Some(0));
                }
                for one in &concerned {
                    self.tell(&tx, one.account, mail_of(&advisory), now).await?;
                }
                Ok(Some(concerned.len()))
            })
            .await;
        Ok(mailed?)
    }
}

fn mail_of(advisory: &Advisory) -> Happening<'static> {
    let state = match (advisory.run.withdrawn_at, advisory.corrected_at) {
        (Some(_), _) => "withdrawn",
        (None, Some(_)) => "corrected",
        (None, None) => "new",
    };
    Happening::of(EventKind::AdvisoryMailed)
        .with("advisory", advisory.id)
        .with("title", &advisory.title)
        .with("state", state)
        .with("why", advisory.why.as_deref().unwrap_or_default())
}
