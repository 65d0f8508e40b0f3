//! `POST /introspect` (RFC 7662): whether a token of an app opens the mailbox, and whose it is.
//!
//! Dovecot 2.3 believes nearly anything, so a dead token's answer says `active: false` and nothing else, ever.

use super::{Gateway, reply, request};
use crate::shell::{Form, detached};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use counterfoil_service::Fault;
use serde_json::{Value, json};

pub(super) async fn answer(
    State(gateway): State<Gateway>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Form::parse(&body);
    if !gateway.client.knows_client(&headers, &form) {
        return reply::stranger();
    }
    let service = request::service(&headers).to_owned();
    let remote = request::remote(&headers);
    let app = gateway.app;
    let judged = detached(async move {
        let token = app.mail_token(form.raw("token")).await?;
        let Some(token) = token else {
            return Ok::<_, Fault>(dead());
        };
        app.note_mail_token(&token, &service, remote);
        Ok(live(&token.login))
    })
    .await;
    match judged {
        Ok(Ok(answer)) => reply::ok(&answer),
        Ok(Err(fault)) => reply::failed(&fault),
        Err(_) => reply::broken(),
    }
}

fn live(login: &str) -> Value {
    json!({"active": true, "email": login, "scope": "mail"})
}

fn dead() -> Value {
    json!({"active": false})
}
