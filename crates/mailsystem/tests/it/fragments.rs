//! What is written for the mail software: kept in snapshots, and read by the programs themselves where they are installed.

use counterfoil_mailsystem::fragment::{
    Dovecot, Fragment, Installation, ReturnPath, Sasl, Webmail, for_dovecot, for_postfix,
    for_roundcube,
};
use secrecy::SecretString;
use std::path::Path;
use std::process::Command;

/// Ours, with secrets that everybody knows.
pub(crate) fn installation(dovecot_dir: &str, sasl: Sasl, doveadm: bool) -> Installation {
    Installation {
        introspection_url: "http://127.0.0.1:4180/introspect".into(),
        grant_url: "http://127.0.0.1:4180/token".into(),
        policy_url: "http://127.0.0.1:4180/policy".into(),
        openid_configuration_url: "https://account.example.org/.well-known/openid-configuration"
            .into(),
        doveadm: doveadm.then(|| ("127.0.0.1".into(), 8080)),
        sending_policy: "127.0.0.1:4181".into(),
        returns: doveadm.then(|| ReturnPath {
            address: "counterfoil@account.example.org".into(),
            next_hop: "inet:127.0.0.1:8424".into(),
        }),
        sasl,
        dovecot_dir: dovecot_dir.into(),
        gateway_secret: SecretString::from("gateway-secret"),
        policy_secret: SecretString::from("policy-secret"),
        policy_nonce: SecretString::from("policy-nonce"),
        doveadm_secret: SecretString::from("doveadm-secret"),
    }
}

fn inet() -> Sasl {
    Sasl::Inet("127.0.0.1:10026".parse().unwrap())
}

fn webmail() -> Webmail {
    Webmail {
        authorization_url: "https://account.example.org/authorize".into(),
        token_url: "https://account.example.org/token".into(),
        userinfo_url: "https://account.example.org/userinfo".into(),
        service_name: "Anna's \\ mail".into(),
        client_id: "roundcube".into(),
        client_secret: SecretString::from("client-secret"),
    }
}

fn shown(fragments: &[Fragment]) -> String {
    let show = |fragment: &Fragment| {
        let Fragment {
            file,
            mode,
            text,
            place,
        } = fragment;
        format!("==== {file} {mode:o}\n==== {place}\n{}", **text)
    };
    let all: Vec<String> = fragments.iter().map(show).collect();
    all.concat()
}

fn at(sasl: Sasl, doveadm: bool) -> Installation {
    installation("/etc/dovecot", sasl, doveadm)
}

#[test]
fn every_combination_says_what_it_says() {
    for (name, generation) in [("2.3", Dovecot::V2_3), ("2.4", Dovecot::V2_4)] {
        insta::assert_snapshot!(
            format!("dovecot_{name}"),
            shown(&for_dovecot(generation, &at(Sasl::Unix, true)))
        );
        insta::assert_snapshot!(
            format!("dovecot_{name}_inet_without_doveadm"),
            shown(&for_dovecot(generation, &at(inet(), false)))
        );
    }
    insta::assert_snapshot!("postfix", shown(&for_postfix(&at(Sasl::Unix, true))));
    insta::assert_snapshot!("postfix_inet", shown(&for_postfix(&at(inet(), true))));
    insta::assert_snapshot!("roundcube", shown(&for_roundcube(&webmail())));
}

#[test]
fn whoever_may_not_read_a_secret_can_not_read_its_file() {
    let mut all = for_dovecot(Dovecot::V2_3, &at(inet(), true));
    all.extend(for_dovecot(Dovecot::V2_4, &at(inet(), true)));
    all.extend(for_postfix(&at(inet(), true)));
    all.extend(for_roundcube(&webmail()));
    for fragment in all {
        // The policy's is in a header, in Base64.
        let secret = [
            "-secret",
            "-nonce",
            "cG9saWN5LXNlY3JldA",
            "OnBvbGljeS1zZWNyZXQ",
        ];
        let secret = secret.iter().any(|secret| fragment.text.contains(secret));
        let closed = fragment.mode.trailing_zeros() >= 3;
        assert_eq!(secret, closed, "{fragment:?}");
        assert!(!format!("{fragment:?}").contains("-secret"));
    }
}

/// Whether the program is there; `script/deps test` installs it.
pub(crate) fn installed(program: &str) -> bool {
    Path::new(program).exists()
}

fn put(dir: &Path, fragments: &[Fragment]) {
    for fragment in fragments {
        let path = dir.join(fragment.file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &**fragment.text).unwrap();
    }
}

fn said(command: &mut Command) -> (bool, String, String) {
    let output = command.output().unwrap();
    (
        output.status.success(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn dovecot_2_3_takes_it() {
    if !installed("/usr/bin/doveconf") {
        return;
    }
    for (sasl, doveadm) in [(Sasl::Unix, true), (inet(), false)] {
        let home = tempfile::tempdir().unwrap();
        let dovecot_dir = home.path().join("dovecot");
        let at = installation(dovecot_dir.to_str().unwrap(), sasl, doveadm);
        put(home.path(), &for_dovecot(Dovecot::V2_3, &at));
        let main = home.path().join("dovecot.conf");
        let include = format!(
            "protocols = imap pop3 lmtp sieve\nssl = no\n!include {}/99-counterfoil.conf\n",
            dovecot_dir.display()
        );
        std::fs::write(&main, include).unwrap();
        let (well, out, err) = said(
            Command::new("/usr/bin/doveconf")
                .args(["-nP", "-c"])
                .arg(main),
        );
        assert!(well && err.is_empty(), "{out}\n{err}");
        for line in [
            "auth_policy_hash_nonce = policy-nonce",
            "auth_policy_hash_truncate = 0",
            "  result_failure = return-fail",
            "  result_internalfail = return-fail",
            "  mechanisms = xoauth2 oauthbearer",
            "imap_id_retain = yes",
        ] {
            assert!(out.contains(line), "{line} is missing in:\n{out}");
        }
        assert_eq!(out.contains("doveadm_api_key"), doveadm);
        assert_eq!(out.matches("passdb {").count(), 2, "{out}");
    }
}

#[test]
fn postfix_takes_it() {
    if !installed("/usr/sbin/postconf") {
        return;
    }
    for sasl in [Sasl::Unix, inet()] {
        let home = tempfile::tempdir().unwrap();
        put(home.path(), &for_postfix(&at(sasl, true)));
        let dir = home.path().join("postfix");
        let ask = |arguments: &[&str]| {
            let mut command = Command::new("/usr/sbin/postconf");
            said(command.arg("-c").arg(&dir).args(arguments))
        };
        let (well, out, err) = ask(&["-n"]);
        assert!(well && err.is_empty(), "{out}\n{err}");
        assert!(out.contains("smtpd_sasl_type = dovecot"), "{out}");
        let (well, out, err) = ask(&["-P", "submission/inet/smtpd_end_of_data_restrictions"]);
        assert!(well && err.is_empty(), "{out}\n{err}");
        assert!(out.contains("$counterfoil_sending_policy"), "{out}");
        let (_, out, _) = ask(&["-hx", "counterfoil_sending_policy"]);
        assert!(
            out.starts_with("check_policy_service { inet:127.0.0.1:4181,"),
            "{out}"
        );
    }
}

#[test]
fn php_takes_what_is_for_roundcube() {
    if !installed("/usr/bin/php") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    put(home.path(), &for_roundcube(&webmail()));
    let path = home.path().join("roundcube/counterfoil.inc.php");
    let ask = "$config = []; include $argv[1]; echo $config['oauth_provider_name'], $config['oauth_identity_fields'][0];";
    let (well, out, err) = said(Command::new("/usr/bin/php").args(["-r", ask]).arg(path));
    assert!(well, "{out}\n{err}");
    assert_eq!(out, "Anna's \\ mailpreferred_username");
}
