//! An embedded database is copied before it is migrated.

use crate::program::{Ran, run_in};
use counterfoil_model::Timestamp;
use counterfoil_store::{Db, Error, Schema, dump};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn migrate(dir: &Path) -> Ran {
    let environment = [("COUNTERFOIL__PUBLIC_URL", "https://account.example.org")];
    run_in(dir, &["migrate"], &environment, "")
}

/// A database as it was when the main job was released, with one address in it.
async fn old_database(file: &Path) -> Db {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let db = counterfoil_store::open(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    let built: Result<(), Error> = db
        .run("old", |tx| async move {
            Schema::CURRENT.build(&tx, 1, NOW).await?;
            let tables = dump::tables(1).unwrap();
            let book = tables.iter().find(|table| table.name() == "address_book");
            let row = ["anna@mail.example".into(), [7; 16].into()];
            book.unwrap().insert(&tx, &row).await
        })
        .await;
    built.unwrap();
    db
}

fn copies(file: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(file.parent().unwrap()).unwrap();
    let mut copies: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_str().unwrap().contains(".before-schema-"))
        .collect();
    copies.sort();
    copies
}

#[tokio::test]
async fn the_old_database_is_kept_beside_the_new_one() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("data/counterfoil.sqlite");
    drop(old_database(&file).await);
    let ran = migrate(home.path());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.starts_with("2\tmailbox\n"), "{}", ran.out);
    let copies = copies(&file);
    let [copy] = copies.as_slice() else {
        panic!("{copies:?}")
    };
    let name = copy.file_name().unwrap().to_str().unwrap();
    assert!(
        ran.err.contains("was copied to") && ran.err.contains(name),
        "{}",
        ran.err
    );
    assert_eq!(
        fs::metadata(copy).unwrap().permissions().mode() & 0o777,
        0o600
    );

    let old = counterfoil_store::open(&format!("sqlite:{}", copy.display()))
        .await
        .unwrap();
    assert_eq!(Schema::CURRENT.version_of(&old).await.unwrap(), Some(1));
    let rows: Result<_, Error> = old
        .read("copied", |tx| async move {
            let tables = dump::tables(1).unwrap();
            let book = tables.iter().find(|table| table.name() == "address_book");
            book.unwrap().page(&tx, None).await
        })
        .await;
    assert_eq!(rows.unwrap().len(), 1);
}

#[tokio::test]
async fn nothing_is_copied_when_nothing_is_missing_and_five_copies_are_kept() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("data/counterfoil.sqlite");
    assert_eq!(migrate(home.path()).status, 0);
    assert_eq!(copies(&file).len(), 0, "a new database");
    assert_eq!(migrate(home.path()).status, 0);
    assert_eq!(copies(&file).len(), 0, "an up-to-date database");

    for n in 0..6 {
        let name = format!("counterfoil.sqlite.before-schema-0002-2026010{n}T000000000000Z");
        fs::write(file.with_file_name(name), "an older copy").unwrap();
    }
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(file.with_file_name(format!("counterfoil.sqlite{suffix}")));
    }
    drop(old_database(&file).await);
    let ran = migrate(home.path());
    assert_eq!(ran.status, 0, "{}", ran.err);
    let copies = copies(&file);
    assert_eq!(copies.len(), 5);
    assert!(copies[0].to_str().unwrap().contains("0002-20260102T"));
    let newest = format!("before-schema-{:04}-", Schema::CURRENT.version());
    assert!(copies[4].to_str().unwrap().contains(&newest));
}
