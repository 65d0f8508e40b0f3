//! A notice was refused for good, at once or in a report that came later.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::delivery::{Meaning, Reach};
use counterfoil_model::{AccountId, EnhancedStatus, EventKind, NoticeId, Timestamp};
use counterfoil_store::repo::{self, outbox::Reason};
use counterfoil_store::{Error, Tx};

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameBack {
    /// It is written down.
    Noted,
    /// It was before, or there is no such notice any more.
    Over,
}

impl App {
    /// A notice was refused for good, at once or in a report: whoever calls has seen that the report came to the notice's own return
    /// path, or from the provider that took it. What is the recipient's side's counts against the address, and its owner hears of it when that is news. Told twice,
    /// it counts once.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn notice_came_back(
        &self,
        notice: NoticeId,
        reason: Reason<'_>,
    ) -> Result<CameBack, Fault> {
        let about: Result<Option<repo::outbox::About>, Error> = self
            .db
            .read("about_notice", |tx| async move {
                repo::outbox::about(&tx, notice).await
            })
            .await;
        let Some(repo::outbox::About { account, kind, .. }) = about? else {
            return Ok(CameBack::Over);
        };
        let now = self.now();
        let meaning = reason.status.map_or(Meaning::Bounced, Meaning::of_failure);
        let counts = meaning.counts_against_the_address();
        // An invitation has no owner yet who could put the address right: that is the operator's.
        let is_owners = kind != EventKind::AccountInvited.as_str();
        let state = if counts && is_owners {
            "bounced"
        } else {
            "failed"
        };
        let noted: Result<CameBack, Error> = self
            .db
            .run("notice_came_back", |tx| async move {
                let recipient =
                    repo::outbox::came_back(&tx, account, notice, state, reason, now).await?;
                let Some(recipient) = recipient else {
                    return Ok(CameBack::Over);
                };
                if counts {
                    self.count_against(&tx, account, &recipient, reason.status, now)
                        .await?;
                }
                Ok(CameBack::Noted)
            })
            .await;
        Ok(noted?)
    }

    async fn count_against(
        &self,
        tx: &Tx,
        account: AccountId,
        recipient: &str,
        status: Option<EnhancedStatus>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Some(bounces) =
            repo::outside_address::bounced(tx, account, recipient, status, now).await?
        else {
            return Ok(());
        };
        if Reach::is_news(bounces) {
            let unreached = Happening::of(EventKind::OutsideAddressUnreached)
                .with("address", recipient)
                .with("reach", Reach::after(bounces).as_str());
            self.tell(tx, account, unreached, now).await?;
        }
        Ok(())
    }
}
