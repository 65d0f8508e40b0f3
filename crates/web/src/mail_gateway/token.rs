//! `POST /token`: the password grant (RFC 6749, section 4.3), by which Dovecot asks about every password of a mail program.
//!
//! Not the public token endpoint: this one takes raw passwords and gives no token that is good for anything.

use super::{Gateway, reply, request};
use crate::shell::{Form, detached};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use counterfoil_service::mail::{MailAnswer, MailAttempt};
use serde_json::{Value, json};
use std::net::IpAddr;

pub(super) async fn answer(
    State(gateway): State<Gateway>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Form::parse(&body);
    if !gateway.client.knows_client(&headers, &form) {
        return reply::stranger();
    }
    if form.raw("grant_type") != "password" {
        return reply::ok(&refused());
    }
    let service = request::service(&headers).to_owned();
    if service.is_empty() {
        tracing::warn!(
            "a password came without the service it is for: Dovecot needs send_auth_headers = yes"
        );
    }
    let remote = request::remote(&headers);
    let app = gateway.app;
    // An app password changes nothing, so it isn't worth a task of its own.
    let judged = app
        .mail_app_password(&attempt(&form, &service, remote))
        .await;
    match judged {
        Ok(Some(answer)) => return answered(answer),
        Ok(None) => {}
        Err(fault) => return reply::failed(&fault),
    }
    let judged = detached(async move {
        app.mail_main_password(&attempt(&form, &service, remote))
            .await
    })
    .await;
    match judged {
        Ok(Ok(answer)) => answered(answer),
        Ok(Err(fault)) => reply::failed(&fault),
        Err(_) => reply::broken(),
    }
}

fn attempt<'a>(form: &'a Form, service: &'a str, remote: Option<IpAddr>) -> MailAttempt<'a> {
    MailAttempt {
        login: form.raw("username"),
        password: form.raw("password"),
        service,
        remote,
    }
}

fn answered(answer: MailAnswer) -> Response {
    match answer {
        MailAnswer::Admitted { login } => reply::ok(&admitted(&login)),
        MailAnswer::Refused => reply::ok(&refused()),
    }
}

/// With `active`, `email` and `scope` in it, Dovecot doesn't ask a second time. The token is no secret and opens nothing.
fn admitted(login: &str) -> Value {
    json!({"access_token": "granted", "token_type": "Bearer", "active": true, "email": login, "scope": "mail"})
}

fn refused() -> Value {
    json!({"access_token": "none", "active": false})
}
