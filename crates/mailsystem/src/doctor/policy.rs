//! What Dovecot tells us of every sign-in.

use super::Finding;
use super::block::Block;
use crate::fragment::{Installation, basic};
use secrecy::ExposeSecret;

pub(super) fn judge(conf: &Block, ours: &Installation) -> Vec<Finding> {
    match conf.get("auth_policy_server_url") {
        None | Some("") => {
            return vec![Finding::fail(
                "policy: auth_policy_server_url is not set, so owners don't see who signs in; take the policy lines of the fragment",
            )];
        }
        Some(url) if url != ours.policy_url => {
            return vec![Finding::fail(format!(
                "policy: auth_policy_server_url = {}, which is not ours ({}); owners don't see who signs in",
                without_user(url),
                ours.policy_url
            ))];
        }
        Some(_) => {}
    }
    let mut findings = Vec::new();
    let mut fail = |text: &str| findings.push(Finding::fail(text));
    match conf.get("auth_policy_hash_nonce") {
        None | Some("") => fail(
            "policy nonce: auth_policy_hash_nonce is missing, so its hashes of passwords can be guessed, and no app password is recognised",
        ),
        Some(nonce) if nonce != ours.policy_nonce.expose_secret() => fail(
            "policy nonce: auth_policy_hash_nonce is not ours, so no app password is recognised; write the fragment again",
        ),
        Some(_) => {}
    }
    let header = format!("Authorization: {}", *basic(&ours.policy_secret));
    if conf.get("auth_policy_server_api_header") != Some(header.as_str()) {
        fail(
            "policy secret: auth_policy_server_api_header is not ours, so we refuse to listen; write the fragment again",
        );
    }
    if conf.get("auth_policy_hash_truncate") != Some("0") {
        fail(
            "policy hash: auth_policy_hash_truncate is not 0, so no app password is recognised; set it to 0",
        );
    }
    if !matches!(conf.get("auth_policy_hash_mech"), None | Some("sha256")) {
        fail(
            "policy hash: auth_policy_hash_mech is not sha256, so no app password is recognised; set it to sha256",
        );
    }
    if conf.get("auth_policy_report_after_auth") == Some("no") {
        fail(
            "policy: auth_policy_report_after_auth = no, so owners don't see who signs in; set it to yes",
        );
    }
    let mut warn = |text: &str| findings.push(Finding::warn(text));
    if conf.get("auth_policy_check_before_auth") == Some("no") {
        warn(
            "policy: auth_policy_check_before_auth = no, so the owner of a frozen account doesn't read why in the mail program; set it to yes",
        );
    }
    if conf.get("auth_policy_log_only") == Some("yes") {
        warn(
            "policy: auth_policy_log_only = yes, so the owner of a frozen account doesn't read why in the mail program; set it to no",
        );
    }
    if conf.get("imap_id_retain") != Some("yes") {
        warn(
            "policy: imap_id_retain is not yes, so owners don't see with which program somebody signed in",
        );
    }
    if findings.is_empty() {
        findings.push(Finding::ok("policy: Dovecot tells us of every sign-in"));
    }
    findings
}

/// A URL without the secret that may stand in it.
pub(super) fn without_user(url: &str) -> String {
    match url.split_once("://") {
        Some((scheme, rest)) => {
            let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
            let host = authority.rsplit('@').next().unwrap_or_default();
            format!("{scheme}://{host}/{path}")
        }
        None => "something that is no URL".into(),
    }
}
