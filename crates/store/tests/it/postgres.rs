//! What only PostgreSQL has: a server that can go away, and types to check.

use crate::cancel::Impatient;
use crate::ground::{ADD, GET, add, count, ground};
use counterfoil_store::driver::{Engine, Mode};
use counterfoil_store::{Db, Error, Statement, Value, open, open_with};
use counterfoil_testkit::database::TestDatabase;
use std::time::Duration;
use tokio_postgres::{Client, NoTls};

const ME: Statement = Statement::new("test.me", "SELECT CAST(pg_backend_pid() AS BIGINT) AS pid");

/// A connection beside the store, for what an operator would do.
async fn operator(test: &TestDatabase) -> Client {
    let (client, connection) = tokio_postgres::connect(test.url(), NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

async fn terminate(operator: &Client, pid: i64) {
    let pid = i32::try_from(pid).unwrap();
    operator
        .execute("SELECT pg_terminate_backend($1, 5000)", &[&pid])
        .await
        .unwrap();
}

#[tokio::test]
async fn a_value_of_another_type_is_refused() {
    let test = ground(Engine::Postgres).await;
    for value in [Value::from("12345678"), Value::from([0_u8; 8])] {
        let value = &value;
        let outcome = test
            .db
            .read("get", |tx| async move {
                tx.query(&GET, std::slice::from_ref(value)).await
            })
            .await;
        let error: Error = outcome.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the store failed: thing.get: the value of $1 has the wrong type"
        );
    }
}

#[tokio::test]
async fn a_connection_lost_in_the_middle_is_told_and_replaced() {
    let test = ground(Engine::Postgres).await;
    let (operator, db) = (&operator(&test).await, test.another(1).await);
    let outcome: Result<(), Error> = db
        .run("lost", |tx| async move {
            tx.execute(&ADD, &[1.into(), 1.into()]).await?;
            terminate(
                operator,
                tx.one(&ME, &[]).await?.expect("a row").get("pid")?,
            )
            .await;
            tx.execute(&ADD, &[2.into(), 2.into()]).await.map(drop)
        })
        .await;
    assert!(matches!(outcome, Err(Error::Unavailable(_))), "{outcome:?}");
    add(&db, 3, 3).await.unwrap();
    assert_eq!(count(&test.db).await, (1, 3));
}

#[tokio::test]
async fn connections_that_died_in_the_pool_are_replaced() {
    let test = ground(Engine::Postgres).await;
    let (operator, db) = (operator(&test).await, test.another(3).await);
    for round in 0..5 {
        let warm = (0..3).map(|_| {
            let db = db.clone();
            tokio::spawn(async move { count(&db).await })
        });
        for warm in warm.collect::<Vec<_>>() {
            warm.await.unwrap();
        }
        let killed = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                      WHERE application_name = 'counterfoil' AND datname = current_database()";
        operator.execute(killed, &[]).await.unwrap();
        add(&db, round, 0).await.unwrap();
    }
    assert_eq!(count(&test.db).await.0, 5);
}

async fn looked_up(db: &Db) -> Result<i64, Error> {
    db.lookup("me", |tx| async move {
        tx.one(&ME, &[]).await?.expect("a row").get("pid")
    })
    .await
}

#[tokio::test]
async fn a_lookup_takes_another_connection_when_its_own_has_died() {
    let test = ground(Engine::Postgres).await;
    let (operator, db) = (operator(&test).await, test.another(1).await);
    let first = looked_up(&db).await.unwrap();
    assert_eq!(looked_up(&db).await.unwrap(), first);
    terminate(&operator, first).await;
    assert_ne!(looked_up(&db).await.unwrap(), first);
    assert_none_is_open(&operator).await;
}

#[tokio::test]
async fn a_lookup_is_one_select() {
    let test = ground(Engine::Postgres).await;
    let twice = test.db.lookup("twice", |tx| async move {
        tx.query(&GET, &[1.into()]).await?;
        tx.query(&GET, &[1.into()]).await
    });
    let twice: Result<_, Error> = twice.await;
    assert!(matches!(twice, Err(Error::Internal(_))), "{twice:?}");
    let write = test.db.lookup("write", |tx| async move {
        tx.execute(&ADD, &[1.into(), 1.into()]).await
    });
    let write: Result<_, Error> = write.await;
    assert!(matches!(write, Err(Error::Internal(_))), "{write:?}");
    assert_eq!(count(&test.db).await.0, 0);
}

/// The commit is held open by a deferred trigger and the server cuts the connection meanwhile: nobody can know.
#[tokio::test]
async fn a_connection_lost_during_commit_is_uncertain() {
    let test = ground(Engine::Postgres).await;
    let operator = operator(&test).await;
    operator
        .batch_execute(
            "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
             CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED
             FOR EACH ROW EXECUTE FUNCTION slow();",
        )
        .await
        .unwrap();
    let db = test.another(1).await;
    let (told, pid) = tokio::sync::oneshot::channel();
    let mut told = Some(told);
    let committing = tokio::spawn(async move {
        db.run("slow", |tx| {
            let told = told.take();
            async move {
                let told = told.expect("it isn't run twice");
                tx.execute(&ADD, &[1.into(), 1.into()]).await?;
                told.send(tx.one(&ME, &[]).await?.expect("a row").get::<i64>("pid")?)
                    .unwrap();
                Ok::<_, Error>(())
            }
        })
        .await
    });
    let pid = pid.await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    terminate(&operator, pid).await;
    let outcome = committing.await.unwrap();
    assert!(matches!(outcome, Err(Error::Uncertain(_))), "{outcome:?}");
}

/// The collision shows only at COMMIT, through a deferred trigger that raises it.
#[tokio::test]
async fn a_collision_at_commit_is_retried() {
    let test = ground(Engine::Postgres).await;
    operator(&test)
        .await
        .batch_execute(
            "CREATE SEQUENCE tried;
             CREATE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                 IF nextval('tried') < 4 THEN RAISE EXCEPTION 'collision' USING ERRCODE = '40001'; END IF;
                 RETURN NULL;
             END $$;
             CREATE CONSTRAINT TRIGGER collide AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED
             FOR EACH ROW EXECUTE FUNCTION collide();",
        )
        .await
        .unwrap();
    let mut attempts = 0;
    let run = test.db.run("collide", |tx| {
        attempts += 1;
        async move { tx.execute(&ADD, &[1.into(), 1.into()]).await }
    });
    let added: Result<u64, Error> = run.await;
    assert_eq!((added.unwrap(), attempts), (1, 4));
    assert_eq!(count(&test.db).await, (1, 1));
}

#[tokio::test]
async fn a_cancelled_transaction_does_not_stay_open_on_the_server() {
    let test = ground(Engine::Postgres).await;
    let db: Db = test.another(1).await;
    let forever = db.run("forever", |tx| async move {
        tx.execute(&ADD, &[1.into(), 1.into()]).await?;
        std::future::pending::<Result<(), Error>>().await
    });
    assert!(
        tokio::time::timeout(Duration::from_millis(300), forever)
            .await
            .is_err()
    );
    assert_none_is_open(&operator(&test).await).await;
}

#[tokio::test]
async fn a_cancelled_begin_does_not_stay_open_on_the_server() {
    let test = ground(Engine::Postgres).await;
    let operator = operator(&test).await;
    let mut cancelled = 0;
    for left in 1..=8 {
        let driver = test.another(1).await.driver();
        let mut begin = Impatient {
            inner: Box::pin(driver.begin("begin", Mode::Write)),
            left,
        };
        let outcome = (&mut begin).await;
        // Time for the server to act on a BEGIN that was sent.
        tokio::time::sleep(Duration::from_millis(30)).await;
        drop(begin);
        match outcome {
            None => cancelled += 1,
            Some(tx) => drop(tx.unwrap()),
        }
        assert_none_is_open(&operator).await;
        drop(driver);
    }
    assert!(cancelled > 0);
}

async fn assert_none_is_open(operator: &Client) {
    let open = "SELECT COUNT(*) FROM pg_stat_activity
                WHERE state LIKE 'idle in transaction%' AND datname = current_database()";
    let mut left = i64::MAX;
    for _ in 0..100 {
        left = operator.query_one(open, &[]).await.unwrap().get(0);
        if left == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(left, 0, "a transaction nobody will end");
}

#[tokio::test]
async fn no_server_and_a_bad_url_are_told_without_the_password() {
    for url in [
        "postgres://u:hunter2@127.0.0.1:1/db?connect_timeout=2",
        "postgres://u:hunter2@host:port/db",
        "postgres://u:hunter2@h/d?x=y",
    ] {
        let error = open_with(url, 1).await.unwrap_err();
        assert!(
            !format!("{error} {error:?}").contains("hunter2"),
            "{error:?}"
        );
    }
    let error = open("postgres://u@127.0.0.1:1/db?sslmode=require")
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
}
