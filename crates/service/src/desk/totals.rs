//! How many of everything there are. Counting a hundred thousand accounts takes a fraction of a second, so what was counted is
//! remembered for half a minute.

use crate::{App, Fault};
use counterfoil_model::code_set::RENEW_AT;
use counterfoil_model::reminders::SHEET_AGE;
use counterfoil_model::{Span, Timestamp};
use counterfoil_store::{Error, repo};
use tokio::sync::Mutex;

pub use counterfoil_store::repo::desk::deliveries::Tally as DeliveryTotals;
pub use counterfoil_store::repo::desk::totals::{Accounts as AccountTotals, Sheets as SheetTotals};

/// What was counted is good for so long.
const GOOD_FOR: Span = Span::seconds(30);

/// How many of everything there are, over all accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// When that was counted.
    pub counted_at: Timestamp,
    /// Accounts.
    pub accounts: AccountTotals,
    /// Sheets of codes in force.
    pub sheets: SheetTotals,
    /// Authenticator apps in force.
    pub phones: i64,
    /// App passwords that work.
    pub app_passwords: i64,
    /// Accounts that a mail program signed in to within a day.
    pub mail_accounts: i64,
    /// Notices that have not arrived.
    pub deliveries: DeliveryTotals,
}

/// What was counted last.
#[derive(Debug, Default)]
pub(crate) struct Counted(Mutex<Option<Totals>>);

impl App {
    /// How many of everything there are, at most half a minute old. Only one request counts at a time.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn totals(&self) -> Result<Totals, Fault> {
        let now = self.now();
        let mut last = self.counted.0.lock().await;
        if let Some(totals) = *last
            && now < totals.counted_at + GOOD_FOR
        {
            return Ok(totals);
        }
        let totals = self.count_totals().await?;
        *last = Some(totals);
        Ok(totals)
    }

    /// Counts everything now.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn count_totals(&self) -> Result<Totals, Fault> {
        let now = self.now();
        let low = i64::try_from(RENEW_AT).unwrap_or(i64::MAX);
        let counted: Result<_, Error> = self
            .db
            .read("count_totals", |tx| async move {
                use repo::desk::{deliveries, totals};
                Ok(Totals {
                    counted_at: now,
                    accounts: totals::accounts(&tx).await?,
                    sheets: totals::sheets(&tx, now - SHEET_AGE, low, now).await?,
                    phones: totals::phones(&tx, now).await?,
                    app_passwords: totals::app_passwords(&tx, now).await?,
                    mail_accounts: totals::mail_accounts(&tx, now - Span::days(1)).await?,
                    deliveries: deliveries::tally(&tx).await?,
                })
            })
            .await;
        Ok(counted?)
    }
}
