//! Where it is asked: in full on a listener of its own, in one word at the public door.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use super::Readiness;
use crate::command::Failure;

const HEALTH: &str = counterfoil_web::portal::HEALTH;
const READY: &str = "/readyz";
const METRICS: &str = "/metrics";

/// Prometheus' text format, in its `OpenMetrics` form.
const TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What everybody may ask: whether this node wants requests. Which part is missing is nobody's business there.
pub(crate) fn public_routes(readiness: &Arc<Readiness>) -> Router {
    Router::new()
        .route(READY, get(ready_in_a_word))
        .with_state(Arc::clone(readiness))
}

/// The listener for whoever watches.
pub(crate) struct MetricsDoor {
    listener: TcpListener,
}

impl MetricsDoor {
    /// Takes the address; `None` when the configuration has none.
    pub(crate) async fn bind(address: Option<SocketAddr>) -> Result<Option<Self>, Failure> {
        let Some(address) = address else {
            return Ok(None);
        };
        let listener = TcpListener::bind(address)
            .await
            .map_err(|error| format!("metrics.listen {address}: {error}"))?;
        Ok(Some(Self { listener }))
    }

    /// Answers for as long as the process lives: whoever watches wants to hear of the end as well.
    pub(crate) async fn serve(self, readiness: Arc<Readiness>) {
        let routes = Router::new()
            .route(
                HEALTH,
                get(|| async { plain(StatusCode::OK, "ok\n".into()) }),
            )
            .route(READY, get(ready_by_part))
            .route(METRICS, get(metrics))
            .with_state(readiness);
        if let Err(error) = axum::serve(self.listener, routes).await {
            tracing::error!(%error, "metrics are not served any more");
        }
    }
}

async fn ready_in_a_word(State(readiness): State<Arc<Readiness>>) -> Response {
    let parts = readiness.parts().await;
    if parts.iter().all(|part| part.problem.is_none()) {
        plain(StatusCode::OK, "ready\n".into())
    } else {
        plain(StatusCode::SERVICE_UNAVAILABLE, "not ready\n".into())
    }
}

/// One line a part: its name, a tab, "ok" or what is wrong.
async fn ready_by_part(State(readiness): State<Arc<Readiness>>) -> Response {
    let mut status = StatusCode::OK;
    let mut text = String::new();
    for part in readiness.parts().await {
        if part.problem.is_some() {
            status = StatusCode::SERVICE_UNAVAILABLE;
        }
        text += part.name;
        text += "\t";
        text += part.problem.unwrap_or("ok");
        text += "\n";
    }
    plain(status, text)
}

async fn metrics(State(readiness): State<Arc<Readiness>>) -> Response {
    match readiness.metrics.text(&readiness).await {
        Ok(text) => (
            [
                (header::CONTENT_TYPE, TEXT),
                (header::CACHE_CONTROL, "no-store"),
            ],
            text,
        )
            .into_response(),
        Err(error) => {
            tracing::error!(%error, "the metrics can't be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn plain(status: StatusCode, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, text).into_response()
}
