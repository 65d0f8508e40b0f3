//! Counts requests by the pattern of their route, never by their path: a one-time link stands in it.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::middleware::{Next, from_fn};

use super::Metrics;

/// The same routes, each request counted at this door.
pub(crate) fn counted(routes: Router, door: &'static str, metrics: &Arc<Metrics>) -> Router {
    let metrics = Arc::clone(metrics);
    routes.layer(from_fn(move |request: Request, next: Next| {
        let metrics = Arc::clone(&metrics);
        async move {
            let began = Instant::now();
            let route = request
                .extensions()
                .get::<MatchedPath>()
                .map_or_else(|| "(none)".to_owned(), |path| path.as_str().to_owned());
            let method = name(request.method());
            let response = next.run(request).await;
            metrics.request(door, method, route, response.status(), began.elapsed());
            response
        }
    }))
}

/// A client may make methods up: they are one.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
