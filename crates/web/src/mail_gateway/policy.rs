//! `POST /policy?command=allow` and `report`: Dovecot's auth-policy, the protocol of weakforced.
//!
//! It is open when we fail, so it refuses nothing by itself: what may not go on is refused by password and token. `allow` only
//! adds the reason that a frozen account's owner reads in the mail program.

use super::{Gateway, reply, request};
use crate::shell::detached;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use counterfoil_lang::Language;
use counterfoil_service::app_password::PolicyHash;
use counterfoil_service::mail::{MailGate, MailReport};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt;
use zeroize::Zeroizing;

/// What Dovecot is up to.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    command: String,
}

/// What it says of the login. Nothing is required: an answer to half a request is still "go on".
#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    login: String,
    pwhash: Hash,
    remote: String,
    protocol: String,
    device_id: String,
    success: bool,
    policy_reject: bool,
    attrs: Attributes,
}

/// A policy hash on its way to be looked up; wiped afterwards.
#[derive(Default, Deserialize)]
#[serde(from = "String")]
struct Hash(Zeroizing<String>);

impl From<String> for Hash {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

/// What the generated configuration asks for beside it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Attributes {
    mech: String,
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Told(…)")
    }
}

pub(super) async fn answer(
    State(gateway): State<Gateway>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !gateway.policy.knows(&headers) {
        return reply::stranger();
    }
    // What can't be read is nobody's login.
    let told: Told = serde_json::from_slice(&body).unwrap_or_default();
    match asked.command.as_str() {
        "allow" => allow(gateway, told).await,
        "report" => report(gateway, told).await,
        _ => reply::ok(&go_on()),
    }
}

/// Dovecot shows `msg` as `NO [ALERT] …` over IMAP and behind `535 5.7.8` over SMTP.
async fn allow(gateway: Gateway, told: Told) -> Response {
    let hash = PolicyHash::parse(&told.pwhash.0);
    match gateway.app.mail_gate(&told.login, hash.as_ref()).await {
        Ok(MailGate::Open) => reply::ok(&go_on()),
        Ok(MailGate::Frozen { language }) => {
            let language = Language::parse(&language).unwrap_or_default();
            let url = [("url", (&*gateway.public_url).into())];
            let why = gateway.sentences.text(language, "mail-frozen", &url);
            reply::ok(&json!({"status": -1, "msg": why}))
        }
        Err(fault) => reply::failed(&fault),
    }
}

async fn report(gateway: Gateway, told: Told) -> Response {
    let app = gateway.app;
    let taken = detached(async move {
        let hash = PolicyHash::parse(&told.pwhash.0);
        let by_token = ["OAUTHBEARER", "XOAUTH2"]
            .iter()
            .any(|mech| told.attrs.mech.eq_ignore_ascii_case(mech));
        let report = MailReport {
            login: &told.login,
            service: &told.protocol,
            remote: request::address(&told.remote),
            program: &told.device_id,
            success: told.success,
            unasked: told.policy_reject || by_token,
        };
        app.mail_report(&report, hash.as_ref()).await
    })
    .await;
    match taken {
        Ok(Ok(())) => reply::ok(&go_on()),
        Ok(Err(fault)) => reply::failed(&fault),
        Err(_) => reply::broken(),
    }
}

fn go_on() -> Value {
    json!({"status": 0, "msg": ""})
}
