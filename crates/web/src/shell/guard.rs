//! What happens around every request, from outside in: a request id and a log line, headers, a net under panics, where the
//! client is, whether it meant us, which browser it is, a time limit, and a page for every failure.

use super::{Shell, browser::Browser, client::ClientAddr, cookie, failure::Failure, headers};
use crate::api;
use crate::portal::page::error::ErrorPage;
use crate::portal::{Frame, Words};
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use counterfoil_lang::Language;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Instrument;

/// The longest form: more than any of ours, in bytes.
pub const LONGEST_FORM: usize = 16 * 1024;

/// How long a request may take before the client is told to come back.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long a browser's cookie lasts, in seconds: the 400 days that browsers allow at most.
const BROWSER_SECONDS: u64 = 400 * 24 * 60 * 60;

/// The id of a request, in its answer, its log lines and on an error page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

/// Puts the shell around the doors' routes.
pub fn guarded<S: Clone + Send + Sync + 'static>(
    routes: Router<S>,
    shell: &Arc<Shell>,
) -> Router<S> {
    routes
        .fallback(|| async { Failure::NotFound })
        .method_not_allowed_fallback(|| async { Failure::MethodNotAllowed })
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .layer(CatchPanicLayer::custom(
            |_: Box<dyn std::any::Any + Send>| Failure::Internal.into_response(),
        ))
        .layer(from_fn_with_state(Arc::clone(shell), around))
}

async fn around(State(shell): State<Arc<Shell>>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = RequestId(data_encoding::HEXLOWER.encode((shell.draw)().get(..8).unwrap_or_default()));
    // By pattern, never by path: a one-time link's token is in its path.
    let pattern = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(none)", MatchedPath::as_str)
        .to_owned();
    let span =
        tracing::info_span!("request", id = %id.0, method = %request.method(), route = %pattern);
    request.extensions_mut().insert(id.clone());
    let mut response = async {
        let response = admitted(&shell, request, next, &id).await;
        let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(status = response.status().as_u16(), took, "answered");
        response
    }
    .instrument(span)
    .await;
    headers::dress(response.headers_mut(), shell.public_url.is_https());
    if let Ok(id) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

async fn admitted(
    shell: &Arc<Shell>,
    mut request: Request,
    next: Next,
    id: &RequestId,
) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    let client = shell.trusted_proxies.client(
        peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        request.headers(),
    );
    request.extensions_mut().insert::<ClientAddr>(client);
    let (browser, known) = Browser::of(request.uri(), request.headers(), || shell.new_browser());
    let language = language(shell, &browser, &request);
    request.extensions_mut().insert(browser.clone());
    let head = request.method() == Method::HEAD;
    let by_program = api::is_asked_at(request.uri().path());

    let response = if shell.public_url.is_meant(request.uri(), request.headers()) {
        match tokio::time::timeout(PATIENCE, next.run(request)).await {
            Ok(response) => response,
            Err(_) => Failure::Busy(30).into_response(),
        }
    } else {
        Failure::WrongHost.into_response()
    };
    let mut response = match response.extensions().get::<Failure>().copied() {
        Some(failure) if by_program => api::failed(failure, response.headers()),
        Some(failure) if !head => failure_page(shell, language, failure, id, &browser, response),
        _ => response,
    };
    let cacheable = response.headers().contains_key(header::CACHE_CONTROL);
    if !known && !cacheable && !by_program {
        let line = cookie::set(
            cookie::BROWSER,
            &browser.id.cookie_value(),
            Some(BROWSER_SECONDS),
        );
        if let Ok(line) = HeaderValue::from_str(&line) {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
    }
    response
}

/// Which language an error page speaks: what was chosen in the browser, else what it asks for.
fn language(shell: &Shell, browser: &Browser, request: &Request) -> Language {
    let asked = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    Language::wanted(browser.language.map(Language::tag), asked).unwrap_or(shell.language)
}

fn failure_page(
    shell: &Arc<Shell>,
    language: Language,
    failure: Failure,
    id: &RequestId,
    browser: &Browser,
    bare: Response,
) -> Response {
    let words = Words::new(
        Arc::clone(&shell.sentences),
        language,
        shell.time_zone.clone(),
    );
    let frame = Frame::new(words, shell, browser);
    let page = ErrorPage {
        frame,
        failure,
        request_id: id.0.clone(),
    };
    let (mut parts, _) = bare.into_parts();
    parts.headers.remove(header::CONTENT_TYPE);
    parts.headers.remove(header::CONTENT_LENGTH);
    let mut response = crate::portal::answer(&page);
    *response.status_mut() = parts.status;
    response.headers_mut().extend(
        parts
            .headers
            .drain()
            .filter_map(|(name, value)| Some((name?, value))),
    );
    response
}
