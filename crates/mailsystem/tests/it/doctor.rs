//! Ways around us, found in what real programs printed. The texts in `tests/doveconf` are what `doveconf -nP` 2.3.19 made of
//! the fragment and one change to it; those in `tests/postconf` are from Postfix 3.7.

use crate::fragments::installation;
use counterfoil_mailsystem::doctor::{Finding, Grade, dovecot, files_to_read, postfix};
use counterfoil_mailsystem::fragment::{Dovecot, Installation, Sasl, for_dovecot};
use std::collections::BTreeMap;
use std::path::Path;

fn ours() -> Installation {
    installation("/etc/dovecot", Sasl::Unix, true)
}

/// What the fragments say, by the names under which Dovecot finds them.
fn files() -> BTreeMap<String, String> {
    let fragments = for_dovecot(Dovecot::V2_3, &ours());
    fragments
        .iter()
        .map(|fragment| {
            let path = fragment.file.replace("dovecot/", "/etc/dovecot/");
            (path, (*fragment.text).clone())
        })
        .collect()
}

fn printed(kind: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(kind)
        .join(format!("{name}.txt"));
    std::fs::read_to_string(path).unwrap()
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| format!("{}\t{}", finding.grade.word(), finding.text))
        .collect()
}

fn bad(findings: &[Finding]) -> Vec<String> {
    let bad = findings
        .iter()
        .filter(|finding| finding.grade != Grade::Ok)
        .cloned();
    lines(&bad.collect::<Vec<_>>())
}

#[test]
fn what_we_write_is_well() {
    let good = printed("doveconf", "good");
    assert_eq!(
        files_to_read(&good),
        [
            "/etc/dovecot/counterfoil-tokens.conf.ext",
            "/etc/dovecot/counterfoil-passwords.conf.ext"
        ]
    );
    let findings = dovecot(&good, &files(), &ours());
    assert_eq!(bad(&findings), Vec::<String>::new());
    insta::assert_snapshot!(lines(&findings).join("\n"));
}

#[test]
fn every_way_around_us_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/doveconf");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "good")
        .collect();
    names.sort();
    assert!(names.len() > 20, "{names:?}");
    let mut said = vec![];
    for name in names {
        let findings = dovecot(&printed("doveconf", &name), &files(), &ours());
        // A list of people who are refused is no way in.
        assert_eq!(bad(&findings).is_empty(), name == "deny_list", "{name}");
        said.push(format!("== {name}\n{}\n", bad(&findings).join("\n")));
    }
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_missing_nonce_and_settings_of_our_own_passdbs_are_found() {
    let good = printed("doveconf", "good");
    let mut said = vec![];
    let without_nonce = good.replace("auth_policy_hash_nonce = policy-nonce\n", "");
    said.extend(bad(&dovecot(&without_nonce, &files(), &ours())));
    for (file, from, to) in [
        ("tokens", "timeout_msecs = 3000\n", ""),
        (
            "tokens",
            "introspection_mode = post",
            "introspection_mode = get",
        ),
        (
            "tokens",
            "introspection_mode = post",
            "introspection_mode = local",
        ),
        ("tokens", "scope = mail\n", ""),
        ("tokens", "gateway-secret", "another"),
        ("passwords", "gateway-secret", "another"),
        ("passwords", "use_grant_password = yes\n", ""),
        ("passwords", "send_auth_headers = yes\n", ""),
        ("passwords", "username_attribute = email\n", ""),
        ("passwords", "max_parallel_connections = 32\n", ""),
        // Another provider's grant, in our file.
        (
            "passwords",
            "http://127.0.0.1:4180/token",
            "http://127.0.0.1:9/token",
        ),
    ] {
        let mut files = files();
        let path = format!("/etc/dovecot/counterfoil-{file}.conf.ext");
        let text = files.get_mut(&path).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        *text = text.replace(from, to);
        let found = bad(&dovecot(&good, &files, &ours()));
        assert!(!found.is_empty(), "{file}: {from}");
        said.push(format!("== {file}: {from:?} is {to:?}"));
        said.extend(found);
    }
    let unread = bad(&dovecot(&good, &BTreeMap::new(), &ours()));
    said.push("== files that can't be read".into());
    said.extend(unread);
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn no_finding_holds_a_secret() {
    let mut other = ours();
    other.policy_nonce = "x".into();
    other.doveadm_secret = "x".into();
    other.gateway_secret = "x".into();
    for name in ["good", "static_password", "policy_secret", "doveadm_key"] {
        let findings = dovecot(&printed("doveconf", name), &files(), &other);
        let text = lines(&findings).join("\n");
        for secret in ["s3cret", "-secret", "policy-nonce", "Basic"] {
            assert!(!text.contains(secret), "{name}: {text}");
        }
    }
}

#[test]
fn the_newer_generation_is_judged_by_its_own_words() {
    // What we write, as its doveconf prints it: without comments.
    let fragment = for_dovecot(Dovecot::V2_4, &ours());
    let good = format!("dovecot_config_version = 2.4.1\n{}", *fragment[0].text);
    let judge = |text: &str| bad(&dovecot(text, &BTreeMap::new(), &ours()));
    assert_eq!(judge(&good), Vec::<String>::new());
    let mut said = vec![];
    for (from, to) in [
        ("  result_internalfail = return-fail\n", ""),
        ("  active_attribute = active\n", ""),
        ("auth_cache_size = 0", "auth_cache_size = 1M"),
        ("  scope = mail\n", ""),
        ("    listen = 127.0.0.1\n", ""),
        ("passdb oauth2 {", "passdb sql {\n}\npassdb oauth2 {"),
        (
            "oauth2 {\n  introspection_mode",
            "unrelated {\n  introspection_mode",
        ),
    ] {
        let changed = good.replacen(from, to, 1);
        said.push(format!("== {from:?} is {to:?}"));
        said.extend(judge(&changed));
    }
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn whoever_sends_is_counted() {
    let [main, overrides, services] =
        ["main", "overrides", "services"].map(|name| printed("postconf", name));
    let judge = |main: &str, overrides: &str| bad(&postfix(main, overrides, &services, &ours()));
    let maps = format!("{main}smtpd_sender_login_maps = hash:/etc/postfix/senders\n");
    let well = postfix(&maps, &overrides, &services, &ours());
    assert_eq!(lines(&well), ["ok\tpostfix: asks us before mail leaves"]);

    let mut said = judge(&main, &overrides);
    let elsewhere = overrides.replacen("inet:127.0.0.1:4181", "inet:127.0.0.1:41810", 1);
    said.push("== one service asks another".into());
    said.extend(judge(&maps, &elsewhere));
    said.push("== also port 25 lets people in".into());
    said.extend(judge(
        &format!("{maps}smtpd_sasl_auth_enable = yes\n"),
        &overrides,
    ));
    said.push("== Postfix checks passwords by itself".into());
    said.extend(judge(&maps.replace("= dovecot", "= cyrus"), &overrides));
    said.push("== nobody may send".into());
    said.extend(judge(&maps, ""));
    insta::assert_snapshot!(said.join("\n"));
}
