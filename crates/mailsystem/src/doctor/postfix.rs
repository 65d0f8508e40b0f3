//! Postfix: whether somebody may send without our knowing how much.

use super::Finding;
use crate::fragment::Installation;
use std::collections::BTreeMap;

/// Judges what `postconf -nx`, `postconf -Px` and `postconf -M` printed, in this order.
#[must_use]
pub fn postfix(main: &str, overrides: &str, services: &str, ours: &Installation) -> Vec<Finding> {
    let main = settings(main);
    let overrides = settings(overrides);
    let policy = format!("inet:{}", ours.sending_policy);
    let mut findings = Vec::new();
    let mut senders = 0;
    for service in smtpds(services) {
        let get = |key: &str| {
            overrides
                .get(&format!("{service}/{key}"))
                .or_else(|| main.get(key))
                .map(String::as_str)
        };
        if get("smtpd_sasl_auth_enable") != Some("yes") {
            continue;
        }
        senders += 1;
        let restrictions = get("smtpd_end_of_data_restrictions").unwrap_or_default();
        if !asks(restrictions, &policy) {
            findings.push(Finding::fail(format!(
                "postfix: {service} lets people send and doesn't ask us, so a thief sends as much as they like; write -o smtpd_end_of_data_restrictions=$counterfoil_sending_policy there"
            )));
        }
        if get("smtpd_sasl_type") != Some("dovecot") {
            findings.push(Finding::fail(format!(
                "postfix: {service} doesn't check passwords with Dovecot, so others than we decide who sends; set smtpd_sasl_type = dovecot"
            )));
        }
        if get("smtpd_sender_login_maps")
            .unwrap_or_default()
            .is_empty()
        {
            findings.push(Finding::warn(format!(
                "postfix: {service} has no smtpd_sender_login_maps, so whoever signs in may send as anybody; the fragment says how to set it"
            )));
        }
    }
    if senders == 0 {
        findings.push(Finding::warn(
            "postfix: no service lets people sign in to send; take the fragment for master.cf in",
        ));
    } else if findings.is_empty() {
        findings.push(Finding::ok("postfix: asks us before mail leaves"));
    }
    findings
}

/// Whether a list of restrictions asks this policy service, and not only one whose name begins like it.
fn asks(restrictions: &str, policy: &str) -> bool {
    restrictions.contains("check_policy_service")
        && restrictions
            .split([' ', ',', '{', '}', '\t'])
            .any(|word| word == policy)
}

fn settings(text: &str) -> BTreeMap<String, String> {
    text.lines()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// `NAME/TYPE` of every service that runs smtpd, as `postconf -P` names it.
fn smtpds(services: &str) -> Vec<String> {
    services
        .lines()
        .filter(|line| !line.starts_with([' ', '\t', '#']))
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            let (name, kind) = (fields.next()?, fields.next()?);
            // Private, unprivileged, chroot, wake-up, limit; then the command.
            (fields.nth(5)? == "smtpd").then(|| format!("{name}/{kind}"))
        })
        .collect()
}
