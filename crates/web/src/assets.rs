//! What a page loads: one style sheet, fonts, small scripts. Embedded, and served under names that hold a hash of what
//! is inside, so a browser keeps them for good and an upgrade is seen at once.

use crate::portal::door::Portal;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Where they are served.
pub const PATTERN: &str = "/assets/{name}";

/// The route that serves them.
pub fn routes() -> Router<Portal> {
    Router::new().route(PATTERN, get(serve))
}

async fn serve(State(portal): State<Portal>, Path(name): Path<String>) -> Response {
    portal.shell.assets.serve(&name)
}

/// One file, as the sources have it.
struct Source {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

macro_rules! sources {
    ($($name:literal: $kind:literal),+ $(,)?) => {
        &[$(Source { name: $name, kind: $kind, bytes: include_bytes!(concat!("../assets/", $name)) }),+]
    };
}

/// In an order in which a file comes after those it names.
const SOURCES: &[Source] = sources![
    "hyperlegible-regular.woff2": "font/woff2",
    "hyperlegible-bold.woff2": "font/woff2",
    "hyperlegible-mono.woff2": "font/woff2",
    "mark.svg": "image/svg+xml",
    "code-field.js": "text/javascript; charset=utf-8",
    "password-field.js": "text/javascript; charset=utf-8",
    "passkey.js": "text/javascript; charset=utf-8",
    "portal.js": "text/javascript; charset=utf-8",
    "portal.css": "text/css; charset=utf-8",
];

/// A file, ready to be served.
#[derive(Debug)]
struct Served {
    kind: &'static str,
    bytes: Vec<u8>,
}

/// All of them, by the name they are served under.
#[derive(Debug)]
pub struct Assets {
    by_served_name: HashMap<String, Served>,
    served_names: HashMap<&'static str, String>,
}

impl Default for Assets {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Assets {
    /// The embedded files, named by their hashes.
    #[must_use]
    pub fn embedded() -> Self {
        let mut assets = Self {
            by_served_name: HashMap::new(),
            served_names: HashMap::new(),
        };
        for source in SOURCES {
            let bytes = assets.with_served_names(source);
            let digest = Sha256::digest(&bytes);
            let hash = data_encoding::HEXLOWER.encode(digest.get(..8).unwrap_or_default());
            let (stem, ending) = source.name.rsplit_once('.').unwrap_or((source.name, ""));
            let served = format!("{stem}.{hash}.{ending}");
            assets.served_names.insert(source.name, served.clone());
            assets.by_served_name.insert(
                served,
                Served {
                    kind: source.kind,
                    bytes,
                },
            );
        }
        assets
    }

    /// Text files name other files by their plain names; these become the served ones.
    fn with_served_names(&self, source: &Source) -> Vec<u8> {
        let Some(text) = source
            .kind
            .starts_with("text/")
            .then(|| std::str::from_utf8(source.bytes).ok())
            .flatten()
        else {
            return source.bytes.to_vec();
        };
        self.served_names
            .iter()
            .fold(text.to_owned(), |text, (plain, served)| {
                text.replace(plain, served)
            })
            .into_bytes()
    }

    /// The path of a file by its plain name.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        debug_assert!(
            self.served_names.contains_key(name),
            "no asset is called {name}"
        );
        format!(
            "/assets/{}",
            self.served_names.get(name).map_or(name, String::as_str)
        )
    }

    /// The answer to a request for a served name; 404 if there is none.
    #[must_use]
    pub fn serve(&self, name: &str) -> Response {
        let Some(served) = self.by_served_name.get(name) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        (
            [
                (header::CONTENT_TYPE, HeaderValue::from_static(served.kind)),
                (
                    header::CACHE_CONTROL,
                    HeaderValue::from_static("public, max-age=31536000, immutable"),
                ),
            ],
            served.bytes.clone(),
        )
            .into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::{Assets, SOURCES};
    use axum::http::{StatusCode, header};

    #[test]
    fn every_file_is_served_for_good_under_its_hash() {
        let assets = Assets::embedded();
        for source in SOURCES {
            let path = assets.path(source.name);
            let answer = assets.serve(path.rsplit('/').next().unwrap());
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            assert_eq!(answer.headers()[header::CONTENT_TYPE], source.kind);
        }
        assert_eq!(assets.serve("portal.css").status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn what_a_file_names_is_served() {
        let assets = Assets::embedded();
        let name = assets
            .path("portal.css")
            .rsplit('/')
            .next()
            .unwrap()
            .to_owned();
        let sheet = String::from_utf8(assets.by_served_name[&name].bytes.clone()).unwrap();
        let fonts: Vec<&str> = sheet
            .split("url(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(fonts.len(), 3);
        for font in fonts {
            assert!(assets.by_served_name.contains_key(font), "{font}");
        }
    }
}
