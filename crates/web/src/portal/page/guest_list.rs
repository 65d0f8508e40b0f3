//! A list of people to invite: what would happen, how far it is, and a report for each line.

use crate::portal::door::{Portal, go_to};
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use counterfoil_model::GuestListId;
use counterfoil_service::desk::{GuestListView, GuestProgress, GuestReport};

/// The page. `/accounts/lists/{id}`.
#[derive(Debug, Template)]
#[template(path = "page/guest_list.html")]
pub struct GuestList {
    /// The frame.
    pub frame: Frame,
    /// The list's id.
    pub id: String,
    /// How far it is.
    pub progress: GuestProgress,
    /// Whether the operator said go.
    pub begun: bool,
    /// Lines that were refused, at most a hundred.
    pub refused: Vec<Refused>,
    /// Who would be invited, at most ten, while nobody is.
    pub first: Vec<String>,
}

/// A line that was refused.
#[derive(Debug)]
pub struct Refused {
    /// "Line 7", and the address on it.
    pub line: String,
    /// Which field, and why.
    pub why: String,
}

/// So many refused lines stand on the page; the report has all of them.
const REFUSED: usize = 100;
/// So many people are shown before they are invited.
const FIRST: usize = 10;

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(ItemRoute::GuestList.pattern(), get(show))
        .route(ItemRoute::GuestListBegin.pattern(), post(begin))
        .route(ItemRoute::GuestListReport.pattern(), get(report))
}

async fn show(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&portal, operator.frame(&portal), list(&id)?).await
}

async fn page(portal: &Portal, frame: Frame, id: GuestListId) -> Result<Response, Failure> {
    let view = portal.app.guest_list(id).await?;
    Ok(answer(&GuestList::of(
        frame,
        &view.ok_or(Failure::NotFound)?,
    )))
}

async fn begin(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = list(&id)?;
    let (app, session, _) = operator.0.acting(&portal);
    let begun = detached(async move { app.begin_guest_list(&session, id).await }).await?;
    match begun {
        // Said before, perhaps in another window: the page says how far it is.
        Ok(_) => Ok(go_to(&ItemRoute::GuestList.of(id))),
        Err(refusal) => match refused(operator.frame(&portal), refusal, Route::InviteMany)? {
            Ok(frame) => page(&portal, frame, id).await,
            Err(elsewhere) => Ok(elsewhere),
        },
    }
}

/// What became of each line, as a table.
async fn report(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let view = portal.app.guest_list(list(&id)?).await?;
    let view = view.ok_or(Failure::NotFound)?;
    let frame = operator.frame(&portal);
    let mut table = String::from("line,address,outcome,field,why\r\n");
    for line in &view.lines {
        let outcome = line.outcome.as_deref().unwrap_or("open");
        let field = line.field.as_deref().unwrap_or_default();
        let cells = [
            line.line.to_string(),
            line.address.clone(),
            outcome.to_owned(),
            field.to_owned(),
            why(&frame, line),
        ];
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        table.push_str(&cells.join(","));
        table.push_str("\r\n");
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"invitations.csv\"",
        ),
    ];
    Ok((headers, table).into_response())
}

/// A cell of a table (RFC 4180). What a table program would take for a formula gets an apostrophe.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.replace('"', "\"\"");
    if formula {
        format!("\"'{quoted}\"")
    } else {
        format!("\"{quoted}\"")
    }
}

fn why(frame: &Frame, line: &GuestReport) -> String {
    match (line.problem.as_deref(), line.detail.as_deref()) {
        (Some("refusal-guest-twice"), Some(other)) => {
            frame.one("refusal-guest-twice", "line", other)
        }
        (Some(id), Some(character)) => frame.one(id, "character", character),
        (Some(id), None) => frame.text(id),
        (None, _) => String::new(),
    }
}

fn list(id: &str) -> Result<GuestListId, Failure> {
    ItemRoute::id(id)
        .map(GuestListId::from_bytes)
        .ok_or(Failure::NotFound)
}

impl GuestList {
    fn of(frame: Frame, view: &GuestListView) -> Self {
        let outcome = |wanted: Option<&'static str>| {
            view.lines
                .iter()
                .filter(move |line| line.outcome.as_deref() == wanted)
        };
        let refused = outcome(Some("refused"))
            .take(REFUSED)
            .map(|line| Refused {
                line: frame.two(
                    "desk-many-line",
                    "line",
                    line.line,
                    "address",
                    &line.address,
                ),
                why: why(&frame, line),
            })
            .collect();
        let begun = view.list.begun_at.is_some();
        let first = outcome(None)
            .take(if begun { 0 } else { FIRST })
            .map(|line| {
                frame.two(
                    "desk-many-would",
                    "address",
                    &line.address,
                    "to",
                    &line.recipient,
                )
            })
            .collect();
        Self {
            id: view.list.id.to_string(),
            progress: view.progress,
            begun,
            refused,
            first,
            frame,
        }
    }

    /// Whether the page is worth another look in a moment.
    const fn goes_on(&self) -> bool {
        self.begun && self.progress.open > 0
    }

    /// How far it is, in hundredths.
    fn percent(&self) -> i64 {
        let done = self.progress.all - self.progress.open;
        (done * 100).checked_div(self.progress.all).unwrap_or(100)
    }

    fn begin_at(&self) -> String {
        ItemRoute::GuestListBegin.of(&self.id)
    }

    fn report_at(&self) -> String {
        ItemRoute::GuestListReport.of(&self.id)
    }

    fn at(&self) -> String {
        ItemRoute::GuestList.of(&self.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for GuestList {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |progress, begun| Self {
            frame: frame.clone(),
            id: "5f3a".into(),
            progress,
            begun,
            refused: Vec::new(),
            first: Vec::new(),
        };
        let progress = |open, invited, there, refused| GuestProgress {
            all: open + invited + there + refused,
            open,
            invited,
            there,
            refused,
        };
        let bad = Refused {
            line: frame.two("desk-many-line", "line", 7, "address", "alice@@example.org"),
            why: frame.text("refusal-guest-no-to"),
        };
        let first = frame.two(
            "desk-many-would",
            "address",
            "alice@example.org",
            "to",
            "alice@elsewhere.example",
        );
        let looked = Self {
            refused: vec![bad],
            first: vec![first],
            ..page(progress(3, 0, 2, 1), false)
        };
        vec![
            ("looked", looked),
            ("nobody", page(progress(0, 0, 2, 0), false)),
            ("under_way", page(progress(150, 50, 0, 0), true)),
            ("done", page(progress(0, 198, 1, 1), true)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_text_and_never_a_formula() {
        assert_eq!(cell("a\"b,c"), "\"a\"\"b,c\"");
        assert_eq!(cell("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
    }
}
