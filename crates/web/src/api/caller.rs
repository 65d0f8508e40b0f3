//! Who calls: an API key as Bearer token (RFC 6750, section 2.1), heard so and so often.

use super::Problem;
use super::problem::Challenge;
use crate::portal::door::Portal;
use crate::shell::{ClientAddr, Failure};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use counterfoil_model::ApiScope;
use counterfoil_model::api_rate::{RateStanding, WINDOW};
use counterfoil_service::Visit;
use counterfoil_service::api::{Caller, CallerRefusal};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::net::IpAddr;
use utoipa::ToSchema;
use zeroize::Zeroizing;

/// The longest name of a device.
const DEVICE_MAX: usize = 100;

const MISSING: Problem = Problem::new(
    StatusCode::UNAUTHORIZED,
    "key-missing",
    "Send an API key as Authorization: Bearer cfk_….",
)
.challenged(Challenge::Missing);
const INVALID: Problem = Problem::new(
    StatusCode::UNAUTHORIZED,
    "key-invalid",
    "This key is none of ours, was revoked or has expired. Ask the operator for another one.",
)
.challenged(Challenge::Invalid);

/// A known caller.
pub(super) struct Called {
    caller: Caller,
    address: IpAddr,
}

impl FromRequestParts<Portal> for Called {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Portal) -> Result<Self, Problem> {
        let caller = parts.extensions.get::<Caller>().cloned();
        let address = parts.extensions.get::<ClientAddr>().map(|at| at.0);
        let known = caller.zip(address);
        let (caller, address) = known.ok_or(Failure::Internal)?;
        Ok(Self { caller, address })
    }
}

impl Called {
    /// The caller, if its key may do this.
    pub(super) fn may(self, scope: ApiScope) -> Result<Self, Problem> {
        if self.caller.may(scope) {
            return Ok(self);
        }
        let refused = Problem::new(
            StatusCode::FORBIDDEN,
            "scope-missing",
            "This key may not do that. Ask the operator for one with the scope that is named.",
        );
        Err(refused
            .challenged(Challenge::Scope(scope.as_str()))
            .with("scope", scope.as_str()))
    }

    /// The caller itself.
    pub(super) fn caller(self) -> Caller {
        self.caller
    }

    /// The caller, and where the person sits for whom it asks: where the app says, or where the app is.
    pub(super) fn visiting(self, from: Option<&From>) -> Result<(Caller, Visit), Problem> {
        let refused = |field| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "field-invalid",
                "address is an IP address; device has at most 100 characters.",
            )
            .about(field)
        };
        let address = match from.and_then(|from| from.address.as_deref()) {
            Some(text) => text.parse().map_err(|_| refused("from.address"))?,
            None => self.address,
        };
        let device = match from.and_then(|from| from.device.as_deref()) {
            Some(text) if text.chars().count() > DEVICE_MAX || text.contains(char::is_control) => {
                return Err(refused("from.device"));
            }
            Some(text) => text,
            None => self.caller.app(),
        };
        let visit = Visit::new(self.caller.key().as_bytes(), address, device);
        Ok((self.caller, visit))
    }
}

/// Where the person sits for whom the app asks. Wrong codes are counted for each account and network, so an app that says this
/// keeps a stranger's guesses from making its owners wait.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
#[schema(as = Place)]
pub(super) struct From {
    /// The person's IP address; the app's own unless it is said.
    #[schema(example = "198.51.100.7")]
    address: Option<String>,
    /// The person's device, in words that they recognise; the app's id unless it is said.
    #[schema(example = "Firefox on Linux")]
    device: Option<String>,
}

/// Left to itself, serde would read an array as well: its items as the fields in their order.
impl<'de> Deserialize<'de> for From {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(AnObject)
    }
}

struct AnObject;

impl<'de> Visitor<'de> for AnObject {
    type Value = From;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<From, A::Error> {
        From::deserialize(MapAccessDeserializer::new(map))
    }
}

/// Lets through whoever has a key that works and didn't ask too often; says on every answer how often that is
/// (draft-ietf-httpapi-ratelimit-headers-10).
pub(super) async fn known(
    State(portal): State<Portal>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(key) = bearer(request.headers()) else {
        return MISSING.into_response();
    };
    let (caller, standing) = match portal.app.api_caller(&key).await {
        Ok(known) => known,
        Err(CallerRefusal::Unknown) => return INVALID.into_response(),
        Err(CallerRefusal::Internal(fault)) => return Problem::from(fault).into_response(),
    };
    tracing::info!(app = caller.app(), key = %caller.key(), "called");
    let mut response = if standing.heard {
        request.extensions_mut().insert(caller);
        next.run(request).await
    } else {
        let seconds = standing.reset_in.as_seconds_up().max(1);
        Problem::from(Failure::TooMany(seconds)).into_response()
    };
    say(response.headers_mut(), standing);
    response
}

fn say(headers: &mut HeaderMap, standing: RateStanding) {
    let RateStanding {
        limit,
        left,
        reset_in,
        ..
    } = standing;
    let (window, reset) = (WINDOW.as_seconds_up(), reset_in.as_seconds_up());
    for (name, value) in [
        ("ratelimit-policy", format!("\"key\";q={limit};w={window}")),
        ("ratelimit", format!("\"key\";r={left};t={reset}")),
    ] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
}

/// The token of `Authorization: Bearer …`, the one way we take it: never in a body or a query (RFC 6750, section 5.3).
pub(super) fn bearer(headers: &HeaderMap) -> Option<Zeroizing<String>> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| Zeroizing::new(token.trim().to_owned()))
}
