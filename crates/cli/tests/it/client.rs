//! Apps registered by hand: a secret shown once, and the configuration before the database.

use crate::program::{Ran, run_in};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;

const URL: (&str, &str) = ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org");
const REDIRECT: &str = "https://webmail.example.org/index.php/login/oauth";

fn client(dir: &Path, arguments: &[&str]) -> Ran {
    run_in(dir, &[&["client"], arguments].concat(), &[URL], "")
}

fn added(dir: &Path) -> String {
    let ran = client(
        dir,
        &[
            "add",
            "webmail",
            "--name",
            "Webmail",
            "--mail",
            "--pkce-optional",
            "--redirect-uri",
            REDIRECT,
        ],
    );
    assert_eq!(ran.status, 0, "{}", ran.err);
    ran.out
}

#[test]
fn a_secret_is_shown_once_and_only_its_hash_is_kept() {
    let dir = TempDir::new().unwrap();
    let secret = added(dir.path());
    assert_eq!(secret.trim().len(), 43);
    let list = client(dir.path(), &["list"]);
    assert_eq!(list.out, "webmail\tWebmail\tconfidential\tyes\tdatabase\n");
    let show = client(dir.path(), &["show", "webmail"]);
    insta::assert_snapshot!(show.out);
    let data = fs::read(dir.path().join("data/counterfoil.sqlite")).unwrap();
    assert!(
        !data
            .windows(43)
            .any(|window| window == secret.trim().as_bytes())
    );

    let again = client(dir.path(), &["rotate-secret", "webmail"]);
    assert_ne!(again.out, secret);
    assert_eq!(client(dir.path(), &["remove", "webmail"]).status, 0);
    for arguments in [
        ["remove", "webmail"],
        ["show", "webmail"],
        ["rotate-secret", "webmail"],
    ] {
        assert_eq!(client(dir.path(), &arguments).status, 1, "{arguments:?}");
    }
}

#[test]
fn what_can_not_be_registered_is_said() {
    let dir = TempDir::new().unwrap();
    let add = |id: &str, uri: &str| {
        client(
            dir.path(),
            &["add", id, "--name", "X", "--redirect-uri", uri],
        )
    };
    let ran = add("x", "http://webmail.example.org/");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("must begin with https://"), "{}", ran.err);
    assert!(add("a b", REDIRECT).err.contains("the id must be"));
    added(dir.path());
    assert!(add("webmail", REDIRECT).err.contains("already"));
}

#[test]
fn the_configuration_stands_before_the_database() {
    let dir = TempDir::new().unwrap();
    added(dir.path());
    let write = |secret: &str| {
        fs::write(dir.path().join("secret"), secret).unwrap();
        fs::write(
            dir.path().join("counterfoil.toml"),
            format!(
                "[[client]]\nid = 'webmail'\nname = 'Post'\nredirect_uris = ['{REDIRECT}']\nsecret_file = 'secret'\nsigning = 'ES256'\n"
            ),
        )
        .unwrap();
    };
    write("too short");
    let refused = client(dir.path(), &["list"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.err.contains("fewer than 32 characters"),
        "{}",
        refused.err
    );
    assert!(!refused.err.contains("too short"));
    write(&"0123456789abcdef".repeat(2));
    let list = client(dir.path(), &["list"]);
    assert_eq!(
        list.out,
        "webmail\tPost\tconfidential\tno\tconfiguration\nwebmail\tWebmail\tconfidential\tyes\toverruled\n"
    );
    let show = client(dir.path(), &["show", "webmail"]);
    assert!(show.out.contains("signing\tES256\n") && show.out.contains("where\tconfiguration\n"));
}

#[test]
fn signing_keys_are_made_kept_closed_and_rotated() {
    let dir = TempDir::new().unwrap();
    added(dir.path());
    let keys = dir.path().join("data/keys");
    let signing = || {
        let mut names: Vec<String> = fs::read_dir(&keys)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("signing-"))
            .collect();
        names.sort();
        names
    };
    let made = signing();
    assert_eq!(made.len(), 2);
    for name in &made {
        let file = fs::metadata(keys.join(name)).unwrap();
        assert_eq!(file.permissions().mode() & 0o777, 0o600);
    }
    let rotated = run_in(dir.path(), &["keys", "rotate", "signing"], &[URL], "");
    assert_eq!(rotated.status, 0, "{}", rotated.err);
    assert!(
        rotated.out.starts_with("signing-es256\t0002-"),
        "{}",
        rotated.out
    );
    assert_eq!(signing().len(), 4);
    let status = run_in(dir.path(), &["keys", "status"], &[URL], "");
    assert_eq!(
        status.out.matches("signing-rs256\t").count(),
        2,
        "{}",
        status.out
    );
    // One that was exchanged is noticed.
    fs::copy(keys.join(&made[0]), keys.join(signing().last().unwrap())).unwrap();
    let refused = client(dir.path(), &["list"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.err.contains("another key than its name says"),
        "{}",
        refused.err
    );
}
