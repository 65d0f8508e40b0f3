//! What every page of a signed-in person says beside its own matter.

use crate::advisory::{UnreadAdvisory, reader_of, unread_in};
use crate::protection::Protection;
use crate::{App, Banner, Fault, Session, Visit};
use counterfoil_store::Error;

/// What waits for somebody's attention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// How many things are due.
    pub due: usize,
    /// Advisories to read, the gravest first.
    pub unread: Vec<UnreadAdvisory>,
    /// What happened that this browser has not been told.
    pub banner: Option<Banner>,
}

impl App {
    /// What waits for the attention of whoever is signed in at this browser.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn attention(&self, session: &Session, visit: &Visit) -> Result<Attention, Fault> {
        let (account, now) = (session.account, self.now());
        let found: Result<Attention, Error> = self
            .db
            .read("attention", |tx| async move {
                let Some(protection) = Protection::load(&tx, account).await? else {
                    return Ok(Attention::default());
                };
                let calendar = self.calendar_of(&tx, &protection, now).await?;
                let reader = reader_of(&protection, now);
                let unread = unread_in(&tx, account, reader, now).await?;
                Ok(Attention {
                    banner: self.banner_in(&tx, session, visit).await?,
                    due: calendar.due(now).len(),
                    unread: unread
                        .into_iter()
                        .map(|(advisory, _)| UnreadAdvisory::from(advisory))
                        .collect(),
                })
            })
            .await;
        Ok(found?)
    }
}
