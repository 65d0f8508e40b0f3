//! Erasing: personal data goes, the tree stands, and nobody takes an event away by calling it erased.

use super::{findings, leaf_at, line, six_events, tamper, verified};
use crate::app_events::happens;
use crate::ground::on_both_engines;
use counterfoil_model::audit::{Finding, LineVerdict};
use counterfoil_model::{ApiScope, EventId, Span};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    an_accounts_personal_data_is_erased_and_the_tree_still_verifies,
    what_is_older_than_the_operator_keeps_is_erased,
    an_event_that_is_only_called_erased_is_named,
    what_an_app_has_not_read_yet_waits,
}

const OWN: Statement = Statement::new(
    "test_own",
    "SELECT COUNT(*) AS n FROM security_event WHERE account_id = $1",
);
const ERASED: Statement = Statement::new(
    "test_erased",
    "SELECT COUNT(*) AS n FROM audit_leaf WHERE erased_by IS NOT NULL",
);

const KIND: Statement = Statement::new(
    "test_erased_kind",
    "UPDATE audit_leaf SET kind = 'signed-out' WHERE position = 0",
);

async fn an_accounts_personal_data_is_erased_and_the_tree_still_verifies(engine: Engine) {
    let service = TestService::on(engine).await;
    let shop = service.api_app("shop", ApiScope::ALL).await;
    let (gone, stays) = (
        service.api_account(&shop, "1").await,
        service.api_account(&shop, "2").await,
    );
    let app = &service.app;
    for account in [&gone, &stays] {
        let code = account.codes[1].as_str();
        let from = &visit(1);
        let spent = app.redeem_for_app(&shop.caller, account.id, from, code, false, None);
        spent.await.unwrap();
    }
    app.feed_events().await.unwrap();
    app.append_events().await.unwrap();
    let paper = line(&service).await;
    let before = service.count(&OWN, &[gone.id.into()]).await;
    let others = service.count(&OWN, &[stays.id.into()]).await;
    assert!(before > 2);

    service.clock.advance(Span::days(1));
    app.erase_api_account(&shop.caller, gone.id).await.unwrap();
    app.feed_events().await.unwrap();
    let erased = app.erase_events(None).await.unwrap();
    assert_eq!(i64::try_from(erased), Ok(before));
    app.append_events().await.unwrap();
    // What is left of the account says that it is gone, and nothing else.
    assert_eq!(service.events(gone.id).await, ["account-erased"]);
    assert_eq!(service.count(&OWN, &[stays.id.into()]).await, others);
    let verified = app.verify_events(Some(paper)).await.unwrap();
    assert_eq!(verified.audit.findings, []);
    assert_eq!(i64::try_from(verified.audit.erased), Ok(before));
    let is_there = matches!(verified.audit.line, Some(LineVerdict::Belongs { .. }));
    assert!(is_there, "{:?}", verified.audit.line);
    // Kind and time stay, and are still checked.
    tamper(&service, &KIND, &[]).await;
    let found = findings(&service).await;
    assert!(
        matches!(found.as_slice(), [Finding::LeafEdited(_)]),
        "{found:?}"
    );
}

async fn what_is_older_than_the_operator_keeps_is_erased(engine: Engine) {
    let (service, [one, _]) = six_events(engine).await;
    let app = &service.app;
    service.clock.advance(Span::days(100));
    happens(&service, one, &[7]).await;
    app.feed_events().await.unwrap();
    app.append_events().await.unwrap();
    assert_eq!(app.erase_events(None).await.unwrap(), 0);
    let kept = Some(Span::days(90));
    assert_eq!(app.erase_events(kept).await.unwrap(), 6);
    assert_eq!(app.erase_events(kept).await.unwrap(), 0);
    app.append_events().await.unwrap();
    assert_eq!(service.count(&OWN, &[one.into()]).await, 1);
    let audit = verified(&service).await.audit;
    assert_eq!(audit.findings, []);
    // Seven events, and the one that says that six were erased.
    assert_eq!((audit.events, audit.erased), (8, 6));
    // That one is never erased, however old it gets.
    service.clock.advance(Span::days(100));
    assert_eq!(app.erase_events(kept).await.unwrap(), 1);
    app.append_events().await.unwrap();
    let audit = verified(&service).await.audit;
    assert_eq!((audit.events, audit.erased), (9, 7));
    assert_eq!(audit.findings, []);
}

async fn an_event_that_is_only_called_erased_is_named(engine: Engine) {
    const CALL: Statement = Statement::new(
        "test_call_erased",
        "UPDATE audit_leaf SET erased_by = $1 WHERE position = $2",
    );
    const DELETE: Statement = Statement::new(
        "test_delete_called",
        "DELETE FROM security_event WHERE position = $1",
    );
    let (service, [one, _]) = six_events(engine).await;
    let app = &service.app;
    // By an event that isn't there.
    let nobody = EventId::from_bytes([7; 16]);
    tamper(&service, &CALL, &[nobody.into(), 5.into()]).await;
    tamper(&service, &DELETE, &[5.into()]).await;
    let found = findings(&service).await;
    let [Finding::ErasureUnsaid { by, events }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((*by, events.len(), events[0].position), (nobody, 1, 5));

    // By one that erased others: what it says fits no longer.
    service.clock.advance(Span::days(100));
    happens(&service, one, &[7]).await;
    app.feed_events().await.unwrap();
    app.append_events().await.unwrap();
    assert_eq!(app.erase_events(Some(Span::days(90))).await.unwrap(), 5);
    app.append_events().await.unwrap();
    let erasing: EventId = leaf_at(&service, 7).await.get("event_id").unwrap();
    tamper(&service, &CALL, &[erasing.into(), 5.into()]).await;
    let found = findings(&service).await;
    let [Finding::ErasureUnsaid { by, events }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((*by, events.len()), (erasing, 6));
    assert_eq!(service.count(&ERASED, &[]).await, 6);
}

async fn what_an_app_has_not_read_yet_waits(engine: Engine) {
    let (service, [one, _]) = six_events(engine).await;
    let app = &service.app;
    service.clock.advance(Span::days(1));
    happens(&service, one, &[7]).await;
    app.append_events().await.unwrap();
    service.clock.advance(Span::days(100));
    let kept = Some(Span::days(90));
    assert_eq!(app.erase_events(kept).await.unwrap(), 6);
    app.feed_events().await.unwrap();
    assert_eq!(app.erase_events(kept).await.unwrap(), 1);
}
