//! No silent event: one row with its own salt, and whoever must hear of it.

use crate::ground::on_both_engines;
use counterfoil_model::{AccountId, Announcement, EventId, EventKind, Span};
use counterfoil_service::outside_address::NewAddress;
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::{self, event::Event};
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::service::{TestService, visit};
use std::collections::BTreeSet;

on_both_engines! {
    every_event_has_a_row_with_a_salt_of_its_own,
    everyone_is_the_mailbox_and_every_outside_address,
    a_new_device_is_announced_and_a_familiar_one_is_not,
    home_tells_what_happened,
    events_of_one_moment_stay_in_the_order_they_happened,
}

const SALTS: Statement = Statement::new(
    "test_salts",
    "SELECT salt, kind, details FROM security_event",
);
const UNTOLD: Statement = Statement::new(
    "test_untold",
    "SELECT COUNT(*) AS n FROM outbox WHERE NOT EXISTS (SELECT 1 FROM security_event \
     WHERE security_event.account_id = outbox.account_id AND security_event.event_id = outbox.event_id \
     AND security_event.kind = outbox.kind AND security_event.at = outbox.at)",
);

async fn every_event_has_a_row_with_a_salt_of_its_own(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let rows = service.rows(&SALTS, &[]).await;
    let salts: BTreeSet<[u8; 16]> = rows.iter().map(|row| row.get("salt").unwrap()).collect();
    assert_eq!(salts.len(), rows.len());
    for row in &rows {
        let kind: String = row.get("kind").unwrap();
        assert!(EventKind::parse(&kind).is_some(), "{kind}");
        let details: String = row.get("details").unwrap();
        let details: serde_json::Value = serde_json::from_str(&details).unwrap();
        assert!(
            details
                .as_object()
                .unwrap()
                .values()
                .all(serde_json::Value::is_string),
            "{details}"
        );
    }
    assert_eq!(service.count(&UNTOLD, &[]).await, 0);
}

async fn everyone_is_the_mailbox_and_every_outside_address(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let new = NewAddress {
        address: "second@elsewhere.example",
        label: "",
        replaces: None,
    };
    let added = service
        .app
        .add_outside_address(&owner.session, &owner.visit, new)
        .await;
    // Not verified: not told.
    service.shown_sheet(&owner).await;
    assert_eq!(
        service.told(owner.account, "codes-shown").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    let code = service.code_to(owner.account, new.address).await;
    service
        .app
        .prove_outside_address(&owner.session, &owner.visit, added.unwrap(), &code)
        .await
        .unwrap();
    service.clock.advance(Span::hours(24));
    service.app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(
        service.told(owner.account, "account-suspended").await,
        [
            owner.outside.as_str(),
            owner.address.as_str(),
            "second@elsewhere.example"
        ]
    );
    for notice in service.notices(owner.account).await {
        let kind = EventKind::parse(&notice.kind).unwrap();
        assert_eq!(kind.announce(), Announcement::Everyone, "{kind:?}");
    }
}

async fn a_new_device_is_announced_and_a_familiar_one_is_not(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let before = service
        .told(owner.account, "signed-in-from-new-device")
        .await
        .len();
    service.signed_in(&owner, &visit(2)).await;
    assert_eq!(
        service
            .told(owner.account, "signed-in-from-new-device")
            .await
            .len(),
        before + 2
    );
    service.signed_in(&owner, &visit(2)).await;
    assert_eq!(
        service
            .told(owner.account, "signed-in-from-new-device")
            .await
            .len(),
        before + 2
    );
    assert_eq!(service.events_of(owner.account, "signed-in").await, 1);
}

async fn home_tells_what_happened(engine: Engine) {
    use counterfoil_model::NextThing;
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(
        (
            home.address.as_str(),
            home.totp_since.is_some(),
            home.operator
        ),
        (owner.address.as_str(), true, false)
    );
    assert_eq!(home.standing.next, NextThing::SecondAddress);
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(3))
        .await;
    service.signs_in_again(&mut owner).await;
    let home = service.app.home(&owner.session, false).await.unwrap();
    assert_eq!(home.standing.next, NextThing::ReplacementOwed);
    let events = service.app.recent_events(owner.account).await.unwrap();
    let used = events
        .iter()
        .find(|event| event.kind == "code-redeemed")
        .unwrap();
    assert_eq!(
        (used.from.as_str(), used.device.as_str()),
        ("10.0.2.7", "Browser 2 on Linux")
    );
    assert!(
        used.details.contains(&("code".to_owned(), "3".to_owned())),
        "{used:?}"
    );
}

async fn events_of_one_moment_stay_in_the_order_they_happened(engine: Engine) {
    let service = TestService::on(engine).await;
    let account = AccountId::from_bytes([7; 16]);
    // One transaction tells of all of them, at one time, with ids in another order.
    let kinds = [
        "frozen",
        "thawed",
        "signed-in",
        "code-checked",
        "totp-staged",
    ];
    let at = service.now();
    let told: Result<(), Error> = service
        .db
        .run("test_tell", |tx| async move {
            for (kind, id) in kinds.into_iter().zip([3, 5, 1, 4, 2]) {
                let event = Event {
                    id: EventId::from_bytes([id; 16]),
                    kind: kind.to_owned(),
                    at,
                    details: "{}".to_owned(),
                    network: String::new(),
                    device: String::new(),
                };
                repo::event::record(&tx, account, &event, &[id; 16], None, None).await?;
            }
            Ok(())
        })
        .await;
    told.unwrap();
    let newest = service.app.recent_events(account).await.unwrap();
    let oldest_first: Vec<&str> = newest
        .iter()
        .rev()
        .map(|event| event.kind.as_str())
        .collect();
    assert_eq!(oldest_first, kinds);
}
