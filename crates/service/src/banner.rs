//! What happened to the account while somebody at this browser didn't look: a banner until they say that they have seen it.

use crate::home::FeedEvent;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{EventKind, Timestamp};
use counterfoil_store::repo::event::Event;
use counterfoil_store::{Error, Tx, repo};

/// So many of the newest events are looked through; what is older stands in the activity.
const LOOKED_THROUGH: i64 = 200;
/// So many are named.
const NAMED: usize = 3;

/// What a browser has not been told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// The newest of it, newest first.
    pub events: Vec<FeedEvent>,
    /// How many more there are.
    pub more: usize,
    /// When the newest happened: seeing the banner is seeing what happened until then, and nothing later.
    pub until: Timestamp,
}

impl App {
    /// The banner in this browser, if there is one.
    pub(crate) async fn banner_in(
        &self,
        tx: &Tx,
        session: &Session,
        visit: &Visit,
    ) -> Result<Option<Banner>, Error> {
        let account = session.account;
        let told = repo::browser_told::since(tx, account, &visit.browser).await?;
        let since = told.unwrap_or(session.started_at);
        let news = repo::browser_told::news(tx, account, since, LOOKED_THROUGH).await?;
        let mut news = news
            .into_iter()
            .filter(|(event, browser)| is_news(event, browser.as_ref(), visit));
        let Some((newest, _)) = news.next() else {
            return Ok(None);
        };
        let until = newest.at;
        let mut events = vec![FeedEvent::from(newest)];
        events.extend(news.by_ref().take(NAMED - 1).map(|(event, _)| event.into()));
        Ok(Some(Banner {
            events,
            more: news.count(),
            until,
        }))
    }

    /// Whoever sits at this browser has seen what happened until then. Other browsers go on saying it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn banner_was_seen(
        &self,
        session: &Session,
        visit: &Visit,
        until: Timestamp,
    ) -> Result<(), Fault> {
        let (account, until) = (session.account, until.min(self.now()));
        let noted: Result<(), Error> = self
            .db
            .run("banner_seen", |tx| async move {
                repo::browser_told::tell(&tx, account, &visit.browser, until).await
            })
            .await;
        Ok(noted?)
    }
}

/// Whether an event is worth a banner here: one that its owner is told of, and that nobody at this browser did. Cookies can be copied, so what
/// their owner did is only what was done with them in the same place.
fn is_news(event: &Event, browser: Option<&[u8; 32]>, visit: &Visit) -> bool {
    let told = EventKind::parse(&event.kind).is_some_and(EventKind::is_told_change);
    let here = browser == Some(&visit.browser)
        && event.network == visit.address.to_canonical().to_string();
    told && !here
}
