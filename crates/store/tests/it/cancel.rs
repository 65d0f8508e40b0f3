//! A caller that goes away at any moment leaves neither half a transaction nor a spoilt connection.

use crate::ground::{ADD, GET, RAISE, add, count, number, on_both_engines};
use counterfoil_store::{Db, Error};
use counterfoil_testkit::database::{TestDatabase, times};
use counterfoil_testkit::faults::{Fault, Faults, When};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

on_both_engines! {
    dropped_after_any_number_of_polls,
    dropped_at_any_operation,
    a_dropped_writer_holds_up_no_other_node,
    many_impatient_callers_lose_nothing,
}

/// Gives up on a future after so many polls.
pub(crate) struct Impatient<F> {
    pub(crate) inner: Pin<Box<F>>,
    pub(crate) left: usize,
}

impl<F: Future> Future for Impatient<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        match self.inner.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if self.left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// Adds thing `id` and raises thing 1: both or neither.
async fn pair(db: &Db, id: i64) -> Result<(), Error> {
    db.run("pair", |tx| async move {
        tx.one(&GET, &[id.into()]).await?;
        tx.execute(&ADD, &[id.into(), 0.into()]).await?;
        tx.execute(&RAISE, &[1.into()]).await.map(drop)
    })
    .await
}

/// Things, thing 1 itself aside, are as many as thing 1 was raised.
async fn assert_both_or_neither(db: &Db) -> i64 {
    let (things, raised) = count(db).await;
    assert_eq!(things - 1, raised, "half a transaction was kept");
    raised
}

/// The one connection works, and what it commits is seen by others.
async fn assert_sound(db: &Db, other: &Db, id: i64) {
    let next = tokio::time::timeout(Duration::from_secs(10), pair(db, id)).await;
    next.expect("the connection is free").unwrap();
    assert_eq!(
        number(other, id).await,
        Some(0),
        "a committed write was lost"
    );
}

async fn dropped_after_any_number_of_polls(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let db = ground.another(1).await;
    let (mut id, mut cancelled) = (1_000, 0);
    let rounds = times(2);
    for _ in 0..rounds {
        // Dropped at once, and after the database had time to act on what nobody waits for any more.
        for linger in [Duration::ZERO, Duration::from_millis(3)] {
            for polls in 1..=12 {
                id += 1;
                let mut future = Impatient {
                    inner: Box::pin(pair(&db, id)),
                    left: polls,
                };
                let outcome = (&mut future).await;
                tokio::time::sleep(linger).await;
                drop(future);
                if let Some(done) = outcome {
                    done.unwrap();
                    assert_eq!(
                        number(&ground.db, id).await,
                        Some(0),
                        "a promised write was lost"
                    );
                } else {
                    cancelled += 1;
                }
                assert_sound(&db, &ground.db, 1_000_000_000 + id).await;
                assert_both_or_neither(&ground.db).await;
            }
        }
    }
    // There are six awaits; on a busy machine an answer may be there before it is awaited.
    assert!(
        cancelled >= rounds * 2 * 2,
        "only {cancelled} awaits were cancelled"
    );
    println!(
        "{:?}: {cancelled} of {} were cancelled",
        ground.db.engine(),
        rounds * 2 * 12
    );
}

async fn dropped_at_any_operation(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let (db, faults) = Faults::around(&ground.another(1).await);
    for (at, operation) in (1..=5).enumerate() {
        for (side, when) in [When::Before, When::After].into_iter().enumerate() {
            let id = 1_000 + i64::try_from(at * 2 + side).unwrap();
            faults.strike_at(operation, when, Fault::Cancel);
            tokio::select! {
                outcome = pair(&db, id) => panic!("it was to be cancelled: {outcome:?}"),
                () = faults.struck() => {}
            }
            let kept = number(&ground.db, id).await.is_some();
            assert_eq!(
                kept,
                operation == 5 && when == When::After,
                "operation {operation}, {when:?}"
            );
            assert_both_or_neither(&ground.db).await;
            assert_sound(&db, &ground.db, 1_000_000 + id).await;
        }
    }
}

async fn a_dropped_writer_holds_up_no_other_node(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let gone = ground.another(1).await;
    let forever = gone.run("forever", |tx| async move {
        tx.execute(&RAISE, &[1.into()]).await?;
        std::future::pending::<Result<(), Error>>().await
    });
    assert!(
        tokio::time::timeout(Duration::from_millis(200), forever)
            .await
            .is_err()
    );
    // The node that was left is idle from now on, and still open.
    let next = tokio::time::timeout(Duration::from_secs(3), pair(&ground.db, 2)).await;
    next.expect("nothing is locked").unwrap();
    assert_eq!(assert_both_or_neither(&ground.db).await, 1);
    drop(gone);
}

async fn many_impatient_callers_lose_nothing(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let db = ground.another(4).await;
    let callers: Vec<_> = (0..i64::try_from(times(200)).unwrap())
        .map(|n| {
            let db = db.clone();
            tokio::spawn(async move {
                let left = usize::try_from(n % 23).unwrap();
                match (Impatient {
                    inner: Box::pin(pair(&db, 1_000 + n)),
                    left,
                })
                .await
                {
                    Some(Ok(())) => Some(1_000 + n),
                    Some(Err(error)) => panic!("{error}"),
                    None => None,
                }
            })
        })
        .collect();
    let mut promised = 0;
    for caller in callers {
        if let Some(id) = caller.await.unwrap() {
            promised += 1;
            assert_eq!(
                number(&ground.db, id).await,
                Some(0),
                "a promised write was lost"
            );
        }
    }
    assert_sound(&db, &ground.db, 1_000_000).await;
    let kept = assert_both_or_neither(&ground.db).await;
    assert!(kept > promised, "{kept} kept of {promised} promised");
    println!(
        "{:?}: {promised} callers got an answer, {kept} transactions were kept",
        ground.db.engine()
    );
}
