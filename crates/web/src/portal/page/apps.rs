//! Apps: what is signed in with this account, since when and from where; one button a row.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::GrantId;
use counterfoil_service::openid::{OwnApp, SignOutAppRefusal};

/// The page. `/apps`.
#[derive(Debug, Template)]
#[template(path = "page/apps.html")]
pub struct Apps {
    /// The frame.
    pub frame: Frame,
    /// Newest first.
    pub list: Vec<App>,
}

/// An app that is signed in.
#[derive(Debug)]
pub struct App {
    /// The sign-in at it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it reads mail.
    pub mail: bool,
    /// Since when.
    pub since: String,
    /// Last use.
    pub used: String,
    /// Which browser signed in, and from where.
    pub from: String,
}

impl App {
    fn of(frame: &Frame, app: OwnApp) -> Self {
        let words = frame.words();
        Self {
            id: app.grant.to_string(),
            since: words.moment(app.since.as_micros()),
            used: words.moment(app.used_at.as_micros()),
            from: format!("{}, {}", words.device(&app.device), app.network),
            mail: app.mail,
            name: app.name,
        }
    }

    fn sign_out_at(&self) -> String {
        ItemRoute::AppSignOut.of(&self.id)
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Apps.path(), get(show))
        .route(ItemRoute::AppSignOut.pattern(), post(sign_out))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame).await
}

async fn page(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let apps = portal.app.own_apps(&signed_in.session).await?;
    let list = apps.into_iter().map(|app| App::of(&frame, app)).collect();
    Ok(answer(&Apps { frame, list }))
}

async fn sign_out(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let grant = ItemRoute::id(&id)
        .map(GrantId::from_bytes)
        .ok_or(Failure::NotFound)?;
    let (app, session, visit) = signed_in.acting(&portal);
    let done = detached(async move { app.sign_out_app(&session, &visit, grant).await }).await?;
    let frame = signed_in.frame(&portal);
    let frame = match done {
        Ok(()) => {
            let done = frame.text("apps-signed-out");
            frame.done(done)
        }
        // Signed out a moment ago, on another page: the list says so.
        Err(SignOutAppRefusal::Unknown) => frame,
        Err(SignOutAppRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame).await
}

#[cfg(test)]
impl super::samples::Sample for Apps {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let app = |name: &str, mail| App {
            id: "5f3a".into(),
            name: name.into(),
            mail,
            since: "23 November 2026 at 14:05".into(),
            used: "23 November 2026 at 16:30".into(),
            from: "Firefox on Linux, 198.51.100.7".into(),
        };
        let page = |list| Self {
            frame: frame.clone(),
            list,
        };
        vec![
            ("none", page(Vec::new())),
            ("some", page(vec![app("Webmail", true), app("Wiki", false)])),
        ]
    }
}
