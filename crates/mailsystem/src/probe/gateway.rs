//! The gateway: whether it answers, and to whom.

use crate::doctor::Finding;
use crate::fragment::{DOVECOTS_NAME, Installation};
use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::header::CONTENT_TYPE;
use hyper::{Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use secrecy::ExposeSecret;
use serde_json::Value;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(3);
const LONGEST_ANSWER: usize = 64 << 10;

/// What it says of a token that nobody has, to somebody with our secret and to somebody without.
pub async fn gateway(ours: &Installation) -> Vec<Finding> {
    let secret = ours.gateway_secret.expose_secret();
    let introspection = &ours.introspection_url;
    let mut findings = vec![match ask(introspection, secret).await {
        None => Finding::fail(format!(
            "gateway: nobody answers at {introspection}, so nobody gets into a mailbox; is `counterfoil serve` running?"
        )),
        Some((StatusCode::OK, said)) if said == DEAD => {
            Finding::ok(format!("gateway: answers at {introspection}"))
        }
        Some((StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _)) => Finding::fail(format!(
            "gateway: {introspection} refuses the secret of this key directory; `counterfoil serve` must run with the same configuration"
        )),
        Some((status, _)) => Finding::fail(format!(
            "gateway: {introspection} doesn't answer as Counterfoil does ({status}); who listens there?"
        )),
    }];
    for url in [introspection, &ours.grant_url] {
        // Whoever is not there says nothing wrong.
        let Some((status, _)) = ask(url, "a secret that is not ours").await else {
            continue;
        };
        if status.is_success() {
            findings.push(Finding::fail(format!(
                "gateway: {url} answers without our secret, so anybody on this machine may ask it; it is not Counterfoil that listens there"
            )));
        }
    }
    findings
}

/// `{"active":false}` and nothing else.
const DEAD: &str = "dead";

async fn ask(url: &str, secret: &str) -> Option<(StatusCode, &'static str)> {
    let body =
        format!("grant_type=none&token=nobodys&client_id={DOVECOTS_NAME}&client_secret={secret}");
    let request = Request::post(url)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Full::from(body))
        .ok()?;
    let client = Client::builder(TokioExecutor::new()).build_http::<Full<Bytes>>();
    let asked = async {
        let answer = client.request(request).await.ok()?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), LONGEST_ANSWER)
            .collect()
            .await;
        let body = body.ok()?.to_bytes();
        let said: Option<Value> = serde_json::from_slice(&body).ok();
        let dead = said.is_some_and(|said| said == serde_json::json!({"active": false}));
        Some((status, if dead { DEAD } else { "something else" }))
    };
    tokio::time::timeout(PATIENCE, asked).await.ok()?
}
