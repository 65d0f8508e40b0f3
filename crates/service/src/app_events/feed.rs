//! What happened to an app's accounts, for the app: in one order that never changes, a page at a time.

use crate::{App, Fault};
use counterfoil_model::{AccountId, EventId, Timestamp};
use counterfoil_store::repo::app_event::AppEvent;
use counterfoil_store::{Error, repo};
use data_encoding::BASE64URL_NOPAD;
use std::collections::BTreeMap;

/// How many events get their place in one transaction.
const AT_ONCE: i64 = 100;
/// What a cursor begins with, so that another kind of cursor is none of these.
const CURSOR: &[u8] = b"ev1";

/// An event, as its app sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEvent {
    /// Its id.
    pub id: EventId,
    /// What happened, as [`EventKind::as_str`](counterfoil_model::EventKind::as_str) has it.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// Whose it is.
    pub account: AccountId,
    /// What the app calls the account; `None` once it is erased.
    pub reference: Option<String>,
    /// More of it, by name; never a secret.
    pub details: BTreeMap<String, String>,
}

impl From<AppEvent> for OwnEvent {
    fn from(kept: AppEvent) -> Self {
        Self {
            id: kept.id,
            kind: kept.kind,
            at: kept.at,
            account: kept.account,
            reference: kept.reference,
            details: serde_json::from_str(&kept.details).unwrap_or_default(),
        }
    }
}

/// One page of an app's events.
#[derive(Clone, Debug)]
pub struct EventPage {
    /// The events, in the order that never changes.
    pub events: Vec<OwnEvent>,
    /// Where the next page begins; with nothing new yet, where it will begin.
    pub next: String,
    /// Whether there are more already.
    pub more: bool,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum EventsRefusal {
    /// The cursor is none that was given out here.
    #[error("that is no cursor of this list")]
    Cursor,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Gives every event of an app's account that has none yet its place in the app's feed. Any node may do it at any time.
    /// Answers how many got one.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn feed_events(&self) -> Result<usize, Error> {
        let mut fed = 0;
        loop {
            let now = self.now();
            let some: Result<usize, Error> = self
                .db
                .run("feed_events", |tx| async move {
                    let unfed = repo::app_event::unfed(&tx, AT_ONCE).await?;
                    let mut last: BTreeMap<String, i64> = BTreeMap::new();
                    let some = unfed.len();
                    for mut event in unfed {
                        let before = match last.get(&event.app) {
                            Some(position) => *position,
                            None => repo::app_event::last(&tx, &event.app).await?,
                        };
                        event.position = before + 1;
                        repo::app_event::enter(&tx, &event, now).await?;
                        last.insert(event.app, event.position);
                    }
                    Ok(some)
                })
                .await;
            let some = some?;
            fed += some;
            if i64::try_from(some).is_ok_and(|some| some < AT_ONCE) {
                return Ok(fed);
            }
        }
    }

    /// A page of what happened to an app's accounts: the first, or what comes behind a cursor. At most `limit` events.
    ///
    /// An event is read here a moment after it happened, and then stays where it is: whoever goes on from the last page's
    /// cursor reads every event once.
    ///
    /// # Errors
    /// [`EventsRefusal`].
    pub async fn app_events(
        &self,
        app: &str,
        after: Option<&str>,
        limit: u8,
    ) -> Result<EventPage, EventsRefusal> {
        let after = match after {
            Some(cursor) => read_cursor(cursor).ok_or(EventsRefusal::Cursor)?,
            None => 0,
        };
        let limit = usize::from(limit.max(1));
        let wanted = i64::try_from(limit + 1).unwrap_or(i64::MAX);
        let events: Result<Vec<AppEvent>, Error> = self
            .db
            .read("app_events", |tx| async move {
                repo::app_event::page(&tx, app, after, wanted).await
            })
            .await;
        let mut events = events.map_err(Fault::from)?;
        let more = events.len() > limit;
        events.truncate(limit);
        let last = events.last().map_or(after, |event| event.position);
        Ok(EventPage {
            events: events.into_iter().map(OwnEvent::from).collect(),
            next: cursor(last),
            more,
        })
    }
}

fn cursor(position: i64) -> String {
    BASE64URL_NOPAD.encode(&[CURSOR, &position.to_be_bytes()].concat())
}

fn read_cursor(text: &str) -> Option<i64> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let position = bytes.strip_prefix(CURSOR)?.try_into().ok()?;
    Some(i64::from_be_bytes(position)).filter(|position| *position >= 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_and_nothing_else_is_one() {
        for position in [0, 1, 77, i64::MAX] {
            assert_eq!(read_cursor(&cursor(position)), Some(position));
        }
        let negative = BASE64URL_NOPAD.encode(&[CURSOR, &(-1_i64).to_be_bytes()].concat());
        for other in ["", "7", "ev1", "ZXYx", "ü", negative.as_str()] {
            assert_eq!(read_cursor(other), None, "{other}");
        }
    }
}
