//! A collision is retried, wherever it shows; what isn't a collision is not.

use crate::ground::{ADD, RAISE, SET, add, count, number, number_in, on_both_engines};
use counterfoil_store::{Db, Error};
use counterfoil_testkit::database::TestDatabase;
use counterfoil_testkit::faults::{Fault, Faults, When};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

on_both_engines! {
    a_collision_at_any_step_is_retried,
    a_collision_that_the_closure_hides_is_retried,
    a_collision_that_never_ends_is_told,
    nothing_else_is_retried,
    an_unknown_commit_is_told_and_not_repeated,
    two_nodes_on_one_row_both_get_through,
}

/// Raises thing 1 and adds another: begin, two statements, commit.
async fn work(db: &Db, attempts: &AtomicUsize) -> Result<(), Error> {
    db.run("work", |tx| async move {
        let attempt = attempts.fetch_add(1, Ordering::Relaxed);
        tx.execute(&RAISE, &[1.into()]).await?;
        tx.execute(
            &ADD,
            &[(100 + i64::try_from(attempt).unwrap()).into(), 0.into()],
        )
        .await
        .map(drop)
    })
    .await
}

async fn a_collision_at_any_step_is_retried(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let (db, faults) = Faults::around(&ground.db);
    for (step, closures) in [(1, 1), (2, 2), (3, 2), (4, 2)] {
        let before = count(&ground.db).await;
        let attempts = AtomicUsize::new(usize::try_from(before.1).unwrap() * 10);
        let started = attempts.load(Ordering::Relaxed);
        faults.strike_at(step, When::Before, Fault::Conflict);
        work(&db, &attempts).await.unwrap();
        assert!(!faults.spare(), "step {step} was reached");
        assert_eq!(attempts.into_inner() - started, closures, "step {step}");
        assert_eq!(
            count(&ground.db).await,
            (before.0 + 1, before.1 + 1),
            "once, at step {step}"
        );
    }
}

async fn a_collision_that_the_closure_hides_is_retried(ground: TestDatabase) {
    let (db, faults) = Faults::around(&ground.db);
    faults.strike_at(2, When::Before, Fault::Conflict);
    let attempts = &AtomicUsize::new(0);
    let swallowed = db.run("swallow", |tx| async move {
        attempts.fetch_add(1, Ordering::Relaxed);
        let _quiet = tx.execute(&ADD, &[1.into(), 1.into()]).await;
        Ok::<_, Error>(())
    });
    swallowed.await.unwrap();
    assert_eq!(attempts.swap(0, Ordering::Relaxed), 2);
    assert_eq!(count(&ground.db).await, (1, 1));

    faults.strike_at(2, When::Before, Fault::Conflict);
    let disguised = db.run("disguise", |tx| async move {
        attempts.fetch_add(1, Ordering::Relaxed);
        tx.execute(&ADD, &[2.into(), 2.into()])
            .await
            .map_err(|_| Error::internal("something else"))
    });
    assert_eq!(disguised.await.unwrap(), 1);
    assert_eq!(attempts.load(Ordering::Relaxed), 2);
}

async fn a_collision_that_never_ends_is_told(ground: TestDatabase) {
    let attempts = &AtomicUsize::new(0);
    let (db, faults) = Faults::around(&ground.db);
    let faults = &faults;
    let started = Instant::now();
    let run: Result<(), Error> = db
        .run("stubborn", |tx| async move {
            attempts.fetch_add(1, Ordering::Relaxed);
            faults.strike_at(1, When::Before, Fault::Conflict);
            tx.execute(&ADD, &[1.into(), 1.into()]).await.map(drop)
        })
        .await;
    assert!(matches!(run, Err(Error::Conflict)), "{run:?}");
    let attempts = attempts.load(Ordering::Relaxed);
    assert!((10..=100).contains(&attempts), "{attempts} attempts");
    assert!(started.elapsed() < Duration::from_secs(20));
    assert_eq!(count(&ground.db).await, (0, 0));
}

async fn nothing_else_is_retried(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let (db, faults) = Faults::around(&ground.db);
    for fault in [Fault::Fail, Fault::Disconnect] {
        let attempts = AtomicUsize::new(0);
        faults.strike_at(2, When::Before, fault);
        let outcome = work(&db, &attempts).await;
        assert!(matches!(outcome, Err(Error::Unavailable(_))), "{outcome:?}");
        assert_eq!(attempts.into_inner(), 1);
    }
    assert_eq!(count(&ground.db).await, (1, 0));
}

async fn an_unknown_commit_is_told_and_not_repeated(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let (db, faults) = Faults::around(&ground.db);
    for (when, raised) in [(When::Before, 0), (When::After, 1)] {
        let attempts = AtomicUsize::new(0);
        faults.strike_at(4, when, Fault::Disconnect);
        let outcome = work(&db, &attempts).await;
        assert!(matches!(outcome, Err(Error::Uncertain(_))), "{outcome:?}");
        assert_eq!(attempts.into_inner(), 1);
        assert_eq!(number(&ground.db, 1).await, Some(raised));
    }
}

/// Two processes with a database open each: the same row is read by both before either writes.
async fn two_nodes_on_one_row_both_get_through(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let attempts = AtomicUsize::new(0);
    let nodes = [ground.another(2).await, ground.another(2).await];
    let raise = |db: Db| {
        let attempts = &attempts;
        async move {
            for _ in 0..10 {
                db.run("raise", |tx| async move {
                    attempts.fetch_add(1, Ordering::Relaxed);
                    let now = number_in(tx.clone(), 1).await?.expect("it is there");
                    tokio::time::sleep(Duration::from_millis(2)).await;
                    tx.execute(&SET, &[1.into(), (now + 1).into()]).await
                })
                .await
                .unwrap_or_else(|error: Error| panic!("{error}"));
            }
        }
    };
    let [first, second] = nodes;
    tokio::join!(raise(first), raise(second));
    assert_eq!(number(&ground.db, 1).await, Some(20));
    println!(
        "{:?}: 20 raises by two nodes took {} attempts",
        ground.db.engine(),
        attempts.into_inner()
    );
}
