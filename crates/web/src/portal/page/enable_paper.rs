//! Enabling or renewing, step 2: onto paper. The form is answered with the sheet, the only time it exists.

use super::enable_write::EnableWrite;
use super::flow::{Flow, in_the_way};
use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, Letterhead, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, Shell, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use counterfoil_lang::Language;
use counterfoil_service::codes::{ShowRefusal, ShownSheet};
use counterfoil_sheet::{Edition, Line, Paper, Printout, Replacements, Sheet, SheetError};
use std::sync::Arc;

/// The page. `/codes/enable/paper` and `/codes/renew/paper`; its form is answered with one document.
#[derive(Debug, Template)]
#[template(path = "page/enable_paper.html")]
pub struct EnablePaper {
    /// The frame.
    pub frame: Frame,
    /// Enabling or renewing.
    pub flow: Flow,
    /// What the sheet calls the mailbox.
    pub label: String,
    /// The account's address.
    pub address: String,
    /// Whether the address is printed too.
    pub full_address: bool,
    /// Letter paper; A4 otherwise.
    pub letter: bool,
    /// What was ticked.
    pub editions: Vec<Edition>,
}

/// An edition that can be ticked, and whom it is for.
#[derive(Debug)]
pub struct Choice {
    /// The field.
    pub name: &'static str,
    /// What it is.
    pub label: String,
    /// Whom it is for.
    pub hint: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

const fn field_of(edition: Edition) -> &'static str {
    match edition {
        Edition::Standard => "edition-standard",
        Edition::LargePrint => "edition-large",
        Edition::WalletCard => "edition-card",
        Edition::Braille => "edition-braille",
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::EnablePaper.path(), get(show).post(make))
        .route(Route::RenewPaper.path(), get(show).post(make))
}

impl EnablePaper {
    fn blank(frame: Frame, signed_in: &SignedIn, flow: Flow) -> Self {
        let owner = &signed_in.session.owner;
        let label = frame.one("enable-label-default", "name", &owner.name);
        Self {
            frame,
            flow,
            label,
            address: owner.address.clone(),
            full_address: false,
            letter: false,
            editions: vec![Edition::Standard],
        }
    }

    fn label_wrong(self, id: &str) -> Response {
        let problem = self.frame.text(id);
        answer(&Self {
            frame: self.frame.clone().wrong("label", problem),
            ..self
        })
    }

    fn choices(&self) -> Vec<Choice> {
        let text = |id| self.frame.text(id);
        Edition::ALL
            .into_iter()
            .map(|edition| {
                let (label, hint) = match edition {
                    Edition::Standard => (text("enable-standard"), text("enable-standard-for")),
                    Edition::LargePrint => (text("enable-large"), text("enable-large-for")),
                    Edition::WalletCard => (text("enable-card"), text("enable-card-for")),
                    Edition::Braille => (text("enable-braille"), text("enable-braille-for")),
                };
                Choice {
                    name: field_of(edition),
                    label,
                    hint,
                    ticked: self.editions.contains(&edition),
                }
            })
            .collect()
    }
}

/// The page as it opens, with whatever the frame says.
pub(super) async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    flow: Flow,
    frame: Frame,
) -> Result<Response, Failure> {
    match portal.app.may_show_codes(&signed_in.session).await {
        Ok(()) => Ok(answer(&EnablePaper::blank(frame, signed_in, flow))),
        Err(refusal) => in_the_way(frame, refusal, flow.paper()),
    }
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
) -> Result<Response, Failure> {
    page(&portal, &signed_in, flow, signed_in.frame(&portal)).await
}

async fn make(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    flow: Flow,
    form: Form,
) -> Result<Response, Failure> {
    let mut page = EnablePaper::blank(signed_in.frame(&portal), &signed_in, flow);
    if !form.text("label").is_empty() {
        form.text("label").clone_into(&mut page.label);
    }
    page.full_address = form.has("full-address");
    page.letter = form.text("paper") == "letter";
    page.editions = Edition::ALL
        .into_iter()
        .filter(|edition| form.has(field_of(*edition)))
        .collect();
    if form.has("by-hand") {
        return by_hand(&portal, &signed_in, page).await;
    }
    if page.editions.is_empty() {
        let none = page.frame.text("enable-editions-none");
        page.frame = page.frame.wrong_overall(none);
        return Ok(answer(&page));
    }
    let (app, session, visit) = signed_in.acting(&portal);
    let label = page.label.clone();
    let shown = detached(async move { app.show_codes(&session, &visit, &label).await }).await?;
    let problem = match shown {
        Ok(sheet) => {
            let printing = Printing {
                shell: Arc::clone(&portal.shell),
                letterhead: Arc::clone(&portal.letterhead),
                editions: page.editions.clone(),
                language: page.frame.words().language(),
                drawn_on: page.frame.words().date(sheet.drawn_at.as_micros()),
                label: page.label.clone(),
                full_address: page.full_address,
                paper: if page.letter {
                    Paper::Letter
                } else {
                    Paper::A4
                },
                sheet,
            };
            match printing.print().await? {
                Ok(response) => return Ok(response),
                // The sheet that was drawn dies when the next one is.
                Err(SheetError::DoesNotFit) => "enable-label-wide",
                Err(error) => {
                    tracing::error!(%error, "a sheet could not be written");
                    return Err(Failure::Internal);
                }
            }
        }
        Err(ShowRefusal::LabelTooLong) => "enable-label-long",
        Err(refusal) => return in_the_way(page.frame, refusal, flow.paper()),
    };
    Ok(page.label_wrong(problem))
}

/// The first code of a sheet that is written by hand.
async fn by_hand(
    portal: &Portal,
    signed_in: &SignedIn,
    page: EnablePaper,
) -> Result<Response, Failure> {
    let (app, session, visit) = signed_in.acting(portal);
    let label = page.label.clone();
    let begun = detached(async move { app.write_codes(&session, &visit, &label).await }).await?;
    match begun {
        Ok(first) => Ok(answer(&EnableWrite::of(page.frame, page.flow, first))),
        Err(ShowRefusal::LabelTooLong) => Ok(page.label_wrong("enable-label-long")),
        Err(refusal) => in_the_way(page.frame, refusal, page.flow.paper()),
    }
}

/// A sheet on its way to the answer: it is never anywhere else.
struct Printing {
    shell: Arc<Shell>,
    letterhead: Arc<Letterhead>,
    editions: Vec<Edition>,
    language: Language,
    drawn_on: String,
    label: String,
    full_address: bool,
    paper: Paper,
    sheet: ShownSheet,
}

impl Printing {
    async fn print(self) -> Result<Result<Response, SheetError>, Failure> {
        let name = format!("backup-codes-sheet-{}", self.sheet.number);
        let within = name.clone();
        let written = tokio::task::spawn_blocking(move || self.write(&within))
            .await
            .map_err(|_| Failure::Internal)?;
        Ok(written.map(|printout| attachment(&name, &printout)))
    }

    fn write(&self, name: &str) -> Result<Printout, SheetError> {
        let lines: Vec<Line<'_>> = self
            .sheet
            .codes
            .iter()
            .map(|drawn| Line {
                code: &drawn.code,
                drill_word: drawn.word.as_str(),
            })
            .collect();
        let [first, second] = &self.sheet.page_words;
        let last = self
            .sheet
            .codes
            .last()
            .map_or(0, |drawn| drawn.code.slot().get());
        let sheet = Sheet {
            service: &self.shell.service_name,
            logo: self.letterhead.logo.as_ref(),
            help: self.letterhead.help.as_deref(),
            portal_url: self.shell.public_url.origin(),
            label: &self.label,
            address: self.full_address.then_some(self.sheet.address.as_str()),
            number: u32::try_from(self.sheet.number).unwrap_or(u32::MAX),
            drawn_on: &self.drawn_on,
            page_words: [first, second],
            head_line: self.sheet.head_line.as_deref(),
            lines: &lines,
            replacements: Replacements {
                first: last.saturating_add(1),
                count: LAST_SLOT.saturating_sub(last),
            },
            paper: self.paper,
            language: self.language,
        };
        sheet.print(&self.editions, name, &self.shell.sentences)
    }
}

/// The last number a code can have.
const LAST_SLOT: u8 = 31;

/// The document as a file to be opened and printed. It is kept by nobody on the way (`no-store` is on every answer).
fn attachment(name: &str, printout: &Printout) -> Response {
    let kind = printout.kind;
    let name = format!("attachment; filename=\"{name}.{}\"", kind.extension());
    let mut response = printout.bytes.to_vec().into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(kind.media_type()),
    );
    if let Ok(name) = HeaderValue::from_str(&name) {
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

#[cfg(test)]
impl super::samples::Sample for EnablePaper {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame, flow| Self {
            frame,
            flow,
            label: "Alice's mailbox".into(),
            address: "alice@example.org".into(),
            full_address: false,
            letter: false,
            editions: vec![Edition::Standard],
        };
        let missing = frame
            .clone()
            .wrong_overall(frame.text("enable-paper-missing"));
        let long = frame
            .clone()
            .wrong("label", frame.text("enable-label-long"));
        let none = frame
            .clone()
            .wrong_overall(frame.text("enable-editions-none"));
        vec![
            ("enable", page(frame.clone(), Flow::Enable)),
            (
                "none",
                Self {
                    editions: Vec::new(),
                    ..page(none, Flow::Enable)
                },
            ),
            ("missing", page(missing, Flow::Enable)),
            (
                "renew",
                Self {
                    letter: true,
                    full_address: true,
                    editions: Edition::ALL.to_vec(),
                    ..page(long, Flow::Renew)
                },
            ),
        ]
    }
}
