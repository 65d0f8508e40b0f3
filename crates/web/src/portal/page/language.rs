//! The language of the pages, chosen at the foot of each: kept in the browser, and with the account of whoever is signed in.

use crate::portal::door::{Portal, go, go_to};
use crate::portal::visitor::SignedIn;
use crate::routes::Route;
use crate::shell::{Failure, Form, cookie, detached};
use crate::way_back::is_page;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::post;
use counterfoil_lang::Language;

/// How long a browser keeps the choice, in seconds: the 400 days that browsers allow at most.
const KEPT_SECONDS: u64 = 400 * 24 * 60 * 60;

/// The buttons' address. `/language`.
pub fn routes() -> Router<Portal> {
    Router::new().route(
        Route::Language.path(),
        post(choose).get(|| async { go(Route::Home) }),
    )
}

async fn choose(
    State(portal): State<Portal>,
    signed_in: Option<SignedIn>,
    form: Form,
) -> Result<Response, Failure> {
    let language = Language::parse(form.text("language"))
        .filter(|language| Language::offered().contains(language))
        .ok_or(Failure::NotFound)?;
    if let Some(signed_in) = signed_in {
        let (app, session, _) = signed_in.acting(&portal);
        detached(async move { app.speak(&session, language.tag()).await }).await??;
    }
    let at = form.text("at");
    let mut response = go_to(if is_page(at) { at } else { Route::Home.path() });
    let line = cookie::set(cookie::LANGUAGE, language.tag(), Some(KEPT_SECONDS));
    if let Ok(line) = HeaderValue::from_str(&line) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    Ok(response)
}
