//! Whole tables: the migrations say what the catalogues say, and rows go from one engine to the other and back unchanged.

use crate::ground::NOW;
use counterfoil_store::driver::Engine;
use counterfoil_store::dump::{self, Kind};
use counterfoil_store::{Db, Error, Schema, Statement, Value};
use counterfoil_testkit::database::TestDatabase;
use std::collections::{BTreeMap, BTreeSet};

const OF_SQLITE: Statement = Statement::new(
    "catalogue.sqlite",
    "SELECT m.name AS table_name, c.name AS column_name, c.type AS kind FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c \
     WHERE m.type = 'table' AND m.name <> 'schema_migration'",
);
const OF_POSTGRES: Statement = Statement::new(
    "catalogue.postgres",
    "SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS column_name, CAST(data_type AS TEXT) AS kind \
     FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'schema_migration'",
);

type Shape = BTreeSet<(String, String, &'static str)>;

async fn catalogue(db: &Db) -> Shape {
    let statement = match db.engine() {
        Engine::Sqlite => &OF_SQLITE,
        Engine::Postgres => &OF_POSTGRES,
    };
    db.read("catalogue", |tx| async move {
        let rows = tx.query(statement, &[]).await?;
        rows.iter()
            .map(|row| {
                let kind = match row.get::<String>("kind")?.as_str() {
                    "BIGINT" | "bigint" => "integer",
                    "TEXT" | "text" => "text",
                    "BLOB" | "bytea" => "bytes",
                    other => panic!("a column of the type {other}"),
                };
                Ok::<_, Error>((row.get("table_name")?, row.get("column_name")?, kind))
            })
            .collect()
    })
    .await
    .unwrap()
}

fn described(version: i64) -> Shape {
    let tables = dump::tables(version).unwrap().iter();
    tables
        .flat_map(|table| {
            table.columns().iter().map(|column| {
                let kind = match column.kind {
                    Kind::Integer => "integer",
                    Kind::Text => "text",
                    Kind::Bytes => "bytes",
                };
                (table.name().to_owned(), column.name.clone(), kind)
            })
        })
        .collect()
}

#[tokio::test]
async fn the_migrations_describe_what_both_engines_have() {
    for version in 1..=Schema::CURRENT.version() {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let test = TestDatabase::empty(engine).await;
            let built: Result<(), Error> = test
                .db
                .run("build", |tx| async move {
                    Schema::CURRENT.build(&tx, version, NOW).await
                })
                .await;
            built.unwrap();
            assert_eq!(catalogue(&test.db).await, described(version), "{version}");
            assert_eq!(
                Schema::CURRENT.version_of(&test.db).await.unwrap(),
                Some(version)
            );
        }
    }
}

/// A row that no other of the table is like.
fn row(table: &dump::Table, n: i64) -> Vec<Value> {
    let columns = table.columns().iter().enumerate();
    columns
        .map(|(at, column)| match column.kind {
            Kind::Integer => Value::Int(n * 1000 + i64::try_from(at).unwrap()),
            Kind::Text => Value::Text(format!("{n} é \" \\ \u{2028} {}", column.name)),
            Kind::Bytes => Value::Blob(n.to_be_bytes().repeat(at % 3 + 1)),
        })
        .collect()
}

async fn fill(db: &Db, rows: i64) {
    let filled: Result<(), Error> = db
        .run("fill", |tx| async move {
            for table in dump::tables(Schema::CURRENT.version()).unwrap() {
                for n in 0..rows {
                    table.insert(&tx, &row(table, n)).await?;
                }
            }
            Ok(())
        })
        .await;
    filled.unwrap();
}

type Everything = BTreeMap<&'static str, Vec<Vec<Value>>>;

async fn everything(db: &Db) -> Everything {
    let read: Result<_, Error> = db
        .snapshot("everything", |tx| async move {
            let mut all = Everything::new();
            for table in dump::tables(Schema::CURRENT.version()).unwrap() {
                let mut rows: Vec<Vec<Value>> = Vec::new();
                loop {
                    let page = table.page(&tx, rows.last().map(Vec::as_slice)).await?;
                    if page.is_empty() {
                        break;
                    }
                    rows.extend(page);
                }
                assert_eq!(table.count(&tx).await?, i64::try_from(rows.len()).unwrap());
                // Engines order texts differently.
                rows.sort_by_key(|row| format!("{:?}", row.iter().map(shown).collect::<Vec<_>>()));
                all.insert(table.name(), rows);
            }
            Ok(all)
        })
        .await;
    read.unwrap()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Int(n) => n.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => format!("{bytes:?}"),
    }
}

async fn copy(from: &Everything, to: &Db) {
    let copied: Result<(), Error> = to
        .run("copy", |tx| async move {
            dump::drop_all(&tx, Schema::CURRENT.version()).await?;
            Schema::CURRENT
                .build(&tx, Schema::CURRENT.version(), NOW)
                .await?;
            for table in dump::tables(Schema::CURRENT.version()).unwrap() {
                for row in &from[table.name()] {
                    table.insert(&tx, row).await?;
                }
            }
            Ok(())
        })
        .await;
    copied.unwrap();
}

#[tokio::test]
async fn every_table_goes_from_one_engine_to_the_other_and_back() {
    let [sqlite, postgres] = TestDatabase::both().await;
    // More than one page.
    fill(&sqlite.db, 600).await;
    let first = everything(&sqlite.db).await;
    assert!(first.values().all(|rows| rows.len() == 600));
    fill(&postgres.db, 3).await;
    copy(&first, &postgres.db).await;
    let second = everything(&postgres.db).await;
    assert!(first == second, "PostgreSQL has other rows");
    copy(&second, &sqlite.db).await;
    assert!(
        first == everything(&sqlite.db).await,
        "SQLite has other rows"
    );
}

#[tokio::test]
async fn a_snapshot_sees_one_moment_and_keeps_nobody_waiting() {
    for test in TestDatabase::both().await {
        fill(&test.db, 1).await;
        let db = &test.db;
        let seen: Result<(), Error> = db
            .snapshot("long", |tx| async move {
                let table = dump::tables(1).unwrap().first().unwrap();
                assert_eq!(table.count(&tx).await?, 1);
                let newest = dump::tables(Schema::CURRENT.version()).unwrap();
                let table = newest.first().unwrap();
                db.run("meanwhile", |tx| async move {
                    table.insert(&tx, &row(table, 7)).await
                })
                .await?;
                assert_eq!(table.count(&tx).await?, 1);
                Ok(())
            })
            .await;
        seen.unwrap();
        assert_eq!(everything(db).await["account"].len(), 2);
    }
}

#[tokio::test]
async fn a_build_that_fails_leaves_the_tables_as_they_were() {
    for test in TestDatabase::both().await {
        fill(&test.db, 2).await;
        let before = everything(&test.db).await;
        let failed: Result<(), Error> = test
            .db
            .run("copy", |tx| async move {
                dump::drop_all(&tx, Schema::CURRENT.version()).await?;
                Schema::CURRENT
                    .build(&tx, Schema::CURRENT.version(), NOW)
                    .await?;
                Err(Error::internal("the file ended"))
            })
            .await;
        assert!(failed.is_err());
        assert!(before == everything(&test.db).await);
    }
}
