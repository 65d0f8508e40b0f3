//! The round: any node looks at the accounts whose day has come and mails what is due. Whoever writes the next look down first does
//! it, in one transaction with the mail, so no letter is written twice and none is lost.

use super::digest;
use crate::advisory::{reader_of, unread_in};
use crate::announce::Happening;
use crate::protection::Protection;
use crate::{App, Fault};
use counterfoil_model::advisory::Severity;
use counterfoil_model::reminders::{LONGEST_REST, Letter, Look, first_look};
use counterfoil_model::{EventKind, Standing, Timestamp};
use counterfoil_store::repo::account::Account;
use counterfoil_store::repo::advisory::Advisory;
use counterfoil_store::repo::reminder::DueLook;
use counterfoil_store::{Error, Tx, repo};

/// So many accounts are looked at in one go.
const AT_ONCE: i64 = 200;

impl App {
    /// Looks at accounts whose day has come; how many letters were written. `notices_to_folder` is told by whoever runs the transport.
    ///
    /// # Errors
    /// [`Fault`] of the last account that couldn't be looked at; the others were.
    pub async fn remind(&self, notices_to_folder: bool) -> Result<usize, Fault> {
        let now = self.now();
        let due: Result<_, Error> = self
            .db
            .read("reminders_due", |tx| async move {
                repo::reminder::due(&tx, AT_ONCE, now).await
            })
            .await;
        let (mut written, mut failed) = (0, None);
        for due in due? {
            match self.look_at(due, notices_to_folder).await {
                Ok(letter) => written += usize::from(letter),
                Err(error) => {
                    tracing::error!(account = %due.account, %error, "an account could not be looked at for reminders");
                    failed = Some(error);
                }
            }
        }
        failed.map_or(Ok(written), Err)
    }

    async fn look_at(&self, due: DueLook, notices_to_folder: bool) -> Result<bool, Fault> {
        let now = self.now();
        // What a digest says is read beforehand: it takes more than one look, and nothing is decided by it.
        let standing = match due.round.look(false, None, now).letter {
            Some(Letter::Digest) => Some(self.standing(due.account, notices_to_folder).await?),
            _ => None,
        };
        let standing = standing.as_ref();
        let written: Result<_, Error> = self
            .db
            .run("reminder_look", |tx| async move {
                let owner = repo::account::load(&tx, due.account).await?;
                // Nobody is written to who couldn't do anything about it now.
                let owner = owner.filter(|owner| owner.admits(now) && owner.password.is_some());
                let (Some(owner), Some(_)) = (owner, due.look_at) else {
                    let again_at = match due.look_at {
                        Some(_) => now + LONGEST_REST,
                        None => first_look(due.account, now),
                    };
                    repo::reminder::looked(&tx, &due, again_at, None, now).await?;
                    return Ok(false);
                };
                self.look_and_write(&tx, &due, &owner, standing, now).await
            })
            .await;
        Ok(written?)
    }

    async fn look_and_write(
        &self,
        tx: &Tx,
        due: &DueLook,
        owner: &Account,
        standing: Option<&Standing>,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let Some(protection) = Protection::load(tx, due.account).await? else {
            return Ok(false);
        };
        let calendar = self.calendar_of(tx, &protection, now).await?;
        let things = calendar.due(now);
        let news = unnamed(tx, &protection, now).await?;
        let left = calendar.sheet.map_or(0, |sheet| sheet.left);
        let Look { letter, again_at } = due.round.look(
            !things.is_empty() || !news.is_empty(),
            calendar.changes_at(now),
            now,
        );
        if !repo::reminder::looked(tx, due, again_at, letter, now).await? {
            return Ok(false);
        }
        let happening = match (letter, standing) {
            (Some(Letter::Digest), Some(standing)) => {
                let since = due.round.digest_at.unwrap_or(due.round.begun_at);
                let tally = repo::event::tally(tx, due.account, since).await?;
                let details = digest::details(&tally, standing, left);
                details.into_iter().fold(
                    Happening::of(EventKind::DigestMailed),
                    |told, (name, value)| told.with(name, value),
                )
            }
            (Some(Letter::Reminder), _) => Happening::of(EventKind::Reminded)
                .with(
                    "first",
                    things
                        .first()
                        .map_or("news", |first| first.reminder.as_str()),
                )
                .with("left", left),
            _ => return Ok(false),
        };
        let title = news.first().map_or("", |advisory| &advisory.title);
        let happening = happening.with("news", news.len()).with("title", title);
        for advisory in &news {
            repo::advisory::mailed(tx, due.account, advisory.id, now).await?;
        }
        self.tell(tx, due.account, happening.mailed_to(&owner.address), now)
            .await?;
        Ok(true)
    }
}

/// Notices that this owner has not read, and that no letter has named as they are now.
async fn unnamed(tx: &Tx, protection: &Protection, now: Timestamp) -> Result<Vec<Advisory>, Error> {
    let reader = reader_of(protection, now);
    let unread = unread_in(tx, protection.account.id, reader, now).await?;
    Ok(unread
        .into_iter()
        .filter(|(advisory, named_at)| {
            advisory.severity == Severity::Notice
                && advisory.run.withdrawn_at.is_none()
                && named_at.is_none_or(|at| at < advisory.changed_at)
        })
        .map(|(advisory, _)| advisory)
        .collect())
}
