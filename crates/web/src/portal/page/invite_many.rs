//! Inviting many: a list is uploaded or pasted and looked at; nobody is invited yet.

use crate::portal::door::{Portal, go_to};
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Upload, detached};
use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::guest_list::GuestListError;
use counterfoil_service::desk::InviteManyRefusal;

/// The page. `/accounts/invite-many`.
#[derive(Debug, Template)]
#[template(path = "page/invite_many.html")]
pub struct InviteMany {
    /// The frame.
    pub frame: Frame,
    /// What was pasted.
    pub text: String,
    /// Lists that were begun lately: their pages, and when.
    pub recent: Vec<(String, String)>,
}

/// The longest list, in bytes: ten thousand people.
const LONGEST: usize = 1024 * 1024;

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(
        Route::InviteMany.path(),
        get(show).post(look).layer(DefaultBodyLimit::max(LONGEST)),
    )
}

async fn show(State(portal): State<Portal>, operator: Operator) -> Result<Response, Failure> {
    if let Err(refusal) = portal.app.may_loosen(&operator.0.session) {
        return match refused(operator.frame(&portal), refusal, Route::InviteMany)? {
            Ok(frame) => page(&portal, frame, String::new()).await,
            Err(elsewhere) => Ok(elsewhere),
        };
    }
    page(&portal, operator.frame(&portal), String::new()).await
}

async fn page(portal: &Portal, frame: Frame, text: String) -> Result<Response, Failure> {
    let lists = portal.app.recent_guest_lists().await?;
    let recent = lists
        .iter()
        .map(|list| {
            (
                ItemRoute::GuestList.of(list.id),
                frame.words().moment(list.made_at.as_micros()),
            )
        })
        .collect();
    Ok(answer(&InviteMany {
        frame,
        text,
        recent,
    }))
}

async fn look(
    State(portal): State<Portal>,
    operator: Operator,
    form: Upload,
) -> Result<Response, Failure> {
    let pasted = form.text("lines");
    let file = form.text("file");
    let list = if file.trim().is_empty() {
        pasted.clone()
    } else {
        file
    };
    let (app, session, _) = operator.0.acting(&portal);
    let looked = detached(async move { app.look_at_guest_list(&session, &list).await }).await?;
    let frame = operator.frame(&portal);
    let problem = match looked {
        Ok(id) => return Ok(go_to(&ItemRoute::GuestList.of(id))),
        Err(InviteManyRefusal::List(error)) => frame.text(match error {
            GuestListError::Empty => "desk-many-empty",
            GuestListError::TooLong => "desk-many-too-long",
            GuestListError::NoAddress => "desk-many-no-address",
        }),
        Err(InviteManyRefusal::Desk(refusal)) => {
            return match refused(frame, refusal, Route::InviteMany)? {
                Ok(frame) => page(&portal, frame, pasted).await,
                Err(elsewhere) => Ok(elsewhere),
            };
        }
    };
    page(&portal, frame.wrong("lines", problem), pasted).await
}

#[cfg(test)]
impl super::samples::Sample for InviteMany {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, text: &str, recent| Self {
            frame,
            text: text.into(),
            recent,
        };
        let wrong = frame
            .clone()
            .wrong("lines", frame.text("desk-many-no-address"));
        let list = vec![(
            "/accounts/lists/5f3a".to_owned(),
            "23 November 2026 at 14:05".to_owned(),
        )];
        vec![
            ("empty", page(frame.clone(), "", Vec::new())),
            ("wrong", page(wrong, "example", list)),
        ]
    }
}
