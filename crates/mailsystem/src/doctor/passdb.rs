//! Who else accepts a password, and what happens when we say no or nothing.

mod ours;
mod settings;

use super::Finding;
use super::block::Block;
use crate::fragment::Installation;
use settings::Asks;
use std::collections::BTreeMap;

pub(super) fn judge(
    conf: &Block,
    files: &BTreeMap<String, String>,
    ours: &Installation,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut own = Vec::new();
    for passdb in conf.all("passdb") {
        match Asks::of(conf, passdb, files) {
            Ok(asks) if asks.is_ours(ours) => own.push((passdb, asks)),
            Ok(_) => findings.push(other(passdb)),
            Err(file) => findings.push(Finding::warn(format!(
                "passdb: {file} can't be read, so nobody knows whom it asks; run this as root"
            ))),
        }
    }
    findings.retain(|finding| *finding != harmless());
    let others = findings.len();
    for (passdb, asks) in &own {
        findings.extend(ours::falls_through(passdb, asks));
        findings.extend(ours::settings(asks, ours));
    }
    // In the newer generation tokens need no passdb: the mechanisms ask by themselves.
    let tokens = if conf.is_2_4() {
        let asks = Asks::globally(conf);
        let is_ours = asks.is_ours(ours);
        if is_ours {
            findings.extend(ours::settings(&asks, ours));
        }
        is_ours
    } else {
        own.iter().any(|(_, asks)| !asks.passwords())
    };
    if !own.iter().any(|(_, asks)| asks.passwords()) {
        findings.push(Finding::fail(
            "passdb: none asks us for passwords, so app passwords do nothing; take the fragment in",
        ));
    }
    if !tokens {
        findings.push(Finding::warn(
            "passdb: tokens are not asked of us, so webmail can't open mail; take the fragment in",
        ));
    }
    if findings.is_empty() && others == 0 {
        findings.push(Finding::ok(
            "passdb: nobody but us is asked, and a no stays a no",
        ));
    }
    findings
}

/// A passdb that can only refuse lets nobody in.
fn harmless() -> Finding {
    Finding::ok("passdb: one that only refuses")
}

/// A passdb that isn't ours. Its `args` may hold a password, so only a path is repeated.
fn other(passdb: &Block) -> Finding {
    if passdb.get_in("passdb", "deny") == Some("yes") {
        return harmless();
    }
    let driver = passdb
        .get_in("passdb", "driver")
        .or_else(|| passdb.name.split_whitespace().nth(1))
        .unwrap_or("unnamed");
    let path = passdb
        .get("args")
        .and_then(|args| args.split_whitespace().find(|word| word.starts_with('/')))
        .map_or_else(String::new, |path| format!(" ({path})"));
    if passdb.get_in("passdb", "master") == Some("yes") {
        return Finding::fail(format!(
            "passdb: master users in {driver}{path} open every mailbox past us; take this passdb out"
        ));
    }
    Finding::fail(format!(
        "passdb: {driver}{path} accepts passwords too, so an old password opens mailboxes past us; take this passdb out"
    ))
}
