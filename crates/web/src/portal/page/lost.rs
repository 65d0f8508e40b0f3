//! "I lost my sheet": what happens, and one button. Whoever knows the password may press it, signed in or on the way in (N23).

use crate::portal::door::Portal;
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::{HalfSignedIn, SignedIn};
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use counterfoil_service::{Session, Visit};
use std::sync::Arc;

/// The page. `/codes/lost`.
#[derive(Debug, Template)]
#[template(path = "page/lost.html")]
pub struct Lost {
    /// The frame.
    pub frame: Frame,
    /// Unspent codes that stop working.
    pub left: usize,
    /// What opens the mailbox afterwards.
    pub after: After,
}

/// What opens the mailbox once the sheet is dead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The person is in, and can make a new sheet.
    SignedIn,
    /// The person is on the way in, and the phone goes on working.
    Phone,
    /// The person is on the way in, and nothing but the help desk is left.
    HelpDesk,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Lost.path(), get(show).post(submit))
}

/// Somebody who proved at least one factor.
struct Somebody {
    frame: Frame,
    session: Session,
    visit: Visit,
    signed_in: bool,
}

impl FromRequestParts<Portal> for Somebody {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        if let Ok(half) =
            <HalfSignedIn as FromRequestParts<Portal>>::from_request_parts(parts, portal).await
        {
            let (frame, visit) = (half.visitor.frame(portal), half.visitor.visit);
            return Ok(Self {
                frame,
                session: half.half,
                visit,
                signed_in: false,
            });
        }
        match <SignedIn as FromRequestParts<Portal>>::from_request_parts(parts, portal).await {
            Ok(signed_in) => {
                let (frame, visit) = (signed_in.frame(portal), signed_in.visitor.visit);
                Ok(Self {
                    frame,
                    session: signed_in.session,
                    visit,
                    signed_in: true,
                })
            }
            Err(sign_in_first) => Err(sign_in_first.into_response()),
        }
    }
}

impl Somebody {
    async fn after(&self, portal: &Portal) -> Result<After, Failure> {
        if self.signed_in {
            return Ok(After::SignedIn);
        }
        let phone = portal.app.second_step(&self.session).await?.totp;
        Ok(if phone { After::Phone } else { After::HelpDesk })
    }
}

async fn show(State(portal): State<Portal>, somebody: Somebody) -> Result<Response, Failure> {
    let status = portal.app.codes_status(somebody.session.account).await?;
    if status.sheet.is_none() && status.staged.is_none() {
        return Ok(answer(&nothing(somebody.frame, somebody.signed_in)));
    }
    let after = somebody.after(&portal).await?;
    Ok(answer(&Lost {
        frame: somebody.frame,
        left: status.left,
        after,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    somebody: Somebody,
    _form: Form,
) -> Result<Response, Failure> {
    let after = somebody.after(&portal).await?;
    let (app, session, visit) = (
        Arc::clone(&portal.app),
        somebody.session.clone(),
        somebody.visit.clone(),
    );
    let sheets = detached(async move { app.lose_sheet(&session, &visit).await }).await??;
    let frame = somebody.frame;
    if sheets.is_empty() {
        return Ok(answer(&nothing(frame, somebody.signed_in)));
    }
    let (then, next) = match after {
        After::SignedIn => return Ok(answer(&Message::about(frame, Topic::LostDone))),
        After::Phone => ("lost-done-phone", ("second-step-title", Route::SecondStep)),
        After::HelpDesk => ("lost-done-help-desk", ("shell-back-sign-in", Route::SignIn)),
    };
    let mut paragraphs = vec![frame.text("lost-done-lead"), frame.text(then)];
    if after == After::HelpDesk && !portal.help_line.is_empty() {
        paragraphs.push(portal.help_line.to_string());
    }
    Ok(answer(&Message::say(
        frame,
        "lost-done-title",
        paragraphs,
        next,
    )))
}

fn nothing(frame: Frame, signed_in: bool) -> Message {
    if signed_in {
        return Message::about(frame, Topic::NothingToLose);
    }
    let paragraphs = vec![frame.text("lost-nothing-lead")];
    Message::say(
        frame,
        "lost-nothing-title",
        paragraphs,
        ("shell-back-sign-in", Route::SignIn),
    )
}

impl Lost {
    const fn then(&self) -> &'static str {
        match self.after {
            After::SignedIn => "lost-then",
            After::Phone => "lost-then-phone",
            After::HelpDesk => "lost-then-help-desk",
        }
    }

    const fn keep_at(&self) -> Route {
        match self.after {
            After::SignedIn => Route::Codes,
            After::Phone | After::HelpDesk => Route::UseCode,
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for Lost {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |left, after| Self {
            frame: frame.clone(),
            left,
            after,
        };
        vec![
            ("some", page(8, After::SignedIn)),
            ("one", page(1, After::SignedIn)),
            ("waiting", page(0, After::SignedIn)),
            ("on_the_way_in", page(8, After::Phone)),
            ("on_the_way_in_without_phone", page(8, After::HelpDesk)),
        ]
    }
}
