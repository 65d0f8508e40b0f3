//! Somebody signs out from an app (OpenID Connect RP-Initiated Logout 1.0).

use super::answer::see;
use super::endpoint::Endpoint;
use super::go_on::GoOn;
use crate::portal::door::{Portal, without_session};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::{SignedIn, Visitor};
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_oidc::{Parameters, with_state};
use counterfoil_service::openid::SigningOut;

/// The page that asks. `/oauth/end-session`.
#[derive(Debug, Template)]
#[template(path = "page/sign_out_asked.html")]
pub struct SignOutAsked {
    /// The frame.
    pub frame: Frame,
    /// The app that asks, if it is known.
    pub app: Option<String>,
    /// What it asked, to be judged again.
    pub query: String,
}

/// `/oauth/end-session` and its button.
pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(Endpoint::EndSession.path(), get(show).post(by_post))
        .route(Endpoint::EndSessionConfirm.path(), post(confirm))
}

/// By POST as well (section 2): from another site it brings none of our cookies, so the same is asked by GET.
async fn by_post(body: Bytes) -> Response {
    let fields = url::form_urlencoded::parse(&body);
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    see(&format!("{}?{query}", Endpoint::EndSession))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    let parameters = Parameters::read(query.as_bytes());
    let session = signed_in.as_ref().map(|signed_in| &signed_in.session);
    let asked = portal.app.signing_out(&parameters, session).await?;
    let Some(signed_in) = signed_in else {
        // Nobody is signed in: there is nothing to end, and nothing to ask.
        return Ok(match then(&asked) {
            Some(to) => see(&to),
            None => over(&portal, &visitor),
        });
    };
    if !asked.proved {
        return Ok(answer(&SignOutAsked {
            frame: signed_in.frame(&portal),
            app: asked.client.map(|client| client.name),
            query,
        }));
    }
    end(&portal, &signed_in).await?;
    Ok(without_session(match then(&asked) {
        Some(to) => see(&to),
        None => over(&portal, &visitor),
    }))
}

async fn confirm(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    form: Form,
) -> Result<Response, Failure> {
    let parameters = Parameters::read(form.raw("query").as_bytes());
    let session = signed_in.as_ref().map(|signed_in| &signed_in.session);
    let asked = portal.app.signing_out(&parameters, session).await?;
    if let Some(signed_in) = signed_in {
        end(&portal, &signed_in).await?;
    }
    Ok(without_session(match then(&asked) {
        Some(to) => {
            let frame = visitor.frame(&portal);
            answer(&GoOn {
                title: frame.text("apps-signed-out-title"),
                frame,
                to,
            })
        }
        None => over(&portal, &visitor),
    }))
}

fn then(asked: &SigningOut) -> Option<String> {
    let to = asked.then.as_deref()?;
    Some(with_state(to, asked.state.as_deref()))
}

fn over(portal: &Portal, visitor: &Visitor) -> Response {
    answer(&Message::about(visitor.frame(portal), Topic::SignedOut))
}

async fn end(portal: &Portal, signed_in: &SignedIn) -> Result<(), Failure> {
    let (app, session, visit) = signed_in.acting(portal);
    detached(async move { app.sign_out(&session, &visit).await }).await??;
    Ok(())
}

#[cfg(test)]
impl crate::portal::page::samples::Sample for SignOutAsked {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |app: Option<&str>| Self {
            frame: frame.clone(),
            app: app.map(str::to_owned),
            query: "client_id=webmail".to_owned(),
        };
        vec![("app", page(Some("Webmail"))), ("nobody", page(None))]
    }
}
