//! Enabling or renewing, step 2 without a printer: one code a page, copied by hand and typed back from the paper.

use super::enable_paper;
use super::flow::{Flow, in_the_way};
use super::read_as::place as place_name;
use crate::portal::door::{Portal, go};
use crate::portal::spelling;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, reading};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::codes::{CodeToWrite, Unwritten, WriteRefusal};
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// The page. `/codes/enable/write` and `/codes/renew/write`, and the answer to the request that begins it.
#[derive(Debug, Template)]
#[template(path = "page/enable_write.html")]
pub struct EnableWrite {
    /// The frame.
    pub frame: Frame,
    /// Enabling or renewing.
    pub flow: Flow,
    /// How far the sheet is.
    pub place: Unwritten,
    /// What there is to do.
    pub stage: Stage,
}

/// Where the writing stands.
#[derive(Debug)]
pub enum Stage {
    /// A code is shown, to be copied and typed back.
    Code(Box<ShownCode>),
    /// The code that was shown is gone; the next page draws another in its place.
    Paused,
}

/// A code to be copied. Shown by the request that drew it, never kept.
pub struct ShownCode {
    /// With the first code: what is written at the top of the paper.
    pub head: Option<PaperHead>,
    /// Its four groups.
    pub groups: [Zeroizing<String>; 4],
    /// Its drill word.
    pub word: String,
    /// All of it, sealed for this session.
    pub sealed: String,
}

/// The top of the paper.
#[derive(Debug)]
pub struct PaperHead {
    /// The owner's own name for the mailbox.
    pub label: String,
    /// The date, in full.
    pub begun_on: String,
    /// The first page word.
    pub first: Zeroizing<String>,
    /// The second.
    pub second: Zeroizing<String>,
}

impl fmt::Debug for ShownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShownCode(…)")
    }
}

impl Drop for ShownCode {
    fn drop(&mut self) {
        self.word.zeroize();
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::EnableWrite.path(), get(show).post(submit))
        .route(Route::RenewWrite.path(), get(show).post(submit))
}

impl EnableWrite {
    /// The page with a code on it.
    pub(super) fn of(frame: Frame, flow: Flow, drawn: CodeToWrite) -> Self {
        let begun_on = |at: counterfoil_model::Timestamp| frame.words().date(at.as_micros());
        let head = drawn.head.map(|head| {
            let [first, second] = head.page_words;
            PaperHead {
                label: head.label,
                begun_on: begun_on(head.begun_at),
                first,
                second,
            }
        });
        let code = ShownCode {
            head,
            groups: drawn.groups,
            word: drawn.word.as_str().to_owned(),
            sealed: drawn.sealed,
        };
        Self {
            place: drawn.place,
            stage: Stage::Code(Box::new(code)),
            frame,
            flow,
        }
    }

    fn title(&self) -> String {
        let (next, of) = (self.place.next, self.place.of);
        self.frame.two("enable-write-title", "slot", next, "of", of)
    }

    fn field_label(&self) -> String {
        self.frame
            .one("enable-write-type-back", "slot", self.place.next)
    }

    fn written(&self) -> String {
        let written = self.place.next.saturating_sub(1);
        let of = self.place.of;
        self.frame
            .two("enable-write-paused", "written", written, "of", of)
    }

    fn spelled(&self, code: &ShownCode) -> Vec<Zeroizing<String>> {
        let groups = code.groups.iter().map(|group| group.as_str());
        spelling::spelled(self.frame.words(), groups)
    }
}

/// The page between two codes; where nothing is being written, the page where a sheet is made.
async fn paused(
    portal: &Portal,
    signed_in: &SignedIn,
    flow: Flow,
    frame: Frame,
) -> Result<Response, Failure> {
    let status = portal.app.codes_status(signed_in.session.account).await?;
    if let Some(place) = status.writing {
        return Ok(answer(&EnableWrite {
            frame,
            flow,
            place,
            stage: Stage::Paused,
        }));
    }
    if status.shown_sheet.is_some() {
        return Ok(go(flow.prove()));
    }
    enable_paper::page(portal, signed_in, flow, frame).await
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    paused(&portal, &signed_in, flow, frame).await
}

/// The code that was shown, typed back; without one, the next code is drawn.
async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let (app, session, _) = signed_in.acting(&portal);
    if !form.has("shown") {
        let drawn = detached(async move { app.go_on_writing(&session).await }).await?;
        return match drawn {
            Ok(Some(drawn)) => Ok(answer(&EnableWrite::of(frame, flow, drawn))),
            Ok(None) => paused(&portal, &signed_in, flow, frame).await,
            Err(refusal) => in_the_way(frame, refusal, flow.write()),
        };
    }
    let (sealed, typed) = (form.raw("shown").to_owned(), form.secret("code"));
    let wrote = detached(async move { app.wrote_code(&session, &sealed, &typed).await }).await?;
    let problem = match wrote {
        Ok(Some(next)) => return Ok(answer(&EnableWrite::of(frame, flow, next))),
        Ok(None) => return Ok(go(flow.prove())),
        Err(WriteRefusal::Gone) => {
            let late = frame.text("enable-write-late");
            return paused(&portal, &signed_in, flow, frame.wrong_overall(late)).await;
        }
        Err(WriteRefusal::Unreadable(why)) => reading::refused(frame.words(), &why),
        Err(WriteRefusal::Differs(places)) => differs(&frame, &places),
        Err(WriteRefusal::Another) => frame.text("enable-write-another"),
        Err(WriteRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let shown = portal
        .app
        .code_being_written(&signed_in.session, form.raw("shown"))
        .await?;
    match shown {
        Some(shown) => Ok(answer(&EnableWrite::of(
            frame.wrong("code", problem),
            flow,
            shown,
        ))),
        None => paused(&portal, &signed_in, flow, frame).await,
    }
}

/// "Look at the fourth symbol." for one place or several, each from 1 to 20.
fn differs(frame: &Frame, places: &[u8]) -> String {
    let name = |place: &u8| place_name(frame.words(), usize::from(*place));
    let names: Vec<String> = places.iter().map(name).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => {
            let first = first.join(", ");
            frame.two("enable-write-differs-two", "a", first, "b", last)
        }
        names => frame.one("enable-write-differs-one", "a", names.concat()),
    }
}

#[cfg(test)]
impl super::samples::Sample for EnableWrite {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let text = |text: &str| Zeroizing::new(text.to_owned());
        let place = |next| Unwritten {
            sheet: 3,
            next,
            of: 4,
        };
        let code = |head, groups: [&str; 4]| {
            Stage::Code(Box::new(ShownCode {
                head,
                groups: groups.map(text),
                word: "harbour".into(),
                sealed: "c2VhbGVk".into(),
            }))
        };
        let head = PaperHead {
            label: "Alice's mailbox".into(),
            begun_on: "23 November 2026".into(),
            first: text("lantern"),
            second: text("orchard"),
        };
        let page = |frame: Frame, next, stage| Self {
            frame,
            flow: Flow::Enable,
            place: place(next),
            stage,
        };
        let second = ["2ZT7P", "0M4JE", "WQ8RW", "A4QTR"];
        let slip = differs(frame, &[4]);
        let slips = differs(frame, &[4, 9]);
        let late = frame.text("enable-write-late");
        vec![
            (
                "first",
                page(
                    frame.clone(),
                    1,
                    code(Some(head), ["1K3QF", "9XW2M", "T4HNQ", "K4F14"]),
                ),
            ),
            (
                "slip",
                page(frame.clone().wrong("code", slip), 2, code(None, second)),
            ),
            (
                "slips",
                Self {
                    flow: Flow::Renew,
                    ..page(frame.clone().wrong("code", slips), 2, code(None, second))
                },
            ),
            (
                "paused",
                page(frame.clone().wrong_overall(late), 3, Stage::Paused),
            ),
        ]
    }
}
