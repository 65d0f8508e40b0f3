//! How many of everything there are. Counting a hundred thousand accounts takes a fraction of a second, so there what
//! was counted is remembered for half a minute. A small house is counted each time: whoever invited somebody sees it at once.

use crate::policy::required;
use crate::{App, Fault};
use counterfoil_model::code_set::RENEW_AT;
use counterfoil_model::reminders::SHEET_AGE;
use counterfoil_model::{Span, Timestamp};
use counterfoil_store::{Error, repo};
use tokio::sync::Mutex;

pub use counterfoil_store::repo::codes_duty::Behind as BehindTotals;
pub use counterfoil_store::repo::desk::deliveries::Tally as DeliveryTotals;
pub use counterfoil_store::repo::desk::totals::{Accounts as AccountTotals, Sheets as SheetTotals};

/// With so many accounts, counting takes long enough to be remembered.
const LARGE: i64 = 2_000;

/// For how long.
const GOOD_FOR: Span = Span::seconds(30);

/// How many of everything there are, over all accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// When that was counted.
    pub counted_at: Timestamp,
    /// Accounts.
    pub accounts: AccountTotals,
    /// Accounts without codes, where the policy asks for some.
    pub behind: Option<BehindTotals>,
    /// Sheets of codes in force.
    pub sheets: SheetTotals,
    /// Authenticator apps in force.
    pub phones: i64,
    /// Accounts with a passkey in force.
    pub passkeys: i64,
    /// App passwords that work.
    pub app_passwords: i64,
    /// Accounts that a mail program signed in to within a day.
    pub mail_accounts: i64,
    /// Notices that have not arrived.
    pub deliveries: DeliveryTotals,
}

impl Totals {
    fn is_good(&self, now: Timestamp) -> bool {
        self.accounts.all >= LARGE && now < self.counted_at + GOOD_FOR
    }
}

/// What was counted last.
#[derive(Debug, Default)]
pub(crate) struct Counted(Mutex<Option<Totals>>);

impl App {
    /// How many of everything there are, in a large house at most half a minute old. Only one request counts at a time.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn totals(&self) -> Result<Totals, Fault> {
        let now = self.now();
        let mut last = self.counted.0.lock().await;
        if let Some(totals) = *last
            && totals.is_good(now)
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
                let behind = match required(&self.policy_in(&tx).await?) {
                    Some(required) => Some(repo::codes_duty::count(&tx, required, now).await?),
                    None => None,
                };
                Ok(Totals {
                    counted_at: now,
                    accounts: totals::accounts(&tx).await?,
                    behind,
                    sheets: totals::sheets(&tx, now - SHEET_AGE, low, now).await?,
                    phones: totals::phones(&tx, now).await?,
                    passkeys: totals::passkeys(&tx, now).await?,
                    app_passwords: totals::app_passwords(&tx, now).await?,
                    mail_accounts: totals::mail_accounts(&tx, now - Span::days(1)).await?,
                    deliveries: deliveries::tally(&tx).await?,
                })
            })
            .await;
        Ok(counted?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_large_house_is_remembered_and_only_for_half_a_minute() {
        let counted_at = Timestamp::from_micros(0);
        let house = |all| Totals {
            counted_at,
            accounts: AccountTotals {
                all,
                ..AccountTotals::default()
            },
            behind: None,
            sheets: SheetTotals::default(),
            phones: 0,
            passkeys: 0,
            app_passwords: 0,
            mail_accounts: 0,
            deliveries: DeliveryTotals::default(),
        };
        assert!(!house(LARGE - 1).is_good(counted_at));
        assert!(house(LARGE).is_good(counted_at + Span::seconds(29)));
        assert!(!house(LARGE).is_good(counted_at + Span::seconds(30)));
    }
}
