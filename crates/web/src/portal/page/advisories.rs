//! What the people who run the service have to say: everything that concerns whoever is signed in, or that anybody may read.

use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::{SignedIn, Visitor};
use crate::portal::{Frame, Words, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::AdvisoryId;
use counterfoil_model::advisory::{Phase, Severity};
use counterfoil_prose::{Dress, Prose};
use counterfoil_service::advisory::{Advisory, ReadAdvisory};

/// The list. `/advisories`.
#[derive(Debug, Template)]
#[template(path = "page/advisories.html")]
pub struct Advisories {
    /// The frame.
    pub frame: Frame,
    /// Whether somebody is signed in.
    pub inside: bool,
    /// The advisories, the newest first.
    pub list: Vec<Line>,
}

/// One of them in the list.
#[derive(Debug)]
pub struct Line {
    /// Where it stands in full.
    pub to: String,
    /// One line.
    pub title: String,
    /// Its day, and what became of it.
    pub state: String,
    /// Whether it has to be read.
    pub unread: bool,
}

/// One of them in full. `/advisories/{id}`.
#[derive(Debug, Template)]
#[template(path = "page/advisory.html")]
pub struct AdvisoryPage {
    /// The frame.
    pub frame: Frame,
    /// What it says.
    pub article: Article,
    /// Where it is marked as read, if it has to be.
    pub read_at: Option<String>,
}

/// What an advisory says.
#[derive(Debug)]
pub struct Article {
    /// One line.
    pub title: String,
    /// Since when, and how much it matters.
    pub when: String,
    /// That it was withdrawn, corrected, or is over.
    pub changed: Option<String>,
    /// The text, as the HTML that [`Prose`] makes.
    pub html: String,
}

/// These pages' addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Advisories.path(), get(list))
        .route(ItemRoute::Advisory.pattern(), get(one))
        .route(ItemRoute::AdvisoryRead.pattern(), post(read))
}

async fn list(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
) -> Result<Response, Failure> {
    let session = signed_in.as_ref().map(|signed_in| &signed_in.session);
    let found = portal.app.advisories_for(session).await?;
    let frame = frame_of(&portal, &visitor, signed_in.as_ref());
    let words = frame.words();
    Ok(answer(&Advisories {
        inside: signed_in.is_some(),
        list: found.iter().map(|read| Line::of(words, read)).collect(),
        frame,
    }))
}

async fn one(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id).ok_or(Failure::NotFound)?;
    let session = signed_in.as_ref().map(|signed_in| &signed_in.session);
    let found = portal
        .app
        .advisory_for(session, AdvisoryId::from_bytes(id))
        .await?;
    let Some(found) = found else {
        // Whoever is signed in reads more.
        return match signed_in {
            Some(_) => Err(Failure::NotFound),
            None => Ok(go_to(&Route::Advisories.after_sign_in())),
        };
    };
    let frame = frame_of(&portal, &visitor, signed_in.as_ref());
    Ok(answer(&AdvisoryPage {
        article: Article::of(frame.words(), &found.advisory, found.phase)?,
        read_at: found
            .unread
            .then(|| ItemRoute::AdvisoryRead.of(found.advisory.id)),
        frame,
    }))
}

async fn read(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id).ok_or(Failure::NotFound)?;
    let (app, session, _) = signed_in.acting(&portal);
    let noted = detached(async move {
        app.advisory_was_read(&session, AdvisoryId::from_bytes(id))
            .await
    });
    if noted.await?? {
        Ok(go_to(Route::Home.path()))
    } else {
        Err(Failure::NotFound)
    }
}

fn frame_of(portal: &Portal, visitor: &Visitor, signed_in: Option<&SignedIn>) -> Frame {
    match signed_in {
        Some(signed_in) => signed_in.frame(portal),
        None => visitor.frame(portal),
    }
}

impl Line {
    fn of(words: &Words, read: &ReadAdvisory) -> Self {
        let advisory = &read.advisory;
        let day = words.date(advisory.run.from.as_micros());
        let state = match changed(words, advisory, read.phase) {
            Some(changed) => format!("{day} · {changed}"),
            None => day,
        };
        Self {
            to: ItemRoute::Advisory.of(advisory.id),
            title: advisory.title.clone(),
            state,
            unread: read.unread,
        }
    }
}

impl Article {
    /// The article of an advisory in this phase.
    ///
    /// # Errors
    /// [`Failure`] for a text that this version doesn't take.
    pub fn of(words: &Words, advisory: &Advisory, phase: Phase) -> Result<Self, Failure> {
        let prose = Prose::read(&advisory.body).map_err(|error| {
            tracing::error!(advisory = %advisory.id, %error, "an advisory can't be read");
            Failure::Internal
        })?;
        let day = words.date(advisory.run.from.as_micros());
        let severity = words.text(severity_id(advisory.severity));
        Ok(Self {
            title: advisory.title.clone(),
            when: words.two("advisory-when", "day", day, "severity", severity),
            changed: changed(words, advisory, phase),
            html: prose.html(&Dress::BARE),
        })
    }
}

/// The sentence of how much an advisory matters.
#[must_use]
pub const fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "advisory-info",
        Severity::Notice => "advisory-notice",
        Severity::Critical => "advisory-critical",
    }
}

/// What became of an advisory since it was written.
fn changed(words: &Words, advisory: &Advisory, phase: Phase) -> Option<String> {
    let date = |at: counterfoil_model::Timestamp| words.date(at.as_micros());
    match (phase, advisory.run.withdrawn_at, advisory.corrected_at) {
        (Phase::Withdrawn, Some(at), _) => Some(words.two(
            "advisory-withdrawn",
            "day",
            date(at),
            "why",
            advisory.why.as_deref().unwrap_or_default(),
        )),
        (Phase::Over, ..) => {
            let until = advisory.run.until.unwrap_or(advisory.run.from);
            Some(words.one("advisory-over", "day", date(until)))
        }
        (_, _, Some(at)) => Some(words.one("advisory-corrected", "day", date(at))),
        _ => None,
    }
}

#[cfg(test)]
impl super::samples::Sample for Advisories {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let line = |title: &str, state: &str, unread| Line {
            to: ItemRoute::Advisory.of("00112233445566778899aabbccddeeff"),
            title: title.into(),
            state: state.into(),
            unread,
        };
        let some = Self {
            frame: frame.clone(),
            inside: true,
            list: vec![
                line(
                    "Mails that look like example.org's",
                    "23 November 2026",
                    true,
                ),
                line(
                    "example.org moves house on Sunday",
                    "1 October 2026 · over since 5 October 2026",
                    false,
                ),
            ],
        };
        let empty = Self {
            frame: frame.clone(),
            inside: false,
            list: Vec::new(),
        };
        vec![("some", some), ("empty", empty)]
    }
}

#[cfg(test)]
impl super::samples::Sample for AdvisoryPage {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |changed: Option<&str>, unread: bool| {
            Self {
            frame: frame.clone(),
            article: Article {
                title: "Mails that look like example.org's".into(),
                when: frame.two(
                    "advisory-when",
                    "day",
                    "23 November 2026",
                    "severity",
                    frame.text(severity_id(Severity::Critical)),
                ),
                changed: changed.map(str::to_owned),
                html: Prose::read("Somebody at evil.example asks for **codes of example.org**.\n\n- At example.org we never do.\n- At example.org, read [more at example.org](https://help.example.org/).").unwrap().html(&Dress::BARE),
            },
            read_at: unread.then(|| ItemRoute::AdvisoryRead.of("00112233445566778899aabbccddeeff")),
        }
        };
        vec![
            ("unread", page(None, true)),
            ("read", page(None, false)),
            (
                "withdrawn",
                page(Some("Withdrawn on 24 November 2026: it was a test."), true),
            ),
        ]
    }
}
