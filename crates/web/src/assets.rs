//! What a page loads: one style sheet, fonts, small scripts. Embedded, and served under names that hold a hash of what
//! is inside, so a browser keeps them for good and an upgrade is seen at once. What is text goes out compressed. Pages never do: the
//! length of a compressed page tells something of the secrets in it.

use crate::portal::door::Portal;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write as _;

/// Where they are served.
pub const PATTERN: &str = "/assets/{name}";

/// The route that serves them.
pub fn routes() -> Router<Portal> {
    Router::new().route(PATTERN, get(serve))
}

async fn serve(
    State(portal): State<Portal>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    portal.shell.assets.serve(&name, takes_gzip(&headers))
}

/// Whether whoever asks reads what is compressed with gzip (RFC 9110 §12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut codings = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    codings.any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let refused = weight
            .trim()
            .strip_prefix("q=")
            .is_some_and(|weight| weight.parse().is_ok_and(|weight: f32| weight <= 0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
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
    /// The same compressed, where that makes it smaller.
    gzip: Option<Vec<u8>>,
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
                    gzip: compressed(&bytes),
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

    /// The answer to a request for a served name, compressed for whoever takes that; 404 if there is none.
    #[must_use]
    pub fn serve(&self, name: &str, takes_gzip: bool) -> Response {
        let Some(served) = self.by_served_name.get(name) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let mut headers = HeaderMap::new();
        let mut say = |name, value| headers.insert(name, HeaderValue::from_static(value));
        say(header::CONTENT_TYPE, served.kind);
        say(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
        let Some(gzip) = &served.gzip else {
            return (headers, served.bytes.clone()).into_response();
        };
        say(header::VARY, "accept-encoding");
        if !takes_gzip {
            return (headers, served.bytes.clone()).into_response();
        }
        say(header::CONTENT_ENCODING, "gzip");
        (headers, gzip.clone()).into_response()
    }
}

/// What gzip makes of a file; `None` if that isn't smaller, as with fonts, which are compressed already.
fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    let gzip = encoder.finish().ok()?;
    // A byte or two less isn't worth the opening.
    (gzip.len() < bytes.len() / 10 * 9).then_some(gzip)
}

#[cfg(test)]
mod tests {
    use super::{Assets, SOURCES, takes_gzip};
    use axum::body::to_bytes;
    use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn every_file_is_served_for_good_under_its_hash() {
        let assets = Assets::embedded();
        for source in SOURCES {
            let path = assets.path(source.name);
            let answer = assets.serve(path.rsplit('/').next().unwrap(), true);
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            assert_eq!(answer.headers()[header::CONTENT_TYPE], source.kind);
        }
        let unknown = assets.serve("portal.css", true);
        assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn text_is_compressed_for_whoever_takes_it_and_says_the_same() {
        let assets = Assets::embedded();
        let get = async |name: &str, takes_gzip| {
            let answer = assets.serve(assets.path(name).rsplit('/').next().unwrap(), takes_gzip);
            let coding = answer.headers().get(header::CONTENT_ENCODING).cloned();
            let varies = answer.headers().contains_key(header::VARY);
            let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (coding, varies, bytes)
        };
        for name in ["portal.css", "portal.js", "code-field.js", "mark.svg"] {
            let (plain_coding, plain_varies, plain) = get(name, false).await;
            let (coding, varies, gzip) = get(name, true).await;
            assert_eq!((plain_coding, plain_varies, varies), (None, true, true));
            assert_eq!(coding, Some(HeaderValue::from_static("gzip")), "{name}");
            let mut opened = Vec::new();
            GzDecoder::new(&*gzip).read_to_end(&mut opened).unwrap();
            assert_eq!(opened, plain, "{name}");
        }
        let (coding, varies, _) = get("hyperlegible-bold.woff2", true).await;
        assert_eq!((coding, varies), (None, false));
    }

    #[test]
    fn what_is_compressed_goes_to_whoever_asks_for_it() {
        for (asked, taken) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.8", true),
            ("identity", false),
            ("gzip;q=0", false),
            ("", false),
        ] {
            let value = HeaderValue::from_static(asked);
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)]);
            assert_eq!(takes_gzip(&headers), taken, "{asked}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    /// A page in a language that is read from the right needs no second style sheet. Margins of a phone's screen have no other names.
    #[test]
    fn the_style_sheet_knows_start_and_end_not_left_and_right() {
        let portal = SOURCES.iter().find(|source| source.name == "portal.css");
        let sheet = std::str::from_utf8(portal.unwrap().bytes).unwrap();
        let sheet = sheet.replace("safe-area-inset-left", "");
        let words = sheet.split(|c: char| !c.is_ascii_alphanumeric());
        let physical: Vec<&str> = words
            .filter(|word| ["left", "right"].contains(word))
            .collect();
        assert!(physical.is_empty(), "{physical:?}");
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
