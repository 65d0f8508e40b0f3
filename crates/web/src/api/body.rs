//! A request's JSON: an object whose fields are all known, at most 16 KiB of it.

use super::Problem;
use crate::portal::door::Portal;
use crate::shell::Failure;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use counterfoil_service::api::RetryOf;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use zeroize::Zeroizing;

/// The longest `Idempotency-Key`.
const LONGEST_KEY: usize = 255;

/// A body that was read.
pub(super) struct Body<T> {
    /// What it says.
    pub(super) says: T,
    /// By what the request is known when it is sent again.
    pub(super) retry: Option<Retry>,
}

/// The `Idempotency-Key` of a request, and its body as it came.
pub(super) struct Retry {
    key: String,
    body: Bytes,
}

impl Retry {
    /// As the service takes it.
    pub(super) fn of(retry: Option<&Self>) -> Option<RetryOf<'_>> {
        retry.map(|retry| RetryOf {
            key: &retry.key,
            body: &retry.body,
        })
    }
}

/// A code or word as it was typed. Wiped on drop.
#[derive(utoipa::ToSchema)]
#[schema(value_type = String)]
pub(super) struct Typed(pub(super) Zeroizing<String>);

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(Zeroizing::new(text)))
    }
}

impl<T: DeserializeOwned> FromRequest<Portal> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, portal: &Portal) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Failure::NotAForm.into());
        }
        let key = idempotency_key(request.headers())?;
        let body = Bytes::from_request(request, portal)
            .await
            .map_err(|refused| match refused.status() {
                StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge.into(),
                _ => BROKEN,
            })?;
        let says = read(&body)?;
        let retry = key.map(|key| Retry { key, body });
        Ok(Self { says, retry })
    }
}

const BROKEN: Problem = Problem::new(
    StatusCode::BAD_REQUEST,
    "body-invalid",
    "The body is one JSON object.",
);

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut keys = headers.get_all("idempotency-key").iter();
    let Some(key) = keys.next() else {
        return Ok(None);
    };
    let text = key.to_str().unwrap_or_default();
    if keys.next().is_some() || text.is_empty() || text.len() > LONGEST_KEY {
        let refused = Problem::new(
            StatusCode::BAD_REQUEST,
            "idempotency-key-invalid",
            "Send one Idempotency-Key of 1 to 255 visible characters, such as a UUID.",
        );
        return Err(refused.about("Idempotency-Key"));
    }
    Ok(Some(text.to_owned()))
}

/// Reads a body. What is refused is named by its field and never repeated: it may be a code.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    // serde would read an array as well: its items as the fields in their order.
    let mut bytes = body.iter();
    if bytes.find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        return Err(BROKEN);
    }
    let mut from = serde_json::Deserializer::from_slice(body);
    let says = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner();
        if !inner.is_data() {
            return BROKEN;
        }
        let said = inner.to_string();
        if let Some(field) = named(&said, "unknown field `") {
            let hint = "This field is not known. Compare it with the document.";
            return bad_field("field-unknown", hint).about(inside(&path, &field));
        }
        if let Some(field) = named(&said, "missing field `") {
            let hint = "This field is needed.";
            return bad_field("field-missing", hint).about(inside(&path, &field));
        }
        if path == "." {
            return BROKEN;
        }
        bad_field(
            "field-invalid",
            "This field is of another kind, or its value is none of those allowed.",
        )
        .about(path)
    })?;
    from.end().map_err(|_| BROKEN)?;
    Ok(says)
}

const fn bad_field(code: &'static str, hint: &'static str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, code, hint)
}

/// The name after `before`, up to the closing back-tick.
fn named(said: &str, before: &str) -> Option<String> {
    let rest = said.strip_prefix(before)?;
    let name: String = rest.split('`').next()?.chars().take(64).collect();
    Some(name)
}

/// A field of the object at this path.
fn inside(path: &str, field: &str) -> String {
    let parent = path.strip_suffix(field).unwrap_or(path);
    let parent = parent.trim_end_matches('.');
    if parent.is_empty() {
        field.to_owned()
    } else {
        format!("{parent}.{field}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Problem, Typed, read};
    use serde::Deserialize;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[serde(rename = "n")]
        _n: u8,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Asked {
        #[serde(rename = "code")]
        _code: Typed,
        #[serde(rename = "inner")]
        _inner: Option<Inner>,
    }

    fn refused(body: &str) -> (&'static str, Option<String>) {
        let Err(Problem { code, field, .. }) = read::<Asked>(body.as_bytes()) else {
            return ("read", None);
        };
        (code, field.map(|field| field.to_string()))
    }

    #[test]
    fn what_is_refused_is_named_by_its_field() {
        let field = |name: &str| Some(name.to_owned());
        assert_eq!(refused(r#"{"code":"x","inner":{"n":1}}"#), ("read", None));
        for (body, code, name) in [
            (r#"{"code":"x","why":1}"#, "field-unknown", field("why")),
            (
                r#"{"code":"x","inner":{"n":1,"m":2}}"#,
                "field-unknown",
                field("inner.m"),
            ),
            ("{}", "field-missing", field("code")),
            (
                r#"{"code":"x","inner":{}}"#,
                "field-missing",
                field("inner.n"),
            ),
            (r#"{"code":7}"#, "field-invalid", field("code")),
            (
                r#"{"code":"x","inner":{"n":300}}"#,
                "field-invalid",
                field("inner.n"),
            ),
            ("{", "body-invalid", None),
            ("", "body-invalid", None),
            ("[]", "body-invalid", None),
            ("\"x\"", "body-invalid", None),
            (r#"{"code":"x"} {}"#, "body-invalid", None),
        ] {
            assert_eq!(refused(body), (code, name), "{body}");
        }
    }
}
