//! Ending connections: whether doveadm hears us, and nobody else.

use super::Finding;
use super::block::Block;
use crate::fragment::Installation;
use secrecy::ExposeSecret;
use std::net::IpAddr;

pub(super) fn judge(conf: &Block, ours: &Installation) -> Vec<Finding> {
    let mut findings = vec![doveadm(conf, ours)];
    // 0 is the default of 2.3; what sleeps there belongs to no process that can be ended.
    if !conf.is_2_4() && !matches!(conf.get("imap_hibernate_timeout"), None | Some("0")) {
        findings.push(Finding::warn(
            "connections: imap_hibernate_timeout is set, and a connection that hibernates is not ended; set it to 0",
        ));
    }
    if let Some(limit) = conf
        .block("service imap")
        .and_then(|imap| imap.get("client_limit"))
        .filter(|limit| *limit != "1")
    {
        findings.push(Finding::warn(format!(
            "connections: service imap has client_limit = {limit}, and connections of several people in one process are not ended; set it to 1"
        )));
    }
    let penalty = conf
        .block("service anvil")
        .and_then(|anvil| anvil.block("unix_listener anvil-auth-penalty"))
        .and_then(|penalty| penalty.get("mode"));
    if !penalty.is_some_and(|mode| mode.bytes().all(|digit| digit == b'0')) {
        findings.push(Finding::warn(
            "penalty: Dovecot lets everybody behind one webmail wait after a few wrong passwords; take `service anvil` of the fragment in",
        ));
    }
    findings
}

fn doveadm(conf: &Block, ours: &Installation) -> Finding {
    if ours.doveadm.is_none() {
        return Finding::warn(
            "doveadm: mail.doveadm is not set, so taking a right away doesn't end connections that are open, and filters are not shown",
        );
    }
    match conf.get("doveadm_api_key") {
        None | Some("") => {
            return Finding::fail(
                "doveadm: doveadm_api_key is missing, so we can't end connections; take the fragment in",
            );
        }
        Some(key) if key != ours.doveadm_secret.expose_secret() => {
            return Finding::fail(
                "doveadm: doveadm_api_key is not ours, so we can't end connections; write the fragment again",
            );
        }
        Some(_) => {}
    }
    let listener = conf
        .block("service doveadm")
        .and_then(|doveadm| doveadm.block("inet_listener http"));
    let Some(listener) = listener else {
        return Finding::fail(
            "doveadm: has no inet_listener http, so we can't end connections; take the fragment in",
        );
    };
    let addresses = listener
        .get("address")
        .or_else(|| listener.get("listen"))
        .or_else(|| conf.get("listen"))
        .unwrap_or("*");
    let open = addresses
        .split([' ', ','])
        .filter(|address| !address.is_empty())
        .find(|address| !is_here(address));
    match open {
        None => Finding::ok("doveadm: hears us, on this machine only"),
        Some(open) => Finding::fail(format!(
            "doveadm: listens on {open}, and its key opens every mailbox; bind it to 127.0.0.1, or to a network that only Counterfoil shares"
        )),
    }
}

fn is_here(address: &str) -> bool {
    let address = address.trim_matches(['[', ']']);
    address == "localhost"
        || address
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback())
}
