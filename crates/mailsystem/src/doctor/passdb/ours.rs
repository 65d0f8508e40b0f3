//! Our own passdbs: that a no is final, that they ask with our secret, and never wait for ever.

use super::settings::Asks;
use crate::doctor::Finding;
use crate::doctor::block::Block;
use crate::fragment::Installation;
use secrecy::ExposeSecret;

fn what(asks: &Asks<'_>) -> &'static str {
    if asks.passwords() {
        "ours for passwords"
    } else {
        "ours for tokens"
    }
}

/// What Dovecot does after our no, or when we say nothing.
pub(super) fn falls_through(passdb: &Block, asks: &Asks<'_>) -> Vec<Finding> {
    let what = what(asks);
    let get = |key| passdb.get_in("passdb", key);
    let mut findings = Vec::new();
    for (key, when) in [
        ("result_failure", "when we refuse"),
        ("result_internalfail", "when we are down"),
    ] {
        if get(key) != Some("return-fail") {
            findings.push(Finding::fail(format!(
                "passdb: {what} has no {key} = return-fail, so the next one is asked {when}; write it there"
            )));
        }
    }
    if !matches!(get("result_success"), None | Some("return-ok" | "return")) {
        findings.push(Finding::fail(format!(
            "passdb: {what} has another result_success than return-ok, so others decide after us; take it out"
        )));
    }
    if !matches!(get("skip"), None | Some("never")) {
        findings.push(Finding::fail(format!(
            "passdb: {what} is skipped after another one succeeded; take skip out"
        )));
    }
    findings
}

/// How it asks.
pub(super) fn settings(asks: &Asks<'_>, ours: &Installation) -> Vec<Finding> {
    let what = what(asks);
    let mut findings = Vec::new();
    let mut fail = |text: String| findings.push(Finding::fail(text));
    if asks.get("client_secret") != Some(ours.gateway_secret.expose_secret()) {
        fail(format!(
            "passdb: {what} has another client_secret, so we refuse to answer and nobody gets in; write the fragment again"
        ));
    }
    if asks.get("username_attribute") != Some("email") {
        fail(format!(
            "passdb: {what} has no username_attribute = email, so it doesn't notice whose token it is; write it there"
        ));
    }
    match asks.get("introspection_mode") {
        Some("post") => {}
        Some("local") => fail(format!(
            "passdb: {what} reads tokens without asking us (introspection_mode = local), so one that was taken away goes on working; set it to post"
        )),
        _ => fail(format!(
            "passdb: {what} has another introspection_mode than post, so tokens stand in logs; set it to post"
        )),
    }
    if !asks.passwords() && asks.get("scope") != Some("mail") {
        fail(format!(
            "passdb: {what} has no scope = mail, so a token for another app opens mail; write it there"
        ));
    }
    if asks.passwords() && !asks.is_2_4 && asks.get("use_grant_password") != Some("yes") {
        fail(format!(
            "passdb: {what} has no use_grant_password = yes, so passwords are taken for tokens; write it there"
        ));
    }
    if asks.is_2_4 {
        if asks.get("active_attribute") != Some("active")
            || asks.get("active_value") != Some("true")
        {
            fail(format!(
                "passdb: {what} doesn't check whether a token lives; write active_attribute = active and active_value = true there"
            ));
        }
    } else {
        if matches!(asks.get("timeout_msecs"), None | Some("0")) {
            fail(format!(
                "passdb: {what} has no timeout_msecs, so sign-ins hang when we do; write timeout_msecs = 3000 there"
            ));
        }
        if matches!(asks.get("max_parallel_connections"), None | Some("1")) {
            findings.push(Finding::warn(format!(
                "passdb: {what} has one connection to us, so everybody waits for everybody; write max_parallel_connections = 32 there"
            )));
        }
    }
    if asks.get("send_auth_headers") != Some("yes") {
        findings.push(Finding::fail(format!(
            "passdb: {what} has no send_auth_headers = yes, so we don't know what an app password is used for and refuse it; write it there"
        )));
    }
    findings
}
