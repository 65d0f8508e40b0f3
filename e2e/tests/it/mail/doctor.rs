//! `counterfoil mail doctor` on the real mail software: content with what `mail setup` wrote, loud about each way around us.

use counterfoil_e2e::mail_client::Imap;
use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, Setup};

const ALICE: &str = "alice@example.org";
const OLD: &str = "the old password";

/// What somebody did to the configuration: these words replaced, these added at the end, and what the doctor says to it.
const DEEDS: [(&str, &str, &str, &str); 13] = [
    (
        "result_internalfail = return-fail",
        "",
        "",
        "has no result_internalfail = return-fail",
    ),
    (
        "result_failure = return-fail",
        "",
        "",
        "has no result_failure = return-fail",
    ),
    ("timeout_msecs = 3000", "", "", "has no timeout_msecs"),
    (
        "use_grant_password = yes",
        "",
        "",
        "has no use_grant_password = yes",
    ),
    ("scope = mail", "", "", "has no scope = mail"),
    (
        "introspection_mode = post",
        "introspection_mode = local",
        "",
        "introspection_mode = local",
    ),
    (
        "",
        "",
        "auth_cache_size = 10M",
        "auth cache: auth_cache_size = 10",
    ),
    // Dovecot itself doesn't start without one.
    (
        "",
        "",
        "auth_policy_hash_nonce =",
        "dovecot: its configuration can't be read",
    ),
    (
        "",
        "",
        "auth_policy_hash_nonce = another",
        "policy nonce: auth_policy_hash_nonce is not ours",
    ),
    (
        "",
        "",
        "auth_policy_hash_truncate = 12",
        "policy hash: auth_policy_hash_truncate is not 0",
    ),
    (
        "",
        "",
        "auth_policy_server_url =",
        "policy: auth_policy_server_url is not set",
    ),
    (
        "",
        "",
        "auth_debug_passwords = yes",
        "log: auth_debug_passwords is on",
    ),
    ("", "", "doveadm_api_key = another", "doveadm"),
];

#[test]
fn it_is_content_with_what_setup_wrote_and_names_each_deed() {
    let mut lab = Lab::start(Setup::default(), Ports::free());
    lab.start_sending();
    let (status, said) = lab.doctor(&[]);
    assert_eq!(status, Some(0), "{said}");
    assert!(!said.contains("fail\t"), "{said}");

    for (place, (replaced, by, added, words)) in DEEDS.iter().enumerate() {
        let file = lab.altered_dovecot(&place.to_string(), (replaced, by), added);
        let (status, said) = lab.doctor(&["--dovecot-conf", &file.to_string_lossy()]);
        assert_eq!(status, Some(1), "{words}: {said}");
        let named = said
            .lines()
            .any(|line| line.starts_with("fail\t") && line.contains(words));
        assert!(named, "{words}: {said}");
    }
}

#[test]
fn it_finds_the_second_passdb_and_the_old_password_that_opens() {
    let mut lab = Lab::start(Setup::default(), Ports::free());
    let (status, _, error) = lab.server.run(&["account", "invite", ALICE]);
    assert_eq!(status, Some(0), "{error}");
    let old = lab.dovecot.second_passdb(&[(ALICE, OLD)]);
    let password = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(password.path(), OLD).unwrap();
    let password = password.path().to_string_lossy();
    let asks = ["--as", ALICE, "--old-password-file", &password];
    let second = "fail\tpassdb: passwd-file (";
    let opens = format!("fail\timap: the old password opens {ALICE}");

    // Before ours it opens; behind ours it doesn't, and is named all the same.
    for (settings, opened) in [
        (old.clone() + lab.for_dovecot().as_str(), true),
        (lab.for_dovecot() + old.as_str(), false),
    ] {
        lab.dovecot.start(&settings);
        assert_eq!(Imap::connect(lab.ports.imap).log_in(ALICE, OLD).yes, opened);
        let (status, said) = lab.doctor(&asks);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains(second), "{said}");
        assert_eq!(said.contains(&opens), opened, "{said}");
    }
}
