//! An operator writes an advisory, or another text for one: looked at first, then published.

use super::advisories::Article;
use super::desk_advisories::audience_id;
use crate::portal::door::{Portal, go_to};
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_lang::typed_moment;
use counterfoil_model::advisory::{AdvisoryError, Audience, Severity};
use counterfoil_model::{AdvisoryId, Timestamp};
use counterfoil_prose::ProseError;
use counterfoil_service::advisory::{Advisory, AdvisoryRefusal, Correction, Draft};

/// The page. `/desk/advisories/new`, `/desk/advisories/{id}/correct`.
#[derive(Debug, Template)]
#[template(path = "page/desk_advisory_write.html")]
pub struct DeskAdvisoryWrite {
    /// The frame.
    pub frame: Frame,
    /// What was typed.
    pub typed: Typed,
    /// The advisory that is corrected, if one is.
    pub corrects: Option<AdvisoryId>,
    /// How it will look, once somebody looked.
    pub preview: Option<Article>,
}

/// What was typed.
#[derive(Clone, Debug)]
pub struct Typed {
    /// One line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// How much it matters.
    pub severity: Severity,
    /// Whom it concerns.
    pub audience: Audience,
    /// Whether anybody may read it.
    pub public: bool,
    /// Its first day.
    pub from: String,
    /// The day after its last.
    pub until: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::DeskAdvisoryNew.path(), get(blank).post(write))
        .route(
            ItemRoute::DeskAdvisoryCorrect.pattern(),
            get(again).post(correct),
        )
}

impl Typed {
    const fn nothing() -> Self {
        Self {
            title: String::new(),
            body: String::new(),
            severity: Severity::Notice,
            audience: Audience::Everybody,
            public: false,
            from: String::new(),
            until: String::new(),
        }
    }

    fn of(form: &Form) -> Self {
        Self {
            title: form.text("title").to_owned(),
            body: form.raw("body").replace("\r\n", "\n"),
            severity: Severity::parse(form.raw("severity")).unwrap_or(Severity::Notice),
            audience: Audience::parse(form.raw("audience")).unwrap_or(Audience::Everybody),
            public: form.has("public"),
            from: form.text("from").to_owned(),
            until: form.text("until").to_owned(),
        }
    }

    /// What was typed, with its days as moments; the field that holds none.
    fn draft(&self, portal: &Portal) -> Result<Draft, &'static str> {
        Ok(Draft {
            title: self.title.clone(),
            body: self.body.clone(),
            severity: self.severity,
            audience: self.audience,
            public: self.public,
            from: day(&self.from, portal).ok_or("from")?,
            until: day(&self.until, portal).ok_or("until")?,
        })
    }
}

/// `Some(None)` where no day was typed.
#[expect(
    clippy::option_option,
    reason = "no day is an answer, and so is one that is none"
)]
fn day(typed: &str, portal: &Portal) -> Option<Option<Timestamp>> {
    if typed.is_empty() {
        return Some(None);
    }
    let at = typed_moment(typed, &portal.shell.time_zone)?;
    Some(Some(Timestamp::from_micros(at)))
}

async fn blank(State(portal): State<Portal>, operator: Operator) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    page(&portal, &operator, frame, Typed::nothing(), None)
}

async fn again(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let (id, advisory) = corrected(&portal, &id).await?;
    let typed = Typed {
        title: advisory.title,
        body: advisory.body,
        severity: advisory.severity,
        audience: advisory.audience,
        public: advisory.public,
        ..Typed::nothing()
    };
    let frame = operator.frame(&portal);
    page(&portal, &operator, frame, typed, Some(id))
}

async fn corrected(portal: &Portal, id: &str) -> Result<(AdvisoryId, Advisory), Failure> {
    let id = AdvisoryId::from_bytes(ItemRoute::id(id).ok_or(Failure::NotFound)?);
    let found = portal.app.advisory(id).await?;
    let standing = found.filter(|(advisory, _)| advisory.run.withdrawn_at.is_none());
    standing
        .map(|(advisory, _)| (id, advisory))
        .ok_or(Failure::NotFound)
}

/// The form as it is opened, for an operator who may publish something now.
fn page(
    portal: &Portal,
    operator: &Operator,
    frame: Frame,
    typed: Typed,
    corrects: Option<AdvisoryId>,
) -> Result<Response, Failure> {
    let frame = match portal.app.may_write_advisories(&operator.0.session) {
        Ok(()) => frame,
        Err(refusal) => match refused(frame, refusal, back(corrects))? {
            Ok(frame) => frame,
            Err(elsewhere) => return Ok(elsewhere),
        },
    };
    Ok(answer(&DeskAdvisoryWrite {
        frame,
        typed,
        corrects,
        preview: None,
    }))
}

/// Where a step-up comes back to.
const fn back(corrects: Option<AdvisoryId>) -> Route {
    match corrects {
        Some(_) => Route::DeskAdvisories,
        None => Route::DeskAdvisoryNew,
    }
}

async fn write(
    State(portal): State<Portal>,
    operator: Operator,
    form: Form,
) -> Result<Response, Failure> {
    submit(&portal, &operator, &form, None).await
}

async fn correct(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let (id, advisory) = corrected(&portal, &id).await?;
    submit(&portal, &operator, &form, Some((id, advisory))).await
}

async fn submit(
    portal: &Portal,
    operator: &Operator,
    form: &Form,
    corrects: Option<(AdvisoryId, Advisory)>,
) -> Result<Response, Failure> {
    let frame = operator.frame(portal);
    let mut typed = Typed::of(form);
    let corrects = corrects.map(|(id, advisory)| {
        (typed.severity, typed.audience) = (advisory.severity, advisory.audience);
        (typed.public, typed.from) = (advisory.public, String::new());
        id
    });
    let draft = match typed.draft(portal) {
        Ok(draft) => draft,
        Err(field) => {
            let problem = frame.text("desk-advisory-day");
            return Ok(form_again(
                frame.wrong(field, problem),
                typed,
                corrects,
                None,
            ));
        }
    };
    let now = portal.app.now();
    let (app, session, _) = operator.0.acting(portal);
    let publish = form.has("publish");
    let done = detached(async move {
        app.may_write_advisories(&session)?;
        if !publish {
            return Ok(Done::Looked(Box::new(app.read_draft(draft, now)?)));
        }
        let Some(id) = corrects else {
            return app.write_advisory(draft).await.map(Done::Published);
        };
        let correction = Correction {
            title: draft.title,
            body: draft.body,
            until: draft.until,
        };
        app.correct_advisory(id, correction).await?;
        Ok(Done::Published(id))
    });
    let frame = match done.await? {
        Ok(Done::Published(id)) => return Ok(go_to(&ItemRoute::DeskAdvisory.of(id))),
        Ok(Done::Looked(draft)) => {
            let article = Article::of(frame.words(), &draft, draft.run.phase(now))?;
            return Ok(form_again(frame, typed, corrects, Some(article)));
        }
        Err(AdvisoryRefusal::Desk(refusal)) => match refused(frame, refusal, back(corrects))? {
            Ok(frame) => frame,
            Err(elsewhere) => return Ok(elsewhere),
        },
        Err(AdvisoryRefusal::Internal(fault)) => return Err(fault.into()),
        Err(AdvisoryRefusal::Gone | AdvisoryRefusal::Why) => return Err(Failure::NotFound),
        Err(AdvisoryRefusal::Prose(error)) => {
            let problem = prose_problem(&frame, &error);
            frame.wrong("body", problem)
        }
        Err(AdvisoryRefusal::Advisory(error)) => {
            let (field, id) = match error {
                AdvisoryError::NoTitle => ("title", "desk-advisory-no-title"),
                AdvisoryError::LongTitle => ("title", "desk-advisory-long-title"),
                AdvisoryError::EndsBefore => ("until", "desk-advisory-ends-before"),
                AdvisoryError::Over => ("until", "desk-advisory-over-already"),
                AdvisoryError::NotForEverybody => ("public", "desk-advisory-not-for-everybody"),
            };
            let problem = frame.text(id);
            frame.wrong(field, problem)
        }
    };
    Ok(form_again(frame, typed, corrects, None))
}

fn prose_problem(frame: &Frame, error: &ProseError) -> String {
    match error {
        ProseError::Empty => frame.text("desk-advisory-no-text"),
        ProseError::Long => frame.text("desk-advisory-long-text"),
        ProseError::Html { line } => frame.one("desk-advisory-html", "line", *line),
        ProseError::Picture { line } => frame.one("desk-advisory-picture", "line", *line),
        ProseError::Link { line } => frame.one("desk-advisory-link", "line", *line),
        ProseError::Deep { line } => frame.one("desk-advisory-deep", "line", *line),
    }
}

/// What came of a submitted form.
enum Done {
    Looked(Box<Advisory>),
    Published(AdvisoryId),
}

fn form_again(
    frame: Frame,
    typed: Typed,
    corrects: Option<AdvisoryId>,
    preview: Option<Article>,
) -> Response {
    answer(&DeskAdvisoryWrite {
        frame,
        typed,
        corrects,
        preview,
    })
}

impl DeskAdvisoryWrite {
    fn action(&self) -> String {
        match self.corrects {
            Some(id) => ItemRoute::DeskAdvisoryCorrect.of(id),
            None => Route::DeskAdvisoryNew.path().to_owned(),
        }
    }

    fn title(&self) -> String {
        self.frame.text(match self.corrects {
            Some(_) => "desk-advisory-correct",
            None => "desk-advisory-new",
        })
    }

    fn severities(&self) -> Vec<(&'static str, String, bool)> {
        let told = |severity: Severity| match severity {
            Severity::Info => "desk-advisory-told-info",
            Severity::Notice => "desk-advisory-told-notice",
            Severity::Critical => "desk-advisory-told-critical",
        };
        Severity::ALL
            .into_iter()
            .map(|severity| {
                let text = self.frame.text(told(severity));
                (severity.as_str(), text, severity == self.typed.severity)
            })
            .collect()
    }

    fn audiences(&self) -> Vec<(&'static str, String, bool)> {
        Audience::ALL
            .into_iter()
            .map(|audience| {
                let text = self.frame.text(audience_id(audience));
                (audience.as_str(), text, audience == self.typed.audience)
            })
            .collect()
    }
}

#[cfg(test)]
impl super::samples::Sample for DeskAdvisoryWrite {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let typed = || Typed {
            title: "Mails that look like example.org's".into(),
            body: "Somebody at evil.example asks for codes.".into(),
            severity: Severity::Critical,
            public: true,
            ..Typed::nothing()
        };
        let page = |frame: Frame, typed, corrects, preview| Self {
            frame,
            typed,
            corrects,
            preview,
        };
        let article = Article {
            title: "Mails that look like example.org's".into(),
            when: "23 November 2026".into(),
            changed: None,
            html: "<p>Somebody at evil.example asks for codes.</p>".into(),
        };
        let problem = frame.one("desk-advisory-html", "line", 3);
        let wrong = frame
            .clone()
            .wrong("title", frame.text("desk-advisory-no-title"))
            .wrong("body", problem);
        let id = AdvisoryId::from_bytes([7; 16]);
        vec![
            ("empty", page(frame.clone(), Typed::nothing(), None, None)),
            ("wrong", page(wrong, Typed::nothing(), None, None)),
            ("looked", page(frame.clone(), typed(), None, Some(article))),
            ("correct", page(frame.clone(), typed(), Some(id), None)),
        ]
    }
}
