//! What an e-mail provider says of a mail that it took.

use super::CameBack;
use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::delivery::Report;
use counterfoil_model::{AccountId, EnhancedStatus, EventKind, NoticeId};
use counterfoil_store::repo::{self, outbox::Reason};
use counterfoil_store::{Error, Tx};

/// The mail that a provider speaks of: by our own key, by its own, or by both.
#[derive(Clone, Copy, Debug)]
pub struct ReportedMail<'a> {
    /// What it left by: a provider is believed about its own mails only.
    pub transport: &'a str,
    /// The notice that it says it was.
    pub notice: Option<NoticeId>,
    /// What it is called there.
    pub reference: Option<&'a str>,
}

impl App {
    /// A provider says what became of a mail: whoever calls has seen that it was the provider. Told twice, it counts once; a mail
    /// that we don't know, or that left by another way, is let be.
    ///
    /// # Errors
    /// [`Fault`]; then the provider is to come again.
    pub async fn mail_reported(
        &self,
        mail: ReportedMail<'_>,
        report: Report,
    ) -> Result<CameBack, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("reported_mail", |tx| async move { find(&tx, mail).await })
            .await;
        let Some((account, notice)) = found? else {
            return Ok(CameBack::Over);
        };
        match report {
            Report::Delivered => self.delivered(account, notice).await,
            Report::Deferred(status) => self.tried_on(account, notice, status).await,
            Report::Bounced(status) => {
                let word = "report";
                self.notice_came_back(notice, Reason { word, status }).await
            }
            Report::Complained => self.notice_came_back(notice, Reason::of("complaint")).await,
        }
    }

    async fn delivered(&self, account: AccountId, notice: NoticeId) -> Result<CameBack, Fault> {
        let now = self.now();
        let noted: Result<_, Error> = self
            .db
            .run("mail_delivered", |tx| async move {
                let delivered = repo::outbox::delivered(&tx, account, notice, now).await?;
                let Some((recipient, handed_over_at)) = delivered else {
                    return Ok(CameBack::Over);
                };
                // One that left before the last bounce says nothing of what is the case since.
                if let Some(left_at) = handed_over_at
                    && repo::outside_address::arrived(&tx, account, &recipient, left_at).await?
                {
                    let reached = Happening::of(EventKind::OutsideAddressReached)
                        .with("address", &recipient)
                        .with("how", "delivered");
                    self.tell(&tx, account, reached, now).await?;
                }
                Ok(CameBack::Noted)
            })
            .await;
        Ok(noted?)
    }

    async fn tried_on(
        &self,
        account: AccountId,
        notice: NoticeId,
        status: Option<EnhancedStatus>,
    ) -> Result<CameBack, Fault> {
        let noted: Result<_, Error> = self
            .db
            .run("mail_tried_on", |tx| async move {
                repo::outbox::reported_later(&tx, account, notice, status).await
            })
            .await;
        Ok(if noted? {
            CameBack::Noted
        } else {
            CameBack::Over
        })
    }
}

/// The notice that a provider speaks of, if it left by it. A report may be here before the worker has written down how it left.
async fn find(tx: &Tx, mail: ReportedMail<'_>) -> Result<Option<(AccountId, NoticeId)>, Error> {
    let mut named: Vec<NoticeId> = mail.notice.into_iter().collect();
    if let Some(reference) = mail.reference {
        named.extend(repo::outbox::of_reference(tx, mail.transport, reference).await?);
    }
    for notice in named {
        let about = repo::outbox::about(tx, notice).await?;
        let own = about.filter(|about| {
            let transport = about.transport.as_deref();
            transport.is_none_or(|transport| transport == mail.transport)
        });
        if let Some(about) = own {
            return Ok(Some((about.account, notice)));
        }
    }
    Ok(None)
}
