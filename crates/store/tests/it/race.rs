//! One code, many hands: exactly one spends it.

use crate::ground::{add, on_both_engines};
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::database::{TestDatabase, times};
use counterfoil_testkit::faults::Faults;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

on_both_engines! {
    sixty_four_hands_one_winner,
    a_thousand_hands_one_winner,
    hands_on_different_codes_all_win,
}

const SPEND: Statement = Statement::new(
    "thing.spend",
    "UPDATE thing SET spent_at = $1 WHERE id = $2 AND spent_at IS NULL RETURNING id",
);

async fn sixty_four_hands_one_winner(ground: TestDatabase) {
    for id in 1..=i64::try_from(times(3)).unwrap() {
        one_winner(&ground, id, 64).await;
    }
}

async fn a_thousand_hands_one_winner(ground: TestDatabase) {
    for id in 1..=i64::try_from(times(1)).unwrap() {
        one_winner(&ground, id, 1_000).await;
    }
}

async fn one_winner(ground: &TestDatabase, id: i64, hands: usize) {
    add(&ground.db, id, 0).await.unwrap();
    let (db, faults) = Faults::around(&ground.db);
    let gate = faults.hold("spend", hands);
    let reached = Arc::new(AtomicUsize::new(0));
    let spenders: Vec<_> = (1..=i64::try_from(hands).unwrap())
        .map(|hand| {
            let (db, reached) = (db.clone(), Arc::clone(&reached));
            tokio::spawn(async move {
                let reached = &reached;
                db.run("spend", |tx| async move {
                    let spent = tx.query(&SPEND, &[hand.into(), id.into()]).await;
                    reached.fetch_add(1, Ordering::Relaxed);
                    Ok::<_, Error>(!spent?.is_empty())
                })
                .await
                .unwrap()
                .then_some(hand)
            })
        })
        .collect();
    gate.until(hands).await;
    let mut winners = Vec::new();
    for spender in spenders {
        winners.extend(spender.await.unwrap());
    }
    let reached = reached.load(Ordering::Relaxed);
    println!(
        "{:?}: {hands} hands were held at the gate, the write was reached {reached} times, {} won",
        ground.db.engine(),
        winners.len()
    );
    assert!(reached >= hands);
    assert_eq!(winners.len(), 1, "{winners:?}");
    assert_eq!(spent_by(ground, id).await, winners.first().copied());
}

/// Who spends another code isn't held up for ever and loses nothing.
async fn hands_on_different_codes_all_win(ground: TestDatabase) {
    let hands = 200;
    for id in 1..=hands {
        add(&ground.db, id, 0).await.unwrap();
    }
    let spenders: Vec<_> = (1..=hands)
        .map(|id| {
            let db = ground.db.clone();
            tokio::spawn(async move {
                db.run("spend", |tx| async move {
                    tx.execute(&SPEND, &[7.into(), id.into()]).await
                })
                .await
                .unwrap_or_else(|error: Error| panic!("{error}"))
            })
        })
        .collect();
    for spender in spenders {
        assert_eq!(spender.await.unwrap(), 1);
    }
    for id in 1..=hands {
        assert_eq!(spent_by(&ground, id).await, Some(7));
    }
}

async fn spent_by(ground: &TestDatabase, id: i64) -> Option<i64> {
    ground
        .db
        .read("spent by", |tx| async move {
            tx.one(&crate::ground::GET, &[id.into()])
                .await?
                .expect("it is there")
                .get::<Option<i64>>("spent_at")
        })
        .await
        .unwrap()
}
