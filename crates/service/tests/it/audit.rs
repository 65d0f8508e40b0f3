//! The tree of events: everything gets into it once, and whatever is changed afterwards is named.

mod appending;
mod erasing;
mod heads;
mod tampering;

use crate::app_events::{account_of, happens};
use counterfoil_model::audit::{Finding, HeadLine};
use counterfoil_model::{AccountId, Span};
use counterfoil_service::audit::Verified;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Row, Statement, Value};
use counterfoil_testkit::service::TestService;

/// Two accounts with six events in the tree, at the places 0 to 5, under two heads.
async fn six_events(engine: Engine) -> (TestService, [AccountId; 2]) {
    let service = TestService::on(engine).await;
    let one = account_of(&service, "shop", 1).await;
    let two = account_of(&service, "shop", 2).await;
    happens(&service, one, &[1, 2]).await;
    service.app.feed_events().await.unwrap();
    assert_eq!(service.app.append_events().await.unwrap(), 2);
    happens(&service, two, &[3, 4]).await;
    service.clock.advance(Span::seconds(1));
    happens(&service, one, &[5, 6]).await;
    service.app.feed_events().await.unwrap();
    assert_eq!(service.app.append_events().await.unwrap(), 4);
    (service, [one, two])
}

/// Changes rows past everything that guards them.
async fn tamper(service: &TestService, statement: &'static Statement, values: &[Value]) {
    let done: Result<u64, Error> = service
        .db
        .run("test_tamper", |tx| async move {
            tx.execute(statement, values).await
        })
        .await;
    assert!(done.unwrap() > 0, "{statement:?} changed nothing");
}

/// Deletes whatever a statement finds, which may be nothing.
async fn clear(service: &TestService, statement: &'static Statement) {
    let done: Result<u64, Error> = service
        .db
        .run("test_clear", |tx| async move {
            tx.execute(statement, &[]).await
        })
        .await;
    done.unwrap();
}

async fn verified(service: &TestService) -> Verified {
    service.app.verify_events(None).await.unwrap()
}

async fn findings(service: &TestService) -> Vec<Finding> {
    verified(service).await.audit.findings
}

async fn line(service: &TestService) -> HeadLine {
    let head = service.app.head_in_force().await.unwrap().unwrap();
    HeadLine::read(&head.line).unwrap()
}

const LEAF: Statement = Statement::new(
    "test_leaf",
    "SELECT event_id, kind, at FROM audit_leaf WHERE position = $1",
);

/// The leaf at a place.
async fn leaf_at(service: &TestService, position: i64) -> Row {
    service.rows(&LEAF, &[position.into()]).await.remove(0)
}
