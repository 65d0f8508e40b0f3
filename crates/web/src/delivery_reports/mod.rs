//! What e-mail providers tell us afterwards: that a mail arrived, waits, came back, or was called spam.
//!
//! One door for all of them: each is known by a signature or a secret, and the operator says which. Whoever is not known hears
//! 401 and nothing else, whether there is a provider of that name or not.

mod events;
mod signature;

pub use events::{Events, Kind, Means, Reported};
pub use signature::{BadSignedText, Encoding, Signature, SignedText};

use crate::portal::door::Portal;
use crate::shell::{ClientAddr, Secret, detached};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use counterfoil_model::Network;
use counterfoil_model::api_rate::PER_MINUTE;
use counterfoil_service::returns::ReportedMail;
use counterfoil_service::{App, Fault, Rates};
use secrecy::SecretString;
use std::fmt;
use std::sync::Arc;

/// What every address of these begins with; the provider's name follows.
pub const PREFIX: &str = "/delivery-reports";

/// Some providers put a thousand events into one request.
const LONGEST: usize = 1024 * 1024;

/// A provider that tells us.
#[derive(Debug)]
pub struct Provider {
    /// The last part of its address here, and the transport whose mails it speaks of.
    pub name: String,
    /// How it is known.
    pub known_by: KnownBy,
    /// How it speaks.
    pub events: Events,
}

/// How a provider is known.
pub enum KnownBy {
    /// It signs what it sends.
    Signature(Signature),
    /// It shows a secret: in this header, in lower case, or in `Authorization` as a Bearer token or the password of Basic.
    Secret {
        /// The secret.
        secret: SecretString,
        /// The header that has it and nothing else.
        header: Option<String>,
    },
}

/// Without what is secret.
impl fmt::Debug for KnownBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signature(signature) => signature.fmt(f),
            Self::Secret { header, .. } => write!(f, "Secret({header:?})"),
        }
    }
}

#[derive(Clone)]
struct Door {
    app: Arc<App>,
    /// Each with what its secret is compared with, if it has one.
    providers: Arc<[(Arc<Provider>, Option<Secret>)]>,
    rates: Arc<Rates<Network>>,
}

/// The addresses of the portal's providers; none when there is none.
pub(crate) fn routes(portal: &Portal) -> Router<Portal> {
    if portal.providers.is_empty() {
        return Router::new();
    }
    let providers = portal.providers.iter().map(|provider| {
        let secret = match &provider.known_by {
            KnownBy::Signature(_) => None,
            KnownBy::Secret { secret, .. } => Some(Secret::new(secret, portal.app.draw_bytes())),
        };
        (Arc::clone(provider), secret)
    });
    let door = Door {
        providers: providers.collect(),
        app: Arc::clone(&portal.app),
        rates: Arc::default(),
    };
    Router::new()
        .route(&format!("{PREFIX}/{{name}}"), post(take))
        .layer(DefaultBodyLimit::max(LONGEST))
        .with_state(door)
}

/// A report of whoever may report, taken; everybody else gets the same nothing.
async fn take(
    State(door): State<Door>,
    Path(name): Path<String>,
    Extension(client): Extension<ClientAddr>,
    request: Request,
) -> Response {
    // Before the body is read: it may be long, and its signature takes a while.
    let network = Network::of(client.0);
    let standing = door.rates.count(network, PER_MINUTE, door.app.now());
    if !standing.heard {
        let seconds = standing.reset_in.as_micros() / 1_000_000 + 1;
        let later = [(header::RETRY_AFTER, seconds.to_string())];
        return answered((StatusCode::TOO_MANY_REQUESTS, later));
    }
    let found = door.providers.iter();
    let mut found = found.filter(|(provider, _)| provider.name == name);
    let Some((provider, secret)) = found.next() else {
        return stranger();
    };
    let headers = request.headers().clone();
    let body = match Bytes::from_request(request, &()).await {
        Ok(body) => body,
        Err(refused) => return answered(refused),
    };
    if !is_known(provider, secret.as_ref(), &headers, &body, &door.app) {
        tracing::warn!(provider = %provider.name, "somebody reported deliveries who is not known as agreed");
        return stranger();
    }
    let (app, provider) = (Arc::clone(&door.app), Arc::clone(provider));
    match detached(async move { write_down(&app, &provider, &body).await }).await {
        Ok(Ok(())) => answered(StatusCode::NO_CONTENT),
        Ok(Err(error)) => {
            tracing::error!(%error, "a report of deliveries can't be written down");
            // The provider comes again; what was written down stays.
            let later = [(header::RETRY_AFTER, "60")];
            answered((StatusCode::SERVICE_UNAVAILABLE, later))
        }
        Err(failure) => failure.into_response(),
    }
}

fn is_known(
    provider: &Provider,
    secret: Option<&Secret>,
    headers: &HeaderMap,
    body: &[u8],
    app: &App,
) -> bool {
    match (&provider.known_by, secret) {
        (KnownBy::Signature(signature), _) => signature.verifies(headers, body, app.now()),
        (KnownBy::Secret { header: None, .. }, Some(secret)) => secret.knows(headers),
        (
            KnownBy::Secret {
                header: Some(name), ..
            },
            Some(secret),
        ) => headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|shown| secret.is(shown)),
        (KnownBy::Secret { .. }, None) => false,
    }
}

async fn write_down(app: &App, provider: &Provider, body: &[u8]) -> Result<(), Fault> {
    let Some(events) = provider.events.read(body) else {
        // It won't become readable by being sent again.
        tracing::warn!(provider = %provider.name, "a report of deliveries can't be read");
        return Ok(());
    };
    for event in events {
        let mail = ReportedMail {
            transport: &provider.name,
            notice: event.notice,
            reference: event.reference.as_deref(),
        };
        app.mail_reported(mail, event.report).await?;
    }
    Ok(())
}

/// Amazon's SNS sends its password only after it was asked for one.
fn stranger() -> Response {
    let challenge = [(header::WWW_AUTHENTICATE, "Basic realm=\"delivery reports\"")];
    answered((StatusCode::UNAUTHORIZED, challenge))
}

/// For a program: nothing is kept, and no cookie is set.
fn answered(answer: impl IntoResponse) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], answer).into_response()
}
