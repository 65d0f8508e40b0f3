//! One byte changed, one event deleted, two swapped: each is named.

use super::{findings, leaf_at, six_events, tamper};
use crate::ground::on_both_engines;
use counterfoil_model::EventId;
use counterfoil_model::audit::{Finding, Named};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Statement, Value};
use counterfoil_testkit::service::TestService;

on_both_engines! {
    one_byte_of_an_event_is_other_and_the_event_is_named,
    an_event_that_was_deleted_is_named,
    two_events_that_were_swapped_are_named,
    whoever_changes_the_leaf_as_well_is_named_by_it,
    whoever_changes_event_leaf_and_hash_is_between_two_heads,
    an_event_that_was_put_in_is_named,
}

const AT: &str = "WHERE position = 3";

async fn named(service: &TestService, position: i64) -> Named {
    let leaf = leaf_at(service, position).await;
    Named {
        position: u64::try_from(position).unwrap(),
        event: leaf.get("event_id").unwrap(),
        kind: leaf.get("kind").unwrap(),
        at: leaf.get("at").unwrap(),
    }
}

async fn one_byte_of_an_event_is_other_and_the_event_is_named(engine: Engine) {
    const DETAILS: Statement = Statement::new(
        "test_details",
        "UPDATE security_event SET details = '{\"code\":\"7\"}' WHERE position = 3",
    );
    const NETWORK: Statement = Statement::new(
        "test_network",
        "UPDATE security_event SET network = '10.0.0.8' WHERE position = 3",
    );
    const DEVICE: Statement = Statement::new(
        "test_device",
        "UPDATE security_event SET device = 'curL' WHERE position = 3",
    );
    const KIND: Statement = Statement::new(
        "test_kind",
        "UPDATE security_event SET kind = 'code-redeemeD' WHERE position = 3",
    );
    const TIME: Statement = Statement::new(
        "test_time",
        "UPDATE security_event SET at = at + 1 WHERE position = 3",
    );
    const SALT: Statement = Statement::new(
        "test_salt",
        "UPDATE security_event SET salt = $1 WHERE position = 3",
    );
    const ACCOUNT: Statement = Statement::new(
        "test_account",
        "UPDATE security_event SET account_id = $1 WHERE position = 3",
    );
    assert!([&DETAILS, &TIME].iter().all(|one| one.sql().ends_with(AT)));
    let (service, [one, _]) = six_events(engine).await;
    let wanted = Finding::Edited(named(&service, 3).await);
    for (statement, values) in [
        (&DETAILS, vec![]),
        (&NETWORK, vec![]),
        (&DEVICE, vec![]),
        (&KIND, vec![]),
        (&TIME, vec![]),
        (&SALT, vec![Value::from([9_u8; 16])]),
        (&ACCOUNT, vec![one.into()]),
    ] {
        assert_eq!(findings(&service).await, []);
        let before = kept(&service).await;
        tamper(&service, statement, &values).await;
        let found = findings(&service).await;
        assert_eq!(
            found.as_slice(),
            std::slice::from_ref(&wanted),
            "{statement:?}"
        );
        put_back(&service, before).await;
    }
    assert_eq!(findings(&service).await, []);
}

const KEPT: Statement = Statement::new(
    "test_kept",
    "SELECT account_id, details, network, device, kind, at, salt FROM security_event WHERE position = 3",
);
const PUT_BACK: Statement = Statement::new(
    "test_put_back",
    "UPDATE security_event SET account_id = $1, details = $2, network = $3, device = $4, kind = $5, at = $6, salt = $7 \
     WHERE position = 3",
);

async fn kept(service: &TestService) -> Vec<Value> {
    service.rows(&KEPT, &[]).await.remove(0).into_values()
}

async fn put_back(service: &TestService, values: Vec<Value>) {
    tamper(service, &PUT_BACK, &values).await;
}

async fn an_event_that_was_deleted_is_named(engine: Engine) {
    const DELETE: Statement = Statement::new(
        "test_delete",
        "DELETE FROM security_event WHERE position = 4",
    );
    const DELETE_LEAF: Statement = Statement::new(
        "test_delete_leaf",
        "DELETE FROM audit_leaf WHERE position = 4",
    );
    const DELETE_LAST: Statement = Statement::new(
        "test_delete_last",
        "DELETE FROM audit_leaf WHERE position = 5",
    );
    let (service, _) = six_events(engine).await;
    let gone = named(&service, 4).await;
    tamper(&service, &DELETE, &[]).await;
    assert_eq!(findings(&service).await, [Finding::Removed(gone)]);
    // With its leaf, its place is all that can be said; and heads behind it can't be made of what is left.
    tamper(&service, &DELETE_LEAF, &[]).await;
    let found = findings(&service).await;
    let gap = Finding::LeafRemoved {
        position: 4,
        event: None,
    };
    assert!(found.contains(&gap), "{found:?}");
    // From the end as well: a head was signed when there were more.
    tamper(&service, &DELETE_LAST, &[]).await;
    let found = findings(&service).await;
    let cut = |finding: &Finding| {
        matches!(
            finding,
            Finding::CutOff {
                leaves: 4,
                size: 6,
                ..
            }
        )
    };
    assert!(found.iter().any(cut), "{found:?}");
}

const MOVE_EVENT: Statement = Statement::new(
    "test_move_event",
    "UPDATE security_event SET position = $1 WHERE event_id = $2",
);
const MOVE_LEAF: Statement = Statement::new(
    "test_move_leaf",
    "UPDATE audit_leaf SET position = $1 WHERE event_id = $2",
);

async fn swap(service: &TestService, statement: &'static Statement, a: &Named, b: &Named) {
    let place = |position: u64| Value::from(i64::try_from(position).unwrap());
    tamper(service, statement, &[(-7).into(), a.event.into()]).await;
    tamper(service, statement, &[place(a.position), b.event.into()]).await;
    tamper(service, statement, &[place(b.position), a.event.into()]).await;
}

fn moved(now: &Named, was: &Named) -> Finding {
    Finding::Moved {
        now: Named {
            position: now.position,
            ..was.clone()
        },
        was: was.position,
    }
}

async fn two_events_that_were_swapped_are_named(engine: Engine) {
    let (service, _) = six_events(engine).await;
    let (a, b) = (named(&service, 1).await, named(&service, 4).await);
    // The events alone.
    swap(&service, &MOVE_EVENT, &a, &b).await;
    let found = findings(&service).await;
    assert_eq!(found, [moved(&b, &a), moved(&a, &b)]);
    // And their leaves with them: the hash of a leaf knows its place, and heads don't fit.
    swap(&service, &MOVE_LEAF, &a, &b).await;
    let found = findings(&service).await;
    for wanted in [moved(&b, &a), moved(&a, &b)] {
        assert!(found.contains(&wanted), "{found:?}");
    }
    let differs = |finding: &Finding| matches!(finding, Finding::HeadDiffers { size: 2, .. });
    assert!(found.iter().any(differs), "{found:?}");
}

async fn whoever_changes_the_leaf_as_well_is_named_by_it(engine: Engine) {
    const LATER_EVENT: Statement = Statement::new(
        "test_later_event",
        "UPDATE security_event SET at = at + 1 WHERE position = 2",
    );
    const LATER_LEAF: Statement = Statement::new(
        "test_later_leaf",
        "UPDATE audit_leaf SET at = at + 1 WHERE position = 2",
    );
    let (service, _) = six_events(engine).await;
    tamper(&service, &LATER_EVENT, &[]).await;
    tamper(&service, &LATER_LEAF, &[]).await;
    let wanted = Finding::LeafEdited(named(&service, 2).await);
    assert_eq!(findings(&service).await, [wanted]);
}

async fn whoever_changes_event_leaf_and_hash_is_between_two_heads(engine: Engine) {
    const DELETE: Statement = Statement::new(
        "test_delete_whole",
        "UPDATE audit_leaf SET hash = $1, commitment = $2 WHERE position = 3",
    );
    let (service, _) = six_events(engine).await;
    let (forged_event, hash, commitment) = forged(&service).await;
    tamper(&service, &DELETE, &[hash.into(), commitment.into()]).await;
    tamper(&service, &PUT_BACK, &forged_event).await;
    let found = findings(&service).await;
    let [
        Finding::HeadDiffers {
            size,
            fits_until,
            heads,
            ..
        },
        Finding::FrontierDiffers,
    ] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert_eq!((*size, *fits_until, *heads), (6, 2, 1));
}

/// Another event for place 3, with the leaf that belongs to it.
async fn forged(service: &TestService) -> (Vec<Value>, [u8; 32], [u8; 32]) {
    use counterfoil_model::audit::KeptEvent;
    const WHOLE: Statement = Statement::new(
        "test_whole",
        "SELECT account_id, event_id, kind, at, salt, network, device, ordinal FROM security_event WHERE position = 3",
    );
    let row = service.rows(&WHOLE, &[]).await.remove(0);
    let event = KeptEvent {
        account: row.get("account_id").unwrap(),
        id: row.get("event_id").unwrap(),
        kind: row.get("kind").unwrap(),
        at: row.get("at").unwrap(),
        salt: row.get("salt").unwrap(),
        details: "{\"code\":\"9\"}".into(),
        network: row.get("network").unwrap(),
        device: row.get("device").unwrap(),
        browser: None,
        ordinal: row.get("ordinal").unwrap(),
        position: 3,
    };
    let (hash, commitment) = (event.leaf_hash(), event.commitment());
    let values = vec![
        event.account.into(),
        event.details.into(),
        event.network.into(),
        event.device.into(),
        event.kind.into(),
        event.at.into(),
        event.salt.into(),
    ];
    (values, hash, commitment)
}

async fn an_event_that_was_put_in_is_named(engine: Engine) {
    const PUT_IN: Statement = Statement::new(
        "test_put_in",
        "INSERT INTO security_event (account_id, event_id, kind, at, salt, details, network, device, position) \
         SELECT account_id, $1, kind, at, salt, details, network, device, $2 FROM security_event WHERE position = 4",
    );
    let (service, _) = six_events(engine).await;
    for (n, position) in [(7_u8, 3_i64), (8, 60)] {
        let id = EventId::from_bytes([n; 16]);
        tamper(&service, &PUT_IN, &[id.into(), position.into()]).await;
        let found = findings(&service).await;
        let added =
            |finding: &Finding| matches!(finding, Finding::Added(named) if named.event == id);
        assert!(found.iter().any(added), "{found:?}");
    }
    assert_eq!(findings(&service).await.len(), 2);
}
