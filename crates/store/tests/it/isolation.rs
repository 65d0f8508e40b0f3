//! Transactions don't see each other's halves, and the result is as if they had run one by one.

use crate::ground::{ADD, COUNT, SET, add, count, number, number_in, on_both_engines};
use counterfoil_store::{Db, Error};
use counterfoil_testkit::database::TestDatabase;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Barrier;

on_both_engines! {
    what_is_not_committed_is_seen_by_nobody,
    a_read_is_one_snapshot,
    a_glance_is_one_snapshot_too,
    glances_left_in_the_middle_give_their_connections_back,
    readers_do_not_wait_for_the_writer,
    counting_up_loses_nothing,
    two_who_each_rely_on_the_other_cannot_both_leave,
}

async fn what_is_not_committed_is_seen_by_nobody(ground: TestDatabase) {
    let other = ground.another(1).await;
    let other = &other;
    ground
        .db
        .run("write", |tx| async move {
            tx.execute(&ADD, &[1.into(), 1.into()]).await?;
            assert_eq!(count(other).await, (0, 0));
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
    assert_eq!(count(other).await, (1, 1));
}

async fn a_read_is_one_snapshot(ground: TestDatabase) {
    add(&ground.db, 1, 1).await.unwrap();
    let db = &ground.db;
    ground
        .db
        .read("snapshot", |tx| async move {
            let before: i64 = tx.one(&COUNT, &[]).await?.expect("a row").get("n")?;
            add(db, 100 + before, 1).await?;
            let after: i64 = tx.one(&COUNT, &[]).await?.expect("a row").get("n")?;
            assert_eq!((before, after), (1, 1));
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
    assert_eq!(count(&ground.db).await, (2, 2));
}

async fn a_glance_is_one_snapshot_too(ground: TestDatabase) {
    add(&ground.db, 1, 1).await.unwrap();
    let db = &ground.db;
    ground
        .db
        .glance("snapshot", |tx| async move {
            let before: i64 = tx.one(&COUNT, &[]).await?.expect("a row").get("n")?;
            add(db, 100 + before, 1).await?;
            let after: i64 = tx.one(&COUNT, &[]).await?.expect("a row").get("n")?;
            assert_eq!((before, after), (1, 1));
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
    assert_eq!(count(&ground.db).await, (2, 2));
}

async fn glances_left_in_the_middle_give_their_connections_back(ground: TestDatabase) {
    for _ in 0..40 {
        let left = ground.db.glance("left", |tx| async move {
            tx.one(&COUNT, &[]).await?;
            tokio::time::sleep(Duration::from_mins(1)).await;
            Ok::<_, Error>(())
        });
        assert!(
            tokio::time::timeout(Duration::from_millis(5), left)
                .await
                .is_err()
        );
        let failed: Result<(), Error> = ground
            .db
            .glance("failed", |_| async { Err(Error::internal("no")) })
            .await;
        assert!(failed.is_err());
    }
    add(&ground.db, 1, 1).await.unwrap();
    let seen: Result<i64, Error> = ground
        .db
        .glance("after", |tx| async move {
            tx.one(&COUNT, &[]).await?.expect("a row").get("n")
        })
        .await;
    assert_eq!(seen.unwrap(), 1);
}

async fn readers_do_not_wait_for_the_writer(ground: TestDatabase) {
    add(&ground.db, 1, 7).await.unwrap();
    let db = &ground.db;
    ground
        .db
        .run("slow", |tx| async move {
            tx.execute(&SET, &[1.into(), 8.into()]).await?;
            let seen = tokio::time::timeout(Duration::from_secs(2), number(db, 1)).await;
            assert_eq!(seen.expect("readers go on"), Some(7));
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
}

/// Reads a number, and writes one more: whoever is overtaken has to start again.
async fn count_up(db: &Db, attempts: &AtomicUsize) -> Result<(), Error> {
    db.run("count up", |tx| async move {
        attempts.fetch_add(1, Ordering::Relaxed);
        let now = number_in(tx.clone(), 1).await?.expect("it is there");
        tx.execute(&SET, &[1.into(), (now + 1).into()])
            .await
            .map(drop)
    })
    .await
}

async fn counting_up_loses_nothing(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let attempts = Arc::new(AtomicUsize::new(0));
    let counters: Vec<_> = (0..8)
        .map(|_| {
            let (db, attempts) = (ground.db.clone(), Arc::clone(&attempts));
            tokio::spawn(async move {
                for _ in 0..5 {
                    count_up(&db, &attempts).await.unwrap();
                }
            })
        })
        .collect();
    for counter in counters {
        counter.await.unwrap();
    }
    assert_eq!(number(&ground.db, 1).await, Some(40));
    println!(
        "{:?}: 40 increments took {} attempts",
        ground.db.engine(),
        attempts.load(Ordering::Relaxed)
    );
}

/// Write skew: two are on call, each may leave when the other stays.
async fn two_who_each_rely_on_the_other_cannot_both_leave(ground: TestDatabase) {
    add(&ground.db, 1, 1).await.unwrap();
    add(&ground.db, 2, 1).await.unwrap();
    let both_have_looked = Arc::new(Barrier::new(2));
    let leave = |who: i64| {
        let (db, both) = (ground.db.clone(), Arc::clone(&both_have_looked));
        tokio::spawn(async move {
            let both = &both;
            db.run("leave", |tx| async move {
                let on_call: i64 = tx.one(&COUNT, &[]).await?.expect("a row").get("total")?;
                // With one writer the other can't even look; it must not wait for ever.
                let _met = tokio::time::timeout(Duration::from_millis(300), both.wait()).await;
                if on_call > 1 {
                    tx.execute(&SET, &[who.into(), 0.into()]).await?;
                }
                Ok::<_, Error>(on_call > 1)
            })
            .await
            .unwrap()
        })
    };
    let (first, second) = (leave(1), leave(2));
    let left = [first.await.unwrap(), second.await.unwrap()];
    assert_eq!(left.iter().filter(|left| **left).count(), 1, "{left:?}");
    assert_eq!(count(&ground.db).await, (2, 1));
}
