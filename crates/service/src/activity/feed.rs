//! A page of what happened, newest first: what it was, from where, whether that place is new, and what may be answered.

use crate::home::FeedEvent;
use crate::ports::Place;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::activity::{Answer, Firsts, MayAnswer, Show};
use counterfoil_model::{EventId, EventKind, Network, Timestamp};
use counterfoil_store::repo::activity::{self, Behind};
use counterfoil_store::{Error, repo};
use std::net::IpAddr;

/// How many events are read at once for a file.
const AT_ONCE: i64 = 500;

/// One event.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub event: FeedEvent,
    /// Where its address is, as far as that is known.
    pub place: Place,
    /// The first time from this country.
    pub new_country: bool,
    /// The first time from this network.
    pub new_network: bool,
    /// What its owner said of it, and when.
    pub answer: Option<(Answer, Timestamp)>,
    /// What may be said of it here.
    pub may: MayAnswer,
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub more: bool,
}

/// What is the same for every event of a page.
struct Known {
    networks: Firsts,
    countries: Firsts,
    /// When this browser first signed in by something other than a code.
    browser_since: Option<Timestamp>,
}

impl App {
    /// Up to `limit` events of the account, those that happened before `behind`, or the newest.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn activity(
        &self,
        session: &Session,
        visit: &Visit,
        show: Show,
        behind: Option<EventId>,
        limit: u8,
    ) -> Result<Activity, Fault> {
        let account = session.account;
        let (kinds, wanted) = (&show.kinds(), i64::from(limit) + 1);
        let found: Result<_, Error> = self
            .db
            .read("activity", |tx| async move {
                let behind = match behind {
                    Some(event) => activity::find(&tx, account, event).await?,
                    None => None,
                };
                let behind = behind.map_or(Behind::NOTHING, |entry| behind_of(&entry));
                let page = activity::page(&tx, account, behind, kinds, wanted).await?;
                let firsts = activity::firsts(&tx, account).await?;
                let device = repo::device::load(&tx, account, &visit.browser).await?;
                Ok((page, firsts, device.and_then(|device| device.trusted_since)))
            })
            .await;
        let (mut page, firsts, browser_since) = found?;
        let more = page.len() > usize::from(limit);
        page.truncate(limit.into());
        let known = self.known_places(&firsts, browser_since);
        Ok(Activity {
            entries: page
                .into_iter()
                .map(|entry| self.entry(entry, &known))
                .collect(),
            more,
        })
    }

    /// All events of the account, for a file of its owner's.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn whole_activity(&self, session: &Session, show: Show) -> Result<Vec<Entry>, Fault> {
        let (account, kinds) = (session.account, &show.kinds());
        let found: Result<_, Error> = self
            .db
            .read("activity_whole", |tx| async move {
                let mut all: Vec<activity::Entry> = Vec::new();
                loop {
                    let behind = all.last().map_or(Behind::NOTHING, behind_of);
                    let page = activity::page(&tx, account, behind, kinds, AT_ONCE).await?;
                    let is_last = i64::try_from(page.len()).is_ok_and(|some| some < AT_ONCE);
                    all.extend(page);
                    if is_last {
                        return Ok((all, activity::firsts(&tx, account).await?));
                    }
                }
            })
            .await;
        let (all, firsts) = found?;
        let known = self.known_places(&firsts, None);
        Ok(all
            .into_iter()
            .map(|entry| self.entry(entry, &known))
            .collect())
    }

    /// One event of the account.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn activity_entry(
        &self,
        session: &Session,
        event: EventId,
    ) -> Result<Option<Entry>, Fault> {
        let account = session.account;
        let found: Result<_, Error> = self
            .db
            .read("activity_entry", |tx| async move {
                let found = activity::find(&tx, account, event).await?;
                Ok((found, activity::firsts(&tx, account).await?))
            })
            .await;
        let (found, firsts) = found?;
        let known = self.known_places(&firsts, None);
        Ok(found.map(|entry| self.entry(entry, &known)))
    }

    fn known_places(
        &self,
        firsts: &[(String, Timestamp)],
        browser_since: Option<Timestamp>,
    ) -> Known {
        let mut known = Known {
            networks: Firsts::default(),
            countries: Firsts::default(),
            browser_since,
        };
        for (address, at) in firsts {
            let place = self.place_of(address);
            if let Some(network) = network_of(address, &place) {
                known.networks.note(&network, *at);
            }
            if let Some(country) = &place.country {
                known.countries.note(&country.code, *at);
            }
        }
        known
    }

    fn place_of(&self, address: &str) -> Place {
        let places = self.places.as_ref();
        let address = address.parse::<IpAddr>().ok();
        places
            .zip(address)
            .map(|(places, address)| places.of(address))
            .unwrap_or_default()
    }

    fn entry(&self, kept: activity::Entry, known: &Known) -> Entry {
        let (at, place) = (kept.event.at, self.place_of(&kept.event.network));
        let somebody = !kept.event.network.is_empty() && is_asked(&kept.event.kind);
        let network = network_of(&kept.event.network, &place);
        let answer = kept
            .answer
            .and_then(|(answer, at)| Some((Answer::parse(&answer)?, at)));
        Entry {
            id: kept.event.id,
            new_country: place
                .country
                .as_ref()
                .is_some_and(|country| known.countries.is_new(&country.code, at)),
            new_network: network.is_some_and(|network| known.networks.is_new(&network, at)),
            may: MayAnswer::of(
                somebody,
                at,
                answer.map(|(answer, _)| answer),
                known.browser_since,
            ),
            answer,
            place,
            event: FeedEvent::from(kept.event),
        }
    }
}

/// Whether anybody asks "was that you?" of such an event: not of an answer to that.
pub(super) fn is_asked(kind: &str) -> bool {
    kind != EventKind::EventAnswered.as_str()
}

fn behind_of(entry: &activity::Entry) -> Behind {
    Behind {
        at: entry.event.at,
        ordinal: entry.ordinal,
        event: entry.event.id,
    }
}

/// What counts as one network: what an operator of networks calls one, or else a /24 or /56.
fn network_of(address: &str, place: &Place) -> Option<String> {
    let range = || {
        let address = address.parse::<IpAddr>().ok()?;
        Some(Network::of(address).to_string())
    };
    place.network.clone().or_else(range)
}
