//! You're in: which code was used, its replacement for the sheet, and what to do about the phone.

use super::read_as::ReadAs;
use crate::place::Place;
use crate::portal::door::{Portal, go, go_to, with_session};
use crate::portal::visitor::{SignedIn, Visitor};
use crate::portal::{Frame, answer, reading, spelling};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::{Hold, SensitiveAction};
use counterfoil_service::codes::{self, Owed, Redeemed, ReplacementRefusal};
use counterfoil_service::{App, Attention, Fault, FormField, Session, SessionToken, Visit};
use std::fmt;
use std::sync::Arc;
use zeroize::{Zeroize, Zeroizing};

/// The page. `/you-are-in`, and the answer to the request that drew the replacement.
#[derive(Debug, Template)]
#[template(path = "page/you_are_in.html")]
pub struct YouAreIn {
    /// The frame.
    pub frame: Frame,
    /// The number of the code that was used, where it is known.
    pub slot: Option<u8>,
    /// Until when new factors and sheets wait, on a device that is not known.
    pub held_until: Option<String>,
    /// Where its replacement stands.
    pub stage: Stage,
    /// Where to go once everything here is done.
    pub to: Option<Place>,
}

/// Where the replacement of a used code stands.
#[derive(Debug)]
pub enum Stage {
    /// This very request drew it, or shows it again because what was typed back was another.
    Drawn(Replacement),
    /// It is owed.
    Owed,
    /// The sheet has no line left for it.
    SheetFull,
    /// It was typed back; nothing more is owed.
    Done,
}

/// A code that stands in for a spent one. Shown once, never kept.
pub struct Replacement {
    /// Its number.
    pub slot: u8,
    /// The code, in four groups of five.
    pub groups: Vec<String>,
    /// Its drill word.
    pub word: String,
    /// All of it, sealed for this session: what the page needs to compare a wrong copy with.
    pub sealed: String,
}

impl fmt::Debug for Replacement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replacement")
            .field("slot", &self.slot)
            .finish_non_exhaustive()
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        self.groups.zeroize();
        self.word.zeroize();
    }
}

impl YouAreIn {
    fn back_to_app(&self) -> Option<String> {
        self.to.as_ref()?.back_to_app()
    }

    fn spelled(&self, replacement: &Replacement) -> Vec<Zeroizing<String>> {
        let groups = replacement.groups.iter().map(String::as_str);
        spelling::spelled(self.frame.words(), groups)
    }
}

impl Replacement {
    fn seal(app: &App, session: &Session, drawn: &codes::DrawnCode) -> Result<Self, Fault> {
        let (slot, word) = (drawn.code.slot().get(), drawn.word.as_str());
        let [a, b, c, d] = drawn.code.groups();
        let line = Zeroizing::new(format!("{slot} {} {} {} {} {word}", *a, *b, *c, *d));
        let groups = [a, b, c, d].iter().map(|group| group.to_string()).collect();
        Ok(Self {
            slot,
            groups,
            word: word.to_owned(),
            sealed: app.seal_field(&shown(session), &line)?,
        })
    }

    fn unseal(app: &App, session: &Session, sealed: &str) -> Option<Self> {
        let line = app.open_field(&shown(session), sealed)?;
        let (slot, rest) = line.split_once(' ')?;
        let (groups, word) = rest.rsplit_once(' ')?;
        let groups = groups.split(' ').map(str::to_owned).collect();
        Some(Self {
            slot: slot.parse().ok()?,
            groups,
            word: word.to_owned(),
            sealed: sealed.to_owned(),
        })
    }
}

const fn shown(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "replacement",
        account: session.account,
        bound_to: &session.hash,
    }
}

const fn typed_back(session: &Session) -> FormField<'_> {
    FormField {
        purpose: "type-back",
        account: session.account,
        bound_to: &session.hash,
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    let back = || async { go(Route::YouAreIn) };
    Router::new()
        .route(Route::YouAreIn.path(), get(show))
        .route(Route::ReplacementDraw.path(), post(draw).get(back))
        .route(Route::ReplacementProve.path(), post(prove).get(back))
}

/// A session that a code opened, and the replacement of that code.
pub(super) struct Opened {
    token: SessionToken,
    slot: u8,
    session: Option<Session>,
    drawn: Result<codes::Replacement, ReplacementRefusal>,
}

/// Finds the session that a code opened and draws the code's replacement. A drawing that fails fails nothing: it stays owed.
pub(super) async fn open(app: &App, visit: &Visit, redeemed: Redeemed) -> Opened {
    let session = app.session(&redeemed.token, visit).await.ok();
    let drawn = match &session {
        Some(session) => app.draw_replacement(session, visit).await,
        None => Err(ReplacementRefusal::NoneOwed),
    };
    if let Err(ReplacementRefusal::Internal(fault)) = &drawn {
        tracing::error!(error = %fault, "a replacement could not be drawn");
    }
    Opened {
        token: redeemed.token,
        slot: redeemed.slot.get(),
        session,
        drawn,
    }
}

impl Opened {
    /// The answer to the request that used the code: the new session's cookie, and its first page.
    pub(super) fn answer(self, portal: &Portal, visitor: Visitor, to: Option<Place>) -> Response {
        let Some(session) = self.session else {
            return with_session(go(Route::YouAreIn), &self.token);
        };
        let signed_in = SignedIn {
            visitor: visitor.under(&self.token),
            session,
            attention: Attention::default(),
        };
        let stage = stage(portal, &signed_in, self.drawn).unwrap_or(Stage::Owed);
        with_session(
            page(
                portal,
                &signed_in,
                signed_in.frame(portal),
                Some(self.slot),
                stage,
                to,
            ),
            &self.token,
        )
    }
}

fn stage(
    portal: &Portal,
    signed_in: &SignedIn,
    drawn: Result<codes::Replacement, ReplacementRefusal>,
) -> Result<Stage, Fault> {
    match drawn {
        Ok(replacement) => {
            Replacement::seal(&portal.app, &signed_in.session, &replacement.drawn).map(Stage::Drawn)
        }
        Err(ReplacementRefusal::SheetFull) => Ok(Stage::SheetFull),
        Err(_) => Ok(Stage::Owed),
    }
}

fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    slot: Option<u8>,
    stage: Stage,
    to: Option<Place>,
) -> Response {
    let held_until = match signed_in
        .session
        .hold(SensitiveAction::DrawReplacement, &portal.app)
    {
        Hold::AtOnce => None,
        Hold::AfterDelay {
            takes_effect_at: at,
        }
        | Hold::NotBefore { allowed_at: at } => Some(frame.words().moment(at.as_micros())),
    };
    answer(&YouAreIn {
        frame,
        slot,
        held_until,
        stage,
        to,
    })
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    owed(&portal, &signed_in, frame, None)
        .await
        .map(|page| page.unwrap_or_else(|| go(Route::Home)))
}

/// The page that says what is owed, if anything is.
async fn owed(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    to: Option<Place>,
) -> Result<Option<Response>, Failure> {
    let owed = portal
        .app
        .owed_replacement(signed_in.session.account)
        .await?;
    Ok(owed.map(|Owed { spent, sheet_full }| {
        let stage = if sheet_full {
            Stage::SheetFull
        } else {
            Stage::Owed
        };
        page(portal, signed_in, frame, Some(spent.get()), stage, to)
    }))
}

async fn draw(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let to = Place::read(form.text("to"));
    let (app, visit, session) = (
        Arc::clone(&portal.app),
        signed_in.visitor.visit.clone(),
        signed_in.session.clone(),
    );
    let drawn = detached(async move { app.draw_replacement(&session, &visit).await });
    let drawn = match drawn.await? {
        Err(ReplacementRefusal::NoneOwed) => return Ok(go(Route::Home)),
        Err(ReplacementRefusal::StepUpWanted) => {
            return Ok(go_to(&Route::YouAreIn.after_step_up()));
        }
        Err(ReplacementRefusal::Internal(fault)) => return Err(fault.into()),
        other => other,
    };
    let slot = drawn
        .as_ref()
        .ok()
        .map(|replacement| replacement.replaces.get());
    let stage = stage(&portal, &signed_in, drawn)?;
    Ok(page(
        &portal,
        &signed_in,
        signed_in.frame(&portal),
        slot,
        stage,
        to,
    ))
}

async fn prove(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let session = &signed_in.session;
    let to = Place::read(form.text("to"));
    let frame = signed_in.frame(&portal);
    let again = |frame: Frame| match Replacement::unseal(&portal.app, session, form.text("before"))
    {
        Some(replacement) => Ok(page(
            &portal,
            &signed_in,
            frame,
            None,
            Stage::Drawn(replacement),
            to.clone(),
        )),
        // More than ten minutes ago: that one is drawn anew.
        None => Ok(page(
            &portal,
            &signed_in,
            frame,
            None,
            Stage::Owed,
            to.clone(),
        )),
    };
    if form.has("again") {
        return again(frame);
    }
    let (typed, confirmed) = if form.has("sealed") {
        let Some(read) = portal
            .app
            .open_field(&typed_back(session), form.text("sealed"))
        else {
            let late = frame.text("use-code-read-late");
            return again(frame.wrong("code", late));
        };
        (read, true)
    } else {
        (form.secret("code"), false)
    };
    let (app, visit, owner) = (
        Arc::clone(&portal.app),
        signed_in.visitor.visit.clone(),
        session.clone(),
    );
    let judged = detached(async move {
        app.type_back_replacement(&owner, &visit, &typed, confirmed)
            .await
    });
    match judged.await? {
        Ok(counts) => {
            let done = if counts.at_once {
                frame.text("signed-in-replacement-done")
            } else {
                frame.one(
                    "signed-in-replacement-staged",
                    "until",
                    frame.words().moment(counts.effective_at.as_micros()),
                )
            };
            let frame = frame.done(done);
            let next = owed(&portal, &signed_in, frame.clone(), to.clone()).await?;
            Ok(next.unwrap_or_else(|| page(&portal, &signed_in, frame, None, Stage::Done, to)))
        }
        Err(ReplacementRefusal::Confirm(read)) => {
            let sealed = portal.app.seal_field(&typed_back(session), &read.text)?;
            let ask = ReadAs::ask(
                frame,
                &read,
                sealed,
                Route::ReplacementProve,
                Route::YouAreIn,
            );
            Ok(answer(&ask.before(form.text("before").to_owned()).then(to)))
        }
        Err(ReplacementRefusal::Unreadable(refusal)) => {
            let problem = reading::refused(frame.words(), &refusal);
            again(frame.wrong("code", problem))
        }
        Err(ReplacementRefusal::Wrong) => {
            let problem = frame.text("signed-in-type-back-wrong");
            again(frame.wrong("code", problem))
        }
        Err(
            ReplacementRefusal::NoneOwed
            | ReplacementRefusal::SheetFull
            | ReplacementRefusal::StepUpWanted,
        ) => Ok(go(Route::YouAreIn)),
        Err(ReplacementRefusal::Internal(fault)) => Err(fault.into()),
    }
}

#[cfg(test)]
impl super::samples::Sample for YouAreIn {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let drawn = || {
            Stage::Drawn(Replacement {
                slot: 11,
                groups: ["BT3QF", "9XW2M", "T4HNJ", "Q1ZQ5"]
                    .map(str::to_owned)
                    .to_vec(),
                word: "harbour".into(),
                sealed: "c2VhbGVk".into(),
            })
        };
        let page = |frame: Frame, stage| Self {
            frame,
            slot: Some(7),
            held_until: None,
            stage,
            to: None,
        };
        let wrong = frame
            .clone()
            .wrong("code", frame.text("signed-in-type-back-wrong"));
        let done = frame.clone().done(frame.text("signed-in-replacement-done"));
        vec![
            (
                "drawn",
                Self {
                    held_until: Some("24 November 2026 at 14:05".into()),
                    ..page(frame.clone(), drawn())
                },
            ),
            ("wrong", page(wrong, drawn())),
            ("owed", page(frame.clone(), Stage::Owed)),
            (
                "from_app",
                Self {
                    to: Some(Place::App("c2VhbGVk".into())),
                    ..page(frame.clone(), Stage::Owed)
                },
            ),
            ("no_slots", page(frame.clone(), Stage::SheetFull)),
            (
                "done",
                Self {
                    slot: None,
                    ..page(done, Stage::Done)
                },
            ),
        ]
    }
}
