//! Every statement of every repository is in the registry, has a name of its own, and is understood by both engines.

use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement, repo};
use counterfoil_testkit::database::TestDatabase;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[tokio::test]
async fn every_statement_is_prepared_on_both_engines() {
    for test in TestDatabase::both().await {
        let mut wrong = Vec::new();
        for statement in repo::statements() {
            if let Err(error) = prepare(&test, statement).await {
                wrong.push(format!("{}: {error}", statement.name()));
            }
        }
        assert!(
            wrong.is_empty(),
            "{:?}\n{}",
            test.db.engine(),
            wrong.join("\n")
        );
    }
}

#[tokio::test]
async fn what_only_one_engine_understands_is_noticed() {
    const REAL: Statement = Statement::new("test.int4", "SELECT 1 AS one");
    const MIXED: Statement = Statement::new(
        "test.numeric",
        "SELECT SUM(version) AS n FROM schema_migration",
    );
    const TYPO: Statement = Statement::new("test.typo", "SELEKT 1");
    let [sqlite, postgres] = TestDatabase::both().await;
    assert!(prepare(&sqlite, &TYPO).await.is_err());
    for statement in [&REAL, &MIXED, &TYPO] {
        assert!(
            prepare(&postgres, statement).await.is_err(),
            "{statement:?}"
        );
    }
}

async fn prepare(test: &TestDatabase, statement: &'static Statement) -> Result<(), Error> {
    test.db
        .read("prepare", |tx| async move { tx.prepare(statement).await })
        .await
}

#[test]
fn the_registry_has_every_statement_in_the_source() {
    let listed: Vec<&str> = repo::statements()
        .iter()
        .map(|statement| statement.name())
        .collect();
    let distinct: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(
        distinct.len(),
        listed.len(),
        "two statements share a name, or one is listed twice: {listed:?}"
    );

    let mut written = Vec::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/repo")) {
        written.extend(names(&fs::read_to_string(file).unwrap()));
    }
    assert!(!written.is_empty(), "the search for statements finds none");
    let unlisted: Vec<_> = written
        .iter()
        .filter(|name| !distinct.contains(name.as_str()))
        .collect();
    assert!(unlisted.is_empty(), "not in ALL: {unlisted:?}");
    assert_eq!(written.len(), listed.len());
}

/// The first string literal after each `Statement::new(`.
fn names(source: &str) -> Vec<String> {
    let after = source.split("Statement::new(").skip(1);
    after
        .map(|rest| rest.split('"').nth(1).expect("a name").to_owned())
        .collect()
}

fn sources(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_statement_leaves_the_portable_subset() {
    let banned = [
        "NOW()",
        "CURRENT_TIMESTAMP",
        "RANDOM(",
        "SKIP LOCKED",
        "FOR UPDATE",
        "PG_",
        "PRAGMA",
        "::",
        "AUTOINCREMENT",
        "SERIAL ",
        "TRIGGER",
        "LISTEN",
        "NOTIFY",
        "INSERT OR ",
        "ROWID",
        "ILIKE",
        " GLOB ",
        "DATETIME(",
        "UNIXEPOCH(",
    ];
    for statement in repo::statements() {
        let sql = statement.sql().to_ascii_uppercase();
        for word in banned {
            assert!(!sql.contains(word), "{}: {word}", statement.name());
        }
        assert!(
            !sql.contains('?'),
            "{}: parameters are $1, $2, …",
            statement.name()
        );
    }
}

#[tokio::test]
async fn the_engine_is_told() {
    let [sqlite, postgres] = TestDatabase::both().await;
    assert_eq!(
        (sqlite.db.engine(), postgres.db.engine()),
        (Engine::Sqlite, Engine::Postgres)
    );
}
