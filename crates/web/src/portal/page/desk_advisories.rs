//! Advisories at the desk: all of them, and one with how far it is mailed and read.

use super::advisories::{Article, severity_id};
use crate::portal::door::{Portal, go_to};
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::AdvisoryId;
use counterfoil_model::advisory::{Audience, Phase};
use counterfoil_service::advisory::{Advisory, AdvisoryRefusal, Spread};

/// The list. `/desk/advisories`.
#[derive(Debug, Template)]
#[template(path = "page/desk_advisories.html")]
pub struct DeskAdvisories {
    /// The frame.
    pub frame: Frame,
    /// The advisories, the newest first: where, title, state, and whether it holds.
    pub list: Vec<(String, String, String, bool)>,
}

/// One of them. `/desk/advisories/{id}`.
#[derive(Debug, Template)]
#[template(path = "page/desk_advisory.html")]
pub struct DeskAdvisory {
    /// The frame.
    pub frame: Frame,
    /// What it says.
    pub article: Article,
    /// Whom it concerns, and how far it is.
    pub facts: Vec<String>,
    /// Where it is corrected and withdrawn, while it can be.
    pub change_at: Option<(String, String)>,
    /// Why it is withdrawn, as it was typed.
    pub why: String,
}

/// These pages' addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::DeskAdvisories.path(), get(list))
        .route(ItemRoute::DeskAdvisory.pattern(), get(one))
        .route(ItemRoute::DeskAdvisoryWithdraw.pattern(), post(withdraw))
}

async fn list(State(portal): State<Portal>, operator: Operator) -> Result<Response, Failure> {
    let (now, frame) = (portal.app.now(), operator.frame(&portal));
    let found = portal.app.advisories().await?;
    let line = |advisory: &Advisory| {
        let phase = advisory.run.phase(now);
        let words = frame.words();
        let state = [
            words.text(phase_id(phase)),
            words.text(severity_id(advisory.severity)),
            words.text(audience_id(advisory.audience)),
            words.date(advisory.run.from.as_micros()),
        ];
        (
            ItemRoute::DeskAdvisory.of(advisory.id),
            advisory.title.clone(),
            state.join(" · "),
            phase == Phase::Current,
        )
    };
    Ok(answer(&DeskAdvisories {
        list: found.iter().map(line).collect(),
        frame,
    }))
}

async fn one(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id).ok_or(Failure::NotFound)?;
    let frame = operator.frame(&portal);
    shown(&portal, frame, AdvisoryId::from_bytes(id), String::new()).await
}

async fn shown(
    portal: &Portal,
    frame: Frame,
    id: AdvisoryId,
    why: String,
) -> Result<Response, Failure> {
    let found = portal.app.advisory(id).await?;
    let (advisory, spread) = found.ok_or(Failure::NotFound)?;
    let phase = advisory.run.phase(portal.app.now());
    let page = DeskAdvisory {
        article: Article::of(frame.words(), &advisory, phase)?,
        facts: facts(&frame, &advisory, phase, &spread),
        change_at: (phase != Phase::Withdrawn).then(|| {
            (
                ItemRoute::DeskAdvisoryCorrect.of(id),
                ItemRoute::DeskAdvisoryWithdraw.of(id),
            )
        }),
        why,
        frame,
    };
    Ok(answer(&page))
}

async fn withdraw(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id).ok_or(Failure::NotFound)?;
    let (id, frame) = (AdvisoryId::from_bytes(id), operator.frame(&portal));
    let why = form.text("why").to_owned();
    let (app, session, _) = operator.0.acting(&portal);
    let said = why.clone();
    let withdrawn = detached(async move {
        app.may_write_advisories(&session)?;
        app.withdraw_advisory(id, &said).await
    });
    let frame = match withdrawn.await? {
        Ok(()) => return Ok(go_to(&ItemRoute::DeskAdvisory.of(id))),
        Err(AdvisoryRefusal::Desk(refusal)) => {
            match refused(frame, refusal, Route::DeskAdvisories)? {
                Ok(frame) => frame,
                Err(elsewhere) => return Ok(elsewhere),
            }
        }
        Err(AdvisoryRefusal::Why) => {
            let problem = frame.text("desk-advisory-why-needed");
            frame.wrong("why", problem)
        }
        Err(AdvisoryRefusal::Internal(fault)) => return Err(fault.into()),
        Err(_) => return Err(Failure::NotFound),
    };
    shown(&portal, frame, id, why).await
}

fn facts(frame: &Frame, advisory: &Advisory, phase: Phase, spread: &Spread) -> Vec<String> {
    let words = frame.words();
    let mut facts = vec![
        words.text(phase_id(phase)),
        words.text(audience_id(advisory.audience)),
        words.text(if advisory.public {
            "desk-advisory-public"
        } else {
            "desk-advisory-inside"
        }),
    ];
    if let Some(until) = advisory.run.until {
        facts.push(words.one(
            "desk-advisory-until",
            "day",
            words.moment(until.as_micros()),
        ));
    }
    if spread.mailed > 0 || spread.mailing {
        facts.push(words.one("desk-advisory-mailed", "count", spread.mailed));
    }
    if spread.mailing {
        facts.push(words.text("desk-advisory-mailing"));
    }
    if spread.with_letter > 0 {
        facts.push(words.one("desk-advisory-with-letter", "count", spread.with_letter));
    }
    facts.push(words.one("desk-advisory-read", "count", spread.read));
    facts
}

const fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => "desk-advisory-planned",
        Phase::Current => "desk-advisory-current",
        Phase::Over => "desk-advisory-over",
        Phase::Withdrawn => "desk-advisory-is-withdrawn",
    }
}

/// The sentence of whom an advisory concerns.
#[must_use]
pub const fn audience_id(audience: Audience) -> &'static str {
    match audience {
        Audience::Everybody => "desk-advisory-everybody",
        Audience::Operators => "desk-advisory-operators",
        Audience::WithoutSecondStep => "desk-advisory-without-second-step",
        Audience::WithoutCodes => "desk-advisory-without-codes",
    }
}

#[cfg(test)]
impl super::samples::Sample for DeskAdvisories {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let line = |title: &str, state: &str, holds| {
            let to = ItemRoute::DeskAdvisory.of("00112233445566778899aabbccddeeff");
            (to, title.to_owned(), state.to_owned(), holds)
        };
        let list = vec![
            line(
                "Mails that look like example.org's",
                "shown now · critical · for everybody · 23 November 2026",
                true,
            ),
            line(
                "example.org moves house on Sunday",
                "over · for information · for everybody · 1 October 2026",
                false,
            ),
        ];
        let page = |list| Self {
            frame: frame.clone(),
            list,
        };
        vec![("some", page(list)), ("empty", page(Vec::new()))]
    }
}

#[cfg(test)]
impl super::samples::Sample for DeskAdvisory {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let id = "00112233445566778899aabbccddeeff";
        let page = |withdrawn: bool| Self {
            frame: frame.clone(),
            article: Article {
                title: "Mails that look like example.org's".into(),
                when: "23 November 2026".into(),
                changed: withdrawn.then(|| "Withdrawn on 24 November 2026: it was a test.".into()),
                html: "<p>Somebody at evil.example asks for codes.</p>".into(),
            },
            facts: vec![
                frame.text("desk-advisory-current"),
                frame.text("desk-advisory-everybody"),
                frame.one("desk-advisory-mailed", "count", 1_200),
                frame.text("desk-advisory-mailing"),
                frame.one("desk-advisory-read", "count", 1),
            ],
            change_at: (!withdrawn).then(|| {
                (
                    ItemRoute::DeskAdvisoryCorrect.of(id),
                    ItemRoute::DeskAdvisoryWithdraw.of(id),
                )
            }),
            why: String::new(),
        };
        vec![("current", page(false)), ("withdrawn", page(true))]
    }
}
