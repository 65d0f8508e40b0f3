//! `counterfoil account freeze`, on a database of its own.

use std::path::Path;

use counterfoil_cli::keys::KeyFiles;
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_store::repo::{self, account::NewAccount};

use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::program::{Ran, run_in};

fn run(dir: &Path, arguments: &[&str]) -> Ran {
    let url = format!("sqlite:{}", dir.join("counterfoil.sqlite").display());
    let environment = [
        ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
        ("COUNTERFOIL__DATABASE__URL", url.as_str()),
    ];
    run_in(dir, arguments, &environment, "")
}

/// A database and keys, as `counterfoil serve` makes them at its first start.
fn set_up(dir: &Path) {
    let migrated = run(dir, &["migrate"]);
    assert_eq!(migrated.status, 0, "{}", migrated.err);
    let keys = dir.join("data/keys");
    KeyFiles::create_missing(&keys, &mut StdRng::seed_from_u64(7)).unwrap();
}

/// An account that somebody enrolled in.
async fn enrolled(dir: &Path, address: &str) {
    let url = format!("sqlite:{}", dir.join("counterfoil.sqlite").display());
    let db = counterfoil_store::open(&url).await.unwrap();
    let new = NewAccount {
        id: AccountId::from_bytes([7; 16]),
        address,
        address_key: address,
        name: "Alice",
        language: "en",
        role: "owner",
        state: "active",
    };
    let (new, now) = (&new, Timestamp::from_micros(1_800_000_000_000_000));
    let entered: Result<(), counterfoil_store::Error> = db
        .run("test_enter", |tx| async move {
            repo::account::enter(&tx, new, now).await
        })
        .await;
    entered.unwrap();
}

#[tokio::test]
async fn an_account_is_frozen_once_and_what_was_taken_is_said_once() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    set_up(dir);
    enrolled(dir, "alice@example.org").await;

    let freeze = |more: &[&str]| {
        let mut arguments = vec!["account", "freeze", "alice@example.org"];
        arguments.extend(more);
        run(dir, &arguments)
    };
    let first = freeze(&[]);
    assert_eq!(
        (first.status, first.out.as_str(), first.err.as_str()),
        (0, "", "")
    );
    let answered = freeze(&["--taken", "phone"]);
    assert_eq!(
        (answered.status, answered.err.as_str()),
        (0, "It was frozen already.\n")
    );
    let other = freeze(&["--taken", "paper"]);
    assert_eq!(other.status, 0);
    assert!(
        other.err.ends_with("What was said before stays: phone.\n"),
        "{}",
        other.err
    );
    let list = run(dir, &["account", "list"]);
    let state = list.out.split('\t').nth(3);
    assert_eq!(state, Some("frozen"), "{}", list.out);
}

#[test]
fn whoever_is_unknown_is_not_frozen_and_the_words_are_checked() {
    let home = tempfile::tempdir().unwrap();
    set_up(home.path());
    let unknown = run(home.path(), &["account", "freeze", "nobody@example.org"]);
    assert_eq!(unknown.status, 1);
    assert!(
        unknown.err.contains("no enrolled account has this address"),
        "{}",
        unknown.err
    );
    let strange = run(
        home.path(),
        &[
            "account",
            "freeze",
            "nobody@example.org",
            "--taken",
            "mouse",
        ],
    );
    assert_eq!(strange.status, 2);
    assert!(
        strange.err.contains("phone, paper, unknown"),
        "{}",
        strange.err
    );
}
