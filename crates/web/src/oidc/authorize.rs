//! Somebody comes from an app to sign in, and goes back with a code (RFC 6749, section 4.1.1).

use super::answer::see;
use super::endpoint::Endpoint;
use crate::place::Place;
use crate::portal::answer as page;
use crate::portal::door::{Portal, go, go_to};
use crate::portal::page::message::{Message, Topic};
use crate::portal::visitor::{SignedIn, Visitor};
use crate::routes::Route;
use crate::shell::{Failure, detached};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use counterfoil_oidc::{
    AuthorizationRequest, AuthorizeRefusal, Client, ErrorCode, OAuthError, Parameters, Prompt,
    with_code, with_error,
};
use counterfoil_service::openid::{AuthorizeFailure, KeptRequest};
use std::sync::Arc;

/// `/oauth/authorize`
pub(super) fn routes() -> Router<Portal> {
    Router::new().route(Endpoint::Authorize.path(), get(show).post(post))
}

/// The parameter under which a kept request comes back after a sign-in.
pub(super) const KEPT: &str = "kept";

/// By POST as well (OpenID Connect Core, section 3.1.2.1): from another site it brings none of our cookies, so the same
/// request is made by GET.
async fn post(body: Bytes) -> Response {
    let fields = url::form_urlencoded::parse(&body);
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    see(&format!("{}?{query}", Endpoint::Authorize))
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    let parameters = Parameters::read(query.as_bytes());
    let kept = match parameters.one(KEPT) {
        Ok(None) => KeptRequest {
            query,
            asked_at: portal.app.now(),
        },
        Ok(Some(sealed)) => match portal.app.kept_request(&visitor.visit, sealed) {
            Some(kept) => kept,
            None => return Ok(refused(&portal, &visitor, Topic::AppTooLate)),
        },
        Err(_) => return Ok(refused(&portal, &visitor, Topic::AppUnknown)),
    };
    let parameters = Parameters::read(kept.query.as_bytes());
    let client = match AuthorizationRequest::client_id(&parameters) {
        Ok(id) => portal.app.client(id).await?,
        Err(_) => None,
    };
    let Some(client) = client else {
        return Ok(refused(&portal, &visitor, Topic::AppUnknown));
    };
    match AuthorizationRequest::read(&parameters, &client) {
        Ok(request) => judge(&portal, visitor, signed_in, client, request, &kept).await,
        Err(AuthorizeRefusal::Page(_)) => Ok(refused(&portal, &visitor, Topic::AppUnknown)),
        Err(AuthorizeRefusal::Redirect {
            redirect_uri,
            state,
            error,
        }) => {
            let issuer = portal.app.issuer();
            Ok(see(&with_error(
                &redirect_uri,
                error,
                state.as_deref(),
                issuer,
            )))
        }
    }
}

async fn judge(
    portal: &Portal,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    client: Client,
    request: AuthorizationRequest,
    kept: &KeptRequest,
) -> Result<Response, Failure> {
    let back = |code, description| {
        let error = OAuthError::new(code, description);
        see(&with_error(
            &request.redirect_uri,
            error,
            request.state.as_deref(),
            portal.app.issuer(),
        ))
    };
    let anew = signed_in.is_some();
    let signed_in = signed_in.filter(|signed_in| {
        let session = &signed_in.session;
        portal
            .app
            .is_recent_enough(session, &request, kept.asked_at)
    });
    let Some(signed_in) = signed_in else {
        if request.prompt == Prompt::None {
            return Ok(back(ErrorCode::LoginRequired, "somebody has to sign in"));
        }
        let Some(sealed) = portal.app.keep_request(&visitor.visit, kept)? else {
            return Ok(back(ErrorCode::InvalidRequest, "the request is too long"));
        };
        let place = if anew {
            Place::AppAnew(sealed)
        } else {
            Place::App(sealed)
        };
        // Not as an app's answer: a browser that is new here gets its cookie on the way, and the request is sealed for it.
        return Ok(go_to(&place.after_sign_in()));
    };
    let (app, session, visit) = signed_in.acting(portal);
    let (asking, asked) = (Arc::new(client), request.clone());
    let made = detached(async move { app.authorize_app(&session, &visit, &asking, &asked).await });
    match made.await? {
        Ok(code) => {
            let (state, issuer) = (request.state.as_deref(), portal.app.issuer());
            let code = code.text();
            Ok(see(&with_code(&request.redirect_uri, &code, state, issuer)))
        }
        Err(AuthorizeFailure::Ended | AuthorizeFailure::NotAdmitted)
            if request.prompt == Prompt::None =>
        {
            Ok(back(
                ErrorCode::InteractionRequired,
                "the owner has to look after the account",
            ))
        }
        // The portal says what is the matter, and what to do.
        Err(AuthorizeFailure::Ended | AuthorizeFailure::NotAdmitted) => Ok(go(Route::Home)),
        Err(AuthorizeFailure::Internal(fault)) => Err(fault.into()),
    }
}

fn refused(portal: &Portal, visitor: &Visitor, topic: Topic) -> Response {
    let mut response = page(&Message::about(visitor.frame(portal), topic));
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response
}
