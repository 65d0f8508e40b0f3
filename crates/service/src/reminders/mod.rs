//! Reminders: what is due, putting it off, and the job that mails it once a month at most.

mod digest;
mod list;
mod round;
mod snooze;

pub use list::{ListedReminder, Reminders};
pub use snooze::SnoozeRefusal;

use crate::App;
use crate::protection::Protection;
use counterfoil_model::reminders::Calendar;
use counterfoil_model::standing::SetFacts;
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_store::{Error, Tx, repo};

impl App {
    /// The dates of an account that reminders go by; none of one that is gone.
    pub(crate) async fn calendar_in(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Calendar, Error> {
        match Protection::load(tx, account).await? {
            Some(protection) => self.calendar_of(tx, &protection, now).await,
            None => Ok(Calendar::default()),
        }
    }

    /// The same of one whose protection is known.
    pub(crate) async fn calendar_of(
        &self,
        tx: &Tx,
        protection: &Protection,
        now: Timestamp,
    ) -> Result<Calendar, Error> {
        let account = protection.account.id;
        let mut calendar = Calendar {
            phone_since: protection.kept_totp(now).and_then(|totp| totp.effective_at),
            snoozes: repo::snooze::list(tx, account).await?,
            review_at: self.address_review_at(tx, account, now).await?,
            sheet: None,
        };
        if let Some(set) = protection.kept_set(now)
            && let Some(proved_at) = set.proved_at
        {
            let codes = repo::code::list(tx, account, set.id).await?;
            calendar.sheet = Some(SetFacts {
                proved_at,
                left: codes.iter().filter(|code| code.usable(now)).count(),
                drilled_at: set.drilled_at,
            });
        }
        Ok(calendar)
    }

    /// The same in a transaction of its own.
    pub(crate) async fn calendar(&self, account: AccountId) -> Result<Calendar, Error> {
        let now = self.now();
        self.db
            .read("calendar", |tx| async move {
                self.calendar_in(&tx, account, now).await
            })
            .await
    }
}
