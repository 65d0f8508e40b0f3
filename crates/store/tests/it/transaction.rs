//! A transaction is all or nothing, whatever becomes of its closure.

use crate::ground::{ADD, ADD_PART, COUNT, GET, RAISE, SET, add, count, number, on_both_engines};
use counterfoil_store::{Constraint, Error, Statement, Tx};
use counterfoil_testkit::database::TestDatabase;
use counterfoil_testkit::faults::{Fault, Faults, When};
use std::sync::{Arc, Mutex};
use std::time::Duration;

on_both_engines! {
    what_returns_ok_is_kept_and_what_returns_err_is_not,
    a_panic_undoes_everything,
    affected_rows_are_counted,
    returning_gives_every_row,
    more_than_one_row_is_noticed,
    constraints_are_told_apart,
    a_failure_that_is_kept_quiet_is_not_committed,
    a_statement_that_was_abandoned_is_not_committed,
    a_handle_that_outlives_its_transaction_is_dead,
    a_handle_that_gets_out_does_not_keep_a_dropped_transaction_open,
    a_read_cannot_write,
    an_error_of_the_caller_goes_through,
}

const RAISE_ALL: Statement = Statement::new(
    "thing.raise_all",
    "UPDATE thing SET number = number + 1 WHERE number >= $1 RETURNING id, number",
);
const ALL: Statement = Statement::new("thing.all", "SELECT id FROM thing ORDER BY id");

/// An error of a use case, as services have them.
#[derive(Debug)]
enum Refusal {
    TooPoor,
    Store(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

async fn what_returns_ok_is_kept_and_what_returns_err_is_not(ground: TestDatabase) {
    add(&ground.db, 1, 10).await.unwrap();
    assert_eq!(number(&ground.db, 1).await, Some(10));
    let refused: Result<(), Error> = ground
        .db
        .run("refuse", |tx| async move {
            tx.execute(&SET, &[1.into(), 99.into()]).await?;
            tx.execute(&ADD, &[2.into(), 5.into()]).await?;
            assert_eq!(count_in(&tx).await?, 2, "a transaction sees its own writes");
            Err(Error::internal("no"))
        })
        .await;
    assert_eq!(refused.unwrap_err().to_string(), "the store failed: no");
    assert_eq!(count(&ground.db).await, (1, 10));
}

async fn a_panic_undoes_everything(ground: TestDatabase) {
    let db = ground.another(1).await;
    let inside = db.clone();
    let task = tokio::spawn(async move {
        let run: Result<(), Error> = inside
            .run("panic", |tx| async move {
                tx.execute(&ADD, &[1.into(), 1.into()]).await?;
                panic!("on purpose")
            })
            .await;
        run
    });
    assert!(task.await.unwrap_err().is_panic());
    assert_eq!(count(&ground.db).await, (0, 0));
    add(&db, 2, 2).await.unwrap();
    assert_eq!(count(&ground.db).await, (1, 2));
}

async fn affected_rows_are_counted(ground: TestDatabase) {
    for id in 1..=3 {
        add(&ground.db, id, id).await.unwrap();
    }
    let affected: (u64, u64) = ground
        .db
        .run("affected", |tx| async move {
            let raised = tx.execute(&RAISE_ALL, &[2.into()]).await?;
            Ok::<_, Error>((raised, tx.execute(&RAISE, &[9.into()]).await?))
        })
        .await
        .unwrap();
    assert_eq!(affected, (2, 0));
}

async fn returning_gives_every_row(ground: TestDatabase) {
    for id in 1..=100 {
        add(&ground.db, id, id).await.unwrap();
    }
    let mut raised: Vec<(i64, i64)> = ground
        .db
        .run("returning", |tx| async move {
            let rows = tx.query(&RAISE_ALL, &[51.into()]).await?;
            rows.iter()
                .map(|row| Ok((row.get("id")?, row.get("number")?)))
                .collect::<Result<_, Error>>()
        })
        .await
        .unwrap();
    raised.sort_unstable();
    assert_eq!(
        raised,
        (51..=100).map(|id| (id, id + 1)).collect::<Vec<_>>()
    );
    assert_eq!(
        number(&ground.db, 100).await,
        Some(101),
        "all rows were written, not only those that were read"
    );
}

async fn more_than_one_row_is_noticed(ground: TestDatabase) {
    for id in 1..=2 {
        add(&ground.db, id, id).await.unwrap();
    }
    let found = ground
        .db
        .read("all", |tx| async move { tx.one(&ALL, &[]).await })
        .await;
    assert!(
        matches!(found, Err(Error::Inconsistent { .. })),
        "{found:?}"
    );
}

async fn constraints_are_told_apart(ground: TestDatabase) {
    add(&ground.db, 1, 1).await.unwrap();
    let part = |id: i64, thing: Option<i64>, name: &'static str| {
        let db = ground.db.clone();
        async move {
            let values = [id.into(), thing.into(), name.into()];
            let values = &values;
            db.run(
                "part",
                |tx| async move { tx.execute(&ADD_PART, values).await },
            )
            .await
        }
    };
    part(1, Some(1), "a").await.unwrap();
    let cases = [
        (add(&ground.db, 1, 1).await.map(|()| 0), Constraint::Unique),
        (part(2, Some(1), "a").await, Constraint::Unique),
        (part(2, Some(9), "b").await, Constraint::Reference),
        (part(2, None, "b").await, Constraint::NotNull),
        (add(&ground.db, 666, 1).await.map(|()| 0), Constraint::Check),
    ];
    for (outcome, wanted) in cases {
        let Err(Error::Constraint(broken)) = &outcome else {
            panic!("{wanted:?}: {outcome:?}")
        };
        assert_eq!(*broken, wanted);
    }
    assert!(
        add(&ground.db, 1, 1)
            .await
            .unwrap_err()
            .is_unique_violation()
    );
}

async fn a_failure_that_is_kept_quiet_is_not_committed(ground: TestDatabase) {
    add(&ground.db, 1, 1).await.unwrap();
    let run = ground.db.run("quiet", |tx| async move {
        tx.execute(&SET, &[1.into(), 50.into()]).await?;
        let violation = tx.execute(&ADD, &[1.into(), 1.into()]).await;
        assert!(violation.unwrap_err().is_unique_violation());
        assert!(
            tx.query(&COUNT, &[]).await.is_err(),
            "nothing more can be done"
        );
        Ok::<_, Error>(())
    });
    assert!(matches!(run.await, Err(Error::Internal(_))));
    assert_eq!(count(&ground.db).await, (1, 1));
}

async fn a_statement_that_was_abandoned_is_not_committed(ground: TestDatabase) {
    let (db, faults) = Faults::around(&ground.db);
    faults.strike_at(2, When::After, Fault::Cancel);
    let faults = &faults;
    let run = db.run("abandon", |tx| async move {
        let values = [1.into(), 1.into()];
        tokio::select! {
            added = tx.execute(&ADD, &values) => panic!("its answer was to be lost: {added:?}"),
            () = faults.struck() => {}
        }
        assert!(
            tx.query(&COUNT, &[]).await.is_err(),
            "nobody knows what the transaction holds by now"
        );
        Ok::<_, Error>(())
    });
    assert!(matches!(run.await, Err(Error::Internal(_))));
    assert_eq!(count(&ground.db).await, (0, 0));
}

async fn a_handle_that_outlives_its_transaction_is_dead(ground: TestDatabase) {
    let stolen = Arc::new(Mutex::new(None::<Tx>));
    let keep = &stolen;
    ground
        .db
        .run("steal", |tx| async move {
            *keep.lock().unwrap() = Some(tx.clone());
            tx.execute(&ADD, &[1.into(), 1.into()]).await
        })
        .await
        .unwrap_or_else(|error: Error| panic!("{error}"));
    let tx = stolen.lock().unwrap().take().unwrap();
    assert!(tx.execute(&ADD, &[2.into(), 2.into()]).await.is_err());
    assert_eq!(count(&ground.db).await, (1, 1));
}

async fn a_handle_that_gets_out_does_not_keep_a_dropped_transaction_open(ground: TestDatabase) {
    let db = ground.another(1).await;
    let stolen = Arc::new(Mutex::new(None::<Tx>));
    let keep = &stolen;
    let run = db.run("steal", |tx| async move {
        tx.execute(&ADD, &[1.into(), 1.into()]).await?;
        *keep.lock().unwrap() = Some(tx);
        std::future::pending::<Result<(), Error>>().await
    });
    assert!(
        tokio::time::timeout(Duration::from_millis(300), run)
            .await
            .is_err()
    );
    assert!(stolen.lock().unwrap().is_some());
    tokio::time::timeout(Duration::from_secs(5), add(&db, 2, 2))
        .await
        .expect("the connection is free")
        .unwrap();
    assert_eq!(count(&ground.db).await, (1, 2));
}

async fn a_read_cannot_write(ground: TestDatabase) {
    let write = ground.db.read("write", |tx| async move {
        tx.execute(&ADD, &[1.into(), 1.into()]).await
    });
    assert!(matches!(write.await, Err(Error::Internal(_))));
    let write = ground.db.glance("write", |tx| async move {
        tx.execute(&ADD, &[1.into(), 1.into()]).await
    });
    assert!(matches!(write.await, Err(Error::Internal(_))));
    assert_eq!(count(&ground.db).await, (0, 0));
    add(&ground.db, 1, 1).await.unwrap();
}

async fn an_error_of_the_caller_goes_through(ground: TestDatabase) {
    let refused: Result<(), Refusal> = ground
        .db
        .run("refuse", |_| async move { Err(Refusal::TooPoor) })
        .await;
    assert!(matches!(refused, Err(Refusal::TooPoor)));
    let failed: Result<_, Refusal> = ground
        .db
        .run("fail", |tx| async move {
            tx.execute(&ADD, &[1.into(), 1.into()]).await?;
            Ok(tx.execute(&ADD, &[1.into(), 1.into()]).await?)
        })
        .await;
    assert!(matches!(
        failed,
        Err(Refusal::Store(Error::Constraint(Constraint::Unique)))
    ));
    let found = ground
        .db
        .read("get", |tx| async move { tx.one(&GET, &[1.into()]).await })
        .await;
    assert!(
        found
            .unwrap_or_else(|error: Error| panic!("{error}"))
            .is_none()
    );
}

async fn count_in(tx: &Tx) -> Result<i64, Error> {
    tx.one(&COUNT, &[])
        .await?
        .expect("an aggregate has a row")
        .get("n")
}
