//! The check-up: every practice, how this account stands towards it, and the one button that mends what is missing. A page and, for
//! programs of the owner's, the same as JSON.

use crate::portal::door::Portal;
use crate::portal::fix;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, Words, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use counterfoil_model::check_up::{self, Item, Practice, State as Stands};
use counterfoil_service::check_up::{PutOffRefusal, Surroundings};
use serde::Serialize;

/// The page. `/check-up`.
#[derive(Debug, Template)]
#[template(path = "page/check_up.html")]
pub struct CheckUp {
    /// The frame.
    pub frame: Frame,
    /// What it says.
    pub document: Document,
}

/// A check-up in words: what the page shows is what a program reads.
#[derive(Debug, Serialize)]
pub struct Document {
    /// How many practices are in place.
    pub done: usize,
    /// How many there are to have in place.
    pub all: usize,
    /// What to do first, by its practice.
    pub first: Option<&'static str>,
    /// Every practice that the service has.
    pub items: Vec<Line>,
}

/// One practice.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its number: `p3`.
    pub practice: &'static str,
    /// What it is called.
    pub name: String,
    /// `done`, `do-now`, `later` or `not-applicable`.
    pub state: &'static str,
    /// When it comes back, if it was put off: microseconds since the epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    /// Why.
    pub reason: String,
    /// What mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Mend>,
    /// Whether it may be put off.
    pub may_wait: bool,
    /// When it comes back, in words.
    #[serde(skip)]
    pub back: String,
}

/// What mends something.
#[derive(Debug, Serialize)]
pub struct Mend {
    /// What it is.
    pub what: &'static str,
    /// What its button says.
    pub label: String,
    /// Where it leads.
    pub at: &'static str,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::CheckUp.path(), get(show).post(put_off))
        .route(Route::CheckUpData.path(), get(data))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    page(&portal, &signed_in, signed_in.frame(&portal)).await
}

async fn data(
    State(portal): State<Portal>,
    signed_in: SignedIn,
) -> Result<Json<Document>, Failure> {
    let frame = signed_in.frame(&portal);
    Ok(Json(document(&portal, &signed_in, frame.words()).await?))
}

async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let document = document(portal, signed_in, frame.words()).await?;
    Ok(answer(&CheckUp { frame, document }))
}

async fn document(
    portal: &Portal,
    signed_in: &SignedIn,
    words: &Words,
) -> Result<Document, Failure> {
    let (session, attention) = (&signed_in.session, &signed_in.attention);
    let made = portal.app.check_up(session, attention, around(portal));
    Ok(Document::of(words, &made.await?))
}

/// What the check-up has to know of the house.
pub(super) fn around(portal: &Portal) -> Surroundings {
    Surroundings {
        notices_to_folder: portal.notices_to_folder,
        help_line: !portal.help_line.is_empty(),
        mail_software: portal.mail_servers.is_some(),
    }
}

async fn put_off(
    State(portal): State<Portal>,
    mut signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    // What the browser is told beside a page is part of the check-up, also in the answer to a form.
    let (app, session, visit) = signed_in.acting(&portal);
    let attention = app.attention(&session, &visit).await?;
    signed_in.attention = attention.clone();
    let (practice, around) = (Practice::parse(form.raw("practice")), around(&portal));
    let put_off = detached(async move {
        match practice {
            Some(practice) => app.put_off(&session, &attention, around, practice).await,
            None => Err(PutOffRefusal::NotNow),
        }
    });
    let frame = signed_in.frame(&portal);
    let frame = match put_off.await? {
        Ok(until) => {
            let until = frame.words().date(until.as_micros());
            let done = frame.one("check-up-put-off", "until", until);
            frame.done(done)
        }
        Err(PutOffRefusal::NotNow) => {
            let problem = frame.text("reminders-not-now");
            frame.wrong_overall(problem)
        }
        Err(PutOffRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame).await
}

impl Document {
    fn of(words: &Words, check_up: &check_up::CheckUp) -> Self {
        let items = check_up.items.iter();
        Self {
            done: check_up.done(),
            all: check_up.all(),
            first: check_up.first().map(|item| item.practice.as_str()),
            items: items.map(|item| Line::of(words, item)).collect(),
        }
    }
}

impl Line {
    fn of(words: &Words, item: &Item) -> Self {
        let until = match item.state {
            Stands::Later(until) => Some(until.as_micros()),
            _ => None,
        };
        Self {
            practice: item.practice.as_str(),
            name: words.text(item.practice.id()),
            state: item.state.as_str(),
            until,
            reason: words.said(item.reason),
            fix: item.fix.map(|fix| {
                let (label, at) = fix::button(fix);
                Mend {
                    what: fix.as_str(),
                    label: words.text(label),
                    at: at.path(),
                }
            }),
            may_wait: item.may_wait,
            back: until.map(|until| words.date(until)).unwrap_or_default(),
        }
    }
}

impl CheckUp {
    /// What to do first.
    fn first(&self) -> Option<&Line> {
        let mut items = self.document.items.iter();
        items.find(|line| Some(line.practice) == self.document.first)
    }

    /// The lines of this state; what is to be done first isn't said twice.
    fn lines(&self, state: &str) -> Vec<&Line> {
        let items = self.document.items.iter();
        items
            .filter(|line| line.state == state && Some(line.practice) != self.document.first)
            .collect()
    }
}

/// What is known of somebody whose sheet is so many days old.
#[cfg(test)]
fn kept(facts: &mut check_up::Facts, now: counterfoil_model::Timestamp, left: usize, days: i64) {
    facts.proved_once = true;
    facts.standing.second_step = true;
    facts.standing.outside_verified = 2;
    facts.standing.calendar.sheet = Some(counterfoil_model::standing::SetFacts {
        proved_at: now - counterfoil_model::Span::days(days),
        left,
        drilled_at: None,
    });
}

#[cfg(test)]
impl super::samples::Sample for CheckUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use check_up::Facts;
        use counterfoil_model::{PlaceKind, Span, Timestamp};
        let now = Timestamp::from_micros(1_795_442_700_000_000);
        let page = |change: fn(&mut Facts, Timestamp)| {
            let mut facts = Facts {
                idle_programs: Some(0),
                help_line: true,
                ..Facts::default()
            };
            facts.standing.password_set = true;
            change(&mut facts, now);
            Self {
                frame: frame.clone(),
                document: Document::of(frame.words(), &check_up::CheckUp::of(&facts, now)),
            }
        };
        vec![
            ("fresh", page(|_, _| ())),
            (
                "half",
                page(|facts, now| {
                    kept(facts, now, 8, 8);
                    facts.standing.outside_verified = 1;
                    facts.places = vec![PlaceKind::Photo];
                    facts.put_off = vec![(Practice::P16, now + Span::days(30))];
                    facts.untold = 2;
                    facts.unread = 1;
                    facts.idle_programs = Some(1);
                    facts.standing.notices_to_folder = true;
                }),
            ),
            (
                "low",
                page(|facts, now| {
                    kept(facts, now, 2, 8);
                    facts.places = vec![PlaceKind::PasswordManager];
                    facts.standing.pending_changes = 1;
                    facts.help_line = false;
                    facts.idle_programs = None;
                    facts.standing.calendar.review_at = Some(now);
                }),
            ),
            (
                "complete",
                page(|facts, now| {
                    kept(facts, now, 10, 1);
                    facts.places = vec![PlaceKind::Safe];
                    facts.phrase = true;
                }),
            ),
        ]
    }
}
