//! Apps of the API: let in, given keys, sent away.

use crate::program::{Ran, run_in};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const URL: (&str, &str) = ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org");

fn app(dir: &Path, arguments: &[&str]) -> Ran {
    run_in(dir, &[&["app"], arguments].concat(), &[URL], "")
}

#[test]
fn a_key_is_shown_once_and_dead_once_it_is_revoked() {
    let dir = TempDir::new().unwrap();
    let none = app(
        dir.path(),
        &["key", "add", "shop", "--scope", "codes:redeem"],
    );
    assert_eq!((none.status, none.out.as_str()), (1, ""), "{}", none.err);
    assert_eq!(
        app(dir.path(), &["add", "shop", "--name", "The shop"]).status,
        0
    );
    assert_eq!(
        app(dir.path(), &["add", "shop", "--name", "Again"]).status,
        1
    );
    let arguments = [
        "key",
        "add",
        "shop",
        "--scope",
        "codes:redeem",
        "--scope",
        "accounts:read",
    ];
    let made = app(dir.path(), &arguments);
    assert_eq!(made.status, 0, "{}", made.err);
    let key = made.out.trim();
    assert!(key.starts_with("cfk_") && key.len() == 68, "{key}");
    let kept = fs::read(dir.path().join("data/counterfoil.sqlite")).unwrap();
    assert!(!kept.windows(key.len()).any(|part| part == key.as_bytes()));
    let list = app(dir.path(), &["list"]);
    assert!(
        list.out.starts_with("shop\tThe shop\t0\t1\t"),
        "{}",
        list.out
    );
    let show = app(dir.path(), &["show", "shop"]);
    let fields: Vec<&str> = show.out.trim_end().split('\t').collect();
    assert_eq!(
        fields[1..5],
        ["-", "works", "accounts:read codes:redeem", "6000"]
    );
    assert_eq!(fields[6..], ["-", "-"], "no end, not used");
    assert_eq!(app(dir.path(), &["key", "revoke", fields[0]]).status, 0);
    assert_eq!(app(dir.path(), &["key", "revoke", fields[0]]).status, 1);
    assert!(
        app(dir.path(), &["show", "shop"])
            .out
            .contains("\trevoked\t")
    );
    assert_eq!(app(dir.path(), &["remove", "shop"]).status, 0);
    assert_eq!(app(dir.path(), &["remove", "shop"]).status, 1);
    assert_eq!(app(dir.path(), &["show", "shop"]).status, 1);
}

#[test]
fn a_scope_that_is_none_is_refused_with_those_that_are() {
    let dir = TempDir::new().unwrap();
    let refused = app(dir.path(), &["key", "add", "shop", "--scope", "everything"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("accounts:read") && refused.err.contains("codes:redeem"));
}
