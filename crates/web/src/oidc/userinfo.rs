//! Who somebody is, for an app that holds an access token (OpenID Connect Core, section 5.3; RFC 6750).

use super::answer::{fault, json_answer};
use super::client_form::fields;
use super::endpoint::Endpoint;
use crate::portal::door::Portal;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use counterfoil_oidc::ErrorCode;
use counterfoil_service::openid::UserInfoRefusal;
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// `/oauth/userinfo`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::UserInfo.path(), get(show).post(show))
}

/// The token of an `Authorization: Bearer` header (RFC 6750, section 2.1).
fn bearer(headers: &HeaderMap) -> Option<Zeroizing<String>> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (scheme, token) = values.next()?.to_str().ok()?.split_once(' ')?;
    let alone = values.next().is_none() && scheme.eq_ignore_ascii_case("bearer");
    alone.then(|| Zeroizing::new(token.trim().to_owned()))
}

async fn show(State(portal): State<Portal>, request: Request) -> Response {
    let mut token = bearer(request.headers());
    // In a form as well (section 2.2), and never in the address.
    if token.is_none() && *request.method() == Method::POST {
        match fields(request, &portal).await {
            Ok(fields) => {
                let field = fields.one("access_token").ok().flatten();
                token = field.map(|token| Zeroizing::new(token.to_owned()));
            }
            Err(refused) => return refused,
        }
    }
    let Some(token) = token else {
        return refused(StatusCode::UNAUTHORIZED, None);
    };
    match portal.app.userinfo(&token).await {
        Ok(claims) => json_answer(StatusCode::OK, &Value::Object(claims)),
        Err(UserInfoRefusal::Dead) => {
            refused(StatusCode::UNAUTHORIZED, Some(ErrorCode::InvalidToken))
        }
        Err(UserInfoRefusal::Scope) => {
            refused(StatusCode::FORBIDDEN, Some(ErrorCode::InsufficientScope))
        }
        Err(UserInfoRefusal::Internal(cause)) => fault(&cause),
    }
}

/// The answer says in a header what is wrong (RFC 6750, section 3), and nothing where no token came.
fn refused(status: StatusCode, error: Option<ErrorCode>) -> Response {
    let body = error.map_or_else(|| json!({}), |code| json!({ "error": code.as_str() }));
    let mut response = json_answer(status, &body);
    let ask = match error {
        None => HeaderValue::from_static("Bearer realm=\"Counterfoil\""),
        Some(ErrorCode::InsufficientScope) => HeaderValue::from_static(
            "Bearer realm=\"Counterfoil\", error=\"insufficient_scope\", scope=\"openid\"",
        ),
        Some(_) => {
            HeaderValue::from_static("Bearer realm=\"Counterfoil\", error=\"invalid_token\"")
        }
    };
    response.headers_mut().insert(header::WWW_AUTHENTICATE, ask);
    response
}
