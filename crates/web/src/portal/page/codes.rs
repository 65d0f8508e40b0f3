//! Backup codes: their state, and what can be done with them.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, Words, answer};
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::codes::CodesStatus;

/// The page. `/codes`.
#[derive(Debug, Template)]
#[template(path = "page/codes.html")]
pub struct Codes {
    /// The frame.
    pub frame: Frame,
    /// What there is.
    pub state: CodesState,
    /// The number of a sheet that was made and not proved.
    pub pending: Option<i64>,
    /// The number of a sheet that is being written by hand.
    pub writing: Option<i64>,
    /// When a proved sheet that waits begins to count.
    pub staged: Option<String>,
}

/// What codes an account has.
#[derive(Debug)]
pub enum CodesState {
    /// None yet.
    None,
    /// Disabled by guesses.
    Disabled,
    /// Stopped, because the sheet was reported lost.
    Lost,
    /// Shut by a freeze, because the sheet was taken.
    Shut,
    /// On.
    Active(ActiveCodes),
}

/// A sheet in use.
#[derive(Debug)]
pub struct ActiveCodes {
    /// Its number.
    pub sheet: i64,
    /// Since when.
    pub since: String,
    /// Unspent codes.
    pub left: usize,
    /// Of how many, where that says something.
    pub of: Option<usize>,
    /// When it was drilled last.
    pub last_drill: Option<String>,
    /// Whether a code that was used has no replacement yet.
    pub owed: bool,
    /// Whether few are left.
    pub few: bool,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Codes.path(), get(show))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let status = portal.app.codes_status(signed_in.session.account).await?;
    let staged = status
        .staged
        .map(|(_, from)| frame.words().moment(from.as_micros()));
    Ok(answer(&Codes {
        state: CodesState::of(frame.words(), &status),
        pending: status.shown_sheet,
        writing: status.writing.map(|writing| writing.sheet),
        staged,
        frame,
    }))
}

impl CodesState {
    fn of(words: &Words, status: &CodesStatus) -> Self {
        let date = |at: counterfoil_model::Timestamp| words.date(at.as_micros());
        match status.sheet {
            Some(sheet) => Self::Active(ActiveCodes {
                sheet,
                since: status.proved_at.map(date).unwrap_or_default(),
                left: status.left,
                of: status.total,
                last_drill: status.drilled_at.map(date),
                owed: status.replacement_owed,
                few: status.renew,
            }),
            None if status.suspended => Self::Shut,
            None if status.disabled => Self::Disabled,
            None if status.lost => Self::Lost,
            None => Self::None,
        }
    }
}

impl Codes {
    /// Where the sheet that was made is proved, and made again.
    const fn pending_at(&self) -> (Route, Route) {
        match self.state {
            CodesState::None => (Route::EnableProve, Route::EnablePaper),
            _ => (Route::RenewProve, Route::RenewPaper),
        }
    }

    /// Whether no new sheet is on its way.
    const fn nothing_goes_on(&self) -> bool {
        self.pending.is_none() && self.writing.is_none() && self.staged.is_none()
    }

    /// Where the writing by hand goes on.
    const fn writing_at(&self) -> Route {
        match self.state {
            CodesState::None => Route::EnableWrite,
            _ => Route::RenewWrite,
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for Codes {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |state| Self {
            frame: frame.clone(),
            state,
            pending: None,
            writing: None,
            staged: None,
        };
        let active = |last_drill: Option<&str>| ActiveCodes {
            sheet: 3,
            since: "1 September 2026".into(),
            left: 8,
            of: Some(10),
            last_drill: last_drill.map(str::to_owned),
            owed: false,
            few: false,
        };
        let low = ActiveCodes {
            left: 2,
            of: None,
            owed: true,
            few: true,
            ..active(None)
        };
        let staged = || Some("24 November 2026 at 14:05".to_owned());
        vec![
            ("none", page(CodesState::None)),
            (
                "drawn",
                Self {
                    pending: Some(1),
                    ..page(CodesState::None)
                },
            ),
            (
                "writing",
                Self {
                    writing: Some(1),
                    ..page(CodesState::None)
                },
            ),
            (
                "staged",
                Self {
                    staged: staged(),
                    ..page(CodesState::None)
                },
            ),
            ("disabled", page(CodesState::Disabled)),
            ("lost", page(CodesState::Lost)),
            ("shut", page(CodesState::Shut)),
            (
                "active",
                page(CodesState::Active(active(Some("1 October 2026")))),
            ),
            ("low", page(CodesState::Active(low))),
            (
                "renewing",
                Self {
                    pending: Some(4),
                    ..page(CodesState::Active(active(None)))
                },
            ),
            (
                "renewed",
                Self {
                    staged: staged(),
                    ..page(CodesState::Active(active(None)))
                },
            ),
        ]
    }
}
