//! Every page in every state, as a browser shows it: nobody is kept out, nobody scrolls sideways, nobody waits for more than
//! 60 kB, and pictures for whoever wants to know how it looks.

use super::samples::{Rendered, every_page};
use crate::assets::{self, Assets};
use crate::shell::headers::dress;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use counterfoil_e2e::{Browser, Look};
use counterfoil_lang::Language;
use counterfoil_testkit::database::thorough;
use std::collections::HashMap;
use std::sync::Arc;

/// What a page may take with its style sheet, scripts and the fonts it uses, as it is sent to a browser that was never here.
const HEAVIEST: u64 = 60_000;

/// A window in the light, and a small phone in the dark.
const LOOKS: [Look; 2] = [Look::DESK, Look::PHONE.dark()];

/// A phone whose pictures stay small.
const SMALL: Look = Look {
    scale: 1.5,
    ..Look::PHONE
};

/// The address of a page in one of its states.
fn at(language: Language, name: &str) -> String {
    format!("/seen/{language}/{name}")
}

/// A site of all pages in all states, with the headers that every answer carries.
async fn site() -> String {
    let pages = |language: &Language| {
        let language = *language;
        every_page(language)
            .into_iter()
            // A page that only leads elsewhere stays to be looked at.
            .map(move |page| {
                (
                    at(language, &page.name),
                    page.html.replace("http-equiv=\"refresh\"", ""),
                )
            })
    };
    let pages: Arc<HashMap<String, String>> =
        Arc::new(Language::offered().iter().flat_map(pages).collect());
    let page = async move |Path((language, name)): Path<(String, String)>| -> Response {
        let found = pages.get(&format!("/seen/{language}/{name}"));
        found.map_or(StatusCode::NOT_FOUND.into_response(), |html| {
            Html(html.clone()).into_response()
        })
    };
    let assets = Arc::new(Assets::embedded());
    let asset = async move |Path(name): Path<String>| assets.serve(&name, true);
    let dressed = async |mut answer: Response| {
        dress(answer.headers_mut(), false);
        answer
    };
    let router: Router = Router::new()
        .route("/seen/{language}/{name}", get(page))
        .route(assets::PATTERN, get(asset))
        .layer(axum::middleware::map_response(dressed));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(axum::serve(listener, router).into_future());
    format!("http://localhost:{port}")
}

/// What is looked at. With time, every state of every page in every language, both ways; else each page once, in another language and
/// another light than the page before it.
fn chosen() -> Vec<(String, Look)> {
    let pages = every_page(Language::English);
    if thorough() {
        let every = |language: &Language| {
            let language = *language;
            pages
                .iter()
                .flat_map(move |page| LOOKS.map(|look| (at(language, &page.name), look)))
        };
        return Language::offered().iter().flat_map(every).collect();
    }
    let languages = Language::offered().iter().cycle();
    pages
        .chunk_by(|one, next| one.page == next.page)
        .zip(languages)
        .enumerate()
        .map(|(place, (states, language))| {
            let state = &states[place / 2 % states.len()];
            (at(*language, &state.name), LOOKS[place / 4 % 2])
        })
        .collect()
}

#[tokio::test]
async fn no_page_keeps_anybody_out() {
    let site = site().await;
    let browser = Browser::open(&site, LOOKS[0]).await;
    let mut wrong = Vec::new();
    for (page, look) in chosen() {
        browser.look(look).await;
        browser.visit(&page).await;
        let said = |what: &str| format!("{page}{}: {what}", if look.dark { " (dark)" } else { "" });
        wrong.extend(browser.violations().await.iter().map(|line| said(line)));
        if browser.scrolls_sideways().await {
            wrong.push(said("is wider than its window"));
        }
        let weight = browser.weight().await;
        if weight > HEAVIEST {
            wrong.push(said(&format!("takes {weight} bytes")));
        }
    }
    // What a script asks of the portal isn't answered here.
    let complaints = browser.complaints().await.into_iter();
    wrong.extend(
        complaints.filter(|said| said.contains("/assets/") || said.contains("Content Security")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The state that shows most of a page while nothing is wrong.
fn fullest(states: &[Rendered]) -> &Rendered {
    let well = |state: &&Rendered| !state.html.contains("class=\"summary\"");
    let fullest = states
        .iter()
        .filter(well)
        .max_by_key(|state| state.html.len());
    fullest.unwrap_or(&states[0])
}

/// With `COUNTERFOIL_PICTURES_TO` set, pictures of every page are put there: in the light, in the dark and on a phone, in the language of
/// `COUNTERFOIL_PICTURES_IN` or in English.
#[tokio::test]
async fn every_page_is_pictured() {
    let Some(directory) = std::env::var_os("COUNTERFOIL_PICTURES_TO") else {
        return;
    };
    let directory = std::path::PathBuf::from(directory);
    let site = site().await;
    let browser = Browser::open(&site, Look::DESK).await;
    let looks = [
        ("light", Look::DESK),
        ("dark", Look::DESK.dark()),
        ("phone", SMALL),
    ];
    let wanted = std::env::var("COUNTERFOIL_PICTURES_IN").ok();
    let language = wanted.map_or(Language::English, |tag| Language::parse(&tag).unwrap());
    let pages = every_page(language);
    for (shade, look) in looks {
        browser.look(look).await;
        for states in pages.chunk_by(|one, next| one.page == next.page) {
            let state = fullest(states);
            browser.visit(&at(language, &state.name)).await;
            let file = format!("{}-{shade}.png", state.page.replace('_', "-"));
            browser.screenshot_whole(&directory.join(file)).await;
        }
    }
}
