//! Where copies of the sheet lie. Shown to their owner right after a step-up only, and never before sign-in.

use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::paper_place::WORDS_MAX;
use counterfoil_model::{PaperPlaceId, PlaceError, PlaceKind};
use counterfoil_service::outside_address::NotNow;
use counterfoil_service::papers::{NotedPlace, PaperRefusal, Papers};

/// The page. `/codes/places`.
#[derive(Debug, Template)]
#[template(path = "page/papers.html")]
pub struct PapersPage {
    /// The frame.
    pub frame: Frame,
    /// The number of the sheet, if there is one.
    pub sheet: Option<i64>,
    /// Where copies of it lie.
    pub here: Vec<Place>,
    /// Where copies of sheets before it lie.
    pub before: Vec<Place>,
    /// What was chosen and typed, where it wasn't kept.
    pub typed: Typed,
}

/// One place.
#[derive(Debug)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The owner's own words; empty for none.
    pub words: String,
    /// When it was noted.
    pub on: String,
}

/// What was chosen and typed.
#[derive(Debug, Default)]
pub struct Typed {
    /// The kind of place.
    pub kind: Option<PlaceKind>,
    /// The words.
    pub words: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Papers.path(), get(show).post(note))
        .route(ItemRoute::PaperFollow.pattern(), post(follow))
        .route(ItemRoute::PaperForget.pattern(), post(forget))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame, Typed::default()).await
}

async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    typed: Typed,
) -> Result<Response, Failure> {
    match portal.app.papers(&signed_in.session).await {
        Ok(papers) => Ok(answer(&PapersPage::of(frame, papers, typed))),
        Err(PaperRefusal::NotNow(NotNow::Before(at))) => {
            let at = frame.words().moment(at.as_micros());
            let later = frame.one("papers-not-before", "at", at);
            let nothing = Papers::default();
            Ok(answer(&PapersPage::of(
                frame.wrong_overall(later),
                nothing,
                typed,
            )))
        }
        Err(PaperRefusal::Internal(fault)) => Err(fault.into()),
        Err(_) => Ok(go_to(&Route::Papers.after_step_up())),
    }
}

async fn note(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let typed = Typed {
        kind: PlaceKind::parse(form.raw("kind")),
        words: form.text("words").to_owned(),
    };
    let frame = signed_in.frame(&portal);
    let Some(kind) = typed.kind else {
        let choose = frame.text("papers-choose");
        return page(&portal, &signed_in, frame.wrong("kind", choose), typed).await;
    };
    let (app, session, visit) = signed_in.acting(&portal);
    let words = typed.words.clone();
    let noted =
        detached(async move { app.note_paper(&session, &visit, kind, &words).await }).await?;
    done(&portal, &signed_in, noted, "papers-noted", typed).await
}

async fn follow(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = place(&id)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let followed = detached(async move { app.follow_paper(&session, &visit, id).await }).await?;
    let typed = Typed::default();
    done(&portal, &signed_in, followed, "papers-noted", typed).await
}

async fn forget(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = place(&id)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let forgotten = detached(async move { app.forget_paper(&session, &visit, id).await }).await?;
    let typed = Typed::default();
    done(&portal, &signed_in, forgotten, "papers-gone", typed).await
}

fn place(id: &str) -> Result<PaperPlaceId, Failure> {
    ItemRoute::id(id)
        .map(PaperPlaceId::from_bytes)
        .ok_or(Failure::NotFound)
}

/// The page after something was asked for.
async fn done(
    portal: &Portal,
    signed_in: &SignedIn,
    outcome: Result<(), PaperRefusal>,
    said: &str,
    typed: Typed,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(portal);
    let (frame, typed) = match outcome {
        Ok(()) => {
            let said = frame.text(said);
            (frame.done(said), Typed::default())
        }
        Err(PaperRefusal::Place(error)) => {
            let problem = match error {
                PlaceError::TooLong => frame.one(error.id(), "most", WORDS_MAX),
                _ => frame.text(error.id()),
            };
            (frame.wrong("words", problem), typed)
        }
        Err(PaperRefusal::TooMany) => {
            let problem = frame.text("papers-too-many");
            (frame.wrong_overall(problem), typed)
        }
        Err(PaperRefusal::Unknown) => return Err(Failure::NotFound),
        Err(PaperRefusal::NotNow(NotNow::StepUpWanted)) => {
            return Ok(go_to(&Route::Papers.after_step_up()));
        }
        Err(PaperRefusal::NoSheet | PaperRefusal::NotNow(NotNow::Before(_))) => (frame, typed),
        Err(PaperRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(portal, signed_in, frame, typed).await
}

impl PapersPage {
    fn of(frame: Frame, papers: Papers, typed: Typed) -> Self {
        let places = |noted: Vec<NotedPlace>| {
            let places = noted.into_iter().map(|noted| Place {
                id: noted.id.to_string(),
                kind: noted.kind,
                words: noted.words.to_string(),
                on: frame.words().date(noted.noted_at.as_micros()),
            });
            places.collect()
        };
        Self {
            sheet: papers.sheet,
            here: places(papers.here),
            before: places(papers.before),
            frame,
            typed,
        }
    }

    /// The kinds of place, each with whether it is chosen.
    fn kinds(&self) -> Vec<(PlaceKind, bool)> {
        PlaceKind::ALL
            .into_iter()
            .map(|kind| (kind, self.typed.kind == Some(kind)))
            .collect()
    }

    /// What is said kindly of the digital copies among them, each once.
    fn warnings(&self) -> Vec<&'static str> {
        let of_a_kind = |kind: PlaceKind| self.here.iter().any(|place| place.kind == kind);
        let mut kinds = PlaceKind::ALL.to_vec();
        kinds.retain(|kind| of_a_kind(*kind));
        kinds
            .into_iter()
            .filter_map(PlaceKind::warning_id)
            .collect()
    }
}

impl Place {
    fn follow_at(&self) -> String {
        ItemRoute::PaperFollow.of(&self.id)
    }

    fn forget_at(&self) -> String {
        ItemRoute::PaperForget.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for PapersPage {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |sheet, here, before| Self {
            frame: frame.clone(),
            sheet,
            here,
            before,
            typed: Typed::default(),
        };
        let place = |kind, words: &str| Place {
            id: "5f3a".into(),
            kind,
            words: words.into(),
            on: "23 November 2026".into(),
        };
        let sister = || place(PlaceKind::Relative, "My sister in Lyon");
        let wrong = Self {
            frame: frame.clone().wrong("words", frame.text("papers-code")),
            typed: Typed {
                kind: Some(PlaceKind::Safe),
                words: "1K3QF 9XW2M T4HNQ K4F14 example".into(),
            },
            ..page(Some(3), vec![sister()], vec![])
        };
        vec![
            ("none", page(None, vec![], vec![])),
            ("empty", page(Some(3), vec![], vec![])),
            ("one", page(Some(3), vec![sister()], vec![])),
            (
                "digital",
                page(
                    Some(3),
                    vec![
                        place(PlaceKind::Safe, ""),
                        place(PlaceKind::PasswordManager, ""),
                        place(PlaceKind::Photo, ""),
                    ],
                    vec![],
                ),
            ),
            ("renewed", page(Some(4), vec![], vec![sister()])),
            ("wrong", wrong),
        ]
    }
}
