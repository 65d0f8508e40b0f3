//! A form with a file in it, as browsers send one (`multipart/form-data`, RFC 7578): small, in memory, checked like every form.

use super::{
    Shell,
    browser::Browser,
    csrf::{self, from_our_pages},
    failure::Failure,
};
use axum::body::Bytes;
use axum::extract::{FromRef, FromRequest, Request};
use axum::http::header;
use std::fmt;
use std::sync::Arc;

/// The fields of a form, a file being a field like any other. `Debug` shows names only.
#[derive(Default)]
pub struct Upload {
    fields: Vec<(String, Vec<u8>)>,
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.fields.iter().map(|(name, _)| name))
            .finish()
    }
}

impl Upload {
    /// Reads the parts between the lines that the boundary makes; `None` for anything that is no such body.
    #[must_use]
    pub fn parse(body: &[u8], boundary: &str) -> Option<Self> {
        let between = [b"\r\n--", boundary.as_bytes()].concat();
        // The first line has nothing before it.
        let first = between.get(2..)?;
        let mut rest = body.strip_prefix(first)?;
        let mut fields = Vec::new();
        loop {
            if rest.starts_with(b"--") {
                return Some(Self { fields });
            }
            rest = rest.strip_prefix(b"\r\n")?;
            let end = find(rest, &between)?;
            let (part, after) = rest.split_at_checked(end)?;
            let head = find(part, b"\r\n\r\n")?;
            let name = name(part.get(..head)?)?;
            fields.push((name, part.get(head.checked_add(4)?..)?.to_vec()));
            rest = after.get(between.len()..)?;
        }
    }

    /// A field as text, what is no UTF-8 replaced; empty if it isn't there.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| String::from_utf8_lossy(value).into_owned())
            .unwrap_or_default()
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

/// The name of the field, from the head of its part.
fn name(head: &[u8]) -> Option<String> {
    let head = std::str::from_utf8(head).ok()?;
    let disposition = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim()
            .eq_ignore_ascii_case("content-disposition")
            .then_some(value)
    })?;
    let (_, name) = disposition.split_once("; name=\"")?;
    let (name, _) = name.split_once('"')?;
    Some(name.to_owned())
}

impl<S> FromRequest<S> for Upload
where
    Arc<Shell>: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let shell = Arc::<Shell>::from_ref(state);
        let browser = request
            .extensions()
            .get::<Browser>()
            .cloned()
            .ok_or(Failure::Internal)?;
        if !from_our_pages(request.headers(), shell.public_url.origin()) {
            return Err(Failure::ForeignForm);
        }
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        let boundary = boundary(kind).ok_or(Failure::NotAForm)?.to_owned();
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| Failure::TooLarge)?;
        let form = Self::parse(&body, &boundary).ok_or(Failure::NotAForm)?;
        if shell.csrf.verifies(&form.text(csrf::FIELD), &browser) {
            Ok(form)
        } else {
            Err(Failure::StaleForm)
        }
    }
}

/// What stands between the parts (RFC 2046, section 5.1.1: at most seventy characters).
fn boundary(kind: &str) -> Option<&str> {
    let (kind, parameters) = kind.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters
        .split(';')
        .find_map(|parameter| parameter.trim().strip_prefix("boundary="))?
        .trim_matches('"');
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

#[cfg(test)]
mod tests {
    use super::{Upload, boundary};
    use proptest::prelude::*;

    fn body(fields: &[(&str, &str)]) -> Vec<u8> {
        let mut body = String::new();
        for (name, value) in fields {
            body += "--x9\r\nContent-Disposition: form-data; name=\"";
            body += name;
            body += "\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n";
            body += value;
            body += "\r\n";
        }
        body += "--x9--\r\n";
        body.into_bytes()
    }

    #[test]
    fn fields_come_back_as_they_were_sent() {
        let sent = [
            ("csrf", "abc"),
            ("file", "a,b\r\n\r\nc,--x9\r\n"),
            ("empty", ""),
        ];
        let form = Upload::parse(&body(&sent), "x9").unwrap();
        for (name, value) in sent {
            assert_eq!(form.text(name), value, "{name}");
        }
        assert_eq!(form.text("other"), "");
        assert_eq!(format!("{form:?}"), r#"{"csrf", "file", "empty"}"#);
    }

    #[test]
    fn only_such_a_form_has_a_boundary() {
        assert_eq!(boundary("multipart/form-data; boundary=x9"), Some("x9"));
        assert_eq!(
            boundary("Multipart/Form-Data; charset=utf-8; boundary=\"x 9\""),
            Some("x 9")
        );
        let long = format!("multipart/form-data; boundary={}", "x".repeat(71));
        for other in [
            "text/plain; boundary=x",
            "multipart/form-data",
            long.as_str(),
        ] {
            assert_eq!(boundary(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_body_is_read_without_a_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Upload::parse(&body, "x9");
            let framed = [b"--x9\r\n", body.as_slice()].concat();
            let _ = Upload::parse(&framed, "x9");
        }
    }
}
