//! A small schema of the suite's own, on either engine.

use counterfoil_model::Timestamp;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Db, Error, Migration, Schema, Statement, Tx};
use counterfoil_testkit::database::TestDatabase;

/// Makes one test per engine out of `async fn name(ground: TestDatabase)`.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test($crate::ground::ground(counterfoil_store::driver::Engine::Sqlite).await).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test($crate::ground::ground(counterfoil_store::driver::Engine::Postgres).await).await;
            })+
        }
    };
}
pub(crate) use on_both_engines;

pub(crate) const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

pub(crate) const SCHEMA: Schema = Schema::new(&[Migration::new(
    1,
    "ground",
    "CREATE TABLE thing (
        id BIGINT NOT NULL PRIMARY KEY,
        number BIGINT,
        word TEXT,
        bytes BLOB,
        spent_at BIGINT,
        CHECK (id <> 666)
    );
    CREATE TABLE part (
        id BIGINT NOT NULL PRIMARY KEY,
        thing BIGINT NOT NULL REFERENCES thing (id),
        name TEXT NOT NULL UNIQUE
    );",
)]);

pub(crate) const INSERT: Statement = Statement::new(
    "thing.insert",
    "INSERT INTO thing (id, number, word, bytes) VALUES ($1, $2, $3, $4)",
);
pub(crate) const ADD: Statement = Statement::new(
    "thing.add",
    "INSERT INTO thing (id, number) VALUES ($1, $2)",
);
pub(crate) const GET: Statement = Statement::new(
    "thing.get",
    "SELECT id, number, word, bytes, spent_at FROM thing WHERE id = $1",
);
pub(crate) const SET: Statement =
    Statement::new("thing.set", "UPDATE thing SET number = $2 WHERE id = $1");
pub(crate) const RAISE: Statement = Statement::new(
    "thing.raise",
    "UPDATE thing SET number = number + 1 WHERE id = $1",
);
pub(crate) const COUNT: Statement = Statement::new(
    "thing.count",
    "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total FROM thing",
);
pub(crate) const ADD_PART: Statement = Statement::new(
    "part.add",
    "INSERT INTO part (id, thing, name) VALUES ($1, $2, $3)",
);

pub(crate) async fn ground(engine: Engine) -> TestDatabase {
    let ground = TestDatabase::empty(engine).await;
    let applied = SCHEMA.migrate(&ground.db, NOW).await.unwrap();
    assert_eq!(applied.len(), 1);
    ground
}

/// Adds a thing with a number, in a transaction of its own.
pub(crate) async fn add(db: &Db, id: i64, number: i64) -> Result<(), Error> {
    db.run("add", |tx| async move {
        tx.execute(&ADD, &[id.into(), number.into()])
            .await
            .map(drop)
    })
    .await
}

/// The number of thing `id`, if there is one.
pub(crate) async fn number(db: &Db, id: i64) -> Option<i64> {
    db.read("number", |tx| number_in(tx, id)).await.unwrap()
}

pub(crate) async fn number_in(tx: Tx, id: i64) -> Result<Option<i64>, Error> {
    tx.one(&GET, &[id.into()])
        .await?
        .map(|row| row.get("number"))
        .transpose()
}

/// How many things there are and what their numbers come to.
pub(crate) async fn count(db: &Db) -> (i64, i64) {
    db.read("count", |tx| async move {
        let row = tx.one(&COUNT, &[]).await?.expect("an aggregate has a row");
        Ok::<_, Error>((row.get("n")?, row.get("total")?))
    })
    .await
    .unwrap()
}
