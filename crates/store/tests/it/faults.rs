//! Whatever fails and wherever, the invariant holds and the next transaction works.

use crate::ground::{ADD, RAISE, add, count, number, on_both_engines};
use counterfoil_store::{Db, Error};
use counterfoil_testkit::database::TestDatabase;
use counterfoil_testkit::faults::{Fault, Faults, When};

on_both_engines! {
    every_fault_at_every_operation,
    a_gate_holds_until_all_have_come,
}

async fn pair(db: &Db, id: i64) -> Result<(), Error> {
    db.run("pair", |tx| async move {
        tx.execute(&ADD, &[id.into(), 0.into()]).await?;
        tx.execute(&RAISE, &[1.into()]).await.map(drop)
    })
    .await
}

async fn every_fault_at_every_operation(ground: TestDatabase) {
    add(&ground.db, 1, 0).await.unwrap();
    let (db, faults) = Faults::around(&ground.another(1).await);
    let mut id = 10;
    for operation in 1..=4 {
        for when in [When::Before, When::After] {
            for fault in [Fault::Fail, Fault::Conflict, Fault::Disconnect] {
                let what = format!("operation {operation}, {when:?}, {fault:?}");
                id += 1;
                faults.strike_at(operation, when, fault);
                let outcome = pair(&db, id).await;
                assert!(!faults.spare(), "{what}: not reached");
                let kept = number(&ground.db, id).await.is_some();
                match outcome {
                    Ok(()) => assert!(kept && fault == Fault::Conflict, "{what}"),
                    Err(Error::Uncertain(_)) => {
                        assert_eq!((operation, kept), (4, when == When::After), "{what}");
                    }
                    Err(Error::Unavailable(_)) => assert!(!kept, "{what}"),
                    Err(other) => panic!("{what}: {other}"),
                }
                id += 1;
                pair(&db, id).await.unwrap();
                let (things, raised) = count(&ground.db).await;
                assert_eq!(things - 1, raised, "{what}");
            }
        }
    }
}

async fn a_gate_holds_until_all_have_come(ground: TestDatabase) {
    let (db, faults) = Faults::around(&ground.db);
    let gate = faults.hold("held", 40);
    let run = |id: i64| {
        let db = db.clone();
        tokio::spawn(async move {
            db.run("held", |tx| async move {
                tx.execute(&ADD, &[id.into(), 0.into()]).await
            })
            .await
            .unwrap_or_else(|error: Error| panic!("{error}"))
        })
    };
    let mut held: Vec<_> = (0..39).map(run).collect();
    gate.until(39).await;
    add(&db, 1_000, 0).await.unwrap();
    assert_eq!(
        count(&ground.db).await.0,
        1,
        "other names pass, this one waits"
    );
    assert!(held.iter().all(|held| !held.is_finished()));
    held.push(run(39));
    for held in held {
        held.await.unwrap();
    }
    assert_eq!(count(&ground.db).await.0, 41);
    assert!(gate.arrived() >= 40);
}
