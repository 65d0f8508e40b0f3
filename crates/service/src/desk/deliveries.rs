//! Notices on their way: what waits, what the mail servers said, what to send again. Never what a notice says.

use crate::desk::DeskRefusal;
use crate::{App, Fault, Session};
use counterfoil_model::{AccountId, NoticeId};
use counterfoil_store::Error;
use counterfoil_store::repo::desk::deliveries as repo;

pub use repo::Delivery;

/// So many stand on a page, newest first.
const PAGE: i64 = 100;

/// Where a notice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeliveryState {
    /// Not tried yet.
    Queued,
    /// Tried, and tried again later.
    Deferred,
    /// Refused for good by the recipient's side.
    Bounced,
    /// Not tried again, and not for anything on the recipient's side.
    #[default]
    Failed,
    /// Not sent, because its link had ended.
    Expired,
    /// The mail server took it.
    Sent,
}

impl DeliveryState {
    /// Every one.
    pub const EVERY: [Self; 6] = [
        Self::Failed,
        Self::Bounced,
        Self::Deferred,
        Self::Queued,
        Self::Sent,
        Self::Expired,
    ];

    /// How it is written in an address of a page or on a command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Deferred => "deferred",
            Self::Bounced => "bounced",
            Self::Failed => "failed",
            Self::Expired => "expired",
            Self::Sent => "sent",
        }
    }

    /// Reads it back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|state| state.as_str() == text)
    }

    /// Of a notice as it is kept.
    #[must_use]
    pub fn of(delivery: &Delivery) -> Self {
        match (delivery.state.as_str(), delivery.attempts) {
            ("queued", 0) => Self::Queued,
            ("queued", _) => Self::Deferred,
            ("handed-over", _) => Self::Sent,
            ("bounced", _) => Self::Bounced,
            ("expired", _) => Self::Expired,
            _ => Self::Failed,
        }
    }
}

impl App {
    /// The newest hundred notices in a state.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn deliveries(&self, state: DeliveryState) -> Result<Vec<Delivery>, Fault> {
        let (kept, tries) = match state {
            DeliveryState::Queued => ("queued", 0..=0),
            DeliveryState::Deferred => ("queued", 1..=i64::MAX),
            DeliveryState::Bounced => ("bounced", 0..=i64::MAX),
            DeliveryState::Failed => ("failed", 0..=i64::MAX),
            DeliveryState::Expired => ("expired", 0..=i64::MAX),
            DeliveryState::Sent => ("handed-over", 0..=i64::MAX),
        };
        let found: Result<_, Error> = self
            .db
            .read("deliveries", |tx| {
                let tries = tries.clone();
                async move { repo::list(&tx, kept, tries, PAGE).await }
            })
            .await;
        Ok(found?)
    }

    /// Sends a notice again that failed, came back or waits for its next try. False for any other, and for one whose link has ended.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn resend_notice(&self, account: AccountId, id: NoticeId) -> Result<bool, Fault> {
        let now = self.now();
        let done: Result<_, Error> = self
            .db
            .run("resend_notice", |tx| async move {
                repo::resend(&tx, account, id, now).await
            })
            .await;
        Ok(done?)
    }

    /// Sends everything again that failed, but for notices whose link has ended; how many they are.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn resend_failed_notices(&self) -> Result<u64, Fault> {
        let now = self.now();
        let done: Result<_, Error> = self
            .db
            .run("resend_failed_notices", |tx| async move {
                repo::resend_failed(&tx, now).await
            })
            .await;
        Ok(done?)
    }

    /// The same two, for an operator in the portal: one notice, or all that failed. How many are sent again.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub async fn resend_at_the_desk(
        &self,
        session: &Session,
        one: Option<(AccountId, NoticeId)>,
    ) -> Result<u64, DeskRefusal> {
        self.may_use_the_desk(session)?;
        let count = match one {
            Some((account, id)) => self.resend_notice(account, id).await?.into(),
            None => self.resend_failed_notices().await?,
        };
        tracing::info!(operator = %session.account, count, "notices are sent again");
        Ok(count)
    }
}
