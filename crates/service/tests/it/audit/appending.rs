//! Appending: once, by whichever node, and what was there before the tree was.

use super::{findings, six_events, verified};
use crate::app_events::{account_of, happens};
use crate::ground::on_both_engines;
use crate::hands::hands;
use counterfoil_model::Span;
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;
use std::sync::Arc;

on_both_engines! {
    every_event_has_its_place_once_in_the_order_it_happened,
    events_of_a_former_version_are_put_there_too,
    nodes_that_append_at_once_put_nothing_there_twice,
    a_node_that_hung_with_the_lease_keeps_nothing_of_its_work,
}

const PLACES: Statement = Statement::new(
    "test_places",
    "SELECT COUNT(*) AS n FROM security_event JOIN audit_leaf ON audit_leaf.event_id = security_event.event_id \
     AND audit_leaf.position = security_event.position AND audit_leaf.kind = security_event.kind",
);
const ALL_OF: Statement = Statement::new(
    "test_all_of",
    "SELECT details FROM security_event WHERE position IS NOT NULL ORDER BY position",
);
const FORGET_TREE: Statement =
    Statement::new("test_forget_tree", "DELETE FROM audit_tree WHERE tree = 1");

async fn numbers(service: &TestService) -> Vec<String> {
    let rows = service.rows(&ALL_OF, &[]).await;
    let details = rows.iter().map(|row| row.get::<String>("details").unwrap());
    details
        .map(|details| details.chars().filter(char::is_ascii_digit).collect())
        .collect()
}

async fn every_event_has_its_place_once_in_the_order_it_happened(engine: Engine) {
    let (service, _) = six_events(engine).await;
    assert_eq!(numbers(&service).await, ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(service.count(&PLACES, &[]).await, 6);
    assert_eq!(service.app.append_events().await.unwrap(), 0);
    let verified = verified(&service).await;
    let audit = &verified.audit;
    assert_eq!((audit.events, audit.heads, audit.erased), (6, 2, 0));
    assert_eq!(audit.findings, []);
    assert_eq!((verified.waiting, verified.waiting_since), (0, None));
}

async fn events_of_a_former_version_are_put_there_too(engine: Engine) {
    let service = TestService::on(engine).await;
    let one = account_of(&service, "shop", 1).await;
    // More than one transaction takes.
    happens(&service, one, &(1..=450).collect::<Vec<_>>()).await;
    let before = verified(&service).await;
    assert_eq!((before.waiting, before.audit.events), (450, 0));
    assert_eq!(before.waiting_since, Some(service.now()));
    assert_eq!(before.audit.findings, []);
    assert!(service.app.head_in_force().await.unwrap().is_none());
    assert_eq!(service.app.append_events().await.unwrap(), 450);
    let after = verified(&service).await;
    assert_eq!((after.waiting, after.audit.events), (0, 450));
    assert_eq!(after.audit.findings, []);
}

async fn nodes_that_append_at_once_put_nothing_there_twice(engine: Engine) {
    let service = TestService::on(engine).await;
    let one = account_of(&service, "shop", 1).await;
    happens(&service, one, &[1, 2, 3]).await;
    let answers = hands!(service, 6, "audit_claim", |app, _i| async move {
        app.append_events().await
    });
    let appended: usize = answers.into_iter().map(Result::unwrap).sum();
    assert_eq!(appended, 3);
    assert_eq!(service.count(&PLACES, &[]).await, 3);
    assert_eq!(findings(&service).await, []);
}

async fn a_node_that_hung_with_the_lease_keeps_nothing_of_its_work(engine: Engine) {
    let service = TestService::on(engine).await;
    let one = account_of(&service, "shop", 1).await;
    happens(&service, one, &[1, 2, 3]).await;
    let gate = service.faults.hold("audit_append", 2);
    let append = |app: &Arc<counterfoil_service::App>| {
        let app = Arc::clone(app);
        tokio::spawn(async move { app.append_events().await })
    };
    let hung = append(&service.app);
    gate.until(1).await;
    // While the lease lasts nobody else begins.
    assert_eq!(service.app.append_events().await.unwrap(), 0);
    service.clock.advance(Span::minutes(1));
    let other = append(&service.app);
    gate.until(2).await;
    let appended = hung.await.unwrap().unwrap() + other.await.unwrap().unwrap();
    assert_eq!(appended, 3);
    assert_eq!(service.count(&PLACES, &[]).await, 3);
    assert_eq!(findings(&service).await, []);
}

#[tokio::test]
async fn where_appending_goes_on_is_checked_too() {
    use counterfoil_model::audit::Finding;
    let (service, _) = six_events(Engine::Sqlite).await;
    super::tamper(&service, &FORGET_TREE, &[]).await;
    assert_eq!(findings(&service).await, [Finding::FrontierDiffers]);
}
