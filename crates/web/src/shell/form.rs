//! What was typed into a form of ours: checked to come from our own page before anything looks at it.

use super::{
    Shell,
    browser::Browser,
    csrf::{self, from_our_pages},
    failure::Failure,
};
use axum::body::Bytes;
use axum::extract::{FromRef, FromRequest, Request};
use axum::http::{HeaderMap, header};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The fields of a form, in the order they came. Wiped on drop; `Debug` shows names only.
#[derive(Default)]
pub struct Form {
    fields: Vec<(String, Zeroizing<String>)>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.fields.iter().map(|(name, _)| name))
            .finish()
    }
}

impl Form {
    /// Reads `application/x-www-form-urlencoded` (URL Standard, §5.1). Every input is some form.
    #[must_use]
    pub fn parse(body: &[u8]) -> Self {
        let fields = url::form_urlencoded::parse(body)
            .map(|(name, value)| (name.into_owned(), Zeroizing::new(value.into_owned())))
            .collect();
        Self { fields }
    }

    /// A field as it was typed; empty if it isn't there. The first counts when a name comes twice.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// A field without the white space around it: addresses, names, digits.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A password or a code: a copy that wipes itself, exactly as typed.
    #[must_use]
    pub fn secret(&self, name: &str) -> Zeroizing<String> {
        Zeroizing::new(self.raw(name).to_owned())
    }

    /// Whether a box was ticked, or a button of this name pressed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }
}

impl<S> FromRequest<S> for Form
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
        if !is_form(request.headers()) {
            return Err(Failure::NotAForm);
        }
        // The only way for this to fail is a body over the limit, or a client that hung up.
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| Failure::TooLarge)?;
        let form = Self::parse(&body);
        if shell.csrf.verifies(form.raw(csrf::FIELD), &browser) {
            Ok(form)
        } else {
            Err(Failure::StaleForm)
        }
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| {
        kind.trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    })
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn keeps_what_was_typed() {
        let form = Form::parse(
            b"address=+alice%40example.org+&password=+two++spaces+&full=on&address=second",
        );
        assert_eq!(form.text("address"), "alice@example.org");
        assert_eq!(form.secret("password").as_str(), " two  spaces ");
        assert!(form.has("full"));
        assert!(!form.has("letter"));
        assert_eq!(form.text("letter"), "");
    }

    #[test]
    fn never_shows_what_was_typed() {
        let shown = format!("{:?}", Form::parse(b"password=sesame"));
        assert_eq!(shown, "{\"password\"}");
    }

    #[test]
    fn odd_bytes_are_some_form() {
        for odd in [&b"%"[..], b"%zz=%f", b"&&==&=", b"\xff\xfe=\x00"] {
            let _ = Form::parse(odd).text("x");
        }
    }
}
