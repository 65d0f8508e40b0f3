//! What only SQLite has: a file.

use crate::ground::{ADD, NOW, SCHEMA, add, count, ground};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement, open};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

const PRAGMAS: Statement = Statement::new(
    "test.pragmas",
    "SELECT foreign_keys, synchronous, journal_mode FROM pragma_foreign_keys, pragma_synchronous, pragma_journal_mode",
);

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn only_the_owner_may_read_the_files() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("new.db");
    let db = open(&format!("sqlite:{}", path.display())).await.unwrap();
    SCHEMA.migrate(&db, NOW).await.unwrap();
    let mut files = 0;
    for entry in fs::read_dir(directory.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        files += 1;
    }
    assert!(files >= 2, "the database and its log");
}

#[tokio::test]
async fn a_file_that_others_may_read_is_closed_to_them() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("old.db");
    fs::write(&path, []).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
    open(&format!("sqlite:{}", path.display())).await.unwrap();
    assert_eq!(mode(&path), 0o600);
}

#[tokio::test]
async fn every_commit_is_written_through() {
    let test = ground(Engine::Sqlite).await;
    let read = |tx: counterfoil_store::Tx| async move {
        let row = tx.one(&PRAGMAS, &[]).await?.expect("a row");
        Ok::<_, Error>((
            row.get::<i64>("foreign_keys")?,
            row.get::<i64>("synchronous")?,
            row.get::<String>("journal_mode")?,
        ))
    };
    let full = (1, 2, "wal".to_owned());
    assert_eq!(test.db.run("pragmas", read).await.unwrap(), full);
    assert_eq!(test.db.read("pragmas", read).await.unwrap(), full);
}

#[tokio::test]
async fn what_was_committed_is_there_after_reopening() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", directory.path().join("kept.db").display());
    let db = open(&url).await.unwrap();
    SCHEMA.migrate(&db, NOW).await.unwrap();
    add(&db, 1, 5).await.unwrap();
    drop(db);
    assert_eq!(count(&open(&url).await.unwrap()).await, (1, 5));
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("letter.txt");
    let letter = "Dear all, ".repeat(500);
    fs::write(&path, &letter).unwrap();
    open(&format!("sqlite:{}", path.display()))
        .await
        .unwrap_err();
    assert_eq!(fs::read_to_string(&path).unwrap(), letter);
}

#[tokio::test]
async fn a_place_that_is_not_there_is_told() {
    for url in [
        "sqlite:/no/such/directory/a.db",
        "sqlite:",
        "sqlite::memory:",
        "mysql://root:hunter2@host/db",
        "hunter2",
    ] {
        let error = open(url).await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
    }
}

/// A second process that writes: here, a second set of connections to the same file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_writer_waits_for_another_process() {
    let test = ground(Engine::Sqlite).await;
    let other = test.another(1).await;
    let slow = tokio::spawn(async move {
        other
            .run("slow", |tx| async move {
                tx.execute(&ADD, &[1.into(), 1.into()]).await?;
                tokio::time::sleep(Duration::from_millis(400)).await;
                Ok::<_, Error>(())
            })
            .await
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    add(&test.db, 2, 2).await.unwrap();
    slow.await.unwrap().unwrap();
    assert_eq!(count(&test.db).await, (2, 3));
}
