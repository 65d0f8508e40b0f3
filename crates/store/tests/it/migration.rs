//! Migrations go forward, once, on however many nodes; another schema is refused.

use crate::ground::{COUNT, NOW, SCHEMA, ground};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Applied, Error, Migration, Schema, Statement, check, migrate};
use counterfoil_testkit::database::TestDatabase;
use counterfoil_testkit::faults::Faults;

const FIRST: Migration = Migration::new(
    1,
    "first",
    "CREATE TABLE first (id BIGINT NOT NULL PRIMARY KEY, blob_note TEXT, bytes BLOB); -- BLOB\n\
     INSERT INTO first (id, blob_note) VALUES (1, 'a BLOB; no more');",
);
const SECOND: Migration = Migration::new(
    2,
    "second",
    "ALTER TABLE first ADD COLUMN more BLOB; UPDATE first SET blob_note = 'changed';",
);
const SECOND_EDITED: Migration =
    Migration::new(2, "second", "ALTER TABLE first ADD COLUMN more TEXT;");
const SECOND_BROKEN: Migration = Migration::new(
    2,
    "second",
    "ALTER TABLE first ADD COLUMN more BLOB; INSERT INTO first (id) VALUES (2); INSERT INTO absent VALUES (1);",
);
const ONE: Schema = Schema::new(&[FIRST]);
const TWO: Schema = Schema::new(&[FIRST, SECOND]);
const EDITED: Schema = Schema::new(&[FIRST, SECOND_EDITED]);
const BROKEN: Schema = Schema::new(&[FIRST, SECOND_BROKEN]);

const NOTES: Statement = Statement::new("first.notes", "SELECT id, blob_note, bytes FROM first");

fn applied(version: i64, name: &str) -> Applied {
    Applied {
        version,
        name: name.into(),
        applied_at: NOW,
    }
}

async fn on_both(test: impl AsyncFn(TestDatabase)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        test(TestDatabase::empty(engine).await).await;
    }
}

async fn notes(test: &TestDatabase) -> Vec<String> {
    test.db
        .read("notes", |tx| async move {
            tx.query(&NOTES, &[])
                .await?
                .iter()
                .map(|row| row.get("blob_note"))
                .collect::<Result<_, Error>>()
        })
        .await
        .unwrap()
}

fn assert_unknown(outcome: &Result<(), Error>, why: &str) {
    let Err(Error::SchemaUnknown { why: told }) = outcome else {
        panic!("{outcome:?}")
    };
    assert!(told.contains(why), "{told}");
}

#[tokio::test]
async fn migrations_are_applied_once_and_in_order() {
    on_both(async |test| {
        assert_eq!(
            ONE.migrate(&test.db, NOW).await.unwrap(),
            [applied(1, "first")]
        );
        assert_eq!(
            notes(&test).await,
            ["a BLOB; no more"],
            "literals and names stay as they are"
        );
        assert_eq!(ONE.migrate(&test.db, NOW).await.unwrap(), []);
        assert_eq!(
            TWO.migrate(&test.db, NOW).await.unwrap(),
            [applied(2, "second")]
        );
        assert_eq!(TWO.migrate(&test.db, NOW).await.unwrap(), []);
        assert_eq!(notes(&test).await, ["changed"]);
        TWO.check(&test.db).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn another_schema_is_refused() {
    on_both(async |test| {
        assert_unknown(&ONE.check(&test.db).await, "schema_migration");
        ONE.migrate(&test.db, NOW).await.unwrap();
        assert_unknown(
            &TWO.check(&test.db).await,
            "migration 2 (second) is missing",
        );
        TWO.migrate(&test.db, NOW).await.unwrap();
        assert_unknown(
            &ONE.check(&test.db).await,
            "at version 2 and this program knows 1",
        );
        assert_unknown(&ONE.migrate(&test.db, NOW).await.map(drop), "at version 2");
        assert_unknown(
            &EDITED.check(&test.db).await,
            "migration 2 (second) isn't this program's",
        );
        assert_unknown(
            &EDITED.migrate(&test.db, NOW).await.map(drop),
            "isn't this program's",
        );
    })
    .await;
}

#[tokio::test]
async fn line_ends_of_a_checkout_do_not_matter() {
    const UNIX: Schema = Schema::new(&[Migration::new(
        1,
        "lines",
        "CREATE TABLE a (\n id BIGINT\n);\n",
    )]);
    const DOS: Schema = Schema::new(&[Migration::new(
        1,
        "lines",
        "CREATE TABLE a (\r\n id BIGINT\r\n);\r\n",
    )]);
    let test = TestDatabase::empty(Engine::Sqlite).await;
    UNIX.migrate(&test.db, NOW).await.unwrap();
    DOS.check(&test.db).await.unwrap();
}

#[tokio::test]
async fn a_migration_that_fails_leaves_nothing_behind() {
    on_both(async |test| {
        ONE.migrate(&test.db, NOW).await.unwrap();
        let failed = BROKEN.migrate(&test.db, NOW).await;
        assert!(failed.is_err(), "{failed:?}");
        assert_eq!(notes(&test).await.len(), 1);
        ONE.check(&test.db).await.unwrap();
        assert_eq!(
            TWO.migrate(&test.db, NOW).await.unwrap(),
            [applied(2, "second")]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_at_once_migrate_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let test = TestDatabase::empty(engine).await;
        let mut nodes = Vec::new();
        for _ in 0..6 {
            nodes.push(test.another(2).await);
        }
        let nodes: Vec<_> = nodes
            .into_iter()
            .map(|db| tokio::spawn(async move { TWO.migrate(&db, NOW).await.unwrap() }))
            .collect();
        let mut done = Vec::new();
        for node in nodes {
            done.extend(node.await.unwrap());
        }
        assert_eq!(
            done,
            [applied(1, "first"), applied(2, "second")],
            "{engine:?}"
        );
        TWO.check(&test.db).await.unwrap();
    }
}

/// All have seen that everything is missing before one of them begins.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_saw_the_same_gap_fill_it_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let test = TestDatabase::empty(engine).await;
        let (db, faults) = Faults::around(&test.db);
        let gate = faults.hold("migrate", 6);
        let nodes: Vec<_> = (0..6)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move { TWO.migrate(&db, NOW).await.unwrap() })
            })
            .collect();
        gate.until(6).await;
        let mut done = Vec::new();
        for node in nodes {
            done.extend(node.await.unwrap());
        }
        assert_eq!(
            done,
            [applied(1, "first"), applied(2, "second")],
            "{engine:?}"
        );
    }
}

#[tokio::test]
async fn the_schema_of_this_program_is_applied_and_known() {
    on_both(async |test| {
        assert!(!migrate(&test.db, NOW).await.unwrap().is_empty());
        check(&test.db).await.unwrap();
        assert_eq!(migrate(&test.db, NOW).await.unwrap(), []);
    })
    .await;
    for fresh in TestDatabase::both().await {
        check(&fresh.db).await.unwrap();
    }
}

#[tokio::test]
async fn a_statement_on_a_table_that_is_not_there_says_so() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let test = ground(engine).await;
        SCHEMA.check(&test.db).await.unwrap();
        let empty = TestDatabase::empty(engine).await;
        let outcome = empty
            .db
            .read("count", |tx| async move {
                tx.query(&COUNT, &[]).await.map(drop)
            })
            .await;
        assert_unknown(&outcome, "thing");
    }
}
