//! The public advisories as an Atom feed (RFC 4287), for readers and for other programs.

use crate::portal::Words;
use crate::portal::door::Portal;
use crate::portal::visitor::Visitor;
use crate::routes::{ItemRoute, Route};
use crate::shell::Failure;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use counterfoil_model::Timestamp;
use counterfoil_prose::{Dress, Prose};
use counterfoil_service::advisory::Advisory;
use std::fmt::Write;

/// The feed's address.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::AdvisoriesFeed.path(), get(feed))
}

async fn feed(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let advisories = portal.app.public_advisories().await?;
    let shell = &portal.shell;
    let xml = atom(
        &visitor.words,
        &shell.service_name,
        shell.public_url.origin(),
        &advisories,
        portal.app.now(),
    );
    let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    Ok((kind, xml).into_response())
}

/// The document. An entry's id never changes, whatever we are called one day.
fn atom(
    words: &Words,
    service: &str,
    origin: &str,
    advisories: &[Advisory],
    now: Timestamp,
) -> String {
    let address = |path: &str| escaped(&format!("{origin}{path}"));
    let newest = advisories
        .iter()
        .map(|advisory| advisory.changed_at.max(advisory.run.from))
        .max();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n\
         <author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        words.language().tag(),
        escaped(&words.one("advisories-feed-title", "service", service)),
        address(Route::AdvisoriesFeed.path()),
        moment(newest.unwrap_or(now)),
        escaped(service),
        address(Route::AdvisoriesFeed.path()),
        address(Route::Advisories.path()),
    );
    for advisory in advisories {
        entry(&mut xml, words, &address, advisory);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(xml: &mut String, words: &Words, address: &dyn Fn(&str) -> String, advisory: &Advisory) {
    let title = &advisory.title;
    let (title, content) = match (advisory.run.withdrawn_at, advisory.corrected_at) {
        (Some(at), _) => {
            let why = advisory.why.as_deref().unwrap_or_default();
            let day = words.date(at.as_micros());
            let said = words.two("advisory-withdrawn", "day", day, "why", why);
            let title = words.one("advisory-title-withdrawn", "title", title);
            (title, format!("<p>{}</p>", escaped(&said)))
        }
        (None, Some(_)) => (
            words.one("advisory-title-corrected", "title", title),
            html(advisory),
        ),
        (None, None) => (title.clone(), html(advisory)),
    };
    let _ = write!(
        xml,
        "<entry>\n<title>{}</title>\n<id>urn:uuid:{}</id>\n<published>{}</published>\n<updated>{}</updated>\n\
         <category term=\"{}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <content type=\"html\">{}</content>\n</entry>\n",
        escaped(&title),
        uuid(advisory.id.as_bytes()),
        moment(advisory.run.from),
        moment(advisory.changed_at.max(advisory.run.from)),
        advisory.severity.as_str(),
        address(&ItemRoute::Advisory.of(advisory.id)),
        escaped(&content),
    );
}

fn html(advisory: &Advisory) -> String {
    Prose::read(&advisory.body).map_or_else(|_| String::new(), |prose| prose.html(&Dress::BARE))
}

/// RFC 3339, in UTC.
fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_string()
}

/// RFC 9562's way of writing sixteen bytes; as version 8, which says nothing of how they were made.
fn uuid(bytes: &[u8; 16]) -> String {
    let mut marked = *bytes;
    if let Some(version) = marked.get_mut(6) {
        *version = (*version & 0x0f) | 0x80;
    }
    if let Some(variant) = marked.get_mut(8) {
        *variant = (*variant & 0x3f) | 0x80;
    }
    let hex = data_encoding::HEXLOWER.encode(&marked);
    let cut = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    [cut(0, 8), cut(8, 12), cut(12, 16), cut(16, 20), cut(20, 32)].join("-")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn an_id_is_a_uuid_of_version_8() {
        assert_eq!(uuid(&[0xff; 16]), "ffffffff-ffff-8fff-bfff-ffffffffffff");
        assert_eq!(uuid(&[0; 16]), "00000000-0000-8000-8000-000000000000");
    }
}
