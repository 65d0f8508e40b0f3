//! Activity: what happened to this account, newest first, in one list: from where, whether that is new, and whether it was its owner.

use super::message::Message;
use crate::portal::door::{Portal, go_to};
use crate::portal::event::Event;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, Words, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::activity::{Answer, MayAnswer, Show};
use counterfoil_model::{EventId, Timestamp};
use counterfoil_service::activity::{self, AnswerRefusal};
use serde::Deserialize;

/// So many events are on a page.
const ON_A_PAGE: u8 = 50;

/// The page. `/activity`.
#[derive(Debug, Template)]
#[template(path = "page/activity.html")]
pub struct Activity {
    /// The frame.
    pub frame: Frame,
    /// Which events are shown.
    pub show: Show,
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Where the older ones begin, if there are any.
    pub older: Option<String>,
    /// Whether these are older ones.
    pub behind: bool,
}

/// One event.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What happened.
    pub event: Event,
    /// With what somebody signed in.
    pub used: Option<String>,
    /// In which country and whose network.
    pub place: Option<String>,
    /// What is new about that.
    pub new: Option<String>,
    /// What its owner said of it.
    pub said: Option<String>,
    /// What may be said of it here.
    pub may: MayAnswer,
}

/// A sort of events that can be chosen.
#[derive(Debug)]
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// Its address.
    pub to: String,
    /// Whether it is the one that is shown.
    pub current: bool,
}

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// A sort of events.
    #[serde(default)]
    pub(super) show: String,
    /// The id of the event behind which to go on.
    #[serde(default)]
    behind: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Activity.path(), get(show))
        .route(Route::ActivitySeen.path(), post(seen))
        .route(ItemRoute::ActivityMe.pattern(), post(me))
}

impl Entry {
    /// Says an event in the reader's language.
    pub(super) fn of(words: &Words, entry: &activity::Entry) -> Self {
        let place = [
            entry
                .place
                .country
                .as_ref()
                .map(|country| country.name(words.language().tag()).to_owned()),
            entry.place.network.clone(),
        ];
        let place: Vec<String> = place.into_iter().flatten().collect();
        Self {
            id: entry.id.to_string(),
            event: Event::of(words, &entry.event),
            used: used(words, entry),
            place: (!place.is_empty()).then(|| place.join(", ")),
            new: match (entry.new_country, entry.new_network) {
                (true, _) => Some(words.text("activity-new-country")),
                (false, true) => Some(words.text("activity-new-network")),
                (false, false) => None,
            },
            said: entry.answer.map(|(answer, at)| {
                let at = words.moment(at.as_micros());
                let id = match answer {
                    Answer::Me => "activity-said-me",
                    Answer::NotMe => "activity-said-not-me",
                };
                words.with(id, &[("at", at.into())])
            }),
            may: entry.may,
        }
    }

    fn me_at(&self) -> String {
        ItemRoute::ActivityMe.of(&self.id)
    }

    pub(super) fn not_me_at(&self) -> String {
        ItemRoute::ActivityNotMe.of(&self.id)
    }
}

/// With what somebody signed in: "password, phone".
fn used(words: &Words, entry: &activity::Entry) -> Option<String> {
    let mut details = entry.event.details.iter();
    let (_, methods) = details.find(|(name, _)| name == "methods")?;
    let names = methods.split(' ').map(|method| match method {
        "pwd" => words.text("activity-used-password"),
        "otp" => words.text("activity-used-phone"),
        "code" => words.text("activity-used-code"),
        _ => words.text("activity-used-passkey"),
    });
    let names: Vec<String> = names.collect();
    let of = [("methods", names.join(", ").into())];
    Some(words.with("activity-used", &of))
}

/// The event that an address names.
pub(super) fn event_id(text: &str) -> Result<EventId, Failure> {
    let bytes = ItemRoute::id(text).ok_or(Failure::NotFound)?;
    Ok(EventId::from_bytes(bytes))
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    page(&portal, &signed_in, signed_in.frame(&portal), &asked).await
}

/// The page as it opens, with whatever the frame says.
async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    asked: &Asked,
) -> Result<Response, Failure> {
    let show = Show::parse(&asked.show);
    let behind = event_id(&asked.behind).ok();
    let (session, visit) = (&signed_in.session, &signed_in.visitor.visit);
    let found = portal
        .app
        .activity(session, visit, show, behind, ON_A_PAGE)
        .await?;
    let words = frame.words();
    let entries: Vec<Entry> = (found.entries.iter())
        .map(|entry| Entry::of(words, entry))
        .collect();
    let last = entries.last().filter(|_| found.more);
    Ok(answer(&Activity {
        show,
        older: last.map(|last| {
            format!(
                "{}?show={}&behind={}",
                Route::Activity,
                show.as_str(),
                last.id
            )
        }),
        behind: behind.is_some(),
        entries,
        frame,
    }))
}

async fn seen(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    if let Ok(until) = form.text("until").parse() {
        let (app, session, visit) = signed_in.acting(&portal);
        let until = Timestamp::from_micros(until);
        detached(async move { app.banner_was_seen(&session, &visit, until).await }).await??;
    }
    Ok(go_to(Route::Home.path()))
}

async fn me(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let event = event_id(&id)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let said = detached(async move { app.vouch_for(&session, &visit, event).await }).await?;
    let frame = signed_in.frame(&portal);
    let frame = match said {
        Ok(()) => {
            let noted = frame.text("activity-me-noted");
            frame.done(noted)
        }
        Err(AnswerRefusal::NotHere) => {
            let problem = frame.text("activity-me-not-here");
            frame.wrong_overall(problem)
        }
        Err(AnswerRefusal::Unknown) => return Err(Failure::NotFound),
        Err(AnswerRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame, &Asked::default()).await
}

/// There is nothing more to say about an event.
pub(super) fn said_already(frame: Frame) -> Message {
    let paragraphs = vec![frame.text("activity-deny-already")];
    let next = ("activity-title", Route::Activity);
    Message::say(frame, "activity-deny-title", paragraphs, next)
}

/// The words of a sort.
const fn label(show: Show) -> &'static str {
    match show {
        Show::All => "activity-show-all",
        Show::SignIns => "activity-show-sign-ins",
        Show::Codes => "activity-show-codes",
        Show::Recovery => "activity-show-recovery",
        Show::Mail => "activity-show-mail",
    }
}

impl Activity {
    fn choices(&self) -> Vec<Choice> {
        let choice = |show: Show| Choice {
            label: self.frame.text(label(show)),
            to: format!("{}?show={}", Route::Activity, show.as_str()),
            current: show == self.show,
        };
        Show::ALL.into_iter().map(choice).collect()
    }

    fn export(&self, route: Route) -> String {
        format!("{route}?show={}", self.show.as_str())
    }
}

#[cfg(test)]
impl super::samples::Sample for Activity {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let first = sample::entry(frame);
        let mut second = Entry {
            said: Some(frame.one("activity-said-me", "at", "24 November 2026 at 08:00")),
            used: None,
            new: Some(frame.text("activity-new-country")),
            may: MayAnswer {
                me: false,
                not_me: true,
            },
            ..first.clone()
        };
        second.event.what = "You changed your password.".into();
        let mut third = Entry {
            said: Some(frame.one("activity-said-not-me", "at", "24 November 2026 at 08:01")),
            new: None,
            place: None,
            may: MayAnswer::default(),
            ..second.clone()
        };
        third.event.from = None;
        let page = |frame: Frame, entries: Vec<Entry>| Self {
            frame,
            show: Show::All,
            entries,
            older: None,
            behind: false,
        };
        let noted = frame.text("activity-me-noted");
        let not_here = frame.text("activity-me-not-here");
        vec![
            (
                "some",
                Self {
                    older: Some("/activity?show=all&behind=07".into()),
                    ..page(frame.clone(), vec![first.clone(), second, third])
                },
            ),
            (
                "older",
                Self {
                    behind: true,
                    show: Show::Codes,
                    ..page(frame.clone().done(noted), vec![first.clone()])
                },
            ),
            (
                "not_here",
                page(frame.clone().wrong_overall(not_here), vec![first]),
            ),
            ("none", page(frame.clone(), Vec::new())),
            (
                "none_of_these",
                Self {
                    show: Show::Mail,
                    ..page(frame.clone(), Vec::new())
                },
            ),
        ]
    }
}

#[cfg(test)]
pub(super) mod sample {
    use super::Entry;
    use crate::portal::Frame;
    use crate::portal::event::Event;
    use counterfoil_model::activity::MayAnswer;

    /// "You signed in with code 7", as it may stand on a page.
    pub(crate) fn entry(frame: &Frame) -> Entry {
        let used = [("methods", frame.text("activity-used-password").into())];
        Entry {
            id: "07070707070707070707070707070707".into(),
            event: Event {
                what: "You signed in with code 7.".into(),
                when: "23 November 2026 at 14:05".into(),
                from: Some("Firefox, 198.51.100.7 (example)".into()),
            },
            used: Some(frame.words().with("activity-used", &used)),
            place: Some("Wonderland, Example Net (AS64496)".into()),
            new: Some(frame.text("activity-new-network")),
            said: None,
            may: MayAnswer {
                me: true,
                not_me: true,
            },
        }
    }
}
